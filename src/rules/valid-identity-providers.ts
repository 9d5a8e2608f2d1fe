import { BUILT_IN_PROVIDERS, MAX_PROVIDER_NAME, type ProviderDefect, providerDefect } from "../cognito/identity-providers";
import { type Check, defineRule } from "../core/rule";
import { enumerate, quote } from "../util/wording";

const messages = {
    characters: (names: readonly string[]) =>
        `has ${enumerate(names.map(quote))}; a name may have only letters, numbers, punctuation, symbols and spaces.`,
    length: (names: readonly string[]) =>
        `has ${enumerate(names.map(name => `${quote(name)} (${[...name].length} characters)`))}; a name must have 1 to ${MAX_PROVIDER_NAME}.`,
};

function withoutDefect(defect: ProviderDefect): Check {
    return ({ supportedIdentityProviders }, { report, filter }) => {
        const names = filter(supportedIdentityProviders, name => providerDefect(name) === defect);
        if (names.length > 0) report("supportedIdentityProviders", messages[defect](names));
    };
}

export default defineRule({
    name: "valid-identity-providers",
    title: "Valid names of identity providers",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: `Names of identity providers must have 1 to ${MAX_PROVIDER_NAME} characters and no invisible ones, or the deployment fails.`,
    remediation: "Use the name that the provider has in the user pool, without line breaks, tabs and other invisible characters.",
    standards: [],
    docs: {
        details:
            `The built-in identity providers are ${enumerate(BUILT_IN_PROVIDERS)}; SAML and OIDC providers have the name that was chosen for them in the user pool. ` +
            `A name has 1 to ${MAX_PROVIDER_NAME} characters of any script: letters, numbers, punctuation, symbols and spaces, so Azure AD is a valid name. ` +
            "Control characters such as line breaks, invisible format characters such as the zero-width space, and characters that Unicode has not assigned are not allowed. " +
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
    checks: [withoutDefect("characters"), withoutDefect("length")],
});
