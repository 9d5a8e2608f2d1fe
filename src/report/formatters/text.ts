import { styleText } from "node:util";
import type { Rule } from "../../core/rule";
import { formatLocation } from "../../stacks/positions/location";
import { escapeControlCharacters, type Screen, wrap } from "../../util/terminal";
import { countOf, enumerate, formatNumber } from "../../util/wording";
import { describeUnused } from "../exemption-usage";
import type { Report, Violation } from "../report";
import { describeUnchecked } from "../unchecked";
import { clientTitles } from "./shared/client-titles";
import { countResults, summarize } from "./shared/summary";

type Style = Parameters<typeof styleText>[0];

const HEADING: Style = ["bold", "underline"];
const LEVEL_STYLES: Readonly<Record<Violation["level"], Style>> = { mandatory: ["bold", "red"], advisory: "yellow" };

/** Formats a report for people: the violations of each client; fixes, exemptions and unknown values; and a summary, for several stacks by rule. */
export function formatText(report: Report, rules: readonly Rule[], { columns, colors }: Screen): string {
    const style = (style: Style, text: string) => (colors ? styleText(style, text, { validateStream: false }) : text);
    let lines: string[] = [];
    const addWrapped = (indent: string, text: string) => lines.push(...wrap(escapeControlCharacters(text), columns, indent));
    const addSection = (heading: string, entries: readonly string[]) => {
        if (entries.length === 0) return;
        lines.push(style(HEADING, heading));
        for (const entry of entries) addWrapped("  ", entry);
        lines.push("");
    };

    const descriptions = new Map(rules.map(({ name, description }) => [name, description]));
    const titleOf = clientTitles(report);
    const clients: string[] = []; // joined one by one, since a large report has many lines
    let currentTitle = "";
    let currentPolicy = "";
    for (const violation of report.violations) {
        const { level, policy, problem } = violation;
        const title = titleOf(violation);
        if (title !== currentTitle) {
            if (currentTitle) clients.push([...lines, ""].join("\n"));
            lines = [];
            const { location, callers = [] } = violation;
            const suffix = location ? `  ${escapeControlCharacters(formatLocation(location))}` : "";
            lines.push(style(HEADING, escapeControlCharacters(title)) + suffix);
            for (const caller of callers) lines.push(`  called from ${escapeControlCharacters(formatLocation(caller))}`);
        }
        if (title !== currentTitle || policy !== currentPolicy) {
            lines.push(`  ${style(LEVEL_STYLES[level], level)}  ${style("bold", policy)}`);
            const description = descriptions.get(policy);
            if (description) addWrapped("    ", description);
        }
        addWrapped("    ", problem);
        [currentTitle, currentPolicy] = [title, policy];
    }
    if (currentTitle) lines.push("");
    lines = [...clients, ...lines];
    addSection(
        "Fixed at level remediate",
        joinNames(report.remediated.map(({ policy, properties, ...client }) => [titleOf(client), `${policy}: ${properties.join(", ")}`])),
    );
    addSection("Exempt", joinNames(report.exempt.map(({ policy, reason, ...client }) => [titleOf(client), `${policy}: ${reason}`])));
    addSection("Not evaluated", describeUnknown(report, titleOf));
    addSection(
        "Exemptions that end within 30 days",
        joinNames(report.endingExemptions.map(({ resource, policy, until, reason }) => [resource, `${policy}: until ${until}: ${reason}`])),
    );
    addSection("Unused exemptions", report.unusedExemptions.map(describeUnused));
    if (report.files.length > 1) lines.push(...ruleTable(report));
    lines.push(style("bold", summarize(report)));
    for (const clients of report.notChecked) addWrapped("", describeUnchecked(clients));
    if (report.errors) lines.push(`${countOf(report.errors.length, "input")} could not be checked.`);
    return `${lines.join("\n")}\n`;
}

/** A list that is printed has at most this many names; of a longer one, all but one are counted. */
const MAX_NAMES = 4;

/** Joins the names that have the same text: `web, app and worker: no-implicit-flow: exempt: replaced in March`. */
function joinNames(entries: readonly (readonly [name: string, text: string])[]): string[] {
    const names = new Map<string, string[]>();
    for (const [name, text] of entries) names.get(text)?.push(name) ?? names.set(text, [name]);
    return [...names].map(([text, all]) => {
        const rest = all.length - MAX_NAMES + 1;
        const printed = all.length > MAX_NAMES ? [...all.slice(0, MAX_NAMES - 1), `${formatNumber(rest)} more`] : all;
        return `${enumerate(printed)}: ${text}`;
    });
}

/** Lists the unknown values of each client, and the policies that depend on them. */
function describeUnknown({ unknown }: Report, titleOf: ReturnType<typeof clientTitles>): string[] {
    const found = new Map<string, { title: string; property: string; policies: string[] }>();
    for (const { policy, property, ...client } of unknown) {
        const title = titleOf(client);
        const key = JSON.stringify([title, property]);
        const { policies } = found.get(key) ?? { policies: [] };
        found.set(key, { title, property, policies: [...policies, policy] });
    }
    return joinNames(
        [...found.values()].map(({ title, property, policies }) => {
            const affected = policies.length > 1 ? `${policies.length} policies` : policies[0];
            return [title, `${property} is unknown (${affected})`];
        }),
    );
}

/** Prints the rules that are violated, with the number of violations and of the clients and stacks that have them. */
function ruleTable(report: Report): string[] {
    const rows = countResults(report).byRule.map(({ rule, level, violations, clients, stacks }) => [
        ...[violations, clients, stacks].map(formatNumber),
        level,
        rule,
    ]);
    if (rows.length === 0) return [];
    const table = [["violations", "clients", "stacks", "level", "rule"], ...rows];
    const widths = table[0]?.map((_name, column) => Math.max(...table.map(row => row[column]?.length ?? 0))) ?? [];
    return table
        .map(row => row.map((cell, column) => (column < 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))))
        .map(row => row.join("  ").trimEnd())
        .concat("");
}
