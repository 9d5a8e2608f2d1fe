import { createHash } from "node:crypto";
import type { Category, DocumentedRule } from "../../core/rule";
import { formatLocation, type Location } from "../../stacks/positions/location";
import { displayName } from "../../stacks/read";
import { packageInfo } from "../../util/package-info";
import { countOf, formatNumber } from "../../util/wording";
import { describeUnused } from "../exemption-usage";
import { type CheckedClient, type Report, SEVERITIES, VIOLATION_LEVELS, type Violation } from "../report";
import { readLines } from "../source-lines";
import { describeUnchecked } from "../unchecked";
import { type Bar, barChart, PATTERN } from "./html/chart";
import { type Content, html, Markup } from "./html/markup";
import { SCRIPT } from "./html/script";
import { requirementsOf } from "./html/standards";
import { STYLE } from "./html/style";
import { clientTitles } from "./shared/client-titles";
import { summarize } from "./shared/summary";

const CATEGORIES: Readonly<Record<Category, string>> = {
    deployability: "Deployability",
    security: "Security",
    limits: "Organization limits",
    consistency: "Stack consistency",
};

/** The lines of the program that are printed before and after a property. */
const CONTEXT = 1;

/**
 * Formats a report as one HTML page without any other file: its content security policy allows nothing but its own style and script.
 * Without scripts, the page has everything but the filters.
 */
export function formatHtml(report: Report, rules: readonly DocumentedRule[]): string {
    const known = new Map(rules.map(rule => [rule.name, rule]));
    const page = html`<!doctype html>
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
${about(report)}</header>
<main>
${[overview(report, known), standards(report, rules), clients(report, known), policies(report, rules), exemptions(report), unknown(report)]}</main>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
    return page.html;
}

/** Returns the source that a content security policy allows an element with this content by. */
function hashOf(content: string): string {
    return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

function section(id: string, heading: string, ...content: Content[]): Markup {
    return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${content}</section>
`;
}

/** A table that scrolls on a narrow screen; nothing without rows. */
function table(caption: string, columns: readonly string[], rows: readonly (readonly Content[])[]): Markup | undefined {
    if (rows.length === 0) return undefined;
    return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${row.map(cell => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`;
}

/** Says what was checked, when and with what. */
function about({ files, day, configuration, notChecked, errors = [] }: Report): Markup {
    const { name, version, homepage } = packageInfo();
    const warnings = [...errors, ...notChecked.map(describeUnchecked)];
    const sources = countOf(files.length, "source");
    return html`<p class="muted">${sources} checked on <time>${day}</time> by <a href="${homepage}">${name}</a> ${version}, ${
        configuration === undefined ? "with the default configuration" : html`with <code>${configuration}</code>`
    }.</p>
<details><summary>${sources}</summary><ul>${files.map(file => html`<li><code>${displayName(file)}</code></li>\n`)}</ul></details>
${warnings.length > 0 ? html`<p><strong>Not checked:</strong></p><ul>${warnings.map(warning => html`<li>${warning}</li>`)}</ul>\n` : undefined}`;
}

function overview(report: Report, rules: ReadonlyMap<string, DocumentedRule>): Markup {
    const { violations, exempt, unknown, clients } = report;
    const clean = clients - new Set(violations.map(keyOf)).size;
    const figure = (count: number, label: string) => html`<li><strong>${formatNumber(count)}</strong> ${label}</li>\n`;
    const severities = SEVERITIES.map(severity => {
        const ofLevel = (level: Violation["level"]) =>
            formatNumber(violations.filter(violation => violation.severity === severity && violation.level === level).length);
        return [severity, ...VIOLATION_LEVELS.map(ofLevel)];
    });
    return section(
        "overview",
        "Overview",
        html`<ul class="figures">
${figure(clients, "clients")}${figure(clean, "without violations")}${VIOLATION_LEVELS.map(level =>
            figure(violations.filter(violation => violation.level === level).length, `${level} violations`),
        )}${figure(exempt.length, "exempt")}${figure(unknown.length, "not evaluated")}</ul>
<div class="charts">
${barChart(
    "Violations by policy",
    barsOf(violations, ({ policy }) => policy),
)}
<div>${barChart(
            "Violations by category",
            barsOf(violations, ({ policy }) => CATEGORIES[rules.get(policy)?.category ?? "security"]),
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

function standards(report: Report, rules: readonly DocumentedRule[]): Markup {
    const tables = [...requirementsOf(report, rules)].map(([title, requirements]) =>
        table(
            title,
            ["Requirement", "Policies", "Pass", "Violate", "Exempt", "Unknown"],
            requirements.map(({ standard, policies, passed, violated, exempt, unknown }) => [
                html`<a href="${standard.url}">${standard.id}</a>`,
                joined(policies.map(policyLink)),
                ...[passed, violated, exempt, unknown].map(formatNumber),
            ]),
        ),
    );
    const intro = html`<p>How many clients pass the policies for each requirement. A client that violates one of them counts as violating, whatever the others say.</p>\n`;
    return section("standards", "Standards", intro, tables);
}

function joined(parts: readonly Markup[]): Content {
    return parts.flatMap((part, index) => (index > 0 ? [", ", part] : [part]));
}

/** Links to the advice on a policy in the page. */
function policyLink(policy: string): Markup {
    return html`<a href="#policy-${policy}">${policy}</a>`;
}

function clients(report: Report, rules: ReadonlyMap<string, DocumentedRule>): Markup {
    const titleOf = clientTitles(report);
    const groups = new Map<string, Violation[]>();
    for (const violation of report.violations) groups.get(keyOf(violation))?.push(violation) ?? groups.set(keyOf(violation), [violation]);
    const articles = [...groups.values()].map(violations => {
        const [client] = violations as [Violation];
        return html`<article class="client" data-name="${titleOf(client)}" data-source="${displayName(client.file)}">
<h3>${titleOf(client)}</h3>
<p class="muted">${placeOf(client)}</p>
<ul>
${violations.map(violation => violationItem(violation, rules))}</ul>
</article>
`;
    });
    if (articles.length === 0) return section("clients", "Clients", html`<p>No client violates a policy.</p>\n`, filters(report, rules));
    return section(
        "clients",
        "Clients",
        filters(report, rules),
        html`<p id="shown" role="status">${countOf(groups.size, "client")} with ${countOf(report.violations.length, "violation")}</p>
<div id="client-list">
${articles}</div>
`,
    );
}

function violationItem(violation: Violation, rules: ReadonlyMap<string, DocumentedRule>): Markup {
    const { level, severity, policy, problem } = violation;
    const category = rules.get(policy)?.category ?? "";
    return html`<li data-level="${level}" data-severity="${severity}" data-policy="${policy}" data-category="${category}"><span class="level ${level}">${level}</span> <span class="muted">${severity}</span> ${problem} <span class="muted">${policyLink(policy)}</span>${code(violation)}${fix(violation)}</li>
`;
}

function placeOf({ file, location, callers = [] }: CheckedClient): Content {
    const place = (position: Location) => html`<code>${formatLocation(position)}</code>`;
    return [
        location ? place(location) : html`<code>${displayName(file)}</code>`,
        callers.length > 0 ? html`, called from ${joined(callers.map(place))}` : undefined,
    ];
}

/** Prints the line of the program with the property marked, and the lines around it. A client with secrets has no code. */
function code({ propertyLocation, hasSecrets }: Violation): Markup | undefined {
    if (!propertyLocation || hasSecrets) return undefined;
    const lines = readLines(propertyLocation, CONTEXT);
    if (!lines) return undefined;
    const width = String(lines.at(-1)?.number).length;
    return html`<pre>${lines.map(({ number, text, mark }) => {
        const [start, end] = mark ?? [0, 0];
        return html`${String(number).padStart(width)}  ${text.slice(0, start)}${mark ? html`<mark>${text.slice(start, end)}</mark>` : ""}${text.slice(end)}\n`;
    })}</pre>`;
}

/** Prints the change that fixes the violation in the program as a diff. */
function fix({ fix: diff }: Violation): Markup | undefined {
    if (diff === undefined) return undefined;
    const lines = diff.split("\n").map(line => (line.startsWith("+") ? html`<ins>${line}</ins>` : line.startsWith("-") ? html`<del>${line}</del>` : line));
    return html`<details><summary>Fix</summary><pre>${lines.flatMap(line => [line, "\n"])}</pre></details>`;
}

function filters(report: Report, rules: ReadonlyMap<string, DocumentedRule>): Markup {
    const { violations, files } = report;
    const policies = [...new Set(violations.map(({ policy }) => policy))].sort();
    const categories = Object.entries(CATEGORIES).filter(([category]) => policies.some(policy => rules.get(policy)?.category === category));
    const select = (name: string, label: string, options: readonly (readonly [string, string])[]) => html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">all</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></div>
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
function policies({ violations }: Report, rules: readonly DocumentedRule[]): Markup {
    const violated = new Set(violations.map(({ policy }) => policy));
    const entries = rules.filter(({ name }) => violated.has(name));
    return section(
        "policies",
        "Policies",
        entries.map(
            ({ name, title, description, remediation, url }) => html`<h3 id="policy-${name}">${name}: ${title}</h3>
<p>${description} ${remediation} <a href="${url}">More<span class="skip"> about ${name}</span></a></p>
`,
        ),
    );
}

function exemptions(report: Report): Markup {
    const titleOf = clientTitles(report);
    const { exempt, endingExemptions, unusedExemptions } = report;
    const tables = [
        table(
            "Ending within 30 days",
            ["Resource", "Policy", "Last day", "Reason"],
            endingExemptions.map(({ resource, policy, until, reason }) => [html`<code>${resource}</code>`, policy, until, reason]),
        ),
        table("Exempt clients", ["Client", "Policy", "Reason and last day"], exempt.map(result => [titleOf(result), result.policy, result.reason])),
        table("Unused", ["Exemption"], unusedExemptions.map(exemption => [describeUnused(exemption)])),
    ].filter(found => found !== undefined);
    return section("exemptions", "Exemptions", tables.length > 0 ? tables : html`<p>There are no exemptions.</p>\n`);
}

function unknown(report: Report): Markup {
    const titleOf = clientTitles(report);
    const rows = new Map<string, { title: string; property: string; policies: string[] }>();
    for (const result of report.unknown) {
        const { property, policy } = result;
        const key = JSON.stringify([keyOf(result), property]);
        const row = rows.get(key) ?? { title: titleOf(result), property, policies: [] };
        row.policies.push(policy);
        rows.set(key, row);
    }
    const found = table(
        "Values that only a preview or an update knows, or that are encrypted",
        ["Client", "Property", "Policies"],
        [...rows.values()].map(({ title, property, policies }) => [title, html`<code>${property}</code>`, policies.join(", ")]),
    );
    return section("unknown", "Not evaluated", found ?? html`<p>Every value is known.</p>\n`);
}

function keyOf({ file, urn }: CheckedClient): string {
    return JSON.stringify([file, urn]);
}
