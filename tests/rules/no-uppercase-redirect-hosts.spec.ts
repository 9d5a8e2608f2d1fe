import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-uppercase-redirect-hosts";

const uppercase = (property: string, urls: string) => `${property} has upper-case letters in the host of ${urls}.`;

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        {
            name: "upper case outside of the host",
            client: {
                callbackUrls: [
                    "HTTPS://acme.io/CB?A=B",
                    "https://User:Word@acme.io",
                    "https://acme.io/@ACME.io",
                    "https://acme.io\\@ACME.io",
                ],
                logoutUrls: ["https://acme.io:8443/Bye"],
                defaultRedirectUri: "https://acme.io?to=https://ACME.io",
            },
        },
        {
            name: "custom schemes, whose hosts browsers leave as they are",
            client: { callbackUrls: ["myapp://Callback", "dev.Acme.Shop:/CB"] },
        },
        {
            name: "placeholders, which need another host",
            client: {
                callbackUrls: [
                    "https://YOUR_DOMAIN",
                    "https://Example.com",
                    "https://{Domain}",
                    "https://%DOMAIN%",
                    "https://ACME.io/{path}",
                ],
            },
        },
        {
            name: "hosts that no browser connects to",
            client: { callbackUrls: ["https://ACME.io:99999", "https://A..io", "https://ACME.io,https://b.io", "https://HTTPS://acme.io"] },
        },
        { name: "URLs that valid-redirect-urls reports", client: { callbackUrls: ["ACME.io", "//ACME.io", "LOCALHOST:3000"] } },
        { name: "letters outside of ASCII, which browsers encode", client: { callbackUrls: ["https://BÜCHER.io".replace(/[A-Z]/g, "b")] } },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "the DNS name of a load balancer",
            client: { callbackUrls: ["https://My-ALB-123.eu-west-1.elb.amazonaws.com/oauth2/idpresponse"] },
            expect: [uppercase("callbackUrls", '"https://My-ALB-123.eu-west-1.elb.amazonaws.com/oauth2/idpresponse"')],
            fixed: { callbackUrls: ["https://my-alb-123.eu-west-1.elb.amazonaws.com/oauth2/idpresponse"] },
        },
        {
            name: "all parts of hosts, and keeps the other parts of URLs",
            client: {
                callbackUrls: [
                    "https://acme.io/CB",
                    "HTTPS://User:Word@Acme.IO:8443/CB?A#B",
                    "http://LOCALHOST:3000/CB",
                    "https://[2001:DB8::1]/CB",
                ],
            },
            expect: [
                uppercase("callbackUrls", '"HTTPS://***@Acme.IO:8443/CB?…#…", "http://LOCALHOST:3000/CB" and "https://[2001:DB8::1]/CB"'),
            ],
            fixed: {
                callbackUrls: [
                    "https://acme.io/CB",
                    "HTTPS://User:Word@acme.io:8443/CB?A#B",
                    "http://localhost:3000/CB",
                    "https://[2001:db8::1]/CB",
                ],
            },
        },
        {
            name: "each property in its own message, and fixes all of them",
            client: { callbackUrls: ["https://A.io"], logoutUrls: ["https://B.io"], defaultRedirectUri: "https://A.io" },
            expect: [
                uppercase("callbackUrls", '"https://A.io"'),
                uppercase("logoutUrls", '"https://B.io"'),
                uppercase("defaultRedirectUri", '"https://A.io"'),
            ],
            fixed: { callbackUrls: ["https://a.io"], logoutUrls: ["https://b.io"], defaultRedirectUri: "https://a.io" },
        },
        {
            name: "a URL that is in the list in lower case as well, and leaves it out",
            client: { callbackUrls: ["https://a.io", "https://A.io", "https://b.io"], logoutUrls: ["https://c.io", "https://c.io"] },
            expect: [uppercase("callbackUrls", '"https://A.io"')],
            fixed: { callbackUrls: ["https://a.io", "https://b.io"] },
        },
        {
            name: "known elements of a partly unknown list, and fixes nothing",
            client: { callbackUrls: ["https://A.io", unknown] },
            expect: [uppercase("callbackUrls", '"https://A.io"')],
            unknown: ["callbackUrls[1]"],
        },
        {
            name: "a default next to unknown callback URLs, and does not make them differ",
            client: { callbackUrls: unknown, defaultRedirectUri: "https://A.io" },
            expect: [uppercase("defaultRedirectUri", '"https://A.io"')],
            unknown: ["callbackUrls"],
        },
    ],
});
