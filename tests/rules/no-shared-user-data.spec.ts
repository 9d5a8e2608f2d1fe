import * as assert from "node:assert/strict";
import { Secret } from "@pulumi/policy";
import { describe, it } from "mocha";
import rule from "../../src/rules/no-shared-user-data";
import { remediate, testRule, unknown } from "../harness";

const { shared } = rule.messages;
const APPLICATION = { applicationId: "0a1b", externalId: "web", roleArn: "arn:aws:iam::123456789012:role/analytics" };

testRule(rule, {
    accept: [
        { why: "no analytics", client: {} },
        { why: "analytics without user data, the default", client: { analyticsConfiguration: APPLICATION } },
        { why: "false", client: { analyticsConfiguration: { ...APPLICATION, userDataShared: false } } },
        { why: "false written as a string", client: { analyticsConfiguration: { userDataShared: "false" as never } } },
    ],
    reject: [
        {
            why: "true, and keeps the rest of the block",
            client: { analyticsConfiguration: { ...APPLICATION, userDataShared: true } },
            expect: [shared()],
            fixed: { analyticsConfiguration: { ...APPLICATION, userDataShared: false } },
        },
        {
            why: "true written as a string",
            client: { analyticsConfiguration: { userDataShared: "true" as never } },
            expect: [shared()],
            fixed: { analyticsConfiguration: { userDataShared: false } },
        },
        {
            why: "true, and keeps a role not known yet",
            client: { analyticsConfiguration: { ...APPLICATION, roleArn: unknown, userDataShared: true } },
            expect: [shared()],
            fixed: { analyticsConfiguration: { ...APPLICATION, roleArn: unknown, userDataShared: false } },
        },
    ],
    undecided: [
        { why: "a block not known yet", client: { analyticsConfiguration: unknown }, on: ["analyticsConfiguration"] },
        {
            why: "a choice not known yet",
            client: { analyticsConfiguration: { userDataShared: unknown } },
            on: ["analyticsConfiguration.userDataShared"],
        },
    ],
});

describe("no-shared-user-data, of secrets", () => {
    const secret = (value: unknown) => new Secret(value);

    it("keeps one beside what it changes", () => {
        const props = { analyticsConfiguration: { ...APPLICATION, roleArn: secret(APPLICATION.roleArn), userDataShared: true } };
        assert.deepEqual(remediate(rule, props), {
            analyticsConfiguration: { ...APPLICATION, roleArn: secret(APPLICATION.roleArn), userDataShared: false },
        });
    });

    it("keeps the one that it changes", () => {
        const props = { analyticsConfiguration: { ...APPLICATION, userDataShared: secret(true) } };
        assert.deepEqual(remediate(rule, props), { analyticsConfiguration: { ...APPLICATION, userDataShared: secret(false) } });
    });

    it("keeps the one that the whole block is", () => {
        const props = { analyticsConfiguration: secret({ ...APPLICATION, userDataShared: true }) };
        assert.deepEqual(remediate(rule, props), { analyticsConfiguration: secret({ ...APPLICATION, userDataShared: false }) });
    });
});
