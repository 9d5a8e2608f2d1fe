import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { PropertyTypeError, UnknownValueError } from "../../src/core/properties";
import {
    CLIENT_TYPE,
    type PoolResources,
    pairAcrossStacks,
    pairWithPools,
    type StackResource,
    someResource,
} from "../../src/core/user-pools";

const POOL = "aws:cognito/userPool:UserPool";
const IDENTITY_PROVIDER = "aws:cognito/identityProvider:IdentityProvider";
const RESOURCE_SERVER = "aws:cognito/resourceServer:ResourceServer";

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
            pairWithPools([users, web({ props }), app]).map(({ pool, ...client }) => ({ ...client, pool: pool?.name })),
            [
                { name: "web", urn: "web", props, pool: "users" },
                { name: "app", urn: "urn:app", props: {}, pool: undefined },
            ],
        );
    });

    it("returns no resources for a pool that has none", () => {
        const pool = pairWithPools([users, web({ from: ["users"] })])[0]?.pool;
        assert.deepEqual([pool?.identityProviders, pool?.resourceServers], Array(2).fill({ owned: [], ownerUnknown: [] }));
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

describe("someResource", () => {
    const throwing = (property: string) => () => {
        throw new UnknownValueError(property);
    };
    const resources = (owned: readonly string[], ownerUnknown: readonly string[] = []): PoolResources<string> => ({
        owned,
        ownerUnknown: ownerUnknown.map(resource => ({ resource, error: new UnknownValueError(`${resource}.userPoolId`) })),
    });

    it("finds nothing among no resources", () => assert.equal(someResource(resources([]), throwing("name")), false));
    it("throws for a resource that cannot be tested", () => {
        assert.throws(() => someResource(resources(["a"]), throwing("a.name")), new UnknownValueError("a.name"));
    });
    it("throws for a resource that passes and has an unknown owner", () => {
        assert.throws(() => someResource(resources(["a"], ["b", "c"]), name => name !== "a"), new UnknownValueError("b.userPoolId"));
    });
    it("throws for a resource that cannot be tested and has an unknown owner", () => {
        assert.throws(() => someResource(resources([], ["b"]), throwing("b.name")), new UnknownValueError("b.name"));
    });
    it("does not throw for a resource that fails and has an unknown owner", () => {
        assert.equal(
            someResource(resources(["a"], ["b"]), name => name === "c"),
            false,
        );
    });
    it("finds an owned resource without testing those with an unknown owner", () => {
        assert.equal(
            someResource(resources(["a"], ["b"]), name => name === "a" || throwing("b.name")()),
            true,
        );
    });
});
