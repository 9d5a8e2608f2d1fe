const ANALYTICS = {
    applicationArn: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef0123456789abcdef",
    externalId: "shop",
    roleArn: "arn:aws:iam::123456789012:role/pinpoint",
};

/** What the command `fix` changes in examples/webshop, by client. */
export const WEBSHOP_FIXES: Readonly<Record<string, object>> = {
    "legacy-admin": { preventUserExistenceErrors: "ENABLED" },
    metrics: { analyticsConfiguration: { ...ANALYTICS, userDataShared: false } },
    mobile: {
        preventUserExistenceErrors: "ENABLED",
        enableTokenRevocation: true,
        allowedOauthScopes: ["email", "profile", "aws.cognito.signin.user.admin", "openid"],
    },
    "mixed-flows": { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"] },
};
