import type { UserPoolClientArgs } from "@pulumi/aws/cognito";
import type { Unwrap } from "@pulumi/pulumi";

/** An app client as a rule sees it: the arguments of the resource, every Input resolved; an empty list counts as unset. */
export type Client = Readonly<Partial<Unwrap<UserPoolClientArgs>>>;

/** What a property holds: a plain value, a list of one kind or a block. */
type Kind = "string" | "number" | "boolean" | readonly [Kind] | Kinds;

/** What the properties of a block hold. */
export interface Kinds {
    readonly [property: string]: Kind;
}

/** Every property of the resource. One that a new SDK adds does not compile until it stands here. */
const KINDS: Record<keyof UserPoolClientArgs, Kind> = {
    accessTokenValidity: "number",
    allowedOauthFlows: ["string"],
    allowedOauthFlowsUserPoolClient: "boolean",
    allowedOauthScopes: ["string"],
    analyticsConfiguration: {
        applicationArn: "string",
        applicationId: "string",
        externalId: "string",
        roleArn: "string",
        userDataShared: "boolean",
    },
    authSessionValidity: "number",
    callbackUrls: ["string"],
    defaultRedirectUri: "string",
    enablePropagateAdditionalUserContextData: "boolean",
    enableTokenRevocation: "boolean",
    explicitAuthFlows: ["string"],
    generateSecret: "boolean",
    idTokenValidity: "number",
    logoutUrls: ["string"],
    name: "string",
    preventUserExistenceErrors: "string",
    readAttributes: ["string"],
    refreshTokenRotation: { feature: "string", retryGracePeriodSeconds: "number" },
    refreshTokenValidity: "number",
    region: "string",
    supportedIdentityProviders: ["string"],
    tokenValidityUnits: { accessToken: "string", idToken: "string", refreshToken: "string" },
    userPoolId: "string",
    writeAttributes: ["string"],
};

/** Thrown by a read of what only the update will tell, or of what is only there encrypted. */
export class NotKnown extends Error {
    /** @param property where it stands in the client, as in `callbackUrls[0]` */
    constructor(readonly property: string) {
        super(`${property} is not known`);
    }
}

/** What Pulumi's engine sends for a value (boolean, number, string, list, asset, archive, object) that only the update will tell. */
const UNKNOWN: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** What Pulumi prints in place of a secret: `pulumi preview --json`, and `pulumi policy analyze` where it cannot decrypt. */
const REDACTED = "[secret]";

/** The key that marks a secret in a stack's exported state. */
const SECRET = "4dabf18193072939515e22adb298388d";

/**
 * The client that a resource's properties describe, read when a rule reads it, over the proxies of Pulumi's SDK and over a
 * state's JSON alike. null and [] are undefined, a number or boolean written as a string is its value (and the other way
 * round), what is not known throws NotKnown, and what is of the wrong type throws an error that names it.
 */
export function clientOf(props: object): Client {
    return blockOf(props, KINDS);
}

/**
 * The elements of a list that are known and pass a test, if there is one; where that cannot be told, the caller of the check is.
 * Each is there once, since the resource's lists are sets.
 */
export function* known<T>(list: readonly T[] = [], test: (element: T) => boolean = () => true): Generator<NotKnown, T[]> {
    const elements: T[] = [];
    for (let index = 0; index < list.length; index++) {
        try {
            const element = list[index] as T;
            if (test(element)) elements.push(element);
        } catch (error) {
            if (!(error instanceof NotKnown)) throw error;
            yield error;
        }
    }
    return [...new Set(elements)];
}

/** Whether an element of a list passes a test. Throws NotKnown where none does, and one that is not known might. */
export function some<T>(list: readonly T[] | undefined, test: (element: T) => boolean): boolean {
    const search = known(list, test);
    let doubt: NotKnown | undefined;
    let step = search.next();
    for (; !step.done; step = search.next()) doubt ??= step.value;
    if (step.value.length > 0) return true;
    if (doubt) throw doubt;
    return false;
}

/** Whether a list holds an element. Throws NotKnown where an element that is not known might be it. */
export function has<T>(list: readonly T[] | undefined, element: T): boolean {
    return some(list, other => other === element);
}

/** What some properties of a resource hold, read as those of a client are; NotKnown names them behind a prefix. */
export function blockOf(value: object, kinds: Kinds, prefix = ""): Record<string, unknown> {
    const View = VIEWS.get(kinds) ?? viewOf(kinds);
    VIEWS.set(kinds, View);
    return new View(value, prefix);
}

/** A class for each form of block, so that what no rule reads of a client costs nothing. */
const VIEWS = new WeakMap<Kinds, ReturnType<typeof viewOf>>();

function viewOf(kinds: Kinds) {
    class View {
        readonly [property: string]: unknown;
        readonly #value: object;
        readonly #prefix: string;

        constructor(value: object, prefix: string) {
            this.#value = value;
            this.#prefix = prefix;
        }

        static read(view: View, name: string, kind: Kind): unknown {
            return property(view.#value, name, kind, view.#prefix + name);
        }
    }
    for (const [name, kind] of Object.entries(kinds)) {
        Object.defineProperty(View.prototype, name, {
            enumerable: true,
            get(this: View) {
                return View.read(this, name, kind);
            },
        });
    }
    return View;
}

function property(parent: object, name: string, kind: Kind, path: string): unknown {
    const value = read(parent, name, path);
    if (value === undefined || value === null) return undefined;
    return ofKind(value, kind, path);
}

function ofKind(value: unknown, kind: Kind, path: string): unknown {
    if (typeof kind === "string") return plain(value, kind, path);
    if (isList(kind)) return list(value, kind[0], path);
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch(path, value, "a block");
    return blockOf(value, kind, `${path}.`);
}

function isList(kind: Kind): kind is readonly [Kind] {
    return Array.isArray(kind);
}

function list(value: unknown, kind: Kind, path: string): unknown {
    if (!Array.isArray(value)) throw mismatch(path, value, "a list");
    if (value.length === 0) return undefined;
    const copy: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
        const at = `${path}[${index}]`;
        try {
            copy.push(ofKind(read(value, index, at), kind, at));
        } catch (error) {
            Object.defineProperty(copy, index, { enumerable: true, get: () => thrown(error) }); // only whoever reads it trips over it
        }
    }
    return copy;
}

function thrown(error: unknown): never {
    throw error;
}

function plain(value: unknown, kind: "string" | "number" | "boolean", path: string): unknown {
    if (typeof value === kind) return value;
    if (kind === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
    if (kind === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
    if (kind === "boolean" && (value === "true" || value === "false")) return value === "true";
    throw mismatch(path, value, `a ${kind}`);
}

/** In a policy the properties are proxies of Pulumi's SDK, which throw an error of their own for what is not known. */
function read(parent: object, name: string | number, path: string): unknown {
    let value: unknown;
    try {
        value = parent[name as keyof object];
    } catch {
        throw new NotKnown(path);
    }
    if (UNKNOWN.has(value) || value === REDACTED) throw new NotKnown(path);
    if (value instanceof Object && Object.hasOwn(value, SECRET)) throw new NotKnown(path);
    return value;
}

/** Names the kind of what is there and not the value, which may be a secret. */
function mismatch(path: string, value: unknown, wanted: string): TypeError {
    const found = value === null ? "null" : Array.isArray(value) ? "a list" : typeof value === "object" ? "a block" : `a ${typeof value}`;
    return new TypeError(`${path} takes ${wanted}, not ${found}`);
}
