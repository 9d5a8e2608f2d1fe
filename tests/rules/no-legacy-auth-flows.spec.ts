import rule from "../../src/rules/no-legacy-auth-flows";
import { testRule, unknown } from "../harness";

const { legacy } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default flows", client: {} },
        { why: "an empty list, which means the default flows", client: { explicitAuthFlows: [] } },
        { why: "the flows of today", client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
        { why: "a name that is no flow, which valid-auth-flows reports", client: { explicitAuthFlows: ["USER_SRP_AUTH"] } },
    ],
    reject: [
        {
            why: "the flow of the resource's own example",
            client: { userPoolId: unknown, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
            expect: [legacy(["ADMIN_NO_SRP_AUTH"])],
            fixed: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            why: "a client of custom challenges, which has no SRP",
            client: { explicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [legacy(["CUSTOM_AUTH_FLOW_ONLY"])],
            fixed: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            why: "several in one message",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] },
            expect: [legacy(["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"])],
            fixed: {
                explicitAuthFlows: [
                    "ALLOW_USER_PASSWORD_AUTH",
                    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                    "ALLOW_USER_SRP_AUTH",
                    "ALLOW_REFRESH_TOKEN_AUTH",
                ],
            },
        },
        {
            why: "one beside rotation, which excludes the refresh flow",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH"], refreshTokenRotation: { feature: "ENABLED" } },
            expect: [legacy(["USER_PASSWORD_AUTH"])],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] },
        },
        {
            why: "one beside rotation that is off",
            client: { explicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY"], refreshTokenRotation: { feature: "DISABLED" } },
            expect: [legacy(["CUSTOM_AUTH_FLOW_ONLY"])],
            fixed: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            why: "one beside a name of today, to which nothing is added",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"] },
            expect: [legacy(["USER_PASSWORD_AUTH"])],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] },
        },
        {
            why: "what is known of a list, which is then left as it is",
            client: { explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH"] },
            expect: [legacy(["USER_PASSWORD_AUTH"])],
            undecided: ["explicitAuthFlows[0]"],
        },
        {
            why: "one beside rotation not known yet, and leaves it as it is",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH"], refreshTokenRotation: unknown },
            expect: [legacy(["USER_PASSWORD_AUTH"])],
        },
    ],
    undecided: [{ why: "a list not known yet", client: { explicitAuthFlows: unknown }, on: ["explicitAuthFlows"] }],
});
