import * as assert from "node:assert/strict";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { formatHtml } from "../../src/report/formatters/html";
import type { FormatOptions } from "../../src/report/formatters/shared/formatter";
import type { Report } from "../../src/report/report";
import { reportWith } from "./reports";
import { ruleWith } from "./rules";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

function standard(reference: string) {
    return { title: "ASVS", name: "ASVS", reference, id: `ASVS ${reference}`, url: "https://example.com/asvs" };
}

const rules = [
    ruleWith({ name: "be-good", standards: [standard("10.2"), standard("9.1")] }),
    ruleWith({ name: "be-better", category: "deployability", standards: [standard("10.2")] }),
];

/** Parses the page of a report on the policies `be-good` and `be-better`; any error of the HTML standard fails the test. */
export function pageOf(parts: Partial<Report>, more: Partial<FormatOptions> = {}): Node {
    const errors: string[] = [];
    const evaluated = { clients: [], policies: rules.map(({ name }) => name) };
    const options = { columns: 80, colors: false, day: "2026-11-28", ...more };
    const page = parse(formatHtml(reportWith({ evaluated, ...parts }), rules, options), {
        onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
    });
    assert.deepEqual(errors, []);
    return page;
}

export function elementsIn(node: Node, ...tags: readonly string[]): Element[] {
    const children = "childNodes" in node ? node.childNodes : [];
    const all = [...("tagName" in node ? [node] : []), ...children.flatMap(child => elementsIn(child))];
    return tags.length === 0 ? all : all.filter(({ tagName }) => tags.includes(tagName));
}

export function textOf(node: Node): string {
    if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
    return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** The text of an element in one line. */
export function lineOf(node: Node): string {
    return textOf(node).replace(/\s+/g, " ").trim();
}

export function attribute({ attrs }: Element, name: string): string | undefined {
    return attrs.find(attr => attr.name === name)?.value;
}

export function withClass(node: Node, name: string): Element[] {
    return elementsIn(node).filter(element => attribute(element, "class")?.split(" ").includes(name));
}

/** The rows of the table with a caption, that with the names of the columns first; none if there is no such table. */
export function rowsOf(node: Node, caption: string): Element[] {
    const tables = elementsIn(node, "table").filter(table => elementsIn(table, "caption").some(found => textOf(found) === caption));
    return tables.flatMap(table => elementsIn(table, "tr"));
}

/** The cells of the rows below a caption, that with the names of the columns first. */
export function tableOf(node: Node, caption: string): string[][] {
    return rowsOf(node, caption).map(row => elementsIn(row, "td", "th").map(lineOf));
}

/** The text of a section in one line. */
export function sectionText(node: Node, id: string): string {
    return elementsIn(node, "section")
        .filter(element => attribute(element, "aria-labelledby") === id)
        .map(lineOf)
        .join();
}
