// Checked by the compiler alone: a line after @ts-expect-error that compiles is an error.
import type { Client } from "../../src/core/client";
import { ANY_KEY, type Schema } from "../../src/core/properties";
import type { IdentityProvider, Listener, PoolProperties, ResourceServer, UserPoolDomain } from "../../src/core/resource-types";

export const client: Schema<Client> = {
    accessTokenValidity: "number",
    allowedOauthFlows: ["string"],
    allowedOauthFlowsUserPoolClient: "boolean",
    allowedOauthScopes: ["string"],
    analyticsConfiguration: {
        applicationArn: "string",
        applicationId: "string",
        externalId: "string",
        roleArn: "string",
        userDataShared: "boolean",
    },
    authSessionValidity: "number",
    callbackUrls: ["string"],
    defaultRedirectUri: "string",
    enablePropagateAdditionalUserContextData: "boolean",
    enableTokenRevocation: "boolean",
    explicitAuthFlows: ["string"],
    generateSecret: "boolean",
    idTokenValidity: "number",
    logoutUrls: ["string"],
    name: "string",
    preventUserExistenceErrors: "string",
    readAttributes: ["string"],
    refreshTokenRotation: { feature: "string", retryGracePeriodSeconds: "number" },
    refreshTokenValidity: "number",
    region: "string",
    supportedIdentityProviders: ["string"],
    tokenValidityUnits: { accessToken: "string", idToken: "string", refreshToken: "string" },
    userPoolId: "string",
    writeAttributes: ["string"],
};
const { name, ...clientWithoutName } = client;

// @ts-expect-error: a string, not a number
export const wrongKind: Schema<Client> = { ...client, name: "number" };
// @ts-expect-error: a boolean, not a string
export const wrongBoolean: Schema<Client> = { ...client, generateSecret: "string" };
// @ts-expect-error: a number, not a string
export const wrongNumber: Schema<Client> = { ...client, authSessionValidity: "string" };
// @ts-expect-error: a list
export const plainForList: Schema<Client> = { ...client, callbackUrls: "string" };
// @ts-expect-error: not a list
export const listForPlain: Schema<Client> = { ...client, name: [name] };
// @ts-expect-error: a list of strings
export const wrongElement: Schema<Client> = { ...client, callbackUrls: ["number"] };
// @ts-expect-error: a block
export const plainForBlock: Schema<Client> = { ...client, tokenValidityUnits: "string" };
// @ts-expect-error: name is missing
export const missingProperty: Schema<Client> = clientWithoutName;
// @ts-expect-error: there is no such property
export const unknownProperty: Schema<Client> = { ...client, callbackUrl: "string" };
// @ts-expect-error: retryGracePeriodSeconds is missing
export const missingMember: Schema<Client> = { ...client, refreshTokenRotation: { feature: "string" } };
// @ts-expect-error: a number
export const wrongMember: Schema<Client> = { ...client, refreshTokenRotation: { feature: "string", retryGracePeriodSeconds: "string" } };
// @ts-expect-error: there is no such member
export const unknownMember: Schema<Client> = { ...client, tokenValidityUnits: { ...client.tokenValidityUnits, refresh: "string" } };
// @ts-expect-error: a property that a new version of the SDK adds is missing
export const newProperty: Schema<Client & { readonly newProperty?: string }> = { ...client };

type PoolSchema = Schema<PoolProperties>;

const attribute: PoolSchema["schemas"][0] = {
    attributeDataType: "string",
    developerOnlyAttribute: "boolean",
    mutable: "boolean",
    name: "string",
    numberAttributeConstraints: { maxValue: "string", minValue: "string" },
    required: "boolean",
    stringAttributeConstraints: { maxLength: "string", minLength: "string" },
};
const { mutable, ...attributeWithoutMutable } = attribute;

export const pool: PoolSchema = {
    adminCreateUserConfig: {
        allowAdminCreateUserOnly: "boolean",
        inviteMessageTemplate: { emailMessage: "string", emailSubject: "string", smsMessage: "string" },
    },
    aliasAttributes: ["string"],
    autoVerifiedAttributes: ["string"],
    schemas: [attribute],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["string"] },
    usernameAttributes: ["string"],
    userPoolTier: "string",
};
const { userPoolTier, ...poolWithoutUserPoolTier } = pool;

// @ts-expect-error: a string
export const wrongTier: PoolSchema = { ...pool, userPoolTier: mutable };
// @ts-expect-error: userPoolTier is missing
export const poolWithoutTier: PoolSchema = poolWithoutUserPoolTier;
// @ts-expect-error: mutable is missing
export const poolWithoutMutable: PoolSchema = { ...pool, schemas: [attributeWithoutMutable] };
// @ts-expect-error: a boolean
export const poolWithWrongMutable: PoolSchema = { ...pool, schemas: [{ ...attribute, mutable: userPoolTier }] };
// @ts-expect-error: minValue is missing
export const poolWithoutMinimum: PoolSchema = { ...pool, schemas: [{ ...attribute, numberAttributeConstraints: { maxValue: "string" } }] };
// @ts-expect-error: a list
export const poolWithPlainAttributes: PoolSchema = { ...pool, usernameAttributes: "string" };

export const provider: Schema<IdentityProvider> = { attributeMapping: { [ANY_KEY]: "string" }, providerName: "string" };
const { attributeMapping, providerName } = provider;

// @ts-expect-error: a string
export const wrongProvider: Schema<IdentityProvider> = { attributeMapping, providerName: "number" };
// @ts-expect-error: providerName is missing
export const providerWithoutName: Schema<IdentityProvider> = { attributeMapping };
// @ts-expect-error: attributeMapping is missing
export const providerWithoutMapping: Schema<IdentityProvider> = { providerName };
// @ts-expect-error: a map
export const providerWithPlainMapping: Schema<IdentityProvider> = { attributeMapping: "string", providerName };
// @ts-expect-error: a map of strings
export const providerWithWrongMapping: Schema<IdentityProvider> = { attributeMapping: { [ANY_KEY]: "number" }, providerName };
// @ts-expect-error: a map has no members of its own
export const providerWithMember: Schema<IdentityProvider> = { attributeMapping: { email: "string" }, providerName };

export const server: Schema<ResourceServer> = { identifier: "string", scopes: [{ scopeDescription: "string", scopeName: "string" }] };
// @ts-expect-error: a list of blocks
export const serverWithPlainScopes: Schema<ResourceServer> = { ...server, scopes: ["string"] };
// @ts-expect-error: identifier is missing
export const serverWithoutIdentifier: Schema<ResourceServer> = { scopes: server.scopes };
// @ts-expect-error: scopeDescription is missing
export const serverWithoutDescription: Schema<ResourceServer> = { ...server, scopes: [{ scopeName: "string" }] };

export const domain: Schema<UserPoolDomain> = { managedLoginVersion: "number" };

// @ts-expect-error: a number
export const wrongVersion: Schema<UserPoolDomain> = { managedLoginVersion: "string" };

const actions: Schema<Listener>["actions"] = [{ authenticateCognito: { userPoolClientId: "string" } }];

export const listener: Schema<Listener> = { actions, defaultActions: actions };

// @ts-expect-error: a list
export const wrongActions: Schema<Listener> = { actions, defaultActions: actions[0] };
