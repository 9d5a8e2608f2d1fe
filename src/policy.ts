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
import { fixFor, judge, optionsOf } from "./judge";
import { applyPatch, type Secrets } from "./patch";
import type { Rule } from "./rule";
import { CLIENT_TYPE, clientsOf, type StackResource } from "./stack";
import { tagsOf } from "./standards";

/** Stands for the class in @pulumi/aws, which is 84 MB to install: the SDK reads nothing of it but the type. */
export const CLIENT = { __pulumiType: CLIENT_TYPE } as unknown as typeof UserPoolClient;

/**
 * What Pulumi runs, of a type that each copy of the SDK takes: a pack with these rules may have one of its own, and to the
 * compiler the classes in the types of the arguments are not the same then.
 */
interface PortablePolicy extends Policy {
    readonly validateResource?: Portable<ResourceValidation>;
    readonly validateStack?: Portable<StackValidation>;
    readonly remediateResource?: Portable<ResourceRemediation>;
}

// biome-ignore lint/suspicious/noExplicitAny: nothing else takes the arguments of every copy.
type Portable<Run> = Run extends (args: any, ...rest: infer Rest) => infer Result ? (args: any, ...rest: Rest) => Result : never;

/** Makes a rule into what Pulumi runs: the one place that knows the policy SDK. */
export function toPolicy(rule: Rule): PortablePolicy {
    return {
        name: rule.name,
        description: rule.description,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.remediation,
        url: rule.url,
        tags: tagsOf(rule.name),
        configSchema: { properties: { ...optionsOf(rule) } },
        ...(rule.scope === "stack" ? { validateStack: stackValidation(rule) } : { validateResource: resourceValidation(rule) }),
        ...(rule.fix && {
            remediateResource: remediateResourceOfType(CLIENT, (props, args) => {
                const patch = fixFor(rule, args, args.getConfig());
                if (!patch) return undefined;
                applyPatch(unproxied(props), patch, SECRETS);
                return props;
            }),
        }),
    };
}

function resourceValidation(rule: Rule) {
    return validateResourceOfType(CLIENT, (_client, args, report) => {
        const { violations, exemption } = judge(rule, args, args.getConfig());
        for (const message of violations) report(message);
        if (exemption) {
            announce(args.name, rule, exemption);
            args.notApplicable(exemption);
        }
    });
}

/** Not the SDK's validateStackResourcesOfType, which hands over the clients alone; the type lets it skip a stack without any. */
function stackValidation(rule: Rule): StackValidation {
    const validate: StackValidation = ({ resources, getConfig }, report) => {
        for (const client of clientsOf(resources.map(withUrns))) {
            const { violations, exemption } = judge(rule, client, getConfig());
            for (const message of violations) report(message, client.urn);
            if (exemption) announce(client.name, rule, exemption); // notApplicable would be the end of the other clients' judgement
        }
    };
    return Object.assign(validate, CLIENT);
}

/** The SDK has put the resources themselves where the engine names them. */
function withUrns({ type, name, urn, props, propertyDependencies }: PolicyResource): StackResource {
    const dependencies = Object.entries(propertyDependencies).map(([property, resources]) => [property, resources.map(({ urn }) => urn)]);
    return { type, name, urn, props, propertyDependencies: Object.fromEntries(dependencies) };
}

/** Pulumi shows what is printed, and not the reason why a policy does not apply. */
function announce(name: string, rule: Rule, exemption: string): void {
    console.error(`${name}: ${rule.name}: ${exemption}`);
}

/**
 * By its name, as a pack that takes these rules into its own may run them with a copy of the SDK that has a class of its own.
 * It would not know a secret made by this one's class, and would send it as a plain value.
 */
const SECRETS: Secrets = {
    open: value => (classOf(value)?.name === "Secret" ? (value as Secret) : undefined),
    seal: (value, like) => new (classOf(like) as typeof Secret)(value),
};

/** Properties are data, so that one of them may be named constructor. */
function classOf(value: unknown): { readonly name: string } | undefined {
    return value instanceof Object ? Object.getPrototypeOf(value).constructor : undefined;
}

/** The SDK's own way from a proxy to what it stands for; there are two around a remediation's properties. */
function unproxied(props: object): Record<string, unknown> {
    const target = "__getSpecialProxyTarget" as keyof object;
    return (props[target] as object)[target];
}
