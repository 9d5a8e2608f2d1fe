import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-auth-session-validity";

const tooLong = (found: string, limit: string) => `authSessionValidity is ${found}; the limit is ${limit}.`;
const defaultTooLong = (limit: string) => `authSessionValidity is not set; the default is 3 minutes and the limit is ${limit}.`;

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "Cognito's maximum", client: { authSessionValidity: 15 } },
        { name: "the configured maximum", client: { authSessionValidity: 5 }, options: { maxMinutes: 5 } },
        { name: "the default if it is the configured maximum", client: {}, options: { maxMinutes: 3 } },
    ],
    unknown: [{ name: "an unknown value", client: { authSessionValidity: unknown }, unknown: ["authSessionValidity"] }],
    reject: [
        {
            name: "a minute more than the configured maximum",
            client: { authSessionValidity: 6 },
            options: { maxMinutes: 5 },
            expect: [tooLong("6 minutes", "5 minutes")],
        },
        {
            name: "a number written as a string",
            client: { authSessionValidity: "16" as never },
            expect: [tooLong("16 minutes", "15 minutes")],
        },
        {
            name: "the default if it is a minute more than the configured maximum",
            client: { userPoolId: unknown },
            options: { maxMinutes: 2 },
            expect: [defaultTooLong("2 minutes")],
        },
    ],
});
