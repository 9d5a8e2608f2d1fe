import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { escapeCommands, escapeControlCharacters, escapeJson, escapeXml } from "../../src/util/escape";

/** Lines that a CI system obeys, and what is printed instead. */
const COMMANDS = [
    ["::error::x", "\\u003a:error::x"],
    ["  \t::add-mask::x", "  \t\\u003a:add-mask::x"],
    ["one\n::error::x\n::debug::y", "one\n\\u003a:error::x\n\\u003a:debug::y"],
    ["\u001b[1m\u001b[31m::error::x", "\u001b[1m\u001b[31m\\u003a:error::x"],
    ["##[error]x", "\\u0023#[error]x"],
    ["web: ##vso[task.setvariable]x", "web: \\u0023#vso[task.setvariable]x"],
    ["###teamcity[x]", "#\\u0023#teamcity[x]"],
] as const;

/** Lines that look like commands. */
const HARMLESS = ["web: ::error::x", "urn:pulumi:dev::shop::web", "## Heading", "# [x]", ": :error", "", "\n\n"];

describe("escapeControlCharacters", () => {
    for (const [name, text, expected] of [
        ["control characters", "\u001b[2J\r\n\u0000\u007f\u009b", "\\u001b[2J\\u000d\\u000a\\u0000\\u007f\\u009b"],
        ["bidirectional characters", "w\u202eeb\u2066\u061c", "w\\u202eeb\\u2066\\u061c"],
        ["line separators", "\u2028\u2029", "\\u2028\\u2029"],
        ["lone surrogates", "\ud83dx\ude00", "\\ud83dx\\ude00"],
    ] as const) {
        it(`escapes ${name}`, () => assert.equal(escapeControlCharacters(text), expected));
    }

    it("keeps other characters", () => {
        assert.equal(escapeControlCharacters("Käse \u{1f600} \\u001b"), "Käse \u{1f600} \\u001b");
    });
});

describe("escapeCommands", () => {
    for (const [text, expected] of COMMANDS) {
        it(`escapes ${JSON.stringify(text)}`, () => assert.equal(escapeCommands(text), expected));
    }

    it("keeps other lines", () => {
        for (const text of HARMLESS) assert.equal(escapeCommands(text), text);
    });
});

describe("escapeXml", () => {
    it("escapes markup and what XML does not allow", () => {
        assert.equal(
            escapeXml("<a b='c' d=\"e\">&amp;\u0000\ud800\ufffe\uffff"),
            "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;amp;\\u0000\\ud800\\ufffe\\uffff",
        );
    });

    it("escapes commands as references to characters", () => {
        assert.equal(escapeXml(" ::error::x"), " &#58;:error::x");
        assert.equal(escapeXml("a ##vso[x]"), "a &#35;#vso[x]");
        for (const text of HARMLESS.filter(text => !text.includes("\n"))) assert.equal(escapeXml(text), text);
    });
});

describe("escapeJson", () => {
    it("keeps other characters and line breaks", () => {
        const json = JSON.stringify({ a: ["Käse", "\u{1f600}"] }, undefined, 2);
        assert.equal(escapeJson(json), json);
    });

    it("escapes what a terminal or a CI system obeys", () => {
        assert.equal(escapeJson('"\u009b\u007f\u202e\u2028 ##vso[x]"'), '"\\u009b\\u007f\\u202e\\u2028 \\u0023#vso[x]"');
    });

    it("keeps the content", () => {
        for (const text of [...COMMANDS.flat(), ...HARMLESS, "\\##[x]", '"##[x]', "\u009b\ud800\u202e\r\n"]) {
            assert.deepEqual(JSON.parse(escapeJson(JSON.stringify({ [text]: text }))), { [text]: text });
        }
    });
});
