import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-refresh-token-validity";

const tooLong = (found: string, limit: string) => `refreshTokenValidity is ${found}; the limit is ${limit}.`;
const defaultTooLong = (limit: string) => `refreshTokenValidity is not set; the default is 30 days and the limit is ${limit}.`;

const SERVICE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "the maximum in days, the default unit", client: { refreshTokenValidity: 30 } },
        { name: "the maximum in hours", client: { refreshTokenValidity: 720, tokenValidityUnits: { refreshToken: "hours" } } },
        { name: "the maximum in seconds", client: { refreshTokenValidity: 2592000, tokenValidityUnits: { refreshToken: "seconds" } } },
        { name: "a configured maximum of 3650 days", client: { refreshTokenValidity: 3650 }, options: { maxHours: 87600 } },
        {
            name: "a unit without a value, whose meaning is not documented",
            client: { tokenValidityUnits: { refreshToken: "hours" } },
            options: { maxHours: 1 },
        },
        {
            name: "a unit that valid-token-validity-units reports",
            client: { refreshTokenValidity: 99, tokenValidityUnits: { refreshToken: "Days" } },
        },
        { name: "a lifetime above Cognito's maximum, which valid-token-validity reports", client: { refreshTokenValidity: 3651 } },
        { name: "a fraction, which valid-token-validity reports", client: { refreshTokenValidity: 30.5 } },
        { name: "a client for services", client: { ...SERVICE, refreshTokenValidity: 3650 } },
        { name: "a client for services with an unknown lifetime", client: { ...SERVICE, refreshTokenValidity: unknown } },
        {
            name: "a client that gets client tokens",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], refreshTokenValidity: 3650 },
        },
    ],
    unknown: [
        {
            name: "a client that may be for services",
            client: { ...SERVICE, allowedOauthFlowsUserPoolClient: unknown, refreshTokenValidity: 31 },
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
        { name: "an unknown value", client: { refreshTokenValidity: unknown }, unknown: ["refreshTokenValidity"] },
        {
            name: "an unknown unit",
            client: { refreshTokenValidity: 99, tokenValidityUnits: { refreshToken: unknown } },
            unknown: ["tokenValidityUnits.refreshToken"],
        },
    ],
    reject: [
        {
            name: "a lifetime shorter than that of the access token, which valid-token-validity reports for the access token",
            client: {
                refreshTokenValidity: 2,
                accessTokenValidity: 12,
                tokenValidityUnits: { refreshToken: "hours", accessToken: "hours" },
            },
            options: { maxHours: 1 },
            expect: [tooLong("2 hours", "1 hour")],
        },
        { name: "a day more than the maximum", client: { refreshTokenValidity: 31 }, expect: [tooLong("31 days", "30 days")] },
        {
            name: "a second more than the maximum",
            client: { refreshTokenValidity: 2592001, tokenValidityUnits: { refreshToken: "seconds" } },
            expect: [tooLong("2592001 seconds", "30 days")],
        },
        {
            name: "Cognito's maximum",
            client: { refreshTokenValidity: 87600, tokenValidityUnits: { refreshToken: "hours" } },
            expect: [tooLong("3650 days", "30 days")],
        },
        {
            name: "the default if it is an hour more than the configured maximum",
            client: { userPoolId: unknown },
            options: { maxHours: 719 },
            expect: [defaultTooLong("719 hours")],
        },
        {
            name: "the default with an empty block of units",
            client: { tokenValidityUnits: {} },
            options: { maxHours: 24 },
            expect: [defaultTooLong("1 day")],
        },
        {
            name: "an hour more than the configured maximum",
            client: { refreshTokenValidity: 25, tokenValidityUnits: { refreshToken: "hours" } },
            options: { maxHours: 24 },
            expect: [tooLong("25 hours", "1 day")],
        },
    ],
});
