import * as assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { Secret } from "@pulumi/policy";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { unknown } from "../src/api/testing";
import type { Client } from "../src/core/client";
import { evaluate } from "../src/core/evaluate";
import type { Rule } from "../src/core/rule";
import { rules } from "../src/rules";
import { remediateClient } from "../src/testing/run-policy";
import { clients, forAll } from "./support/clients";

const fixable = rules.filter(rule => rule.fix);
const deployability = rules.filter(({ category }) => category === "deployability");

/** Applies the remediation of each policy, in order. */
function remediate(policies: readonly Rule[], client: object): object {
    return policies.reduce((props, rule) => remediateClient(rule, props).props, client);
}

function isViolated(rule: Rule, props: object): boolean {
    return evaluate(rule, { name: "client", urn: "", props }, {}).violations.length > 0;
}

/** Returns the names of the rules by which AWS or the provider rejects a client. */
function rejectionsOf(client: object): string[] {
    return deployability.filter(rule => isViolated(rule, client)).map(({ name }) => name);
}

/** Clients in which some values, or some elements of lists, are secrets. */
const clientsWithSecrets: fc.Arbitrary<object> = clients.chain(client =>
    fc.record(Object.fromEntries(Object.entries(client).map(([name, value]) => [name, maybeSecret(value)])), { noNullPrototype: true }),
);

function maybeSecret(value: unknown): fc.Arbitrary<unknown> {
    const [first, ...rest] = Array.isArray(value) ? value : [];
    const withSecretElement = first === undefined ? [] : [[new Secret(first), ...rest]];
    return fc.constantFrom(value, new Secret(value), ...withSecretElement);
}

function isSecret(value: unknown): boolean {
    return value instanceof Secret;
}

function isUnknown(value: unknown): boolean {
    return value === unknown;
}

/** Whether a value, or a value in it, passes a test. */
function contains(value: unknown, test: (value: unknown) => boolean): boolean {
    return test(value) || (value instanceof Object && Object.values(value).some(part => contains(part, test)));
}

describe("fixes", () => {
    for (const rule of fixable) {
        describe(rule.name, () => {
            it("changes nothing the second time", () => {
                forAll(clients, client => {
                    const once = remediate([rule], client);
                    assert.deepEqual(remediate([rule], once), once);
                });
            });

            it("does not make AWS reject a client for another reason", () => {
                forAll(clients, client => {
                    const before = rejectionsOf(client);
                    const after = rejectionsOf(remediate([rule], client));
                    assert.deepEqual(
                        after.filter(name => !before.includes(name)),
                        [],
                    );
                });
            });

            it("satisfies its rule or leaves the client unchanged", () => {
                forAll(clients, client => {
                    const after = remediate([rule], client);
                    if (!isDeepStrictEqual(after, client)) assert.equal(isViolated(rule, after), false);
                });
            });

            it("keeps unknown values, and keeps secrets secret", () => {
                forAll(clientsWithSecrets, client => {
                    const before: Record<string, unknown> = { ...client };
                    for (const [name, value] of Object.entries(remediate([rule], client))) {
                        assert.equal(contains(value, isSecret), contains(before[name], isSecret), name);
                        assert.equal(contains(value, isUnknown), contains(before[name], isUnknown), name);
                    }
                });
            });
        });
    }

    it("add no auth flow to a client with ALLOW_CLIENT_TOKEN_AUTH", () => {
        const flowsOf = (client: Client) => (Array.isArray(client.explicitAuthFlows) ? client.explicitAuthFlows : []);
        forAll(clients, client => {
            const flows = flowsOf(client);
            if (!flows.includes("ALLOW_CLIENT_TOKEN_AUTH")) return;
            const added = flowsOf(remediate(fixable, client)).filter(flow => !flows.includes(flow));
            assert.deepEqual(added, []);
        });
    });

    it("have the same result in any order, and change nothing the second time", () => {
        const names = fixable.map(({ name }) => name);
        const orders = fc.shuffledSubarray(names, { minLength: names.length });
        forAll(fc.tuple(clients, orders), ([client, order]) => {
            const inOrder = [...fixable].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
            const once = remediate(fixable, client);
            assert.deepEqual(remediate(fixable, once), once);
            assert.deepEqual(remediate(inOrder, client), once);
        });
    });
});
