import { enablesSignIn, usesOnlyClientCredentials } from "../cognito/clients";
import { usesCodeFlow } from "../cognito/oauth";
import { allOf, some } from "../core/properties";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { asvs, rfc9700 } from "./shared/standards";

const messages = {
    unset: () => "is not set, and the client has no secret.",
    notEnabled: (feature: string) => `is ${value(feature)}, but the client has no secret.`,
};

export default defineRule({
    name: "require-refresh-token-rotation",
    title: "Refresh token rotation in public clients",
    category: "security",
    level: "disabled",
    severity: "medium",
    description: "Clients without a secret must rotate refresh tokens, so that stolen ones stop working.",
    remediation: "Set it to ENABLED, and list explicitAuthFlows without ALLOW_REFRESH_TOKEN_AUTH.",
    standards: [rfc9700("2.2.2"), rfc9700("4.14.2"), asvs("10", "4.5")],
    docs: {
        details:
            "The rule checks clients without generateSecret that can get refresh tokens: with the OAuth flow code, or with a sign-in flow in explicitAuthFlows, whose default includes sign-in flows. " +
            "It skips clients for services, which get none. " +
            "RFC 9700 requires refresh tokens of such clients to be rotated or bound to their sender, and Cognito offers only rotation. " +
            "By default, Cognito does not rotate: a refresh token can be used until it expires, after 30 days unless refreshTokenValidity says otherwise. " +
            "Rotation needs a user pool in the Essentials or Plus tier, and an app that refreshes tokens with GetTokensFromRefreshToken or at the token endpoint.",
        whenNotToUse:
            "Turn it off for user pools in the Lite tier, which have no rotation, and while an app refreshes tokens with the flow REFRESH_TOKEN_AUTH.",
        sources: [
            "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.2.2",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
        ],
    },
    examples: {
        incorrect: [{ client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } }],
        correct: [
            {
                client: {
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
                    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 },
                },
            },
            { client: { generateSecret: true, explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
        ],
    },
    checks: [
        (client, { report }) => {
            const isViolated = allOf(
                () => client.refreshTokenRotation?.feature !== "ENABLED",
                () => client.generateSecret !== true,
                () => !usesOnlyClientCredentials(client), // other clients for services have a secret
                () => some([usesCodeFlow, enablesSignIn], getsRefreshTokens => getsRefreshTokens(client)),
            );
            if (!isViolated) return;
            const feature = client.refreshTokenRotation?.feature;
            report("refreshTokenRotation.feature", feature === undefined ? messages.unset() : messages.notEnabled(feature));
        },
    ],
});
