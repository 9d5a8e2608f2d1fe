import type { UserPoolClient } from "@pulumi/aws/cognito";
import {
    type Policy,
    type PolicyResource,
    type ResourceRemediation,
    type ResourceValidation,
    remediateResourceOfType,
    type Secret,
    type StackValidation,
    validateResourceOfType,
} from "@pulumi/policy";
import { computeFix, evaluate } from "../core/evaluate";
import { exemptOption } from "../core/exemptions";
import { applyFix, type Secrets } from "../core/fix";
import { messageOf } from "../core/message";
import { PROPERTIES } from "../core/resource-types";
import type { Rule } from "../core/rule";
import { CLIENT_TYPE, pairWithPools, type StackResource } from "../core/user-pools";
import { escapeCommands, escapeControlCharacters } from "../util/escape";

/** Stands for the class in @pulumi/aws, an 84 MB package: the SDK reads only the type token from it. */
export const CLIENT_CLASS = { __pulumiType: CLIENT_TYPE } as unknown as typeof UserPoolClient;

/** A policy type that is assignable across copies of @pulumi/policy, whose classes TypeScript treats as different types. */
interface PortablePolicy extends Policy {
    readonly validateResource?: Portable<ResourceValidation>;
    readonly validateStack?: Portable<StackValidation>;
    readonly remediateResource?: Portable<ResourceRemediation>;
}

// biome-ignore lint/suspicious/noExplicitAny: only `any` accepts the arguments of every copy.
type Portable<Run> = Run extends (args: any, ...rest: infer Rest) => infer Result ? (args: any, ...rest: Rest) => Result : never;

/**
 * The option `exempt` with the names and types of what an exemption has: the SDK converts it once per policy when a preview starts.
 * The rest is checked when a rule is evaluated.
 */
const EXEMPT_SCHEMA = { ...exemptOption, items: typesOf(exemptOption.items) };

function typesOf({ type, properties, required }: typeof exemptOption.items) {
    const types = Object.entries(properties).map(([name, { type }]) => [name, { type }] as const);
    return { type, properties: Object.fromEntries(types), required };
}

/** Converts a rule to a Pulumi policy. */
export function toPolicy(rule: Rule): PortablePolicy {
    return {
        name: rule.name,
        displayName: rule.title,
        description: rule.description,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.remediation,
        url: rule.url,
        tags: rule.standards?.map(({ id }) => id),
        framework: frameworkOf(rule),
        configSchema: { properties: { ...rule.options, exempt: EXEMPT_SCHEMA } },
        ...(rule.scope === "stack" ? { validateStack: stackValidation(rule) } : { validateResource: resourceValidation(rule) }),
        ...(rule.fix && {
            remediateResource: remediateResourceOfType(CLIENT_CLASS, (props, args) => {
                const patch = computeFix(rule, args, args.getConfig());
                if (!patch) return undefined;
                applyFix(withoutProxies(props), patch, SDK_SECRETS);
                return props;
            }),
        }),
    };
}

/** Returns the standard that Pulumi Cloud groups the policy by: the ASVS requirement, or else the first one. */
function frameworkOf({ standards = [] }: Rule): Policy["framework"] {
    const standard = standards.find(({ name }) => name === "OWASP ASVS") ?? standards[0];
    return (
        standard && { name: standard.name, version: standard.version ?? "", reference: standard.reference, specification: standard.title }
    );
}

function resourceValidation(rule: Rule) {
    return validateResourceOfType(CLIENT_CLASS, (_client, args, report) => {
        const { violations, exemption } = evaluate(rule, args, args.getConfig());
        for (const violation of violations) report(messageOf(violation, rule));
        if (exemption) {
            printExemption(args.name, rule, exemption);
            args.notApplicable(escapeLine(exemption));
        }
    });
}

/** Does not use validateStackResourcesOfType, which passes the clients without their pools. The type token lets the SDK skip stacks without clients. */
function stackValidation(rule: Rule): StackValidation {
    const validate: StackValidation = ({ resources, getConfig }, report) => {
        for (const client of pairWithPools(resources.map(toStackResource))) {
            const { violations, exemption } = evaluate(rule, client, getConfig());
            for (const violation of violations) report(messageOf(violation, rule), client.urn);
            if (exemption) printExemption(client.name, rule, exemption); // notApplicable() throws and would skip the remaining clients
        }
    };
    return Object.assign(validate, CLIENT_CLASS);
}

/** Escapes what a terminal or a CI system obeys in the log of a preview. */
function escapeLine(text: string): string {
    return escapeCommands(escapeControlCharacters(text));
}

/** Undoes two replacements: dependency URNs, which the SDK replaces with resources, and inputs, which the engine replaces with outputs. */
function toStackResource({ type, name, urn, props, parent, dependencies, propertyDependencies }: PolicyResource): StackResource {
    const dependencyUrns = Object.entries(propertyDependencies).map(([property, resources]) => [property, urnsOf(resources)]);
    const exists = isKnown(props, "id");
    return {
        type,
        name,
        urn,
        props: exists || !isRead(type) ? props : withoutUnset(props, propertyDependencies),
        exists,
        dependencies: urnsOf(parent ? [...dependencies, parent] : dependencies),
        propertyDependencies: Object.fromEntries(dependencyUrns),
    };
}

function isRead(type: string): boolean {
    return type === CLIENT_TYPE || PROPERTIES.has(type);
}

function urnsOf(resources: readonly PolicyResource[]): string[] {
    return resources.map(({ urn }) => urn);
}

/**
 * Returns the outputs of a new resource without those that the program leaves to the provider: in a preview, these are unknown and
 * depend on no other resource, unlike what the program sets to an unknown value.
 */
function withoutUnset(props: PolicyResource["props"], dependencies: PolicyResource["propertyDependencies"]): object {
    const names = Object.keys(props).filter(name => name in dependencies || isKnown(props, name));
    const getters = names.map(name => [name, { enumerable: true, get: () => props[name] }] as const);
    return Object.defineProperties({}, Object.fromEntries(getters));
}

/** Whether a property is set and known: the SDK throws an error when an unknown value is read. */
function isKnown(props: PolicyResource["props"], name: string): boolean {
    try {
        return props[name] !== undefined;
    } catch {
        return false;
    }
}

/** Prints to stderr, which the CLI shows; it does not show the reason passed to notApplicable(). */
function printExemption(name: string, rule: Rule, exemption: string): void {
    console.error(escapeLine(`${name}: ${rule.name}: ${exemption}`));
}

/**
 * Compares the name of the class, not the class: another pack may run these rules with its own copy of the SDK,
 * which would send a secret of this copy's class as plain text.
 */
const SDK_SECRETS: Secrets = {
    open: value => (classOf(value)?.name === "Secret" ? (value as Secret) : undefined),
    seal: (value, like) => new (classOf(like) as typeof Secret)(value),
};

/** Reads the prototype's constructor, since a property of the resource can be named `constructor`. */
function classOf(value: unknown): { readonly name: string } | undefined {
    return value instanceof Object ? Object.getPrototypeOf(value).constructor : undefined;
}

/** Returns the object behind the two proxies that the SDK puts around the properties in a remediation. */
function withoutProxies(props: object): Record<string, unknown> {
    const target = "__getSpecialProxyTarget" as keyof object;
    return (props[target] as object)[target];
}
