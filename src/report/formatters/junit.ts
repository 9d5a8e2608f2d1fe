import type { DocumentedRule } from "../../core/rule";
import { formatLocation } from "../../stacks/positions/location";
import { displayName } from "../../stacks/read";
import { packageInfo } from "../../util/package-info";
import { escapeControlCharacters } from "../../util/terminal";
import type { CheckedClient, Report } from "../report";
import { clientTitles } from "./shared/client-titles";

/** The outcome of a test that did not pass. */
interface Outcome {
    readonly element: "failure" | "skipped";
    readonly type: "mandatory" | "advisory" | "exempt" | "unknown";
    readonly messages: readonly string[];
}

interface Test {
    readonly client: CheckedClient;
    readonly policy: string;
    readonly outcome?: Outcome;
}

/**
 * Formats a report as JUnit XML: a test suite per file, and a test case per client and policy. A mandatory violation fails the test.
 * Advisory violations, exemptions and unknown values skip it: they are shown and do not fail a build.
 */
export function formatJunit(report: Report, rules: readonly DocumentedRule[]): string {
    const { clients, policies } = report.evaluated;
    const outcomes = outcomesOf(report);
    const titleOf = clientTitles(report);
    const pages = new Map(rules.map(rule => [rule.name, rule.url]));
    const printTest = ({ client, policy, outcome }: Test) => {
        const title = titleOf(client);
        const test = `    <testcase${attributes({ classname: title, name: `${title}: ${policy}` })}`;
        if (!outcome) return `${test}/>`;
        return `${test}>\n      ${printOutcome(outcome, client, pages.get(policy))}\n    </testcase>`;
    };
    const clientsByFile = new Map<string, CheckedClient[]>(report.files.map(file => [file, []]));
    for (const client of clients) clientsByFile.get(client.file)?.push(client);
    const suites = [...clientsByFile].map(([file, clients]) => {
        const tests = clients.flatMap(client =>
            policies.map((policy): Test => ({ client, policy, outcome: outcomes.get(keyOf(client, policy)) })),
        );
        const [failures, skipped] = [count(tests, "failure"), count(tests, "skipped")];
        const start = `  <testsuite${attributes({ name: displayName(file), tests: tests.length, failures, errors: 0, skipped })}>`;
        return { failures, text: [start, ...tests.map(printTest), "  </testsuite>"].join("\n") };
    });
    const tests = clients.length * policies.length;
    const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${attributes({ name: packageInfo().name, tests, failures, errors: 0 })}>`,
        ...suites.map(({ text }) => text),
        "</testsuites>",
        "",
    ].join("\n");
}

/** The outcomes by client and policy. A violation is shown before an exemption or an unknown value. */
function outcomesOf({ violations, exempt, unknown }: Report): Map<string, Outcome> {
    const outcomes = new Map<string, Outcome>();
    const add = (client: CheckedClient & { readonly policy: string }, { element, type, messages }: Outcome) => {
        const key = keyOf(client, client.policy);
        const found = outcomes.get(key);
        if (!found) outcomes.set(key, { element, type, messages });
        else if (found.type === type) outcomes.set(key, { ...found, messages: [...found.messages, ...messages] });
    };
    for (const violation of violations) {
        const { level, problem } = violation;
        add(violation, { element: level === "mandatory" ? "failure" : "skipped", type: level, messages: [problem] });
    }
    for (const exemption of exempt) add(exemption, { element: "skipped", type: "exempt", messages: [exemption.reason] });
    for (const value of unknown) add(value, { element: "skipped", type: "unknown", messages: [`${value.property} is unknown.`] });
    return outcomes;
}

function keyOf({ file, urn }: CheckedClient, policy: string): string {
    return JSON.stringify([file, urn, policy]);
}

function count(tests: readonly Test[], element: Outcome["element"]): number {
    return tests.filter(({ outcome }) => outcome?.element === element).length;
}

/** Jenkins and Azure Pipelines show the attribute `message`, GitLab shows the text. */
function printOutcome({ element, type, messages }: Outcome, { location, callers = [] }: CheckedClient, page: string | undefined): string {
    const lines = [
        ...messages,
        location ? formatLocation(location) : [],
        callers.map(caller => `called from ${formatLocation(caller)}`),
        page ?? [],
    ].flat();
    return `<${element}${attributes({ type, message: messages.join(" ") })}>${lines.map(escapeXml).join("\n")}</${element}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
    return Object.entries(values)
        .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
        .join("");
}

/** Characters that XML 1.0 does not allow, besides control characters: lone surrogates and two noncharacters. */
const FORBIDDEN = /[\p{Cs}\ufffe\uffff]/gu;

function escapeXml(text: string): string {
    return escapeControlCharacters(text)
        .replace(FORBIDDEN, character => `\\u${character.charCodeAt(0).toString(16)}`)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;");
}
