import { Auth } from "@acme/auth";
import * as aws from "@pulumi/aws";
import { SignIn } from "./sign-in";

const pool = new aws.cognito.UserPool("customers");
new SignIn("web", { userPoolId: pool.id, urls: ["http://shop.io/cb"] });
new Auth("pkg", { userPoolId: pool.id });
for (const app of ["a", "b"]) {
    new aws.cognito.UserPoolClient(app, {
        userPoolId: pool.id,
        accessTokenValidity: 60,
    });
}
