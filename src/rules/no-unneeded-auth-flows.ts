import { CUSTOM_FLOW, isSignIn, REFRESH_FLOW } from "../cognito/auth-flows";
import { enablesSignIn, hasMinimumForRotation, isFederatedClient, usesOnlyClientCredentials } from "../cognito/clients";
import type { Client } from "../core/client";
import { allOf } from "../core/properties";
import { type Check, defineRule } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";
import { notSet } from "./shared/not-set";
import { asvs } from "./shared/standards";

const messages = {
    defaultFlows: (state: string, reason: string) => `${state}; the default enables SRP and custom sign-in, but ${reason}.`,
    signInFlows: (flows: readonly string[], reason: string) => `has ${value(enumerate(flows))}, but ${reason}.`,
};

/** Returns a check that reports the flows in which users of the user pool sign in to a client that does not need them. */
function checkSignIn(isUnneeded: (client: Client) => boolean, reason: string): Check {
    return (client, { report, filter }) => {
        const isViolated = allOf(
            () => isUnneeded(client),
            () => enablesSignIn(client),
            () => !hasMinimumForRotation(client),
        );
        if (!isViolated) return;
        const flows = filter(client.explicitAuthFlows, isSignIn);
        const state = notSet(client, "explicitAuthFlows");
        report("explicitAuthFlows", flows.length > 0 ? messages.signInFlows(flows, reason) : messages.defaultFlows(state, reason));
    };
}

export default defineRule({
    name: "no-unneeded-auth-flows",
    title: "No unneeded sign-in flows",
    category: "security",
    level: "advisory",
    severity: "low",
    description: "A client for services or federated users must not enable other sign-in.",
    remediation: `List only ${REFRESH_FLOW} (with refresh token rotation, ${CUSTOM_FLOW}).`,
    standards: [asvs("10", "4.4")],
    docs: {
        details:
            "The rule checks clients for services, whose only OAuth flow is client_credentials, and clients for federated users, with the OAuth flow code or implicit and supportedIdentityProviders without COGNITO. " +
            `If explicitAuthFlows is not set or empty, Cognito accepts ALLOW_USER_SRP_AUTH and ${CUSTOM_FLOW}: a user of the pool who has a password can sign in with the Cognito API instead of the identity provider, since supportedIdentityProviders only restricts managed login. ` +
            `A list with ${REFRESH_FLOW} alone has no flow for sign-in. ` +
            `Since refresh token rotation excludes ${REFRESH_FLOW}, the rule accepts ${CUSTOM_FLOW} as the only flow if rotation is enabled: without Lambda triggers for custom challenges in the user pool, Cognito rejects every such sign-in. ` +
            "Clients for services need no rotation.",
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
        checkSignIn(usesOnlyClientCredentials, "the client is for services"),
        checkSignIn(isFederatedClient, "supportedIdentityProviders does not have COGNITO"),
    ],
});
