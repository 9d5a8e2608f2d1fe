import { customName } from "../cognito/attributes";
import { allOf, has } from "../core/properties";
import { defineRule, type StackCheck } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";
import { isRequired, quoteMissing, schemasOf } from "./shared/pool-attributes";

const messages = {
    missing: (attributes: readonly string[], pool: Pool) =>
        `has ${enumerate(quoteMissing(attributes, pool))}, which the user pool ${value(pool.name)} does not have.`,
    required: (attributes: readonly string[], pool: Pool) =>
        `lacks ${enumerate(attributes.map(quoted))}, which the user pool ${value(pool.name)} requires.`,
};

function checkCustomAttributes(property: "readAttributes" | "writeAttributes"): StackCheck {
    return ({ [property]: attributes }, { pool, report, filter }) => {
        const isMissing = (attribute: string) => customName(attribute) !== undefined && schemasOf(pool, attribute).length === 0;
        const missing = filter(attributes, isMissing);
        if (missing.length > 0) report(property, messages.missing(missing, pool));
    };
}

export default defineRule({
    name: "match-pool-attributes",
    title: "Attributes of the user pool",
    category: "consistency",
    scope: "stack",
    level: "mandatory",
    severity: "high",
    description: "A client must use attributes that the user pool has, and write those that it requires.",
    remediation: "Use the attributes in the schemas of the pool.",
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
        checkCustomAttributes("readAttributes"),
        checkCustomAttributes("writeAttributes"),
        ({ writeAttributes }, { pool, report, filter }) => {
            if (!writeAttributes) return;
            const missing = filter(pool.schemas, schema =>
                allOf(
                    () => isRequired(schema),
                    () => !has(writeAttributes, schema.name),
                ),
            );
            const names = missing.map(({ name }) => name);
            if (names.length > 0) report("writeAttributes", messages.required(names, pool));
        },
    ],
});
