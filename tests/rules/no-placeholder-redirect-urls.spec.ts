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
            name: "invalid URLs, which valid-redirect-urls reports",
            client: { callbackUrls: ["example.com/cb", "//example.com", "https://example.com:port"] },
        },
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
