import * as assert from "node:assert/strict";
import * as typescript from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { Linter as Linter9 } from "eslint-9";
import * as yaml from "yaml-eslint-parser";
import cognito from "../../src/api/eslint";

/** What the plugin's rules start with. */
export const PREFIX = "pulumi-policy-aws-cognito/";

/** The oldest and the newest major version of ESLint that the plugin is for. */
const LINTERS = [new Linter(), new Linter9() as unknown as Linter];

/** The parsers that a user sets. */
const PARSERS: Linter.Config[] = [
    { files: ["**/*.ts", "**/*.tsx"], languageOptions: { parser: typescript } },
    { files: ["**/*.yaml"], languageOptions: { parser: yaml } },
];

interface LintOptions {
    readonly file?: string | undefined;
    /** The rules without prefix, and their options; by default those of the recommended configuration. */
    readonly rules?: Readonly<Record<string, object>>;
    readonly config?: readonly Linter.Config[];
    readonly options?: Linter.LintOptions;
}

/** Returns the messages of ESLint, which are the same in each version. */
export function lint(text: string, { file = "index.ts", rules, config = [], options = {} }: LintOptions = {}): Linter.LintMessage[] {
    const entries = Object.entries(rules ?? {}).map(([name, options]) => [PREFIX + name, ["error", options]]);
    const own = { plugins: cognito.configs.recommended.plugins, rules: Object.fromEntries(entries) };
    const configs = [...PARSERS, rules ? own : cognito.configs.recommended, ...config] as Linter.Config[];
    const [messages = [], ...others] = LINTERS.map(linter => {
        const found = linter.verify(text, configs, { filename: file, ...options });
        return found.map(({ nodeType: _, ...message }: Linter.LintMessage & { nodeType?: unknown }) => message); // ESLint 9 only
    });
    for (const other of others) assert.deepEqual(other, messages);
    return messages;
}

/** Returns the policy, the line and the part of the text at which each message is reported. */
export function placesIn(text: string, messages: readonly Linter.LintMessage[]): string[] {
    const lines = text.replace(/^\ufeff/, "").split(/(?<=[\n\u2028])/);
    const offsetOf = (line: number, column: number) => lines.slice(0, line - 1).join("").length + column - 1;
    return messages.map(({ ruleId, line, column, endLine = 0, endColumn = 0 }) => {
        const at = lines.join("").slice(offsetOf(line, column), offsetOf(endLine, endColumn));
        return `${ruleId?.replace(PREFIX, "")} ${line}: ${at}`;
    });
}

/** Returns the texts of messages. */
export function textsOf(messages: readonly Linter.LintMessage[]): string[] {
    return messages.map(({ message }) => message);
}

/** Returns a program in TypeScript with one client. */
export function programOf(args: string): string {
    return `import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web", {\n${args}\n});\n`;
}
