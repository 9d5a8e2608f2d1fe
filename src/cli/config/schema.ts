import { exemptOption } from "../../core/exemptions";
import { LEVELS, type Rule } from "../../core/rule";

interface PolicySchema extends ReturnType<typeof policySchema> {
    readonly default?: Rule["level"];
}

/** Returns the JSON schema of a file for --policy-pack-config. */
export function configSchema(rules: readonly Rule[]) {
    const policies: Record<string, PolicySchema> = {
        all: policySchema("Enforcement level of every policy without a level of its own.", {}),
    };
    for (const rule of rules) {
        policies[rule.name] = {
            ...policySchema(rule.description, { ...rule.options, exempt: { $ref: "#/definitions/exempt" } }),
            default: rule.level,
        };
    }
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Configuration of the policy pack pulumi-policy-aws-cognito",
        description: "A file for --policy-pack-config: for each policy, its enforcement level, or its level and options.",
        type: "object",
        additionalProperties: false,
        properties: policies,
        definitions: { level: { enum: LEVELS, description: "What Pulumi does with a violation." }, exempt: exemptOption },
    };
}

/** The schema of a level, or of an object with a level and options. It avoids anyOf, whose errors are those of every branch. */
function policySchema(description: string, options: object) {
    const level = { $ref: "#/definitions/level" };
    return {
        description,
        type: ["string", "object"],
        examples: LEVELS, // suggested by editors, which ignore `then`
        if: { type: "string" },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema.
        then: level,
        additionalProperties: false,
        properties: { enforcementLevel: level, ...options },
    };
}
