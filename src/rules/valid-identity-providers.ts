import { BUILT_IN_PROVIDERS, joinedProviders, MAX_PROVIDER_NAME, type ProviderDefect, providerDefect } from "../cognito/identity-providers";
import { defineRule } from "../core/rule";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";
import { checkElements } from "./shared/check-elements";

const defects = {
    characters: (names: readonly string[]) =>
        `has ${enumerate(names.map(quoted))}; a name may have only letters, numbers, punctuation, symbols and spaces.`,
    length: (names: readonly string[]) =>
        `has ${enumerate(names.map(name => `${quoted(name)} (${value([...name].length)} characters)`))}; a name must have at most ${MAX_PROVIDER_NAME}.`,
};

/** Returns why a name is rejected; undefined for several names in one element, which no-joined-values reports. */
function defectOf(name: string): ProviderDefect | undefined {
    return joinedProviders(name) ? undefined : providerDefect(name);
}

export default defineRule({
    name: "valid-identity-providers",
    title: "Valid names of identity providers",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: `Names of identity providers must have 1 to ${MAX_PROVIDER_NAME} visible characters or spaces.`,
    remediation: "Use the provider's name in the user pool.",
    standards: [],
    docs: {
        details:
            `The built-in identity providers are ${enumerate(BUILT_IN_PROVIDERS)}; SAML and OIDC providers have the name that was chosen for them in the user pool. ` +
            `A name has 1 to ${MAX_PROVIDER_NAME} characters of any script: letters, numbers, punctuation, symbols and spaces, so Azure AD is a valid name. ` +
            "Control characters such as line breaks, invisible format characters such as the zero-width space, and characters that Unicode has not assigned are not allowed. " +
            "Several names in one element are reported by no-joined-values only. " +
            "By default, a client has no identity provider.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            { client: { supportedIdentityProviders: ["COGNITO", "acme-corporate-azure-active-directory"] } },
            { client: { supportedIdentityProviders: ["COGNITO", "Google\n"] } },
        ],
        correct: [{ client: { supportedIdentityProviders: ["COGNITO", "Google", "Azure AD"] } }],
    },
    checks: [checkElements("supportedIdentityProviders", defectOf, defects)],
});
