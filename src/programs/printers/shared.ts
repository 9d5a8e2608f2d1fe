import type { Comments, Scalar } from ".";
import { quote as printJson } from "./literals";

export const SLASH_COMMENTS: Comments = {
    gap: /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y,
    lineTail: /[ \t]*(?:\/\*(?:(?!\*\/).)*\*\/[ \t]*)*(?:\/\/.*)?/y,
};

export const HASH_COMMENTS: Comments = { gap: /(?:\s|#.*)*/y, lineTail: /[ \t]*(?:#.*)?/y };

/** Prints a scalar as in JSON, with this quote around a string. */
export function printScalar(value: Scalar, quote: string): string {
    const json = printJson(value);
    if (typeof value !== "string" || quote === '"') return json;
    return quote + json.slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`) + quote;
}

/** Prints the members of a block. */
export function printMembers(block: object, print: (name: string, value: unknown) => string, separator = ", "): string {
    return Object.entries(block)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => print(name, value))
        .join(separator);
}

/** Whether a value is a block and not a list. */
export function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function toPascalCase(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Returns the class of a block of a client: `UserPoolClientTokenValidityUnitsArgs`. */
export function classOf(path: string): string {
    return `UserPoolClient${path.split(".").map(toPascalCase).join("")}Args`;
}
