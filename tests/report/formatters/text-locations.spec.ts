import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatText } from "../../../src/report/formatters/text";
import type { Violation } from "../../../src/report/report";
import { reportWith, violation } from "../../support/reports";

const LONG = `${"a/".repeat(60)}b.ts`;
const SUMMARY = /^\S*\d clients?:|^$/;

interface Options {
    readonly colors?: boolean;
    readonly files?: readonly string[];
    readonly columns?: number;
    /** The files of the program, by name. */
    readonly code?: Readonly<Record<string, string>>;
}

/** Returns what is printed above the summary. */
function linesOf(violations: readonly Violation[], { colors = false, files = ["state.json"], columns = 60, code }: Options = {}): string[] {
    const readLines = (file: string, first: number, last: number) => code?.[file]?.split("\n").slice(first - 1, last);
    const text = formatText(reportWith({ files, violations }), [], { columns, colors, ...(code && { readLines }) });
    return text.split("\n").filter(line => !SUMMARY.test(line) && !line.startsWith("violations "));
}

describe("formatText with locations", () => {
    it("prints the location behind the client's name and the callers below", () => {
        const place = {
            location: { file: "src/sign-in.ts", line: 7, column: 9 },
            callers: [
                { file: "src/apps.ts", line: 3, column: 1 },
                { file: "my app/__main__.py", line: 6 },
            ],
        };
        assert.deepEqual(linesOf([violation("web", "One.", place), violation("web", "Two.", place), violation("api", "Three.")]), [
            "web  src/sign-in.ts:7:9",
            "  called from src/apps.ts:3:1",
            "  called from my app/__main__.py:6",
            "  mandatory  One.  be-good",
            "  mandatory  Two.  be-good",
            "api",
            "  mandatory  Three.  be-good",
        ]);
    });

    it("prints it behind the name of the file that was checked", () => {
        const place = { location: { file: "index.ts", line: 1 } };
        const [heading] = linesOf([violation("web", "One.", place)], { files: ["state.json", "preview.json"] });
        assert.equal(heading, "web (state.json)  index.ts:1");
    });

    it("highlights only the name", () => {
        const [heading] = linesOf([violation("web", "One.", { location: { file: "index.ts", line: 1 } })], { colors: true });
        assert.equal(heading, "\u001b[1m\u001b[4mweb\u001b[24m\u001b[22m  index.ts:1");
    });

    it("does not wrap a location, and escapes control characters", () => {
        const evil = { file: "a\u001b[2J\nb.ts", line: 1 };
        const place = { location: { file: LONG, line: 1 }, callers: [evil] };
        assert.deepEqual(linesOf([violation("web", "One.", place)]).slice(0, 2), [
            `web  ${LONG}:1`,
            "  called from a\\u001b[2J\\u000ab.ts:1",
        ]);
        assert.deepEqual(linesOf([violation("web", "One.", { location: evil, propertyLocation: { ...evil, file: `${evil.file}x` } })]), [
            "web  a\\u001b[2J\\u000ab.ts:1",
            "  a\\u001b[2J\\u000ab.tsx:1  mandatory  One.  be-good",
        ]);
    });

    it("prints the positions of properties in front of the levels, with the file if it is another one", () => {
        const location = { file: "index.ts", line: 7, column: 9 };
        const at = (file: string, line: number, column?: number) => ({ location, propertyLocation: { file, line, column } });
        assert.deepEqual(
            linesOf([
                violation("web", "One.", at("index.ts", 10, 5)),
                violation("web", `Two ${"b ".repeat(15)}end.`, at("index.ts", 9)),
                violation("web", "Three.", { location, level: "advisory" }),
                violation("api", "Four.", at("flows.ts", 3, 1)),
                violation("old", "Five.", { propertyLocation: { file: "old.ts", line: 3 } }),
            ]),
            [
                "web  index.ts:7:9",
                "  10:5  mandatory  One.  be-good",
                "  9     mandatory  Two b b b b b b b b b b b b b b b end.",
                "                   be-good",
                "        advisory   Three.  be-good",
                "api  index.ts:7:9",
                "  flows.ts:3:1  mandatory  Four.  be-good",
                "old",
                "  old.ts:3  mandatory  Five.  be-good",
            ],
        );
    });
});

describe("formatText with code", () => {
    const code = { "index.ts": 'one\n\tnew Client("web", {\n    callbackUrls: ["http://a.dev"],\n' };
    const location = { file: "index.ts", line: 2, column: 2 };
    const propertyLocation = { file: "index.ts", line: 3, column: 5, endLine: 3, endColumn: 17 };

    it("prints the line of each property that is known, with the property marked", () => {
        const violations = [violation("web", "One.", { location, propertyLocation }), violation("web", "Two.", { location })];
        assert.deepEqual(linesOf(violations, { code }), [
            "web  index.ts:2:2",
            "  3:5  mandatory  One.  be-good",
            '     3 |     callbackUrls: ["http://a.dev"],',
            "       |     ^^^^^^^^^^^^",
            "       mandatory  Two.  be-good",
        ]);
    });

    it("prints the line of the client once if no property is known", () => {
        const violations = [violation("web", "One.", { location }), violation("web", "Two.", { location })];
        assert.deepEqual(linesOf(violations, { code }), [
            "web  index.ts:2:2",
            '     2 |     new Client("web", {',
            "       |     ^",
            "  mandatory  One.  be-good",
            "  mandatory  Two.  be-good",
        ]);
    });

    it("marks with the color of the level", () => {
        const [, ...lines] = linesOf([violation("web", "One.", { location, level: "advisory" })], { code, colors: true });
        assert.deepEqual(lines.slice(0, 2), ['     2 |     new Client("web", {', "\u001b[33m       |     ^\u001b[39m"]);
    });

    it("prints no line of a client with secrets, and none that cannot be read", () => {
        const lines = ["web  index.ts:2:2", "  mandatory  One.  be-good"];
        assert.deepEqual(linesOf([violation("web", "One.", { location, hasSecrets: true })], { code }), lines);
        assert.deepEqual(linesOf([violation("web", "One.", { location })], { code: {} }), lines);
        assert.deepEqual(linesOf([violation("web", "One.", { location, propertyLocation, hasSecrets: true })], { code }), [
            "web  index.ts:2:2",
            "  3:5  mandatory  One.  be-good",
        ]);
    });
});
