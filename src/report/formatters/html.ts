import { createHash } from "node:crypto";
import { utcToday } from "../../core/exemptions";
import type { DocumentedRule } from "../../core/rule";
import { displayName } from "../../stacks/read";
import { packageInfo } from "../../util/package-info";
import { countOf, formatNumber } from "../../util/wording";
import { describeUnused } from "../exemption-usage";
import { describeNotSeen } from "../not-seen";
import { clientKey, type Report, SEVERITIES, VIOLATION_LEVELS, type Violation } from "../report";
import { describeUnchecked } from "../unchecked";
import { type Bar, barChart, PATTERN } from "./html/chart";
import { clients } from "./html/clients";
import { createCoverage } from "./html/coverage";
import { type Content, html, Markup } from "./html/markup";
import { CATEGORIES, joined, type Page, SECTIONS, section, table } from "./html/page";
import { SCRIPT } from "./html/script";
import { STYLE } from "./html/style";
import { clientTitles, groupByClient } from "./shared/clients";
import type { FormatOptions } from "./shared/formatter";
import { advisingRules, ruleFinder } from "./shared/policies";
import { requirementsByDocument } from "./shared/standards";
import { summarize } from "./shared/summary";

/** The sources that are drawn, of those that violate policies. */
const MAX_SOURCES = 15;

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
