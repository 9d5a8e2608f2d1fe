import * as assert from "node:assert/strict";
import { styleText } from "node:util";
import { describe, it } from "mocha";
import { renderTerminal } from "../../../scripts/docs/terminal-svg";

function style(...[format, text]: Parameters<typeof styleText>): string {
    return styleText(format, text, { validateStream: false });
}

/** The lines of text in an image. */
function linesOf(svg: string): string[] {
    return [...svg.matchAll(/<text [^>]*>(.*)<\/text>/g)].map(([, line = ""]) => line);
}

describe("renderTerminal", () => {
    it("renders each line", () => assert.deepEqual(linesOf(renderTerminal("a\n\n  b\n", "")), ["a", "", "  b"]));

    it("renders styles as classes", () => {
        const output = `${style("yellow", "advisory")}  ${style(["bold", "red"], "mandatory")}\n`;
        assert.deepEqual(linesOf(renderTerminal(output, "")), [
            '<tspan class="yellow">advisory</tspan>  <tspan class="bold red">mandatory</tspan>',
        ]);
    });

    it("continues a style in the next line", () => {
        assert.deepEqual(linesOf(renderTerminal(style("underline", "a\nb"), "")), [
            '<tspan class="underline">a</tspan>',
            '<tspan class="underline">b</tspan>',
        ]);
    });

    it("ends all styles at a reset", () => {
        assert.deepEqual(linesOf(renderTerminal("\u001b[1;31ma\u001b[0mb", "")), ['<tspan class="bold red">a</tspan>b']);
    });

    it("escapes the text and the title", () => {
        const svg = renderTerminal("<a> & b", "x < y");
        assert.deepEqual(linesOf(svg), ["&lt;a&gt; &amp; b"]);
        assert.match(svg, /<title>x &lt; y<\/title>/);
    });

    it("is as large as the text", () => {
        assert.match(renderTerminal(`${"x".repeat(100)}\ny\n`, ""), /width="872" height="72"/);
    });

    it("has colors for dark pages", () => assert.match(renderTerminal("a", ""), /@media \(prefers-color-scheme: dark\)/));

    it("rejects a style that it cannot render", () => {
        assert.throws(() => renderTerminal(style("cyan", "a"), ""), new Error("The SVG has no style for the ANSI code 36."));
    });
});
