import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-token-validity";

const notWhole = (property: string, value: number) => `${property} is ${value}; it must be a whole number.`;
const outOfRange = (property: "accessTokenValidity" | "idTokenValidity", found: string) =>
    `${property} is ${found}; it must be between 5 minutes and 1 day.`;
const refreshOutOfRange = (found: string) => `refreshTokenValidity is ${found}; it must be between 1 hour and 3650 days.`;
const zeroRefresh = "refreshTokenValidity is 0, which Pulumi's provider rejects; leave it out for the default of 30 days.";
const longerThanRefresh = (property: string, found: string, refresh: string) =>
    `${property} is ${found}; it must not be longer than refreshTokenValidity, which is ${refresh}.`;

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        {
            name: "the minimum of an access token in seconds",
            client: { accessTokenValidity: 300, tokenValidityUnits: { accessToken: "seconds" } },
        },
        {
            name: "the minimum of an access token in minutes",
            client: { accessTokenValidity: 5, tokenValidityUnits: { accessToken: "minutes" } },
        },
        { name: "the maximum of an access token in hours, the default unit", client: { accessTokenValidity: 24 } },
        {
            name: "the maximum of an access token in seconds",
            client: { accessTokenValidity: 86400, tokenValidityUnits: { accessToken: "seconds" } },
        },
        {
            name: "the maximum of an access token in minutes",
            client: { accessTokenValidity: 1440, tokenValidityUnits: { accessToken: "minutes" } },
        },
        {
            name: "the maximum of an access token in days",
            client: { accessTokenValidity: 1, tokenValidityUnits: { accessToken: "days" } },
        },
        { name: "the minimum of an ID token", client: { idTokenValidity: 300, tokenValidityUnits: { idToken: "seconds" } } },
        { name: "the maximum of an ID token", client: { idTokenValidity: 24, tokenValidityUnits: { idToken: "hours" } } },
        {
            name: "the minimum of a refresh token in seconds",
            client: { refreshTokenValidity: 3600, tokenValidityUnits: { refreshToken: "seconds" } },
        },
        {
            name: "the minimum of a refresh token in minutes",
            client: { refreshTokenValidity: 60, tokenValidityUnits: { refreshToken: "minutes" } },
        },
        {
            name: "the minimum of a refresh token in hours",
            client: { refreshTokenValidity: 1, tokenValidityUnits: { refreshToken: "hours" } },
        },
        { name: "the maximum of a refresh token in days, the default unit", client: { refreshTokenValidity: 3650 } },
        {
            name: "the maximum of a refresh token in hours",
            client: { refreshTokenValidity: 87600, tokenValidityUnits: { refreshToken: "hours" } },
        },
        {
            name: "the maximum of a refresh token in seconds",
            client: { refreshTokenValidity: 315360000, tokenValidityUnits: { refreshToken: "seconds" } },
        },
        {
            name: "a refresh token of 36500 minutes",
            client: { refreshTokenValidity: 36500, tokenValidityUnits: { refreshToken: "minutes" } },
        },
        { name: "an access token as long as the refresh token", client: { accessTokenValidity: 24, refreshTokenValidity: 1 } },
        {
            name: "an access token of 23 hours with a refresh token of 1 day",
            client: { accessTokenValidity: 23, refreshTokenValidity: 1 },
        },
        {
            name: "an ID token as long as the refresh token",
            client: { idTokenValidity: 60, refreshTokenValidity: 1, tokenValidityUnits: { idToken: "minutes", refreshToken: "hours" } },
        },
        {
            name: "the default access token with the minimum of a refresh token",
            client: { refreshTokenValidity: 60, tokenValidityUnits: { refreshToken: "minutes" } },
        },
        {
            name: "all units without values",
            client: { tokenValidityUnits: { accessToken: "days", idToken: "days", refreshToken: "days" } },
        },
        { name: "a number written as a string", client: { accessTokenValidity: "24" as never } },
        {
            name: "invalid units, which valid-token-validity-units reports",
            client: { accessTokenValidity: 99, tokenValidityUnits: { accessToken: "Hours", idToken: "toString" }, idTokenValidity: 99 },
        },
        {
            name: "a unit without a value and a shorter refresh token",
            client: { refreshTokenValidity: 1, tokenValidityUnits: { accessToken: "days", refreshToken: "hours" } },
        },
    ],
    unknown: [
        { name: "an unknown lifetime", client: { accessTokenValidity: unknown }, unknown: ["accessTokenValidity"] },
        {
            name: "an unknown unit",
            client: { idTokenValidity: 99, tokenValidityUnits: { idToken: unknown } },
            unknown: ["tokenValidityUnits.idToken"],
        },
        {
            name: "an ID token that may be longer than an unknown refresh token",
            client: { idTokenValidity: 2, refreshTokenValidity: 1, tokenValidityUnits: { idToken: "hours", refreshToken: unknown } },
            unknown: ["tokenValidityUnits.refreshToken"],
        },
        { name: "unknown units", client: { tokenValidityUnits: unknown }, unknown: ["tokenValidityUnits"] },
    ],
    reject: [
        {
            name: "minutes without their unit, which count as hours",
            client: { accessTokenValidity: 60 },
            expect: [outOfRange("accessTokenValidity", "60 hours")],
        },
        {
            name: "an access token 1 second below the minimum",
            client: { accessTokenValidity: 299, tokenValidityUnits: { accessToken: "seconds" } },
            expect: [outOfRange("accessTokenValidity", "299 seconds")],
        },
        {
            name: "an access token 1 second above the maximum",
            client: { accessTokenValidity: 86401, tokenValidityUnits: { accessToken: "seconds" } },
            expect: [outOfRange("accessTokenValidity", "86401 seconds")],
        },
        {
            name: "an access token of 25 hours",
            client: { accessTokenValidity: 25 },
            expect: [outOfRange("accessTokenValidity", "25 hours")],
        },
        {
            name: "an access token of 2 days",
            client: { accessTokenValidity: 2, tokenValidityUnits: { accessToken: "days" } },
            expect: [outOfRange("accessTokenValidity", "2 days")],
        },
        {
            name: "an ID token 1 minute below the minimum",
            client: { idTokenValidity: 4, tokenValidityUnits: { idToken: "minutes" } },
            expect: [outOfRange("idTokenValidity", "4 minutes")],
        },
        {
            name: "an ID token 1 hour above the maximum",
            client: { idTokenValidity: 25 },
            expect: [outOfRange("idTokenValidity", "25 hours")],
        },
        {
            name: "a refresh token 1 second below the minimum",
            client: { refreshTokenValidity: 3599, tokenValidityUnits: { refreshToken: "seconds" } },
            expect: [refreshOutOfRange("3599 seconds")],
        },
        {
            name: "a refresh token below the minimum without comparing other lifetimes with it",
            client: {
                accessTokenValidity: 2,
                idTokenValidity: 2,
                refreshTokenValidity: 59,
                tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "minutes" },
            },
            expect: [refreshOutOfRange("59 minutes")],
        },
        {
            name: "a refresh token that is not a whole number without comparing other lifetimes with it",
            client: { accessTokenValidity: 24, refreshTokenValidity: 0.5 },
            expect: [notWhole("refreshTokenValidity", 0.5)],
        },
        {
            name: "a refresh token of 0 without comparing other lifetimes with it",
            client: { accessTokenValidity: 24, idTokenValidity: 24, refreshTokenValidity: 0 },
            expect: [zeroRefresh],
        },
        {
            name: "a refresh token of 0 in any unit, even an unknown one",
            client: { refreshTokenValidity: 0, tokenValidityUnits: { refreshToken: unknown } },
            expect: [zeroRefresh],
        },
        {
            name: "a refresh token of 0 written as a string",
            client: { refreshTokenValidity: "0" as never, tokenValidityUnits: { refreshToken: "hours" } },
            expect: [zeroRefresh],
        },
        {
            name: "a refresh token of 1 in minutes",
            client: { refreshTokenValidity: 1, tokenValidityUnits: { refreshToken: "minutes" } },
            expect: [refreshOutOfRange("1 minute")],
        },
        {
            name: "a negative refresh token",
            client: { refreshTokenValidity: -1 },
            expect: [refreshOutOfRange("-1 days")],
        },
        {
            name: "a refresh token 1 day above the maximum",
            client: { refreshTokenValidity: 3651 },
            expect: [refreshOutOfRange("3651 days")],
        },
        {
            name: "a refresh token 1 second above the maximum",
            client: { refreshTokenValidity: 315360001, tokenValidityUnits: { refreshToken: "seconds" } },
            expect: [refreshOutOfRange("315360001 seconds")],
        },
        {
            name: "access and ID tokens of 0",
            client: { accessTokenValidity: 0, idTokenValidity: 0 },
            expect: [outOfRange("accessTokenValidity", "0 seconds"), outOfRange("idTokenValidity", "0 seconds")],
        },
        { name: "a negative number", client: { idTokenValidity: -1 }, expect: [outOfRange("idTokenValidity", "-1 hours")] },
        { name: "a fraction", client: { accessTokenValidity: 0.5 }, expect: [notWhole("accessTokenValidity", 0.5)] },
        {
            name: "an access token 1 second longer than the refresh token",
            client: {
                accessTokenValidity: 3601,
                refreshTokenValidity: 1,
                tokenValidityUnits: { accessToken: "seconds", refreshToken: "hours" },
            },
            expect: [longerThanRefresh("accessTokenValidity", "3601 seconds", "1 hour")],
        },
        {
            name: "an ID token longer than the refresh token",
            client: { idTokenValidity: 12, refreshTokenValidity: 2, tokenValidityUnits: { idToken: "hours", refreshToken: "hours" } },
            expect: [longerThanRefresh("idTokenValidity", "12 hours", "2 hours")],
        },
        {
            name: "a lifetime outside the limits without comparing it with the refresh token",
            client: { accessTokenValidity: 60, idTokenValidity: 0.5, refreshTokenValidity: 1 },
            expect: [outOfRange("accessTokenValidity", "60 hours"), notWhole("idTokenValidity", 0.5)],
        },
        {
            name: "a known lifetime next to an unknown one",
            client: { accessTokenValidity: 25, refreshTokenValidity: unknown },
            expect: [outOfRange("accessTokenValidity", "25 hours")],
            unknown: ["refreshTokenValidity"],
        },
    ],
});
