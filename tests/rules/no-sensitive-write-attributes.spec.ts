import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-sensitive-write-attributes";

const writable = (found: string) => `writeAttributes has ${found}, which users can change.`;
/** Managed login alone, whose tokens have the allowed scopes. */
const MANAGED_LOGIN = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    writeAttributes: ["email", "custom:role"],
};
const FEDERATED = { ...MANAGED_LOGIN, supportedIdentityProviders: ["Okta"] };
const USER_ADMIN = { allowedOauthScopes: ["openid", "aws.cognito.signin.user.admin"] };

testRule(rule, {
    accept: [
        { name: "unset writeAttributes", client: {} },
        { name: "standard attributes", client: { writeAttributes: ["email", "name"] } },
        { name: "custom attributes with other words", client: { writeAttributes: ["custom:language", "custom:shoe-size"] } },
        {
            name: "words that contain a sensitive word",
            client: { writeAttributes: ["custom:planet", "custom:parole", "custom:frontier"] },
        },
        { name: "a sensitive word across a capital letter", client: { writeAttributes: ["custom:parOle"] } },
        { name: "an attribute that is only readable", client: { readAttributes: ["custom:role"], writeAttributes: ["name"] } },
        { name: "a name without prefix, which valid-attributes reports", client: { writeAttributes: ["role"] } },
        {
            name: "the words of the prefix",
            client: { writeAttributes: ["dev:custom:size"] },
            options: { sensitiveWords: ["custom", "dev"] },
        },
        {
            name: "every custom attribute if sensitiveWords is empty",
            client: { writeAttributes: ["custom:role"] },
            options: { sensitiveWords: [] },
        },
        {
            name: "a default word if sensitiveWords has others",
            client: { writeAttributes: ["custom:role"] },
            options: { sensitiveWords: ["rank"] },
        },
        { name: "a client with managed login alone, whose users can change no attribute", client: MANAGED_LOGIN },
        { name: "federated users who can change no attribute", client: FEDERATED },
        {
            name: "federated users with refresh token rotation, as no-unneeded-auth-flows advises",
            client: { ...FEDERATED, refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
        },
        { name: "a client without any way to sign in", client: { ...MANAGED_LOGIN, allowedOauthFlows: [] } },
        { name: "client_credentials alone", client: { ...MANAGED_LOGIN, ...USER_ADMIN, allowedOauthFlows: ["client_credentials"] } },
        {
            name: "ALLOW_CLIENT_TOKEN_AUTH",
            client: { writeAttributes: ["custom:role"], explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] },
        },
        { name: "unknown attributes that users cannot change", client: { ...MANAGED_LOGIN, writeAttributes: unknown } },
        { name: "unknown auth flows with other attributes", client: { writeAttributes: ["name"], explicitAuthFlows: unknown } },
    ],
    unknown: [
        { name: "an unknown list", client: { writeAttributes: unknown }, unknown: ["writeAttributes"] },
        { name: "an unknown attribute", client: { writeAttributes: ["name", unknown] }, unknown: ["writeAttributes[1]"] },
        { name: "unknown scopes", client: { ...MANAGED_LOGIN, allowedOauthScopes: unknown }, unknown: ["allowedOauthScopes"] },
        { name: "unknown auth flows", client: { ...MANAGED_LOGIN, explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] },
    ],
    reject: [
        {
            name: "managed login with the scope to change attributes",
            client: { ...MANAGED_LOGIN, ...USER_ADMIN },
            expect: [writable("custom:role")],
        },
        {
            name: "managed login with the default auth flows, which enable sign-in with the API",
            client: { ...MANAGED_LOGIN, explicitAuthFlows: [] },
            expect: [writable("custom:role")],
        },
        {
            name: "federated users with a sign-in flow",
            client: { ...FEDERATED, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
            expect: [writable("custom:role")],
        },
        { name: "a single word", client: { writeAttributes: ["custom:role"] }, expect: [writable("custom:role")] },
        {
            name: "a developer-only attribute",
            client: { writeAttributes: ["dev:custom:tier"] },
            expect: [writable("dev:custom:tier")],
        },
        {
            name: "a word at any position and after any separator, in one message",
            client: {
                writeAttributes: [
                    "custom:user-role",
                    "email",
                    "custom:user_role",
                    "custom:customRole",
                    "custom:ROLE",
                    "custom:isAdmin",
                    "custom:HTTPScope",
                    "custom:tenantId",
                    "custom:plan2",
                ],
            },
            expect: [
                writable(
                    "custom:user-role, custom:user_role, custom:customRole, custom:ROLE, custom:isAdmin, custom:HTTPScope, custom:tenantId and custom:plan2",
                ),
            ],
        },
        ...[
            ...["access", "account", "admin", "entitlement", "group", "org", "organisation", "organization", "owner", "permission"],
            ...["plan", "privilege", "role", "scope", "staff", "subscription", "superuser", "tenant", "tier", "workspace"],
            ...["roles", "permissions", "groups", "accesses"],
        ].map(word => ({
            name: `the word ${word}`,
            client: { writeAttributes: [`custom:my-${word}`] },
            expect: [writable(`custom:my-${word}`)],
        })),
        {
            name: "a configured word in any case",
            client: { writeAttributes: ["custom:creditLimit"] },
            options: { sensitiveWords: ["Credit"] },
            expect: [writable("custom:creditLimit")],
        },
        {
            name: "known elements of a partly unknown list",
            client: { writeAttributes: [unknown, "custom:role"] },
            expect: [writable("custom:role")],
            unknown: ["writeAttributes[0]"],
        },
    ],
});
