import type { IdentityProviderArgs, ResourceServerArgs, UserPoolArgs } from "@pulumi/aws/cognito";
import type { Unwrap } from "@pulumi/pulumi";
import { blockOf, type Client, type Kinds, NotKnown, some } from "./client";

export const CLIENT_TYPE = "aws:cognito/userPoolClient:UserPoolClient";
const POOL_TYPE = "aws:cognito/userPool:UserPool";
const IDENTITY_PROVIDER_TYPE = "aws:cognito/identityProvider:IdentityProvider";
const RESOURCE_SERVER_TYPE = "aws:cognito/resourceServer:ResourceServer";

/** A resource of a stack, as a policy or a state has it. */
export interface StackResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly props: object;
    /** The ID, where it is known and not among the properties. */
    readonly id?: string;
    /** For each property, the URNs of the resources whose outputs went into it. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What rules read of a resource, and how they do. */
type Readable<Args, Property extends keyof Unwrap<Args>> = Readonly<Partial<Pick<Unwrap<Args>, Property>>>;

const POOL = {
    schemas: [{ name: "string", developerOnlyAttribute: "boolean", required: "boolean" }],
    userPoolTier: "string",
} as const satisfies Kinds;

const IDENTITY_PROVIDER = { providerName: "string" } as const satisfies Kinds;
export type IdentityProvider = Readable<IdentityProviderArgs, keyof typeof IDENTITY_PROVIDER>;

const RESOURCE_SERVER = { identifier: "string", scopes: [{ scopeName: "string" }] } as const satisfies Kinds;
export type ResourceServer = Readable<ResourceServerArgs, keyof typeof RESOURCE_SERVER>;

/** A user pool of a stack, with what the stack adds to it. */
export interface Pool extends Readable<UserPoolArgs, keyof typeof POOL> {
    /** The name of the resource. */
    readonly name: string;
    readonly identityProviders: Holdings<IdentityProvider>;
    readonly resourceServers: Holdings<ResourceServer>;
}

/** The resources of one type that are a pool's, and those that might be, because nobody can tell yet whose they are. */
export interface Holdings<T> {
    readonly certain: readonly T[];
    readonly possible: readonly { readonly resource: T; readonly doubt: NotKnown }[];
}

/** A client whose user pool is in the stack too. */
export type ClientOfPool = Client & { readonly pool: Pool };

/** Whether one of a pool's resources passes a test. Throws NotKnown where that hangs on what is not known, or on whose a resource is. */
export function holds<T>({ certain, possible }: Holdings<T>, test: (resource: T) => boolean): boolean {
    const doubtful = () =>
        some(possible, ({ resource, doubt }) => {
            if (test(resource)) throw doubt;
            return false;
        });
    return some(certain, test) || doubtful();
}

/** A stack's clients, each with its user pool where that is in the stack and can be told. */
export function clientsOf(resources: readonly StackResource[]): (Pick<StackResource, "name" | "urn" | "props"> & { pool?: Pool })[] {
    const ofType = (type: string) => resources.filter(resource => resource.type === type);
    const pools = ofType(POOL_TYPE);
    const poolOf = pairing(pools);
    const identityProviders = holdings<IdentityProvider>(ofType(IDENTITY_PROVIDER_TYPE), IDENTITY_PROVIDER, poolOf);
    const resourceServers = holdings<ResourceServer>(ofType(RESOURCE_SERVER_TYPE), RESOURCE_SERVER, poolOf);
    const views = new Map<ReturnType<Pairing>, Pool>();
    for (const pool of pools) {
        const { name } = pool;
        const rest = { name, identityProviders: identityProviders(pool), resourceServers: resourceServers(pool) };
        views.set(pool, Object.assign(blockOf(pool.props, POOL, `${name}.`), rest));
    }
    return ofType(CLIENT_TYPE).map(client => {
        const { name, urn, props } = client;
        return { name, urn, props, pool: views.get(poolOf(client)) };
    });
}

/** Finds the pool that a resource is for: undefined where it is not in the stack, NotKnown where nobody can tell yet. */
type Pairing = (resource: StackResource) => StackResource | NotKnown | undefined;

function pairing(pools: readonly StackResource[]): Pairing {
    const byUrn = new Map<string, StackResource>();
    const byId = new Map<string | NotKnown, StackResource>(); // an ID that is not known is like no other
    for (const pool of pools) {
        const id = pool.id ?? textIn(pool, "id");
        const same = byId.get(id); // a pool may be in a stack twice: created, and looked up
        byUrn.set(pool.urn, same ?? pool);
        if (!same) byId.set(id, pool);
    }
    return resource => {
        const sources = resource.propertyDependencies.userPoolId ?? [];
        const [pool, ...others] = new Set(sources.flatMap(urn => byUrn.get(urn) ?? []));
        if (pool && others.length === 0) return pool;
        const id = textIn(resource, "userPoolId");
        return typeof id === "string" ? byId.get(id) : id;
    };
}

/** A property that is a text, and no empty one; NotKnown for what cannot be read as such. */
function textIn({ name, props }: StackResource, property: string): string | NotKnown {
    try {
        const text = blockOf(props, { [property]: "string" })[property];
        if (text) return text as string;
    } catch {
        // The rules that read the property say what is wrong with it.
    }
    return new NotKnown(`${name}.${property}`);
}

/** Hands each resource to its pool, or to all where it might be any's. */
function holdings<T>(resources: readonly StackResource[], kinds: Kinds, poolOf: Pairing): (pool: StackResource) => Holdings<T> {
    const certain = new Map<StackResource | undefined, T[]>(); // undefined is a pool elsewhere, for which nobody asks
    const possible: { resource: T; doubt: NotKnown }[] = [];
    for (const resource of resources) {
        const view = blockOf(resource.props, kinds, `${resource.name}.`) as T;
        const pool = poolOf(resource);
        if (pool instanceof NotKnown) possible.push({ resource: view, doubt: pool });
        else certain.get(pool)?.push(view) ?? certain.set(pool, [view]);
    }
    return pool => ({ certain: certain.get(pool) ?? [], possible });
}
