import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-prevent-user-existence-errors";

const unset = "preventUserExistenceErrors is not set; the default is LEGACY.";
const notEnabled = (value: string) => `preventUserExistenceErrors is ${value}.`;
const fixed = { preventUserExistenceErrors: "ENABLED" };

testRule(rule, {
    accept: [{ name: "ENABLED", client: { preventUserExistenceErrors: "ENABLED" } }],
    unknown: [{ name: "an unknown value", client: { preventUserExistenceErrors: unknown }, unknown: ["preventUserExistenceErrors"] }],
    reject: [
        { name: "the default", client: { userPoolId: unknown }, expect: [unset], fixed },
        { name: "null", client: { preventUserExistenceErrors: null as never }, expect: [unset], fixed },
        { name: "LEGACY", client: { preventUserExistenceErrors: "LEGACY" }, expect: [notEnabled("LEGACY")], fixed },
        { name: "ENABLED in the wrong case", client: { preventUserExistenceErrors: "Enabled" }, expect: [notEnabled("Enabled")], fixed },
        { name: "a boolean", client: { preventUserExistenceErrors: true as never }, expect: [notEnabled("true")], fixed },
    ],
});
