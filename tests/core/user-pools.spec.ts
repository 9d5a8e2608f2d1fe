import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { MAX_OWNER_UNKNOWN, someResource } from "../../src/core/owned-resources";
import { PropertyTypeError, UnknownValueError } from "../../src/core/properties";
import { CLIENT_TYPE, pairAcrossStacks, pairWithPools, type StackResource } from "../../src/core/user-pools";

const POOL = "aws:cognito/userPool:UserPool";
const IDENTITY_PROVIDER = "aws:cognito/identityProvider:IdentityProvider";
const RESOURCE_SERVER = "aws:cognito/resourceServer:ResourceServer";
const DOMAIN = "aws:cognito/userPoolDomain:UserPoolDomain";
const BRANDING = "aws:cognito/managedLoginBranding:ManagedLoginBranding";

interface Details {
    readonly props?: object;
    readonly id?: string;
    readonly external?: boolean;
    /** The names of the resources that userPoolId depends on. */
    readonly from?: readonly string[];
}

/** In these tests, the URN of a resource is its name. */
function resource(type: string, name: string, { props = {}, id, external, from = [] }: Details = {}): StackResource {
    return { type, name, urn: name, props, id, external, propertyDependencies: { userPoolId: from } };
}

const web = (details: Details) => resource(CLIENT_TYPE, "web", details);
const users = resource(POOL, "users", { props: { id: "eu-west-1_users" } });
const partners = resource(POOL, "partners", { id: "eu-west-1_partners" });

describe("pairWithPools", () => {
    const poolOf = (...resources: StackResource[]) => pairWithPools(resources)[0]?.pool?.name;

    it("returns the name, URN and properties of each client", () => {
        const props = { userPoolId: "eu-west-1_users" };
        const app = { ...web({}), name: "app", urn: "urn:app" };
        assert.deepEqual(
            pairWithPools([users, web({ props }), app]).map(({ name, urn, props, pool }) => ({ name, urn, props, pool: pool?.name })),
            [
                { name: "web", urn: "web", props, pool: "users" },
                { name: "app", urn: "urn:app", props: {}, pool: undefined },
            ],
        );
    });

    it("returns no resources for a pool that has none", () => {
        const [client] = pairWithPools([users, web({ from: ["users"] })]);
        const { identityProviders, resourceServers, domains } = client?.pool ?? {};
        const groups = [identityProviders, resourceServers, domains, client?.managedLoginBrandings, client?.listeners];
        assert.deepEqual(groups, Array(5).fill({ owned: [], ownerUnknown: [] }));
    });
    it("returns what is deployed of a client", () => {
        const deployed = { enableTokenRevocation: false };
        assert.deepEqual(
            pairWithPools([
                { ...web({}), deployed },
                { ...web({}), urn: "app" },
            ]).map(({ deployed }) => deployed),
            [deployed, undefined],
        );
    });

    it("returns whether a client has secrets", () => {
        const clients = pairWithPools([
            { ...web({}), hasSecrets: true },
            { ...web({}), urn: "app", hasSecrets: false },
            { ...web({}), urn: "api" },
        ]);
        assert.deepEqual(
            clients.map(client => ("hasSecrets" in client ? client.hasSecrets : undefined)),
            [true, undefined, undefined],
        );
    });
    it("finds the pool whose output is userPoolId", () => {
        assert.equal(poolOf(web({ props: { userPoolId: unknown }, from: ["partners"] }), users, partners), "partners");
    });
    it("ignores dependencies that are not pools or not in the stack", () => {
        const site = resource("acme:site:Site", "site");
        assert.equal(poolOf(site, users, web({ from: ["site", "users", "users", "gone"] })), "users");
    });
    it("finds the pool by its ID without a dependency", () => {
        assert.equal(poolOf(users, partners, web({ props: { userPoolId: "eu-west-1_users" } })), "users");
        assert.equal(poolOf(users, partners, web({ props: { userPoolId: "eu-west-1_partners" } })), "partners");
    });
    it("finds the pool by its ID if userPoolId depends on two pools", () => {
        assert.equal(poolOf(users, partners, web({ props: { userPoolId: "eu-west-1_users" }, from: ["users", "partners"] })), "users");
    });
    it("finds a pool that is in the stack twice", () => {
        const again = resource(POOL, "again", { id: "eu-west-1_users" });
        assert.equal(poolOf(users, again, web({ from: ["again"] })), "users");
        assert.equal(poolOf(users, again, web({ from: ["again", "users"] })), "users");
        assert.equal(poolOf(users, again, web({ props: { userPoolId: "eu-west-1_users" } })), "users");
    });
    it("prefers the ID of the resource to the one among its properties", () => {
        const pool = resource(POOL, "users", { id: "eu-west-1_users", props: { id: "eu-west-1_other" } });
        assert.equal(poolOf(pool, web({ props: { userPoolId: "eu-west-1_users" } })), "users");
        assert.equal(poolOf(pool, web({ props: { userPoolId: "eu-west-1_other" } })), undefined);
    });
    it("compares an ID that is a number with its string", () => {
        assert.equal(poolOf(resource(POOL, "users", { props: { id: 7 } }), web({ props: { userPoolId: "7" } })), "users");
    });

    for (const [name, details] of [
        ["userPoolId depends on two pools and is unknown", { props: { userPoolId: unknown }, from: ["users", "partners"] }],
        ["userPoolId is unknown and has no dependency", { props: { userPoolId: unknown } }],
        ["userPoolId is encrypted", { props: { userPoolId: "[secret]" } }],
        ["the pool is not in the stack", { props: { userPoolId: "eu-west-1_elsewhere" } }],
        ["userPoolId is not set", {}],
        ["userPoolId is empty", { props: { userPoolId: "" } }],
        ["userPoolId is not a string", { props: { userPoolId: ["eu-west-1_users"] } }],
    ] as const) {
        it(`finds no pool if ${name}`, () =>
            assert.equal(poolOf(users, partners, resource(POOL, "new", { props: { id: "" } }), web(details)), undefined));
    }
    it("finds no pool without recorded dependencies", () => {
        assert.equal(poolOf(users, { ...web({}), propertyDependencies: {} }), undefined);
        assert.equal(poolOf(users, { ...web({}), propertyDependencies: { userPoolId: null as never } }), undefined);
    });

    it("reads the properties of a pool, with its name in front of unknown ones", () => {
        const poolWith = (props: object) => {
            const pool = pairWithPools([resource(POOL, "users", { props }), web({ from: ["users"] })])[0]?.pool;
            assert.ok(pool);
            return pool;
        };
        const { userPoolTier, schemas } = poolWith({ userPoolTier: "LITE", schemas: [{ name: "role", mutable: "true" }] });
        assert.equal(userPoolTier, "LITE");
        assert.deepEqual([schemas?.[0]?.name, schemas?.[0]?.mutable, schemas?.[0]?.required], ["role", true, undefined]);
        assert.throws(() => poolWith({ userPoolTier: unknown }).userPoolTier, new UnknownValueError("users.userPoolTier"));
        assert.throws(() => poolWith({ schemas: [{ name: unknown }] }).schemas?.[0]?.name, new UnknownValueError("users.schemas[0].name"));
        assert.throws(() => poolWith({ schemas: {} }).schemas, new PropertyTypeError("users.schemas", "must be a list, not an object."));
    });

    it("reads the attribute settings of a pool", () => {
        const props = {
            aliasAttributes: ["preferred_username"],
            autoVerifiedAttributes: ["email"],
            usernameAttributes: [unknown],
            userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
        };
        const pool = pairWithPools([resource(POOL, "users", { props }), web({ from: ["users"] })])[0]?.pool;
        assert.deepEqual(pool?.aliasAttributes, ["preferred_username"]);
        assert.deepEqual(pool?.autoVerifiedAttributes, ["email"]);
        assert.deepEqual(pool?.userAttributeUpdateSettings?.attributesRequireVerificationBeforeUpdates, ["email"]);
        assert.throws(() => pool?.usernameAttributes?.[0], new UnknownValueError("users.usernameAttributes[0]"));
    });

    it("reads the attribute mapping of an identity provider", () => {
        const mapping = (attributeMapping: unknown) => {
            const google = resource(IDENTITY_PROVIDER, "google", { props: { attributeMapping }, from: ["users"] });
            const [provider] = pairWithPools([users, google, web({ from: ["users"] })])[0]?.pool?.identityProviders.owned ?? [];
            return provider?.attributeMapping;
        };
        assert.deepEqual({ ...mapping({ email: "mail", "custom:team": "team" }) }, { email: "mail", "custom:team": "team" });
        assert.throws(() => mapping(unknown), new UnknownValueError("google.attributeMapping"));
        assert.throws(() => mapping({ email: unknown })?.email, new UnknownValueError("google.attributeMapping.email"));
    });

    it("reads the domains of a pool", () => {
        const domain = resource(DOMAIN, "domain", { props: { managedLoginVersion: 2 }, from: ["users"] });
        const [found] = pairWithPools([users, domain, web({ from: ["users"] })])[0]?.pool?.domains.owned ?? [];
        assert.equal(found?.managedLoginVersion, 2);
    });

    it("returns the same schemas each time, in which rules look up attributes", () => {
        const pool = pairWithPools([resource(POOL, "users", { props: { schemas: [{ name: "role" }] } }), web({ from: ["users"] })])[0]
            ?.pool;
        assert.equal(pool?.schemas, pool?.schemas);
        assert.deepEqual(
            pool?.schemas?.map(({ name }) => name),
            ["role"],
        );
    });

    it("takes more schemas than a pool can have for unknown", () => {
        const poolWith = (count: number) => {
            const schemas = Array.from({ length: count }, (_, index) => ({ name: `a${index}` }));
            return pairWithPools([resource(POOL, "users", { props: { schemas } }), web({ from: ["users"] })])[0]?.pool;
        };
        assert.equal(poolWith(100)?.schemas?.length, 100);
        const pool = poolWith(101);
        for (const _ of [1, 2]) assert.throws(() => pool?.schemas, new UnknownValueError("users.schemas"));
    });

    it("reads the resource servers of a pool", () => {
        const api = resource(RESOURCE_SERVER, "api", {
            props: { identifier: "api", scopes: [{ scopeName: "read" }, { scopeName: unknown }] },
            from: ["users"],
        });
        const [server] = pairWithPools([users, api, web({ from: ["users"] })])[0]?.pool?.resourceServers.owned ?? [];
        assert.equal(server?.identifier, "api");
        assert.equal(server?.scopes?.[0]?.scopeName, "read");
        assert.throws(() => server?.scopes?.[1]?.scopeName, new UnknownValueError("api.scopes[1].scopeName"));
    });
});

describe("the resources of a pool", () => {
    /** Whether a pool of the stack has an identity provider of this name. */
    const hasProvider = (resources: readonly StackResource[], providerName: string, pool = "users") => {
        const found = pairWithPools([...resources, web({ from: [pool] })])[0]?.pool;
        assert.ok(found);
        return someResource(found.identityProviders, provider => provider.providerName === providerName);
    };
    const provider = (providerName: string, details: Details) =>
        resource(IDENTITY_PROVIDER, `provider-${providerName}`, { ...details, props: { providerName, ...details.props } });

    it("include one that depends on the pool", () => {
        assert.equal(hasProvider([provider("Okta", { from: ["users"] }), users, partners], "Okta"), true);
    });
    it("include one with the pool's ID", () => {
        assert.equal(hasProvider([users, provider("Okta", { props: { userPoolId: "eu-west-1_users" } })], "Okta"), true);
    });
    it("do not include those of another pool, in this stack or outside it", () => {
        const others = [provider("Okta", { from: ["partners"] }), provider("Entra", { props: { userPoolId: "eu-west-1_elsewhere" } })];
        assert.equal(hasProvider([users, partners, ...others], "Okta"), false);
        assert.equal(hasProvider([users, partners, ...others], "Okta", "partners"), true);
        assert.equal(hasProvider([users, partners, ...others], "Entra"), false);
    });
    it("may include one whose pool is unknown", () => {
        for (const details of [{}, { props: { userPoolId: unknown } }, { props: { userPoolId: 7n } }, { from: ["users", "partners"] }]) {
            const resources = [users, partners, provider("Okta", details)];
            assert.throws(() => hasProvider(resources, "Okta"), new UnknownValueError("provider-Okta.userPoolId"));
            assert.equal(hasProvider(resources, "Entra"), false);
        }
    });
    it("include one that depends on the pool next to one whose pool is unknown", () => {
        assert.equal(hasProvider([users, provider("Okta", {}), provider("Okta", { from: ["users"] })], "Okta"), true);
    });
});

describe("pairAcrossStacks", () => {
    type Stacks = Readonly<Record<string, readonly StackResource[]>>;
    const clientsOf = (stacks: Stacks) => pairAcrossStacks(Object.entries(stacks).map(([file, resources]) => ({ file, resources })));
    /** The names of the pools of all clients. */
    const poolsOf = (stacks: Stacks) => clientsOf(stacks).flatMap(clients => clients.map(({ pool }) => pool?.name));
    const app = web({ props: { userPoolId: "eu-west-1_users" } });
    const lookedUp = resource(POOL, "looked-up", { id: "eu-west-1_users", external: true, props: { userPoolTier: "LITE" } });

    it("returns the clients of each stack", () => {
        const names = clientsOf({ "a.json": [app, resource(CLIENT_TYPE, "api")], "b.json": [users], "c.json": [app] });
        assert.deepEqual(
            names.map(clients => clients.map(({ name }) => name)),
            [["web", "api"], [], ["web"]],
        );
    });
    it("finds a pool of another stack by its ID and adds the file to its name", () => {
        assert.deepEqual(poolsOf({ "app.json": [app], "infra.json": [partners, users] }), ["users (infra.json)"]);
        assert.deepEqual(poolsOf({ "infra.json": [partners, users], "app.json": [app] }), ["users (infra.json)"]);
    });
    it("finds no pool of another stack by a dependency, since stacks can have equal URNs", () => {
        const props = { userPoolId: unknown };
        assert.deepEqual(poolsOf({ "app.json": [web({ props, from: ["users"] })], "infra.json": [users] }), [undefined]);
    });
    it("prefers the pool of the client's own stack", () => {
        const stacks = { "app.json": [resource(POOL, "own", { id: "eu-west-1_users" }), app], "infra.json": [users] };
        assert.deepEqual(poolsOf(stacks), ["own"]);
        assert.deepEqual(poolsOf({ "app.json": [lookedUp, app], "infra.json": [users] }), ["looked-up"]);
    });
    it("finds no pool if two stacks manage one with the same ID", () => {
        assert.deepEqual(poolsOf({ "app.json": [app], "a.json": [users], "b.json": [users] }), [undefined]);
        assert.deepEqual(poolsOf({ "app.json": [app], "a.json": [users], "b.json": [users], "c.json": [lookedUp] }), [undefined]);
    });
    it("prefers the stack that manages the pool to those that look it up", () => {
        assert.deepEqual(poolsOf({ "a.json": [lookedUp], "app.json": [app], "infra.json": [users] }), ["users (infra.json)"]);
        assert.deepEqual(poolsOf({ "app.json": [app], "infra.json": [users], "z.json": [lookedUp] }), ["users (infra.json)"]);
    });
    it("finds a pool that stacks only look up in the first of them", () => {
        assert.deepEqual(poolsOf({ "app.json": [app], "b.json": [lookedUp], "c.json": [lookedUp] }), ["looked-up (b.json)"]);
    });
    it("starts the paths of unknown values with the name and the file of the pool", () => {
        const pool = resource(POOL, "users", { id: "eu-west-1_users", props: { userPoolTier: unknown } });
        const [client] = clientsOf({ "app.json": [app], "infra.json": [pool] })[0] ?? [];
        assert.throws(() => client?.pool?.userPoolTier, new UnknownValueError("users (infra.json).userPoolTier"));
    });

    describe("finds identity providers", () => {
        const provider = (providerName: string, details: Details) =>
            resource(IDENTITY_PROVIDER, providerName, {
                ...details,
                props: { userPoolId: "eu-west-1_users", ...details.props, providerName },
            });
        /** The providers of the first client's pool. */
        const providersOf = (stacks: Stacks) => {
            const pool = clientsOf(stacks).flat()[0]?.pool;
            return {
                owned: pool?.identityProviders.owned.map(({ providerName }) => providerName),
                ownerUnknown: pool?.identityProviders.ownerUnknown.map(({ resource }) => resource.providerName),
            };
        };
        const byDependency = provider("Google", { props: { userPoolId: unknown }, from: ["users"] });

        it("in the stack of the pool, that of the client and any other", () => {
            const stacks = {
                "app.json": [app, provider("Apple", {})],
                "infra.json": [users, byDependency],
                "sso.json": [provider("Okta", {})],
            };
            assert.deepEqual(providersOf(stacks), { owned: ["Apple", "Google", "Okta"], ownerUnknown: [] });
        });
        it("of a pool that the client's stack looks up", () => {
            const stacks = {
                "app.json": [lookedUp, app],
                "infra.json": [users, byDependency],
                "sso.json": [lookedUp, provider("Okta", {})],
            };
            assert.deepEqual(providersOf(stacks), { owned: ["Google", "Okta"], ownerUnknown: [] });
        });
        it("only in the client's stack if another stack manages a pool with the same ID", () => {
            const stacks = { "app.json": [users, app, byDependency], "copy.json": [users, provider("Okta", {})] };
            assert.deepEqual(providersOf(stacks), { owned: ["Google"], ownerUnknown: [] });
        });
        it("whose owner is unknown in any stack", () => {
            const stacks = { "app.json": [users, app], "sso.json": [provider("Okta", { props: { userPoolId: unknown } })] };
            assert.deepEqual(providersOf(stacks), { owned: [], ownerUnknown: ["Okta"] });
        });
        it("not of other pools", () => {
            const stacks = {
                "app.json": [app],
                "infra.json": [users, partners, provider("Okta", { props: { userPoolId: "eu-west-1_partners" } })],
            };
            assert.deepEqual(providersOf(stacks), { owned: [], ownerUnknown: [] });
        });
    });

    it("finds the resource servers of another stack", () => {
        const server = resource(RESOURCE_SERVER, "api", { props: { identifier: "api", userPoolId: "eu-west-1_users" } });
        const [client] = clientsOf({ "app.json": [app], "infra.json": [users], "api.json": [server] })[0] ?? [];
        assert.deepEqual(
            client?.pool?.resourceServers.owned.map(({ identifier }) => identifier),
            ["api"],
        );
    });
});

describe("the resources of a client", () => {
    const LISTENER = "aws:lb/listener:Listener";
    const signIn = (userPoolClientId: unknown) => ({ authenticateCognito: { userPoolClientId } });
    const listener = (name: string, props: object, dependencies: readonly string[] = [], type = LISTENER): StackResource => ({
        ...resource(type, name),
        props,
        propertyDependencies: { [type.includes("Rule") ? "actions" : "defaultActions"]: dependencies },
    });
    const branding = (name: string, clientId: unknown, dependencies: readonly string[] = []): StackResource => ({
        ...resource(BRANDING, name),
        props: { clientId },
        propertyDependencies: { clientId: dependencies },
    });
    const client = (name: string, id?: string) => ({ ...resource(CLIENT_TYPE, name), ...(id !== undefined && { id }) });

    /** The names of the resources of each client, and of those that may be its. */
    const namesOf = (resources: readonly StackResource[], kind: "listeners" | "managedLoginBrandings" = "listeners") =>
        Object.fromEntries(
            pairWithPools(resources).map(({ name, [kind]: { owned, ownerUnknown } }) => [
                name,
                [...owned.map(({ name }) => name), ...ownerUnknown.map(({ resource, error }) => `${resource.name}: ${error.property}`)],
            ]),
        );

    it("are listeners and listener rules with its ID", () => {
        for (const module of ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"]) {
            const resources = [
                client("web", "c1"),
                client("app", "c2"),
                listener("https", { defaultActions: [{ type: "forward" }, signIn("c1")] }, [], `aws:${module}/listener:Listener`),
                listener("rule", { actions: [signIn("c2")] }, [], `aws:${module}/listenerRule:ListenerRule`),
            ];
            assert.deepEqual(namesOf(resources), { web: ["https"], app: ["rule"] });
        }
    });
    it("are listeners that depend on it alone, if the ID is unknown", () => {
        const resources = [
            client("web"),
            client("app"),
            users,
            listener("https", { defaultActions: [signIn(unknown)] }, ["users", "web", "gone"]),
            listener("both", { defaultActions: [signIn(unknown)] }, ["web", "app"]),
        ];
        const both = "both: both.defaultActions[0].authenticateCognito.userPoolClientId";
        assert.deepEqual(namesOf(resources), { web: ["https", both], app: [both] });
    });
    it("are found by a known ID before a dependency, which another action can have", () => {
        const https = listener("https", { defaultActions: [signIn("c2")] }, ["web"]);
        assert.deepEqual(namesOf([client("web", "c1"), client("app", "c2"), https]), { web: [], app: ["https"] });
        assert.deepEqual(namesOf([client("web", "c1"), https]), { web: [] });
    });
    it("include a listener once that uses it twice, and one that uses two clients", () => {
        const twice = listener("twice", { defaultActions: [signIn("c1"), signIn("c1"), signIn("c2")] });
        assert.deepEqual(namesOf([client("web", "c1"), client("app", "c2"), twice]), { web: ["twice"], app: ["twice"] });
    });
    it("do not include listeners that may not sign users in", () => {
        const props = [
            { defaultActions: unknown },
            { defaultActions: [unknown, { authenticateCognito: unknown }, { type: "forward" }, { authenticateCognito: {} }] },
            { defaultActions: "text" },
            { defaultActions: [7, { authenticateCognito: [] }, signIn([])] },
            {},
        ];
        const listeners = props.map((props, index) => listener(`listener-${index}`, props, ["web"]));
        assert.deepEqual(namesOf([client("web", "c1"), ...listeners]), { web: [] });
    });
    it("are styles with its ID, or that depend on it", () => {
        const resources = [
            client("web", "c1"),
            client("app"),
            branding("by-id", "c1"),
            branding("by-dependency", unknown, ["app"]),
            branding("elsewhere", "c3"),
        ];
        assert.deepEqual(namesOf(resources, "managedLoginBrandings"), { web: ["by-id"], app: ["by-dependency"] });
        assert.deepEqual(namesOf([client("web"), branding("some", unknown)], "managedLoginBrandings"), { web: ["some: some.clientId"] });
    });
    it("are those of another stack with its ID", () => {
        const [, [web] = []] = pairAcrossStacks([
            { file: "lb.json", resources: [listener("https", { defaultActions: [signIn("c1")] })] },
            { file: "auth.json", resources: [client("web", "c1")] },
        ]);
        assert.deepEqual(web?.listeners.owned, [{ name: "https" }]);
    });
});

describe("a pool that may have more resources", () => {
    const isOpen = (clients: boolean, pools: boolean) =>
        pairAcrossStacks([
            { file: "app", resources: [web({ props: { userPoolId: "eu-west-1_users" } })], isOpen: clients },
            { file: "infra", resources: [users], isOpen: pools },
        ])[0]?.[0]?.pool?.isOpen;

    it("is in an open stack, or used by a client in one", () => {
        assert.equal(isOpen(false, false), false);
        assert.equal(isOpen(true, false), true);
        assert.equal(isOpen(false, true), true);
        assert.equal(pairWithPools([users, web({ from: ["users"] })])[0]?.pool?.isOpen, false);
    });
});

describe("mayPrecede", () => {
    const pool = { ...users, dependencies: [] };
    const google = resource(IDENTITY_PROVIDER, "google", { props: { providerName: "Google" }, from: ["users"] });
    const newWeb = (dependencies?: readonly string[]) => ({ ...web({ from: ["users"] }), ...(dependencies && { dependencies }) });
    /** Whether the client may be created before the identity provider. */
    const mayPrecede = (...resources: StackResource[]) => {
        const [client] = pairWithPools([pool, ...resources]);
        const [provider] = client?.pool?.identityProviders.owned ?? [];
        assert.ok(client && provider);
        return client.mayPrecede(provider);
    };

    it("is true if neither exists and the client does not depend on the resource", () => {
        assert.equal(mayPrecede(google, newWeb(["users"])), true);
    });
    it("is false if one of them exists, or the client depends on the resource", () => {
        assert.equal(mayPrecede({ ...google, exists: true }, newWeb([])), false);
        assert.equal(mayPrecede(google, { ...newWeb([]), exists: true }), false);
        assert.equal(mayPrecede(google, newWeb(["google"])), false);
    });
    it("is false if it is unknown what the client depends on", () => assert.equal(mayPrecede(google, newWeb()), false));
    it("is false for a resource of another stack", () => {
        const stack = (resources: StackResource[]) => ({ file: "", resources });
        const elsewhere = { ...google, props: { providerName: "Google", userPoolId: "eu-west-1_users" } };
        const [[client] = []] = pairAcrossStacks([stack([pool, newWeb([])]), stack([elsewhere])]);
        const [provider] = client?.pool?.identityProviders.owned ?? [];
        assert.ok(client && provider);
        assert.equal(client.mayPrecede(provider), false);
    });
});

describe("many resources with unknown owners", () => {
    const strays = (count: number) =>
        Array.from({ length: count }, (_, index) => resource(IDENTITY_PROVIDER, `stray-${index}`, { props: { providerName: "Okta" } }));
    const poolWith = (count: number) => pairWithPools([users, ...strays(count), web({ from: ["users"] })])[0]?.pool;

    it("are tested up to a limit", () => {
        const pool = poolWith(MAX_OWNER_UNKNOWN - 1);
        assert.equal(pool?.identityProviders.ownerUnknown.length, MAX_OWNER_UNKNOWN - 1);
        assert.equal(
            someResource(pool.identityProviders, ({ providerName }) => providerName === "Google"),
            false,
        );
    });
    it("can be any beyond the limit", () => {
        const pool = poolWith(3 * MAX_OWNER_UNKNOWN);
        assert.equal(pool?.identityProviders.ownerUnknown.length, MAX_OWNER_UNKNOWN);
        const test = () => someResource(pool.identityProviders, ({ providerName }) => providerName === "Google");
        assert.throws(test, new UnknownValueError("stray-0.userPoolId"));
    });
});
