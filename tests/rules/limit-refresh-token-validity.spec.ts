import rule from "../../src/rules/limit-refresh-token-validity";
import { testRule, unknown } from "../harness";

const { tooLong, tooLongUnset } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default, which is the limit", client: {} },
        { why: "as many days as the limit, in days by default", client: { refreshTokenValidity: 30 } },
        { why: "as many hours as the limit", client: { refreshTokenValidity: 720, tokenValidityUnits: { refreshToken: "hours" } } },
        { why: "as many seconds as the limit", client: { refreshTokenValidity: 2592000, tokenValidityUnits: { refreshToken: "seconds" } } },
        { why: "the longest, where that is the limit", client: { refreshTokenValidity: 3650 }, options: { maxHours: 87600 } },
        {
            why: "a unit without a value, of which nobody knows what it means",
            client: { tokenValidityUnits: { refreshToken: "days" } },
            options: { maxHours: 1 },
        },
        {
            why: "a unit that valid-token-validity-units reports",
            client: { refreshTokenValidity: 99, tokenValidityUnits: { refreshToken: "Days" } },
        },
    ],
    reject: [
        {
            why: "a day more than the limit",
            client: { refreshTokenValidity: 31 },
            expect: [tooLong("refreshTokenValidity", 2678400, 2592000)],
        },
        {
            why: "a second more than the limit",
            client: { refreshTokenValidity: 2592001, tokenValidityUnits: { refreshToken: "seconds" } },
            expect: ["refreshTokenValidity is 2592001 seconds; the limit is 30 days."],
        },
        {
            why: "the longest",
            client: { refreshTokenValidity: 87600, tokenValidityUnits: { refreshToken: "hours" } },
            expect: ["refreshTokenValidity is 3650 days; the limit is 30 days."],
        },
        {
            why: "Cognito's default, where it is an hour too long",
            client: { userPoolId: unknown },
            options: { maxHours: 719 },
            expect: ["refreshTokenValidity is not set, which means 30 days; the limit is 719 hours."],
        },
        {
            why: "Cognito's default beside an empty block of units",
            client: { tokenValidityUnits: {} },
            options: { maxHours: 24 },
            expect: [tooLongUnset("refreshTokenValidity", 2592000, 86400)],
        },
        {
            why: "an hour more than the limit set",
            client: { refreshTokenValidity: 25, tokenValidityUnits: { refreshToken: "hours" } },
            options: { maxHours: 24 },
            expect: [tooLong("refreshTokenValidity", 90000, 86400)],
        },
    ],
    undecided: [
        { why: "a value not known yet", client: { refreshTokenValidity: unknown }, on: ["refreshTokenValidity"] },
        {
            why: "a unit not known yet",
            client: { refreshTokenValidity: 99, tokenValidityUnits: { refreshToken: unknown } },
            on: ["tokenValidityUnits.refreshToken"],
        },
    ],
});
