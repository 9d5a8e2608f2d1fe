import { defineRule } from "../core/rule";
import { matchesWildcard } from "../util/wildcard";
import { enumerate } from "../util/wording";
import { asvs, rfc9700 } from "./shared/standards";

const messages = {
    notAllowed: (scopes: readonly string[], allowed: readonly string[]) =>
        `has ${enumerate(scopes)}; it may contain only ${enumerate(allowed)}.`,
};

export default defineRule({
    name: "limit-oauth-scopes",
    title: "Allowed OAuth scopes",
    category: "limits",
    level: "mandatory",
    severity: "medium",
    description: "Clients may have only the OAuth scopes that the organization allows, so that access tokens grant no more than apps need.",
    remediation: "Remove the scopes that are not allowed, or add them to the option allowedScopes.",
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
            "By default the option is empty and the rule accepts every scope; Cognito accepts up to 50 per client.",
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
            const others = filter(client.allowedOauthScopes, scope => !allowedScopes.some(pattern => matchesWildcard(pattern, scope)));
            if (others.length > 0) report("allowedOauthScopes", messages.notAllowed(others, allowedScopes));
        },
    ],
});
