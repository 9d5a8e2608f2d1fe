import * as fc from "fast-check";
import { unknown } from "../../src/api/testing";
import { AUTH_FLOWS } from "../../src/cognito/auth-flows";
import { UNITS } from "../../src/cognito/validity";
import type { Client } from "../../src/core/client";

/** A good client of a browser app: no rule reports it with the default options. */
export const MODEL: Client = {
    userPoolId: "eu-west-1_AbCdEfGhI",
    name: "web",
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email"],
    callbackUrls: ["https://shop.acme-retail.io/auth/callback"],
    logoutUrls: ["https://shop.acme-retail.io/"],
    supportedIdentityProviders: ["COGNITO"],
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 },
    accessTokenValidity: 15,
    idTokenValidity: 15,
    refreshTokenValidity: 24,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
    authSessionValidity: 5,
    enableTokenRevocation: true,
    preventUserExistenceErrors: "ENABLED",
    readAttributes: ["email", "name"],
    writeAttributes: ["email", "name"],
};

/** Good and bad values of each property, as a user could write them. */
const VALUES: { readonly [K in keyof Client]: readonly Client[K][] } = {
    accessTokenValidity: [0, 1, 4, 5, 24, 25, 60, 300, 0.5, -1],
    allowedOauthFlows: [
        [],
        ["code"],
        ["implicit"],
        ["code", "implicit"],
        ["client_credentials"],
        ["code", "client_credentials"],
        ["token"],
    ],
    allowedOauthFlowsUserPoolClient: [true, false],
    allowedOauthScopes: [
        [],
        ["openid"],
        ["email"],
        ["email", "profile", "phone"],
        ["aws.cognito.signin.user.admin"],
        ["https://api.acme-retail.io/read"],
        ["no such"],
    ],
    analyticsConfiguration: [
        {},
        { userDataShared: true },
        { applicationArn: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/abc", userDataShared: true },
        { applicationId: "0aF", externalId: "shop", roleArn: "arn:aws:iam::123456789012:role/pinpoint", userDataShared: false },
        { applicationId: "xyz", roleArn: unknown },
        { applicationArn: "not an ARN", roleArn: "arn:aws:s3:::acme-retail-reports" },
        { applicationArn: "arn:aws:mobiletargeting:eu-north-1:123456789012:apps/abc", applicationId: "0aF" },
    ],
    authSessionValidity: [2, 3, 15, 16],
    callbackUrls: [
        [],
        ["https://acme-retail.io/cb"],
        ["http://acme-retail.io/cb"],
        ["myapp://cb", "https://*.acme-retail.io"],
        ["javascript:alert(1)", "/cb"],
        ["https://Acme-Retail.io/cb", "https://acme-retail.io/cb"],
        ["https://{domain}/cb", "https://a.acme-retail.io,https://b.acme-retail.io"],
    ],
    defaultRedirectUri: ["https://acme-retail.io/cb", "https://Acme-Retail.io/cb", "https://user:password@acme-retail.io/#x", ""],
    enablePropagateAdditionalUserContextData: [true, false],
    enableTokenRevocation: [true, false],
    explicitAuthFlows: [
        [],
        ...AUTH_FLOWS.map(flow => [flow]),
        AUTH_FLOWS.slice(0, 3),
        AUTH_FLOWS.slice(-3),
        [...AUTH_FLOWS],
        ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
        ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        ["USER_PASSWORD_AUTH", "ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        ["ADMIN_NO_SRP_AUTH", "CLIENT_TOKEN_AUTH"],
        ["USER_PASSWORD_AUTH", "ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_REFRESH_TOKEN_AUTH"],
        ["SRP"],
    ],
    generateSecret: [true, false],
    idTokenValidity: [0, 1, 5, 24, 25, 86400, 86401],
    logoutUrls: [[], ["https://acme-retail.io/"], ["http://localhost/"], ["http://localhost.acme-retail.io/"]],
    name: ["web", "", "web/1", "we\u00a0b", "n".repeat(129)],
    preventUserExistenceErrors: ["ENABLED", "LEGACY", "enabled"],
    readAttributes: [[], ["email", "custom:role"], ["role"], ["custom:user role", `dev:custom:${"r".repeat(21)}`]],
    refreshTokenRotation: [
        { feature: "ENABLED" },
        { feature: "DISABLED", retryGracePeriodSeconds: 61 },
        { feature: "ENABLED", retryGracePeriodSeconds: 60 },
        { feature: "on" },
    ],
    refreshTokenValidity: [0, 1, 30, 60, 3650, 3651],
    region: ["eu-west-1", "us-east-1"],
    supportedIdentityProviders: [[], ["COGNITO"], ["google"], ["Google", "Azure AD"], ["Okta\n"]],
    tokenValidityUnits: [
        {},
        ...UNITS.map(unit => ({ accessToken: unit, idToken: unit, refreshToken: unit })),
        { refreshToken: "hours" },
        { accessToken: "Hours" },
    ],
    userPoolId: ["eu-west-1_AbCdEfGhI", "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI"],
    writeAttributes: [
        [],
        ["email"],
        ["email", "sub"],
        ["sub"],
        ["email_verified", "phone_number_verified"],
        ["custom:role"],
        ["custom:userRole", "role"],
        ["sub", "custom:user role"],
    ],
};

/** Clients as a user could write them: each property is set, unset or unknown. */
export const clients: fc.Arbitrary<Client> = fc.record(
    Object.fromEntries(
        Object.entries(VALUES).map(([name, values]) => [
            name,
            fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...values) }, fc.constant(unknown)),
        ]),
    ),
    { requiredKeys: [], noNullPrototype: true },
);

/** Malformed clients: each property has a value of any JSON type. */
export const malformedClients: fc.Arbitrary<object> = fc.record(
    Object.fromEntries(
        Object.keys(VALUES).map(name => [
            name,
            fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(unknown, "[secret]", [unknown], [null], { feature: [] })),
        ]),
    ),
    { requiredKeys: [], noNullPrototype: true },
);

/** Malformed clients in which every property has the same value. */
export const MALFORMED: readonly object[] = [
    {},
    null,
    unknown,
    "[secret]",
    "",
    "text",
    0,
    -1,
    1e308,
    true,
    [],
    [null],
    [[]],
    [unknown],
    [""],
    { feature: null },
    { feature: [] },
].map(value => Object.fromEntries(Object.keys(VALUES).map(name => [name, value])));

/** Generated values are the same in every run. */
export const SEED = 20261124;

/** Returns the parameters of a property with so many generated cases, which are the same in each run. A quarter is tried, or the share in CASES. */
export function cases(all = 400): { seed: number; numRuns: number } {
    return { seed: SEED, numRuns: Math.ceil(all * Number(process.env.CASES ?? 0.25)) };
}

/** Checks a property of many generated values. */
export function forAll<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, all?: number): void {
    assertProperty(fc.property(arbitrary, property), cases(all));
}

/** Checks a property as fast-check does. */
export function assertProperty<T>(property: fc.IProperty<T>, parameters: fc.Parameters<T> = cases()): void {
    // biome-ignore lint/nursery/noFloatingPromises: only asynchronous properties give a promise.
    fc.assert(property, parameters);
}
