import * as assert from "node:assert/strict";
import type { Client } from "../core/client";
import { evaluate } from "../core/evaluate";
import type { ClientRule, OptionSchemas, Options, Rule } from "../core/rule";
import { remediateClient, validateClient } from "./run-policy";
import { defineTests, expectSome, type TestCase } from "./test-cases";

/** The global of the test runner. */
declare const describe: (title: string, body: () => void) => void;

/** Stands for a value that is unknown during preview, of any type. */
// biome-ignore lint/suspicious/noExplicitAny: it stands for a value of any type.
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9" as any;

interface Case<O extends OptionSchemas> extends TestCase {
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
    readonly unknown: readonly string[];
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
        defineTests("accepts", accept, ({ client, options }) => expectResult(rule, { client, options }));
        defineTests("does not evaluate", unknown, ({ client, options, unknown }) => {
            expectSome("unknown", unknown);
            expectResult(rule, { client, options, unknown });
        });
        defineTests("rejects", reject, testCase => {
            expectSome("expect", testCase.expect);
            expectResult(rule, testCase);
        });
    });
}

type Expected = Pick<Rejected<OptionSchemas>, "client" | "options"> &
    Partial<Pick<Rejected<OptionSchemas>, "expect" | "unknown" | "fixed">>;

function expectResult(rule: Rule, { client, options = {}, expect = [], unknown = [], fixed = {} }: Expected): void {
    const violations = expect.map(message => ({ message: `${message} ${rule.remediation}` }));
    assert.deepEqual(validateClient(rule, client, options), { violations, printed: "" });
    assert.deepEqual(evaluate(rule, { name: "client", urn: "", props: client }, options).unknown, unknown);
    const { props, printed } = remediateClient(rule, client, options);
    assert.deepEqual({ props: withoutUndefined(props), printed }, { props: withoutUndefined({ ...client, ...fixed }), printed: "" });
}

function withoutUndefined(value: object): object {
    return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
