import type { Report, Violation } from "../../src/report/report";
import { urnOf } from "./check";

const EMPTY: Omit<Report, "evaluated"> = {
    files: ["state.json"],
    clients: 1,
    violations: [],
    exempt: [],
    unknown: [],
    remediated: [],
    endingExemptions: [],
    unusedExemptions: [],
    notChecked: [],
};

/** Returns a report on one file without results, except for what a test sets. */
export function reportWith(parts: Partial<Report> = {}): Report {
    const { violations = [] } = parts;
    return { ...EMPTY, evaluated: { clients: violations, policies: [] }, ...parts };
}

/** A client of a report. */
export function clientNamed(name: string) {
    return { file: "state.json", urn: urnOf(name), name };
}

/** A mandatory violation of high severity of the policy `be-good`, except for what a test sets. */
export function violation(name: string, problem: string, parts: Partial<Violation> = {}): Violation {
    return { ...clientNamed(name), policy: "be-good", level: "mandatory", severity: "high", property: "name", problem, ...parts };
}
