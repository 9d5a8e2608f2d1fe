import * as assert from "node:assert/strict";
import type { IdentityProviderArgs, ResourceServerArgs, UserPoolArgs, UserPoolDomainArgs } from "@pulumi/aws/cognito";
import type { Unwrap } from "@pulumi/pulumi";
import type { Client } from "../core/client";
import { evaluate } from "../core/evaluate";
import type { OptionSchemas, Options, Rule, StackRule } from "../core/rule";
import { CLIENT_TYPE, pairWithPools, type StackResource } from "../core/user-pools";
import { validateStack } from "./run-policy";
import { defineTests, expectSome, type TestCase } from "./test-cases";
import { unknown } from "./test-rule";

declare const describe: (title: string, body: () => void) => void;

interface TestResource {
    readonly type: string;
    readonly props: object;
    /** The property with the ID of the pool or client that the resource belongs to. */
    readonly owner?: OwnerReference;
    /** The names of the resources that are created before this one. */
    readonly dependsOn?: readonly string[];
}

interface OwnerReference {
    readonly property: string;
    /** The name of the resource, in this stack or another; undefined if it is unknown. */
    readonly name: string | undefined;
    /** Returns the value of the property. Default: the ID. */
    readonly toValue?: (id: unknown) => unknown;
}

/** A stack as a test lists it: its resources by name. */
export type TestStack = Readonly<Record<string, TestResource>>;

function ofPool(type: string, poolName: string | undefined, props: object): TestResource {
    return { type, props, owner: { property: "userPoolId", name: poolName } };
}

/** A user pool. */
export function pool(props: Partial<Unwrap<UserPoolArgs>> = {}): TestResource {
    return { type: "aws:cognito/userPool:UserPool", props };
}

/** A client of the pool with this name. */
export function client(
    poolName: string | undefined,
    props: Partial<Client>,
    { dependsOn = [] }: Pick<TestResource, "dependsOn"> = {},
): TestResource {
    return { ...ofPool(CLIENT_TYPE, poolName, props), dependsOn };
}

/** An identity provider of the pool with this name. */
export function identityProvider(poolName: string | undefined, props: Partial<Unwrap<IdentityProviderArgs>>): TestResource {
    return ofPool("aws:cognito/identityProvider:IdentityProvider", poolName, props);
}

/** A resource server of the pool with this name. */
export function resourceServer(poolName: string | undefined, props: Partial<Unwrap<ResourceServerArgs>>): TestResource {
    return ofPool("aws:cognito/resourceServer:ResourceServer", poolName, props);
}

/** A domain of the pool with this name. */
export function userPoolDomain(poolName: string | undefined, props: Partial<Unwrap<UserPoolDomainArgs>> = {}): TestResource {
    return ofPool("aws:cognito/userPoolDomain:UserPoolDomain", poolName, props);
}

/** A style for the managed login of the client with this name. */
export function managedLoginBranding(clientName: string | undefined): TestResource {
    const type = "aws:cognito/managedLoginBranding:ManagedLoginBranding";
    return { type, props: {}, owner: { property: "clientId", name: clientName } };
}

/** A listener of a load balancer that signs users in with the client of this name. */
export function listener(clientName: string | undefined): TestResource {
    const toValue = (userPoolClientId: unknown) => [{ type: "authenticate-cognito", authenticateCognito: { userPoolClientId } }];
    return { type: "aws:lb/listener:Listener", props: {}, owner: { property: "defaultActions", name: clientName, toValue } };
}

/** In a preview, the IDs of new resources are unknown and dependencies tell which one is meant; an imported state may have only IDs. */
const FORMS = ["preview", "state"] as const;
type Form = (typeof FORMS)[number];

/** Returns the resources of a stack in the form that they have in a preview, which creates them, or in a state. */
export function resourcesOf(stack: TestStack, form: Form): StackResource[] {
    const urnOf = (name: string) => `urn:pulumi:dev::shop::${stack[name]?.type}::${name}`;
    return Object.entries(stack).map(([name, { type, props, owner, dependsOn = [] }]) => {
        const isInStack = owner?.name !== undefined && owner.name in stack;
        const dependencies = form === "preview" && isInStack ? [urnOf(owner.name)] : [];
        const ownerId = owner?.name === undefined || dependencies.length > 0 ? unknown : idOf(owner.name);
        return {
            type,
            name,
            urn: urnOf(name),
            props: { ...props, ...(owner && { [owner.property]: owner.toValue?.(ownerId) ?? ownerId }) },
            ...(form === "state" && { id: idOf(name), exists: true }),
            dependencies: [...dependsOn.map(urnOf), ...dependencies],
            propertyDependencies: { ...dependenciesOfUnknown(props), ...(owner && { [owner.property]: dependencies }) },
        };
    });
}

function idOf(name: string): string {
    return `eu-west-1_${name}`;
}

/** A value is unknown because it depends on a new resource. */
function dependenciesOfUnknown(props: object): Record<string, readonly string[]> {
    const names = Object.entries(props).filter(([, value]) => value === unknown);
    return Object.fromEntries(names.map(([name]) => [name, ["urn:pulumi:dev::shop::random:index/randomId:RandomId::new"]]));
}

interface Case<O extends OptionSchemas> extends TestCase {
    readonly stack: TestStack;
    /** The only form in which the case is tested. Default: a preview that creates the resources, and a state. */
    readonly form?: Form;
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
    { stack, form: only, options = {}, expect, unknown = {} }: Omit<Rejected<O>, "name">,
): void {
    for (const form of only ? [only] : FORMS) {
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
