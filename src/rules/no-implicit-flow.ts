import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { asvs, rfc8252, rfc9700 } from "./shared/standards";

const messages = {
    implicit: () => 'has "implicit".',
};

export default defineRule({
    name: "no-implicit-flow",
    title: "No implicit flow",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Apps must not use the implicit flow, which returns tokens in a URL, where others can read them.",
    remediation: 'Use the flow "code" with PKCE.',
    standards: [rfc9700("2.1.2"), rfc8252("8.2"), asvs("10", "4.4"), asvs("10", "6.1")],
    docs: {
        details:
            "With the implicit flow, Cognito returns tokens in the fragment of the callback URL, where the browser history, scripts and browser extensions can read them. " +
            "The authorization code flow (code) with PKCE replaces it for apps in a browser or on a device.",
        fix: "Removes implicit if allowedOauthFlows also has code; changes nothing otherwise, or if the list has an unknown element.",
        whenNotToUse: "Exempt clients of apps that can only request tokens (response_type=token) until they are migrated.",
        sources: ["https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2"],
    },
    examples: {
        incorrect: [{ client: { allowedOauthFlows: ["code", "implicit"] } }],
        correct: [{ client: { allowedOauthFlows: ["code"] } }],
    },
    checks: [
        ({ allowedOauthFlows }, { report }) => {
            if (has(allowedOauthFlows, "implicit")) report("allowedOauthFlows", messages.implicit());
        },
    ],
    fix: ({ allowedOauthFlows = [] }) =>
        allowedOauthFlows.includes("code") ? { allowedOauthFlows: allowedOauthFlows.filter(flow => flow !== "implicit") } : {},
});
