import rule from "../../src/rules/valid-token-validity-units";
import { testRule, unknown } from "../harness";

const { unknownUnit, unitWithoutValue, valueWithoutUnit } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's defaults", client: {} },
        { why: "no unit at all, which means hours, hours and days", client: { accessTokenValidity: 1, refreshTokenValidity: 30 } },
        { why: "an empty block", client: { tokenValidityUnits: {} } },
        {
            why: "a unit beside each value",
            client: {
                accessTokenValidity: 300,
                idTokenValidity: 5,
                refreshTokenValidity: 24,
                tokenValidityUnits: { accessToken: "seconds", idToken: "minutes", refreshToken: "hours" },
            },
        },
        {
            why: "all in days without a value",
            client: { tokenValidityUnits: { accessToken: "days", idToken: "days", refreshToken: "days" } },
        },
        {
            why: "all in hours without a value",
            client: { tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "hours" } },
        },
        {
            why: "a unit left out where its value is",
            client: { accessTokenValidity: 30, tokenValidityUnits: { accessToken: "minutes" } },
        },
        {
            why: "a lifetime out of range, which valid-token-validity reports",
            client: { accessTokenValidity: 60, tokenValidityUnits: { accessToken: "hours" } },
        },
        { why: "a value not known yet beside its unit", client: { idTokenValidity: unknown, tokenValidityUnits: { idToken: "hours" } } },
    ],
    reject: [
        {
            why: "a unit in the wrong case",
            client: { accessTokenValidity: 1, tokenValidityUnits: { accessToken: "Hours" } },
            expect: ['tokenValidityUnits.accessToken is "Hours"; did you mean hours?'],
        },
        {
            why: "a unit in the singular",
            client: { refreshTokenValidity: 1, tokenValidityUnits: { refreshToken: "day" } },
            expect: ['tokenValidityUnits.refreshToken is "day"; did you mean days?'],
        },
        {
            why: "a unit's letter",
            client: { idTokenValidity: 5, tokenValidityUnits: { idToken: "m" } },
            expect: ['tokenValidityUnits.idToken is "m"; Cognito takes seconds, minutes, hours or days.'],
        },
        {
            why: "the empty unit",
            client: { idTokenValidity: 5, tokenValidityUnits: { idToken: "" } },
            expect: [unknownUnit("idToken", "")],
        },
        {
            why: "a unit that Cognito does not know and no value, once",
            client: { tokenValidityUnits: { refreshToken: "weeks" } },
            expect: [unknownUnit("refreshToken", "weeks")],
        },
        {
            why: "each unit that Cognito does not know",
            client: { tokenValidityUnits: { accessToken: "hour", idToken: "hour", refreshToken: "hour" } },
            expect: [unknownUnit("accessToken", "hour"), unknownUnit("idToken", "hour"), unknownUnit("refreshToken", "hour")],
        },
        {
            why: "minutes without a value",
            client: { tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" } },
            expect: [
                unitWithoutValue("accessToken", "minutes"),
                unitWithoutValue("idToken", "minutes"),
                unitWithoutValue("refreshToken", "minutes"),
            ],
        },
        {
            why: "seconds without a value",
            client: { tokenValidityUnits: { accessToken: "seconds", idToken: "seconds", refreshToken: "seconds" } },
            expect: [
                unitWithoutValue("accessToken", "seconds"),
                unitWithoutValue("idToken", "seconds"),
                unitWithoutValue("refreshToken", "seconds"),
            ],
        },
        {
            why: "a value without its unit beside another unit",
            client: { accessTokenValidity: 8, idTokenValidity: 5, tokenValidityUnits: { idToken: "minutes" } },
            expect: [valueWithoutUnit("accessToken")],
        },
        {
            why: "values beside an empty block",
            client: { accessTokenValidity: 1, idTokenValidity: 1, refreshTokenValidity: 30, tokenValidityUnits: {} },
            expect: [valueWithoutUnit("accessToken"), valueWithoutUnit("idToken"), valueWithoutUnit("refreshToken")],
        },
        {
            why: "what is known, beside what is not",
            client: { refreshTokenValidity: unknown, tokenValidityUnits: { accessToken: "hour", idToken: unknown } },
            expect: [unknownUnit("accessToken", "hour")],
            undecided: ["tokenValidityUnits.idToken", "refreshTokenValidity"],
        },
    ],
    undecided: [
        { why: "units not known yet", client: { accessTokenValidity: 5, tokenValidityUnits: unknown }, on: ["tokenValidityUnits"] },
        {
            why: "a unit not known yet",
            client: { accessTokenValidity: 5, tokenValidityUnits: { accessToken: unknown } },
            on: ["tokenValidityUnits.accessToken"],
        },
        {
            why: "a value not known yet beside minutes",
            client: { idTokenValidity: unknown, tokenValidityUnits: { idToken: "minutes" } },
            on: ["idTokenValidity"],
        },
        {
            why: "a value not known yet without its unit",
            client: { idTokenValidity: unknown, tokenValidityUnits: {} },
            on: ["idTokenValidity"],
        },
    ],
});
