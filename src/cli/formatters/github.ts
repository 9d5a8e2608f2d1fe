import type { Rule } from "../../core/rule";
import { pageUrl } from "../explain/links";
import { STDIN } from "../input/read";
import { formatLocation } from "../positions/location";
import type { Report, Violation } from "../report/evaluate-stacks";
import { escapeControlCharacters } from "../terminal";
import { clientTitles } from "./shared/client-titles";
import { positionOf } from "./shared/positions";
import { summarize } from "./shared/summary";
import { workflowCommand } from "./shared/workflow-command";

/** Formats a report for the log of a GitHub Actions job: workflow commands that annotate the program, and a summary. */
export function formatGithub(report: Report, rules: readonly Rule[]): string {
    const titleOf = clientTitles(report);
    const pages = new Map(rules.map(rule => [rule.name, pageUrl(rule)]));
    const commands = report.violations.map(violation => {
        const { policy, message, callers = [] } = violation;
        const title = escapeControlCharacters(`${titleOf(violation)}: ${policy}`);
        const calls = callers.map(caller => `Called from ${formatLocation(caller)}`);
        const lines = [message, ...calls, pages.get(policy) ?? []].flat().map(escapeControlCharacters);
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
    if (!violation.location && violation.file === STDIN) return {};
    const { file, line, column } = positionOf(violation);
    return { file: escapeControlCharacters(file), line, col: column };
}
