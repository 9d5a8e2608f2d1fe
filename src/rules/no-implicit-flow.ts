import { type Client, has } from "../client";
import { defineRule } from "../rule";

const messages = {
    implicit: (secret: boolean) =>
        `allowedOauthFlows has implicit.${secret ? " It never asks for the client secret that generateSecret makes." : ""}`,
};

/** The flow is there either way, so a secret that cannot be read counts as none. */
function surelyHasSecret(client: Client): boolean {
    try {
        return client.generateSecret === true;
    } catch {
        return false;
    }
}

export default defineRule({
    name: "no-implicit-flow",
    level: "advisory",
    severity: "high",
    description: "Tokens must not reach the app in a URL, where browser history and other software can read them.",
    remediation: "Use code instead, with PKCE.",
    url: "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2",
    messages,
    checks: [
        function* (client) {
            if (has(client.allowedOauthFlows, "implicit")) yield messages.implicit(surelyHasSecret(client));
        },
    ],
    fix: ({ allowedOauthFlows = [] }) =>
        allowedOauthFlows.includes("code") ? { allowedOauthFlows: allowedOauthFlows.filter(flow => flow !== "implicit") } : {},
});
