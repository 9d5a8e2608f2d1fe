import { isSignIn } from "../cognito/auth-flows";
import { usesCodeFlow } from "../cognito/oauth";
import type { Client } from "../core/client";
import { type Check, type Context, defineRule } from "../core/rule";
import { asvs, rfc9700 } from "./shared/standards";

const messages = {
    unset: () => "is not set, and the client has no secret.",
    notEnabled: (feature: string) => `is ${feature}, and the client has no secret.`,
};

/** Requires rotation if the client has no secret and can get refresh tokens in the tested way. The message is the same for every way. */
function rotationIf(canGetRefreshTokens: (client: Client, filter: Context<unknown>["filter"]) => boolean): Check {
    return (client, { report, filter }) => {
        const feature = client.refreshTokenRotation?.feature;
        if (feature === "ENABLED" || client.generateSecret || !canGetRefreshTokens(client, filter)) return;
        report("refreshTokenRotation.feature", feature === undefined ? messages.unset() : messages.notEnabled(feature));
    };
}

export default defineRule({
    name: "require-refresh-token-rotation",
    title: "Refresh token rotation in public clients",
    category: "security",
    level: "disabled",
    severity: "medium",
    description:
        "Clients without a secret must rotate refresh tokens, so that each token can be used only once and a stolen one soon stops working.",
    remediation:
        "Set refreshTokenRotation.feature to ENABLED and list explicitAuthFlows without ALLOW_REFRESH_TOKEN_AUTH. " +
        "The user pool must be in the Essentials or Plus tier, and the app must refresh tokens with GetTokensFromRefreshToken or at the token endpoint.",
    standards: [rfc9700("2.2.2"), rfc9700("4.14.2"), asvs("10", "4.5")],
    docs: {
        details:
            "The rule checks clients without generateSecret that can get refresh tokens: with the OAuth flow code in managed login, or with a sign-in flow in explicitAuthFlows, whose default includes sign-in flows. " +
            "ALLOW_CLIENT_TOKEN_AUTH and the token exchange flows issue no refresh tokens. " +
            "RFC 9700 requires such clients to use refresh tokens that are rotated or bound to their sender, and Cognito offers only rotation. " +
            "By default, Cognito does not rotate: a refresh token can be used until it expires, after 30 days unless refreshTokenValidity says otherwise.",
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
        rotationIf(usesCodeFlow),
        rotationIf(({ explicitAuthFlows }, filter) => explicitAuthFlows === undefined || filter(explicitAuthFlows, isSignIn).length > 0),
    ],
});
