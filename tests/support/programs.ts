import * as fc from "fast-check";
import { unknown } from "../../src/api/testing";

/** How a program is written. */
export interface Style {
    readonly quote: "'" | '"';
    readonly indent: string;
    readonly newLine: "\n" | "\r\n";
    /** Whether lists and objects end with a comma. */
    readonly trailingComma: boolean;
    readonly quotedKeys: boolean;
    /** Decides everything else, such as where comments are. */
    readonly seed: number;
}

export const styles: fc.Arbitrary<Style> = fc.record({
    quote: fc.constantFrom<Style["quote"]>("'", '"'),
    indent: fc.constantFrom("  ", "    ", "\t"),
    newLine: fc.constantFrom<Style["newLine"]>("\n", "\r\n"),
    trailingComma: fc.boolean(),
    quotedKeys: fc.boolean(),
    seed: fc.nat(),
});

/** Decides at random, the same in every run. */
export class Random {
    constructor(private state: number) {}

    /** Returns true once in so many times. */
    once(times: number): boolean {
        this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
        return (this.state >>> 8) % times === 0;
    }
}

/** Prints a program in TypeScript that creates a client. Unknown values are expressions, and comments are numbered. */
export function printProgram(client: object, style: Style): string {
    const { quote, newLine, indent } = style;
    const random = new Random(style.seed);
    let comments = 0;
    const print = (value: unknown, current: string): string => {
        if (value === unknown) return "config";
        if (typeof value === "string") return printString(value);
        if (typeof value !== "object" || value === null) return String(value);
        const elements = Array.isArray(value) ? value.map(element => ["", element] as const) : Object.entries(value);
        const [open, close, padding] = Array.isArray(value) ? ["[", "]", ""] : ["{", "}", " "];
        if (elements.length === 0) return open + close;
        const isMultiline = !random.once(2);
        const inner = isMultiline ? current + indent : current;
        const printed = elements.map(([name, element], index) => {
            const key = name === "" ? "" : `${style.quotedKeys ? quote + name + quote : name}: `;
            const comma = index < elements.length - 1 || style.trailingComma ? "," : "";
            const text = key + print(element, inner);
            if (!isMultiline)
                return `${random.once(8) ? `/* c${++comments} */ ` : ""}${text}${random.once(8) ? ` /* c${++comments} */` : ""}${comma}`;
            const before = random.once(8) ? `${inner}// c${++comments}${newLine}` : "";
            const behind = random.once(4) ? ` // c${++comments}` : random.once(8) ? ` /* c${++comments} */` : "";
            return `${before}${inner}${text}${random.once(8) ? ` /* c${++comments} */` : ""}${comma}${behind}`;
        });
        if (!isMultiline) return open + padding + printed.join(" ") + padding + close;
        return [open, ...printed, current + close].join(newLine);
    };
    const printString = (text: string): string => {
        if (random.once(12)) return `(${printString(text)})`;
        if (random.once(12)) return `${printString(text)} as const`;
        const json = JSON.stringify(text).slice(1, -1);
        return random.once(12) ? `\`${json}\`` : quote + json + quote;
    };
    return [
        `import * as aws from ${quote}@pulumi/aws${quote};`,
        "declare const config: any;",
        "function create(name: string): aws.cognito.UserPoolClient {",
        `${indent}return new aws.cognito.UserPoolClient(name, ${print(client, indent)}, { protect: true }); // the end`,
        "}",
        `create(${quote}web${quote});`,
        "",
    ].join(newLine);
}

/** What a program in YAML has for an unknown value. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of Pulumi's YAML.
export const YAML_EXPRESSION = "${customers.value}";

/** Prints a program in YAML that creates a client. Unknown values are expressions, and comments are numbered. */
export function printYamlProgram(client: object, style: Style): string {
    const { quote, newLine, quotedKeys } = style;
    const indent = style.indent.replace("\t", "   ");
    const random = new Random(style.seed);
    let comments = 0;
    const comment = () => (random.once(6) ? ` # c${++comments}` : "");
    const printString = (text: string): string => {
        if (text === unknown) return YAML_EXPRESSION;
        const json = JSON.stringify(text);
        if (random.once(3) && /^(?!on$)[A-Za-z][\w.:/ -]*\w$/.test(text)) return text; // parsers differ on `on`
        return quote === "'" && !json.includes("\\") ? `'${text}'` : json;
    };
    const printFlow = (value: unknown): string => {
        if (typeof value === "string") return printString(value).replace(/^\$.*/, expression => `"${expression}"`);
        if (Array.isArray(value)) return `[${value.map(printFlow).join(", ")}]`;
        if (typeof value !== "object" || value === null) return String(value);
        return `{ ${Object.entries(value)
            .map(([name, member]) => `${printKey(name)}: ${printFlow(member)}`)
            .join(", ")} }`;
    };
    const printKey = (name: string) => (quotedKeys ? quote + name + quote : name);
    const printBlock = (value: unknown, current: string): string => {
        if (typeof value === "string") return ` ${printString(value)}${comment()}`;
        if (typeof value !== "object" || value === null || Object.keys(value).length === 0 || random.once(4))
            return ` ${printFlow(value)}${comment()}`;
        const lines = Array.isArray(value)
            ? value.map(element => `${current}-${random.once(5) ? "  " : ""}${printBlock(element, current + indent)}`)
            : Object.entries(value).map(([name, member]) => `${current}${printKey(name)}:${printBlock(member, current + indent)}`);
        return `${comment()}${newLine}${lines.map(line => (random.once(8) ? `${current}# c${++comments}${newLine}${line}` : line)).join(newLine)}`;
    };
    const [two, four] = [indent, indent + indent];
    return [
        "name: shop",
        "runtime: yaml",
        "resources:",
        `${two}customers:`,
        `${four}type: aws:cognito:UserPool`,
        `${two}web:`,
        `${four}type: aws:cognito:UserPoolClient`,
        `${four}properties:${printBlock(client, four + indent)}`,
        `${four}options:`,
        `${four}${indent}protect: true # the end`,
        "",
    ].join(newLine);
}
