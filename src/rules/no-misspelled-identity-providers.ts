import { BUILT_IN_PROVIDERS, correctProvider } from "../cognito/identity-providers";
import { defineRule } from "../core/rule";
import { didYouMean, enumerate, quote } from "../util/wording";

const messages = {
    misspelled: (names: readonly string[]) => `has ${enumerate(names.map(name => `${quote(name)}${didYouMean(correctProvider(name))}`))}.`,
};

export default defineRule({
    name: "no-misspelled-identity-providers",
    title: "No misspelled identity providers",
    category: "security",
    level: "advisory",
    severity: "medium",
    description:
        "The names of built-in identity providers must be spelled exactly: Cognito treats any other name as a SAML or OIDC provider.",
    remediation:
        "Use the exact name of the built-in provider. If the user pool has a SAML or OIDC provider with the reported name, exempt the client.",
    standards: [],
    docs: {
        details:
            `The built-in identity providers are ${enumerate(BUILT_IN_PROVIDERS)}; their names are case-sensitive. ` +
            "The rule reports names in supportedIdentityProviders that differ from one of them only in case, and other names of the same brand such as Apple or Login with Amazon. " +
            "AWS rejects the client if the user pool has no provider with that name.",
        whenNotToUse: "Exempt clients that use a SAML or OIDC provider with such a name.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { supportedIdentityProviders: ["Cognito", "Apple"] } }],
        correct: [{ client: { supportedIdentityProviders: ["COGNITO", "SignInWithApple"] } }],
    },
    checks: [
        ({ supportedIdentityProviders }, { report, filter }) => {
            const names = filter(supportedIdentityProviders, name => correctProvider(name) !== undefined);
            if (names.length > 0) report("supportedIdentityProviders", messages.misspelled(names));
        },
    ],
});
