import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-token-validity-units";

const invalidUnit = (token: string, unit: string, suggestion = "") =>
    `tokenValidityUnits.${token} is "${unit}"; it must be seconds, minutes, hours or days${suggestion}.`;
const unitWithoutValue = (token: string, unit: string) =>
    `tokenValidityUnits.${token} is "${unit}", but ${token}Validity is not set; in this unit, its default is below the minimum.`;
const valueWithoutUnit = (token: string) =>
    `tokenValidityUnits.${token} is not set; without it, Pulumi's provider reads ${token}Validity as 0 seconds.`;

testRule(rule, {
    accept: [
        { name: "the defaults", client: {} },
        { name: "values with the default units", client: { accessTokenValidity: 1, refreshTokenValidity: 30 } },
        { name: "an empty block", client: { tokenValidityUnits: {} } },
        {
            name: "a unit for each value",
            client: {
                accessTokenValidity: 300,
                idTokenValidity: 5,
                refreshTokenValidity: 24,
                tokenValidityUnits: { accessToken: "seconds", idToken: "minutes", refreshToken: "hours" },
            },
        },
        {
            name: "days without values",
            client: { tokenValidityUnits: { accessToken: "days", idToken: "days", refreshToken: "days" } },
        },
        {
            name: "hours without values",
            client: { tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "hours" } },
        },
        {
            name: "a missing unit of a missing value",
            client: { accessTokenValidity: 30, tokenValidityUnits: { accessToken: "minutes" } },
        },
        {
            name: "a lifetime outside the limits, which valid-token-validity reports",
            client: { accessTokenValidity: 60, tokenValidityUnits: { accessToken: "hours" } },
        },
        { name: "an unknown value with a unit", client: { idTokenValidity: unknown, tokenValidityUnits: { idToken: "hours" } } },
    ],
    reject: [
        {
            name: "a unit in the wrong case",
            client: { accessTokenValidity: 1, tokenValidityUnits: { accessToken: "Hours" } },
            expect: [invalidUnit("accessToken", "Hours", " (did you mean hours?)")],
        },
        {
            name: "a unit in the singular",
            client: { refreshTokenValidity: 1, tokenValidityUnits: { refreshToken: "day" } },
            expect: [invalidUnit("refreshToken", "day", " (did you mean days?)")],
        },
        {
            name: "the abbreviation of a unit",
            client: { idTokenValidity: 5, tokenValidityUnits: { idToken: "m" } },
            expect: [invalidUnit("idToken", "m")],
        },
        {
            name: "an empty unit",
            client: { idTokenValidity: 5, tokenValidityUnits: { idToken: "" } },
            expect: [invalidUnit("idToken", "")],
        },
        {
            name: "an invalid unit without a value once",
            client: { tokenValidityUnits: { refreshToken: "weeks" } },
            expect: [invalidUnit("refreshToken", "weeks")],
        },
        {
            name: "each invalid unit",
            client: { tokenValidityUnits: { accessToken: "hour", idToken: "hour", refreshToken: "hour" } },
            expect: [
                invalidUnit("accessToken", "hour", " (did you mean hours?)"),
                invalidUnit("idToken", "hour", " (did you mean hours?)"),
                invalidUnit("refreshToken", "hour", " (did you mean hours?)"),
            ],
        },
        {
            name: "minutes without values",
            client: { tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" } },
            expect: [
                unitWithoutValue("accessToken", "minutes"),
                unitWithoutValue("idToken", "minutes"),
                unitWithoutValue("refreshToken", "minutes"),
            ],
        },
        {
            name: "seconds without values",
            client: { tokenValidityUnits: { accessToken: "seconds", idToken: "seconds", refreshToken: "seconds" } },
            expect: [
                unitWithoutValue("accessToken", "seconds"),
                unitWithoutValue("idToken", "seconds"),
                unitWithoutValue("refreshToken", "seconds"),
            ],
        },
        {
            name: "a value without its unit in a block with another unit",
            client: { accessTokenValidity: 8, idTokenValidity: 5, tokenValidityUnits: { idToken: "minutes" } },
            expect: [valueWithoutUnit("accessToken")],
        },
        {
            name: "values with an empty block",
            client: { accessTokenValidity: 1, idTokenValidity: 1, refreshTokenValidity: 30, tokenValidityUnits: {} },
            expect: [valueWithoutUnit("accessToken"), valueWithoutUnit("idToken"), valueWithoutUnit("refreshToken")],
        },
        {
            name: "a known unit next to unknown properties",
            client: { refreshTokenValidity: unknown, tokenValidityUnits: { accessToken: "hour", idToken: unknown } },
            expect: [invalidUnit("accessToken", "hour", " (did you mean hours?)")],
            unknown: ["tokenValidityUnits.idToken", "refreshTokenValidity"],
        },
    ],
    unknown: [
        { name: "an unknown block", client: { accessTokenValidity: 5, tokenValidityUnits: unknown }, unknown: ["tokenValidityUnits"] },
        {
            name: "an unknown unit",
            client: { accessTokenValidity: 5, tokenValidityUnits: { accessToken: unknown } },
            unknown: ["tokenValidityUnits.accessToken"],
        },
        {
            name: "an unknown value in minutes",
            client: { idTokenValidity: unknown, tokenValidityUnits: { idToken: "minutes" } },
            unknown: ["idTokenValidity"],
        },
        {
            name: "an unknown value without its unit",
            client: { idTokenValidity: unknown, tokenValidityUnits: {} },
            unknown: ["idTokenValidity"],
        },
    ],
});
