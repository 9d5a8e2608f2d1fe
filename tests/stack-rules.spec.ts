import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { client, identityProvider, pool, resourceServer, type TestStack } from "../src/api/testing";
import { evaluate } from "../src/core/evaluate";
import type { Rule } from "../src/core/rule";
import { pairWithPools, type StackResource } from "../src/core/user-pools";
import matchIdentityProviders from "../src/rules/match-identity-providers";
import matchPoolAttributes from "../src/rules/match-pool-attributes";
import matchPoolTier from "../src/rules/match-pool-tier";
import matchResourceServerScopes from "../src/rules/match-resource-server-scopes";
import { validateStack } from "../src/testing/run-policy";
import { resourcesOf } from "../src/testing/test-stack-rule";
import { parseResources } from "./support/check";
import { ROOT } from "./support/pack";

const RULES: readonly Rule[] = [matchIdentityProviders, matchPoolAttributes, matchPoolTier, matchResourceServerScopes];

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
            parseOutputs(file("state.json")).map(resource => ({ ...resource, propertyDependencies: {} })),
        ],
    ] as const) {
        it(`have two conflicts with their pools, according to ${source}`, () => {
            const violations = RULES.flatMap(rule =>
                validateStack(rule, resources).violations.map(({ message, urn }) => `${urn?.split("::").at(-1)}: ${rule.name}: ${message}`),
            );
            assert.deepEqual(violations, [
                'mobile: match-identity-providers: supportedIdentityProviders has "google" (did you mean Google?), which the user pool customers does not have. Use the name of an identity provider of the user pool, or add the identity provider to the stack.',
                "metrics: match-pool-tier: explicitAuthFlows has ALLOW_USER_AUTH, but the user pool partners is in the Lite tier. Set userPoolTier of the user pool to ESSENTIALS or PLUS, or do not use the feature.",
            ]);
        });
    }

    it("depend only on values that are unknown in a preview", () => {
        const unknownIn = (text: string) =>
            pairWithPools(parseResources(text)).flatMap(client =>
                RULES.flatMap(rule => evaluate(rule, client, {}).unknown.map(property => `${client.name}: ${rule.name}: ${property}`)),
            );
        assert.deepEqual(unknownIn(file("preview.json")), ["worker: match-resource-server-scopes: allowedOauthScopes"]);
        assert.deepEqual(unknownIn(file("state.json")), []);
    });
});

describe("a large stack", () => {
    const MISMATCH = {
        allowedOauthScopes: ["api/write"],
        explicitAuthFlows: ["ALLOW_USER_AUTH"],
        readAttributes: ["custom:role"],
        supportedIdentityProviders: ["Facebook"],
    };

    /** Returns a stack with this many clients, 40 per pool, that violate every rule. */
    function stackOf(clients: number): TestStack {
        const pools = Array.from({ length: clients / 40 }, (_, index) => `pool-${index}`);
        return Object.fromEntries(
            pools.flatMap(name => [
                [name, pool({ userPoolTier: "LITE", schemas: [{ name: "tenant", attributeDataType: "String" }] })],
                [`google-of-${name}`, identityProvider(name, { providerName: "Google" })],
                [`api-of-${name}`, resourceServer(name, { identifier: "api", scopes: [{ scopeName: "read", scopeDescription: "Read" }] })],
                ...Array.from({ length: 40 }, (_, index) => [`client-${index}-of-${name}`, client(name, MISMATCH)]),
            ]),
        );
    }

    /** Counts how often a resource, or a property of one, is read while every rule is evaluated for every client. */
    function countReads(clients: number): number {
        let reads = 0;
        const counting = <T extends object>(target: T): T =>
            new Proxy(target, {
                get(target, property) {
                    reads++;
                    return target[property as keyof T];
                },
            });
        for (const form of ["preview", "state"] as const) {
            const resources = resourcesOf(stackOf(clients), form).map(resource =>
                counting({ ...resource, props: counting(resource.props) }),
            );
            const pairs = pairWithPools(resources);
            for (const rule of RULES)
                assert.equal(pairs.flatMap(client => evaluate(rule, client, {}).violations).length, clients, rule.name);
        }
        return reads;
    }

    it("of 2,000 clients and 50 pools takes five times as many reads as a fifth of it", () => {
        const [fifth, whole] = [countReads(400), countReads(2000)];
        assert.ok(whole <= 5.1 * fifth, `${whole} reads, compared with ${fifth}`);
    });
});
