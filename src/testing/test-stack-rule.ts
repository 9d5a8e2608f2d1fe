import * as assert from "node:assert/strict";
import type { IdentityProviderArgs, ResourceServerArgs, UserPoolArgs } from "@pulumi/aws/cognito";
import type { Unwrap } from "@pulumi/pulumi";
import type { Client } from "../core/client";
import { evaluate } from "../core/evaluate";
import type { OptionSchemas, Options, Rule, StackRule } from "../core/rule";
import { pairWithPools, type StackResource } from "../core/user-pools";
import { validateStack } from "./run-policy";
import { defineTests, expectSome, type TestCase } from "./test-cases";
import { unknown } from "./test-rule";

declare const describe: (title: string, body: () => void) => void;

interface TestResource {
    readonly type: string;
    readonly props: object;
    /** The name of the pool that the resource belongs to, in this stack or another; undefined if it is unknown. */
    readonly poolName?: string;
}

/** A stack as a test lists it: its resources by name. */
export type TestStack = Readonly<Record<string, TestResource>>;

/** A user pool. */
export function pool(props: Partial<Unwrap<UserPoolArgs>> = {}): TestResource {
    return { type: "aws:cognito/userPool:UserPool", props };
}

/** A client of the pool with this name. */
export function client(poolName: string | undefined, props: Partial<Client>): TestResource {
    return { type: "aws:cognito/userPoolClient:UserPoolClient", poolName, props };
}

/** An identity provider of the pool with this name. */
export function identityProvider(poolName: string | undefined, props: Partial<Unwrap<IdentityProviderArgs>>): TestResource {
    return { type: "aws:cognito/identityProvider:IdentityProvider", poolName, props };
}

/** A resource server of the pool with this name. */
export function resourceServer(poolName: string | undefined, props: Partial<Unwrap<ResourceServerArgs>>): TestResource {
    return { type: "aws:cognito/resourceServer:ResourceServer", poolName, props };
}

/** In a preview, the IDs of new pools are unknown and dependencies tell which pool is meant; an imported state may have only IDs. */
const FORMS = ["preview", "state"] as const;

/** Returns the resources of a stack in the form that they have in a preview or in a state. */
export function resourcesOf(stack: TestStack, form: (typeof FORMS)[number]): StackResource[] {
    const urnOf = (name: string) => `urn:pulumi:dev::shop::${stack[name]?.type}::${name}`;
    const idOf = (name: string) => `eu-west-1_${name}`;
    return Object.entries(stack).map(([name, { type, props, poolName }]) => {
        const hasDependency = poolName !== undefined && poolName in stack && form === "preview";
        const userPoolId = poolName === undefined || hasDependency ? unknown : idOf(poolName);
        return {
            type,
            name,
            urn: urnOf(name),
            props: { ...props, ...(type.endsWith(":UserPool") ? { id: form === "state" ? idOf(name) : unknown } : { userPoolId }) },
            propertyDependencies: { userPoolId: hasDependency ? [urnOf(poolName)] : [] },
        };
    });
}

interface Case<O extends OptionSchemas> extends TestCase {
    readonly stack: TestStack;
    readonly options?: Partial<Options<O>>;
}

interface Rejected<O extends OptionSchemas> extends Case<O> {
    /** Every message in order by the client's name, without the rule's remediation at the end. */
    readonly expect: Readonly<Record<string, readonly string[]>>;
    /** The paths of unknown values that the rule depends on as well, by the client's name. Default: none. */
    readonly unknown?: Readonly<Record<string, readonly string[]>>;
}

interface Unknown<O extends OptionSchemas> extends Case<O> {
    /** The paths of the unknown values by the client's name; those of a pool start with its name, as in `customers.userPoolTier`. */
    readonly unknown: Readonly<Record<string, readonly string[]>>;
}

export interface StackRuleTests<O extends OptionSchemas> {
    readonly accept: readonly Case<O>[];
    readonly reject: readonly Rejected<O>[];
    /** Stacks with unknown values that may violate the rule, and with known values that do not. */
    readonly unknown?: readonly Unknown<O>[];
}

/** Defines one test per stack. Each runs the rule as a policy on the stack in both forms, and compares the complete results. */
export function testStackRule<O extends OptionSchemas>(rule: StackRule<O>, { accept, reject, unknown = [] }: StackRuleTests<O>): void {
    describe(rule.name, () => {
        defineTests("accepts", accept, testCase => expectResults(rule, { ...testCase, expect: {} }));
        defineTests("does not evaluate", unknown, testCase => {
            expectSome("unknown", Object.values(testCase.unknown).flat());
            expectResults(rule, { ...testCase, expect: {} });
        });
        defineTests("rejects", reject, testCase => {
            expectSome("expect", Object.values(testCase.expect).flat());
            expectResults(rule, testCase);
        });
    });
}

function expectResults<O extends OptionSchemas>(
    rule: Rule,
    { stack, options = {}, expect, unknown = {} }: Omit<Rejected<O>, "name">,
): void {
    for (const form of FORMS) {
        const resources = resourcesOf(stack, form);
        const violations = Object.entries(expect).flatMap(([name, messages]) =>
            messages.map(message => ({
                message: `${message} ${rule.remediation}`,
                urn: resources.find(resource => resource.name === name)?.urn,
            })),
        );
        assert.deepEqual(validateStack(rule, resources, options), { violations, printed: "" }, form);
        const results = pairWithPools(resources).map(client => [client.name, evaluate(rule, client, options).unknown] as const);
        assert.deepEqual(Object.fromEntries(results.filter(([, paths]) => paths.length > 0)), unknown, form);
    }
}
