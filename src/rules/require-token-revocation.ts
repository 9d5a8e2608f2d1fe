import { isServiceClient } from "../cognito/clients";
import { allOf } from "../core/properties";
import { defineRule } from "../core/rule";
import { asvs, cwe } from "./shared/standards";

const messages = {
    disabled: () => "is false.",
};

export default defineRule({
    name: "require-token-revocation",
    title: "Token revocation",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "It must be possible to revoke refresh tokens, or a stolen one works until it expires.",
    remediation: "Set enableTokenRevocation to true, which is the default.",
    standards: [asvs("10", "4.9"), cwe(613)],
    docs: {
        details:
            "With token revocation, an app can revoke a refresh token and the access tokens that were issued for it, for example when a user signs out or reports a lost device. " +
            "Without it, a refresh token is valid until it expires: by default for 30 days, and for up to 3650 days. " +
            "The rule skips clients for services, which have no refresh tokens. " +
            "An import leaves out properties that are false, so the rule does not see that token revocation is disabled in an imported client.",
        fix: "Sets enableTokenRevocation to true. Cognito then adds the claims origin_jti and jti to tokens.",
        whenNotToUse: "Turn it off if an app cannot handle the additional claims in its tokens.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [{ client: { enableTokenRevocation: false } }],
        correct: [{ client: { enableTokenRevocation: true } }],
    },
    checks: [
        (client, { report }) => {
            const isViolated = allOf(
                () => client.enableTokenRevocation === false,
                () => !isServiceClient(client),
            );
            if (isViolated) report("enableTokenRevocation", messages.disabled());
        },
    ],
    fix: () => ({ enableTokenRevocation: true }),
});
