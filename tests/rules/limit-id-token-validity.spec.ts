import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-id-token-validity";

const tooLong = (found: string, limit: string) => `idTokenValidity is ${found}; the limit is ${limit}.`;
const defaultTooLong = (limit: string) => `idTokenValidity is not set; the default is 1 hour and the limit is ${limit}.`;

const SERVICE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "the maximum in minutes", client: { idTokenValidity: 60, tokenValidityUnits: { idToken: "minutes" } } },
        { name: "the maximum in seconds", client: { idTokenValidity: 3600, tokenValidityUnits: { idToken: "seconds" } } },
        { name: "the maximum in hours, the default unit", client: { idTokenValidity: 1 } },
        { name: "a configured maximum of a day", client: { idTokenValidity: 24 }, options: { maxMinutes: 1440 } },
        { name: "the default if it is the configured maximum", client: {}, options: { maxMinutes: 60 } },
        { name: "a unit without a value, whose meaning is not documented", client: { tokenValidityUnits: { idToken: "days" } } },
        {
            name: "a unit that valid-token-validity-units reports",
            client: { idTokenValidity: 99, tokenValidityUnits: { idToken: "Days" } },
        },
        { name: "a longer access token", client: { accessTokenValidity: 24 } },
        { name: "a lifetime above Cognito's maximum, which valid-token-validity reports", client: { idTokenValidity: 60 } },
        { name: "a fraction, which valid-token-validity reports", client: { idTokenValidity: 1.5 } },
        {
            name: "a lifetime that valid-token-validity reports as longer than the refresh token",
            client: { idTokenValidity: 2, refreshTokenValidity: 1, tokenValidityUnits: { idToken: "hours", refreshToken: "hours" } },
        },
        {
            name: "a lifetime within the limit with an unknown refresh token",
            client: { idTokenValidity: 1, refreshTokenValidity: unknown },
        },
        { name: "a client for services", client: { ...SERVICE, idTokenValidity: 24 } },
        { name: "a client for services with an unknown lifetime", client: { ...SERVICE, idTokenValidity: unknown } },
        { name: "a client that gets client tokens", client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], idTokenValidity: 24 } },
    ],
    unknown: [
        {
            name: "a client that may be for services",
            client: { ...SERVICE, allowedOauthFlows: unknown, idTokenValidity: 24 },
            unknown: ["allowedOauthFlows"],
        },
        {
            name: "a lifetime that may be longer than an unknown refresh token",
            client: { idTokenValidity: 2, refreshTokenValidity: unknown },
            unknown: ["refreshTokenValidity"],
        },
        { name: "an unknown value", client: { idTokenValidity: unknown }, unknown: ["idTokenValidity"] },
        {
            name: "an unknown unit",
            client: { idTokenValidity: 99, tokenValidityUnits: { idToken: unknown } },
            unknown: ["tokenValidityUnits.idToken"],
        },
    ],
    reject: [
        {
            name: "a client for services and users",
            client: { ...SERVICE, allowedOauthFlows: ["client_credentials", "code"], idTokenValidity: 24 },
            expect: [tooLong("1 day", "1 hour")],
        },
        {
            name: "client_credentials without allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlows: ["client_credentials"], idTokenValidity: 24 },
            expect: [tooLong("1 day", "1 hour")],
        },
        {
            name: "a second more than the maximum",
            client: { idTokenValidity: 3601, tokenValidityUnits: { idToken: "seconds" } },
            expect: [tooLong("3601 seconds", "1 hour")],
        },
        {
            name: "more than the maximum in hours, the default unit",
            client: { idTokenValidity: 2 },
            expect: [tooLong("2 hours", "1 hour")],
        },
        {
            name: "a number written as a string",
            client: { idTokenValidity: "24" as never },
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
            client: { idTokenValidity: 16, tokenValidityUnits: { idToken: "minutes" } },
            options: { maxMinutes: 15 },
            expect: [tooLong("16 minutes", "15 minutes")],
        },
    ],
});
