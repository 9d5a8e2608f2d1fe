import { known } from "../client";
import { BUILT_IN_PROVIDERS, misspeltProvider } from "../cognito/identity-providers";
import { defineRule } from "../rule";
import { didYouMean, enumerate } from "../text";

const messages = {
    misspelt: (names: readonly string[]) =>
        `supportedIdentityProviders has ${enumerate(names.map(name => `"${name}"${didYouMean(misspeltProvider(name))}`))}.`,
};

export default defineRule({
    name: "no-misspelt-identity-providers",
    level: "advisory",
    severity: "medium",
    description:
        "Built-in identity providers have fixed names, in which case counts; by any other, Cognito looks for a SAML or OIDC provider.",
    remediation: `Write ${enumerate(BUILT_IN_PROVIDERS, "or")}, unless the user pool has a SAML or OIDC provider of that name.`,
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ supportedIdentityProviders }) {
            const names = (yield* known(supportedIdentityProviders)).filter(name => misspeltProvider(name) !== undefined);
            if (names.length > 0) yield messages.misspelt(names);
        },
    ],
});
