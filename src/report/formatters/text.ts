import { styleText } from "node:util";
import type { DocumentedRule } from "../../core/rule";
import { escapeCommands, escapeControlCharacters } from "../../util/escape";
import { addTo } from "../../util/maps";
import { wrap } from "../../util/terminal";
import { countOf, enumerate, formatNumber } from "../../util/wording";
import { describeUnused } from "../exemption-usage";
import { describeNotSeen } from "../not-seen";
import type { Report } from "../report";
import { describeUnchecked } from "../unchecked";
import { clientTitles, groupByClient } from "./shared/clients";
import type { FormatOptions } from "./shared/formatter";
import { advisingRules } from "./shared/policies";
import { countResults, summarize } from "./shared/summary";
import { formatClient, HEADING, type Style } from "./text-client";

type Titles = ReturnType<typeof clientTitles>;

/**
 * Formats a report for people: the violations of each client; why the policies exist and what to write; fixes, exemptions and unknown
 * values; and a summary, for several stacks by policy.
 */
export function formatText(report: Report, rules: readonly DocumentedRule[], options: FormatOptions): string {
    const style = (style: Style, text: string) => (options.colors ? styleText(style, text, { validateStream: false }) : text);
    const wrapped = (indent: string, text: string) => wrap(escapeControlCharacters(text), options.columns, indent);
    const list = (heading: string, entries: readonly string[]) => {
        return entries.length === 0 ? [] : [style(HEADING, heading), ...entries.flatMap(entry => wrapped("  ", entry))];
    };
    const policies = advisingRules(report, rules).flatMap(({ name, description, remediation, url }) => [
        `  ${style("bold", name)}`,
        ...wrapped("    ", `${description} ${remediation}`),
        `    ${url}`,
    ]);
    const titleOf = clientTitles(report);
    const clientOptions = { ...options, style };
    const clients = groupByClient(report.violations).map(violations =>
        formatClient(titleOf(violations[0]), violations, clientOptions).join("\n"),
    );
    const sections = [
        policies.length === 0 ? [] : [style(HEADING, "Violated policies"), ...policies],
        list("Fixed at level remediate", describeRemediated(report, titleOf)),
        list("Exempt", joinNames(report.exempt.map(({ policy, reason, ...client }) => [titleOf(client), `${policy}: ${reason}`]))),
        list("Not evaluated", describeUnknown(report, titleOf)),
        list("Exemptions that end within 30 days", describeEnding(report)),
        list("Unused exemptions", report.unusedExemptions.map(describeUnused)),
        report.files.length > 1 ? policyTable(report) : [],
        [
            style("bold", summarize(report)),
            ...[...report.notChecked.map(describeUnchecked), ...describeNotSeen(report)].flatMap(sentence => wrapped("", sentence)),
            ...(report.errors ? [`${countOf(report.errors.length, "input")} could not be checked.`] : []),
            ...describeFixes(report, options),
        ],
    ];
    const printed = sections.filter(lines => lines.length > 0).map(lines => lines.join("\n"));
    return escapeCommands(`${[...clients, ...printed].join("\n\n")}\n`);
}

/** A list that is printed has at most this many names; of a longer one, all but one are counted. */
const MAX_NAMES = 4;

/** Joins the names that have the same text: `web, app and worker: no-implicit-flow: exempt: replaced in March`. */
function joinNames(entries: readonly (readonly [name: string, text: string])[]): string[] {
    const names = new Map<string, string[]>();
    for (const [name, text] of entries) addTo(names, text, name);
    return [...names].map(([text, all]) => {
        const rest = all.length - MAX_NAMES + 1;
        const printed = all.length > MAX_NAMES ? [...all.slice(0, MAX_NAMES - 1), `${formatNumber(rest)} more`] : all;
        return `${enumerate(printed)}: ${text}`;
    });
}

/** Says how many violations a command fixes. A command is not wrapped. */
function describeFixes({ violations }: Report, { fixCommand }: FormatOptions): string[] {
    const fixable = violations.filter(({ fix }) => fix).length;
    if (fixable === 0 || fixCommand === undefined) return [];
    return [`${formatNumber(fixable)} of these can be fixed: ${escapeControlCharacters(fixCommand)}`];
}

function describeRemediated({ remediated }: Report, titleOf: Titles): string[] {
    return joinNames(remediated.map(({ policy, properties, ...client }) => [titleOf(client), `${policy}: ${properties.join(", ")}`]));
}

function describeEnding({ endingExemptions }: Report): string[] {
    return joinNames(
        endingExemptions.map(({ resource, policy, until, reason }) => [resource, `${policy}: until ${until}: ${reason}`] as const),
    );
}

/** Lists the unknown values of each client, and the policies that depend on them. */
function describeUnknown({ unknown }: Report, titleOf: Titles): string[] {
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

/** Prints the policies that are violated, with the number of violations and of the clients and stacks that have them. */
function policyTable(report: Report): string[] {
    const { byPolicy } = countResults(report);
    if (byPolicy.length === 0) return [];
    const table = [
        ["violations", "clients", report.notSeen ? "sources" : "stacks", "level", "policy"],
        ...byPolicy.map(({ violations, clients, stacks, level, policy }) => {
            return [...[violations, clients, stacks].map(formatNumber), level, policy];
        }),
    ];
    const widths = [0, 1, 2, 3, 4].map(column => Math.max(...table.map(row => row[column]?.length ?? 0)));
    const pad = (cell: string, column: number) => (column < 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0));
    return table.map(row => row.map(pad).join("  ").trimEnd());
}
