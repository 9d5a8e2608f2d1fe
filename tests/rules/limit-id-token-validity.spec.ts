import rule from "../../src/rules/limit-id-token-validity";
import { testRule, unknown } from "../harness";

const { tooLong, tooLongUnset } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default, which is the limit", client: {} },
        { why: "as many minutes as the limit", client: { idTokenValidity: 60, tokenValidityUnits: { idToken: "minutes" } } },
        { why: "as many seconds as the limit", client: { idTokenValidity: 3600, tokenValidityUnits: { idToken: "seconds" } } },
        { why: "an hour, in hours by default", client: { idTokenValidity: 1 } },
        { why: "a day, where the limit is one", client: { idTokenValidity: 24 }, options: { maxMinutes: 1440 } },
        { why: "Cognito's default, where that is the limit set", client: {}, options: { maxMinutes: 60 } },
        { why: "a unit without a value, of which nobody knows what it means", client: { tokenValidityUnits: { idToken: "days" } } },
        { why: "a unit that valid-token-validity-units reports", client: { idTokenValidity: 99, tokenValidityUnits: { idToken: "Days" } } },
        { why: "a longer access token", client: { accessTokenValidity: 24 } },
    ],
    reject: [
        {
            why: "a second more than the limit",
            client: { idTokenValidity: 3601, tokenValidityUnits: { idToken: "seconds" } },
            expect: ["idTokenValidity is 3601 seconds; the limit is 1 hour."],
        },
        { why: "2 hours, in hours by default", client: { idTokenValidity: 2 }, expect: [tooLong("idTokenValidity", 7200, 3600)] },
        {
            why: "a number written as a string",
            client: { idTokenValidity: "24" as never },
            expect: [tooLong("idTokenValidity", 86400, 3600)],
        },
        {
            why: "Cognito's default, where it is a minute too long",
            client: { userPoolId: unknown },
            options: { maxMinutes: 59 },
            expect: ["idTokenValidity is not set, which means 1 hour; the limit is 59 minutes."],
        },
        {
            why: "Cognito's default beside an empty block of units",
            client: { tokenValidityUnits: {} },
            options: { maxMinutes: 15 },
            expect: [tooLongUnset("idTokenValidity", 3600, 900)],
        },
        {
            why: "a minute more than the limit set",
            client: { idTokenValidity: 16, tokenValidityUnits: { idToken: "minutes" } },
            options: { maxMinutes: 15 },
            expect: [tooLong("idTokenValidity", 960, 900)],
        },
    ],
    undecided: [
        { why: "a value not known yet", client: { idTokenValidity: unknown }, on: ["idTokenValidity"] },
        {
            why: "a unit not known yet",
            client: { idTokenValidity: 99, tokenValidityUnits: { idToken: unknown } },
            on: ["tokenValidityUnits.idToken"],
        },
    ],
});
