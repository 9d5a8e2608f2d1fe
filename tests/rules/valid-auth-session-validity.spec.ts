import rule from "../../src/rules/valid-auth-session-validity";
import { testRule, unknown } from "../harness";

const { notWhole, outOfRange } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default", client: {} },
        { why: "the shortest", client: { authSessionValidity: 3 } },
        { why: "the longest", client: { authSessionValidity: 15 } },
        { why: "a number written as a string", client: { authSessionValidity: "15" as never } },
    ],
    reject: [
        { why: "a minute too short", client: { authSessionValidity: 2 }, expect: [outOfRange(2)] },
        {
            why: "a minute too long",
            client: { authSessionValidity: 16 },
            expect: ["authSessionValidity is 16 minutes; Cognito takes 3 to 15 minutes."],
        },
        {
            why: "seconds in place of minutes",
            client: { authSessionValidity: 180 },
            expect: ["authSessionValidity is 3 hours; Cognito takes 3 to 15 minutes."],
        },
        { why: "zero", client: { authSessionValidity: 0 }, expect: [outOfRange(0)] },
        { why: "a negative number", client: { authSessionValidity: -3 }, expect: [outOfRange(-3)] },
        { why: "a fraction, within the range", client: { authSessionValidity: 3.5 }, expect: [notWhole(3.5)] },
        { why: "a fraction, out of the range", client: { authSessionValidity: 15.5 }, expect: [notWhole(15.5)] },
    ],
    undecided: [{ why: "a number not known yet", client: { authSessionValidity: unknown }, on: ["authSessionValidity"] }],
});
