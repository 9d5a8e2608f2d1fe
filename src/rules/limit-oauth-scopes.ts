import { known } from "../client";
import { matchesPattern } from "../pattern";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    notAllowed: (scopes: readonly string[], allowed: readonly string[]) =>
        `allowedOauthScopes has ${enumerate(scopes)}; allowed are ${enumerate(allowed)}.`,
};

export default defineRule({
    name: "limit-oauth-scopes",
    level: "mandatory",
    severity: "medium",
    description: "Clients must ask for no other OAuth scopes than those that the organisation allows.",
    remediation: "Remove the others, or have them added to this policy's option scopes.",
    url: "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.3",
    options: {
        scopes: {
            type: "array",
            items: { type: "string", minLength: 1 },
            default: [] as string[],
            description: "The scopes that clients may have (* stands for any characters). None: any scope.",
        },
    },
    messages,
    checks: [
        function* (client, { scopes: allowed }) {
            if (allowed.length === 0) return;
            const others = (yield* known(client.allowedOauthScopes)).filter(
                scope => !allowed.some(pattern => matchesPattern(pattern, scope)),
            );
            if (others.length > 0) yield messages.notAllowed(others, allowed);
        },
    ],
});
