const aws = require("@pulumi/aws");

// The app clients of a test, in a new pool whose ID is unknown during preview.
const pool = new aws.cognito.UserPool("customers");
for (const [name, args] of Object.entries(require("./clients.json"))) {
    new aws.cognito.UserPoolClient(name, { userPoolId: pool.id, ...args });
}
