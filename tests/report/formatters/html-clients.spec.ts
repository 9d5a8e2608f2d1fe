import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Violation } from "../../../src/report/report";
import { attribute, elementsIn, lineOf, pageOf, sectionText, textOf, withClass } from "../../support/html";
import { clientNamed, violation } from "../../support/reports";

const web = violation("web", "name is bad.");
const app = violation("app", "name is worse.", { policy: "be-better", level: "advisory", severity: "low" });

describe("the clients of formatHtml", () => {
    it("are printed with their places and violations, and the advice once", () => {
        const location = { file: "src/index.ts", line: 7 };
        const callers = [
            { file: "src/a.ts", line: 1 },
            { file: "src/b.ts", line: 2, column: 3 },
        ];
        const violations = [{ ...web, location, callers }, { ...app, ...clientNamed("web"), location }, app];
        const page = pageOf({ violations });
        assert.deepEqual(withClass(page, "client").map(lineOf), [
            "web src/index.ts:7, called from src/a.ts:1, src/b.ts:2:3 mandatory high name is bad. be-good advisory low name is worse. be-better",
            "app state.json advisory low name is worse. be-better",
        ]);
        assert.match(sectionText(page, "clients"), /Show all 2 clients with 3 violations/);
        assert.match(
            sectionText(pageOf({ violations: [web, web] }), "policies"),
            /^Policies Good clients be-good A client must be good\. Name it good\. More on be-good$/,
        );
    });

    it("have the values that the script filters by", () => {
        const page = pageOf({ violations: [{ ...app, file: "-" }, violation("web", "One.", { policy: "be-other" })] });
        const dataOf = (tag: string) =>
            elementsIn(page, tag).flatMap(({ attrs }) => {
                const data = attrs.filter(({ name }) => name.startsWith("data-"));
                return data.length > 0 ? [Object.fromEntries(data.map(({ name, value }) => [name.slice(5), value]))] : [];
            });
        assert.deepEqual(dataOf("article"), [
            { name: "app", source: "standard input" },
            { name: "web", source: "state.json" },
        ]);
        assert.deepEqual(dataOf("li"), [
            { level: "advisory", severity: "low", policy: "be-better", category: "deployability" },
            { level: "mandatory", severity: "high", policy: "be-other", category: "" },
        ]);
    });

    it("have fields to search, filter and sort them", () => {
        const fieldsOf = (files: readonly string[], violations: readonly Violation[]) =>
            elementsIn(pageOf({ files, violations }), "form")
                .flatMap(form => elementsIn(form, "label", "input", "select", "button"))
                .map(element =>
                    element.tagName === "select"
                        ? elementsIn(element, "option").map(option => [attribute(option, "value"), textOf(option)])
                        : textOf(element) || attribute(element, "name"),
                );
        const all = ["", "all"];
        const same = (...values: readonly string[]) => [all, ...values.map(value => [value, value])];
        const sort = [
            ["worst", "worst violation"],
            ["name", "name"],
            ["source", "source"],
            ["violations", "number of violations"],
        ];
        const levels = ["Level", same("mandatory", "advisory"), "Severity", same("critical", "high", "medium", "low")];
        assert.deepEqual(fieldsOf(["a.json"], [app]), [
            ...["Search", "search", ...levels, "Policy", same("be-better"), "Category", [all, ["deployability", "Deployability"]]],
            ...["Sort by", sort, "Show all"],
        ]);
        const both = [all, ["deployability", "Deployability"], ["security", "Security"]];
        assert.deepEqual(fieldsOf(["a.json", "-"], [web, app, web]), [
            ...["Search", "search", ...levels, "Policy", same("be-better", "be-good"), "Category", both],
            ...["Source", same("a.json", "standard input"), "Sort by", sort, "Show all"],
        ]);
    });

    it("have a label for each field, and no two elements have the same ID", () => {
        const elements = elementsIn(pageOf({ files: ["a", "b"], violations: [web, app] }));
        const ids = elements.flatMap(element => attribute(element, "id") ?? []);
        assert.deepEqual([...new Set(ids)], ids);
        const labels = elements.flatMap(element => attribute(element, "for") ?? []);
        const fields = elements.filter(({ tagName }) => tagName === "select" || tagName === "input");
        assert.deepEqual(labels, ["search", "level", "severity", "policy", "category", "source", "sort"]);
        for (const name of ["id", "name"])
            assert.deepEqual(
                fields.map(field => attribute(field, name)),
                labels,
            );
        for (const href of elements.flatMap(element => attribute(element, "href") ?? []))
            assert.ok(href.startsWith("https://") || ids.includes(href.slice(1)), href);
    });

    describe("have the lines of the program", () => {
        const LINES = ["start({", "  name: 1,", "\tid:\t2", "", "", "", "", "", "end", "});"];
        const readLines = (_file: string, first: number, last: number) => (last > 10 ? undefined : LINES.slice(first - 1, last));
        const codeIn = (...violations: readonly Partial<Violation>[]) =>
            withClass(pageOf({ violations: violations.map(parts => ({ ...web, ...parts })) }, { readLines }), "client")
                .flatMap(client => elementsIn(client, "li"))
                .map(item => elementsIn(item, "pre", "mark").map(textOf));
        const at = (line: number, more: object = {}) => ({ location: { file: "src/index.ts", line, ...more } });
        const name = { propertyLocation: { file: "src/index.ts", line: 2, column: 3, endLine: 2, endColumn: 7 } };

        for (const [title, parts, expected] of [
            ["around a property, which is marked", { ...at(1), ...name }, ["1  start({\n2    name: 1,\n3      id:    2\n", "name"]],
            ["at the start of the file", at(1), ["1  start({\n2    name: 1,\n", "start({"]],
            ["at the end of the file, with numbers of equal width", at(10), [" 9  end\n10  });\n", "});"]],
            ["with numbers of the width of the last one", at(9), [" 8  \n 9  end\n10  });\n", "end"]],
            ["to the end of the line if there is no end", at(2, { column: 9 }), ["1  start({\n2    name: 1,\n3      id:    2\n", "1,"]],
            [
                "to the end of the line if the end is in another one",
                at(1, { column: 6, endLine: 2, endColumn: 2 }),
                ["1  start({\n2    name: 1,\n", "({"],
            ],
            [
                "with tabs as spaces",
                at(3, { column: 2, endLine: 3, endColumn: 6 }),
                ["2    name: 1,\n3      id:    2\n4  \n", "id:    2".slice(0, 7)],
            ],
            ["unless the file has fewer lines", at(11), []],
            ["unless a value is secret", { ...name, hasSecrets: true }, []],
            ["unless the place is unknown", {}, []],
        ] as const) {
            it(title, () => assert.deepEqual(codeIn(parts), [expected]));
        }

        it("once for violations at the same place", () => {
            const [first, second] = [["1  start({\n2    name: 1,\n", "start({"], codeIn(name)[0]];
            assert.deepEqual(codeIn(at(1), at(1), { ...at(1), ...name }, { ...at(2), ...name }), [first, [], second, []]);
        });
    });

    it("have the change that fixes a violation, unless a value is secret", () => {
        const fix = () => "--- a\n+++ a\n@@ -1,2 +1,2 @@\n-bad\n+good\n end\n";
        const fixesIn = (parts: Partial<Violation>) =>
            withClass(pageOf({ violations: [{ ...web, ...parts }] }), "client").flatMap(client => elementsIn(client, "details"));
        const [details, ...others] = fixesIn({ fix });
        assert.ok(details && others.length === 0);
        assert.equal(textOf(details), "Fix@@ -1,2 +1,2 @@\n-bad\n+good\n end\n");
        assert.deepEqual(
            elementsIn(details, "ins", "del").map(element => [element.tagName, textOf(element)]),
            [
                ["del", "-bad"],
                ["ins", "+good"],
            ],
        );
        assert.deepEqual([fixesIn({}), fixesIn({ fix, hasSecrets: true })], [[], []]);
    });
});
