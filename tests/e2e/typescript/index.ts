import { UserPool, UserPoolClient } from "@pulumi/aws/cognito";
import { SignIn } from "./sign-in";

// A client of a component, and clients of a loop.
const pool = new UserPool("customers");
new SignIn("web", pool.id);
for (const app of ["a", "b"]) {
    new UserPoolClient(app, { userPoolId: pool.id });
}
