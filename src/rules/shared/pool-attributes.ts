import { attributeOf, customName, isReadOnly, STANDARD_ATTRIBUTES } from "../../cognito/attributes";
import { findBy } from "../../core/find-by";
import type { Pool } from "../../core/user-pools";
import { quoted, value } from "../../core/values";
import { didYouMean, nearest } from "../../util/wording";

/** An attribute in the schemas of a user pool. */
export type AttributeSchema = NonNullable<Pool["schemas"]>[number];

/** Returns the schemas of an attribute, by the name that clients use. Throws UnknownValueError if none is known and one may be it. */
export function schemasOf({ schemas }: Pool, attribute: string): readonly AttributeSchema[] {
    const { found, unknown } = findBy(schemas, customName(attribute) === undefined ? schemaName : attributeOf, attribute);
    if (found.length === 0 && unknown) throw unknown;
    return found;
}

function schemaName({ name }: AttributeSchema): string {
    return name;
}

/**
 * Whether a client must be able to write an attribute because the user pool requires it. Excludes custom attributes, which cannot be
 * required, and read-only ones such as sub, which every pool requires.
 */
export function isRequired({ name, required }: AttributeSchema): boolean {
    return required === true && STANDARD_ATTRIBUTES.includes(name) && !isReadOnly(name);
}

/** More custom attributes than a user pool can have are not searched for suggestions. */
const MAX_SUGGESTED = 100;

/** Quotes attributes that a user pool lacks for a message, each with the custom attribute that was probably meant. */
export function quoteMissing(attributes: readonly string[], { schemas = [] }: Pool): string[] {
    const custom = schemas.slice(0, MAX_SUGGESTED).filter(({ name }) => !STANDARD_ATTRIBUTES.includes(name));
    const existing = new Map(custom.map(attributeOf).map(attribute => [withoutPrefix(attribute), attribute]));
    return attributes.map(attribute => {
        const name = nearest(withoutPrefix(attribute), [...existing.keys()]); // with their prefixes, any two would look similar
        const suggestion = name && existing.get(name);
        return quoted(attribute) + didYouMean(suggestion && value(suggestion));
    });
}

function withoutPrefix(attribute: string): string {
    return customName(attribute) ?? attribute;
}
