import { known } from "../client";
import { BUILT_IN_PROVIDERS } from "../cognito/identity-providers";
import { defineStackRule } from "../rule";
import { holds, type Pool } from "../stack";
import { didYouMean, enumerate, nearest } from "../text";

const messages = {
    missing: (names: readonly string[], pool: string, existing: readonly string[]) =>
        `supportedIdentityProviders has ${enumerate(names.map(name => question(name, existing)))}, which the user pool ${pool} lacks.`,
};

function question(name: string, existing: readonly string[]): string {
    const meant = nearest(name, existing);
    return `"${name}"${didYouMean(meant)}`;
}

/** A pool whose providers are in the stack has no others; one without any may have them elsewhere, but not under a built-in name. */
function lacks({ identityProviders }: Pool, name: string): boolean {
    if (name === "COGNITO" || holds(identityProviders, ({ providerName }) => providerName === name)) return false;
    return BUILT_IN_PROVIDERS.includes(name) || holds(identityProviders, () => true);
}

export default defineStackRule({
    name: "match-identity-providers",
    level: "advisory",
    severity: "medium",
    description: "Users can only sign in through identity providers that the user pool has; the deployment fails for any other.",
    remediation: "Name an identity provider of the user pool, or add it to the stack.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ supportedIdentityProviders, pool }) {
            const missing = yield* known(supportedIdentityProviders, name => lacks(pool, name));
            if (missing.length === 0) return;
            const existing = pool.identityProviders.certain.map(({ providerName = "" }) => providerName);
            yield messages.missing(missing, pool.name, existing);
        },
    ],
});
