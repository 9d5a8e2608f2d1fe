import { BUILT_IN_PROVIDERS } from "../cognito/identity-providers";
import { defineRule } from "../core/rule";
import { type Pool, someResource } from "../core/user-pools";
import { didYouMean, enumerate, nearest } from "../util/wording";

const messages = {
    missing: (names: readonly string[], pool: string, existing: readonly string[]) =>
        `has ${enumerate(names.map(name => withSuggestion(name, existing)))}, which the user pool ${pool} does not have.`,
};

function withSuggestion(name: string, existing: readonly string[]): string {
    return `"${name}"${didYouMean(nearest(name, existing))}`;
}

/** Whether a user pool lacks an identity provider. If the stack has none of the pool's, one that is not built in may be in another stack. */
function isMissing({ identityProviders }: Pool, name: string): boolean {
    if (name === "COGNITO" || someResource(identityProviders, ({ providerName }) => providerName === name)) return false;
    return BUILT_IN_PROVIDERS.includes(name) || someResource(identityProviders, () => true);
}

export default defineRule({
    name: "match-identity-providers",
    title: "Identity providers of the user pool",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "supportedIdentityProviders must list identity providers that the user pool has, or the deployment fails.",
    remediation: "Use the name of an identity provider of the user pool, or add the identity provider to the stack.",
    standards: [],
    docs: {
        details:
            "Each name but COGNITO, which stands for the user pool itself, must be the providerName of an identity provider of the pool; names are case-sensitive. " +
            "Facebook, Google, LoginWithAmazon and SignInWithApple must be in the stack. Any other name is reported only if the stack has identity providers of the pool, but none of this name.",
        whenNotToUse: "Turn it off if identity providers of the user pool are created in another stack or outside of Pulumi.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ pool: {}, identityProvider: { providerName: "Google" }, client: { supportedIdentityProviders: ["google"] } }],
        correct: [
            { pool: {}, identityProvider: { providerName: "Google" }, client: { supportedIdentityProviders: ["COGNITO", "Google"] } },
        ],
    },
    checks: [
        ({ supportedIdentityProviders }, { pool, report, filter }) => {
            const missing = filter(supportedIdentityProviders, name => isMissing(pool, name));
            if (missing.length === 0) return;
            const existing = pool.identityProviders.owned.map(({ providerName = "" }) => providerName);
            report("supportedIdentityProviders", messages.missing(missing, pool.name, existing));
        },
    ],
});
