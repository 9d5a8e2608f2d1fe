import * as fc from "fast-check";
import { type Client, readClient } from "../src/core/client";
import type { Resource } from "../src/core/evaluate";
import { optionsOf } from "../src/core/options";
import { filterKnown } from "../src/core/properties";
import type { DocumentedRule, StackContext } from "../src/core/rule";
import { clients, SEED } from "../tests/support/clients";
import { exampleResource } from "../tests/support/examples";

/** Returns the names of the rules that read each property of a client, in a check or in a fix. */
export function propertyReaders(rules: readonly DocumentedRule[]): Map<keyof Client, string[]> {
    const generated = fc.sample(clients, { seed: SEED, numRuns: 300 });
    const readers = new Map<keyof Client, string[]>(propertyNames().map(name => [name, []]));
    for (const rule of rules) {
        const examples = [...rule.examples.incorrect, ...rule.examples.correct].map(({ options, ...example }) => ({
            resource: exampleResource(example),
            options,
        }));
        const first = examples[0] as (typeof examples)[number]; // its options activate the rule, and its properties let a check read further ones
        const variants = generated.flatMap(props => [props, { ...props, ...first.resource.props }]);
        const all = [...examples, ...variants.map(props => ({ ...first, resource: { ...first.resource, props } }))];
        const read = new Set(all.flatMap(({ resource, options }) => readProperties(rule, resource, options)));
        for (const [name, names] of readers) if (read.has(name)) names.push(rule.name);
    }
    return readers;
}

function propertyNames(): (keyof Client)[] {
    const names: string[] = [];
    for (const name in readClient({})) names.push(name); // inherited getters, which Object.keys leaves out
    return names as (keyof Client)[];
}

/** Returns the properties that a rule reads of a client. */
function readProperties(rule: DocumentedRule, { props, ...related }: Resource, configured?: object): (string | symbol)[] {
    const read: (string | symbol)[] = [];
    const client = new Proxy(readClient(props), {
        get(target, name) {
            read.push(name);
            return target[name as keyof Client];
        },
    });
    const options = { ...defaultsOf(rule), ...configured };
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
