const aws = require("@pulumi/aws");

// The app clients that a test wants, in a new pool: its ID is only known after the update.
const pool = new aws.cognito.UserPool("customers");
for (const [name, args] of Object.entries(require("./clients.json"))) {
    new aws.cognito.UserPoolClient(name, { userPoolId: pool.id, ...args });
}
