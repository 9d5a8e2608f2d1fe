import * as assert from "node:assert/strict";
import type { Client } from "../core/client";
import { evaluate } from "../core/evaluate";
import type { ClientRule, OptionSchemas, Options, Rule } from "../core/rule";
import { remediateClient, validateClient } from "./run-policy";

/** The globals of the test runner: mocha, Jest, Vitest with `globals: true`, or Jasmine. */
declare const describe: (title: string, body: () => void) => void;
declare const it: (title: string, body: () => void) => void;

/** Stands for a value that is unknown during preview, of any type. */
// biome-ignore lint/suspicious/noExplicitAny: it stands for a value of any type.
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9" as any;

interface Case<O extends OptionSchemas> {
    /** Completes the title of the test: "accepts ...", "rejects ...". */
    readonly name: string;
    readonly client: Partial<Client>;
    readonly options?: Partial<Options<O>>;
}

interface Rejected<O extends OptionSchemas> extends Case<O> {
    /** Every message in order, without the rule's remediation at the end. */
    readonly expect: readonly string[];
    /** The paths of unknown values that the rule depends on as well. Default: none. */
    readonly unknown?: readonly string[];
    /** The properties that the fix sets; `undefined` for one that it removes. Default: none. */
    readonly fixed?: Partial<Client>;
}

interface Unknown<O extends OptionSchemas> extends Case<O> {
    /** The paths of the unknown values, such as `callbackUrls[0]`. */
    readonly on: readonly string[];
}

export interface RuleTests<O extends OptionSchemas> {
    readonly accept: readonly Case<O>[];
    readonly reject: readonly Rejected<O>[];
    /** Clients with unknown values that may violate the rule, and with known values that do not. */
    readonly unknown?: readonly Unknown<O>[];
}

/** Defines one test per client. Each runs the rule as a policy, through Pulumi's SDK, and compares the complete result. */
export function testRule<O extends OptionSchemas>(rule: ClientRule<O>, { accept, reject, unknown = [] }: RuleTests<O>): void {
    describe(rule.name, () => {
        for (const { name, client, options } of accept) it(`accepts ${name}`, () => expectResult(rule, client, options, []));
        for (const { name, client, options, on } of unknown) it(`skips ${name}`, () => expectResult(rule, client, options, [], on));
        for (const { name, client, options, expect, unknown, fixed } of reject) {
            it(`rejects ${name}`, () => expectResult(rule, client, options, expect, unknown, fixed));
        }
    });
}

function expectResult(
    rule: Rule,
    client: object,
    options: object = {},
    messages: readonly string[],
    unknown: readonly string[] = [],
    fixed: object = {},
): void {
    const violations = messages.map(message => ({ message: `${message} ${rule.remediation}` }));
    assert.deepEqual(validateClient(rule, client, options), { violations, printed: "" });
    assert.deepEqual(evaluate(rule, { name: "client", urn: "", props: client }, options).unknown, unknown);
    const { props, printed } = remediateClient(rule, client, options);
    assert.deepEqual({ props: withoutUndefined(props), printed }, { props: withoutUndefined({ ...client, ...fixed }), printed: "" });
}

function withoutUndefined(value: object): object {
    return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
