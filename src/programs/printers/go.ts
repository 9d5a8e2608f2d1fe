import type { Printer } from ".";
import { classOf, isBlock, printMembers, printScalar, SLASH_COMMENTS, toPascalCase } from "./shared";

const SDK = /^[ \t]*(?:import[ \t]+)?(?:([\w.]+)[ \t]+)?"github\.com\/pulumi\/pulumi\/sdk(?:\/v\d+)?\/go\/pulumi"/m;
const COGNITO = /^[ \t]*(?:import[ \t]+)?(?:([\w.]+)[ \t]+)?"github\.com\/pulumi\/pulumi-aws\/sdk(?:\/v\d+)?\/go\/aws\/cognito"/m;

/** Returns the printer of a file, which names packages as the file imports them. */
export function goPrinter(text: string): Printer {
    const pulumi = prefixOf(SDK.exec(text), "pulumi");
    const cognito = prefixOf(COGNITO.exec(text), "cognito");
    const printValue = (value: unknown, quote: string, path: string): string => {
        if (Array.isArray(value)) return `${pulumi}StringArray{${value.map(element => printValue(element, quote, path)).join(", ")}}`;
        if (isBlock(value)) {
            const print = (name: string, member: unknown) => `${toPascalCase(name)}: ${printValue(member, quote, `${path}.${name}`)}`;
            return `&${cognito}${classOf(path)}{${printMembers(value, print)}}`;
        }
        const type = typeof value === "string" ? "String" : typeof value === "boolean" ? "Bool" : "Int";
        return `${pulumi}${type}(${printText(value as string, quote)})`;
    };
    return {
        comments: SLASH_COMMENTS,
        quote: '"',
        padding: "",
        alignsValues: true,
        key: toPascalCase,
        separator: () => ": ",
        scalar: printText,
        value: printValue,
    };
}

/** Prints a string between backticks only if nothing in it needs an escape. */
function printText(value: string | number | boolean, quote: string): string {
    const isRaw = quote === "`" && typeof value === "string" && /^[ -_a-~]*$/.test(value);
    return isRaw ? `\`${value}\`` : printScalar(value, '"');
}

function prefixOf(match: RegExpExecArray | null, name: string): string {
    const alias = match?.[1] ?? name;
    return alias === "." ? "" : `${alias}.`;
}
