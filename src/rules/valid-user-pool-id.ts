import { parseArn } from "../cognito/arns";
import { MAX_POOL_ID_LENGTH, poolIdInArn, poolIdInEndpoint, regionOfPool } from "../cognito/user-pools";
import { defineRule } from "../rule";

const messages = {
    arn: (arn: string, id?: string) => `userPoolId is "${arn}", which is an ARN${id ? `; did you mean ${id}?` : "."}`,
    endpoint: (url: string, id: string) => `userPoolId is "${url}", which is the pool's endpoint; did you mean ${id}?`,
    name: (value: string) => `userPoolId is "${value}", which is no ID of a user pool, though perhaps its name.`,
    tooLong: (length: number) => `userPoolId has ${length} characters; Cognito takes at most ${MAX_POOL_ID_LENGTH}.`,
};

function defectOf(value: string): string | undefined {
    if (regionOfPool(value)) return value.length > MAX_POOL_ID_LENGTH ? messages.tooLong(value.length) : undefined;
    if (parseArn(value)) return messages.arn(value, poolIdInArn(value));
    const id = poolIdInEndpoint(value);
    return id ? messages.endpoint(value, id) : messages.name(value);
}

export default defineRule({
    name: "valid-user-pool-id",
    level: "mandatory",
    severity: "high",
    description: "The client must name its user pool by the pool's ID, or the deployment fails.",
    remediation: "Pass the id of the UserPool resource, which looks like eu-west-1_AbCdEfGhI.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ userPoolId }) {
            const defect = userPoolId === undefined ? undefined : defectOf(userPoolId);
            if (defect) yield defect;
        },
    ],
});
