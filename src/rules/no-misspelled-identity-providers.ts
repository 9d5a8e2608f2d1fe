import { BUILT_IN_PROVIDERS, correctProvider } from "../cognito/identity-providers";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";
import { invalidNames } from "./shared/invalid-names";
import { suggest } from "./shared/suggestions";

const messages = {
    misspelled: (names: readonly string[]) =>
        invalidNames(names, name => suggest(correctProvider(name)), "a built-in identity provider", "built-in identity providers"),
};

export default defineRule({
    name: "no-misspelled-identity-providers",
    title: "No misspelled identity providers",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Built-in identity providers must have their exact names.",
    remediation: "Correct the name, or exempt the client if a SAML or OIDC provider has it.",
    standards: [],
    docs: {
        details:
            `The built-in identity providers are ${enumerate(BUILT_IN_PROVIDERS)}; their names are case-sensitive, and any other name is that of a SAML or OIDC provider. ` +
            "The rule reports names that differ from one of them only in case, and other names of the same brand such as Apple or Login with Amazon. " +
            "AWS rejects the client if the user pool has no provider of that name.",
        whenNotToUse: "Exempt clients that use a SAML or OIDC provider with such a name.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { supportedIdentityProviders: ["COGNITO", "Apple"] } }],
        correct: [{ client: { supportedIdentityProviders: ["COGNITO", "SignInWithApple"] } }],
    },
    checks: [
        ({ supportedIdentityProviders }, { report, filter }) => {
            const names = filter(supportedIdentityProviders, name => correctProvider(name) !== undefined);
            if (names.length > 0) report("supportedIdentityProviders", messages.misspelled(names));
        },
    ],
});
