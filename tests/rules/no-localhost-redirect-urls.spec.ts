import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-localhost-redirect-urls";

const loopback = ["http://localhost", "http://localhost:3000/x", "http://127.0.0.1:8080", "http://[::1]:5000"];

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        {
            name: "other hosts",
            client: {
                callbackUrls: ["https://acme.io/localhost", "https://localhost.acme.io", "http://192.168.0.7", "myapp://example"],
                logoutUrls: ["com.example.app:/oauth"],
                defaultRedirectUri: "https://acme.io",
            },
        },
        { name: "a URL without a scheme, which valid-redirect-urls reports", client: { callbackUrls: ["localhost:3000"] } },
        {
            name: "http on the three loopback hosts with allowNative",
            client: { callbackUrls: loopback, logoutUrls: loopback, defaultRedirectUri: "http://localhost" },
            options: { allowNative: true },
        },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "http on the three loopback hosts",
            client: { callbackUrls: ["https://acme.io", ...loopback] },
            expect: [
                'callbackUrls has a local address in "http://localhost", "http://localhost:3000/x", "http://127.0.0.1:8080" and "http://[::1]:5000".',
            ],
        },
        {
            name: "all other schemes and local hosts",
            client: {
                callbackUrls: [
                    "https://localhost",
                    "https://app.localhost",
                    "http://127.8.0.1",
                    "http://0.0.0.0:80",
                    "http://[::]:80",
                    "exp://localhost:8081",
                ],
            },
            expect: [
                'callbackUrls has a local address in "https://localhost", "https://app.localhost", "http://127.8.0.1", "http://0.0.0.0:80", ' +
                    '"http://[::]:80" and "exp://localhost:8081".',
            ],
        },
        {
            name: "a local address in each property",
            client: { callbackUrls: ["http://localhost"], logoutUrls: ["http://127.0.0.1"], defaultRedirectUri: "http://[::1]" },
            expect: [
                'callbackUrls has a local address in "http://localhost".',
                'logoutUrls has a local address in "http://127.0.0.1".',
                'defaultRedirectUri has a local address in "http://[::1]".',
            ],
        },
        {
            name: "all but http on the three loopback hosts with allowNative",
            client: {
                callbackUrls: [
                    "http://localhost",
                    "https://localhost",
                    "http://app.localhost",
                    "http://127.0.0.2",
                    "http://0.0.0.0",
                    "exp://localhost",
                ],
            },
            options: { allowNative: true },
            expect: [
                'callbackUrls has a local address in "https://localhost", "http://app.localhost", "http://127.0.0.2", "http://0.0.0.0" and "exp://localhost".',
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: ["http://localhost", unknown], logoutUrls: unknown },
            expect: ['callbackUrls has a local address in "http://localhost".'],
            unknown: ["callbackUrls[1]", "logoutUrls"],
        },
    ],
});
