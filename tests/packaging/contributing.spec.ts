import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { newRule } from "../../scripts/new-rule";
import { ROOT } from "../support/pack";

/** Without the settings that the npm running this test passes on. */
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !variable.startsWith("npm_")));

const NOT_COPIED = new Set([".git", ".stryker-tmp", "dist", "node_modules", "reports"]);

/** What a contributor writes in place of the placeholders. */
const RULE: readonly (readonly [placeholder: string, text: string])[] = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the template's text.
    ["todo: (name: string) => `is ${quoted(name)}; TODO: what is allowed.`", 'unset: () => "is not set, so Pulumi generates a name."'],
    ['import { quoted } from "../core/values";\n', ""],
    ["TODO: a few words for the heading of the rule's page", "Name of the client"],
    [
        "TODO: what must be so (and why, if that is not obvious), in one sentence.",
        "The client must have a name that users of the AWS console recognize.",
    ],
    ["TODO: what to write, in one sentence.", "Set name to the name of the app."],
    ["https://TODO/page-of-the-service-or-standard-that-the-rule-is-based-on", "https://www.pulumi.com/docs/concepts/resources/names/"],
    ["TODO: what the rule checks and why, in two or three sentences, with the limits in numbers.", "Reports a client without a name."],
    ["TODO: when to turn the rule off.", "Turn it off if generated names are fine."],
    ['incorrect: [{ client: { name: "TODO" } }]', "incorrect: [{ client: { generateSecret: true } }]"],
    ["correct: [{ client: {} }]", 'correct: [{ client: { name: "web" } }]'],
    ['if (name === "TODO") report("name", messages.todo(name));', 'if (name === undefined) report("name", messages.unset());'],
];
const SPEC: readonly (readonly [placeholder: string, text: string])[] = [
    ['{ name: "TODO", client: {} }', '{ name: "a name", client: { name: "web" } }'],
    ['{ name: "TODO", client: { name: unknown }', '{ name: "an unknown name", client: { name: unknown }'],
    [
        '{ name: "TODO", client: { name: "TODO" }, expect: [\'name is "TODO"; TODO: what is allowed.\'] }',
        '{ name: "no name", client: {}, expect: ["name is not set, so Pulumi generates a name."] }',
    ],
];

/** Returns the commands in the code blocks of a section of CONTRIBUTING.md. */
function commandsIn(section: string): string[] {
    const text = readFileSync(path.join(ROOT, "CONTRIBUTING.md"), "utf8");
    const body = text.split(/^## /m).find(part => part.startsWith(`${section}\n`)) ?? "";
    const blocks = [...body.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].map(match => match[1] as string);
    return blocks.flatMap(block => block.trim().split("\n")).map(line => line.trim());
}

describe("CONTRIBUTING.md", function () {
    this.timeout(120_000);

    let clone: string;
    before(() => {
        clone = mkdtempSync(path.join(tmpdir(), "contributing-"));
        cpSync(ROOT, clone, { recursive: true, filter: file => !NOT_COPIED.has(path.basename(file)) });
        symlinkSync(path.join(ROOT, "node_modules"), path.join(clone, "node_modules"));
    });
    after(() => rmSync(clone, { recursive: true }));

    /** Runs a command and returns its output on stdout. */
    function run(command: string, exitCode = 0): string {
        const { status, stdout, stderr } = spawnSync(command, { shell: true, cwd: clone, env: ENVIRONMENT, encoding: "utf8" });
        assert.equal(status, exitCode, `${command}\n${stdout}${stderr}`);
        return stdout;
    }

    function fillIn(file: string, texts: readonly (readonly [string, string])[]): void {
        const location = path.join(clone, file);
        let content = readFileSync(location, "utf8");
        for (const [placeholder, text] of texts) {
            assert.ok(content.includes(placeholder), placeholder);
            content = content.replace(placeholder, text);
        }
        assert.doesNotMatch(content, /TODO/i);
        writeFileSync(location, content);
    }

    it("has working steps to add a rule", () => {
        const [create = "", ...others] = commandsIn("Add a rule");
        const name = /^npm run new-rule ([a-z-]+)$/.exec(create)?.[1];
        assert.ok(name, create);
        run(create);
        fillIn(`src/rules/${name}.ts`, RULE);
        fillIn(`tests/rules/${name}.spec.ts`, SPEC);
        assert.equal(others.pop(), "npm test"); // which would run this test again
        for (const command of others) run(command);
        assert.match(run(`npx mocha tests/rules/${name}.spec.ts`), / 3 passing/);
        assert.match(readFileSync(path.join(clone, "docs/rules.md"), "utf8"), new RegExp(`\\[${name}\\]`));
    });

    it("starts with templates that compile, and whose placeholders are reported", () => {
        const names = ["valid", "no", "require", "limit", "match"].map(prefix => `${prefix}-foo-bar`);
        for (const name of names) newRule(clone, name);
        const files = [...names, "index"].flatMap(name => [`src/rules/${name}.ts`, `tests/rules/${name}.spec.ts`]);
        writeFileSync(
            path.join(clone, "tsconfig.rules.json"),
            JSON.stringify({ extends: "./tsconfig.json", compilerOptions: { tsBuildInfoFile: "rules.tsbuildinfo" }, include: files }),
        );
        run("npx tsc --project tsconfig.rules.json");
        run("npx biome ci --colors=off --error-on-warnings src/rules tests/rules"); // the rule of the steps as well
        run(`npx mocha ${names.map(name => `tests/rules/${name}.spec.ts`).join(" ")}`);
        const { failures } = JSON.parse(run("npx mocha --reporter json --grep foo-bar tests/rules/index.spec.ts", names.length));
        assert.deepEqual(
            failures.map(({ fullTitle }: { fullTitle: string }) => fullTitle),
            [...names].sort().map(name => `the rules ${name} has no TODO left`),
        );
        for (const { err } of failures) assert.match(err.message, /description: .*TODO/);
    });
});
