import { isRejectedScope } from "../cognito/oauth";
import { allOf } from "../core/properties";
import { defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { matchesWildcard } from "../util/wildcard";
import { enumerate } from "../util/wording";
import { asvs, rfc9700 } from "./shared/standards";

const messages = {
    notAllowed: (scopes: readonly string[], allowed: readonly string[]) =>
        `has ${enumerate(scopes.map(quoted))}; only ${enumerate(allowed)} ${allowed.length === 1 ? "is" : "are"} allowed.`,
};

export default defineRule({
    name: "limit-oauth-scopes",
    title: "Allowed OAuth scopes",
    category: "limits",
    level: "mandatory",
    severity: "medium",
    description: "Clients may have only the OAuth scopes that the organization allows.",
    remediation: "Remove them, or add them to allowedScopes.",
    standards: [rfc9700("2.3"), asvs("10", "4.11")],
    options: {
        allowedScopes: {
            type: "array",
            items: { type: "string", minLength: 1 },
            default: [] as string[],
            description: "Scopes that clients may have; * matches any characters. Empty: any scope.",
        },
    },
    docs: {
        details:
            "The rule compares each scope in allowedOauthScopes with the option allowedScopes, case-sensitively, as Cognito does. A * in the option matches any characters, so shop/* allows every scope of the resource server shop. " +
            "By default the option is empty and the rule accepts every scope; Cognito accepts up to 50 per client. " +
            "Scopes that AWS rejects are reported by valid-oauth-scopes only.",
        whenNotToUse: "Leave the option empty if the organization does not restrict scopes.",
        sources: ["https://www.rfc-editor.org/rfc/rfc9700.html#section-2.3"],
    },
    examples: {
        incorrect: [
            {
                client: { allowedOauthScopes: ["openid", "phone", "billing/write"] },
                options: { allowedScopes: ["openid", "email", "shop/*"] },
            },
        ],
        correct: [
            { client: { allowedOauthScopes: ["openid", "shop/orders.read"] }, options: { allowedScopes: ["openid", "email", "shop/*"] } },
        ],
    },
    checks: [
        (client, { options: { allowedScopes }, report, filter }) => {
            if (allowedScopes.length === 0) return;
            const isAllowed = (scope: string) => allowedScopes.some(pattern => matchesWildcard(pattern, scope));
            const others = filter(client.allowedOauthScopes, scope =>
                allOf(
                    () => !isAllowed(scope),
                    () => !isRejectedScope(client, scope),
                ),
            );
            if (others.length > 0) report("allowedOauthScopes", messages.notAllowed(others, allowedScopes));
        },
    ],
});
