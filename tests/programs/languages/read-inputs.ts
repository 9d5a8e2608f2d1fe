import { UNKNOWN } from "../../../src/programs/evaluate";
import type { Program, ReadLanguage } from "../../../src/programs/expression";
import { ResourceReader } from "../../../src/programs/resources";

/** A program, and the inputs of its clients. `?` is unknown. `isOpen` is there if others may be set. */
export interface Trap {
    readonly name: string;
    readonly source: string;
    readonly expected: readonly object[];
}

/** Returns the inputs of the clients of a program as {@link Trap.expected} has them. */
export function clientInputs(read: ReadLanguage, file: string, text: string): object[] {
    const clients = readInputs(read, file, text).filter(({ type }) => type === "UserPoolClient");
    return clients.map(({ inputs, isOpen }) => (isOpen ? { ...inputs, isOpen } : inputs));
}

/** A resource as tests compare it: its type, name and inputs, with `?` for each unknown value. */
export interface ReadResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly isOpen: boolean;
    /** The resources of the other properties, by their names. */
    readonly dependencies: Readonly<Record<string, readonly string[]>>;
}

/** Reads the resources of one file. */
export function readInputs(read: ReadLanguage, file: string, text: string): ReadResource[] {
    return resourcesOf(read(file, text));
}

function resourcesOf(program: Program): ReadResource[] {
    const resources = new ResourceReader([program]).read(program);
    const names = new Map(resources.map(({ urn, name }) => [urn, name]));
    return resources.map(({ type, name, props, isOpen, propertyDependencies }) => ({
        type: type.slice(type.lastIndexOf(":") + 1),
        name,
        inputs: isOpen ? knownIn(props) : (mark(props) as Record<string, unknown>),
        isOpen,
        dependencies: Object.fromEntries(
            Object.entries(propertyDependencies).map(([property, urns]) => [property, urns.map(urn => names.get(urn) ?? urn)]),
        ),
    }));
}

/** Returns the inputs that are written, if others may be set as well. */
function knownIn(props: object): Record<string, unknown> {
    return mark(Object.fromEntries(Object.entries(props).filter(([, value]) => value !== UNKNOWN))) as Record<string, unknown>;
}

function mark(value: unknown): unknown {
    if (value === UNKNOWN) return "?";
    if (Array.isArray(value)) return value.map(mark);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mark(part)]));
}
