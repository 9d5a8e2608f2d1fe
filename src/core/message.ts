import { escapeCommands, escapeControlCharacters } from "../util/escape";
import type { Violation } from "./evaluate";
import type { Rule } from "./rule";

/** Returns what Pulumi and ESLint print of a violation: the problem and, if it is in a property, what to write instead. */
export function messageOf({ property, problem }: Violation, { remediation }: Rule): string {
    const end = /[.?]$/.test(problem) ? "" : "."; // the reason of an expired exemption is not a sentence
    const message = property === undefined ? problem : `${problem}${end} ${remediation}`;
    return escapeCommands(escapeControlCharacters(message));
}
