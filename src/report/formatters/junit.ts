import type { DocumentedRule } from "../../core/rule";
import { formatLocation } from "../../stacks/positions/location";
import { displayName } from "../../stacks/read";
import { escapeXml } from "../../util/escape";
import { packageInfo } from "../../util/package-info";
import { type CheckedClient, clientKey, type Report, type ResultSource, type Violation } from "../report";
import { clientTitles } from "./shared/clients";
import { ruleFinder } from "./shared/policies";
import { programPositionOf } from "./shared/positions";

/** A result that keeps a test from passing. */
interface Result {
    readonly source: ResultSource & Pick<Violation, "propertyLocation">;
    readonly type: "mandatory" | "advisory" | "exempt" | "unknown";
    readonly message: string;
    readonly hasAdvice?: boolean;
}

type Results = [Result, ...Result[]];

interface Test {
    readonly client: CheckedClient;
    readonly policy: string;
    /** Of one type; empty if the test passes. */
    readonly results: readonly Result[];
}

/** The name of the test for the policies without a result for a client. */
const OTHERS = "all other policies";

/**
 * Formats a report as JUnit XML: a test suite per file, with a test per client and policy that has a result, and one test per client for
 * all other policies, since one for each of them would take several kilobytes per client. A mandatory violation fails its test.
 * Advisory violations, exemptions and unknown values skip it: they are shown and do not fail a build.
 */
export function formatJunit(report: Report, rules: readonly DocumentedRule[]): string {
    const resultsByClient = groupResults(report);
    const titleOf = clientTitles(report);
    const findRule = ruleFinder(rules);
    const testsOf = (client: CheckedClient): Test[] => {
        const found = [...(resultsByClient.get(clientKey(client)) ?? [])].map(([policy, results]) => ({ client, policy, results }));
        return found.length < report.evaluated.policies.length ? [...found, { client, policy: OTHERS, results: [] }] : found;
    };
    const printTest = ({ client, policy, results: [first, ...others] }: Test) => {
        const title = titleOf(client);
        const start = `    <testcase${attributes({ classname: title, name: `${title}: ${policy}` })}`;
        return first ? `${start}>\n      ${printResults([first, ...others], findRule(policy))}\n    </testcase>` : `${start}/>`;
    };
    const suites = report.files.map(file => {
        const tests = report.evaluated.clients.filter(client => client.file === file).flatMap(testsOf);
        const [failures, skipped] = [count(tests, "failure"), count(tests, "skipped")];
        const start = `  <testsuite${attributes({ name: displayName(file), tests: tests.length, failures, errors: 0, skipped })}>`;
        return { tests: tests.length, failures, text: [start, ...tests.map(printTest), "  </testsuite>"].join("\n") };
    });
    const sum = (name: "tests" | "failures") => suites.reduce((total, suite) => total + suite[name], 0);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${attributes({ name: packageInfo().name, tests: sum("tests"), failures: sum("failures"), errors: 0 })}>`,
        ...suites.map(({ text }) => text),
        "</testsuites>",
        "",
    ].join("\n");
}

/** Groups results by client and policy. Of violations, exemptions and unknown values, only the first kind is kept. */
function groupResults({ violations, exempt, unknown }: Report): Map<string, Map<string, Results>> {
    const all: Result[] = [
        ...violations.map(source => ({ source, type: source.level, message: source.problem, hasAdvice: !source.isError })),
        ...exempt.map(source => ({ source, type: "exempt" as const, message: source.reason })),
        ...unknown.map(source => ({ source, type: "unknown" as const, message: `${source.property} is unknown.` })),
    ];
    const groups = new Map<string, Map<string, Results>>();
    for (const result of all) {
        const { source, type } = result;
        const byPolicy = groups.get(clientKey(source)) ?? new Map<string, Results>();
        groups.set(clientKey(source), byPolicy);
        const found = byPolicy.get(source.policy);
        if (!found) byPolicy.set(source.policy, [result]);
        else if (found[0].type === type) found.push(result);
    }
    return groups;
}

function elementOf({ type }: Result): "failure" | "skipped" {
    return type === "mandatory" ? "failure" : "skipped";
}

function count(tests: readonly Test[], element: "failure" | "skipped"): number {
    return tests.filter(({ results: [first] }) => first && elementOf(first) === element).length;
}

/** Jenkins and Azure Pipelines show the attribute `message`, GitLab shows the text. */
function printResults(results: Results, rule: DocumentedRule | undefined): string {
    const [first] = results;
    const messages = results.map(({ message }) => message);
    const places = results.flatMap(({ source }) => programPositionOf(source) ?? []).map(formatLocation);
    const callers = first.source.callers ?? [];
    const lines = [
        ...messages,
        rule && results.some(({ hasAdvice }) => hasAdvice) ? rule.remediation : [],
        ...new Set(places),
        callers.map(caller => `called from ${formatLocation(caller)}`),
        rule?.url ?? [],
    ].flat();
    const element = elementOf(first);
    return `<${element}${attributes({ type: first.type, message: messages.join(" ") })}>${lines.map(escapeXml).join("\n")}</${element}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
    return Object.entries(values)
        .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
        .join("");
}
