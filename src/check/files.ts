import type { StackResource } from "../stack";
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
        return state.delete || state.external ? [] : [resourceAt(path, state)];
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
        else if (newState && !state.external && !NOT_MANAGING.has(op)) {
            const resource = resourceAt(path, state);
            resources.set(resource.urn, resource);
        }
    }
    return [...resources.values()];
}

/** The operations of a preview after which the stack does not manage the resource, or not the one of this step. */
const NOT_MANAGING: ReadonlySet<unknown> = new Set([
    "delete-replaced",
    "discard",
    "discard-replaced",
    "read",
    "read-replacement",
    "remove-pending-replace",
]);

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
