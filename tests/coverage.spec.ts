import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { before, describe, it } from "mocha";
import { clientOf } from "../src/client";
import { PROPERTIES } from "../src/properties";
import type { Rule } from "../src/rule";
import { rules } from "../src/rules";
import { clientsOf } from "../src/stack";
import { clients, SEED } from "./clients";
import { client, pool, resourcesOf } from "./stack-harness";

/** Options that wake the rules that are idle without. */
const OPTIONS = {
    exempt: [],
    hosts: ["acme-retail.io"],
    scopes: ["openid"],
    maxMinutes: 15,
    maxHours: 24,
    words: ["role"],
    schemes: [],
    allowAdmin: true,
    allowNative: false,
};

/** The properties that a rule reads of a client, in its checks and in its fix. */
function propertiesReadBy(rule: Rule, props: object): string[] {
    const read: string[] = [];
    const [inStack] = clientsOf(resourcesOf({ users: pool({ userPoolTier: "LITE" }), web: client("users", props) }, "state"));
    const recording = new Proxy(Object.assign(clientOf(props), { pool: inStack?.pool }), {
        get(target, name) {
            read.push(String(name));
            return target[name as keyof typeof target];
        },
    });
    for (const judgement of [...rule.checks, ...(rule.fix ? [rule.fix] : [])]) {
        try {
            Array.from(judgement(recording, OPTIONS) as Iterable<unknown>); // a check is lazy; a patch holds no elements
        } catch {
            // What is not known ends a check; it has been read all the same.
        }
    }
    return read;
}

describe("each property of the resource", () => {
    let readers: ReadonlyMap<string, ReadonlySet<string>>;
    before(() => {
        const samples = fc.sample(clients, { seed: SEED, numRuns: 300 });
        readers = new Map(rules.map(rule => [rule.name, new Set(samples.flatMap(props => propertiesReadBy(rule, props)))]));
    });

    for (const [property, expected] of Object.entries(PROPERTIES)) {
        it(`${property} is read by the rules that say so`, () => {
            const found = rules.map(({ name }) => name).filter(name => readers.get(name)?.has(property));
            if (typeof expected === "string") assert.deepEqual(found, [], expected);
            else assert.deepEqual(found, expected);
        });
    }
});
