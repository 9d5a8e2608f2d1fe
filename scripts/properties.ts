import * as fc from "fast-check";
import { type Client, readClient } from "../src/core/client";
import { optionsOf } from "../src/core/options";
import { filterKnown } from "../src/core/properties";
import type { DocumentedRule, Example, StackContext } from "../src/core/rule";
import { clients, SEED } from "../tests/support/clients";
import { exampleResource } from "../tests/support/examples";

/** Returns the names of the rules that read each property of a client, in a check or in a fix. */
export function propertyReaders(rules: readonly DocumentedRule[]): Map<keyof Client, string[]> {
    const generated = fc.sample(clients, { seed: SEED, numRuns: 300 });
    const readers = new Map<keyof Client, string[]>(propertyNames().map(name => [name, []]));
    for (const rule of rules) {
        const { incorrect, correct } = rule.examples;
        const [first] = incorrect; // its options activate the rule, and its properties let a check read further ones
        const variants = generated.flatMap(client => [client, { ...client, ...first?.client }]).map(client => ({ ...first, client }));
        const examples = [...incorrect, ...correct, ...variants];
        const read = new Set(examples.flatMap(example => readProperties(rule, example)));
        for (const [name, names] of readers) if (read.has(name)) names.push(rule.name);
    }
    return readers;
}

function propertyNames(): (keyof Client)[] {
    const names: string[] = [];
    for (const name in readClient({})) names.push(name); // inherited getters, which Object.keys leaves out
    return names as (keyof Client)[];
}

/** Returns the properties that a rule reads of an example's client. */
function readProperties(rule: DocumentedRule, example: Example): (string | symbol)[] {
    const read: (string | symbol)[] = [];
    const { props, ...related } = exampleResource(example);
    const client = new Proxy(readClient(props), {
        get(target, name) {
            read.push(name);
            return target[name as keyof Client];
        },
    });
    const options = { ...defaultsOf(rule), ...example.options };
    const context = { ...related, options, report: () => {}, filter: filterKnown } as StackContext<object>;
    for (const run of [...rule.checks.map(check => () => check(client, context)), () => rule.fix?.(client, options)]) {
        try {
            run();
        } catch {
            // An unknown value ends a check; its property has been read.
        }
    }
    return read;
}

function defaultsOf(rule: DocumentedRule): object {
    return Object.fromEntries(Object.entries(optionsOf(rule)).map(([name, option]) => [name, option.default]));
}
