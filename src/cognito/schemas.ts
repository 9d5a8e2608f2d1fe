/** An attribute as a user pool declares it. */
interface Schema {
    readonly name?: string;
    readonly developerOnlyAttribute?: boolean;
}

/**
 * The name by which an app client knows the custom attribute of a schema, which has the prefix or not. It goes for the name of a
 * standard attribute too: a schema that is added to a pool later makes a custom attribute whatever its name.
 */
export function attributeOf({ name = "", developerOnlyAttribute }: Schema): string {
    const prefix = developerOnlyAttribute || name.startsWith("dev:") ? "dev:custom:" : "custom:";
    return prefix + name.replace(/^dev:/, "").replace(/^custom:/, "");
}
