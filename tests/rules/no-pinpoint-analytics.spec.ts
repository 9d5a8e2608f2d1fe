import rule from "../../src/rules/no-pinpoint-analytics";
import { testRule, unknown } from "../harness";

const { set } = rule.messages;
const fixed = { analyticsConfiguration: undefined };

testRule(rule, {
    accept: [
        { why: "no analytics", client: {} },
        { why: "null, which is unset", client: { analyticsConfiguration: null as never } },
    ],
    reject: [
        {
            why: "an application, and removes it",
            client: { name: "web", analyticsConfiguration: { applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b" } },
            expect: [set()],
            fixed,
        },
        { why: "an empty block", client: { analyticsConfiguration: {} }, expect: [set()], fixed },
        { why: "an application not known yet", client: { analyticsConfiguration: { applicationId: unknown } }, expect: [set()], fixed },
    ],
    undecided: [{ why: "a block not known yet", client: { analyticsConfiguration: unknown }, on: ["analyticsConfiguration"] }],
});
