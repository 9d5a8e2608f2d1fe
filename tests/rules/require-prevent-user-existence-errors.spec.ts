import rule from "../../src/rules/require-prevent-user-existence-errors";
import { testRule, unknown } from "../harness";

const { notEnabled, unset } = rule.messages;
const fixed = { preventUserExistenceErrors: "ENABLED" };

testRule(rule, {
    accept: [{ why: "ENABLED", client: { preventUserExistenceErrors: "ENABLED" } }],
    reject: [
        { why: "Cognito's default", client: { userPoolId: unknown }, expect: [unset()], fixed },
        { why: "null, which is unset", client: { preventUserExistenceErrors: null as never }, expect: [unset()], fixed },
        { why: "LEGACY", client: { preventUserExistenceErrors: "LEGACY" }, expect: ["preventUserExistenceErrors is LEGACY."], fixed },
        { why: "the wrong case", client: { preventUserExistenceErrors: "Enabled" }, expect: [notEnabled("Enabled")], fixed },
        { why: "a boolean", client: { preventUserExistenceErrors: true as never }, expect: [notEnabled("true")], fixed },
    ],
    undecided: [{ why: "a value not known yet", client: { preventUserExistenceErrors: unknown }, on: ["preventUserExistenceErrors"] }],
});
