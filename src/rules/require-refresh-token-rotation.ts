import { type Client, has, known, type NotKnown } from "../client";
import { isSignIn } from "../cognito/auth-flows";
import { type Check, defineRule } from "../rule";

const messages = {
    unset: () => "refreshTokenRotation is not set, and the client has no secret.",
    notEnabled: (feature: string) => `refreshTokenRotation.feature is ${feature}, and the client has no secret.`,
};

/** A client with several ways to a refresh token hears of each in the same words, and so once. */
const rotatesWhere = (getsRefreshTokens: (client: Client) => Generator<NotKnown, boolean>): Check =>
    function* (client) {
        const feature = client.refreshTokenRotation?.feature;
        if (feature === "ENABLED" || client.generateSecret || !(yield* getsRefreshTokens(client))) return;
        yield feature === undefined ? messages.unset() : messages.notEnabled(feature);
    };

export default defineRule({
    name: "require-refresh-token-rotation",
    level: "disabled",
    severity: "medium",
    description: "Where an app has no secret, a refresh token must be good for one use, so that a stolen one is soon worth nothing.",
    remediation:
        "Set refreshTokenRotation.feature to ENABLED, which needs a user pool of the Essentials or Plus plan and an app that calls GetTokensFromRefreshToken.",
    url: "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.2.2",
    messages,
    checks: [
        rotatesWhere(function* (client) {
            return client.allowedOauthFlowsUserPoolClient === true && has(client.allowedOauthFlows, "code");
        }),
        rotatesWhere(function* ({ explicitAuthFlows }) {
            return explicitAuthFlows === undefined || (yield* known(explicitAuthFlows)).some(isSignIn);
        }),
    ],
});
