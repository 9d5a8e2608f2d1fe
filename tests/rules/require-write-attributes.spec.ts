import rule from "../../src/rules/require-write-attributes";
import { testRule, unknown } from "../harness";

const { unset } = rule.messages;

testRule(rule, {
    accept: [
        { why: "a list", client: { writeAttributes: ["name"] } },
        { why: "a list of which nothing is known but that it is there", client: { writeAttributes: [unknown] } },
    ],
    reject: [
        { why: "Cognito's default", client: {}, expect: [unset()] },
        { why: "an empty list, which means the default", client: { writeAttributes: [], readAttributes: ["name"] }, expect: [unset()] },
    ],
    undecided: [{ why: "a list not known yet", client: { writeAttributes: unknown }, on: ["writeAttributes"] }],
});
