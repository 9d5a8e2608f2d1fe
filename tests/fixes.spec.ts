import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { judge } from "../src/judge";
import type { Rule } from "../src/rule";
import { rules } from "../src/rules";
import { clients, nonsense } from "./clients";
import { remediate } from "./harness";

const fixing = rules.filter(rule => rule.fix);
const valid = rules.filter(({ name }) => name.startsWith("valid-"));

/** What policies at level remediate make of a client, one after the other. */
function remediated(policies: readonly Rule[], client: object): object {
    return policies.reduce((props, rule) => remediate(rule, props), client);
}

function verdictOf(rule: Rule, props: object): readonly string[] {
    return judge(rule, { name: "client", urn: "", props }, {}).violations;
}

function refusals(client: object): string[] {
    return valid.filter(rule => verdictOf(rule, client).length > 0).map(({ name }) => name);
}

/** Runs a property over many clients, the same in every run. */
function forAll<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
    fc.assert(fc.property(arbitrary, property), { seed: 20261124, numRuns: 400 });
}

describe("fixes", () => {
    for (const rule of fixing) {
        describe(rule.name, () => {
            it("changes nothing the second time", () => {
                forAll(clients, client => {
                    const once = remediate(rule, client);
                    assert.deepEqual(remediate(rule, once), once);
                });
            });

            it("makes no client that Cognito would refuse for another reason", () => {
                forAll(clients, client => {
                    const before = refusals(client);
                    assert.deepEqual(
                        refusals(remediate(rule, client)).filter(name => !before.includes(name)),
                        [],
                    );
                });
            });

            it("survives what is no client", () => {
                forAll(nonsense, client => {
                    remediate(rule, client);
                });
            });
        });
    }

    it("come to the same in any order, and to nothing new the second time", () => {
        const orders = fc.shuffledSubarray(
            fixing.map(({ name }) => name),
            { minLength: fixing.length },
        );
        forAll(fc.tuple(clients, orders), ([client, names]) => {
            const once = remediated(fixing, client);
            const order = names.flatMap(name => fixing.filter(rule => rule.name === name));
            assert.deepEqual(remediated(fixing, once), once);
            assert.deepEqual(remediated(order, client), once);
        });
    });
});
