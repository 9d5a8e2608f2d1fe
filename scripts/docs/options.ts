import type { OptionSchema, Rule } from "../../src/core/rule";
import { printJson } from "../../src/programs/printers/literals";

/** An option as the documentation lists it. */
export interface OptionDescription {
    readonly name: string;
    /** The type and the limits: `integer, at least 1`. */
    readonly type: string;
    /** The default as JSON. */
    readonly defaultValue: string;
    readonly description: string;
}

/** Prints a configuration with the rule's options at their defaults, and with a level that enables the rule if it is disabled by default. */
export function optionsSnippet({ name, level, options = {} }: Rule): string {
    const defaults = Object.entries<OptionSchema>(options).map(([option, schema]) => [option, schema.default]);
    const enforcementLevel = level === "disabled" ? "advisory" : level;
    return printJson({ [name]: { enforcementLevel, ...Object.fromEntries(defaults) } }, 2);
}

/** Describes the options that a rule has besides `exempt`. */
export function describeOptions({ options = {} }: Rule): OptionDescription[] {
    return Object.entries<OptionSchema>(options).map(([name, schema]) => ({
        name,
        type: describeType(schema),
        defaultValue: printJson(schema.default),
        description: schema.description,
    }));
}

function describeType({ type, items, minimum, maximum }: OptionSchema): string {
    const element = typeof items === "object" && "type" in items ? ` of ${items.type}s` : "";
    const name = type === "array" ? `list${element}` : String(type);
    if (minimum === undefined) return name;
    return maximum === undefined ? `${name}, at least ${minimum}` : `${name} from ${minimum} to ${maximum}`;
}
