import rule from "../../src/rules/limit-auth-session-validity";
import { testRule, unknown } from "../harness";

const { tooLong, tooLongUnset } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default", client: {} },
        { why: "the longest, unless the limit is lowered", client: { authSessionValidity: 15 } },
        { why: "as many minutes as the limit", client: { authSessionValidity: 5 }, options: { maxMinutes: 5 } },
        { why: "Cognito's default, where that is the limit", client: {}, options: { maxMinutes: 3 } },
    ],
    reject: [
        {
            why: "a minute more than the limit",
            client: { authSessionValidity: 6 },
            options: { maxMinutes: 5 },
            expect: ["authSessionValidity is 6 minutes; the limit is 5 minutes."],
        },
        {
            why: "a number written as a string",
            client: { authSessionValidity: "16" as never },
            expect: [tooLong("authSessionValidity", 960, 900)],
        },
        {
            why: "Cognito's default, where it is a minute too long",
            client: { userPoolId: unknown },
            options: { maxMinutes: 2 },
            expect: [tooLongUnset("authSessionValidity", 180, 120)],
        },
    ],
    undecided: [{ why: "a number not known yet", client: { authSessionValidity: unknown }, on: ["authSessionValidity"] }],
});
