import type { LanguageName, Layout } from "../expression";
import { CSHARP } from "./csharp";
import { goPrinter } from "./go";
import { JAVA } from "./java";
import { JAVASCRIPT } from "./javascript";
import { PYTHON } from "./python";
import { YAML } from "./yaml-values";

/** How a language writes comments, between which commas are found. Both match at an offset. */
export interface Comments {
    /** White space and comments. */
    readonly gap: RegExp;
    /** A comment and the rest of its line. */
    readonly lineTail: RegExp;
}

/** A scalar value of a property. */
export type Scalar = string | number | boolean;

/** How a language writes properties and values. */
export interface Printer {
    readonly comments: Comments;
    /** The quote of a string where no other string shows one. */
    readonly quote: string;
    /** What is between the braces of an object on one line and its members. */
    readonly padding: "" | " ";
    /** Whether its formatter aligns the values of an object. */
    readonly alignsValues?: boolean;
    /** Returns the key of a property, without quotes if it can be written so. */
    key(property: string, layout: Layout): string;
    /** Returns what is between a key and its value. */
    separator(layout: Layout): string;
    /** Prints a string in quotes, or a number or boolean, without what wraps it. */
    scalar(value: Scalar, quote: string): string;
    /** Prints a value as a property has it. `path` is the property, and the member of its block. */
    value(value: unknown, quote: string, path: string): string;
}

/** Returns the printer of a language. `text` is the file, which decides how packages are named. */
export function printerOf(language: LanguageName, text: string): Printer {
    switch (language) {
        case "javascript":
        case "typescript":
            return JAVASCRIPT;
        case "python":
            return PYTHON;
        case "go":
            return goPrinter(text);
        case "java":
            return JAVA;
        case "csharp":
            return CSHARP;
        case "yaml":
            return YAML;
    }
}

/** Prints a property with its value: `prevent_user_existence_errors="ENABLED"`. */
export function printProperty(printer: Printer, language: LanguageName, property: string, value: unknown, path = property): string {
    const layout = LAYOUTS[language] ?? "brackets";
    return `${printer.key(property, layout)}${printer.separator(layout)}${printer.value(value, printer.quote, path)}${closing(layout)}`;
}

/** Where properties are written in most programs. */
const LAYOUTS: Partial<Record<LanguageName, Layout>> = { java: "calls", python: "arguments", yaml: "lines" };

/** Returns what ends a member behind its value. */
export function closing(layout: Layout): string {
    return layout === "calls" ? ")" : "";
}
