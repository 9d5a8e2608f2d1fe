import type { UserPoolClient } from "@pulumi/aws/cognito";
import { type ResourceValidationPolicy, remediateResourceOfType, Secret, validateResourceOfType } from "@pulumi/policy";
import { fixFor, judge, optionsOf } from "./judge";
import { applyPatch, type Secrets } from "./patch";
import type { Rule } from "./rule";

/** Stands for the class in @pulumi/aws, which is 84 MB to install: the SDK reads nothing of it but the type. */
export const CLIENT = { __pulumiType: "aws:cognito/userPoolClient:UserPoolClient" } as unknown as typeof UserPoolClient;

/** Makes a rule into what Pulumi runs: the one place that knows the policy SDK. */
export function toPolicy(rule: Rule): ResourceValidationPolicy {
    return {
        name: rule.name,
        description: rule.description,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.remediation,
        url: rule.url,
        configSchema: { properties: { ...optionsOf(rule) } },
        validateResource: validateResourceOfType(CLIENT, (_client, args, report) => {
            const { violations, exemption } = judge(rule, args, args.getConfig());
            for (const message of violations) report(message);
            if (exemption) {
                console.error(`${args.name}: ${rule.name}: ${exemption}`); // Pulumi shows this, and not the reason below
                args.notApplicable(exemption);
            }
        }),
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

const SECRETS: Secrets = {
    open: value => (value instanceof Secret ? value : undefined),
    seal: value => new Secret(value),
};

/** The SDK's own way from a proxy to what it stands for; there are two around a remediation's properties. */
function unproxied(props: object): Record<string, unknown> {
    const target = "__getSpecialProxyTarget" as keyof object;
    return (props[target] as object)[target];
}
