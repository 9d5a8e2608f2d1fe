import { isDeepStrictEqual } from "node:util";
import { computeFix, evaluate } from "../../core/evaluate";
import { applyFix, type Secrets } from "../../core/fix";
import type { Patch, Rule, RuleConfig } from "../../core/rule";
import { enumerate } from "../../util/wording";
import type { Client, ClientGroup } from "./client-groups";
import { instructionsFor } from "./instructions";
import { findObstacle } from "./obstacles";
import { type Block, isObject, literalOf } from "./source";
import type { Target } from "./targets";

/** The fixes of the clients that the same code creates. */
export interface GroupPlan {
    /** What to change in the code. */
    readonly changes: Patch;
    /** The number of rules whose fixes the changes are. */
    readonly made: number;
    /** The number of rules whose fixes the program already has, and only the stack lacks. */
    readonly present: number;
    readonly notFixed: readonly NotFixed[];
}

/** A violation that is not fixed, or values that are not evaluated. */
export interface NotFixed {
    readonly client: Client;
    readonly rule: Rule;
    readonly message: string;
}

const messages = {
    notFixed: (reason: string, instructions: string) => `not fixed, because ${reason}. ${instructions}`,
    noSafeFix: (violations: string) => `not fixed, because no change is certainly right: ${violations}`,
    unknown: (properties: readonly string[]) => `not evaluated, because of unknown values: ${enumerate(properties)}.`,
    different: (clients: readonly string[]) => `the same code creates ${enumerate(clients)}, which do not all need this change`,
};

type Properties = Record<string, unknown>;

/** A client, and its properties with the fixes that are planned so far. */
interface State {
    readonly client: Client;
    readonly inStack: Properties;
    readonly inProgram: Properties;
}

/** A client that violates a rule in the stack and, by what the program writes out, in the program. */
interface NeededFix extends State {
    readonly fix: Patch;
}

/** Plans the fixes of the clients that the same code creates. A fix is made only if all of them need it. */
export function planGroup({ clients, target }: ClientGroup, rules: readonly RuleConfig[]): GroupPlan {
    const states = clients.map((client): State => {
        const { props } = client.resource;
        return { client, inStack: copy(props), inProgram: typeof target === "string" ? copy(props) : withLiterals(props, target.block) };
    });
    const notFixed: NotFixed[] = [];
    let changes: Patch = {};
    let made = 0;
    let present = 0;
    for (const config of rules) {
        const { rule } = config;
        const fixable = states.filter(({ client, inStack }) => fixOf(config, client, inStack));
        const needed = fixable.flatMap((state): NeededFix[] => {
            const fix = fixOf(config, state.client, state.inProgram);
            return fix ? [{ ...state, fix }] : [];
        });
        if (needed.length < fixable.length) present++;
        if (needed.length === 0) continue;
        const problems = findProblems(needed, states, target);
        if (problems.some(problem => problem !== undefined)) {
            const different = messages.different(labelsOf(states));
            for (const [index, { client, fix }] of needed.entries()) {
                const message = messages.notFixed(problems[index] ?? different, instructionsOf(client, fix));
                notFixed.push({ client, rule, message });
            }
            continue;
        }
        made++;
        for (const { inStack, inProgram, fix } of needed) {
            changes = merge(changes, fix) as Patch;
            applyFix(inStack, fix, NO_SECRETS);
            applyFix(inProgram, fix, NO_SECRETS);
        }
    }
    return { changes, made, present, notFixed: [...notFixed, ...states.flatMap(state => describeRest(state, rules))] };
}

/** Returns for each fix why it cannot be made in the code that creates all the clients. */
function findProblems(needed: readonly NeededFix[], states: readonly State[], target: Target | string): (string | undefined)[] {
    if (typeof target === "string") return needed.map(() => target);
    const isSame = needed.length === states.length && needed.every(({ fix }) => isDeepStrictEqual(fix, needed[0]?.fix));
    const different = isSame ? undefined : messages.different(labelsOf(states));
    return needed.map(({ client, fix }) => different ?? findObstacle(target.block, fix, client.resource.props));
}

/** Returns the change that a rule makes to properties; undefined if it makes none. */
function fixOf({ rule, options }: RuleConfig, { resource }: Client, props: Properties): Patch | undefined {
    const fix = computeFix(rule, { ...resource, props }, options);
    return fix && Object.keys(fix).length > 0 ? fix : undefined;
}

/** Returns the violations that have no fix, and what is unknown, after all fixes that are made. */
function describeRest({ client, inStack: props }: State, rules: readonly RuleConfig[]): NotFixed[] {
    return rules.flatMap((config): NotFixed[] => {
        const { rule, options } = config;
        if (fixOf(config, client, props)) return []; // it is listed already, or the program has the fix
        const { violations, unknown } = evaluate(rule, { ...client.resource, props }, options);
        if (violations.length > 0)
            return [{ client, rule, message: messages.noSafeFix(violations.map(({ problem }) => problem).join(" ")) }];
        return unknown.length > 0 ? [{ client, rule, message: messages.unknown(unknown) }] : [];
    });
}

/** The number of clients that a message names. */
const MAX_NAMED = 3;

/** Returns the names of clients with the files of their stacks, which may have clients of the same name. */
function labelsOf(states: readonly State[]): string[] {
    const labels = states.slice(0, MAX_NAMED).map(({ client }) => `${client.resource.name} of ${client.file}`);
    return states.length > MAX_NAMED ? [...labels, `${states.length - MAX_NAMED} more`] : labels;
}

function instructionsOf({ resource, place, file }: Client, fix: Patch): string {
    return instructionsFor(fix, resource.props, place.location?.file ?? file);
}

/** Returns properties of a stack with the values that the program writes out. */
function withLiterals(props: object, { members }: Block): Properties {
    const result = copy(props);
    const lastSpread = members.map(({ name }) => name).lastIndexOf(undefined);
    for (const { name, value } of members.slice(lastSpread + 1)) {
        const current = result[String(name)];
        const found = literalOf(value);
        if (found) result[String(name)] = found.literal;
        else if (value.kind === "block" && isObject(current)) result[String(name)] = withLiterals(current, value);
    }
    return result;
}

/** Merges changes into others, as applying one after the other does. */
function merge(first: object, second: object): object {
    const merged = Object.entries(second).map(([name, change]) => {
        const former = first[name as keyof object];
        return [name, isObject(former) && isObject(change) ? merge(former, change) : change];
    });
    return { ...first, ...Object.fromEntries(merged) };
}

function copy(props: object): Properties {
    return structuredClone(props) as Properties;
}

/** The values are compared and not stored, so that secrets need no mark. */
const NO_SECRETS: Secrets = { open: () => undefined, seal: value => value };
