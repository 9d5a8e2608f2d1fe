import * as assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { evaluate } from "../../../src/core/evaluate";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { readProgramText } from "../../../src/programs";
import { planFix } from "../../../src/programs/edit";
import { clients, forAll, SEED } from "../../support/clients";
import { commentsIn, FIXABLE, fixText, remediate } from "../../support/generated-fixes";
import { styles } from "../../support/programs";
import { printIn, SYNTAXES } from "../../support/programs-in-languages";

function propsIn(file: string, text: string): object {
    const [client] = readProgramText(file, text).resources.filter(({ type }) => type === CLIENT_TYPE);
    assert.ok(client, text);
    return client.props;
}

/** Returns programs of a language before and after all fixes. */
function samplesOf(language: string): { before: string; after: string }[] {
    const syntax = SYNTAXES[language];
    assert.ok(syntax);
    return fc.sample(fc.tuple(clients, styles), { seed: SEED, numRuns: 150 }).map(([client, style]) => {
        const before = printIn(syntax, client, style);
        return { before, after: fixText(syntax.file, before).after };
    });
}

describe("fix of generated programs (slow)", function () {
    this.timeout(240_000);

    for (const [language, syntax] of Object.entries(SYNTAXES)) {
        const { file } = syntax;

        it(`makes the changes of all fixes and no others, in ${language}`, () => {
            forAll(fc.tuple(clients, styles), ([client, style]) => {
                const before = printIn(syntax, client, style);
                assert.deepEqual(propsIn(file, before), client, before);
                const { after, notFixed } = fixText(file, before);
                const expected = remediate(client);
                assert.deepEqual(propsIn(file, after), expected, after);
                const left = FIXABLE.filter(rule => evaluate(rule, { name: "web", urn: "", props: expected }, {}).violations.length > 0);
                assert.deepEqual(notFixed.sort(), left.map(({ name }) => name).sort());
            });
        });

        it(`keeps comments and line ends, and changes nothing the second time, in ${language}`, () => {
            forAll(fc.tuple(clients, styles), ([client, style]) => {
                const before = printIn(syntax, client, style);
                const { after, changes } = fixText(file, before);
                const removesBlock = "analyticsConfiguration" in changes && changes.analyticsConfiguration === undefined;
                if (!removesBlock) assert.deepEqual(commentsIn(after), commentsIn(before));
                assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(before));
                assert.equal(after.includes("\r"), before.includes("\r"));
                assert.equal(fixText(file, after).after, after);
            });
        });

        it(`changes nothing in a program without one of its brackets, in ${language}`, () => {
            forAll(fc.tuple(clients, styles, fc.nat()), ([client, style, choice]) => {
                const before = printIn(syntax, client, style);
                const brackets = [
                    ...before.replaceAll(/(?:#|\/\/) .*|"(?:[^"\\]|\\.)*"/g, found => "_".repeat(found.length)).matchAll(/[()[\]{}]/g),
                ];
                const offset = brackets[choice % brackets.length]?.index ?? 0;
                const damaged = before.slice(0, offset) + before.slice(offset + 1);
                const program = readProgramText(file, damaged);
                for (const resource of program.resources) {
                    const fix = planFix(program, resource, { preventUserExistenceErrors: "ENABLED" });
                    assert.ok("reason" in fix, damaged);
                }
            });
        });
    }

    it("gives programs that Python parses", function () {
        if (spawnSync("python3", ["--version"]).status !== 0) this.skip();
        const script = "import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)";
        const texts = samplesOf("python").map(({ after }) => after);
        execFileSync("python3", ["-c", script], { input: JSON.stringify(texts), stdio: ["pipe", "pipe", "pipe"] });
    });

    it("gives programs that gofmt does not change, if it has formatted them before", function () {
        const gofmt = ["gofmt", "/usr/local/go/bin/gofmt"].find(name => spawnSync(name, ["-h"]).error === undefined);
        if (gofmt === undefined) this.skip();
        const folder = mkdtempSync(join(tmpdir(), "gofmt-"));
        try {
            const files = samplesOf("go").map(({ before }, index) => {
                const file = join(folder, `${index}.go`);
                writeFileSync(file, before.replaceAll("\r", ""));
                return file;
            });
            execFileSync(gofmt, ["-w", folder]);
            for (const file of files) writeFileSync(file, fixText("main.go", readFileSync(file, "utf8")).after);
            assert.equal(spawnSync(gofmt, ["-d", folder], { encoding: "utf8" }).stdout, "");
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
