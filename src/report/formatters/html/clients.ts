import { isDeepStrictEqual } from "node:util";
import { formatLocation, type Location } from "../../../stacks/positions/location";
import { displayName } from "../../../stacks/read";
import { countOf } from "../../../util/wording";
import { type CheckedClient, SEVERITIES, VIOLATION_LEVELS, type Violation } from "../../report";
import type { ReadLines } from "../../source-lines";
import { groupByClient } from "../shared/clients";
import { type Content, html, type Markup } from "./markup";
import { CATEGORIES, joined, type Page, section } from "./page";

/** Links to the advice on a policy in the page. */
function policyLink(policy: string): Markup {
    return html`<a href="#policy-${policy}">${policy}</a>`;
}

/** Prints the violations of each client, with filters. */
export function clients(page: Page): Markup {
    const { report, titleOf } = page;
    const groups = groupByClient(report.violations);
    if (groups.length === 0) return section("clients", html`<p>No client violates a policy.</p>\n`);
    const articles = groups.map(
        violations => html`<article class="client" data-name="${titleOf(violations[0])}" data-source="${displayName(violations[0].file)}">
<h3>${titleOf(violations[0])}</h3>
<p class="muted">${placeOf(violations[0])}</p>
<ul>
${violations.map((violation, index) => violationItem(violation, violations[index - 1], page))}</ul>
</article>
`,
    );
    return section(
        "clients",
        filters(page),
        html`<p id="shown" role="status">${countOf(groups.length, "client")} with ${countOf(report.violations.length, "violation")}</p>
<div id="client-list">
${articles}</div>
`,
    );
}

/** Prints a violation. The code is left out if it is that of the violation before. */
function violationItem(violation: Violation, previous: Violation | undefined, { options: { readLines }, categoryOf }: Page): Markup {
    const { level, severity, policy, problem } = violation;
    const isSamePlace = previous !== undefined && isDeepStrictEqual(codeLocation(previous), codeLocation(violation));
    return html`<li data-level="${level}" data-severity="${severity}" data-policy="${policy}" data-category="${categoryOf(policy)}"><span class="level ${level}">${level}</span> <span class="muted">${severity}</span> ${problem} <span class="muted">${policyLink(policy)}</span>${readLines && !isSamePlace ? code(violation, readLines) : undefined}${fixOf(violation)}</li>
`;
}

function placeOf({ file, location, callers = [] }: CheckedClient): Content {
    const place = (position: Location) => html`<code>${formatLocation(position)}</code>`;
    return [
        location ? place(location) : html`<code>${displayName(file)}</code>`,
        callers.length > 0 ? html`, called from ${joined(callers.map(place))}` : undefined,
    ];
}

function codeLocation({ location, propertyLocation }: Violation): Location | undefined {
    return propertyLocation ?? location;
}

/** Prints the line of the program with a property, which is marked, and those before and after it. A client with secrets has no code. */
function code(violation: Violation, readLines: ReadLines): Markup | undefined {
    const location = codeLocation(violation);
    if (!location || violation.hasSecrets) return undefined;
    const { file, line, column = 1, endLine, endColumn = Infinity } = location;
    const linesAt = (number: number) => readLines(file, number, number) ?? [];
    const [marked] = linesAt(line);
    if (marked === undefined) return undefined;
    const end = endLine === line ? endColumn - 1 : Infinity;
    const [before, after] = [linesAt(line - 1), linesAt(line + 1)];
    const [start, middle, rest] = [marked.slice(0, column - 1), marked.slice(column - 1, end), marked.slice(end)].map(expandTabs);
    const lines = [...before.map(expandTabs), html`${start}<mark>${middle}</mark>${rest}`, ...after.map(expandTabs)];
    const first = line - before.length;
    const width = String(line + after.length).length;
    return html`<pre>${lines.map((text, index) => html`${String(first + index).padStart(width)}  ${text}\n`)}</pre>`;
}

function expandTabs(code: string): string {
    return code.replaceAll("\t", "    ");
}

/** Prints the change that fixes the violation in the program as a diff. It has lines of the program, like the code. */
function fixOf({ fix, hasSecrets }: Violation): Markup | undefined {
    if (!fix || hasSecrets) return undefined;
    const [, , ...lines] = fix().trimEnd().split("\n"); // without the names of the file
    const marked = lines.map(line =>
        line.startsWith("+") ? html`<ins>${line}</ins>` : line.startsWith("-") ? html`<del>${line}</del>` : line,
    );
    return html`<details><summary>Fix</summary><pre>${marked.map(line => html`${line}\n`)}</pre></details>`;
}

/** Prints the fields that the script filters the clients by. */
function filters({ report: { violations, files }, categoryOf }: Page): Markup {
    const policies = [...new Set(violations.map(({ policy }) => policy))].sort();
    const categories = Object.entries(CATEGORIES).filter(([category]) => policies.some(policy => categoryOf(policy) === category));
    const select = (
        name: string,
        label: string,
        options: readonly (readonly [string, string])[],
    ) => html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">all</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></div>
`;
    const same = (values: readonly string[]) => values.map(value => [value, value] as const);
    return html`<form role="search" aria-label="Filter the clients">
<div><label for="search">Search</label><input id="search" name="search" type="search"></div>
${select("level", "Level", same(VIOLATION_LEVELS))}${select("severity", "Severity", same(SEVERITIES))}${select("policy", "Policy", same(policies))}${select("category", "Category", categories)}${
    files.length > 1 ? select("source", "Source", same(files.map(displayName))) : undefined
}<div><label for="sort">Sort by</label><select id="sort" name="sort"><option value="worst">worst violation</option><option value="name">name</option><option value="source">source</option><option value="violations">number of violations</option></select></div>
<div><button type="reset">Show all</button></div>
</form>
`;
}
