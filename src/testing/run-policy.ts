import { type PolicyResource, type ResourceValidationArgs, Secret, type StackValidationArgs, unknownCheckingProxy } from "@pulumi/policy";
import { secretsPreservingProxy } from "@pulumi/policy/secret";
import type { Rule } from "../core/rule";
import { CLIENT_TYPE, type StackResource } from "../core/user-pools";
import { toPolicy } from "../pulumi/policy";

interface ReportedViolation {
    readonly message: string;
    /** Set by a rule with `scope: "stack"`. */
    readonly urn?: string;
}

export interface PolicyRun {
    readonly violations: readonly ReportedViolation[];
    /** The reason given to notApplicable(). */
    readonly notApplicable?: string;
    /** What the policy wrote to stdout and stderr. */
    readonly printed: string;
}

/** Runs a rule's policy on one client, as the SDK does. The resource is named "client". */
export function validateClient(rule: Rule, props: object, options: object = {}): PolicyRun {
    const { validateResource } = toPolicy(rule);
    if (typeof validateResource !== "function") throw new TypeError(`${rule.name} has scope "stack": test it with testStackRule.`);
    const violations: ReportedViolation[] = [];
    let notApplicable: string | undefined;
    const printed = capturePrinted(() => {
        try {
            validateResource(resourceArgs(unknownCheckingProxy(props), options), message => violations.push({ message }));
        } catch (error) {
            if (!(error instanceof NotApplicable)) throw error;
            notApplicable = error.message;
        }
    });
    return { violations, printed, ...(notApplicable !== undefined && { notApplicable }) };
}

/** Runs a rule's policy on a stack, as the SDK does. */
export function validateStack(rule: Rule, resources: readonly StackResource[], options: object = {}): PolicyRun {
    const { validateStack } = toPolicy(rule);
    if (!validateStack) throw new TypeError(`${rule.name} checks one client: test it with testRule.`);
    const violations: ReportedViolation[] = [];
    const printed = capturePrinted(() => validateStack(stackArgs(resources, options), (message, urn) => violations.push({ message, urn })));
    return { violations, printed };
}

/** Runs a rule's remediation on a copy of the properties, as the SDK does, and returns the copy. Secrets are instances of the SDK's class. */
export function remediateClient(rule: Rule, props: object, options: object = {}): { readonly props: object; readonly printed: string } {
    const copy = copyOf(props) as object;
    const printed = capturePrinted(() =>
        toPolicy(rule).remediateResource?.(resourceArgs(unknownCheckingProxy(secretsPreservingProxy(copy)), options)),
    );
    return { props: copy, printed };
}

class NotApplicable extends Error {}

function resourceArgs(props: object, options: object): ResourceValidationArgs {
    return {
        type: CLIENT_TYPE,
        name: "client",
        urn: `urn:pulumi:dev::single::${CLIENT_TYPE}::client`,
        props,
        isType: () => true,
        getConfig: () => options,
        notApplicable: (reason: string) => {
            throw new NotApplicable(reason);
        },
    } as unknown as ResourceValidationArgs;
}

/** The SDK passes proxies of the properties, and resources in place of dependency URNs. The ID is among the properties. */
function stackArgs(resources: readonly StackResource[], options: object): StackValidationArgs {
    const policyResources = resources.map(({ type, name, urn, props, id }) => {
        const outputs = id === undefined ? props : { ...props, id };
        return { type, name, urn, props: unknownCheckingProxy(outputs), dependencies: [] as unknown[], propertyDependencies: {} };
    });
    const byUrn = new Map(policyResources.map(resource => [resource.urn, resource]));
    const resourcesWithUrns = (urns: readonly string[]) => urns.flatMap(urn => byUrn.get(urn) ?? []);
    for (const [index, { dependencies = [], propertyDependencies }] of resources.entries()) {
        const entries = Object.entries(propertyDependencies).filter(([, urns]) => urns.length > 0); // as the engine sends them
        Object.assign(policyResources[index] as object, {
            dependencies: resourcesWithUrns(dependencies),
            propertyDependencies: Object.fromEntries(entries.map(([property, urns]) => [property, resourcesWithUrns(urns)])),
        });
    }
    return {
        resources: policyResources as unknown as PolicyResource[],
        getConfig: () => options,
        notApplicable: (reason: string) => {
            throw new NotApplicable(reason);
        },
        stackTags: new Map(),
    } as StackValidationArgs;
}

/** Returns what an action writes to stdout and stderr, instead of printing it. */
export function capturePrinted(action: () => void): string {
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

/** A deep copy that keeps the SDK's secrets, unlike structuredClone. */
function copyOf(value: unknown): unknown {
    if (value instanceof Secret) return new Secret(copyOf(value.value));
    if (Array.isArray(value)) return value.map(copyOf);
    return value instanceof Object ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)])) : value;
}
