import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-token-revocation";

const disabled = "enableTokenRevocation is false.";
const fixed = { enableTokenRevocation: true };

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "null", client: { enableTokenRevocation: null as never } },
        { name: "true", client: { enableTokenRevocation: true } },
    ],
    unknown: [{ name: "an unknown value", client: { enableTokenRevocation: unknown }, unknown: ["enableTokenRevocation"] }],
    reject: [
        { name: "false", client: { userPoolId: unknown, enableTokenRevocation: false }, expect: [disabled], fixed },
        { name: "false written as a string", client: { enableTokenRevocation: "false" as never }, expect: [disabled], fixed },
    ],
});
