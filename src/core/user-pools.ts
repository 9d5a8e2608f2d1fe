import { CreationOrder } from "./creation-order";
import { groupByOwner, type OwnedResources } from "./owned-resources";
import { type Owner, Owners, readId } from "./owners";
import { type BlockSchema, readProperties, UnknownValueError } from "./properties";
import {
    BRANDING_TYPE,
    DOMAIN,
    DOMAIN_TYPE,
    IDENTITY_PROVIDER,
    IDENTITY_PROVIDER_TYPE,
    type IdentityProvider,
    LISTENER,
    LISTENER_TYPES,
    type Listener,
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
    const findPool = (resource: StackResource, stack: Stack) =>
        pools.ofDependency(stack, resource, "userPoolId") ?? pools.withId(stack, readId(resource, "userPoolId"));

    const sources = new WeakMap<object, StackResource>();
    const ofPools = <T extends object>(type: string, schema: BlockSchema) =>
        groupByOwner<T>(stacks, pools, (resource, stack) => {
            if (resource.type !== type) return undefined;
            const view = readProperties(resource.props, schema, `${resource.name}.`) as T;
            sources.set(view, resource);
            return { resource: view, owners: [findPool(resource, stack)] };
        });
    const identityProviders = ofPools<IdentityProvider>(IDENTITY_PROVIDER_TYPE, IDENTITY_PROVIDER);
    const resourceServers = ofPools<ResourceServer>(RESOURCE_SERVER_TYPE, RESOURCE_SERVER);
    const domains = ofPools<UserPoolDomain>(DOMAIN_TYPE, DOMAIN);

    const ofClients = (propertyOf: (type: string) => string | undefined) =>
        groupByOwner<ClientResource>(stacks, clients, (resource, stack) => {
            const property = propertyOf(resource.type);
            if (!property) return undefined;
            const findClient = (id: string | UnknownValueError) =>
                typeof id === "string" ? clients.withId(stack, id) : (clients.ofDependency(stack, resource, property) ?? id);
            return { resource: { name: resource.name }, owners: clientIdsIn(resource).map(findClient) };
        });
    const managedLoginBrandings = ofClients(type => (type === BRANDING_TYPE ? "clientId" : undefined));
    const listeners = ofClients(type => LISTENER_TYPES.get(type));

    return stacks.map(stack => {
        const order = new CreationOrder(stack.resources, NAMED_TYPES);
        const read = new Map<Owner, Pool>();
        const readPool = (owner: Owner): Pool => {
            const name = owner.stack === stack ? owner.resource.name : `${owner.resource.name} (${owner.stack.file})`;
            const owned = {
                name,
                isOpen: true,
                identityProviders: identityProviders(owner),
                resourceServers: resourceServers(owner),
                domains: domains(owner),
            };
            // Whether a program is read in full is only found out when a rule needs it.
            const isOpen = { enumerable: true, get: () => Boolean(stack.isOpen || owner.stack.isOpen) };
            const pool: Pool = Object.defineProperty(
                Object.assign(readPoolProperties(owner.resource.props, name), owned),
                "isOpen",
                isOpen,
            );
            read.set(owner, pool);
            return pool;
        };
        return stack.resources.flatMap((resource): StackClient[] => {
            if (resource.type !== CLIENT_TYPE) return [];
            const { name, urn, props, deployed, hasSecrets } = resource;
            const owner = findPool(resource, stack);
            const pool = !owner || owner instanceof UnknownValueError ? undefined : (read.get(owner) ?? readPool(owner));
            const client = clients.get(stack, resource);
            const related: ClientResources = {
                managedLoginBrandings: managedLoginBrandings(client),
                listeners: listeners(client),
                mayPrecede: other => order.areParallel(resource, sources.get(other)),
            };
            return [
                { name, urn, props, ...(deployed && { deployed }), ...(hasSecrets && { hasSecrets }), ...(pool && { pool }), ...related },
            ];
        });
    });
}

/** More than the 20 standard and 50 custom attributes that a user pool can have. */
const MAX_SCHEMAS = 100;

/** Reads a pool. It has the same list of schemas each time, in which rules look up attributes for every client. */
function readPoolProperties(props: object, name: string): PoolProperties {
    const view: PoolProperties = readProperties(props, POOL, `${name}.`);
    const schemas = once(() => {
        const list = view.schemas;
        if (list && list.length > MAX_SCHEMAS) throw new UnknownValueError(`${name}.schemas`);
        return list;
    });
    return Object.defineProperty(readProperties(props, POOL, `${name}.`), "schemas", { enumerable: true, get: schemas });
}

/** Returns a function that reads once: it returns the same value or throws the same error each time. */
function once<T>(read: () => T): () => T {
    let result: (() => T) | undefined;
    return () => {
        if (!result) {
            try {
                const value = read();
                result = () => value;
            } catch (error) {
                result = () => {
                    throw error;
                };
            }
        }
        return result();
    };
}

/** Returns the IDs of the clients that a resource belongs to. What cannot be read of a listener is not known to sign users in. */
function clientIdsIn(resource: StackResource): readonly (string | UnknownValueError)[] {
    const property = LISTENER_TYPES.get(resource.type);
    if (!property) return [readId(resource, "clientId")];
    const listener: Listener = readProperties(resource.props, LISTENER, `${resource.name}.`);
    const actions = attempt(() => listener[property]);
    if (!actions || actions instanceof UnknownValueError) return [];
    return Array.from({ length: actions.length }, (_, index) => {
        const login = attempt(() => actions[index]?.authenticateCognito);
        return login instanceof UnknownValueError ? undefined : login && attempt(() => login.userPoolClientId);
    }).filter(id => id !== undefined);
}

/** Reads a value. Returns UnknownValueError if it is unknown, and undefined if its type is wrong. */
function attempt<T>(read: () => T): T | UnknownValueError | undefined {
    try {
        return read();
    } catch (error) {
        return error instanceof UnknownValueError ? error : undefined;
    }
}
