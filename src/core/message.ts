import type { Violation } from "./evaluate";
import type { Rule } from "./rule";

/** Returns what is wrong and, if that is in a property, what to write instead. */
export function messageOf({ property, problem }: Violation, { remediation }: Rule): string {
    return property === undefined ? problem : `${problem} ${remediation}`;
}
