import * as assert from "node:assert/strict";
import type { UserPoolArgs } from "@pulumi/aws/cognito";
import { type PolicyResource, type StackValidationArgs, unknownCheckingProxy } from "@pulumi/policy";
import type { Unwrap } from "@pulumi/pulumi";
import { describe, it } from "mocha";
import type { Client } from "../src/client";
import { judge } from "../src/judge";
import { toPolicy } from "../src/policy";
import type { OptionSchemas, Options, Rule } from "../src/rule";
import { clientsOf, type StackResource } from "../src/stack";
import { printedBy, unknown } from "./harness";

/** A resource as a table has it. */
interface Entry {
    readonly type: string;
    readonly props: object;
    /** The name of the pool that it is for, in the table or of another stack; none where nobody can tell. */
    readonly of?: string;
}

/** A stack as a table has it, by the names of the resources. */
export type Entries = Readonly<Record<string, Entry>>;

export function pool(props: Partial<Unwrap<UserPoolArgs>> = {}): Entry {
    return { type: "aws:cognito/userPool:UserPool", props };
}

export function client(of: string | undefined, props: Partial<Client>): Entry {
    return { type: "aws:cognito/userPoolClient:UserPoolClient", of, props };
}

export function identityProvider(of: string | undefined, providerName: string): Entry {
    return { type: "aws:cognito/identityProvider:IdentityProvider", of, props: { providerName } };
}

export function resourceServer(of: string | undefined, identifier: string, scopes: readonly string[]): Entry {
    const blocks = Array.isArray(scopes) ? scopes.map(scopeName => ({ scopeName })) : scopes; // or not known
    return { type: "aws:cognito/resourceServer:ResourceServer", of, props: { identifier, scopes: blocks } };
}

/** In a preview a new pool's ID is not known and the dependencies tell; of a state that was imported, only the IDs may. */
const FORMS = ["preview", "state"] as const;

/** The resources of a table's stack. */
export function resourcesOf(entries: Entries, form: (typeof FORMS)[number]): StackResource[] {
    const urnOf = (name: string) => `urn:pulumi:dev::shop::${entries[name]?.type}::${name}`;
    const idOf = (name: string) => `eu-west-1_${name}`;
    return Object.entries(entries).map(([name, { type, props, of }]) => {
        const depends = of !== undefined && of in entries && form === "preview";
        const userPoolId = of === undefined || depends ? unknown : idOf(of);
        return {
            type,
            name,
            urn: urnOf(name),
            props: { ...props, ...(type.endsWith(":UserPool") ? { id: form === "state" ? idOf(name) : unknown } : { userPoolId }) },
            propertyDependencies: { userPoolId: depends ? [urnOf(of)] : [] },
        };
    });
}

interface Case<O extends OptionSchemas> {
    readonly why: string;
    readonly stack: Entries;
    readonly options?: Partial<Options<O>>;
}

interface Rejected<O extends OptionSchemas> extends Case<O> {
    /** Every message by the client's name, in order, without the rule's remediation, which closes each. */
    readonly expect: Readonly<Record<string, readonly string[]>>;
    readonly undecided?: Readonly<Record<string, readonly string[]>>;
}

interface Undecided<O extends OptionSchemas> extends Case<O> {
    /** The properties that could not be read by the client's name, a pool's as in `customers.userPoolTier`. */
    readonly on: Readonly<Record<string, readonly string[]>>;
}

interface Cases<O extends OptionSchemas> {
    readonly accept: readonly Case<O>[];
    readonly reject: readonly Rejected<O>[];
    readonly undecided?: readonly Undecided<O>[];
}

/** Runs one rule through the policy that Pulumi runs, a mocha test for each stack, as a preview and as a state has it. */
export function testStackRule<O extends OptionSchemas>(rule: Rule<O>, { accept, reject, undecided = [] }: Cases<O>): void {
    describe(rule.name, () => {
        for (const { why, ...rest } of accept) it(`accepts ${why}`, () => expectVerdicts(rule, { ...rest, expect: {} }));
        for (const { why, on, ...rest } of undecided) {
            it(`leaves for the update ${why}`, () => expectVerdicts(rule, { ...rest, expect: {}, undecided: on }));
        }
        for (const { why, ...rest } of reject) it(`rejects ${why}`, () => expectVerdicts(rule, rest));
    });
}

function expectVerdicts(rule: Rule, { stack, options = {}, expect, undecided = {} }: Omit<Rejected<OptionSchemas>, "why">): void {
    for (const form of FORMS) {
        const resources = resourcesOf(stack, form);
        const violations = Object.entries(expect).flatMap(([name, messages]) =>
            messages.map(message => ({
                message: `${message} ${rule.remediation}`,
                urn: resources.find(resource => resource.name === name)?.urn,
            })),
        );
        assert.deepEqual(validateStack(rule, resources, options), { violations, printed: "" }, form);
        const open = clientsOf(resources).map(client => [client.name, judge(rule, client, options).undecided] as const);
        assert.deepEqual(Object.fromEntries(open.filter(([, properties]) => properties.length > 0)), undecided, form);
    }
}

interface Outcome {
    readonly violations: readonly { readonly message: string; readonly urn?: string }[];
    /** What appeared on standard output and standard error. */
    readonly printed: string;
}

/** Runs a rule's policy as the SDK would, on a whole stack. */
export function validateStack(rule: Rule, resources: readonly StackResource[], options: object = {}): Outcome {
    const { validateStack } = toPolicy(rule);
    assert.ok(validateStack);
    const violations: { message: string; urn?: string }[] = [];
    const printed = printedBy(() => validateStack(argsFor(resources, options), (message, urn) => violations.push({ message, urn })));
    return { violations, printed };
}

/** As the SDK calls a policy: its own proxies, and the resources themselves in place of their URNs. */
function argsFor(resources: readonly StackResource[], options: object): StackValidationArgs {
    const policyResources = resources.map(({ id, props, ...resource }) => ({ ...resource, props: unknownCheckingProxy(props) }));
    const byUrn = new Map(policyResources.map(resource => [resource.urn, resource]));
    const linked = ({ propertyDependencies }: StackResource) =>
        Object.entries(propertyDependencies).map(([property, urns]) => [property, urns.flatMap(urn => byUrn.get(urn) ?? [])]);
    for (const resource of policyResources) {
        Object.assign(resource, { propertyDependencies: Object.fromEntries(linked(resource)) });
    }
    return {
        resources: policyResources as unknown as PolicyResource[],
        getConfig: () => options,
        notApplicable: (reason: string) => {
            throw new Error(`not applicable to the whole stack: ${reason}`);
        },
        stackTags: new Map(),
    } as StackValidationArgs;
}
