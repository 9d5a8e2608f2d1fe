import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export class SignIn extends pulumi.ComponentResource {
    constructor(name: string, args: { userPoolId: pulumi.Input<string>; urls: string[] }) {
        super("acme:auth:SignIn", name, {});
        new aws.cognito.UserPoolClient(
            `${name}-client`,
            {
                userPoolId: args.userPoolId,
                callbackUrls: args.urls,
            },
            { parent: this },
        );
    }
}
