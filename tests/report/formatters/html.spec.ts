import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { formatHtml } from "../../../src/report/formatters/html";
import type { Report } from "../../../src/report/report";
import { assertProperty, cases } from "../../support/clients";
import { clientNamed, reportWith, violation } from "../../support/reports";
import { ruleWith } from "../../support/rules";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const STANDARDS = {
    asvs: (reference: string) => ({ title: "ASVS", name: "ASVS", reference, id: `ASVS ${reference}`, url: "https://example.com/asvs" }),
};
const rules = [
    ruleWith({ name: "be-good", standards: [STANDARDS.asvs("10.2"), STANDARDS.asvs("9.1")] }),
    ruleWith({ name: "be-better", category: "deployability", standards: [STANDARDS.asvs("10.2")] }),
];
const options = { columns: 80, colors: false, day: "2026-11-28" };

/** Parses a page; any error of the HTML standard fails the test. */
function pageOf(parts: Partial<Report>, more: object = {}): Node {
    const errors: string[] = [];
    const evaluated = { clients: [], policies: rules.map(({ name }) => name) };
    const page = parse(formatHtml(reportWith({ evaluated, ...parts }), rules, { ...options, ...more }), {
        onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
    });
    assert.deepEqual(errors, []);
    return page;
}

function elementsIn(node: Node): Element[] {
    const children = "childNodes" in node ? node.childNodes : [];
    return [...("tagName" in node ? [node] : []), ...children.flatMap(elementsIn)];
}

function textOf(node: Node): string {
    if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
    return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function attribute({ attrs }: Element, name: string): string | undefined {
    return attrs.find(attr => attr.name === name)?.value;
}

function withClass(node: Node, name: string): Element[] {
    return elementsIn(node).filter(element => attribute(element, "class")?.split(" ").includes(name));
}

/** The cells of the rows below a caption. */
function tableOf(node: Node, caption: string): string[][] {
    const table = elementsIn(node).find(
        ({ tagName, childNodes }) =>
            tagName === "table" && childNodes.some(child => textOf(child) === caption && child.nodeName === "caption"),
    );
    const rows = table ? elementsIn(table).filter(({ tagName }) => tagName === "tr") : [];
    return rows.slice(1).map(row =>
        elementsIn(row)
            .filter(({ tagName }) => tagName === "td" || tagName === "th")
            .map(textOf),
    );
}

function section(node: Node, id: string): string {
    const found = elementsIn(node).find(element => element.tagName === "section" && attribute(element, "aria-labelledby") === id);
    return found ? textOf(found).replace(/\s+/g, " ").trim() : "";
}

/** Unprintable characters as code points. */
function visible(text: string): string {
    return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029]/gu, character =>
        character.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    );
}

const web = violation("web", "name is bad.");
const app = violation("app", "name is worse.", { policy: "be-better", level: "advisory", severity: "low" });

describe("formatHtml", () => {
    it("prints what was checked, by what and when", () => {
        const header = (more: object) =>
            textOf(elementsIn(pageOf({ files: ["a.json", "b.json"] }, more)).find(({ tagName }) => tagName === "header") as Element);
        assert.match(header({}), /2 sources checked on 2026-11-28 by pulumi-policy-aws-cognito \S+, with the default configuration\./);
        assert.match(header({ configuration: "strict.json" }), /, with strict\.json\./);
        assert.match(header({}), /a\.json\s+b\.json/);
    });

    it("prints the number of clients and results", () => {
        const page = pageOf({
            clients: 3,
            violations: [web, app],
            unknown: [{ ...clientNamed("api"), policy: "be-good", property: "name" }],
        });
        const [figures] = withClass(page, "figures") as [Element];
        assert.deepEqual(
            elementsIn(figures)
                .filter(({ tagName }) => tagName === "li")
                .map(textOf),
            ["3 clients", "1 without violations", "1 mandatory violations", "1 advisory violations", "0 exempt", "1 not evaluated"],
        );
    });

    it("counts violations by policy, category, severity and, for several, by source", () => {
        const page = pageOf({ files: ["state.json", "b.json"], violations: [web, web, app] });
        assert.deepEqual(tableOf(page, "Violations by policy"), [
            ["be-good", "", "2", "0"],
            ["be-better", "", "0", "1"],
        ]);
        assert.deepEqual(tableOf(page, "Violations by category"), [
            ["Security", "", "2", "0"],
            ["Deployability", "", "0", "1"],
        ]);
        assert.deepEqual(tableOf(page, "Violations by severity"), [
            ["critical", "0", "0"],
            ["high", "2", "0"],
            ["medium", "0", "0"],
            ["low", "0", "1"],
        ]);
        assert.deepEqual(tableOf(page, "Sources with the most violations"), [["state.json", "", "2", "1"]]);
        assert.deepEqual(tableOf(pageOf({ violations: [web] }), "Sources with the most violations"), []);
    });

    it("counts the clients by requirement, each by its worst result", () => {
        const unknown = [clientNamed("web"), clientNamed("api")].map(client => ({ ...client, policy: "be-good", property: "name" }));
        const exempt = [{ ...clientNamed("api"), policy: "be-better", reason: "exempt: old" }];
        assert.deepEqual(tableOf(pageOf({ clients: 5, violations: [web, app], exempt, unknown }), "ASVS"), [
            ["ASVS 9.1", "be-good", "3", "1", "0", "1"],
            ["ASVS 10.2", "be-good, be-better", "2", "2", "1", "0"],
        ]);
    });

    it("leaves out the requirements of policies that were not evaluated", () => {
        assert.deepEqual(tableOf(pageOf({ evaluated: { clients: [], policies: ["be-better"] } }), "ASVS"), [
            ["ASVS 10.2", "be-better", "1", "0", "0", "0"],
        ]);
    });

    it("prints each client with its place and violations, and the advice once", () => {
        const location = { file: "src/index.ts", line: 7 };
        const violations = [
            { ...web, location, callers: [{ file: "src/a.ts", line: 1 }] },
            { ...app, ...clientNamed("web"), location },
        ];
        const [client, ...others] = withClass(pageOf({ violations }), "client") as [Element];
        assert.deepEqual(others, []);
        assert.equal(
            textOf(client).replace(/\s+/g, " ").trim(),
            "web src/index.ts:7, called from src/a.ts:1 mandatory high name is bad. be-good advisory low name is worse. be-better",
        );
        assert.match(
            section(pageOf({ violations: [web, web] }), "policies"),
            /^Policies Good clients be-good A client must be good\. Name it good\. More on be-good$/,
        );
    });

    it("shows the lines around a property, which is marked, once", () => {
        const propertyLocation = { file: "src/index.ts", line: 2, column: 3, endLine: 2, endColumn: 7 };
        const readLines = (_file: string, first: number, last: number) =>
            last > 3 ? undefined : ["start({", "  name: 1,", "});"].slice(first - 1, last);
        const codeIn = (parts: object) =>
            elementsIn(
                pageOf(
                    {
                        violations: [
                            { ...web, ...parts },
                            { ...web, ...parts },
                        ],
                    },
                    { readLines },
                ),
            )
                .filter(({ tagName }) => tagName === "pre" || tagName === "mark")
                .map(textOf);
        assert.deepEqual(codeIn({ propertyLocation }), ["1  start({\n2    name: 1,\n3  });\n", "name"]);
        assert.deepEqual(codeIn({ propertyLocation, hasSecrets: true }), []);
        assert.deepEqual(codeIn({ location: { file: "src/index.ts", line: 1 } }), ["1  start({\n2    name: 1,\n", "start({"]);
        assert.deepEqual(codeIn({ location: { file: "src/index.ts", line: 4 } }), []);
    });

    it("shows the change that fixes a violation", () => {
        const page = pageOf({ violations: [{ ...web, fix: () => "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-bad\n+good\n" }] });
        const [details] = elementsIn(page).filter(element => element.tagName === "details" && textOf(element).startsWith("Fix")) as [
            Element,
        ];
        assert.equal(textOf(details), "Fix@@ -1,1 +1,1 @@\n-bad\n+good\n");
        const changed = elementsIn(details).filter(({ tagName }) => tagName === "ins" || tagName === "del");
        assert.deepEqual(
            changed.map(element => [element.tagName, textOf(element)]),
            [
                ["del", "-bad"],
                ["ins", "+good"],
            ],
        );
        const secret = pageOf({ violations: [{ ...web, fix: () => "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-bad\n+good\n", hasSecrets: true }] });
        assert.deepEqual(
            elementsIn(secret).filter(({ tagName }) => tagName === "ins"),
            [],
        );
    });

    it("lists exemptions, and what was not evaluated or not checked", () => {
        const page = pageOf({
            exempt: [{ ...clientNamed("web"), policy: "be-good", reason: "exempt until 2026-12-01: old" }],
            endingExemptions: [{ policy: "be-good", resource: "web", until: "2026-12-01", reason: "old" }],
            unusedExemptions: [{ policy: "be-good", resource: "gone", reason: "old", cause: "noClient" }],
            unknown: ["be-better", "be-good"].map(policy => ({ ...clientNamed("web"), policy, property: "callbackUrls[0]" })),
            notChecked: [{ type: "aws-native:cognito:UserPoolClient", count: 1, files: ["state.json"] }],
            errors: ["could not read b.json: gone."],
        });
        assert.deepEqual(tableOf(page, "Exempt clients"), [["web", "be-good", "exempt until 2026-12-01: old"]]);
        assert.deepEqual(tableOf(page, "Ending within 30 days"), [["web", "be-good", "2026-12-01", "old"]]);
        assert.deepEqual(tableOf(page, "Unused"), [["gone: be-good: there is no such client"]]);
        assert.match(section(page, "unknown"), /web ?callbackUrls\[0\] ?be-better, be-good/);
        assert.match(textOf(page), /Not checked:\s*could not read b\.json: gone\.\s*1 client of type aws-native/);
    });

    it("formats commands in sentences as code", () => {
        const page = pageOf({ errors: ["web: run `pulumi preview --json`, or `<b>`."] });
        const codes = elementsIn(page).filter(({ tagName }) => tagName === "code");
        assert.deepEqual(codes.map(textOf).slice(-2), ["pulumi preview --json", "<b>"]);
        assert.match(textOf(page), /Not checked:\s*web: run pulumi preview --json, or <b>\./);
    });

    it("says so if there is nothing to list", () => {
        const page = pageOf({});
        assert.equal(section(page, "clients"), "Clients No client violates a policy.");
        assert.equal(section(page, "policies"), "Policies No policy is violated.");
        assert.equal(section(page, "exemptions"), "Exemptions There are no exemptions.");
        assert.equal(section(page, "unknown"), "Not evaluated Every value is known.");
        assert.deepEqual(
            elementsIn(page).filter(({ tagName }) => tagName === "script"),
            [],
        );
    });

    it("allows only its own style and script, and loads nothing", () => {
        const page = pageOf({ violations: [{ ...web, fix: () => "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+a\n" }] });
        const elements = elementsIn(page);
        const hashes = ["style", "script"].map(tag => {
            const [element, ...others] = elements.filter(({ tagName }) => tagName === tag) as [Element];
            assert.deepEqual(others, []);
            return `${tag}-src 'sha256-${createHash("sha256").update(textOf(element)).digest("base64")}'`;
        });
        const [policy] = elements.filter(element => attribute(element, "http-equiv") === "Content-Security-Policy") as [Element];
        assert.equal(attribute(policy, "content"), `default-src 'none'; ${hashes.join("; ")}; base-uri 'none'; form-action 'none'`);
        for (const element of elements) {
            assert.deepEqual(
                element.attrs.filter(({ name }) => name === "src" || name === "style" || name.startsWith("on")),
                [],
                element.tagName,
            );
            if (element.tagName === "link" || element.tagName === "img") assert.fail(element.tagName);
        }
    });

    it("labels each field, and has no two elements of one ID", () => {
        const elements = elementsIn(pageOf({ files: ["a", "b"], violations: [web, app] }));
        const ids = elements.flatMap(element => attribute(element, "id") ?? []);
        assert.deepEqual([...new Set(ids)], ids);
        const labels = elements.flatMap(element => attribute(element, "for") ?? []);
        const fields = elements
            .filter(({ tagName }) => tagName === "select" || tagName === "input")
            .flatMap(element => attribute(element, "id") ?? []);
        assert.deepEqual(labels, fields);
        for (const href of elements.flatMap(element => attribute(element, "href") ?? []))
            assert.ok(href.startsWith("https://") || ids.includes(href.slice(1)), href);
    });

    it("prints hostile texts as texts", () => {
        const text = fc.oneof(
            fc.string({ unit: "binary" }),
            fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "/", "script", "-->", "]]>", "\u0000", "`") }),
        );
        const expected = elementsIn(pageOf({ violations: [{ ...web, fix: () => "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+a\n" }] })).map(
            ({ tagName }) => tagName,
        );
        const property = fc.property(text, text, (name, problem) => {
            const page = pageOf({
                violations: [{ ...web, name: `n${name}`, problem: `p${problem}`, fix: () => "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+a\n" }],
            });
            const [client] = withClass(page, "client") as [Element];
            assert.equal(attribute(client, "data-name"), visible(`n${name}`));
            assert.ok(textOf(client).includes(visible(`p${problem}`)));
            assert.deepEqual(
                elementsIn(page).map(({ tagName }) => tagName),
                expected,
            );
        });
        assertProperty(property, cases(200));
    });
});
