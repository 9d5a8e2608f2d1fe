import { escapeCommands, escapeControlCharacters } from "../util/escape";
import type { Violation } from "./evaluate";
import type { Rule } from "./rule";

/** Returns what Pulumi and ESLint print of a violation: the problem and, unless the rule could not be evaluated, what to write instead. */
export function messageOf({ problem, isError }: Violation, { remediation }: Rule): string {
    const end = /[.?]$/.test(problem) ? "" : "."; // the reason of an expired exemption is not a sentence
    const message = isError ? problem : `${problem}${end} ${remediation}`;
    return escapeCommands(escapeControlCharacters(message));
}
