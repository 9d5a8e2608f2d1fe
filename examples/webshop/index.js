const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();

const customers = new aws.cognito.UserPool("customers", {
    userPoolTier: "ESSENTIALS",
    schemas: [
        { name: "tenant", attributeDataType: "String", mutable: true, stringAttributeConstraints: {} },
        { name: "role", attributeDataType: "String", mutable: true, stringAttributeConstraints: {} },
    ],
});

const partners = new aws.cognito.UserPool("partners", { userPoolTier: "LITE" });

const google = new aws.cognito.IdentityProvider("google", {
    userPoolId: customers.id,
    providerName: "Google",
    providerType: "Google",
    providerDetails: { client_id: "abc", client_secret: config.requireSecret("google"), authorize_scopes: "openid email" },
    attributeMapping: { email: "email" },
});

const orders = new aws.cognito.ResourceServer("orders-api", {
    userPoolId: customers.id,
    identifier: "https://api.shop.test/orders",
    name: "orders",
    scopes: [
        { scopeName: "read", scopeDescription: "Read orders" },
        { scopeName: "write", scopeDescription: "Write orders" },
    ],
});

// Serves the preview site; only its domain name matters here.
const site = new aws.cloudfront.Distribution("site", {
    enabled: true,
    origins: [],
    defaultCacheBehavior: {},
    restrictions: {},
    viewerCertificate: {},
});

// No violations: a browser app that rotates its refresh tokens.
new aws.cognito.UserPoolClient("web", {
    userPoolId: customers.id,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email"],
    callbackUrls: ["https://shop.acme-retail.io/auth/callback"],
    logoutUrls: ["https://shop.acme-retail.io/"],
    supportedIdentityProviders: ["COGNITO", google.providerName],
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 },
    accessTokenValidity: 15,
    idTokenValidity: 15,
    refreshTokenValidity: 24,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
    authSessionValidity: 5,
    preventUserExistenceErrors: "ENABLED",
    writeAttributes: ["email", "name"],
    readAttributes: ["email", "name", "custom:tenant"],
});

// No violations: a service that calls another one.
new aws.cognito.UserPoolClient("worker", {
    userPoolId: customers.id,
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    allowedOauthScopes: orders.scopeIdentifiers,
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    accessTokenValidity: 1,
    preventUserExistenceErrors: "ENABLED",
});

// One callback URL is unknown until the distribution exists, the other one has http.
new aws.cognito.UserPoolClient("preview-site", {
    userPoolId: customers.id,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email"],
    callbackUrls: [pulumi.interpolate`https://${site.domainName}/callback`, "http://preview.shop.acme-retail.io/callback"],
    supportedIdentityProviders: ["COGNITO"],
    preventUserExistenceErrors: "ENABLED",
});

// Legacy auth flow names, refresh tokens that last ten years, and a role that users can change.
new aws.cognito.UserPoolClient("legacy-admin", {
    userPoolId: customers.id,
    generateSecret: true,
    explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"],
    refreshTokenValidity: 3650,
    writeAttributes: ["email", "custom:role"],
});

// An internal tool without writeAttributes, whose users can change every mutable attribute, including their own role.
new aws.cognito.UserPoolClient("support", {
    userPoolId: customers.id,
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email"],
    callbackUrls: ["https://support.acme-retail.io/auth/callback"],
    logoutUrls: ["https://support.acme-retail.io/"],
    supportedIdentityProviders: ["COGNITO"],
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    readAttributes: ["email", "name", "custom:tenant", "custom:role"],
});

// Token lifetimes of 60 without units, which means hours and not minutes.
new aws.cognito.UserPoolClient("mobile", {
    userPoolId: customers.id,
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code", "implicit"],
    allowedOauthScopes: ["email", "profile", "aws.cognito.signin.user.admin"],
    callbackUrls: ["myshop://callback", "http://localhost:8100/callback", "https://example.com"],
    defaultRedirectUri: "myshop://home",
    supportedIdentityProviders: ["COGNITO", "google"],
    enableTokenRevocation: false,
    preventUserExistenceErrors: "LEGACY",
    accessTokenValidity: 60,
    idTokenValidity: 60,
});

// A legacy auth flow name next to current ones, and a value that is encrypted in a state.
new aws.cognito.UserPoolClient("mixed-flows", {
    userPoolId: customers.id,
    explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
    authSessionValidity: 20,
    preventUserExistenceErrors: pulumi.secret("LEGACY"),
});

// Two ways to name the Pinpoint application, and an auth flow that the tier of the user pool does not have.
new aws.cognito.UserPoolClient("metrics", {
    userPoolId: partners.id,
    analyticsConfiguration: {
        applicationArn: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef0123456789abcdef",
        externalId: "shop",
        roleArn: "arn:aws:iam::123456789012:role/pinpoint",
        userDataShared: true,
    },
    explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    callbackUrls: ["https://partners.acme-retail.io/cb#done"],
    preventUserExistenceErrors: "ENABLED",
});

// The domain of the sign-in pages, with managed login, for which the clients have no style.
new aws.cognito.UserPoolDomain("sign-in", { userPoolId: customers.id, domain: "acme-retail", managedLoginVersion: 2 });
