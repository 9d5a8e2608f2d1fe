import type { IdentityProviderArgs, ResourceServerArgs, UserPoolArgs } from "@pulumi/aws/cognito";
import type { Unwrap } from "@pulumi/pulumi";
import { ANY_KEY, type BlockSchema, readProperties, type Schema, some, UnknownValueError } from "./properties";

export const CLIENT_TYPE = "aws:cognito/userPoolClient:UserPoolClient";

/** The types of app clients that no rule evaluates. */
export const UNCHECKED_TYPES: readonly string[] = [
    "aws-native:cognito:UserPoolClient",
    "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
];

/** The types of all app clients. */
export const CLIENT_TYPES: ReadonlySet<unknown> = new Set([CLIENT_TYPE, ...UNCHECKED_TYPES]);

const POOL_TYPE = "aws:cognito/userPool:UserPool";
const IDENTITY_PROVIDER_TYPE = "aws:cognito/identityProvider:IdentityProvider";
const RESOURCE_SERVER_TYPE = "aws:cognito/resourceServer:ResourceServer";

/** A resource of a stack, from a policy's arguments or from a state. */
export interface StackResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly props: object;
    /** The ID, if it is known and not among the properties. */
    readonly id?: string;
    /** Whether the stack only reads the resource. */
    readonly external?: boolean;
    /** For each property, the URNs of the resources whose outputs it uses. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** A client of a stack, with its user pool if that is in the stack. */
export interface StackClient extends Pick<StackResource, "name" | "urn" | "props"> {
    readonly pool?: Pool;
}

/** The properties of a resource that rules read. */
type Properties<Args, Name extends keyof Unwrap<Args>> = Readonly<Partial<Pick<Unwrap<Args>, Name>>>;

type PoolProperties = Properties<
    UserPoolArgs,
    "aliasAttributes" | "autoVerifiedAttributes" | "schemas" | "userAttributeUpdateSettings" | "usernameAttributes" | "userPoolTier"
>;
export type IdentityProvider = Properties<IdentityProviderArgs, "attributeMapping" | "providerName">;
export type ResourceServer = Properties<ResourceServerArgs, "identifier" | "scopes">;

const POOL: Schema<PoolProperties> = {
    aliasAttributes: ["string"],
    autoVerifiedAttributes: ["string"],
    schemas: [
        {
            attributeDataType: "string",
            developerOnlyAttribute: "boolean",
            mutable: "boolean",
            name: "string",
            numberAttributeConstraints: { maxValue: "string", minValue: "string" },
            required: "boolean",
            stringAttributeConstraints: { maxLength: "string", minLength: "string" },
        },
    ],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["string"] },
    usernameAttributes: ["string"],
    userPoolTier: "string",
};

const IDENTITY_PROVIDER: Schema<IdentityProvider> = { attributeMapping: { [ANY_KEY]: "string" }, providerName: "string" };

const RESOURCE_SERVER: Schema<ResourceServer> = {
    identifier: "string",
    scopes: [{ scopeDescription: "string", scopeName: "string" }],
};

/** The properties of the resources besides clients that rules read, by type. */
export const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
    [POOL_TYPE, [...Object.keys(POOL), "id"]],
    [IDENTITY_PROVIDER_TYPE, [...Object.keys(IDENTITY_PROVIDER), "userPoolId"]],
    [RESOURCE_SERVER_TYPE, [...Object.keys(RESOURCE_SERVER), "userPoolId"]],
]);

/** A user pool of a stack, with the resources of the stack that belong to it. */
export interface Pool extends PoolProperties {
    /** The name of the resource. */
    readonly name: string;
    readonly identityProviders: PoolResources<IdentityProvider>;
    readonly resourceServers: PoolResources<ResourceServer>;
}

/** Resources owned by a pool, and those whose owner is still unknown. */
export interface PoolResources<T> {
    readonly owned: readonly T[];
    readonly ownerUnknown: readonly { readonly resource: T; readonly error: UnknownValueError }[];
}

/** Whether any resource of a pool passes `test`. Throws UnknownValueError if the answer depends on an unknown value or owner. */
export function someResource<T>({ owned, ownerUnknown }: PoolResources<T>, test: (resource: T) => boolean): boolean {
    const mayPass = () =>
        some(ownerUnknown, ({ resource, error }) => {
            if (test(resource)) throw error;
            return false;
        });
    return some(owned, test) || mayPass();
}

/** The resources of a stack, and the file that they were read from. */
interface Stack {
    readonly file: string;
    readonly resources: readonly StackResource[];
}

/** Returns the clients of a stack, each with its user pool if that is in the stack and known. */
export function pairWithPools(resources: readonly StackResource[]): StackClient[] {
    return pairAcrossStacks([{ file: "", resources }]).flat();
}

/**
 * Returns the clients of each stack, each with its user pool. A pool of another stack is found by its ID, and its name is followed
 * by the file, as in `customers (infra.json)`. Identity providers and resource servers of any stack belong to it.
 */
export function pairAcrossStacks(stacks: readonly Stack[]): StackClient[][] {
    const index = indexPools(stacks);
    const identityProviders = groupByPool<IdentityProvider>(stacks, index, IDENTITY_PROVIDER_TYPE, IDENTITY_PROVIDER);
    const resourceServers = groupByPool<ResourceServer>(stacks, index, RESOURCE_SERVER_TYPE, RESOURCE_SERVER);
    const read = (found: FoundPool, name: string): Pool => {
        const rest = { name, identityProviders: identityProviders(found), resourceServers: resourceServers(found) };
        return Object.assign(readProperties(found.resource.props, POOL, `${name}.`), rest);
    };
    return stacks.map(stack => {
        const findPool = index.finderOf(stack);
        const pools = new Map<FoundPool, Pool>();
        return ofType(stack, CLIENT_TYPE).map(client => {
            const { name, urn, props } = client;
            const found = findPool(client);
            if (found === undefined || found instanceof UnknownValueError) return { name, urn, props };
            const poolName = found.stack === stack ? found.resource.name : `${found.resource.name} (${found.stack.file})`;
            const pool = pools.get(found) ?? read(found, poolName);
            pools.set(found, pool);
            return { name, urn, props, pool };
        });
    });
}

function ofType({ resources }: Stack, type: string): StackResource[] {
    return resources.filter(resource => resource.type === type);
}

/** A user pool and its stack. */
interface FoundPool {
    readonly resource: StackResource;
    readonly stack: Stack;
    readonly id: string | UnknownValueError;
}

/** Finds the pool that a resource belongs to: undefined if it is in none of the stacks, UnknownValueError if that is unknown. */
type PoolFinder = (resource: StackResource) => FoundPool | UnknownValueError | undefined;

interface PoolIndex {
    readonly finderOf: (stack: Stack) => PoolFinder;
    /** Returns the same key for a pool and for a reading of it in another stack. */
    readonly keyOf: (pool: FoundPool) => unknown;
}

function indexPools(stacks: readonly Stack[]): PoolIndex {
    const pools = new Map(stacks.map(stack => [stack, poolsOf(stack)]));
    const allById = new Map<string, FoundPool[]>();
    for (const { byId } of pools.values()) {
        for (const [id, pool] of byId) allById.get(id)?.push(pool) ?? allById.set(id, [pool]);
    }
    /** Returns the pool with an ID, or a stack's reading of it; undefined if several stacks manage one, such as copies of a stack. */
    const findById = (id: string) => {
        const all = allById.get(id) ?? [];
        const managed = all.filter(({ resource }) => !resource.external);
        return managed.length > 1 ? undefined : (managed[0] ?? all[0]);
    };
    return {
        keyOf: pool => (typeof pool.id === "string" && findById(pool.id) ? pool.id : pool),
        finderOf: stack => {
            const { byUrn, byId } = pools.get(stack) ?? poolsOf(stack);
            return resource => {
                const sources = resource.propertyDependencies.userPoolId ?? [];
                const [pool, ...others] = new Set(sources.flatMap(urn => byUrn.get(urn) ?? []));
                if (pool && others.length === 0) return pool;
                const id = readText(resource, "userPoolId");
                return typeof id === "string" ? (byId.get(id) ?? findById(id)) : id;
            };
        },
    };
}

/** Returns the pools of a stack by URN and by ID. */
function poolsOf(stack: Stack) {
    const byUrn = new Map<string, FoundPool>();
    const byId = new Map<string, FoundPool>(); // unknown IDs never match
    for (const resource of ofType(stack, POOL_TYPE)) {
        const id = resource.id ?? readText(resource, "id");
        const same = typeof id === "string" ? byId.get(id) : undefined; // a stack can create a pool and look it up as well
        const pool = same ?? { resource, stack, id };
        byUrn.set(resource.urn, pool);
        if (typeof id === "string") byId.set(id, pool);
    }
    return { byUrn, byId };
}

/** The properties that identify a pool: its own ID, and the one in a resource that belongs to it. */
const IDENTIFIERS = { id: "string", userPoolId: "string" } as const;

/** Reads a property that is a nonempty text; returns UnknownValueError if it cannot be read as one. */
function readText({ name, props }: StackResource, property: keyof typeof IDENTIFIERS): string | UnknownValueError {
    try {
        const text = readProperties(props, IDENTIFIERS)[property];
        if (text) return text as string;
    } catch {
        // The rules that read the property report what is wrong with it.
    }
    return new UnknownValueError(`${name}.${property}`);
}

/** Groups the resources of a type by the pool that owns them. One whose owner is unknown may belong to any pool. */
function groupByPool<T>(
    stacks: readonly Stack[],
    { finderOf, keyOf }: PoolIndex,
    type: string,
    schema: BlockSchema,
): (pool: FoundPool) => PoolResources<T> {
    const owned = new Map<unknown, T[]>();
    const ownerUnknown: { resource: T; error: UnknownValueError }[] = [];
    for (const stack of stacks) {
        const findPool = finderOf(stack);
        for (const resource of ofType(stack, type)) {
            const properties = readProperties(resource.props, schema, `${resource.name}.`) as T;
            const pool = findPool(resource);
            if (pool instanceof UnknownValueError) ownerUnknown.push({ resource: properties, error: pool });
            else if (pool) owned.get(keyOf(pool))?.push(properties) ?? owned.set(keyOf(pool), [properties]);
        }
    }
    return pool => ({ owned: owned.get(keyOf(pool)) ?? [], ownerUnknown });
}
