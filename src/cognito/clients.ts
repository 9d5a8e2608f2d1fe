import type { Client } from "../core/client";
import { allOf, has, some } from "../core/properties";
import { CLIENT_TOKEN_FLOW, CUSTOM_FLOW, isSignIn } from "./auth-flows";
import { correctProvider } from "./identity-providers";
import { isSignInFlow, USER_ADMIN_SCOPE } from "./oauth";

// Each function throws UnknownValueError if the answer depends on an unknown value.

/**
 * Whether a client is for services: client_credentials is its only OAuth flow, or it has ALLOW_CLIENT_TOKEN_AUTH. Such a client has no
 * users, and gets neither ID tokens nor refresh tokens. Source: the developer guide, page on the token endpoint.
 */
export function isServiceClient(client: Client): boolean {
    return some([usesOnlyClientCredentials, hasClientTokenFlow], test => test(client));
}

/** Whether client_credentials is the only OAuth flow of a client. */
export function usesOnlyClientCredentials(client: Client): boolean {
    return allOf(
        () => client.allowedOauthFlowsUserPoolClient === true,
        () => client.allowedOauthFlows !== undefined && !some(client.allowedOauthFlows, flow => flow !== "client_credentials"),
    );
}

/** Cognito accepts no other flow next to it. */
function hasClientTokenFlow({ explicitAuthFlows }: Client): boolean {
    return has(explicitAuthFlows, CLIENT_TOKEN_FLOW);
}

/** Whether users sign in to a client on the pages of managed login. */
export function hasManagedLogin(client: Client): boolean {
    return allOf(
        () => client.allowedOauthFlowsUserPoolClient === true,
        () => some(client.allowedOauthFlows, isSignInFlow),
    );
}

/** Whether all users of managed login come from identity providers. A misspelled COGNITO counts as COGNITO. */
export function isFederatedClient(client: Client): boolean {
    return allOf(
        () => hasManagedLogin(client),
        () => client.supportedIdentityProviders !== undefined && !some(client.supportedIdentityProviders, isUserPool),
    );
}

function isUserPool(provider: string): boolean {
    return (correctProvider(provider) ?? provider) === "COGNITO";
}

/** Whether explicitAuthFlows enable a flow for sign-in, as an unset list does. */
export function enablesSignIn({ explicitAuthFlows }: Client): boolean {
    return explicitAuthFlows === undefined || some(explicitAuthFlows, isSignIn);
}

/**
 * Whether a client with refresh token rotation has at most ALLOW_CUSTOM_AUTH for sign-in. A client with rotation cannot have less:
 * rotation excludes ALLOW_REFRESH_TOKEN_AUTH, and an empty list means the default.
 */
export function hasMinimumForRotation(client: Client): boolean {
    return allOf(
        () => client.explicitAuthFlows !== undefined && !some(client.explicitAuthFlows, flow => isSignIn(flow) && flow !== CUSTOM_FLOW),
        () => client.refreshTokenRotation?.feature === "ENABLED",
    );
}

/**
 * Whether users of the user pool can sign in to a client with the Cognito API. In a client that needs no such sign-in, ALLOW_CUSTOM_AUTH
 * with rotation does not count: it fails unless the pool has Lambda triggers for custom challenges.
 */
export function hasApiSignIn(client: Client): boolean {
    return allOf(
        () => enablesSignIn(client),
        () =>
            !allOf(
                () => hasMinimumForRotation(client),
                () => some([isServiceClient, isFederatedClient], test => test(client)),
            ),
    );
}

/**
 * Whether a client has users who can change attributes: they need an access token with the scope aws.cognito.signin.user.admin,
 * which sign-in with the API always gives, and managed login only if the client allows the scope.
 * Source: UpdateUserAttributes in the API reference, and the developer guide, page on scopes.
 */
export function letsUsersChangeAttributes(client: Client): boolean {
    return allOf(
        () => !isServiceClient(client),
        () => some([hasApiSignIn, hasAdminScope], test => test(client)),
    );
}

function hasAdminScope({ allowedOauthScopes }: Client): boolean {
    return has(allowedOauthScopes, USER_ADMIN_SCOPE);
}
