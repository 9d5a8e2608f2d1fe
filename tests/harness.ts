import * as assert from "node:assert/strict";
import { UserPoolClient } from "@pulumi/aws/cognito";
import { type ResourceValidationArgs, Secret, unknownCheckingProxy } from "@pulumi/policy";
import { secretsPreservingProxy } from "@pulumi/policy/secret";
import { describe, it } from "mocha";
import type { Client } from "../src/client";
import { judge } from "../src/judge";
import { toPolicy } from "../src/policy";
import type { OptionSchemas, Options, Rule } from "../src/rule";

/** A value that only the update will tell, wherever a property wants one. */
// biome-ignore lint/suspicious/noExplicitAny: it stands for a value of any type.
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9" as any;

interface Case<O extends OptionSchemas> {
    /** Ends the test's title: what this client is an example of. */
    readonly why: string;
    readonly client: Partial<Client>;
    readonly options?: Partial<Options<O>>;
}

interface Rejected<O extends OptionSchemas> extends Case<O> {
    /** Every message, in order, without the rule's remediation, which closes each. */
    readonly expect: readonly string[];
    /** The properties that could not be read beside what is known; none unless said. */
    readonly undecided?: readonly string[];
    /** What the fix sets (undefined: removes); nothing unless said. */
    readonly fixed?: Partial<Client>;
}

interface Undecided<O extends OptionSchemas> extends Case<O> {
    /** The properties that could not be read, as in `callbackUrls[0]`. */
    readonly on: readonly string[];
}

interface Cases<O extends OptionSchemas> {
    readonly accept: readonly Case<O>[];
    readonly reject: readonly Rejected<O>[];
    /** Nothing is wrong with what is known, and something is not known. */
    readonly undecided?: readonly Undecided<O>[];
}

/** Runs one rule through the policy that Pulumi runs, a mocha test for each client. */
export function testRule<O extends OptionSchemas>(rule: Rule<O>, { accept, reject, undecided = [] }: Cases<O>): void {
    describe(rule.name, () => {
        for (const { why, client, options } of accept) it(`accepts ${why}`, () => expectVerdict(rule, client, options, [], []));
        for (const { why, client, options, on } of undecided) {
            it(`leaves for the update ${why}`, () => expectVerdict(rule, client, options, [], on));
        }
        for (const { why, client, options, expect, undecided, fixed } of reject) {
            it(`rejects ${why}`, () => expectVerdict(rule, client, options, expect, undecided, fixed));
        }
    });
}

function expectVerdict(
    rule: Rule,
    client: object,
    options: object = {},
    messages: readonly string[],
    undecided: readonly string[] = [],
    fixed: object = {},
): void {
    const violations = messages.map(message => `${message} ${rule.remediation}`);
    assert.deepEqual(validate(rule, client, options), { violations, printed: "" });
    assert.deepEqual(judge(rule, { name: "client", urn: "", props: client }, options).undecided, undecided);
    if (rule.fix) assert.deepEqual(remediate(rule, client, options), withoutUndefined({ ...client, ...fixed }));
}

interface Outcome {
    readonly violations: readonly string[];
    /** What appeared on standard output and standard error. */
    readonly printed: string;
    readonly notApplicable?: string;
}

/** Runs a rule's policy as the SDK would, on a resource named "client". */
export function validate(rule: Rule, props: object, options: object = {}): Outcome {
    const { validateResource } = toPolicy(rule);
    assert.ok(typeof validateResource === "function");
    const violations: string[] = [];
    let notApplicable: string | undefined;
    const printed = printedBy(() => {
        try {
            validateResource(argsFor(unknownCheckingProxy(props), options), message => violations.push(message));
        } catch (error) {
            if (!(error instanceof NotApplicable)) throw error;
            notApplicable = error.message;
        }
    });
    return { violations, printed, ...(notApplicable !== undefined && { notApplicable }) };
}

/** What a rule's remediation makes of the properties, secrets as the SDK's own; printing is an error. */
export function remediate(rule: Rule, props: object, options: object = {}): object {
    const properties = copyOf(props) as object;
    const printed = printedBy(() =>
        toPolicy(rule).remediateResource?.(argsFor(unknownCheckingProxy(secretsPreservingProxy(properties)), options)),
    );
    assert.equal(printed, "");
    return properties;
}

class NotApplicable extends Error {}

/** As the SDK calls a policy: its own proxies, and its own way out for what does not apply. */
function argsFor(props: object, options: object): ResourceValidationArgs {
    return {
        type: (UserPoolClient as unknown as { __pulumiType: string }).__pulumiType,
        name: "client",
        urn: "urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::client",
        props,
        isType: () => true,
        getConfig: () => options,
        notApplicable: (reason: string) => {
            throw new NotApplicable(reason);
        },
    } as unknown as ResourceValidationArgs;
}

/** What an action writes to standard output and standard error. */
export function printedBy(action: () => void): string {
    const streams = [process.stdout, process.stderr];
    const writes = streams.map(({ write }) => write);
    const printed: string[] = [];
    for (const stream of streams) stream.write = text => printed.push(String(text)) > 0;
    try {
        action();
    } finally {
        streams.forEach((stream, index) => {
            stream.write = writes[index] as typeof stream.write;
        });
    }
    return printed.join("");
}

/** A deep copy that leaves the SDK's secrets what they are; structuredClone would not. */
function copyOf(value: unknown): unknown {
    if (value instanceof Secret) return new Secret(copyOf(value.value));
    if (Array.isArray(value)) return value.map(copyOf);
    return value instanceof Object ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)])) : value;
}

function withoutUndefined(value: object): object {
    return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
