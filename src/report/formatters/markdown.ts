import type { DocumentedRule } from "../../core/rule";
import { formatLocation } from "../../stacks/positions/location";
import { displayName } from "../../stacks/read";
import { escapeCommands } from "../../util/escape";
import { countOf } from "../../util/wording";
import { describeNotSeen } from "../not-seen";
import type { CheckedClient, Report, ViolationLevel } from "../report";
import { describeUnchecked } from "../unchecked";
import { clientNames } from "./shared/clients";
import { literalCode, literalText } from "./shared/literal-markdown";
import { advisingRules, ruleFinder } from "./shared/policies";
import { summarize } from "./shared/summary";

/** The maximum length of a report. GitHub accepts 65,536 characters in a comment, and 1 MiB in the summary of a job. */
const MAX_LENGTH = 60_000;

/** The maximum length of a problem or a reason. */
const MAX_TEXT = 1000;

/** The maximum length of the texts on violated policies. */
const MAX_ADVICE = 20_000;

/** A list or a table: its heading and its rows. */
interface Block {
    readonly head: string;
    readonly rows: readonly string[];
}

interface Table {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly [client: string, ...cells: string[]])[];
}

/**
 * Formats a report as Markdown, for a comment on a pull request or merge request and for the summary of a job: the summary, what
 * was not checked, tables of violations, fixes and exemptions by client, and what to write instead.
 */
export function formatMarkdown(report: Report, rules: readonly DocumentedRule[]): string {
    const notChecked = [...(report.errors ?? []), ...report.notChecked.map(describeUnchecked), ...describeNotSeen(report)];
    const list: Block = { head: "\n", rows: notChecked.map(message => `- ${shortText(message)}\n`) };
    const advice = adviceOf(report, rules);
    const maxLength = MAX_LENGTH - advice.length;
    let text = `### Cognito app clients\n\n${summarize(report)}\n`;
    let omitted = 0;
    for (const { head, rows } of [list, ...tablesOf(report, rules).map(blockOf)]) {
        const kept = fitting(rows, maxLength - text.length - head.length);
        if (kept.length > 0) text += head + kept.join("");
        omitted += rows.length - kept.length;
    }
    text += advice;
    if (omitted > 0) text += `\nNot shown: ${countOf(omitted, "more result")}. The format \`text\` prints all of them.\n`;
    return escapeCommands(text);
}

/** Prints why the violated policies exist and what to write instead, in a part that is closed at first. */
function adviceOf(report: Report, rules: readonly DocumentedRule[]): string {
    const rows = advisingRules(report, rules).map(({ name, description, remediation }) => {
        return `- ${literalCode(name)}: ${literalText(`${description} ${remediation}`)}\n`;
    });
    if (rows.length === 0) return "";
    return `\n<details>\n<summary>Why, and what to write instead</summary>\n\n${fitting(rows, MAX_ADVICE).join("")}\n</details>\n`;
}

const LEVELS: Readonly<Record<ViolationLevel, string>> = { mandatory: "**mandatory**", advisory: "advisory" };

function tablesOf(report: Report, rules: readonly DocumentedRule[]): Table[] {
    const { violations, remediated, exempt } = report;
    const findRule = ruleFinder(rules);
    const describePolicy = (policy: string) => {
        const rule = findRule(policy);
        return rule ? `[${literalCode(policy)}](${rule.url})` : literalCode(policy);
    };
    const nameOf = clientNames(report);
    const describeClient = (client: CheckedClient) => [literalCode(nameOf(client)), ...describePlace(client, report)].join("<br>");
    return [
        {
            heading: "Violations",
            columns: ["Client", "Policy", "Violation"],
            rows: violations.map(({ policy, level, problem, propertyLocation, ...client }) => [
                describeClient(client),
                `${describePolicy(policy)}<br>${LEVELS[level]}`,
                [shortText(problem), propertyLocation ? literalCode(formatLocation(propertyLocation)) : []].flat().join("<br>"),
            ]),
        },
        {
            heading: "Fixed at level remediate",
            columns: ["Client", "Policy", "Properties"],
            rows: remediated.map(({ policy, properties, ...client }) => [
                describeClient(client),
                describePolicy(policy),
                properties.map(literalCode).join(", "),
            ]),
        },
        {
            heading: "Exempt",
            columns: ["Client", "Policy", "Reason"],
            rows: exempt.map(({ policy, reason, ...client }) => [describeClient(client), describePolicy(policy), shortText(reason)]),
        },
    ];
}

/** Prints where a client is created. The file that was checked is added if there are several, or if it is all that is known. */
function describePlace({ file, location, callers = [] }: CheckedClient, { files }: Report): string[] {
    return [
        location ? literalCode(formatLocation(location)) : [],
        callers.map(caller => `called from ${literalCode(formatLocation(caller))}`),
        !location || files.length > 1 ? literalCode(displayName(file)) : [],
    ].flat();
}

/** Prints a table, with each client in its first row only. */
function blockOf({ heading, columns, rows }: Table): Block {
    const printed = rows.map(([client, ...cells], index) => printRow([client === rows[index - 1]?.[0] ? "" : client, ...cells]));
    return { head: `\n#### ${heading}\n\n${printRow(columns)}${printRow(columns.map(() => "---"))}`, rows: printed };
}

function printRow(cells: readonly string[]): string {
    return `| ${cells.join(" | ")} |\n`;
}

/** Returns the first rows that together are at most this long. */
function fitting(rows: readonly string[], length: number): readonly string[] {
    let used = 0;
    const end = rows.findIndex(row => {
        used += row.length;
        return used > length;
    });
    return end < 0 ? rows : rows.slice(0, end);
}

/** Prints a text, cut off if it is too long for a table: a problem may quote hundreds of URLs. */
function shortText(text: string): string {
    const characters = [...text];
    return characters.length > MAX_TEXT ? `${literalText(characters.slice(0, MAX_TEXT).join(""))} …` : literalText(text);
}
