import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AUTH_FLOWS, isCurrent } from "../../src/cognito/auth-flows";
import { BUILT_IN_PROVIDERS } from "../../src/cognito/identity-providers";
import { findList } from "../../src/cognito/name-lists";
import { OAUTH_FLOWS, SYSTEM_SCOPES } from "../../src/cognito/oauth";

describe("findList", () => {
    for (const [property, names] of [
        ["allowedOauthFlows", OAUTH_FLOWS],
        ["allowedOauthScopes", SYSTEM_SCOPES],
        ["explicitAuthFlows", AUTH_FLOWS.filter(isCurrent)],
        ["supportedIdentityProviders", BUILT_IN_PROVIDERS],
    ] as const) {
        for (const name of names) it(`finds ${name} in ${property}`, () => assert.deepEqual(findList(name), { property, name }));
    }

    for (const [misspelled, property, name] of [
        ["ALLOW_AUTH_CODE_FLOW", "allowedOauthFlows", "code"],
        ["clientCredentials", "allowedOauthFlows", "client_credentials"],
        ["USER_SRP_AUTH", "explicitAuthFlows", "ALLOW_USER_SRP_AUTH"],
        ["custom_auth_flow_only", "explicitAuthFlows", "ALLOW_CUSTOM_AUTH"],
        ["allow_user_auth", "explicitAuthFlows", "ALLOW_USER_AUTH"],
        ["ALLOW_SRP", "explicitAuthFlows", "ALLOW_SRP"],
        ["cognito", "supportedIdentityProviders", "COGNITO"],
        ["Apple", "supportedIdentityProviders", "SignInWithApple"],
    ] as const) {
        it(`finds ${name} in ${property} for ${misspelled}`, () => assert.deepEqual(findList(misspelled), { property, name }));
    }

    for (const name of ["", "password", "token", "OpenID", "admin_auth", "api/read", "Okta", "constructor"]) {
        it(`finds nothing for "${name}"`, () => assert.equal(findList(name), undefined));
    }
});
