import rule from "../../src/rules/no-localhost-redirect-urls";
import { testRule, unknown } from "../harness";

const { local } = rule.messages;
const loopback = ["http://localhost", "http://localhost:3000/x", "http://127.0.0.1:8080", "http://[::1]:5000"];

testRule(rule, {
    accept: [
        { why: "a client without redirects", client: {} },
        {
            why: "hosts elsewhere",
            client: {
                callbackUrls: ["https://acme.io/localhost", "https://localhost.acme.io", "http://192.168.0.7", "myapp://example"],
                logoutUrls: ["com.example.app:/oauth"],
                defaultRedirectUri: "https://acme.io",
            },
        },
        { why: "what valid-redirect-urls reports", client: { callbackUrls: ["localhost:3000"] } },
        {
            why: "plain http on a loopback host for a native app",
            client: { callbackUrls: loopback, logoutUrls: loopback, defaultRedirectUri: "http://localhost" },
            options: { allowNative: true },
        },
    ],
    reject: [
        {
            why: "loopback hosts",
            client: { callbackUrls: ["https://acme.io", ...loopback] },
            expect: [local("callbackUrls", loopback)],
        },
        {
            why: "all other ways to the own machine",
            client: {
                callbackUrls: [
                    "https://localhost",
                    "https://app.localhost",
                    "http://127.8.0.1",
                    "http://0.0.0.0:80",
                    "exp://localhost:8081",
                ],
            },
            expect: [
                'callbackUrls leads to the user\'s own machine in "https://localhost", "https://app.localhost", "http://127.8.0.1", "http://0.0.0.0:80" and "exp://localhost:8081".',
            ],
        },
        {
            why: "one in each property",
            client: { callbackUrls: ["http://localhost"], logoutUrls: ["http://127.0.0.1"], defaultRedirectUri: "http://[::1]" },
            expect: [
                local("callbackUrls", ["http://localhost"]),
                local("logoutUrls", ["http://127.0.0.1"]),
                local("defaultRedirectUri", ["http://[::1]"]),
            ],
        },
        {
            why: "all but plain http on the three loopback hosts for a native app",
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
                local("callbackUrls", [
                    "https://localhost",
                    "http://app.localhost",
                    "http://127.0.0.2",
                    "http://0.0.0.0",
                    "exp://localhost",
                ]),
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: ["http://localhost", unknown], logoutUrls: unknown },
            expect: [local("callbackUrls", ["http://localhost"])],
            undecided: ["callbackUrls[1]", "logoutUrls"],
        },
    ],
    undecided: [{ why: "a URL not known yet", client: { defaultRedirectUri: unknown }, on: ["defaultRedirectUri"] }],
});
