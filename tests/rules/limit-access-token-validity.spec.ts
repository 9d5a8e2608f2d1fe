import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-access-token-validity";

const tooLong = (found: string, limit: string) => `accessTokenValidity is ${found}; the limit is ${limit}.`;
const defaultTooLong = (limit: string) => `accessTokenValidity is not set; the default is 1 hour and the limit is ${limit}.`;

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "the maximum in minutes", client: { accessTokenValidity: 60, tokenValidityUnits: { accessToken: "minutes" } } },
        { name: "the maximum in seconds", client: { accessTokenValidity: 3600, tokenValidityUnits: { accessToken: "seconds" } } },
        { name: "the maximum in hours, the default unit", client: { accessTokenValidity: 1 } },
        { name: "a configured maximum of a day", client: { accessTokenValidity: 24 }, options: { maxMinutes: 1440 } },
        { name: "the default if it is the configured maximum", client: {}, options: { maxMinutes: 60 } },
        { name: "a unit without a value, whose meaning is not documented", client: { tokenValidityUnits: { accessToken: "days" } } },
        {
            name: "a unit that valid-token-validity-units reports",
            client: { accessTokenValidity: 99, tokenValidityUnits: { accessToken: "Days" } },
        },
        { name: "a longer ID token", client: { idTokenValidity: 24 } },
        { name: "a lifetime above Cognito's maximum, which valid-token-validity reports", client: { accessTokenValidity: 60 } },
        { name: "a fraction, which valid-token-validity reports", client: { accessTokenValidity: 1.5 } },
        {
            name: "a lifetime that valid-token-validity reports as longer than the refresh token",
            client: {
                accessTokenValidity: 2,
                refreshTokenValidity: 1,
                tokenValidityUnits: { accessToken: "hours", refreshToken: "hours" },
            },
        },
        {
            name: "a lifetime within the limit with an unknown refresh token",
            client: { accessTokenValidity: 1, refreshTokenValidity: unknown },
        },
    ],
    unknown: [
        {
            name: "a lifetime that may be longer than an unknown refresh token",
            client: { accessTokenValidity: 2, refreshTokenValidity: unknown },
            unknown: ["refreshTokenValidity"],
        },
        { name: "an unknown value", client: { accessTokenValidity: unknown }, unknown: ["accessTokenValidity"] },
        {
            name: "an unknown unit",
            client: { accessTokenValidity: 99, tokenValidityUnits: { accessToken: unknown } },
            unknown: ["tokenValidityUnits.accessToken"],
        },
    ],
    reject: [
        {
            name: "a client for services, which gets access tokens",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"], accessTokenValidity: 24 },
            expect: [tooLong("1 day", "1 hour")],
        },
        {
            name: "a second more than the maximum",
            client: { accessTokenValidity: 3601, tokenValidityUnits: { accessToken: "seconds" } },
            expect: [tooLong("3601 seconds", "1 hour")],
        },
        {
            name: "more than the maximum in hours, the default unit",
            client: { accessTokenValidity: 2 },
            expect: [tooLong("2 hours", "1 hour")],
        },
        {
            name: "a number written as a string",
            client: { accessTokenValidity: "24" as never },
            expect: [tooLong("1 day", "1 hour")],
        },
        {
            name: "the default if it is a minute more than the configured maximum",
            client: { userPoolId: unknown },
            options: { maxMinutes: 59 },
            expect: [defaultTooLong("59 minutes")],
        },
        {
            name: "the default with an empty block of units",
            client: { tokenValidityUnits: {} },
            options: { maxMinutes: 15 },
            expect: [defaultTooLong("15 minutes")],
        },
        {
            name: "a minute more than the configured maximum",
            client: { accessTokenValidity: 16, tokenValidityUnits: { accessToken: "minutes" } },
            options: { maxMinutes: 15 },
            expect: [tooLong("16 minutes", "15 minutes")],
        },
    ],
});
