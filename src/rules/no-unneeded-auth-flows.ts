import { CLIENT_TOKEN_FLOW, isSignIn, REFRESH_FLOW } from "../cognito/auth-flows";
import { isFederatedClient, isServiceClient } from "../cognito/clients";
import type { Client } from "../core/client";
import { type Check, defineRule } from "../core/rule";
import { enumerate } from "../util/wording";
import { asvs } from "./shared/standards";

/** The flow for custom challenges, which Lambda triggers of the user pool define. */
const CUSTOM_FLOW = "ALLOW_CUSTOM_AUTH";

const messages = {
    defaultFlows: (reason: string) => `is not set; by default, users can sign in with SRP and custom challenges, but ${reason}.`,
    signInFlows: (flows: readonly string[], reason: string) => `has ${enumerate(flows)}, but ${reason}.`,
};

/** Whether no list is better, since refresh token rotation excludes the refresh flow and an empty list means the default. */
function isBestWithRotation(flows: readonly string[], client: Client): boolean {
    return flows.join() === CUSTOM_FLOW && client.refreshTokenRotation?.feature === "ENABLED";
}

/** Reports the flows in which users sign in if the client does not need them. */
function withoutSignIn(isUnneeded: (client: Client) => boolean, reason: string): Check {
    return (client, { report, filter }) => {
        if (!isUnneeded(client)) return;
        if (client.explicitAuthFlows === undefined) return report("explicitAuthFlows", messages.defaultFlows(reason));
        const flows = filter(client.explicitAuthFlows, isSignIn);
        if (flows.length > 0 && !isBestWithRotation(flows, client)) report("explicitAuthFlows", messages.signInFlows(flows, reason));
    };
}

export default defineRule({
    name: "no-unneeded-auth-flows",
    title: "No unneeded sign-in flows",
    category: "security",
    level: "advisory",
    severity: "low",
    description:
        "Clients for machine-to-machine authorization or for federated users must not have auth flows in which users of the user pool sign in, because their apps do not need them.",
    remediation:
        `Set explicitAuthFlows to ["${REFRESH_FLOW}"], which lets no user sign in, or keep only ${CLIENT_TOKEN_FLOW} if the client uses it. ` +
        `Refresh token rotation excludes ${REFRESH_FLOW}: ` +
        `remove refreshTokenRotation from a client for machine-to-machine authorization; for federated users, use ["${CUSTOM_FLOW}"] if the user pool has no Lambda triggers for custom challenges.`,
    standards: [asvs("10", "4.4")],
    docs: {
        details:
            "The rule checks clients for machine-to-machine authorization, whose only OAuth flow is client_credentials or which have ALLOW_CLIENT_TOKEN_AUTH, and clients for federated users, with the OAuth flow code or implicit and supportedIdentityProviders without COGNITO. " +
            `If explicitAuthFlows is not set or empty, Cognito accepts ALLOW_USER_SRP_AUTH and ${CUSTOM_FLOW}: a user of the pool who has a password can sign in with the Cognito API instead of the identity provider, since supportedIdentityProviders only restricts managed login. ` +
            `A list with ${REFRESH_FLOW} alone has no flow for sign-in. ` +
            `Since refresh token rotation excludes ${REFRESH_FLOW}, the rule accepts ${CUSTOM_FLOW} alone if rotation is enabled: without Lambda triggers for custom challenges in the user pool, Cognito rejects every such sign-in.`,
        whenNotToUse: "Exempt clients whose users sign in with the Cognito API as well, such as administrators or test users.",
        sources: [
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html",
        ],
    },
    examples: {
        incorrect: [
            {
                client: {
                    generateSecret: true,
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["client_credentials"],
                    allowedOauthScopes: ["orders/read"],
                },
            },
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                    supportedIdentityProviders: ["Okta"],
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
                },
            },
        ],
        correct: [
            {
                client: {
                    generateSecret: true,
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["client_credentials"],
                    allowedOauthScopes: ["orders/read"],
                    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
                },
            },
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                    supportedIdentityProviders: ["Okta"],
                    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
                },
            },
        ],
    },
    checks: [
        withoutSignIn(isServiceClient, "the client is for machine-to-machine authorization"),
        withoutSignIn(isFederatedClient, "supportedIdentityProviders does not have COGNITO"),
    ],
});
