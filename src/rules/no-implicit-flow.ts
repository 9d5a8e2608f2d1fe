import type { Client } from "../core/client";
import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { asvs, rfc8252, rfc9700 } from "./shared/standards";

const messages = {
    implicit: () => "has implicit.",
    implicitWithSecret: () => "has implicit. The implicit flow never uses the client secret that generateSecret creates.",
};

/** Whether the client certainly has a secret. An unknown generateSecret counts as none, since the implicit flow is reported either way. */
function hasSecret(client: Client): boolean {
    try {
        return client.generateSecret === true;
    } catch {
        return false;
    }
}

export default defineRule({
    name: "no-implicit-flow",
    title: "No implicit flow",
    category: "security",
    level: "advisory",
    severity: "high",
    description:
        "Apps must not use the implicit flow: it returns tokens in the URL, where the browser history and other software can read them.",
    remediation: "Use code with PKCE instead.",
    standards: [rfc9700("2.1.2"), rfc8252("8.2"), asvs("10", "4.4"), asvs("10", "6.1")],
    docs: {
        details:
            "With the implicit flow, Cognito returns tokens in the fragment of the callback URL, where the browser history, scripts and browser extensions can read them. " +
            "The authorization code flow (code) with PKCE replaces it for apps in a browser or on a device. " +
            "The message also says if the client has a secret, which the implicit flow never uses.",
        fix: "Removes implicit if allowedOauthFlows also has code. It changes nothing if implicit is the only sign-in flow, or if the list has an unknown element.",
        whenNotToUse: "Exempt the clients of old apps that can only request tokens (response_type=token) until they are migrated.",
        sources: ["https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2"],
    },
    examples: {
        incorrect: [{ client: { allowedOauthFlows: ["code", "implicit"] } }],
        correct: [{ client: { allowedOauthFlows: ["code"] } }],
    },
    checks: [
        (client, { report }) => {
            if (!has(client.allowedOauthFlows, "implicit")) return;
            report("allowedOauthFlows", hasSecret(client) ? messages.implicitWithSecret() : messages.implicit());
        },
    ],
    fix: ({ allowedOauthFlows = [] }) =>
        allowedOauthFlows.includes("code") ? { allowedOauthFlows: allowedOauthFlows.filter(flow => flow !== "implicit") } : {},
});
