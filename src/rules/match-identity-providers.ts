import { BUILT_IN_PROVIDERS, correctProvider } from "../cognito/identity-providers";
import { resourcesWith, someResource } from "../core/owned-resources";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { quoted, value } from "../core/values";
import { didYouMean, enumerate, nearest } from "../util/wording";
import { namesOf, providerName } from "./shared/listed-providers";

/** More names than a user pool can have are not searched for suggestions. */
const MAX_SUGGESTED = 300;

const messages = {
    missing: (names: readonly string[], pool: string, existing: readonly string[]) =>
        `has ${enumerate(names.map(name => withSuggestion(name, existing)))}, which the user pool ${value(pool)} does not have.`,
};

function withSuggestion(name: string, existing: readonly string[]): string {
    const suggestion = nearest(name, existing);
    return quoted(name) + didYouMean(suggestion && value(suggestion));
}

/** Whether a user pool lacks an identity provider. If the stack has none of the pool's, one that is not built in may be in another stack. */
function isMissing({ identityProviders }: Pool, name: string): boolean {
    if (name === "COGNITO" || correctProvider(name) !== undefined) return false; // no-misspelled-identity-providers reports a misspelled name
    if (resourcesWith(identityProviders, providerName, name).length > 0) return false;
    return BUILT_IN_PROVIDERS.includes(name) || someResource(identityProviders, () => true);
}

export default defineRule({
    name: "match-identity-providers",
    title: "Identity providers of the user pool",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "supportedIdentityProviders must list identity providers of the user pool.",
    remediation: "Correct the name, or add the identity provider to the stack.",
    standards: [],
    docs: {
        details:
            "Each name but COGNITO, which stands for the user pool itself, must be the providerName of an identity provider of the pool; names are case-sensitive. " +
            "Facebook, Google, LoginWithAmazon and SignInWithApple must be in the stack. Any other name is reported only if the stack has identity providers of the pool, but none of this name. " +
            "A misspelled name of a built-in identity provider is reported by no-misspelled-identity-providers alone.",
        whenNotToUse: "Turn it off if identity providers of the user pool are created in another stack or outside of Pulumi.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ pool: {}, identityProvider: { providerName: "Okta" }, client: { supportedIdentityProviders: ["okta"] } }],
        correct: [{ pool: {}, identityProvider: { providerName: "Okta" }, client: { supportedIdentityProviders: ["COGNITO", "Okta"] } }],
    },
    checks: [
        ({ supportedIdentityProviders }, { pool, report, filter }) => {
            if (supportedIdentityProviders === undefined || pool.isOpen) return; // all files of a program are read for isOpen
            const missing = filter(supportedIdentityProviders, name => isMissing(pool, name));
            if (missing.length === 0) return;
            const existing = namesOf(pool.identityProviders.owned.slice(0, MAX_SUGGESTED));
            report("supportedIdentityProviders", messages.missing(missing, pool.name, existing));
        },
    ],
});
