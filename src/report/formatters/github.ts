import type { DocumentedRule } from "../../core/rule";
import { formatLocation } from "../../stacks/positions/location";
import { STDIN } from "../../stacks/read";
import { escapeCommands, escapeControlCharacters } from "../../util/escape";
import type { Report, Violation } from "../report";
import { clientTitles } from "./shared/clients";
import { ruleFinder } from "./shared/policies";
import { positionOf, programPositionOf } from "./shared/positions";
import { summarize } from "./shared/summary";
import { workflowCommand } from "./shared/workflow-command";

/** Formats a report for the log of a GitHub Actions job: workflow commands that annotate the program, and a summary. */
export function formatGithub(report: Report, rules: readonly DocumentedRule[]): string {
    const titleOf = clientTitles(report);
    const findRule = ruleFinder(rules);
    const commands = report.violations.map(violation => {
        const { policy, problem, callers = [] } = violation;
        const rule = findRule(policy);
        const title = escapeText(`${titleOf(violation)}: ${policy}`);
        const advice = rule && !violation.isError ? rule.remediation : [];
        const calls = callers.map(caller => `Called from ${formatLocation(caller)}`);
        const lines = [problem, advice, calls, rule?.url ?? []].flat().map(escapeText);
        return workflowCommand(commandOf(violation), { ...annotatedPosition(violation), title }, lines.join("\n"));
    });
    return [...commands, summarize(report), ""].join("\n");
}

/** The command by the level and severity of a violation, with the meaning of the levels in SARIF. */
function commandOf({ level, severity }: Violation): "error" | "warning" | "notice" {
    if (level === "mandatory") return "error";
    return severity === "low" ? "notice" : "warning";
}

/** Returns no position for a client on standard input that has none in the program: the annotation is only shown on the page of the job. */
function annotatedPosition(violation: Violation) {
    if (violation.file === STDIN && !programPositionOf(violation)) return {};
    const { file, line, column, endLine, endColumn } = positionOf(violation);
    return { file: escapeText(file), line, endLine, col: column, endColumn };
}

function escapeText(text: string): string {
    return escapeCommands(escapeControlCharacters(text));
}
