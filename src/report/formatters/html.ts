import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { utcToday } from "../../core/exemptions";
import type { Category, DocumentedRule } from "../../core/rule";
import { formatLocation, type Location } from "../../stacks/positions/location";
import { displayName } from "../../stacks/read";
import { packageInfo } from "../../util/package-info";
import { countOf, formatNumber } from "../../util/wording";
import { describeUnused } from "../exemption-usage";
import { describeNotSeen } from "../not-seen";
import { type CheckedClient, clientKey, type Report, SEVERITIES, VIOLATION_LEVELS, type Violation } from "../report";
import type { ReadLines } from "../source-lines";
import { describeUnchecked } from "../unchecked";
import { type Bar, barChart, PATTERN } from "./html/chart";
import { createCoverage } from "./html/coverage";
import { type Content, html, Markup } from "./html/markup";
import { SCRIPT } from "./html/script";
import { STYLE } from "./html/style";
import { clientTitles, groupByClient } from "./shared/clients";
import type { FormatOptions } from "./shared/formatter";
import { advisingRules, ruleFinder } from "./shared/policies";
import { requirementsByDocument } from "./shared/standards";
import { summarize } from "./shared/summary";

const CATEGORIES: Readonly<Record<Category, string>> = {
    deployability: "Deployability",
    security: "Security",
    limits: "Organization limits",
    consistency: "Stack consistency",
};

/** The sources that are drawn, of those that violate policies. */
const MAX_SOURCES = 15;

/** The lines of the program that are printed before and after a property. */
const CONTEXT = 1;

/** What the sections of the page are made from. */
interface Page {
    readonly report: Report;
    readonly rules: readonly DocumentedRule[];
    readonly options: FormatOptions;
    readonly titleOf: ReturnType<typeof clientTitles>;
    readonly categoryOf: (policy: string) => Category | undefined;
}

/**
 * Formats a report as one HTML page without any other file: its content security policy allows nothing but its own style and script.
 * Without scripts, the page has everything but the filters.
 */
export function formatHtml(report: Report, rules: readonly DocumentedRule[], options: FormatOptions): string {
    const findRule = ruleFinder(rules);
    const page: Page = { report, rules, options, titleOf: clientTitles(report), categoryOf: policy => findRule(policy)?.category };
    return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Cognito app clients: ${summarize(report)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#clients">Skip to the clients</a>
${PATTERN}<header>
<h1>Amazon Cognito app clients</h1>
${about(page)}<nav aria-label="Sections">
${SECTIONS.map(([id, heading]) => html`<a href="#${id}">${heading}</a>\n`)}</nav>
</header>
<main>
${[overview, clients, standards, policies, exemptions, unknown].map(section => section(page))}</main>
${report.violations.length > 0 ? html`<script>${new Markup(SCRIPT)}</script>\n` : undefined}</body>
</html>
`.html;
}

/** Returns the source that a content security policy allows an element with this content by. */
function hashOf(content: string): string {
    return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

const SECTIONS = [
    ["overview", "Overview"],
    ["clients", "Clients"],
    ["standards", "Standards"],
    ["policies", "Policies"],
    ["exemptions", "Exemptions"],
    ["unknown", "Not evaluated"],
] as const;

function section(id: (typeof SECTIONS)[number][0], ...content: Content[]): Markup {
    return html`<section aria-labelledby="${id}">
<h2 id="${id}">${new Map(SECTIONS).get(id)}</h2>
${content}</section>
`;
}

const NUMBER = html` class="number"`;

/** A table that scrolls on a narrow screen; nothing without rows. */
function table(caption: string, columns: readonly string[], rows: readonly (readonly Content[])[]): Markup | undefined {
    if (rows.length === 0) return undefined;
    return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((column, index) => html`<th scope="col"${typeof rows[0]?.[index] === "number" ? NUMBER : undefined}>${column}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${row.map(cellOf)}</tr>\n`)}</tbody></table></div>
`;
}

function cellOf(content: Content): Markup {
    return typeof content === "number" ? html`<td class="number">${formatNumber(content)}</td>` : html`<td>${content}</td>`;
}

/** Says what was checked, when and with what. */
function about({ report, options: { day = utcToday(), configuration } }: Page): Markup {
    const { files, notChecked, errors = [] } = report;
    const { name, version, homepage } = packageInfo();
    const warnings = [...errors, ...notChecked.map(describeUnchecked), ...describeNotSeen(report)];
    const sources = countOf(files.length, "source");
    return html`<p class="muted">${sources} checked on <time>${day}</time> by <a href="${homepage}">${name}</a> ${version}, ${
        configuration === undefined ? "with the default configuration" : html`with <code>${configuration}</code>`
    }.</p>
<details><summary>${sources}</summary><ul>${files.map(file => html`<li><code>${displayName(file)}</code></li>\n`)}</ul></details>
${warnings.length > 0 ? html`<p><strong>Not checked:</strong></p><ul>${warnings.map(warning => html`<li>${codeIn(warning)}</li>`)}</ul>\n` : undefined}`;
}

/** Formats what is between backticks as code. */
function codeIn(text: string): Content {
    return text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

function overview({ report, categoryOf }: Page): Markup {
    const { violations, exempt, unknown, clients } = report;
    const clean = clients - groupByClient(violations).length;
    const figure = (count: number, label: string) => html`<li><strong>${formatNumber(count)}</strong> ${label}</li>\n`;
    const severities = SEVERITIES.map(severity => {
        const ofLevel = (level: Violation["level"]) =>
            violations.filter(violation => violation.severity === severity && violation.level === level).length;
        return [severity, ...VIOLATION_LEVELS.map(ofLevel)];
    });
    const bySource = barsOf(violations, ({ file }) => displayName(file)).slice(0, MAX_SOURCES);
    return section(
        "overview",
        html`<ul class="figures">
${figure(clients, "clients")}${figure(clean, "without violations")}${VIOLATION_LEVELS.map(level =>
    figure(violations.filter(violation => violation.level === level).length, `${level} violations`),
)}${figure(exempt.length, "exempt")}${figure(unknown.length, "not evaluated")}</ul>
<div class="charts">
${barChart(
    "Violations by policy",
    barsOf(violations, ({ policy }) => policy),
)}
<div>${report.files.length > 1 ? barChart("Sources with the most violations", bySource) : undefined}${barChart(
            "Violations by category",
            barsOf(violations, ({ policy }) => CATEGORIES[categoryOf(policy) ?? "security"]),
        )}
${table("Violations by severity", ["Severity", ...VIOLATION_LEVELS], severities)}</div>
</div>
`,
    );
}

/** Counts violations by a label, the most frequent first. */
function barsOf(violations: readonly Violation[], labelOf: (violation: Violation) => string): Bar[] {
    const bars = new Map<string, { label: string; mandatory: number; advisory: number }>();
    for (const violation of violations) {
        const label = labelOf(violation);
        const bar = bars.get(label) ?? { label, mandatory: 0, advisory: 0 };
        bar[violation.level]++;
        bars.set(label, bar);
    }
    const total = ({ mandatory, advisory }: Bar) => mandatory + advisory;
    return [...bars.values()].sort((a, b) => total(b) - total(a) || (a.label < b.label ? -1 : 1));
}

function standards({ report, rules }: Page): Markup {
    const coverageOf = createCoverage(report);
    const evaluated = new Set(report.evaluated.policies);
    const documents = requirementsByDocument(rules.filter(({ name }) => evaluated.has(name)));
    const tables = [...documents].map(([title, requirements]) =>
        table(
            title,
            ["Requirement", "Policies", "Pass", "Violate", "Exempt", "Unknown"],
            requirements.map(({ standard, rules }) => {
                const { pass, violate, exempt, unknown } = coverageOf(rules);
                const policies = rules.map(({ name, url }) => html`<a href="${url}">${name}</a>`);
                return [html`<a href="${standard.url}">${standard.id}</a>`, joined(policies), pass, violate, exempt, unknown];
            }),
        ),
    );
    const intro = html`<p>How many clients pass the policies for each requirement. A client that violates one of them counts as violating.</p>\n`;
    return section("standards", intro, tables);
}

function joined(parts: readonly Markup[]): Content {
    return parts.flatMap((part, index) => (index > 0 ? [", ", part] : [part]));
}

/** Links to the advice on a policy in the page. */
function policyLink(policy: string): Markup {
    return html`<a href="#policy-${policy}">${policy}</a>`;
}

function clients(page: Page): Markup {
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

/** Prints the lines of the program around a property, which is marked. A client with secrets has no code. */
function code(violation: Violation, readLines: ReadLines): Markup | undefined {
    const location = codeLocation(violation);
    if (!location || violation.hasSecrets) return undefined;
    const { file, line, column = 1, endLine, endColumn } = location;
    const [marked] = readLines(file, line, line) ?? [];
    if (marked === undefined) return undefined;
    const before =
        readLines(file, Math.max(1, line - CONTEXT), line)
            ?.slice(0, -1)
            .map(expandTabs) ?? [];
    const after =
        readLines(file, line, line + CONTEXT)
            ?.slice(1)
            .map(expandTabs) ?? [];
    const end = endLine === line && endColumn !== undefined ? endColumn - 1 : marked.length;
    const lines = [
        ...before,
        html`${expandTabs(marked.slice(0, column - 1))}<mark>${expandTabs(marked.slice(column - 1, end))}</mark>${expandTabs(marked.slice(end))}`,
        ...after,
    ];
    const width = String(line + after.length).length;
    return html`<pre>${lines.map((text, index) => html`${String(line - before.length + index).padStart(width)}  ${text}\n`)}</pre>`;
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

/** Says once for each violated policy why it exists and what to write. */
function policies({ report, rules }: Page): Markup {
    const entries = advisingRules(report, rules).map(
        ({ name, title, description, remediation, url }) => html`<h3 id="policy-${name}">${title} <span class="muted">${name}</span></h3>
<p>${description} ${remediation} <a href="${url}">More on ${name}</a></p>
`,
    );
    return section("policies", entries.length > 0 ? entries : html`<p>No policy is violated.</p>\n`);
}

function exemptions({ report: { exempt, endingExemptions, unusedExemptions }, titleOf }: Page): Markup {
    const tables = [
        table(
            "Ending within 30 days",
            ["Resource", "Policy", "Last day", "Reason"],
            endingExemptions.map(({ resource, policy, until, reason }) => [html`<code>${resource}</code>`, policy, until, reason]),
        ),
        table(
            "Exempt clients",
            ["Client", "Policy", "Reason and last day"],
            exempt.map(result => [titleOf(result), result.policy, result.reason]),
        ),
        table(
            "Unused",
            ["Exemption"],
            unusedExemptions.map(exemption => [describeUnused(exemption)]),
        ),
    ].filter(found => found !== undefined);
    return section("exemptions", tables.length > 0 ? tables : html`<p>There are no exemptions.</p>\n`);
}

function unknown({ report, titleOf }: Page): Markup {
    const rows = new Map<string, { title: string; property: string; policies: string[] }>();
    for (const result of report.unknown) {
        const { property, policy } = result;
        const key = JSON.stringify([clientKey(result), property]);
        const row = rows.get(key) ?? { title: titleOf(result), property, policies: [] };
        row.policies.push(policy);
        rows.set(key, row);
    }
    const found = table(
        "Values that only a preview or an update knows, or that are encrypted",
        ["Client", "Property", "Policies"],
        [...rows.values()].map(({ title, property, policies }) => [title, html`<code>${property}</code>`, policies.join(", ")]),
    );
    return section("unknown", found ?? html`<p>Every value is known.</p>\n`);
}
