import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-pinpoint-analytics";

const ended = "analyticsConfiguration sends data to Amazon Pinpoint, which ended on 30 October 2026.";

const fixed = { analyticsConfiguration: undefined };

testRule(rule, {
    accept: [
        { name: "a client without analytics", client: {} },
        { name: "null, which means unset", client: { analyticsConfiguration: null as never } },
    ],
    unknown: [{ name: "an unknown block", client: { analyticsConfiguration: unknown }, unknown: ["analyticsConfiguration"] }],
    reject: [
        {
            name: "an application",
            client: { name: "web", analyticsConfiguration: { applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b" } },
            expect: [ended],
            fixed,
        },
        { name: "an empty block", client: { analyticsConfiguration: {} }, expect: [ended], fixed },
        { name: "an unknown application", client: { analyticsConfiguration: { applicationId: unknown } }, expect: [ended], fixed },
    ],
});
