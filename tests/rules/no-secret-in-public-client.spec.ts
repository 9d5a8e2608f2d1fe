import rule from "../../src/rules/no-secret-in-public-client";
import { testRule, unknown } from "../harness";

const { implicit, onDevice } = rule.messages;

testRule(rule, {
    accept: [
        { why: "a client that says nothing", client: {} },
        { why: "a secret alone", client: { generateSecret: true } },
        {
            why: "an app on a device without a secret",
            client: { allowedOauthFlows: ["implicit"], callbackUrls: ["myapp://example"], generateSecret: false },
        },
        { why: "an app on a device that says nothing of a secret", client: { callbackUrls: ["com.example.app:/oauth"] } },
        {
            why: "a server's client",
            client: {
                allowedOauthFlows: ["code"],
                callbackUrls: ["https://app.example.org", "HTTPS://app.example.org"],
                generateSecret: true,
            },
        },
        { why: "a service's client", client: { allowedOauthFlows: ["client_credentials"], callbackUrls: [], generateSecret: true } },
        {
            why: "a server on the developer's machine",
            client: { callbackUrls: ["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:5000"], generateSecret: true },
        },
        {
            why: "what is no absolute URL, which valid-redirect-urls reports",
            client: { callbackUrls: ["localhost:3000", "/callback"], generateSecret: true },
        },
        { why: "a client without a secret, whatever the others are", client: { allowedOauthFlows: unknown, callbackUrls: unknown } },
    ],
    reject: [
        {
            why: "a secret beside the implicit flow",
            client: { allowedOauthFlows: ["code", "implicit"], generateSecret: true },
            expect: [implicit()],
        },
        {
            why: "a secret beside callbacks to apps, in one message",
            client: { callbackUrls: ["https://app.example.org", "myapp://example", "com.example.app:/oauth"], generateSecret: true },
            expect: [
                'generateSecret is true, and callbackUrls leads to an app on a device: "myapp://example" and "com.example.app:/oauth".',
            ],
        },
        {
            why: "a secret written as a string",
            client: { callbackUrls: ["exp://localhost:8081"], generateSecret: "true" as never },
            expect: [onDevice(["exp://localhost:8081"])],
        },
        {
            why: "each sign of a public client",
            client: { allowedOauthFlows: ["implicit"], callbackUrls: ["myapp://example"], generateSecret: true },
            expect: [implicit(), onDevice(["myapp://example"])],
        },
        {
            why: "what is known of a list",
            client: { callbackUrls: [unknown, "myapp://example"], generateSecret: true },
            expect: [onDevice(["myapp://example"])],
            undecided: ["callbackUrls[0]"],
        },
        {
            why: "a callback beside flows not known yet",
            client: { allowedOauthFlows: unknown, callbackUrls: ["myapp://example"], generateSecret: true },
            expect: [onDevice(["myapp://example"])],
            undecided: ["allowedOauthFlows"],
        },
    ],
    undecided: [
        {
            why: "whether there is a secret",
            client: { allowedOauthFlows: ["implicit"], generateSecret: unknown },
            on: ["generateSecret"],
        },
        { why: "flows not known yet", client: { allowedOauthFlows: unknown, generateSecret: true }, on: ["allowedOauthFlows"] },
        { why: "callbacks not known yet", client: { callbackUrls: unknown, generateSecret: true }, on: ["callbackUrls"] },
    ],
});
