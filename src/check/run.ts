import type { Severity } from "@pulumi/policy";
import { fixFor, judge, type Resource } from "../judge";
import { applyPatch, type Secrets } from "../patch";
import { clientsOf, type StackResource } from "../stack";
import type { Setting } from "./config";

/** What a file tells of a stack. */
export interface Stack {
    readonly file: string;
    readonly resources: readonly StackResource[];
}

/** A client of a file, and the policy of which something is said. */
interface Finding {
    readonly file: string;
    readonly urn: string;
    readonly name: string;
    readonly policy: string;
}

export interface Violation extends Finding {
    readonly level: "mandatory" | "advisory";
    readonly severity: Severity;
    readonly message: string;
}

/** What the rules say of the clients of some stacks. */
export interface Report {
    readonly files: readonly string[];
    readonly clients: number;
    /** Grouped by client, the worst first. */
    readonly violations: readonly Violation[];
    readonly exempt: readonly (Finding & { readonly reason: string })[];
    readonly undecided: readonly (Finding & { readonly property: string })[];
    readonly remediated: readonly (Finding & { readonly properties: readonly string[] })[];
}

/** Judges every client by every rule, as a preview would; `judged` is told after each client how many are done. */
export function run(stacks: readonly Stack[], settings: readonly Setting[], judged: (done: number, of: number) => void = () => {}): Report {
    const enabled = settings.filter(({ level }) => level !== "disabled");
    const clients = stacks.flatMap(({ file, resources }) => clientsOf(resources).map(client => ({ file, client })));
    const violations: Violation[] = [];
    const exempt: Report["exempt"][number][] = [];
    const undecided: Report["undecided"][number][] = [];
    const remediated: Report["remediated"][number][] = [];
    for (const [index, { file, client }] of clients.entries()) {
        const { urn, name } = client;
        const { props, changes } = remediate(client, enabled);
        for (const change of changes) remediated.push({ file, urn, name, ...change });
        for (const { rule, level, options } of enabled) {
            const finding = { file, urn, name, policy: rule.name };
            const verdict = judge(rule, { ...client, props }, options);
            for (const message of verdict.violations) {
                violations.push({ ...finding, level: level === "advisory" ? level : "mandatory", severity: rule.severity, message });
            }
            if (verdict.exemption) exempt.push({ ...finding, reason: verdict.exemption });
            for (const property of verdict.undecided) undecided.push({ ...finding, property });
        }
        judged(index + 1, clients.length);
    }
    return {
        files: stacks.map(({ file }) => file),
        clients: clients.length,
        violations: worstFirst(violations),
        exempt,
        undecided,
        remediated,
    };
}

/** A fix is judged and then forgotten, so nothing in it has to stay secret. */
const UNSEALED: Secrets = { open: () => undefined, seal: value => value };

/** The properties after the fixes of the policies that remediate, each of which sees what those before it did. */
function remediate(client: Resource, settings: readonly Setting[]) {
    const changes: { policy: string; properties: string[] }[] = [];
    let props = client.props;
    for (const { rule, level, options } of settings) {
        const patch = level === "remediate" ? fixFor(rule, { ...client, props }, options) : undefined;
        if (!patch || Object.keys(patch).length === 0) continue;
        const copy = structuredClone(props) as Record<string, unknown>;
        applyPatch(copy, patch, UNSEALED);
        props = copy;
        changes.push({ policy: rule.name, properties: Object.keys(patch) });
    }
    return { props, changes };
}

const LEVELS: readonly Violation["level"][] = ["mandatory", "advisory"];
const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** By level, severity and policy within a client; the client with the worst first, then by its name. */
function worstFirst(violations: readonly Violation[]): Violation[] {
    const worst = new Map<string, number>();
    const ranked = violations.map(violation => {
        const client = JSON.stringify([violation.file, violation.urn]);
        const rank = LEVELS.indexOf(violation.level) * SEVERITIES.length + SEVERITIES.indexOf(violation.severity);
        worst.set(client, Math.min(worst.get(client) ?? Infinity, rank));
        return { violation, client, rank };
    });
    return ranked
        .map(({ violation, client, rank }) => {
            const { name, policy } = violation;
            return { violation, keys: [worst.get(client) ?? 0, name, client, rank, policy] as const };
        })
        .sort((a, b) => compare(a.keys, b.keys))
        .map(({ violation }) => violation);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
    const at = a.findIndex((key, index) => key !== b[index]);
    return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
}
