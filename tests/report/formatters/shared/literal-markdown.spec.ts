import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { literalCode, literalText } from "../../../../src/report/formatters/shared/literal-markdown";
import { escapeControlCharacters } from "../../../../src/util/escape";
import { assertProperty, cases } from "../../../support/clients";
import { nodesIn, parseMarkdown, textOf } from "../../../support/markdown";

/** The nodes and the text of the first cell of a table with two. */
function cellOf(markdown: string) {
    const [table, ...rest] = parseMarkdown(`| ${markdown} | end |\n| --- | --- |\n`).children;
    assert.ok(table?.type === "table" && rest.length === 0, `more than a table: ${markdown}`);
    const [row, ...rows] = table.children;
    const [cell, end, ...cells] = row?.children ?? [];
    assert.ok(cell && end && cells.length === 0 && rows.length === 0 && textOf(end) === "end", `more than two cells: ${markdown}`);
    return { nodes: nodesIn(cell).slice(1), text: textOf(cell) };
}

/** Texts with what has a meaning in Markdown, in HTML, or for GitHub and GitLab. */
const text = fc
    .array(
        fc.oneof(
            fc.constantFrom(
                ..."|\\`*_~[](){}<>&#!@$%^:;,.'\"+-=/ \t\n\r\u0000\u2028",
                ...["``", "\\|", "](", "<br>", "<!--", "-->", "&amp;", "&#124;", "http://a.b", "www.a.b", "a@b.co", "@team", "#1", "GH-1"],
                ...["a/b#1", ":tada:", "![a](b)", "[x]: y", "~~", "**", "- [ ] ", "---", "| - |", "1. ", "> ", "$a$", "^[1]", "word", "15"],
            ),
            fc.string({ unit: "grapheme", maxLength: 3 }),
        ),
        { maxLength: 8 },
    )
    .map(parts => parts.join(""));

/** Spaces at the ends of a cell, and several spaces in a text, are not displayed. */
const collapse = (displayed: string) => displayed.replace(/ +/g, " ").trim();

describe("literalText", () => {
    for (const [name, written, expected] of [
        ["words and numbers", "The app's limit is 15 minutes, or 1 day.", "The app's limit is 15 minutes, or 1 day."],
        ["words with hyphens, also in other alphabets", "auto-verified größer 名前", "auto-verified größer 名前"],
        ["words in quotes and parentheses", '"google" (did you mean Google?), then; so:', '"google" (did you mean Google?), then; so:'],
        ["properties as code", "callbackUrls has tokenValidityUnits.idToken.", "`callbackUrls` has `tokenValidityUnits.idToken`."],
        ["names and URLs as code", '("http://a.dev/x_y"): ALLOW_USER_AUTH', '("`http://a.dev/x_y`"): `ALLOW_USER_AUTH`'],
        ["mentions and references as code", "@team #1 GH-1 !2 1234567 :tada:", "`@team` `#1` `GH-1` `!2` `1234567` `:tada`:"],
        ["numbers of up to six digits", "123456 1.5", "123456 `1.5`"],
        ["pipes outside of code", "a|b", "`a`&#124;`b`"],
        ["backticks in longer ones", "``", "``` `` ```"],
        ["control characters as code points", "a\nb", "`a\\u000ab`"],
        ["names with capitals", "OAuth, GitHub and PKCE", "OAuth, GitHub and PKCE"],
        ["punctuation alone", '... " )', '... " )'],
        ["several spaces", " a  b ", " a  b "],
        ["nothing", "", ""],
    ] as const) {
        it(`writes ${name}`, () => assert.equal(literalText(written), expected));
    }

    it("shows any text as it is", () => {
        assertProperty(
            fc.property(text, text => {
                const { nodes, text: shown } = cellOf(literalText(text));
                assert.deepEqual(
                    nodes.filter(({ type }) => type !== "text" && type !== "inlineCode"),
                    [],
                );
                assert.equal(collapse(shown), collapse(escapeControlCharacters(text)));
                for (const node of nodes) if (node.type === "text") assert.match(node.value, /^[\p{L}\d "'’().,;:?|-]*$/u);
            }),
            cases(1000),
        );
    });
});

describe("literalCode", () => {
    for (const [name, written, expected] of [
        ["a text", "web-client", "`web-client`"],
        ["a text with spaces", "web client", "`web client`"],
        ["a text between spaces", " web ", "`  web  `"],
        ["a text before a space", "web client ", "`web client `"],
        ["a text after a space", " web client", "` web client`"],
        ["backticks at the start", "`a", "`` `a ``"],
        ["backticks at the end", "a`", "`` a` ``"],
        ["backticks in the middle", "a`b", "``a`b``"],
        ["pipes between pieces of code", "|a\\|b|", "&#124;`a\\`&#124;`b`&#124;"],
        ["control characters as code points", "a\u0000", "`a\\u0000`"],
        ["nothing", "", ""],
    ] as const) {
        it(`writes ${name}`, () => assert.equal(literalCode(written), expected));
    }

    it("shows any text as it is", () => {
        assertProperty(
            fc.property(text, text => {
                const { nodes, text: shown } = cellOf(literalCode(text));
                for (const node of nodes) assert.ok(node.type === "inlineCode" || (node.type === "text" && /^\|+$/.test(node.value)));
                assert.equal(shown, escapeControlCharacters(text));
            }),
            cases(1000),
        );
    });
});
