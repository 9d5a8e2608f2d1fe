import type { Severity } from "@pulumi/policy";
import type { Violation as RuleViolation } from "../core/evaluate";
import type { Exemption } from "../core/exemptions";
import type { Level } from "../core/rule";
import type { StackResource } from "../core/user-pools";
import type { Place } from "../stacks/positions/location";

/** The resources that were read from a file. */
export interface Stack {
    readonly file: string;
    readonly resources: readonly StackResource[];
    /** What the URNs of the stack start with, if the file has all resources of the stack. */
    readonly urnPrefix?: string;
    /** Returns where the program creates the resource with a URN. */
    readonly placeOf?: (urn: string) => Place;
}

/** A client of a file, and where the program creates it. */
export interface CheckedClient extends Place {
    readonly file: string;
    readonly urn: string;
    readonly name: string;
}

/** The client and policy that a result belongs to. */
export interface ResultSource extends CheckedClient {
    readonly policy: string;
}

export interface Violation extends ResultSource, RuleViolation {
    readonly level: "mandatory" | "advisory";
    readonly severity: Severity;
}

/** An exemption of the configuration, and the policy that it is for. */
export interface ConfiguredExemption extends Exemption {
    readonly policy: string;
}

/** An exemption with a last day. */
export interface EndingExemption extends ConfiguredExemption {
    readonly until: string;
}

/** An exemption that exempts nothing. */
export interface UnusedExemption extends ConfiguredExemption {
    /** `noClient`: no client has the name or URN. `notViolated`: the policy is not violated by the clients that have it. */
    readonly cause: "noClient" | "notViolated";
}

/** The app clients of a type that no rule evaluates. */
export interface UncheckedClients {
    readonly type: string;
    readonly count: number;
    /** The files that have them. */
    readonly files: readonly string[];
}

/** The results of all rules for the clients of some stacks. */
export interface Report {
    readonly files: readonly string[];
    /** The number of clients. */
    readonly clients: number;
    /** Grouped by client, the worst first. */
    readonly violations: readonly Violation[];
    readonly exempt: readonly (ResultSource & { readonly reason: string })[];
    /** Properties that were not evaluated because their values are unknown. */
    readonly unknown: readonly (ResultSource & { readonly property: string })[];
    /** Properties that the fixes of policies at level `remediate` change. */
    readonly remediated: readonly (ResultSource & { readonly properties: readonly string[] })[];
    /** The exemptions that end within 30 days, the next one first. */
    readonly endingExemptions: readonly EndingExemption[];
    /** The exemptions that exempt nothing, as far as the files show it. */
    readonly unusedExemptions: readonly UnusedExemption[];
    /** Clients of types that no rule evaluates. */
    readonly notChecked: readonly UncheckedClients[];
    /** Why files are missing from the report. */
    readonly errors?: readonly string[];
    /** All clients and the policies that they were evaluated against, for formats that list what passed as well. */
    readonly evaluated: { readonly clients: readonly CheckedClient[]; readonly policies: readonly string[] };
}

/** The levels of violations, the worst first. */
export const VIOLATION_LEVELS: readonly Violation["level"][] = ["mandatory", "advisory"];

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Returns the level of the violations of a policy: what a fix leaves is mandatory. */
export function violationLevel(level: Level): Violation["level"] {
    return level === "advisory" ? level : "mandatory";
}
