import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { attribute, elementsIn, lineOf, pageOf, rowsOf, sectionText, tableOf, withClass } from "../../support/html";
import { clientNamed, violation } from "../../support/reports";

const advisory = { level: "advisory", severity: "low" } as const;
const web = violation("web", "name is bad.");
const app = violation("app", "name is worse.", { policy: "be-better", ...advisory });

const CHART = ["Name", "", "mandatory", "advisory"];
const REQUIREMENTS = ["Requirement", "Policies", "Pass", "Violate", "Exempt", "Unknown"];

describe("the tables of formatHtml", () => {
    it("have the number of clients and results", () => {
        const page = pageOf({
            clients: 1003,
            violations: [web, app, app],
            unknown: [{ ...clientNamed("api"), policy: "be-good", property: "name" }],
        });
        const figures = withClass(page, "figures").flatMap(list => elementsIn(list, "li").map(lineOf));
        assert.deepEqual(figures, [
            ...["1,003 clients", "1,001 without violations", "1 mandatory violations", "2 advisory violations"],
            ...["0 exempt", "1 not evaluated"],
        ]);
    });

    it("count violations by policy, category and severity, the most frequent first, and then by name", () => {
        const other = violation("web", "name is bad.", { policy: "be-other", ...advisory });
        const page = pageOf({ violations: [app, web, web, { ...web, ...advisory }, other, { ...web, policy: "be-above" }] });
        assert.deepEqual(tableOf(page, "Violations by policy"), [
            CHART,
            ["be-good", "", "2", "1"],
            ["be-above", "", "1", "0"],
            ["be-better", "", "0", "1"],
            ["be-other", "", "0", "1"],
        ]);
        assert.deepEqual(tableOf(page, "Violations by category"), [CHART, ["Security", "", "3", "2"], ["Deployability", "", "0", "1"]]);
        assert.deepEqual(tableOf(page, "Violations by severity"), [
            ["Severity", "mandatory", "advisory"],
            ["critical", "0", "0"],
            ["high", "3", "0"],
            ["medium", "0", "0"],
            ["low", "0", "3"],
        ]);
    });

    it("draw the longest bar as wide as the chart, and the others in proportion", () => {
        const page = pageOf({ violations: [web, web, { ...web, ...advisory }, app] });
        const bars = rowsOf(page, "Violations by policy").flatMap(row => withClass(row, "bar"));
        assert.deepEqual(
            bars.map(bar => elementsIn(bar, "rect").map(rect => [attribute(rect, "x") ?? "0", attribute(rect, "width")])),
            [
                [
                    ["0", "93"],
                    ["93", "47"],
                ],
                [
                    ["0", "0"],
                    ["0", "47"],
                ],
            ],
        );
        assert.deepEqual(new Set(bars.map(bar => attribute(bar, "viewBox"))), new Set(["0 0 140 14"]));
    });

    it("count violations by source, of at most 15, if several were checked", () => {
        const files = Array.from({ length: 16 }, (_, index) => `${String(index).padStart(2, "0")}.json`);
        const sourcesIn = (checked: readonly string[]) => {
            const violations = checked.map(file => ({ ...web, file }));
            return tableOf(
                pageOf({ files: checked, violations: [...violations, ...violations.slice(-1)] }),
                "Sources with the most violations",
            );
        };
        assert.deepEqual(sourcesIn(files), [CHART, ["15.json", "", "2", "0"], ...files.slice(0, 14).map(file => [file, "", "1", "0"])]);
        assert.deepEqual(sourcesIn(["a.json", "-"]), [CHART, ["standard input", "", "2", "0"], ["a.json", "", "1", "0"]]);
        assert.deepEqual(sourcesIn(["a.json"]), []);
    });

    it("count the clients by requirement, each by its worst result", () => {
        const unknown = [clientNamed("web"), clientNamed("api")].map(client => ({ ...client, policy: "be-good", property: "name" }));
        const exempt = [{ ...clientNamed("api"), policy: "be-better", reason: "exempt: old" }];
        const page = pageOf({ clients: 1005, violations: [web, app], exempt, unknown });
        assert.deepEqual(tableOf(page, "ASVS"), [
            REQUIREMENTS,
            ["ASVS 9.1", "be-good", "1,003", "1", "0", "1"],
            ["ASVS 10.2", "be-good, be-better", "1,002", "2", "1", "0"],
        ]);
        assert.match(sectionText(page, "standards"), /^Standards How many clients pass the policies for each requirement\. /);
    });

    it("align numbers and the names of their columns to the right", () => {
        const isNumber = rowsOf(pageOf({ violations: [web] }), "ASVS").map(row =>
            elementsIn(row, "th", "td").map(cell => attribute(cell, "class") === "number"),
        );
        assert.deepEqual(new Set(isNumber.map(String)), new Set(["false,false,true,true,true,true"]));
    });

    it("leave out the requirements of policies that were not evaluated", () => {
        assert.deepEqual(tableOf(pageOf({ evaluated: { clients: [], policies: ["be-better"] } }), "ASVS"), [
            REQUIREMENTS,
            ["ASVS 10.2", "be-better", "1", "0", "0", "0"],
        ]);
    });

    it("list exemptions", () => {
        const page = pageOf({
            exempt: [{ ...clientNamed("web"), policy: "be-good", reason: "exempt until 2026-12-01: old" }],
            endingExemptions: [{ policy: "be-good", resource: "web", until: "2026-12-01", reason: "old" }],
            unusedExemptions: [{ policy: "be-good", resource: "gone", reason: "old", cause: "noClient" }],
        });
        assert.deepEqual(tableOf(page, "Exempt clients"), [
            ["Client", "Policy", "Reason and last day"],
            ["web", "be-good", "exempt until 2026-12-01: old"],
        ]);
        assert.deepEqual(tableOf(page, "Ending within 30 days"), [
            ["Resource", "Policy", "Last day", "Reason"],
            ["web", "be-good", "2026-12-01", "old"],
        ]);
        assert.deepEqual(tableOf(page, "Unused"), [["Exemption"], ["gone: be-good: there is no such client"]]);
    });

    it("list each unknown value once, with the policies that depend on it", () => {
        const unknown = [
            ["web", "be-better", "callbackUrls[0]"],
            ["web", "be-good", "callbackUrls[0]"],
            ["web", "be-good", "name"],
            ["api", "be-good", "name"],
        ].map(([name = "", policy = "", property = ""]) => ({ ...clientNamed(name), policy, property }));
        assert.deepEqual(tableOf(pageOf({ unknown }), "Values that only a preview or an update knows, or that are encrypted"), [
            ["Client", "Property", "Policies"],
            ["web", "callbackUrls[0]", "be-better, be-good"],
            ["web", "name", "be-good"],
            ["api", "name", "be-good"],
        ]);
    });
});
