import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-auth-session-validity";

const outOfRange = (found: string) => `authSessionValidity is ${found}; it must be between 3 and 15 minutes.`;
const notWhole = (found: number) => `authSessionValidity is ${found}; it must be a whole number of minutes.`;

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "the minimum", client: { authSessionValidity: 3 } },
        { name: "the maximum", client: { authSessionValidity: 15 } },
        { name: "a number written as a string", client: { authSessionValidity: "15" as unknown as number } },
    ],
    unknown: [{ name: "an unknown value", client: { authSessionValidity: unknown }, unknown: ["authSessionValidity"] }],
    reject: [
        { name: "less than the minimum", client: { authSessionValidity: 2 }, expect: [outOfRange("2 minutes")] },
        { name: "more than the maximum", client: { authSessionValidity: 16 }, expect: [outOfRange("16 minutes")] },
        { name: "seconds instead of minutes", client: { authSessionValidity: 180 }, expect: [outOfRange("3 hours")] },
        { name: "zero", client: { authSessionValidity: 0 }, expect: [outOfRange("0 seconds")] },
        { name: "a negative number", client: { authSessionValidity: -3 }, expect: [outOfRange("-3 minutes")] },
        { name: "a fraction within the limits", client: { authSessionValidity: 3.5 }, expect: [notWhole(3.5)] },
        { name: "a fraction outside the limits", client: { authSessionValidity: 15.5 }, expect: [notWhole(15.5)] },
    ],
});
