import * as aws from "@pulumi/aws";

const customers = new aws.cognito.UserPool("customers", { userPoolTier: "LITE" });

new aws.cognito.UserPoolClient("web", {
    userPoolId: customers.id,
    accessTokenValidity: 60,
    explicitAuthFlows: ["ALLOW_USER_AUTH"],
});
