import { known } from "../client";
import { type ProviderDefect, providerDefect } from "../cognito/identity-providers";
import { type Check, defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    characters: (names: readonly string[]) =>
        `supportedIdentityProviders has ${enumerate(names.map(name => JSON.stringify(name)))}, with white space or characters that cannot be seen.`,
    length: (names: readonly string[]) =>
        `supportedIdentityProviders has ${enumerate(names.map(name => `"${name}" (${[...name].length} characters)`))}; Cognito takes 1 to 32 characters.`,
};

const without = (defect: ProviderDefect): Check =>
    function* ({ supportedIdentityProviders }) {
        const names = (yield* known(supportedIdentityProviders)).filter(name => providerDefect(name) === defect);
        if (names.length > 0) yield messages[defect](names);
    };

export default defineRule({
    name: "valid-identity-providers",
    level: "mandatory",
    severity: "medium",
    description: "Names of identity providers must be ones that Cognito accepts, or the deployment fails.",
    remediation: "Name each provider as the user pool does.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [without("characters"), without("length")],
});
