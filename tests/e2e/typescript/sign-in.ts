import { UserPoolClient } from "@pulumi/aws/cognito";
import { ComponentResource, type Input } from "@pulumi/pulumi";

export class SignIn extends ComponentResource {
    constructor(name: string, userPoolId: Input<string>) {
        super("acme:auth:SignIn", name);
        new UserPoolClient(`${name}-client`, { userPoolId }, { parent: this });
    }
}
