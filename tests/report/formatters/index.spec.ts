import * as assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { describe, it } from "mocha";
import { formatters, loadFormatter } from "../../../src/report/formatters";
import { formatGithub } from "../../../src/report/formatters/github";
import { formatGitlab } from "../../../src/report/formatters/gitlab";
import { formatHtml } from "../../../src/report/formatters/html";
import { formatJson } from "../../../src/report/formatters/json";
import { formatJunit } from "../../../src/report/formatters/junit";
import { formatMarkdown } from "../../../src/report/formatters/markdown";
import { formatSarif } from "../../../src/report/formatters/sarif";
import { formatText } from "../../../src/report/formatters/text";
import { UserError } from "../../../src/util/user-error";
import { folder } from "../../support/check";
import { reportWith } from "../../support/reports";
import { ruleWith } from "../../support/rules";

const FORMATS = [
    ["text", formatText],
    ["json", formatJson],
    ["sarif", formatSarif],
    ["markdown", formatMarkdown],
    ["github", formatGithub],
    ["gitlab", formatGitlab],
    ["html", formatHtml],
    ["junit", formatJunit],
] as const;

describe("loadFormatter", () => {
    const { write, path } = folder();
    const rules = [ruleWith({ name: "be-good" })];
    const options = { columns: 80, colors: false };
    const formatWith = async (format: string) => (await loadFormatter(format))(reportWith({ clients: 3 }), rules, options);

    /** The lines of the UserError with which a format is rejected. */
    const errorsOf = async (format: string): Promise<readonly string[]> => {
        try {
            await formatWith(format);
        } catch (error) {
            if (error instanceof UserError) return error.lines;
            throw error;
        }
        return [];
    };

    it("loads the formats by name", async () => {
        assert.deepEqual(
            [...formatters.keys()],
            FORMATS.map(([name]) => name),
        );
        for (const [name, format] of FORMATS) assert.equal(await loadFormatter(name), format);
    });

    const body = '(report, rules, options) => [report.clients, rules[0].name, options.columns].join(" ")';
    for (const [name, file, text] of [
        ["a CommonJS module", "mine.js", `module.exports = ${body};`],
        ["a CommonJS module that is compiled from an ES module", "compiled.cjs", `exports.__esModule = true;\nexports.default = ${body};`],
        ["a CommonJS module with a default export", "default.cjs", `module.exports = { default: ${body} };`],
        ["an ES module", "mine.mjs", `export default ${body};`],
        ["an ES module in a package of type module", "package/mine.js", `export default ${body};`],
        ["a module whose path needs encoding", "a #b%20c/ä.js", `module.exports = ${body};`],
    ] as const) {
        it(`loads ${name}`, async () => {
            if (file.startsWith("package/")) write("package/package.json", '{ "type": "module" }');
            assert.equal(await formatWith(write(file, text)), "3 be-good 80");
        });
    }

    it("loads a module relative to the current folder", async () => {
        write("relative.cjs", `module.exports = ${body};`);
        const original = process.cwd();
        process.chdir(path("."));
        try {
            for (const format of ["./relative.cjs", "relative.cjs"]) assert.equal(await formatWith(format), "3 be-good 80");
        } finally {
            process.chdir(original);
        }
    });

    for (const [format, error] of [
        ["jsn", 'unknown format "jsn"; did you mean json?'],
        ["csv", 'unknown format "csv"; use text, json, sarif, markdown, github, gitlab, html, junit or the path of a module (./mine.js).'],
        ["./missing.js", "could not load the formatter ./missing.js: no such file."],
        [
            "mine.jsx",
            'unknown format "mine.jsx"; use text, json, sarif, markdown, github, gitlab, html, junit or the path of a module (./mine.js).',
        ],
        ["missing.js", "could not load the formatter missing.js: no such file."],
        ["missing.mjs", "could not load the formatter missing.mjs: no such file."],
        ["src/missing", "could not load the formatter src/missing: no such file."],
    ] as const) {
        it(`rejects ${format}`, async () => assert.deepEqual(await errorsOf(format), [error]));
    }

    for (const [name, text, expected] of [
        ["no export", "", "the formatter FILE must export a function, as default export or module.exports."],
        [
            "an export that is no function",
            "module.exports = { format() {} };",
            "the formatter FILE must export a function, as default export or module.exports.",
        ],
        [
            "an import that fails",
            'require("./no-such-module");',
            `could not load the formatter FILE: Cannot find module './no-such-module'.`,
        ],
        ["an error while it is loaded", 'throw new Error("one\\ntwo");', "could not load the formatter FILE: one."],
        ["an error in a sentence", 'throw new Error("one.");', "could not load the formatter FILE: one."],
        ["an error with a list", 'throw new Error("one:\\ntwo.\\n");', "could not load the formatter FILE: one."],
        ["an error while it formats", 'module.exports = () => { throw new TypeError("no text"); };', "the formatter FILE failed: no text."],
        ["something thrown that is no error", "module.exports = () => { throw null; };", "the formatter FILE failed: null."],
        ["no text", "module.exports = () => {};", "the formatter FILE must return a string, not undefined."],
        ["null", "module.exports = () => null;", "the formatter FILE must return a string, not null."],
        ["a number", "module.exports = () => 1;", "the formatter FILE must return a string, not a number."],
        ["a promise", 'module.exports = async () => "";', "the formatter FILE must return a string, not a promise."],
    ] as const) {
        it(`reports a module with ${name}`, async () => {
            const file = write(`${name.replaceAll(" ", "-")}.js`, text);
            assert.deepEqual(await errorsOf(file), [expected.replace("FILE", file)]);
        });
    }

    it("reports an ES module without a default export", async () => {
        const file = write("none.mjs", "export const format = () => '';");
        assert.deepEqual(await errorsOf(file), [`the formatter ${file} must export a function, as default export or module.exports.`]);
    });

    it("reports a module with a syntax error", async () => {
        const [line = "", ...more] = await errorsOf(write("syntax.js", "module.exports = ("));
        assert.match(line, /^could not load the formatter .*syntax\.js: [^\n]+\.$/);
        assert.deepEqual(more, []);
    });

    it("reports a folder and a link that leads nowhere", async () => {
        write("folder/index.txt", "");
        symlinkSync("nowhere.js", path("dangling.js"));
        for (const file of [path("folder"), path("dangling.js")]) {
            assert.deepEqual(await errorsOf(file), [`could not load the formatter ${file}: no such file.`]);
        }
    });
});
