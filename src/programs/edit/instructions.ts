import { quote } from "../printers/literals";
import { isJavaScript, JAVASCRIPT } from "./javascript";
import { isObject } from "./source";
import { YAML } from "./yaml";

/** How a language writes a property. */
interface Spelling {
    name(property: string): string;
    readonly separator: string;
    value(value: unknown): string;
}

const PYTHON: Spelling = {
    name: property => property.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    separator: "=",
    value: printPython,
};

const TYPESCRIPT: Spelling = { name: property => property, separator: ": ", value: value => JAVASCRIPT.print(value, '"') };

const OTHERS: Spelling = { name: property => property, separator: ": ", value: value => YAML.print(value, "") };

/** Says what to write in a program, in its language: "Write `preventUserExistenceErrors: "ENABLED"`." */
export function instructionsFor(changes: object, props: object, file: string): string {
    const spelling = file.endsWith(".py") ? PYTHON : isJavaScript(file) ? TYPESCRIPT : OTHERS;
    return instructions(changes, props, spelling).join(" ");
}

function instructions(changes: object, props: object, spelling: Spelling, parent = ""): string[] {
    return Object.entries(changes).flatMap(([property, change]) => {
        const name = spelling.name(property);
        const current = props[property as keyof object] as unknown;
        if (change === undefined) return [`Remove \`${name}\`${parent}.`];
        if (isObject(change) && isObject(current)) return instructions(change, current, spelling, ` in \`${name}\``);
        return [`Write \`${name}${spelling.separator}${spelling.value(change)}\`${parent}.`];
    });
}

function printPython(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(printPython).join(", ")}]`;
    if (isObject(value)) {
        const members = Object.entries(value).map(([name, member]) => `${quote(PYTHON.name(name))}: ${printPython(member)}`);
        return `{${members.join(", ")}}`;
    }
    if (typeof value === "boolean") return value ? "True" : "False";
    return quote(value);
}
