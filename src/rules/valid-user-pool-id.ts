import { parseArn } from "../cognito/arns";
import { MAX_POOL_ID_LENGTH, poolIdInArn, poolIdInEndpoint, regionOfPool } from "../cognito/user-pool-id";
import { defineRule } from "../core/rule";
import { quoted, value } from "../core/values";
import { suggest } from "./shared/suggestions";

const messages = {
    arn: (arn: string, id?: string) => `is ${quoted(arn)}, which is an ARN${suggest(id)}.`,
    endpoint: (url: string, id: string) => `is ${quoted(url)}, which is the endpoint of a user pool${suggest(id)}.`,
    notAnId: (text: string) => `is ${quoted(text)}, which is not a user pool ID (is it the pool's name?).`,
    tooLong: (length: number) => `has ${value(length)} characters; it must have at most ${MAX_POOL_ID_LENGTH}.`,
};

/** Returns what is wrong with a value; undefined if it is a user pool ID. */
function defectOf(text: string): string | undefined {
    if (regionOfPool(text)) return text.length > MAX_POOL_ID_LENGTH ? messages.tooLong(text.length) : undefined;
    if (parseArn(text)) return messages.arn(text, poolIdInArn(text));
    const id = poolIdInEndpoint(text);
    return id ? messages.endpoint(text, id) : messages.notAnId(text);
}

export default defineRule({
    name: "valid-user-pool-id",
    title: "Valid user pool ID",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "userPoolId must be the ID of the user pool, not its ARN, endpoint or name.",
    remediation: "Use the id of the UserPool resource.",
    standards: [],
    docs: {
        details:
            `The ID of a user pool, such as eu-west-1_AbCdEfGhI, is its region, an underscore, and letters and digits, with at most ${MAX_POOL_ID_LENGTH} characters in all. ` +
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
