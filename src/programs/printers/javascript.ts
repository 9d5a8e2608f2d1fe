import type { Printer } from ".";
import { isBlock, printMembers, printScalar, SLASH_COMMENTS } from "./shared";

export const JAVASCRIPT: Printer = {
    comments: SLASH_COMMENTS,
    quote: '"',
    padding: " ",
    key: property => property,
    separator: () => ": ",
    scalar(value, quote) {
        const printed = printScalar(value, quote);
        return quote === "`" ? printed.replaceAll("${", "\\${") : printed;
    },
    value: printValue,
};

function printValue(value: unknown, quote: string): string {
    if (Array.isArray(value)) return `[${value.map(element => printValue(element, quote)).join(", ")}]`;
    if (isBlock(value)) return `{ ${printMembers(value, (name, member) => `${name}: ${printValue(member, quote)}`)} }`;
    return JAVASCRIPT.scalar(value as string, quote);
}
