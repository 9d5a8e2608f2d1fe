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
