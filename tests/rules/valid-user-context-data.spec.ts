import rule from "../../src/rules/valid-user-context-data";
import { testRule, unknown } from "../harness";

const { noSecret } = rule.messages;
const fixed = { enablePropagateAdditionalUserContextData: false };

testRule(rule, {
    accept: [
        { why: "Cognito's defaults", client: {} },
        { why: "a client with a secret", client: { enablePropagateAdditionalUserContextData: true, generateSecret: true } },
        { why: "a client without a secret that passes nothing on", client: { enablePropagateAdditionalUserContextData: false } },
        { why: "nothing passed on, whatever the secret", client: { generateSecret: unknown } },
    ],
    reject: [
        {
            why: "a client without a secret by default",
            client: { enablePropagateAdditionalUserContextData: true },
            expect: [noSecret()],
            fixed,
        },
        {
            why: "a client without a secret",
            client: { enablePropagateAdditionalUserContextData: true, generateSecret: false },
            expect: [noSecret()],
            fixed,
        },
    ],
    undecided: [
        {
            why: "a choice not known yet",
            client: { enablePropagateAdditionalUserContextData: unknown },
            on: ["enablePropagateAdditionalUserContextData"],
        },
        {
            why: "a secret not known yet",
            client: { enablePropagateAdditionalUserContextData: true, generateSecret: unknown },
            on: ["generateSecret"],
        },
    ],
});
