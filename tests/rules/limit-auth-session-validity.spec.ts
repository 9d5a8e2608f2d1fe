import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-auth-session-validity";

const tooLong = (found: string, limit: string) => `authSessionValidity is ${found}; the limit is ${limit}.`;
const defaultTooLong = (limit: string) => `authSessionValidity is not set; the default is 3 minutes and the limit is ${limit}.`;

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "Cognito's maximum", client: { authSessionValidity: 15 } },
        { name: "the configured maximum", client: { authSessionValidity: 5 }, options: { maxMinutes: 5 } },
        { name: "the default if it is the configured maximum", client: {}, options: { maxMinutes: 3 } },
        { name: "more than Cognito's maximum", client: { authSessionValidity: 16 }, options: { maxMinutes: 5 } },
        { name: "a fraction, which valid-auth-session-validity reports", client: { authSessionValidity: 5.5 }, options: { maxMinutes: 5 } },
        { name: "less than Cognito's minimum", client: { authSessionValidity: 2 }, options: { maxMinutes: 1 } },
        {
            name: "a client for services",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"], authSessionValidity: 10 },
            options: { maxMinutes: 5 },
        },
        {
            name: "a client that gets client tokens, by default",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] },
            options: { maxMinutes: 2 },
        },
    ],
    unknown: [
        {
            name: "a client that may be for services",
            client: { authSessionValidity: 10, explicitAuthFlows: unknown },
            options: { maxMinutes: 5 },
            unknown: ["explicitAuthFlows"],
        },
        { name: "an unknown value", client: { authSessionValidity: unknown }, unknown: ["authSessionValidity"] },
    ],
    reject: [
        {
            name: "a minute more than the configured maximum",
            client: { authSessionValidity: 6 },
            options: { maxMinutes: 5 },
            expect: [tooLong("6 minutes", "5 minutes")],
        },
        {
            name: "a number written as a string",
            client: { authSessionValidity: "15" as never },
            options: { maxMinutes: 14 },
            expect: [tooLong("15 minutes", "14 minutes")],
        },
        {
            name: "the default if it is a minute more than the configured maximum",
            client: { userPoolId: unknown },
            options: { maxMinutes: 2 },
            expect: [defaultTooLong("2 minutes")],
        },
    ],
});
