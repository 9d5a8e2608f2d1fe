import { attributeOf, customName, isReadOnly, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { has, some } from "../core/properties";
import { defineRule, type StackCheck } from "../core/rule";
import { didYouMean, enumerate, nearest } from "../util/wording";

const messages = {
    missing: (attributes: readonly string[], pool: string, existing: readonly string[]) =>
        `has ${enumerate(attributes.map(attribute => withSuggestion(attribute, existing)))}, which the user pool ${pool} does not have.`,
    required: (attributes: readonly string[], pool: string) => `lacks ${enumerate(attributes)}, which the user pool ${pool} requires.`,
};

/** Compares names without their prefixes, which would make any two look similar. */
function withSuggestion(attribute: string, existing: readonly string[]): string {
    const name = nearest(withoutPrefix(attribute), existing.map(withoutPrefix));
    return attribute + didYouMean(existing.find(other => withoutPrefix(other) === name));
}

function withoutPrefix(attribute: string): string {
    return customName(attribute) ?? attribute;
}

/** Excludes custom attributes, which cannot be required, and read-only ones such as sub, which every pool requires. */
function isWritable(attribute: string): boolean {
    return STANDARD_ATTRIBUTES.includes(attribute) && !isReadOnly(attribute);
}

function customAttributesExist(property: "readAttributes" | "writeAttributes"): StackCheck {
    return ({ [property]: attributes }, { pool, report, filter }) => {
        const missing = filter(
            attributes,
            attribute => customName(attribute) !== undefined && !some(pool.schemas, schema => attributeOf(schema) === attribute),
        );
        if (missing.length === 0) return;
        const custom = (pool.schemas ?? []).filter(({ name }) => !STANDARD_ATTRIBUTES.includes(name));
        report(property, messages.missing(missing, pool.name, custom.map(attributeOf)));
    };
}

export default defineRule({
    name: "match-pool-attributes",
    title: "Attributes of the user pool",
    category: "consistency",
    scope: "stack",
    level: "mandatory",
    severity: "high",
    description:
        "Custom attributes must exist in the user pool, and writeAttributes must include every attribute that it requires, or the deployment fails.",
    remediation: "List the attributes as the schemas of the user pool declare them, or change the schemas.",
    standards: [],
    docs: {
        details:
            "readAttributes and writeAttributes name a custom attribute with the prefix custom: before its name in the schemas of the user pool, or dev:custom: if developerOnlyAttribute is true; names are case-sensitive. " +
            "If writeAttributes is set, it must include every standard attribute with required: true. A list that is unset or empty means all attributes, so it is not checked.",
        whenNotToUse: "Turn it off if custom attributes are added to the user pool outside of Pulumi.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"],
    },
    examples: {
        incorrect: [
            {
                pool: { schemas: [{ name: "tenant", attributeDataType: "String" }] },
                client: { readAttributes: ["email", "custom:tenantId"] },
            },
            {
                pool: { schemas: [{ name: "email", attributeDataType: "String", required: true }] },
                client: { writeAttributes: ["name"] },
            },
        ],
        correct: [
            {
                pool: {
                    schemas: [
                        { name: "email", attributeDataType: "String", required: true },
                        { name: "tenant", attributeDataType: "String" },
                    ],
                },
                client: { readAttributes: ["email", "custom:tenant"], writeAttributes: ["email", "name"] },
            },
        ],
    },
    checks: [
        customAttributesExist("readAttributes"),
        customAttributesExist("writeAttributes"),
        ({ writeAttributes }, { pool, report, filter }) => {
            if (!writeAttributes) return;
            const missing = filter(
                pool.schemas,
                ({ name, required }) => isWritable(name) && required === true && !has(writeAttributes, name),
            );
            const names = missing.map(({ name }) => name);
            if (names.length > 0) report("writeAttributes", messages.required(names, pool.name));
        },
    ],
});
