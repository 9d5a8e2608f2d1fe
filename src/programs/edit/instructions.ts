import type { LanguageName } from "../expression";
import { type Printer, printerOf, printProperty } from "../printers";
import { isBlock } from "../printers/shared";

/** Says what to write in a program, in its language: "Write `prevent_user_existence_errors="ENABLED"`." */
export function instructionsFor(changes: object, props: object, language: LanguageName, text = "", secrets?: ReadonlySet<string>): string {
    const printer = printerOf(language, text);
    const sentences = Object.entries(changes).flatMap(([property, change]) => {
        if (secrets?.has(property) && change !== undefined) return [`Change \`${nameOf(property, printer)}\`, which is a secret.`];
        return describe(property, change, props, printer, language);
    });
    return sentences.join(" ");
}

function describe(
    property: string,
    change: unknown,
    props: object,
    printer: Printer,
    language: LanguageName,
    parents: readonly string[] = [],
) {
    const name = nameOf(property, printer);
    const inBlock = parents.length === 0 ? "" : ` in \`${parents.map(parent => nameOf(parent, printer)).join(".")}\``;
    if (change === undefined) return [`Remove \`${name}\`${inBlock}.`];
    const current = (props as Readonly<Record<string, unknown>>)[property];
    if (isBlock(change) && isBlock(current)) {
        return Object.entries(change).flatMap(([member, part]): string[] =>
            describe(member, part, current, printer, language, [...parents, property]),
        );
    }
    const path = [...parents, property].join(".");
    return [`Write \`${printProperty(printer, language, property, change, path)}\`${inBlock}.`];
}

function nameOf(property: string, printer: Printer): string {
    return printer.key(property, "arguments").replace(".", "");
}
