import type { Severity } from "@pulumi/policy";
import type { Violation as RuleViolation } from "../core/evaluate";
import type { Exemption } from "../core/exemptions";
import type { Level } from "../core/rule";
import type { StackResource } from "../core/user-pools";
import type { Location, Place } from "../stacks/positions/location";

/** The resources that were read from a file, or of a program. */
export interface Stack {
    /** The file; that of a project is its Pulumi.yaml. */
    readonly file: string;
    readonly resources: readonly StackResource[];
    /** Whether it is a program, whose resources have no URN: `urn` only tells them apart. */
    readonly isProgram?: boolean;
    /** What the URNs of the stack start with, if the file has all resources of the stack. */
    readonly urnPrefix?: string;
    /** Whether the stack may have more resources than were read. */
    readonly isOpen?: boolean;
    /** Where the program creates resources that could not be read in full. */
    readonly notRead?: readonly Location[];
    /** Returns where the program creates the resource with a URN, as the stack says. */
    readonly placeOf?: (urn: string) => Place;
    /** Returns what the program says about the resource with a URN, if that is known. */
    readonly partOf?: (urn: string) => ProgramPart | undefined;
}

/** What a program says about a resource. */
export interface ProgramPart {
    /** The same for all resources that the same code creates. */
    readonly key: string;
    readonly location: Location;
    /** Whether the code marks a property as secret. */
    readonly hasSecrets: boolean;
    /** Returns the key of a property, or that of the block that lacks it. */
    locationOf(property: string): Location | undefined;
    /** Whether the code sets a property, or the one that contains it. */
    sets(property: string): boolean;
}

/** A client of a file, and where the program creates it. */
export interface CheckedClient extends Place {
    /** The file that has the client; `-` for standard input. For a program, its Pulumi.yaml or the source file that was checked. */
    readonly file: string;
    /** Absent for a client of a program, which has one in each stack. */
    readonly urn?: string;
    /** The name of the resource. In a program, `*` stands for its computed parts, or it is the name of the variable. */
    readonly name: string;
    /** Whether a property is a secret, so that neither a value of the client nor its code may be printed. */
    readonly hasSecrets?: boolean;
}

/** Returns a text that is the same for the results of one client. */
export function clientKey({ file, urn, name, location }: Omit<CheckedClient, "callers" | "hasSecrets">): string {
    // No file name has the separator.
    return urn === undefined ? [file, name, location?.file, location?.line, location?.column].join("\0") : `${file}\0${urn}`;
}

/** The client and policy that a result belongs to. */
export interface ResultSource extends CheckedClient {
    /** The name of the policy, which is that of its rule. */
    readonly policy: string;
}

/** The level of a violation: `mandatory` also for what a fix at level `remediate` leaves. */
export type ViolationLevel = "mandatory" | "advisory";

export interface Violation extends ResultSource, RuleViolation {
    readonly level: ViolationLevel;
    readonly severity: Severity;
    /** Where the program writes the property, if that is known. */
    readonly propertyLocation?: Location;
    /** Returns the change of the program that fixes the violation, as a unified diff; absent if there is none. */
    readonly fix?: () => string;
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

/** An exemption that applies to a client. */
export interface ExemptResult extends ResultSource {
    /** The reason and the last day: `exempt until 2027-03-31: replaced`. */
    readonly reason: string;
}

/** A property that was not evaluated because its value is unknown. */
export interface UnknownResult extends ResultSource {
    readonly property: string;
}

/** What the fix of a policy at level `remediate` changes. */
export interface RemediatedResult extends ResultSource {
    readonly properties: readonly string[];
}

/** The results of all rules for the clients of some stacks. */
export interface Report {
    /** The files that were checked. */
    readonly files: readonly string[];
    /** The number of clients. */
    readonly clients: number;
    /** Grouped by client, the worst first. */
    readonly violations: readonly Violation[];
    readonly exempt: readonly ExemptResult[];
    readonly unknown: readonly UnknownResult[];
    readonly remediated: readonly RemediatedResult[];
    /** The exemptions that end within 30 days, the next one first. */
    readonly endingExemptions: readonly EndingExemption[];
    /** The exemptions that exempt nothing, as far as the files show it. */
    readonly unusedExemptions: readonly UnusedExemption[];
    /** Clients of types that no rule evaluates. */
    readonly notChecked: readonly UncheckedClients[];
    /** What programs do not show; absent if none was checked. */
    readonly notSeen?: NotSeen;
    /** Why files, or resources of them, are missing from the report. */
    readonly errors?: readonly string[];
    /** What was evaluated, for formats that list what passed as well. */
    readonly evaluated: Evaluated;
}

/** What programs do not show. */
interface NotSeen {
    /** The files of the report that stand for programs. */
    readonly programs: readonly string[];
    /** Where resources are created whose arguments are computed, or by code that cannot be read. */
    readonly computed: readonly Location[];
}

/** All clients, and the names of the policies that they were evaluated against. */
interface Evaluated {
    readonly clients: readonly CheckedClient[];
    readonly policies: readonly string[];
}

/** The levels of violations, the worst first. */
export const VIOLATION_LEVELS: readonly ViolationLevel[] = ["mandatory", "advisory"];

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Returns the level of the violations of a policy. */
export function violationLevel(level: Level): ViolationLevel {
    return level === "advisory" ? level : "mandatory";
}
