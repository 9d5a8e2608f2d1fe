import rule from "../../src/rules/valid-auth-flows";
import { testRule, unknown } from "../harness";

const { mixed, unknownFlows } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default flows", client: {} },
        { why: "an empty list, which means the default flows", client: { explicitAuthFlows: [] } },
        {
            why: "every flow of today",
            client: {
                explicitAuthFlows: [
                    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                    "ALLOW_CUSTOM_AUTH",
                    "ALLOW_REFRESH_TOKEN_AUTH",
                    "ALLOW_USER_AUTH",
                    "ALLOW_USER_PASSWORD_AUTH",
                    "ALLOW_USER_SRP_AUTH",
                ],
            },
        },
        {
            why: "every old name, without one of today",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] },
        },
        { why: "a list without the refresh flow", client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        { why: "the refresh flow alone", client: { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] } },
        { why: "a flow that is there twice", client: { explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_USER_AUTH"] } },
    ],
    reject: [
        {
            why: "names without the prefix",
            client: { explicitAuthFlows: ["USER_SRP_AUTH", "REFRESH_TOKEN_AUTH"] },
            expect: [
                'explicitAuthFlows has "USER_SRP_AUTH", which is no auth flow (did you mean ALLOW_USER_SRP_AUTH?) and ' +
                    '"REFRESH_TOKEN_AUTH", which is no auth flow (did you mean ALLOW_REFRESH_TOKEN_AUTH?).',
            ],
        },
        {
            why: "the prefix before an old name",
            client: { explicitAuthFlows: ["ALLOW_ADMIN_NO_SRP_AUTH", "ALLOW_CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [
                'explicitAuthFlows has "ALLOW_ADMIN_NO_SRP_AUTH", which is no auth flow (did you mean ALLOW_ADMIN_USER_PASSWORD_AUTH?) and ' +
                    '"ALLOW_CUSTOM_AUTH_FLOW_ONLY", which is no auth flow (did you mean ALLOW_CUSTOM_AUTH?).',
            ],
        },
        {
            why: "names in the wrong case",
            client: { explicitAuthFlows: ["allow_user_srp_auth", "admin_no_srp_auth"] },
            expect: [
                'explicitAuthFlows has "allow_user_srp_auth", which is no auth flow (did you mean ALLOW_USER_SRP_AUTH?) and ' +
                    '"admin_no_srp_auth", which is no auth flow (did you mean ALLOW_ADMIN_USER_PASSWORD_AUTH?).',
            ],
        },
        {
            why: "a name that is like none",
            client: { explicitAuthFlows: ["password"] },
            expect: ['explicitAuthFlows has "password", which is no auth flow.'],
        },
        { why: "the empty name", client: { explicitAuthFlows: [""] }, expect: [unknownFlows([""])] },
        {
            why: "an old name beside one of today",
            client: { userPoolId: unknown, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: ["explicitAuthFlows has USER_PASSWORD_AUTH (today ALLOW_USER_PASSWORD_AUTH) beside names that begin with ALLOW_."],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            why: "several old names in one message",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "ALLOW_USER_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [mixed(["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY"])],
            fixed: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"] },
        },
        {
            why: "an old name beside its own successor, which then stands once",
            client: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [mixed(["CUSTOM_AUTH_FLOW_ONLY"])],
            fixed: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
        },
        {
            why: "a name that is no flow beside a mix, and leaves both to the user",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "USER_SRP_AUTH"] },
            expect: [unknownFlows(["USER_SRP_AUTH"]), mixed(["USER_PASSWORD_AUTH"])],
        },
        {
            why: "what is known of a list, which is then left as it is",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", unknown, "ALLOW_USER_SRP_AUTH"] },
            expect: [mixed(["USER_PASSWORD_AUTH"])],
            undecided: ["explicitAuthFlows[1]"],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { explicitAuthFlows: unknown }, on: ["explicitAuthFlows"] },
        {
            why: "a flow not known yet beside an old name",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", unknown] },
            on: ["explicitAuthFlows[1]"],
        },
    ],
});
