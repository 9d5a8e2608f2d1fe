import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-placeholder-redirect-urls";

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        {
            name: "hosts that can be registered",
            client: {
                callbackUrls: [
                    "https://acme.io",
                    "https://myexample.com",
                    "https://example.io",
                    "https://example.com.acme.io",
                    "https://latest",
                ],
                logoutUrls: ["https://acme.io/example.com", "https://example.com@acme.io", "https://test.acme.io"],
                defaultRedirectUri: "http://localhost",
            },
        },
        {
            name: "names that contain a placeholder",
            client: {
                callbackUrls: [
                    "https://yoursurprise.com",
                    "https://www.yoursite24.com",
                    "https://findyourapp.com",
                    "https://not-your-domain.com",
                    "https://mydomains.com",
                    "https://mydomain2.com",
                    "https://myapp.com",
                    "https://your.org",
                ],
                logoutUrls: ["https://mylocalhost.com", "https://subdomain.com", "https://speedtest.com", "https://domain.com.acme.dev"],
            },
        },
        {
            name: "a placeholder as the last label",
            client: { callbackUrls: ["https://yourdomain", "https://your-app/callback", "https://auth.mydomain"] },
        },
        {
            name: "custom schemes, which have no host",
            client: { callbackUrls: ["myapp://example", "com.example.app:/oauth", "exp://example.com"] },
        },
        {
            name: "URLs without a scheme, which valid-redirect-urls reports",
            client: { callbackUrls: ["example.com/cb", "//example.com", "{domain}/cb", "{scheme}://acme.io", "undefined", ""] },
        },
        {
            name: "hosts that other rules report: a wildcard, white space and several URLs",
            client: {
                callbackUrls: ["https://*.acme.io", "http://localhost:*", "https://ac me.io", "https://a.acme.io,https://b.acme.io"],
            },
        },
        {
            name: "unusual hosts that exist",
            client: {
                callbackUrls: ["https://a_b.acme.io", "https://-acme.io:65535", "https://[::1]", "http://127.1", "https://bücher.acme.io"],
                logoutUrls: [`https://${"a".repeat(63)}.io`, "https://accounts.google.com", "https://null.community"],
            },
        },
        { name: "scripts, which no-unsafe-redirect-schemes reports", client: { callbackUrls: ["javascript:alert(`{a}`)"] } },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "reserved names and names below them",
            client: {
                callbackUrls: [
                    "https://acme.io",
                    "https://example.com",
                    "https://www.example.com/cb",
                    "https://Example.NET:8443",
                    "http://a.b.example.org.",
                    "https://app.example",
                    "https://example",
                    "https://app.invalid",
                    "https://app.test",
                ],
            },
            expect: [
                'callbackUrls has a placeholder host in "https://example.com", "https://www.example.com/cb", "https://Example.NET:8443", ' +
                    '"http://a.b.example.org.", "https://app.example", "https://example", "https://app.invalid" and "https://app.test".',
            ],
        },
        {
            name: "domains of other people and names below them",
            client: {
                callbackUrls: [
                    "https://localhost.com",
                    "https://www.localhost.com:3000/cb",
                    "https://domain.com",
                    "https://your.Domain.com/",
                    "https://test.com",
                    "https://app.test.com",
                ],
            },
            expect: [
                'callbackUrls has a placeholder host in "https://localhost.com", "https://www.localhost.com:3000/cb", "https://domain.com", ' +
                    '"https://your.Domain.com/", "https://test.com" and "https://app.test.com".',
            ],
        },
        ...[
            "yourdomain.com",
            "your-domain.com",
            "yourapp.com",
            "your-app.com",
            "yourcompany.com",
            "your-company.com",
            "yoursite.com",
            "your-site.com",
            "yourwebsite.com",
            "your-website.com",
            "mydomain.com",
            "my-domain.com",
            "your-react-app.com",
            "auth.yourdomain.co.uk",
            "yourapp.auth.eu-west-1.amazoncognito.com",
            "www.your-production-domain.com.",
            "YourDomain.io",
        ].map(host => ({
            name: host,
            client: { callbackUrls: ["https://shop.acme.dev", `https://${host}/callback`] },
            expect: [`callbackUrls has a placeholder host in "https://${host}/callback".`],
        })),
        ...["google.com", "www.google.com", "d84l1y8p4kdic.cloudfront.net", "your_domain.com", "undefined", "shop.YOUR_DOMAIN.dev"].map(
            host => ({
                name: host,
                client: { callbackUrls: [`https://${host}/callback`] },
                expect: [`callbackUrls has a placeholder host in "https://${host}/callback".`],
            }),
        ),
        {
            name: "unfilled templates in any part and with any scheme",
            client: {
                callbackUrls: [
                    "https://{domain}/cb",
                    "http://{{domain}}",
                    "https://acme.io/{tenant}/cb",
                    "https://acme.io/cb?tenant={tenant}",
                ],
                logoutUrls: ["com.acme.app:/{path}", "https://#{domain}/", "https://user:{password}@acme.io"],
                defaultRedirectUri: "https://[object Object]/cb",
            },
            expect: [
                'callbackUrls has an unfilled template in "https://{domain}/cb", "http://{{domain}}", "https://acme.io/{tenant}/cb" and "https://acme.io/cb?…".',
                'logoutUrls has an unfilled template in "com.acme.app:/{path}", "https://#{domain}/" and "https://***@acme.io".',
                'defaultRedirectUri has an unfilled template in "https://[object Object]/cb".',
            ],
        },
        {
            name: "a template once, next to a placeholder or an invalid port",
            client: { callbackUrls: ["https://{shop}.example.com", "https://{domain}:99999"] },
            expect: ['callbackUrls has an unfilled template in "https://{shop}.example.com" and "https://{domain}:99999".'],
        },
        {
            name: "hosts and ports that no browser connects to",
            client: {
                callbackUrls: [
                    "https://acme.io:65536/cb",
                    "https://https://acme.io/cb",
                    "https://acme..io",
                    "https://acme,io",
                    "https://example.com:port",
                ],
                logoutUrls: [`https://${"a".repeat(64)}.io`, "https://your-app..com"],
                defaultRedirectUri: "http://localhost:99999",
            },
            expect: [
                'logoutUrls has a placeholder host in "https://your-app..com".',
                'callbackUrls has an invalid host or port in "https://acme.io:65536/cb", "https://https://acme.io/cb", "https://acme..io", "https://acme,io" ' +
                    'and "https://example.com:port".',
                `logoutUrls has an invalid host or port in "https://${"a".repeat(64)}.io".`,
                'defaultRedirectUri has an invalid host or port in "http://localhost:99999".',
            ],
        },
        {
            name: "a placeholder in each property",
            client: { callbackUrls: ["https://example.com"], logoutUrls: ["https://a.test"], defaultRedirectUri: "https://example.com" },
            expect: [
                'callbackUrls has a placeholder host in "https://example.com".',
                'logoutUrls has a placeholder host in "https://a.test".',
                'defaultRedirectUri has a placeholder host in "https://example.com".',
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: [unknown, "https://example.com"], logoutUrls: unknown },
            expect: ['callbackUrls has a placeholder host in "https://example.com".'],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
});
