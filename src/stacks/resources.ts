import { deployedOnly } from "../core/client";
import { PROPERTIES } from "../core/resource-types";
import { CLIENT_TYPE, CLIENT_TYPES, type StackResource } from "../core/user-pools";
import { UserError } from "../util/user-error";
import { countOf } from "../util/wording";
import { parseJson } from "./json";

/** A resource of a stack, with the program's part in it. */
export interface ProgramResource extends StackResource {
    /** The stack trace of the call that creates the resource, the innermost frame first: `project:///src/index.ts#9,5`. */
    readonly frames?: readonly string[];
    /** The URN of the component or other resource that the resource belongs to. */
    readonly parent?: string;
}

/** An error for JSON that is neither a state nor a preview. */
export class UnknownFormatError extends UserError {}

/** The content of a state or a preview. */
export interface ParsedStack {
    /** The app clients and the resources that they depend on. */
    readonly resources: ProgramResource[];
    /** What the URNs of the stack start with, `urn:pulumi:dev::shop::`, if the file has all resources of the stack. */
    readonly urnPrefix?: string;
    /** Whether the stack may have more resources. */
    readonly isOpen?: boolean;
    /** Why resources are missing, one line for each. */
    readonly errors?: readonly string[];
}

/** Parses the output of `pulumi stack export` or `pulumi preview --json`, or the state file of a self-managed backend. */
export function parseStack(text: string): ParsedStack {
    if (text.trim() === "") throw new UserError(`empty; expected ${INPUT}.`);
    if (/^\s*(---\s|\w+:\s)/.test(text)) throw new UserError(`YAML; expected JSON, ${INPUT}.`);
    const stack = stackIn(parseJson(text));
    if (!stack) throw new UnknownFormatError(`neither a state nor a preview; expected ${INPUT}.`);
    if (stack.resources.length === 0 && stack.errors) throw new UserError(...stack.errors);
    return stack;
}

/** Reads a document; returns undefined if it is neither a state nor a preview. */
function stackIn(document: unknown): ParsedStack | undefined {
    if (!isObject(document)) return undefined;
    if ("deployment" in document) return fromState("deployment", document.deployment);
    if ("checkpoint" in document) return fromState("checkpoint.latest", objectAt("checkpoint", document.checkpoint).latest);
    return "steps" in document || "changeSummary" in document ? fromPreview(document) : undefined;
}

const INPUT = "the output of `pulumi stack export` or `pulumi preview --json`";

type Json = Readonly<Record<string, unknown>>;

function fromState(path: string, deployment: unknown): ParsedStack {
    const states = listAt(`${path}.resources`, objectAt(path, deployment).resources);
    const damaged = new DamagedResources("export the stack again");
    const resources: ProgramResource[] = [];
    for (const [index, entry] of states.entries()) {
        damaged.skip(`${path}.resources[${index}]`, () => {
            const state = objectAt("", entry);
            if (state.delete) return;
            const resource = state.external ? externalResource(state) : toResource(state);
            if (resource) resources.push(Object.assign(resource, deployedOf(state, resource), { exists: true }));
        });
    }
    return { resources: withRelated(resources, states, parentOf), ...extentOf(states, damaged) };
}

/** Returns what is deployed of an app client beyond its inputs. */
function deployedOf({ outputs }: Json, { type, props }: ProgramResource): Pick<ProgramResource, "deployed"> {
    if (type !== CLIENT_TYPE) return {};
    const deployed = deployedOnly(props, objectAt(".outputs", outputs));
    return Object.keys(deployed).length > 0 ? { deployed } : {};
}

/** The most damaged resources that are listed. */
const MAX_ERRORS = 10;

/** Collects what is wrong with single resources, so that the others are checked. */
class DamagedResources {
    private readonly all: string[] = [];

    /** @param advice says how to get another file */
    constructor(private readonly advice: string) {}

    /** Reads a resource at a path of the file. It is skipped for an error, whose text starts with the path in the resource. */
    skip(path: string, read: () => void): void {
        try {
            read();
        } catch (error) {
            if (!(error instanceof UserError)) throw error;
            this.all.push(`${path}${error.message.replace(/\.$/, "")}, so the resource is not checked; ${this.advice}.`);
        }
    }

    get errors(): readonly string[] {
        const more = this.all.length - MAX_ERRORS;
        const listed = this.all.slice(0, MAX_ERRORS);
        return more > 0 ? [...listed, `${countOf(more, "more resource")} could not be read; ${this.advice}.`] : listed;
    }
}

/** @param all the entries of a file that has all resources of the stack */
function extentOf(all: readonly unknown[] | undefined, { errors }: DamagedResources): Omit<ParsedStack, "resources"> {
    const isComplete = all !== undefined && errors.length === 0;
    return { ...(isComplete ? urnPrefixOf(all) : { isOpen: true }), ...(errors.length > 0 && { errors }) };
}

/** A resource may have several steps, such as those of a replacement; the last one has its final state. */
function fromPreview({ steps: entries, changeSummary, diagnostics }: Json): ParsedStack {
    const steps = listAt("steps", entries);
    const damaged = new DamagedResources("run the preview again");
    const resources = new Map<string, ProgramResource>();
    const states: unknown[] = [];
    const add = (op: unknown, newState: unknown) => {
        const state = objectAt("", newState);
        states.push(state);
        const resource = state.external || READS.has(op) ? externalResource(state) : toResource(state);
        if (resource) resources.set(resource.urn, CREATES.has(op) ? resource : Object.assign(resource, { exists: true }));
    };
    for (const [index, entry] of steps.entries()) {
        const path = `steps[${index}]`;
        damaged.skip(path, () => {
            const { op, urn, newState } = objectAt("", entry);
            if (op === "delete") resources.delete(String(urn));
            else if (newState && !NOT_FINAL.has(op)) damaged.skip(`${path}.newState`, () => add(op, newState));
        });
    }
    const hasAll = !hasErrors(diagnostics) && hasUnchanged(steps, changeSummary);
    return {
        resources: withRelated([...resources.values()], states, dependenciesOf),
        ...extentOf(hasAll ? steps : undefined, damaged),
    };
}

/** Whether a preview has the resources that do not change: it leaves them out without `--show-sames`. */
function hasUnchanged(steps: readonly unknown[], changeSummary: unknown): boolean {
    const unchanged = steps.filter(step => isObject(step) && step.op === "same").length;
    return isObject(changeSummary) && unchanged >= Number(changeSummary.same ?? 0);
}

/** Whether a preview has failed, so that resources may be missing. */
function hasErrors(diagnostics: unknown): boolean {
    return Array.isArray(diagnostics) && diagnostics.some(diagnostic => isObject(diagnostic) && diagnostic.severity === "error");
}

function urnPrefixOf([first]: readonly unknown[]): Pick<ParsedStack, "urnPrefix"> {
    const urnPrefix = isObject(first) ? stackPrefixOf(String(first.urn)) : undefined;
    return urnPrefix === undefined ? {} : { urnPrefix };
}

/**
 * Adds the resources that `relatedTo` returns for those of a stack: the components that contain them, since a client may be created by
 * the code of a component, and in a preview, what they depend on.
 */
function withRelated(
    resources: readonly ProgramResource[],
    states: readonly unknown[],
    relatedTo: (resource: ProgramResource) => readonly string[],
): ProgramResource[] {
    const statesByUrn = new Map(states.filter(isObject).map(state => [state.urn, state]));
    const all = [...resources];
    const urns = new Set(resources.map(({ urn }) => urn));
    for (const resource of all) {
        for (const urn of relatedTo(resource)) {
            const state = statesByUrn.get(urn);
            if (urns.has(urn) || typeof state?.type !== "string") continue;
            urns.add(urn);
            all.push({ ...describe(urn, state.type, state), props: {}, propertyDependencies: {} }); // the loop continues with it
        }
    }
    return all;
}

function parentOf({ parent }: ProgramResource): readonly string[] {
    return parent === undefined ? [] : [parent];
}

function dependenciesOf({ dependencies = [] }: ProgramResource): readonly string[] {
    return dependencies;
}

/** Operations that create a resource. */
const CREATES: ReadonlySet<unknown> = new Set(["create", "create-replacement", "replace"]);

/** Operations whose `newState` is not the final state of the resource. */
const NOT_FINAL: ReadonlySet<unknown> = new Set(["delete-replaced", "discard", "discard-replaced", "remove-pending-replace"]);

/** Operations that read a resource which the stack does not manage. */
const READS: ReadonlySet<unknown> = new Set(["read", "read-replacement"]);

/**
 * Returns a resource that the stack reads but does not manage, with its outputs as properties. Clients are skipped;
 * user pools are kept, since managed clients may reference them.
 */
function externalResource(state: Json): ProgramResource | undefined {
    const outputs = objectAt(".outputs", state.outputs);
    if (CLIENT_TYPES.has(state.type) || Object.keys(outputs).length === 0) return undefined;
    const resource = toResource(state, outputs);
    return resource && Object.assign(resource, { external: true });
}

/** Returns a new resource, or nothing for a type that no rule reads: a state can have many more of them. */
function toResource(state: Json, outputs?: Json): ProgramResource | undefined {
    const { urn, type } = state;
    if (typeof urn !== "string" || !URN.test(urn)) throw new UserError(".urn must be a URN.");
    if (typeof type !== "string") throw new UserError(".type must be a string.");
    const properties = PROPERTIES.get(type);
    if (!properties && !CLIENT_TYPES.has(type)) return undefined;
    const props = outputs ?? objectAt(".inputs", state.inputs);
    const propertyDependencies = objectAt(".propertyDependencies", state.propertyDependencies);
    for (const [property, urns] of Object.entries(propertyDependencies)) listAt(`.propertyDependencies.${property}`, urns);
    return Object.assign(describe(urn, type, state), typeof state.id === "string" && { id: state.id }, {
        props: properties ? pick(props, properties) : props,
        propertyDependencies: propertyDependencies as StackResource["propertyDependencies"],
    });
}

function describe(urn: string, type: string, state: Json) {
    const frames = framesOf(state);
    const parent = typeof state.parent === "string" ? state.parent : undefined;
    const dependencies = Array.isArray(state.dependencies) ? state.dependencies : [];
    return {
        name: urn.split("::").slice(3).join("::"),
        urn,
        type,
        ...(frames.length > 0 && { frames }),
        ...(parent !== undefined && { parent }),
        dependencies: [...dependencies, ...(parent === undefined ? [] : [parent])],
    };
}

function pick(object: Json, keys: readonly string[]): Json {
    return Object.fromEntries(keys.filter(key => key in object).map(key => [key, object[key]]));
}

/** Returns the positions in a stack trace; older states have only the innermost one. Frames of Node.js itself have none. */
function framesOf({ sourcePosition, stackTrace }: Json): string[] {
    const trace: unknown[] = Array.isArray(stackTrace) ? stackTrace.map(frame => isObject(frame) && frame.sourcePosition) : [];
    return [...new Set([sourcePosition, ...trace].filter(position => typeof position === "string"))];
}

/** Returns a list; empty if Pulumi left it out or wrote null. */
function listAt(path: string, value: unknown): readonly unknown[] {
    const list = value ?? [];
    if (!Array.isArray(list)) throw new UserError(`${path} must be a list.`);
    return list;
}

/** Returns an object; empty if Pulumi left it out or wrote null. */
function objectAt(path: string, value: unknown): Json {
    const object = value ?? {};
    if (!isObject(object)) throw new UserError(`${path} must be an object.`);
    return object;
}

function isObject(value: unknown): value is Json {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The URN of a resource: stack, project, types and name. Exemptions name resources by it. */
const URN = /^urn:pulumi:[\w.-]+::[\w.-]+::[^*]+?::./s;

/** Returns the part of a URN, or of a pattern, that names the stack and the project: `urn:pulumi:dev::shop::`. */
export function stackPrefixOf(urn: string): string | undefined {
    return /^urn:pulumi:[^:]+::[^:]+::/.exec(urn)?.[0];
}
