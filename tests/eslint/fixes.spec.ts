import * as assert from "node:assert/strict";
import * as typescript from "@typescript-eslint/parser";
import { Linter, RuleTester } from "eslint";
import { describe, it } from "mocha";
import * as yaml from "yaml-eslint-parser";
import cognito from "../../src/api/eslint";
import { lint, PREFIX, programOf } from "./lint";

/** Returns a text with all fixes made, as `eslint --fix` does. */
function fix(text: string, file: string, rules: readonly string[]): string {
    const entries = rules.map((rule): [string, "error"] => [PREFIX + rule, "error"]);
    const { plugins } = cognito.configs.recommended as Linter.Config;
    const parser = file.endsWith(".yaml") ? yaml : typescript;
    const config = { files: ["**/*"], plugins, rules: Object.fromEntries(entries), languageOptions: { parser } };
    return new Linter().verifyAndFix(text, [{ files: ["**/*.yaml", "**/*.ts", "**/*.js"] }, config], { filename: file }).output;
}

describe("the fixes of the ESLint plugin", () => {
    const RULES = ["require-prevent-user-existence-errors", "require-token-revocation", "valid-attributes"];

    it("change a program in TypeScript, one after the other", () => {
        const text = programOf('    enableTokenRevocation: false,\n    writeAttributes: ["sub", "email"], // both');
        const fixed = programOf(
            '    enableTokenRevocation: true,\n    writeAttributes: ["email"], // both\n    preventUserExistenceErrors: "ENABLED",',
        );
        assert.equal(fix(text, "index.ts", RULES), fixed);
    });

    it("change a program in YAML", () => {
        const client = (properties: string) =>
            `runtime: yaml\nresources:\n  web:\n    type: aws:cognito:UserPoolClient\n    properties:\n${properties}`;
        const text = client("      # Sign-in\n      preventUserExistenceErrors: LEGACY\n");
        const fixed = client("      # Sign-in\n      preventUserExistenceErrors: ENABLED\n");
        assert.equal(fix(text, "Pulumi.yaml", RULES), fixed);
    });

    it("keep a byte order mark and CRLF", () => {
        const text = `\ufeff${programOf("    enableTokenRevocation: false,")}`.replaceAll("\n", "\r\n");
        assert.equal(fix(text, "index.ts", ["require-token-revocation"]), text.replace("false", "true"));
    });

    it("change nothing that is computed", () => {
        const text = programOf('    writeAttributes: ["sub", attribute()],');
        assert.equal(fix(text, "index.ts", RULES.slice(2)), text);
    });

    it("are suggestions where apps may need what they change", () => {
        const text = programOf('    allowedOauthFlows: ["code", "implicit"],');
        assert.equal(fix(text, "index.ts", ["no-implicit-flow"]), text);
        const [message] = lint(text, { rules: { "no-implicit-flow": {} } });
        assert.equal(message?.fix, undefined);
        assert.deepEqual(
            message?.suggestions?.map(({ desc }) => desc),
            ['Write `allowedOauthFlows: ["code"]`.'],
        );
        const [
            {
                fix: { range, text: replacement },
            } = assert.fail(),
        ] = message?.suggestions ?? [];
        assert.equal(text.slice(0, range[0]) + replacement + text.slice(range[1]), programOf('    allowedOauthFlows: ["code"],'));
    });
});

const tester = new RuleTester({ languageOptions: { parser: typescript } });
tester.run("fixes of the ESLint plugin: require-token-revocation", cognito.rules["require-token-revocation"] as never, {
    valid: [programOf("enableTokenRevocation: true,"), programOf("enableTokenRevocation,")],
    invalid: [
        {
            code: programOf("enableTokenRevocation: false,"),
            output: programOf("enableTokenRevocation: true,"),
            errors: [{ message: /^enableTokenRevocation is false/, line: 3, column: 1, endLine: 3, endColumn: 22 }],
        },
    ],
});
