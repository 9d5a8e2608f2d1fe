import * as assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { Secret } from "@pulumi/policy";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { judge } from "../src/judge";
import type { Rule } from "../src/rule";
import { rules } from "../src/rules";
import { clients, forAll } from "./clients";
import { remediate, unknown } from "./harness";

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

/** Clients of which some values are secrets, whole or in part. */
const secretly: fc.Arbitrary<object> = clients.chain(client =>
    fc.record(Object.fromEntries(Object.entries(client).map(([name, value]) => [name, maybeSecret(value)])), { noNullPrototype: true }),
);

function maybeSecret(value: unknown): fc.Arbitrary<unknown> {
    const [first, ...rest] = Array.isArray(value) ? value : [];
    const part = first === undefined ? [] : [[new Secret(first), ...rest]];
    return fc.constantFrom(value, new Secret(value), ...part);
}

function isSecret(value: unknown): boolean {
    return value instanceof Secret;
}

function isUnknown(value: unknown): boolean {
    return value === unknown;
}

/** Whether a value, or something within it, is of some kind. */
function holds(value: unknown, isOfKind: (value: unknown) => boolean): boolean {
    return isOfKind(value) || (value instanceof Object && Object.values(value).some(part => holds(part, isOfKind)));
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

            it("leaves nothing for its rule to say, or leaves the client as it is", () => {
                forAll(clients, client => {
                    const after = remediate(rule, client);
                    if (!isDeepStrictEqual(after, client)) assert.deepEqual(verdictOf(rule, after), []);
                });
            });

            it("keeps what is not known, and keeps secrets secret", () => {
                forAll(secretly, client => {
                    const before: Record<string, unknown> = { ...client };
                    for (const [name, value] of Object.entries(remediate(rule, client))) {
                        assert.equal(holds(value, isSecret), holds(before[name], isSecret), name);
                        assert.equal(holds(value, isUnknown), holds(before[name], isUnknown), name);
                    }
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
