import { has, known, some } from "../client";
import { customName, isReadOnly, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { attributeOf } from "../cognito/schemas";
import { type Check, defineStackRule } from "../rule";
import type { ClientOfPool } from "../stack";
import { enumerate, nearest } from "../text";

const messages = {
    missing: (property: string, attributes: readonly string[], pool: string, existing: readonly string[]) =>
        `${property} has ${enumerate(attributes.map(attribute => question(attribute, existing)))}, which the user pool ${pool} lacks.`,
    required: (attributes: readonly string[], pool: string) =>
        `writeAttributes lacks ${enumerate(attributes)}, which the user pool ${pool} requires.`,
};

/** The prefixes are alike, so they say nothing of how near two names are. */
function question(attribute: string, existing: readonly string[]): string {
    const meant = nearest(bare(attribute), existing.map(bare));
    return meant === undefined ? attribute : `${attribute} (did you mean ${existing.find(other => bare(other) === meant)}?)`;
}

function bare(attribute: string): string {
    return customName(attribute) ?? attribute;
}

const customAttributesOf = (property: "readAttributes" | "writeAttributes"): Check<Record<never, never>, ClientOfPool> =>
    function* ({ [property]: attributes, pool }) {
        const missing = yield* known(
            attributes,
            attribute => customName(attribute) !== undefined && !some(pool.schemas, schema => attributeOf(schema) === attribute),
        );
        if (missing.length === 0) return;
        const schemas = (pool.schemas ?? []).filter(({ name }) => !STANDARD_ATTRIBUTES.includes(name));
        yield messages.missing(property, missing, pool.name, schemas.map(attributeOf));
    };

export default defineStackRule({
    name: "match-pool-attributes",
    level: "mandatory",
    severity: "high",
    description:
        "Custom attributes must be ones that the user pool has, and whoever writes attributes must write those that it requires, or the deployment fails.",
    remediation: "List what the user pool's schemas declare, or declare it there.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    messages,
    checks: [
        customAttributesOf("readAttributes"),
        customAttributesOf("writeAttributes"),
        function* ({ writeAttributes, pool }) {
            if (!writeAttributes) return;
            const missing = yield* known(
                pool.schemas,
                ({ name, required }) => isWritable(name) && required === true && !has(writeAttributes, name),
            );
            if (missing.length > 0)
                yield messages.required(
                    missing.map(({ name }) => name),
                    pool.name,
                );
        },
    ],
});

/** Custom attributes cannot be required, and every pool says that sub is. */
function isWritable(attribute: string): boolean {
    return STANDARD_ATTRIBUTES.includes(attribute) && !isReadOnly(attribute);
}
