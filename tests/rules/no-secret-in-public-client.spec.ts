import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-secret-in-public-client";

const implicit = 'generateSecret is true, but allowedOauthFlows has "implicit", which is for apps without a secret.';
const onDevice = (found: string) => `generateSecret is true, but callbackUrls has URLs of an app on a device: ${found}.`;

testRule(rule, {
    accept: [
        { name: "a client without settings", client: {} },
        { name: "a secret alone", client: { generateSecret: true } },
        {
            name: "an app on a device without a secret",
            client: { allowedOauthFlows: ["implicit"], callbackUrls: ["myapp://example"], generateSecret: false },
        },
        { name: "an app on a device with generateSecret unset", client: { callbackUrls: ["com.example.app:/oauth"] } },
        {
            name: "a web app with a server",
            client: {
                allowedOauthFlows: ["code"],
                callbackUrls: ["https://app.example.org", "HTTPS://app.example.org"],
                generateSecret: true,
            },
        },
        {
            name: "a machine-to-machine client",
            client: { allowedOauthFlows: ["client_credentials"], callbackUrls: [], generateSecret: true },
        },
        {
            name: "a server on the developer's machine",
            client: { callbackUrls: ["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:5000"], generateSecret: true },
        },
        {
            name: "URLs that are not absolute, which valid-redirect-urls reports",
            client: { callbackUrls: ["localhost:3000", "/callback"], generateSecret: true },
        },
        { name: "unknown values without a secret", client: { allowedOauthFlows: unknown, callbackUrls: unknown } },
        {
            name: "an unknown generateSecret of a web app",
            client: { allowedOauthFlows: ["code"], callbackUrls: ["https://acme.io"], generateSecret: unknown },
        },
    ],
    unknown: [
        {
            name: "an unknown generateSecret",
            client: { allowedOauthFlows: ["implicit"], generateSecret: unknown },
            unknown: ["generateSecret"],
        },
        { name: "unknown flows", client: { allowedOauthFlows: unknown, generateSecret: true }, unknown: ["allowedOauthFlows"] },
        { name: "unknown callback URLs", client: { callbackUrls: unknown, generateSecret: true }, unknown: ["callbackUrls"] },
    ],
    reject: [
        {
            name: "a secret with the implicit flow",
            client: { allowedOauthFlows: ["code", "implicit"], generateSecret: true },
            expect: [implicit],
        },
        {
            name: "a secret with custom schemes, in one message",
            client: { callbackUrls: ["https://app.example.org", "myapp://example", "com.example.app:/oauth"], generateSecret: true },
            expect: [onDevice('"myapp://example" and "com.example.app:/oauth"')],
        },
        {
            name: "a boolean written as a string",
            client: { callbackUrls: ["exp://localhost:8081"], generateSecret: "true" as never },
            expect: [onDevice('"exp://localhost:8081"')],
        },
        {
            name: "a secret with the implicit flow and a custom scheme",
            client: { allowedOauthFlows: ["implicit"], callbackUrls: ["myapp://example"], generateSecret: true },
            expect: [implicit, onDevice('"myapp://example"')],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: [unknown, "myapp://example"], generateSecret: true },
            expect: [onDevice('"myapp://example"')],
            unknown: ["callbackUrls[0]"],
        },
        {
            name: "a custom scheme next to unknown flows",
            client: { allowedOauthFlows: unknown, callbackUrls: ["myapp://example"], generateSecret: true },
            expect: [onDevice('"myapp://example"')],
            unknown: ["allowedOauthFlows"],
        },
    ],
});
