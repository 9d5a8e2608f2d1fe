import rule from "../../src/rules/valid-token-validity";
import { testRule, unknown } from "../harness";

const { notWhole, outOfRange, outlivesRefresh } = rule.messages;
const SHORT = "5 minutes to 1 day";
const LONG = "60 minutes to 3650 days";

testRule(rule, {
    accept: [
        { why: "Cognito's defaults", client: {} },
        {
            why: "the shortest access token, in seconds",
            client: { accessTokenValidity: 300, tokenValidityUnits: { accessToken: "seconds" } },
        },
        {
            why: "the shortest access token, in minutes",
            client: { accessTokenValidity: 5, tokenValidityUnits: { accessToken: "minutes" } },
        },
        { why: "the longest access token, in hours by default", client: { accessTokenValidity: 24 } },
        {
            why: "the longest access token, in seconds",
            client: { accessTokenValidity: 86400, tokenValidityUnits: { accessToken: "seconds" } },
        },
        {
            why: "the longest access token, in minutes",
            client: { accessTokenValidity: 1440, tokenValidityUnits: { accessToken: "minutes" } },
        },
        { why: "the longest access token, in days", client: { accessTokenValidity: 1, tokenValidityUnits: { accessToken: "days" } } },
        { why: "the shortest ID token", client: { idTokenValidity: 300, tokenValidityUnits: { idToken: "seconds" } } },
        { why: "the longest ID token", client: { idTokenValidity: 24, tokenValidityUnits: { idToken: "hours" } } },
        {
            why: "the shortest refresh token, in seconds",
            client: { refreshTokenValidity: 3600, tokenValidityUnits: { refreshToken: "seconds" } },
        },
        {
            why: "the shortest refresh token, in minutes",
            client: { refreshTokenValidity: 60, tokenValidityUnits: { refreshToken: "minutes" } },
        },
        { why: "the shortest refresh token, in hours", client: { refreshTokenValidity: 1, tokenValidityUnits: { refreshToken: "hours" } } },
        { why: "the longest refresh token, in days by default", client: { refreshTokenValidity: 3650 } },
        {
            why: "the longest refresh token, in hours",
            client: { refreshTokenValidity: 87600, tokenValidityUnits: { refreshToken: "hours" } },
        },
        {
            why: "the longest refresh token, in seconds",
            client: { refreshTokenValidity: 315360000, tokenValidityUnits: { refreshToken: "seconds" } },
        },
        {
            why: "a refresh token of 36500 minutes",
            client: { refreshTokenValidity: 36500, tokenValidityUnits: { refreshToken: "minutes" } },
        },
        { why: "an access token that ends with the refresh token", client: { accessTokenValidity: 24, refreshTokenValidity: 1 } },
        {
            why: "an access token of 23 hours beside a refresh token of a day",
            client: { accessTokenValidity: 23, refreshTokenValidity: 1 },
        },
        {
            why: "an ID token that ends with the refresh token",
            client: { idTokenValidity: 60, refreshTokenValidity: 1, tokenValidityUnits: { idToken: "minutes", refreshToken: "hours" } },
        },
        {
            why: "the default access token beside the shortest refresh token",
            client: { refreshTokenValidity: 60, tokenValidityUnits: { refreshToken: "minutes" } },
        },
        {
            why: "all units without a value",
            client: { tokenValidityUnits: { accessToken: "days", idToken: "days", refreshToken: "days" } },
        },
        { why: "a number written as a string", client: { accessTokenValidity: "24" as never } },
        {
            why: "a unit that valid-token-validity-units reports",
            client: { accessTokenValidity: 99, tokenValidityUnits: { accessToken: "Hours", idToken: "toString" }, idTokenValidity: 99 },
        },
        {
            why: "a unit without a value, whatever the refresh token is",
            client: { refreshTokenValidity: 1, tokenValidityUnits: { accessToken: "days", refreshToken: "hours" } },
        },
    ],
    reject: [
        {
            why: "a number meant as minutes, read as hours",
            client: { accessTokenValidity: 60 },
            expect: [outOfRange("accessTokenValidity", 216000, SHORT)],
        },
        {
            why: "an access token a second too short",
            client: { accessTokenValidity: 299, tokenValidityUnits: { accessToken: "seconds" } },
            expect: [outOfRange("accessTokenValidity", 299, SHORT)],
        },
        {
            why: "an access token a second too long",
            client: { accessTokenValidity: 86401, tokenValidityUnits: { accessToken: "seconds" } },
            expect: [outOfRange("accessTokenValidity", 86401, SHORT)],
        },
        {
            why: "an access token of 25 hours",
            client: { accessTokenValidity: 25 },
            expect: [outOfRange("accessTokenValidity", 90000, SHORT)],
        },
        {
            why: "an access token of 2 days",
            client: { accessTokenValidity: 2, tokenValidityUnits: { accessToken: "days" } },
            expect: [outOfRange("accessTokenValidity", 172800, SHORT)],
        },
        {
            why: "an ID token a minute too short",
            client: { idTokenValidity: 4, tokenValidityUnits: { idToken: "minutes" } },
            expect: [outOfRange("idTokenValidity", 240, SHORT)],
        },
        { why: "an ID token an hour too long", client: { idTokenValidity: 25 }, expect: [outOfRange("idTokenValidity", 90000, SHORT)] },
        {
            why: "a refresh token a second too short",
            client: { refreshTokenValidity: 3599, tokenValidityUnits: { refreshToken: "seconds" } },
            expect: [
                outOfRange("refreshTokenValidity", 3599, LONG),
                outlivesRefresh("accessTokenValidity", 3600, 3599),
                outlivesRefresh("idTokenValidity", 3600, 3599),
            ],
        },
        {
            why: "a refresh token a day too long",
            client: { refreshTokenValidity: 3651 },
            expect: [outOfRange("refreshTokenValidity", 315446400, LONG)],
        },
        {
            why: "a refresh token a second too long",
            client: { refreshTokenValidity: 315360001, tokenValidityUnits: { refreshToken: "seconds" } },
            expect: [outOfRange("refreshTokenValidity", 315360001, LONG)],
        },
        { why: "zero", client: { accessTokenValidity: 0 }, expect: [outOfRange("accessTokenValidity", 0, SHORT)] },
        { why: "a negative number", client: { idTokenValidity: -1 }, expect: [outOfRange("idTokenValidity", -3600, SHORT)] },
        { why: "half an hour", client: { accessTokenValidity: 0.5 }, expect: [notWhole("accessTokenValidity", 0.5)] },
        {
            why: "an access token that outlives the refresh token by a second",
            client: {
                accessTokenValidity: 3601,
                refreshTokenValidity: 1,
                tokenValidityUnits: { accessToken: "seconds", refreshToken: "hours" },
            },
            expect: [outlivesRefresh("accessTokenValidity", 3601, 3600)],
        },
        {
            why: "an ID token that outlives the refresh token",
            client: { idTokenValidity: 12, refreshTokenValidity: 2, tokenValidityUnits: { idToken: "hours", refreshToken: "hours" } },
            expect: [outlivesRefresh("idTokenValidity", 43200, 7200)],
        },
        {
            why: "what is known, beside what is not",
            client: { accessTokenValidity: 25, refreshTokenValidity: unknown },
            expect: [outOfRange("accessTokenValidity", 90000, SHORT)],
            undecided: ["refreshTokenValidity"],
        },
    ],
    undecided: [
        { why: "a lifetime not known yet", client: { accessTokenValidity: unknown }, on: ["accessTokenValidity"] },
        {
            why: "a unit not known yet",
            client: { idTokenValidity: 99, tokenValidityUnits: { idToken: unknown } },
            on: ["tokenValidityUnits.idToken"],
        },
        { why: "units not known yet", client: { tokenValidityUnits: unknown }, on: ["tokenValidityUnits"] },
    ],
});
