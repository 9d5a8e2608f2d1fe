import rule from "../../src/rules/require-token-revocation";
import { testRule, unknown } from "../harness";

const { off } = rule.messages;
const fixed = { enableTokenRevocation: true };

testRule(rule, {
    accept: [
        { why: "Cognito's default for a new client", client: {} },
        { why: "null, which is unset", client: { enableTokenRevocation: null as never } },
        { why: "true", client: { enableTokenRevocation: true } },
    ],
    reject: [
        { why: "false", client: { userPoolId: unknown, enableTokenRevocation: false }, expect: [off()], fixed },
        { why: "false written as a string", client: { enableTokenRevocation: "false" as never }, expect: [off()], fixed },
    ],
    undecided: [{ why: "a choice not known yet", client: { enableTokenRevocation: unknown }, on: ["enableTokenRevocation"] }],
});
