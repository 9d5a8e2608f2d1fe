import * as assert from "node:assert/strict";
import { Secret } from "@pulumi/policy";
import { describe, it } from "mocha";
import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-shared-user-data";
import { remediateClient } from "../../src/testing/run-policy";

const shared = "analyticsConfiguration.userDataShared is true.";
const APPLICATION = { applicationId: "0a1b", externalId: "web", roleArn: "arn:aws:iam::123456789012:role/analytics" };

testRule(rule, {
    accept: [
        { name: "a client without analytics", client: {} },
        { name: "the default", client: { analyticsConfiguration: APPLICATION } },
        { name: "false", client: { analyticsConfiguration: { ...APPLICATION, userDataShared: false } } },
        { name: "false written as a string", client: { analyticsConfiguration: { userDataShared: "false" as never } } },
    ],
    unknown: [
        { name: "an unknown block", client: { analyticsConfiguration: unknown }, unknown: ["analyticsConfiguration"] },
        {
            name: "an unknown value",
            client: { analyticsConfiguration: { userDataShared: unknown } },
            unknown: ["analyticsConfiguration.userDataShared"],
        },
    ],
    reject: [
        {
            name: "true, and the fix keeps the rest of the block",
            client: { analyticsConfiguration: { ...APPLICATION, userDataShared: true } },
            expect: [shared],
            fixed: { analyticsConfiguration: { ...APPLICATION, userDataShared: false } },
        },
        {
            name: "true written as a string",
            client: { analyticsConfiguration: { userDataShared: "true" as never } },
            expect: [shared],
            fixed: { analyticsConfiguration: { userDataShared: false } },
        },
        {
            name: "true, and the fix keeps an unknown role",
            client: { analyticsConfiguration: { ...APPLICATION, roleArn: unknown, userDataShared: true } },
            expect: [shared],
            fixed: { analyticsConfiguration: { ...APPLICATION, roleArn: unknown, userDataShared: false } },
        },
    ],
});

describe("no-shared-user-data, fix of secrets", () => {
    const secret = (value: unknown) => new Secret(value);
    const expectFixed = (analyticsConfiguration: unknown, fixed: unknown) =>
        assert.deepEqual(remediateClient(rule, { analyticsConfiguration }), { props: { analyticsConfiguration: fixed }, printed: "" });

    it("keeps a secret next to the changed value", () => {
        const application = { ...APPLICATION, roleArn: secret(APPLICATION.roleArn) };
        expectFixed({ ...application, userDataShared: true }, { ...application, userDataShared: false });
    });

    it("keeps the changed value secret", () => {
        expectFixed({ ...APPLICATION, userDataShared: secret(true) }, { ...APPLICATION, userDataShared: secret(false) });
    });

    it("keeps a block secret", () => {
        expectFixed(secret({ ...APPLICATION, userDataShared: true }), secret({ ...APPLICATION, userDataShared: false }));
    });
});
