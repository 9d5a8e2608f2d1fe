import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import {
    hasApiSignIn,
    hasManagedLogin,
    isFederatedClient,
    isServiceClient,
    letsUsersChangeAttributes,
    usesOnlyClientCredentials,
} from "../../src/cognito/clients";
import { type Client, readClient } from "../../src/core/client";
import { UnknownValueError } from "../../src/core/properties";

const SERVICE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };
const TOKEN = { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] };
const CODE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };
const FEDERATED = { ...CODE, supportedIdentityProviders: ["Okta"] };
const NO_SIGN_IN = { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] };
const CUSTOM = { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] };
const ROTATION = { refreshTokenRotation: { feature: "ENABLED" } };
const ADMIN_SCOPE = { allowedOauthScopes: ["openid", "aws.cognito.signin.user.admin"] };

type Case = readonly [name: string, props: object];

interface Cases {
    readonly yes: readonly Case[];
    readonly no: readonly Case[];
    /** Clients for which the answer depends on an unknown value, and its path. */
    readonly unknown: readonly (readonly [...Case, property: string])[];
}

function testClients(test: (client: Client) => boolean, { yes, no, unknown }: Cases): void {
    describe(test.name, () => {
        for (const [name, props] of yes) it(`is true for ${name}`, () => assert.equal(test(readClient(props)), true));
        for (const [name, props] of no) it(`is false for ${name}`, () => assert.equal(test(readClient(props)), false));
        for (const [name, props, property] of unknown)
            it(`throws for ${name}`, () => assert.throws(() => test(readClient(props)), new UnknownValueError(property)));
    });
}

testClients(isServiceClient, {
    yes: [
        ["client_credentials alone", SERVICE],
        ["ALLOW_CLIENT_TOKEN_AUTH", TOKEN],
        ["ALLOW_CLIENT_TOKEN_AUTH next to another flow", { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }],
        ["client_credentials with unknown auth flows", { ...SERVICE, explicitAuthFlows: unknown }],
        [
            "ALLOW_CLIENT_TOKEN_AUTH with unknown OAuth flows",
            { ...TOKEN, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
        ],
    ],
    no: [
        ["unset properties", {}],
        ["client_credentials without the flag", { ...SERVICE, allowedOauthFlowsUserPoolClient: false }],
        ["client_credentials next to code", { ...SERVICE, allowedOauthFlows: ["client_credentials", "code"] }],
        ["no OAuth flows", { ...SERVICE, allowedOauthFlows: [] }],
        ["sign-in flows", { ...CODE, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }],
        ["unknown OAuth flows without the flag", { allowedOauthFlows: unknown }],
        ["an unknown OAuth flow after code", { ...CODE, allowedOauthFlows: ["code", unknown] }],
        ["an unknown flag without OAuth flows", { allowedOauthFlowsUserPoolClient: unknown }],
    ],
    unknown: [
        ["an unknown flag", { ...SERVICE, allowedOauthFlowsUserPoolClient: unknown }, "allowedOauthFlowsUserPoolClient"],
        ["an unknown OAuth flow", { ...SERVICE, allowedOauthFlows: ["client_credentials", unknown] }, "allowedOauthFlows[1]"],
        ["an unknown auth flow", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", unknown] }, "explicitAuthFlows[1]"],
    ],
});

testClients(usesOnlyClientCredentials, {
    yes: [["client_credentials alone", SERVICE]],
    no: [
        ["unset properties", {}],
        ["ALLOW_CLIENT_TOKEN_AUTH", TOKEN],
        ["ALLOW_CLIENT_TOKEN_AUTH with unknown OAuth flows without the flag", { ...TOKEN, allowedOauthFlows: unknown }],
    ],
    unknown: [["unknown OAuth flows", { ...SERVICE, allowedOauthFlows: unknown }, "allowedOauthFlows"]],
});

testClients(hasManagedLogin, {
    yes: [
        ["code", CODE],
        ["implicit", { ...CODE, allowedOauthFlows: ["implicit"] }],
        ["code next to an unknown flow", { ...CODE, allowedOauthFlows: [unknown, "code"] }],
    ],
    no: [
        ["unset properties", {}],
        ["code without the flag", { allowedOauthFlows: ["code"] }],
        ["no OAuth flows", { allowedOauthFlowsUserPoolClient: true }],
        ["client_credentials", SERVICE],
        ["unknown flows without the flag", { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: unknown }],
        ["an unknown flag with client_credentials", { ...SERVICE, allowedOauthFlowsUserPoolClient: unknown }],
    ],
    unknown: [
        ["an unknown flag", { ...CODE, allowedOauthFlowsUserPoolClient: unknown }, "allowedOauthFlowsUserPoolClient"],
        ["an unknown flow", { ...SERVICE, allowedOauthFlows: ["client_credentials", unknown] }, "allowedOauthFlows[1]"],
    ],
});

testClients(isFederatedClient, {
    yes: [
        ["a SAML or OIDC provider", FEDERATED],
        ["a social provider", { ...FEDERATED, supportedIdentityProviders: ["Google", "SignInWithApple"] }],
    ],
    no: [
        ["unset properties", {}],
        ["unset providers", CODE],
        ["an empty list of providers", { ...CODE, supportedIdentityProviders: [] }],
        ["COGNITO", { ...FEDERATED, supportedIdentityProviders: ["Okta", "COGNITO"] }],
        ["a misspelled COGNITO", { ...FEDERATED, supportedIdentityProviders: ["Okta", "Cognito user pool"] }],
        ["COGNITO next to an unknown provider", { ...FEDERATED, supportedIdentityProviders: [unknown, "COGNITO"] }],
        ["a provider without managed login", { supportedIdentityProviders: ["Okta"] }],
        ["unknown providers without managed login", { ...SERVICE, supportedIdentityProviders: unknown }],
        ["unknown flows with COGNITO", { ...CODE, allowedOauthFlows: unknown, supportedIdentityProviders: ["COGNITO"] }],
    ],
    unknown: [
        ["unknown flows", { ...FEDERATED, allowedOauthFlows: unknown }, "allowedOauthFlows"],
        ["an unknown provider", { ...FEDERATED, supportedIdentityProviders: ["Okta", unknown] }, "supportedIdentityProviders[1]"],
    ],
});

testClients(hasApiSignIn, {
    yes: [
        ["unset auth flows", {}],
        ["an empty list", { explicitAuthFlows: [] }],
        ["a sign-in flow", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"] }],
        ["a legacy name", { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] }],
        ["a sign-in flow next to an unknown flow", { explicitAuthFlows: [unknown, "ALLOW_USER_SRP_AUTH"] }],
        ["ALLOW_CUSTOM_AUTH for federated users without rotation", { ...FEDERATED, ...CUSTOM }],
        [
            "ALLOW_CUSTOM_AUTH for federated users with rotation turned off",
            { ...FEDERATED, ...CUSTOM, refreshTokenRotation: { feature: "DISABLED" } },
        ],
        ["ALLOW_CUSTOM_AUTH with rotation for users of the pool", { ...CODE, ...ROTATION, ...CUSTOM }],
        [
            "another sign-in flow with rotation for federated users",
            { ...FEDERATED, ...ROTATION, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH"] },
        ],
        ["CUSTOM_AUTH_FLOW_ONLY with rotation", { ...FEDERATED, ...ROTATION, explicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY"] }],
        ["a sign-in flow with unknown rotation", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], refreshTokenRotation: unknown }],
    ],
    no: [
        ["the refresh of tokens alone", NO_SIGN_IN],
        ["ALLOW_CLIENT_TOKEN_AUTH", TOKEN],
        ["a token exchange flow", { explicitAuthFlows: ["ALLOW_TOKEN_EXCHANGE_DELEGATION"] }],
        ["a name that is not an auth flow", { explicitAuthFlows: ["USER_SRP_AUTH"] }],
        ["ALLOW_CUSTOM_AUTH with rotation for federated users", { ...FEDERATED, ...ROTATION, ...CUSTOM }],
        ["ALLOW_CUSTOM_AUTH with rotation for services", { ...SERVICE, ...ROTATION, ...CUSTOM }],
    ],
    unknown: [
        ["unknown auth flows", { explicitAuthFlows: unknown }, "explicitAuthFlows"],
        ["an unknown auth flow", { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", unknown] }, "explicitAuthFlows[1]"],
        [
            "ALLOW_CUSTOM_AUTH with unknown rotation for federated users",
            { ...FEDERATED, ...CUSTOM, refreshTokenRotation: unknown },
            "refreshTokenRotation",
        ],
        [
            "ALLOW_CUSTOM_AUTH with rotation for unknown providers",
            { ...FEDERATED, ...ROTATION, ...CUSTOM, supportedIdentityProviders: unknown },
            "supportedIdentityProviders",
        ],
    ],
});

testClients(letsUsersChangeAttributes, {
    yes: [
        ["the default auth flows", {}],
        ["a sign-in flow", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }],
        ["managed login with the default auth flows", CODE],
        ["managed login with the scope", { ...CODE, ...NO_SIGN_IN, ...ADMIN_SCOPE }],
        ["federated users with the default auth flows", FEDERATED],
        ["a sign-in flow with unknown scopes", { ...CODE, explicitAuthFlows: ["ALLOW_USER_AUTH"], allowedOauthScopes: unknown }],
    ],
    no: [
        ["managed login without the scope", { ...CODE, ...NO_SIGN_IN, allowedOauthScopes: ["openid", "email"] }],
        ["managed login with unset scopes", { ...CODE, ...NO_SIGN_IN }],
        ["federated users without the scope", { ...FEDERATED, ...NO_SIGN_IN }],
        ["federated users with rotation", { ...FEDERATED, ...ROTATION, ...CUSTOM }],
        ["no way to sign in", NO_SIGN_IN],
        ["client_credentials alone", SERVICE],
        ["client_credentials with the default auth flows and the scope", { ...SERVICE, ...ADMIN_SCOPE }],
        ["ALLOW_CLIENT_TOKEN_AUTH", { ...TOKEN, ...ADMIN_SCOPE }],
        ["services with unknown scopes", { ...SERVICE, allowedOauthScopes: unknown }],
    ],
    unknown: [
        ["unknown auth flows", { ...CODE, explicitAuthFlows: unknown }, "explicitAuthFlows"],
        ["unknown scopes", { ...CODE, ...NO_SIGN_IN, allowedOauthScopes: unknown }, "allowedOauthScopes"],
        ["an unknown scope", { ...CODE, ...NO_SIGN_IN, allowedOauthScopes: ["openid", unknown] }, "allowedOauthScopes[1]"],
        [
            "an unknown OAuth flow next to client_credentials",
            { ...SERVICE, allowedOauthFlows: ["client_credentials", unknown] },
            "allowedOauthFlows[1]",
        ],
    ],
});
