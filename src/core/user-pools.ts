import { clientIdsIn } from "./client-ids";
import { CreationOrder } from "./creation-order";
import { groupByOwner, type OwnedResources } from "./owned-resources";
import { type FoundOwner, type Owner, Owners, readId } from "./owners";
import { type BlockSchema, readProperties, UnknownValueError } from "./properties";
import {
    BRANDING_TYPE,
    DOMAIN,
    DOMAIN_TYPE,
    IDENTITY_PROVIDER,
    IDENTITY_PROVIDER_TYPE,
    type IdentityProvider,
    LISTENER_TYPES,
    POOL,
    POOL_TYPE,
    type PoolProperties,
    RESOURCE_SERVER,
    RESOURCE_SERVER_TYPE,
    type ResourceServer,
    type UserPoolDomain,
} from "./resource-types";

export const CLIENT_TYPE = "aws:cognito/userPoolClient:UserPoolClient";

/** The types of app clients that no rule evaluates. */
export const UNCHECKED_TYPES: readonly string[] = [
    "aws-native:cognito:UserPoolClient",
    "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
];

/** The types of all app clients. */
export const CLIENT_TYPES: ReadonlySet<unknown> = new Set([CLIENT_TYPE, ...UNCHECKED_TYPES]);

/** A resource of a stack, from a policy's arguments, a state, a preview or a program. */
export interface StackResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    /** What the program sets; of a resource that the stack only reads, its outputs. */
    readonly props: object;
    /** For an app client in a state: what the provider has read of the properties that the program does not set. */
    readonly deployed?: object;
    /** Whether a property is a secret. */
    readonly hasSecrets?: boolean;
    /** The ID, if it is known and not among the properties. */
    readonly id?: string;
    /** Whether the stack only reads the resource. */
    readonly external?: boolean;
    /** Whether the resource has been created already. */
    readonly exists?: boolean;
    /** The URNs of the resources that must be created before this one; undefined if a program computes them. */
    readonly dependencies?: readonly string[];
    /** For each property, the URNs of the resources whose outputs it uses. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** The resources of a stack, and the file that they were read from. */
export interface Stack {
    readonly file: string;
    readonly resources: readonly StackResource[];
    /** Whether the stack may have more resources than were read. */
    readonly isOpen?: boolean;
}

/** The resources of the stacks that belong to an app client. */
export interface ClientResources {
    /** The client's user pool, if that is in one of the stacks. */
    readonly pool?: Pool;
    readonly managedLoginBrandings: OwnedResources<ClientResource>;
    /** The listeners and listener rules of load balancers that sign users in with the client. */
    readonly listeners: OwnedResources<ClientResource>;
    /** Whether a deployment creates the client and a resource of its pool, and may create the client first. */
    readonly mayPrecede: (resource: IdentityProvider | ResourceServer) => boolean;
}

/** A resource that belongs to a client. */
export interface ClientResource {
    /** The name of the resource. */
    readonly name: string;
}

/** A client of a stack, with the resources that belong to it. */
export interface StackClient extends Pick<StackResource, "name" | "urn" | "props" | "deployed" | "hasSecrets">, ClientResources {}

/** A user pool, with the resources of the stacks that belong to it. */
export interface Pool extends PoolProperties {
    /** The name of the resource. */
    readonly name: string;
    /** Whether the pool may have more resources than were read, so that none of them is known to be missing. */
    readonly isOpen: boolean;
    readonly identityProviders: OwnedResources<IdentityProvider>;
    readonly resourceServers: OwnedResources<ResourceServer>;
    readonly domains: OwnedResources<UserPoolDomain>;
}

/** Returns the clients of a stack, each with its user pool if that is in the stack and known. */
export function pairWithPools(resources: readonly StackResource[]): StackClient[] {
    return pairAcrossStacks([{ file: "", resources }]).flat();
}

/** The types of resources that a client can name by text, without a dependency. */
const NAMED_TYPES: ReadonlySet<string> = new Set([IDENTITY_PROVIDER_TYPE, RESOURCE_SERVER_TYPE]);

/**
 * Returns the clients of each stack, each with its user pool. A pool of another stack is found by its ID, and its name is followed
 * by the file, as in `customers (infra.json)`. What belongs to a pool or a client can be in any stack.
 */
export function pairAcrossStacks(stacks: readonly Stack[]): StackClient[][] {
    const pools = new Owners(stacks, POOL_TYPE);
    const clients = new Owners(stacks, CLIENT_TYPE);
    const ofPools = groupByPool(stacks, pools);
    const ofClients = groupByClient(stacks, clients);
    return stacks.map(stack => {
        const order = new CreationOrder(stack.resources, NAMED_TYPES);
        const read = new Map<Owner, Pool>();
        const poolOf = (client: StackResource): Pool | undefined => {
            const owner = findPool(pools, stack, client);
            if (!owner || owner instanceof UnknownValueError) return undefined;
            const pool = read.get(owner) ?? readPool(owner, stack, ofPools);
            read.set(owner, pool);
            return pool;
        };
        return stack.resources.flatMap((resource): StackClient[] => {
            if (resource.type !== CLIENT_TYPE) return [];
            const { name, urn, props, deployed, hasSecrets } = resource;
            const client = clients.get(stack, resource);
            const pool = poolOf(resource);
            return [
                {
                    name,
                    urn,
                    props,
                    ...(deployed && { deployed }),
                    ...(hasSecrets && { hasSecrets }),
                    ...(pool && { pool }),
                    managedLoginBrandings: ofClients.managedLoginBrandings(client),
                    listeners: ofClients.listeners(client),
                    mayPrecede: other => order.areParallel(resource, ofPools.sourceOf(other)),
                },
            ];
        });
    });
}

function findPool(pools: Owners, stack: Stack, resource: StackResource): FoundOwner {
    return pools.ofDependency(stack, resource, "userPoolId") ?? pools.withId(stack, readId(resource, "userPoolId"));
}

/** Returns functions for the resources of each type that belong to a pool, and one for the resource that was read as one of them. */
function groupByPool(stacks: readonly Stack[], pools: Owners) {
    const sources = new WeakMap<object, StackResource>();
    const group = <T extends object>(type: string, schema: BlockSchema) =>
        groupByOwner<T>(stacks, pools, (resource, stack) => {
            if (resource.type !== type) return undefined;
            const view = readProperties(resource.props, schema, `${resource.name}.`) as T;
            sources.set(view, resource);
            return { resource: view, owners: [findPool(pools, stack, resource)] };
        });
    return {
        identityProviders: group<IdentityProvider>(IDENTITY_PROVIDER_TYPE, IDENTITY_PROVIDER),
        resourceServers: group<ResourceServer>(RESOURCE_SERVER_TYPE, RESOURCE_SERVER),
        domains: group<UserPoolDomain>(DOMAIN_TYPE, DOMAIN),
        sourceOf: (view: object) => sources.get(view),
    };
}

/** Returns functions for the resources of each type that belong to a client. */
function groupByClient(stacks: readonly Stack[], clients: Owners) {
    const group = (propertyOf: (type: string) => string | undefined) =>
        groupByOwner<ClientResource>(stacks, clients, (resource, stack) => {
            const property = propertyOf(resource.type);
            if (!property) return undefined;
            const findClient = (id: string | UnknownValueError): FoundOwner =>
                typeof id === "string" ? clients.withId(stack, id) : (clients.ofDependency(stack, resource, property) ?? id);
            return { resource: { name: resource.name }, owners: clientIdsIn(resource).map(findClient) };
        });
    return {
        managedLoginBrandings: group(type => (type === BRANDING_TYPE ? "clientId" : undefined)),
        listeners: group(type => LISTENER_TYPES.get(type)),
    };
}

/** More than the 20 standard and 50 custom attributes that a user pool can have. */
const MAX_SCHEMAS = 100;

/** Reads a pool for the clients of a stack. */
function readPool(owner: Owner, stack: Stack, ofPools: ReturnType<typeof groupByPool>): Pool {
    const { resource } = owner;
    const name = owner.stack === stack ? resource.name : `${resource.name} (${owner.stack.file})`;
    const view: PoolProperties = readProperties(resource.props, POOL, `${name}.`);
    const pool = Object.assign(readProperties(resource.props, POOL, `${name}.`), {
        name,
        isOpen: true,
        identityProviders: ofPools.identityProviders(owner),
        resourceServers: ofPools.resourceServers(owner),
        domains: ofPools.domains(owner),
    });
    return Object.defineProperties(pool, {
        schemas: {
            enumerable: true,
            get: () => {
                if (view.schemas && view.schemas.length > MAX_SCHEMAS) throw new UnknownValueError(`${name}.schemas`);
                return view.schemas;
            },
        },
        // Whether a program is read in full is only found out when a rule needs it.
        isOpen: { enumerable: true, get: () => Boolean(stack.isOpen || owner.stack.isOpen) },
    });
}
