import type { Printer } from ".";
import { HASH_COMMENTS, isBlock, printMembers } from "./shared";
import { printScalar } from "./yaml";

/** Values on one line. */
export const YAML: Printer = {
    comments: HASH_COMMENTS,
    quote: "",
    padding: " ",
    key: property => property,
    separator: () => ": ",
    scalar(value, quote) {
        const printed = printScalar(value);
        if (typeof value !== "string" || printed.startsWith('"')) return printed;
        const isPlain = quote === "" && !printed.includes(","); // a comma ends a value between brackets
        return isPlain ? printed : `${quote || '"'}${printed}${quote || '"'}`; // what can be plain has neither quotes nor escapes
    },
    value: printValue,
};

function printValue(value: unknown, quote: string): string {
    if (Array.isArray(value)) return `[${value.map(element => printValue(element, quote)).join(", ")}]`;
    if (isBlock(value)) return `{ ${printMembers(value, (name, member) => `${name}: ${printValue(member, quote)}`)} }`;
    return YAML.scalar(value as string, quote);
}
