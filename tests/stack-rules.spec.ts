import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import {
    client,
    identityProvider,
    listener,
    managedLoginBranding,
    pool,
    resourceServer,
    type TestStack,
    userPoolDomain,
} from "../src/api/testing";
import { evaluate } from "../src/core/evaluate";
import { MAX_OWNER_UNKNOWN } from "../src/core/owned-resources";
import { pairAcrossStacks, pairWithPools, type StackResource } from "../src/core/user-pools";
import { rules } from "../src/rules";
import matchManagedLogin from "../src/rules/match-managed-login";
import matchPoolTier from "../src/rules/match-pool-tier";
import { validateStack } from "../src/testing/run-policy";
import { resourcesOf } from "../src/testing/test-stack-rule";
import { parseResources } from "./support/check";
import { ROOT } from "./support/pack";

const RULES = rules.filter(({ scope }) => scope === "stack");

/** Rules on what users can do, which are about most clients of the webshop. */
const CONSISTENCY = RULES.filter(({ category }) => category === "consistency");

describe("the clients of the webshop", () => {
    const file = (name: string) => readFileSync(path.join(ROOT, "examples/webshop", name), "utf8");

    /** Returns the resources of a state as Pulumi passes them to a policy after an update: with outputs in place of inputs. */
    function parseOutputs(state: string): StackResource[] {
        type State = { urn: string; outputs?: object };
        const states: State[] = JSON.parse(state).deployment.resources;
        const outputs = new Map(states.map(({ urn, outputs }) => [urn, outputs ?? {}]));
        return parseResources(state).map(({ id, ...resource }) => ({ ...resource, props: outputs.get(resource.urn) ?? {} }));
    }

    for (const [source, resources] of [
        ["a preview", parseResources(file("preview.json"))],
        ["the inputs in a state", parseResources(file("state.json"))],
        ["the outputs in a state", parseOutputs(file("state.json"))],
        [
            "the outputs in a state without dependencies",
            parseOutputs(file("state.json")).map(resource => ({ ...resource, dependencies: [], propertyDependencies: {} })),
        ],
    ] as const) {
        it(`have conflicts with their pools and domain, according to ${source}`, () => {
            const violations = CONSISTENCY.flatMap(rule =>
                validateStack(rule, resources).violations.map(({ message, urn }) => `${urn?.split("::").at(-1)}: ${rule.name}: ${message}`),
            );
            const withoutStyle = (flows: string) =>
                `allowedOauthFlows has ${flows}, but the client has no style for managed login version 2 of the user pool customers. ${matchManagedLogin.remediation}`;
            assert.deepEqual(violations.sort(), [
                `metrics: match-pool-tier: explicitAuthFlows has ALLOW_USER_AUTH, but the user pool partners is in the Lite tier. ${matchPoolTier.remediation}`,
                `mobile: match-managed-login: ${withoutStyle('"code" and "implicit"')}`,
                ...["preview-site", "support", "web"].map(name => `${name}: match-managed-login: ${withoutStyle('"code"')}`),
            ]);
        });
    }

    it("depend only on values that are unknown in a preview", () => {
        const unknownIn = (text: string) =>
            pairWithPools(parseResources(text)).flatMap(client =>
                RULES.flatMap(rule => evaluate(rule, client, {}).unknown.map(property => `${client.name}: ${rule.name}: ${property}`)),
            );
        const scopes = ["match-creation-order", "match-resource-server-scopes"].map(rule => `worker: ${rule}: allowedOauthScopes`);
        assert.deepEqual(unknownIn(file("preview.json")), scopes);
        assert.deepEqual(unknownIn(file("state.json")), []);
    });
});

describe("a stack that may have more resources", () => {
    const LOGIN = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };
    const stack: TestStack = {
        users: pool({ userPoolTier: "LITE", schemas: [{ name: "team", attributeDataType: "String" }] }),
        google: identityProvider("users", { providerName: "Google", attributeMapping: { "custom:team": "team" } }),
        orders: resourceServer("users", { identifier: "orders", scopes: [{ scopeName: "read", scopeDescription: "Read orders" }] }),
        absent: client("users", { ...LOGIN, supportedIdentityProviders: ["Okta"], allowedOauthScopes: ["Orders/read"] }),
        present: client("users", {
            explicitAuthFlows: ["ALLOW_USER_AUTH"],
            supportedIdentityProviders: ["Google"],
            allowedOauthScopes: ["orders/delete"],
            readAttributes: ["custom:role"],
            writeAttributes: ["email"],
        }),
        https: listener("present"),
    };

    const violated = (name: string, isOpen: boolean) => {
        const resources = resourcesOf(stack, "preview");
        const found = pairAcrossStacks([{ file: "program", resources, isOpen }]).flat();
        const tested = found.find(client => client.name === name) ?? assert.fail();
        return RULES.filter(rule => evaluate(rule, tested, {}).violations.length > 0).map(rule => rule.name);
    };

    it("lacks no identity provider, domain, style or resource server for certain", () => {
        assert.deepEqual(violated("absent", false), [
            "match-identity-providers",
            "match-managed-login",
            "match-resource-server-scopes",
            "no-open-sign-up",
        ]);
        assert.deepEqual(violated("absent", true), ["no-open-sign-up"]);
    });

    it("has conflicts between the resources that were read", () => {
        const expected = [
            "match-attribute-mapping",
            "match-creation-order",
            "match-load-balancer",
            "match-pool-attributes",
            "match-pool-tier",
            "match-provider-mapping",
            "match-resource-server-scopes",
        ];
        assert.deepEqual(violated("present", false), expected);
        assert.deepEqual(violated("present", true), expected);
    });

    it("may have a style for version 2 of managed login", () => {
        const resources = resourcesOf(
            { users: pool(), domain: userPoolDomain("users", { managedLoginVersion: 2 }), web: client("users", LOGIN) },
            "state",
        );
        const count = (isOpen: boolean) => {
            const [[web] = []] = pairAcrossStacks([{ file: "", resources, isOpen }]);
            return RULES.filter(rule => web && evaluate(rule, web, {}).violations.length > 0).length;
        };
        assert.deepEqual([count(false), count(true)], [1, 0]);
    });
});

describe("a large stack", () => {
    const MISMATCH = {
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code"],
        allowedOauthScopes: ["api/write"],
        explicitAuthFlows: ["ALLOW_USER_AUTH"],
        readAttributes: ["custom:role"],
        supportedIdentityProviders: ["Facebook"],
    };

    /** Returns a stack with this many clients, 40 per pool, that violate the rules. */
    function stackOf(clients: number): TestStack {
        const pools = Array.from({ length: clients / 40 }, (_, index) => `pool-${index}`);
        return Object.fromEntries(
            pools.flatMap(name => [
                [name, pool({ userPoolTier: "LITE", schemas: [{ name: "tenant", attributeDataType: "String" }] })],
                [`google-of-${name}`, identityProvider(name, { providerName: "Google" })],
                [`api-of-${name}`, resourceServer(name, { identifier: "api", scopes: [{ scopeName: "read", scopeDescription: "Read" }] })],
                [`domain-of-${name}`, userPoolDomain(name, { managedLoginVersion: 2 })],
                ...Array.from({ length: 40 }, (_, index) => `client-${index}-of-${name}`).flatMap(client => [
                    [client, clientOf(name)],
                    [`https-of-${client}`, listener(client)],
                ]),
            ]),
        );
    }

    const clientOf = (poolName: string) => client(poolName, MISMATCH);

    /** Counts how often a resource, or a property of one, is read while every rule is evaluated for every client. */
    function countReads(resources: readonly StackResource[]): { reads: number; clients: number; violations: number } {
        let reads = 0;
        const counting = <T extends object>(target: T): T =>
            new Proxy(target, {
                get(target, property) {
                    reads++;
                    const found = target[property as keyof T];
                    return found instanceof Object && typeof found !== "function" ? counting(found) : found;
                },
            });
        const counted = resources.map(resource => counting({ ...resource, props: counting(resource.props) }));
        const clients = pairWithPools(counted);
        let violations = 0;
        for (const rule of RULES) for (const client of clients) violations += evaluate(rule, client, {}).violations.length;
        return { reads, clients: clients.length, violations };
    }

    /** Asserts that five times as many resources take about five times as many reads, and not 25 times as many. */
    function assertLinear(resourcesOf: (size: number) => readonly StackResource[]): void {
        const [fifth, whole] = [countReads(resourcesOf(80)), countReads(resourcesOf(400))];
        assert.ok(fifth.violations > 0);
        assert.equal(whole.clients, 5 * fifth.clients);
        assert.ok(whole.reads <= 6 * fifth.reads, `${whole.reads} reads, compared with ${fifth.reads}`);
    }

    for (const form of ["preview", "state"] as const) {
        it(`of 400 clients and 10 pools takes five times as many reads as a fifth of it, in a ${form}`, () => {
            assertLinear(size => resourcesOf(stackOf(size), form));
        });
    }

    const many = (count: number, create: (index: number) => TestStack[string], prefix: string) =>
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}-${index}`, create(index)]));

    for (const [name, stack] of Object.entries<(size: number) => TestStack>({
        "identity providers and resource servers of unknown pools": size => ({
            users: pool(),
            ...many(size, index => identityProvider(undefined, { providerName: `provider-${index}` }), "provider"),
            ...many(size, index => resourceServer(undefined, { identifier: `api-${index}` }), "api"),
            ...many(size, () => client("users", MISMATCH), "client"),
        }),
        "identity providers and resource servers of one pool": size => ({
            users: pool(),
            ...many(size, index => identityProvider("users", { providerName: `provider-${index}` }), "provider"),
            ...many(size, index => resourceServer("users", { identifier: `api-${index}` }), "api"),
            ...many(
                size,
                index =>
                    client("users", {
                        ...MISMATCH,
                        supportedIdentityProviders: [`provider-${index}`],
                        allowedOauthScopes: [`api-${index}/read`],
                    }),
                "client",
            ),
        }),
        "domains, styles and listeners of unknown owners": size => ({
            users: pool(),
            ...many(size, () => userPoolDomain(undefined, { managedLoginVersion: 2 }), "domain"),
            ...many(size, () => managedLoginBranding(undefined), "style"),
            ...many(size, () => listener(undefined), "listener"),
            ...many(size, () => client("users", MISMATCH), "client"),
        }),
        "attributes of one pool": size => ({
            users: pool({ schemas: Array.from({ length: size }, (_, index) => ({ name: `a${index}`, attributeDataType: "String" })) }),
            ...many(size, index => client("users", { ...MISMATCH, readAttributes: [`custom:a${index}`, "custom:b"] }), "client"),
        }),
    })) {
        it(`with 400 clients and 400 ${name} takes five times as many reads as a fifth of it`, () => {
            assertLinear(size => resourcesOf(stack(size), "state"));
        });
    }

    it("tests at most a few resources of unknown owners for each client", () => {
        const resources = resourcesOf(
            { users: pool(), ...many(50, () => listener(undefined), "listener"), web: client("users", {}) },
            "state",
        );
        const [web] = pairWithPools(resources);
        assert.equal(web?.listeners.ownerUnknown.length, MAX_OWNER_UNKNOWN);
    });
});
