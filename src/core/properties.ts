/** In the schema of a map: the schema of its values, whose keys are arbitrary. */
export const ANY_KEY = Symbol("any key");

/**
 * How a value of type T is read: a plain value by its type, a list by the schema of its elements, a map by the schema of its values,
 * a block by the schema of each member.
 */
export type Schema<T> = [T] extends [string]
    ? "string"
    : [T] extends [number]
      ? "number"
      : [T] extends [boolean]
        ? "boolean"
        : [T] extends [readonly (infer Element)[]]
          ? readonly [Schema<Element>]
          : string extends keyof T
            ? { readonly [ANY_KEY]: Schema<T[keyof T]> }
            : { readonly [Member in keyof T]-?: Schema<NonNullable<T[Member]>> };

/** The schema of any value. */
export type AnySchema = "string" | "number" | "boolean" | readonly [AnySchema] | MapSchema | BlockSchema;

interface MapSchema {
    readonly [ANY_KEY]: AnySchema;
}

/** The schema of each member of a block, or of each property of a resource. */
export interface BlockSchema {
    readonly [member: string]: AnySchema;
}

/** Thrown when reading a value that is unknown during preview, or encrypted. */
export class UnknownValueError extends Error {
    /** @param property the path of the value, such as `callbackUrls[0]` */
    constructor(readonly property: string) {
        const { stackTraceLimit } = Error;
        Error.stackTraceLimit = 0; // recording the stack takes most of the time that a list of unknown values takes
        super(`${property} is unknown`);
        Error.stackTraceLimit = stackTraceLimit;
    }
}

/** Thrown when reading a value of the wrong type. */
export class PropertyTypeError extends TypeError {
    /** @param property the path of the value, such as `callbackUrls[0]` */
    constructor(
        readonly property: string,
        readonly problem: string,
    ) {
        super(`${property} ${problem}`);
    }
}

/** Sentinels that the Pulumi engine sends for unknown values: boolean, number, string, list, asset, archive, object. */
const UNKNOWN: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Printed in place of a secret by `pulumi preview --json`, and by `pulumi policy analyze` if it cannot decrypt. */
const REDACTED = "[secret]";

/** The key that marks a secret in an exported state. */
const SECRET = "4dabf18193072939515e22adb298388d";

/** Returns the known elements that pass `test`, without duplicates: AWS treats these lists as sets. Calls `onUnknown` for each unknown one. */
export function filterKnown<T>(
    list: readonly T[] = [],
    test: (element: T) => boolean = () => true,
    onUnknown: (unknown: UnknownValueError) => void = () => {},
): T[] {
    const elements: T[] = [];
    for (let index = 0; index < list.length; index++) {
        try {
            const element = list[index] as T;
            if (test(element)) elements.push(element);
        } catch (error) {
            if (!(error instanceof UnknownValueError)) throw error;
            onUnknown(error);
        }
    }
    return elements.length > 1 ? [...new Set(elements)] : elements;
}

/** Whether any element passes `test`. Throws UnknownValueError if none does and an unknown element might. */
export function some<T>(list: readonly T[] = [], test: (element: T) => boolean): boolean {
    let unknown: UnknownValueError | undefined;
    for (let index = 0; index < list.length; index++) {
        try {
            if (test(list[index] as T)) return true;
        } catch (error) {
            if (!(error instanceof UnknownValueError)) throw error;
            unknown ??= error;
        }
    }
    if (unknown) throw unknown;
    return false;
}

/** Whether a list has an element. Throws UnknownValueError if it does not and an unknown element might be it. */
export function has<T>(list: readonly T[] | undefined, element: T): boolean {
    return some(list, other => other === element);
}

/** Whether every condition is true, in any order: one that is false decides, whatever is unknown in the others. Else throws UnknownValueError if one is unknown. */
export function allOf(...conditions: readonly (() => boolean)[]): boolean {
    return !some(conditions, condition => !condition());
}

/**
 * Reads properties by a schema, each on access: null and [] are undefined, and a number or boolean written as a string is its value.
 * Access throws {@link UnknownValueError} for an unknown value and {@link PropertyTypeError} for a value of the wrong type.
 *
 * @param prefix what the errors put in front of the name of a property
 */
export function readProperties(props: object, schema: BlockSchema, prefix = ""): Record<string, unknown> {
    const View = VIEWS.get(schema) ?? viewOf(schema, readProperty);
    VIEWS.set(schema, View);
    return new View(props, prefix);
}

/** The method of a view that returns a property as it is written. */
const WRITTEN = Symbol("written");

/** Whether a list of a view is written as [], which reads as undefined. */
export function isEmptyList(view: object, name: string): boolean {
    const list = WRITTEN in view ? (view as InstanceType<View>)[WRITTEN](name) : undefined;
    return Array.isArray(list) && list.length === 0;
}

/** One class of getters per schema. */
const VIEWS = new WeakMap<BlockSchema, View>();

/** A class whose instances are views of properties. */
export type View = new (props: object, prefix: string) => Record<string, unknown> & { [WRITTEN](name: string): unknown };

type Read = (props: object, name: string, schema: AnySchema, path: string) => unknown;

type ReadWritten = (props: object, name: string, path: string) => unknown;

/** Returns a class whose instances read each property of a schema on access. */
export function viewOf(schema: BlockSchema, read: Read, readWritten: ReadWritten = readValue): View {
    class Properties {
        readonly [property: string]: unknown;
        readonly #props: object;
        readonly #prefix: string;
        /** The values that have been read, by the position in the schema: many rules read the same property. */
        readonly #values: unknown[] = [];

        constructor(props: object, prefix: string) {
            this.#props = props;
            this.#prefix = prefix;
        }

        static read(view: Properties, index: number, name: string, member: AnySchema): unknown {
            const values = view.#values;
            if (!(index in values)) values[index] = read(view.#props, name, member, view.#prefix + name);
            return values[index];
        }

        [WRITTEN](name: string): unknown {
            return readWritten(this.#props, name, this.#prefix + name);
        }
    }
    for (const [index, [name, member]] of Object.entries(schema).entries()) {
        Object.defineProperty(Properties.prototype, name, {
            enumerable: true,
            get(this: Properties) {
                return Properties.read(this, index, name, member);
            },
        });
    }
    return Properties;
}

/** Reads a property by its schema; null is undefined. */
export function readProperty(parent: object, name: string, schema: AnySchema, path: string): unknown {
    const value = readValue(parent, name, path);
    return value === undefined || value === null ? undefined : convert(value, schema, path);
}

function convert(value: unknown, schema: AnySchema, path: string): unknown {
    if (typeof schema === "string") return convertPlain(value, schema, path);
    if (isListSchema(schema)) return convertList(value, schema[0], path);
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongType(path, value, "an object");
    return isMapSchema(schema) ? readMap(value, schema[ANY_KEY], path) : readProperties(value, schema, `${path}.`);
}

function isListSchema(schema: AnySchema): schema is readonly [AnySchema] {
    return Array.isArray(schema);
}

function isMapSchema(schema: MapSchema | BlockSchema): schema is MapSchema {
    return ANY_KEY in schema;
}

/** Returns a map with the same keys, whose values are converted only when read. */
function readMap(map: object, schema: AnySchema, path: string): object {
    const keys = Object.keys(map).filter(key => !key.startsWith("__")); // keys of the engine, such as __defaults
    const getters = keys.map(key => [key, { enumerable: true, get: () => readProperty(map, key, schema, `${path}.${key}`) }] as const);
    return Object.create(null, Object.fromEntries(getters));
}

function convertList(value: unknown, schema: AnySchema, path: string): unknown {
    if (!Array.isArray(value)) throw wrongType(path, value, "a list");
    if (value.length === 0) return undefined;
    const list: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
        const elementPath = `${path}[${index}]`;
        try {
            list.push(convert(readValue(value, index, elementPath), schema, elementPath));
        } catch (error) {
            // Throws on access to this element, not to the list.
            Object.defineProperty(list, index, { enumerable: true, get: () => rethrow(error) });
        }
    }
    return list;
}

function rethrow(error: unknown): never {
    throw error;
}

function convertPlain(value: unknown, type: "string" | "number" | "boolean", path: string): unknown {
    if (typeof value === type) return value;
    if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
    if (type === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
    if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
    throw wrongType(path, value, `a ${type}`);
}

/** Reads a property or an element. Throws UnknownValueError if it is unknown or encrypted. */
export function readValue(parent: object, name: string | number, path: string): unknown {
    let value: unknown;
    try {
        value = parent[name as keyof object];
    } catch {
        throw new UnknownValueError(path); // the SDK's proxies throw an error of their own for an unknown value
    }
    if (isUnknown(value)) throw new UnknownValueError(path);
    return value;
}

/** Whether a value in JSON is marked as a secret, or has a part that is. Not recursive, since a state can be nested deeply. */
export function hasSecret(value: unknown): boolean {
    const parts: unknown[] = [value];
    while (parts.length > 0) {
        const part = parts.pop();
        if (part === REDACTED) return true;
        if (!(part instanceof Object)) continue;
        if (Object.hasOwn(part, SECRET)) return true;
        for (const inner of Object.values(part)) parts.push(inner);
    }
    return false;
}

/** Whether a value is unknown or encrypted. */
export function isUnknown(value: unknown): boolean {
    return UNKNOWN.has(value) || value === REDACTED || (value instanceof Object && Object.hasOwn(value, SECRET));
}

/** Names the type that was found but not the value, which may be a secret. */
function wrongType(path: string, value: unknown, wanted: string): PropertyTypeError {
    const found = value === null ? "null" : Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
    return new PropertyTypeError(path, `must be ${wanted}, not ${found}.`);
}
