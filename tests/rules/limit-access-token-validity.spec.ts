import rule from "../../src/rules/limit-access-token-validity";
import { testRule, unknown } from "../harness";

const { tooLong, tooLongUnset } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default, which is the limit", client: {} },
        { why: "as many minutes as the limit", client: { accessTokenValidity: 60, tokenValidityUnits: { accessToken: "minutes" } } },
        { why: "as many seconds as the limit", client: { accessTokenValidity: 3600, tokenValidityUnits: { accessToken: "seconds" } } },
        { why: "an hour, in hours by default", client: { accessTokenValidity: 1 } },
        { why: "a day, where the limit is one", client: { accessTokenValidity: 24 }, options: { maxMinutes: 1440 } },
        { why: "Cognito's default, where that is the limit set", client: {}, options: { maxMinutes: 60 } },
        { why: "a unit without a value, of which nobody knows what it means", client: { tokenValidityUnits: { accessToken: "days" } } },
        {
            why: "a unit that valid-token-validity-units reports",
            client: { accessTokenValidity: 99, tokenValidityUnits: { accessToken: "Days" } },
        },
        { why: "a longer ID token", client: { idTokenValidity: 24 } },
    ],
    reject: [
        {
            why: "a second more than the limit",
            client: { accessTokenValidity: 3601, tokenValidityUnits: { accessToken: "seconds" } },
            expect: ["accessTokenValidity is 3601 seconds; the limit is 1 hour."],
        },
        { why: "2 hours, in hours by default", client: { accessTokenValidity: 2 }, expect: [tooLong("accessTokenValidity", 7200, 3600)] },
        {
            why: "a number written as a string",
            client: { accessTokenValidity: "24" as never },
            expect: [tooLong("accessTokenValidity", 86400, 3600)],
        },
        {
            why: "Cognito's default, where it is a minute too long",
            client: { userPoolId: unknown },
            options: { maxMinutes: 59 },
            expect: ["accessTokenValidity is not set, which means 1 hour; the limit is 59 minutes."],
        },
        {
            why: "Cognito's default beside an empty block of units",
            client: { tokenValidityUnits: {} },
            options: { maxMinutes: 15 },
            expect: [tooLongUnset("accessTokenValidity", 3600, 900)],
        },
        {
            why: "a minute more than the limit set",
            client: { accessTokenValidity: 16, tokenValidityUnits: { accessToken: "minutes" } },
            options: { maxMinutes: 15 },
            expect: [tooLong("accessTokenValidity", 960, 900)],
        },
    ],
    undecided: [
        { why: "a value not known yet", client: { accessTokenValidity: unknown }, on: ["accessTokenValidity"] },
        {
            why: "a unit not known yet",
            client: { accessTokenValidity: 99, tokenValidityUnits: { accessToken: unknown } },
            on: ["tokenValidityUnits.accessToken"],
        },
    ],
});
