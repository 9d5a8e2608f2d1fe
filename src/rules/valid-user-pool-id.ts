import { parseArn } from "../cognito/arns";
import { MAX_POOL_ID_LENGTH, poolIdInArn, poolIdInEndpoint, regionOfPool } from "../cognito/user-pool-id";
import { defineRule } from "../core/rule";
import { didYouMean } from "../util/wording";

const messages = {
    arn: (arn: string, id?: string) => `is "${arn}", which is an ARN${didYouMean(id)}.`,
    endpoint: (url: string, id: string) => `is "${url}", which is the endpoint of a user pool${didYouMean(id)}.`,
    notAnId: (value: string) => `is "${value}", which is not a user pool ID (is it the pool's name?).`,
    tooLong: (length: number) => `has ${length} characters; it must have at most ${MAX_POOL_ID_LENGTH}.`,
};

/** Returns what is wrong with a value; undefined if it is a user pool ID. */
function defectOf(value: string): string | undefined {
    if (regionOfPool(value)) return value.length > MAX_POOL_ID_LENGTH ? messages.tooLong(value.length) : undefined;
    if (parseArn(value)) return messages.arn(value, poolIdInArn(value));
    const id = poolIdInEndpoint(value);
    return id ? messages.endpoint(value, id) : messages.notAnId(value);
}

export default defineRule({
    name: "valid-user-pool-id",
    title: "Valid user pool ID",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "userPoolId must be the ID of the user pool, not its ARN, endpoint or name, or the deployment fails.",
    remediation: "Use the id of the UserPool resource, such as eu-west-1_AbCdEfGhI.",
    standards: [],
    docs: {
        details:
            `The ID of a user pool is its region, an underscore, and letters and digits, with at most ${MAX_POOL_ID_LENGTH} characters in all. ` +
            "The UserPool resource also has the outputs arn, endpoint and name, which AWS rejects here. During preview, the ID of a new user pool is unknown and not checked.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            { client: { userPoolId: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI" } },
            { client: { userPoolId: "customers" } },
        ],
        correct: [{ client: { userPoolId: "eu-west-1_AbCdEfGhI" } }],
    },
    checks: [
        ({ userPoolId }, { report }) => {
            const defect = userPoolId === undefined ? undefined : defectOf(userPoolId);
            if (defect) report("userPoolId", defect);
        },
    ],
});
