import type { Printer } from ".";
import { HASH_COMMENTS, isBlock, printMembers, printScalar } from "./shared";

export const PYTHON: Printer = {
    comments: HASH_COMMENTS,
    quote: '"',
    padding: "",
    key: (property, layout) => (layout === "arguments" ? toSnakeCase(property) : `"${toSnakeCase(property)}"`),
    separator: layout => (layout === "arguments" ? "=" : ": "),
    scalar: (value, quote) => (typeof value === "boolean" ? (value ? "True" : "False") : printScalar(value, quote)),
    value: printValue,
};

function printValue(value: unknown, quote: string): string {
    if (Array.isArray(value)) return `[${value.map(element => printValue(element, quote)).join(", ")}]`;
    if (isBlock(value)) {
        const print = (name: string, member: unknown) => `${quote}${toSnakeCase(name)}${quote}: ${printValue(member, quote)}`;
        return `{${printMembers(value, print)}}`;
    }
    return PYTHON.scalar(value as string, quote);
}

function toSnakeCase(name: string): string {
    return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
