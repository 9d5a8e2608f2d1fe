import { isVisible } from "../util/characters";

/** The attributes that every user pool has. Source: the developer guide, page on attributes. */
export const STANDARD_ATTRIBUTES: readonly string[] = [
    "address",
    "birthdate",
    "email",
    "email_verified",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "phone_number_verified",
    "picture",
    "preferred_username",
    "profile",
    "sub",
    "updated_at",
    "website",
    "zoneinfo",
];

const READ_ONLY: readonly string[] = ["sub", "email_verified", "phone_number_verified"];

/** Whether only Cognito can write an attribute. */
export function isReadOnly(attribute: string): boolean {
    return READ_ONLY.includes(attribute);
}

/** Returns the name of a custom attribute without its prefix; undefined for any other attribute. */
export function customName(attribute: string): string | undefined {
    return /^(?:dev:)?custom:(.+)/s.exec(attribute)?.[1];
}

/** The length of a custom attribute's name without its prefix, in code points. */
export const MAX_CUSTOM_NAME = 20;

/** Why no user pool can have an attribute. `unknown`: neither a standard nor a custom attribute. The others are defects of a custom name. */
export type AttributeDefect = "characters" | "length" | "unknown";

/**
 * Returns why no user pool can have an attribute; undefined if one can.
 * Source: CustomAttributeNameType in the API model, whose lengths count code points (Smithy's length trait).
 */
export function attributeDefect(attribute: string): AttributeDefect | undefined {
    if (STANDARD_ATTRIBUTES.includes(attribute)) return undefined;
    const name = customName(attribute);
    if (name === undefined) return "unknown";
    if (!isVisible(name)) return "characters";
    return [...name].length > MAX_CUSTOM_NAME ? "length" : undefined;
}

/** Whether a user pool can have an attribute of this name. */
export function isAttribute(name: string): boolean {
    return attributeDefect(name) === undefined;
}

/** An attribute in the schemas of a user pool. */
interface AttributeSchema {
    readonly name?: string;
    readonly developerOnlyAttribute?: boolean;
}

/**
 * Returns the name that app clients use for a custom attribute, whose schema may already have the prefix. The name of a standard
 * attribute gets the prefix as well: a schema that is added to an existing pool always makes a custom attribute.
 */
export function attributeOf({ name = "", developerOnlyAttribute }: AttributeSchema): string {
    const prefix = developerOnlyAttribute || name.startsWith("dev:") ? "dev:custom:" : "custom:";
    return prefix + name.replace(/^dev:/, "").replace(/^custom:/, "");
}
