import { Expression, quote } from "./literals";

/** Prints an object as a YAML block. An expression becomes `${code}`, as Pulumi's YAML language interpolates it. */
export function printYaml(value: object, indent = ""): string {
    return Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${indent}${printScalar(name)}:${printMember(member, `${indent}  `)}`)
        .join("\n");
}

/** Prints what follows a key: a scalar on the same line, a block on the next ones. */
function printMember(value: unknown, indent: string): string {
    if (value instanceof Expression || typeof value !== "object" || value === null) return ` ${printScalar(value)}`;
    if (Object.keys(value).length === 0) return Array.isArray(value) ? " []" : " {}";
    return `\n${Array.isArray(value) ? printList(value, indent) : printYaml(value, indent)}`;
}

function printList(list: readonly unknown[], indent: string): string {
    return list
        .map(element => {
            const isBlock = typeof element === "object" && element !== null && !(element instanceof Expression);
            if (!isBlock || Object.keys(element).length === 0) return `${indent}-${printMember(element, "")}`;
            return `${indent}- ${printYaml(element, `${indent}  `).trimStart()}`;
        })
        .join("\n");
}

/** A text that YAML reads as the same text without quotes. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z_/](?:[\w ./@*,+=?&~<>()$%-]|:(?! |$)|(?<! )#)*(?<! )$/i;

/** Prints a text without quotes if YAML reads it as the same text, and other values as in JSON. */
export function printScalar(value: unknown): string {
    if (value instanceof Expression) return `\${${value.code}}`;
    if (typeof value !== "string") return quote(value);
    const text = value.replaceAll("${", () => "$${"); // Pulumi interpolates ${...}
    return PLAIN.test(text) ? text : quote(text);
}
