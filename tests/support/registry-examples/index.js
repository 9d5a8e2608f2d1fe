// The four examples of the UserPoolClient page of the Pulumi registry, in one program.
const aws = require("@pulumi/aws");
const pool = new aws.cognito.UserPool("pool", {});
new aws.cognito.UserPoolClient("basic", { userPoolId: pool.id });
new aws.cognito.UserPoolClient("no-srp", { userPoolId: pool.id, generateSecret: true, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] });
const testApp = new aws.pinpoint.App("testApp", {});
const testRole = new aws.iam.Role("testRole", { assumeRolePolicy: "{}" });
new aws.cognito.UserPoolClient("pinpoint", {
    userPoolId: pool.id,
    analyticsConfiguration: { applicationId: testApp.applicationId, externalId: "some_id", roleArn: testRole.arn, userDataShared: true },
});
new aws.cognito.UserPoolClient("cognito-idp", {
    userPoolId: pool.id,
    callbackUrls: ["https://example.com"],
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code", "implicit"],
    allowedOauthScopes: ["email", "openid"],
    supportedIdentityProviders: ["COGNITO"],
});
