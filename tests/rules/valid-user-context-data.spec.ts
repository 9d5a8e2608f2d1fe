import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-user-context-data";

const expect = ["enablePropagateAdditionalUserContextData is true, but generateSecret is not."];
const fixed = { enablePropagateAdditionalUserContextData: false };

testRule(rule, {
    accept: [
        { name: "the defaults", client: {} },
        { name: "user context data with a secret", client: { enablePropagateAdditionalUserContextData: true, generateSecret: true } },
        { name: "no user context data without a secret", client: { enablePropagateAdditionalUserContextData: false } },
        {
            name: "user context data that may be passed on, with a secret",
            client: { enablePropagateAdditionalUserContextData: unknown, generateSecret: true },
        },
        { name: "no user context data with an unknown secret", client: { generateSecret: unknown } },
    ],
    reject: [
        {
            name: "user context data with generateSecret unset",
            client: { enablePropagateAdditionalUserContextData: true },
            expect,
            fixed,
        },
        {
            name: "user context data without a secret",
            client: { enablePropagateAdditionalUserContextData: true, generateSecret: false },
            expect,
            fixed,
        },
    ],
    unknown: [
        {
            name: "an unknown value",
            client: { enablePropagateAdditionalUserContextData: unknown },
            unknown: ["enablePropagateAdditionalUserContextData"],
        },
        {
            name: "user context data with an unknown secret",
            client: { enablePropagateAdditionalUserContextData: true, generateSecret: unknown },
            unknown: ["generateSecret"],
        },
    ],
});
