import type { Printer } from ".";
import { classOf, isBlock, printMembers, printScalar, SLASH_COMMENTS } from "./shared";

export const JAVA: Printer = {
    comments: SLASH_COMMENTS,
    quote: '"',
    padding: "",
    key: property => `.${property}`,
    separator: () => "(",
    scalar: value => printScalar(value, '"'),
    value: printValue,
};

function printValue(value: unknown, quote: string, path: string): string {
    if (Array.isArray(value)) return value.map(element => printValue(element, quote, path)).join(", ");
    if (isBlock(value)) {
        const print = (name: string, member: unknown) => `.${name}(${printValue(member, quote, `${path}.${name}`)})`;
        return `${classOf(path)}.builder()${printMembers(value, print, "")}.build()`;
    }
    return JAVA.scalar(value as string, quote);
}
