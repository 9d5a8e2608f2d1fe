import type { Violation } from "./evaluate";
import type { Rule } from "./rule";

/** Returns what is wrong and, if that is in a property, what to write instead. */
export function messageOf({ property, problem }: Violation, { remediation }: Rule): string {
    if (property === undefined) return problem;
    const end = /[.?]$/.test(problem) ? "" : "."; // the reason of an expired exemption is not a sentence
    return `${problem}${end} ${remediation}`;
}
