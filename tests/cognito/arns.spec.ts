import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseArn } from "../../src/cognito/arns";

const ROLE = "arn:aws:iam::123456789012:role/analytics";

/** Returns an ARN of this many characters. */
const arnOfLength = (length: number) => "arn:aws:iam:::".padEnd(length, "r");

describe("parseArn", () => {
    for (const [text, service, region, resource] of [
        ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC", "cognito-idp", "eu-west-1", "userpool/eu-west-1_AbC"],
        ["arn:aws-cn:mobiletargeting:cn-north-1:123456789012:apps/0a1b2c", "mobiletargeting", "cn-north-1", "apps/0a1b2c"],
        [ROLE, "iam", "", "role/analytics"],
        ["arn:aws:lambda:eu-west-1:123456789012:function:post:7", "lambda", "eu-west-1", "function:post:7"],
    ] as const) {
        it(`parses ${text}`, () => assert.deepEqual({ ...parseArn(text) }, { service, region, resource }));
    }

    for (const text of [
        "",
        "role/analytics-of-the-webshop",
        `x${ROLE}`,
        ` ${ROLE}`,
        `${ROLE} `,
        `${ROLE}\n`,
        ROLE.replace("iam", ""),
        ROLE.replace("aws", ""),
        ROLE.replace("123456789012", "webshop"),
        "arn:aws:iam::123456789012:",
    ]) {
        it(`rejects ${JSON.stringify(text)}`, () => assert.equal(parseArn(text), undefined));
    }

    it("accepts 20 to 2048 characters", () => {
        for (const length of [20, 2048]) assert.equal(parseArn(arnOfLength(length))?.resource.length, length - 14, String(length));
        for (const length of [19, 2049]) assert.equal(parseArn(arnOfLength(length)), undefined, String(length));
    });
});
