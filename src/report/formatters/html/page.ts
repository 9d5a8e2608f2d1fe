import type { Category, DocumentedRule } from "../../../core/rule";
import { formatNumber } from "../../../util/wording";
import type { Report } from "../../report";
import type { clientTitles } from "../shared/clients";
import type { FormatOptions } from "../shared/formatter";
import { type Content, html, type Markup } from "./markup";

/** What the sections of the page are made from. */
export interface Page {
    readonly report: Report;
    readonly rules: readonly DocumentedRule[];
    readonly options: FormatOptions;
    readonly titleOf: ReturnType<typeof clientTitles>;
    readonly categoryOf: (policy: string) => Category | undefined;
}

export const CATEGORIES: Readonly<Record<Category, string>> = {
    deployability: "Deployability",
    security: "Security",
    limits: "Organization limits",
    consistency: "Stack consistency",
};

/** The sections of the page: their IDs and headings. */
export const SECTIONS = [
    ["overview", "Overview"],
    ["clients", "Clients"],
    ["standards", "Standards"],
    ["policies", "Policies"],
    ["exemptions", "Exemptions"],
    ["unknown", "Not evaluated"],
] as const;

/** Prints a section. */
export function section(id: (typeof SECTIONS)[number][0], ...content: Content[]): Markup {
    return html`<section aria-labelledby="${id}">
<h2 id="${id}">${new Map(SECTIONS).get(id)}</h2>
${content}</section>
`;
}

const NUMBER = html` class="number"`;

/** A table that scrolls on a narrow screen; nothing without rows. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Content[])[]): Markup | undefined {
    const [first] = rows;
    if (!first) return undefined;
    return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((column, index) => html`<th scope="col"${typeof first[index] === "number" ? NUMBER : undefined}>${column}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${row.map(cellOf)}</tr>\n`)}</tbody></table></div>
`;
}

function cellOf(content: Content): Markup {
    return typeof content === "number" ? html`<td class="number">${formatNumber(content)}</td>` : html`<td>${content}</td>`;
}

/** Joins parts with commas. */
export function joined(parts: readonly Markup[]): Content {
    return parts.flatMap((part, index) => (index > 0 ? [", ", part] : [part]));
}
