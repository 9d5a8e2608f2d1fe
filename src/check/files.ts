import { CLIENT_TYPE, type StackResource } from "../stack";
import { parseJson } from "./input";
import { Problem } from "./problem";

/** The resources that a stack manages, from the text that `pulumi stack export` or `pulumi preview --json` printed. */
export function resourcesOf(text: string): StackResource[] {
    if (text.trim() === "") throw new Problem(`empty; ${EXPECTED}.`);
    if (/^\s*(---\s|\w+:\s)/.test(text)) throw new Problem(`YAML; ${EXPECTED}, which is JSON.`);
    const document = parseJson(text);
    if (isObject(document) && "deployment" in document) return ofState(document.deployment);
    if (isObject(document) && ("steps" in document || "changeSummary" in document)) return ofPreview(document.steps);
    throw new Problem(`neither a state nor a preview; ${EXPECTED}.`);
}

const EXPECTED = "expected what `pulumi stack export` or `pulumi preview --json` prints";

type Json = Readonly<Record<string, unknown>>;

/** The state of a stack that was never updated has no resources. */
function ofState(deployment: unknown): StackResource[] {
    return listAt("deployment.resources", objectAt("deployment", deployment).resources).flatMap((entry, index) => {
        const path = `deployment.resources[${index}]`;
        const state = objectAt(path, entry);
        if (state.delete) return [];
        return state.external ? lookedUp(path, state) : [resourceAt(path, state)];
    });
}

/** A replacement takes several steps, and a refresh comes before the step that follows from it: the last one tells. */
function ofPreview(steps: unknown): StackResource[] {
    const resources = new Map<string, StackResource>();
    for (const [index, entry] of listAt("steps", steps).entries()) {
        const { op, urn, newState } = objectAt(`steps[${index}]`, entry);
        const path = `steps[${index}].newState`;
        const state = objectAt(path, newState);
        if (op === "delete") resources.delete(String(urn));
        else if (newState && !NOT_LEFT.has(op)) {
            const found = state.external || READING.has(op) ? lookedUp(path, state) : [resourceAt(path, state)];
            for (const resource of found) resources.set(resource.urn, resource);
        }
    }
    return [...resources.values()];
}

/** The operations of a preview after which the resource is not in the stack, or not as this step has it. */
const NOT_LEFT: ReadonlySet<unknown> = new Set(["delete-replaced", "discard", "discard-replaced", "remove-pending-replace"]);

/** The operations of a preview that look a resource up. */
const READING: ReadonlySet<unknown> = new Set(["read", "read-replacement"]);

/** What the stack reads and does not manage: no client of it is judged, but one may rest on a pool of it, of which only the outputs tell. */
function lookedUp(path: string, state: Json): StackResource[] {
    const outputs = objectAt(`${path}.outputs`, state.outputs);
    if (state.type === CLIENT_TYPE || Object.keys(outputs).length === 0) return [];
    return [{ ...resourceAt(path, state), props: outputs }];
}

function resourceAt(path: string, state: Json): StackResource {
    const { urn, type } = state;
    if (typeof urn !== "string") throw new Problem(`${path} has no urn.`);
    if (typeof type !== "string") throw new Problem(`${path} has no type.`);
    const propertyDependencies = objectAt(`${path}.propertyDependencies`, state.propertyDependencies);
    for (const [property, urns] of Object.entries(propertyDependencies)) listAt(`${path}.propertyDependencies.${property}`, urns);
    return {
        name: urn.split("::").slice(3).join("::"),
        urn,
        type,
        props: objectAt(`${path}.inputs`, state.inputs),
        ...(typeof state.id === "string" && { id: state.id }),
        propertyDependencies: propertyDependencies as StackResource["propertyDependencies"],
    };
}

/** What Pulumi leaves out or writes as null is empty. */
function listAt(path: string, value: unknown): readonly unknown[] {
    const list = value ?? [];
    if (!Array.isArray(list)) throw new Problem(`${path} is not a list.`);
    return list;
}

function objectAt(path: string, value: unknown): Json {
    const object = value ?? {};
    if (!isObject(object)) throw new Problem(`${path} is not an object.`);
    return object;
}

function isObject(value: unknown): value is Json {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
