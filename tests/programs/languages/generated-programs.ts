import * as fc from "fast-check";
import type { ReadLanguage } from "../../../src/programs/expression";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { readGo } from "../../../src/programs/languages/go";
import { readJava } from "../../../src/programs/languages/java";
import { readPython } from "../../../src/programs/languages/python";

/** Inputs of a client that can be written in each language. */
export interface Inputs {
    readonly name?: string;
    readonly generateSecret?: boolean;
    readonly accessTokenValidity?: number;
    readonly refreshTokenValidity?: number;
    readonly callbackUrls?: readonly string[];
    readonly explicitAuthFlows?: readonly string[];
    readonly tokenValidityUnits?: { readonly accessToken?: string; readonly idToken?: string };
}

const text = fc.oneof(
    fc.constantFrom(
        "https://shop.acme.dev/cb",
        "ALLOW_USER_SRP_AUTH",
        "",
        "a'b",
        'say "hi"',
        "back\\slash",
        "{x}",
        "$" + "{x}",
        "#",
        "//",
        "/* x */",
        "`",
        "$",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(..."ab\"'`\\{}$#/\n\r\t é€😀"), maxLength: 8 }),
);

export const arbitraryInputs: fc.Arbitrary<Inputs> = fc.record(
    {
        name: text,
        generateSecret: fc.boolean(),
        accessTokenValidity: fc.integer({ min: 0, max: 100_000 }),
        refreshTokenValidity: fc.integer({ min: -5, max: -1 }),
        callbackUrls: fc.array(text, { maxLength: 4 }),
        explicitAuthFlows: fc.array(text, { maxLength: 4 }),
        tokenValidityUnits: fc.record({ accessToken: text, idToken: text }, { requiredKeys: [], noNullPrototype: true }),
    },
    { requiredKeys: [], noNullPrototype: true },
);

/** How programs are laid out: on one line or several, and with which quotes. */
export interface Layout {
    readonly separator: string;
    readonly style: number;
}

export const arbitraryLayout: fc.Arbitrary<Layout> = fc.record({
    separator: fc.constantFrom(" ", "\n        ", "\r\n\t", " /* it's */ ", " // it's\n"),
    style: fc.nat({ max: 3 }),
});

/** Prints a client in a language. */
export interface Printer {
    readonly language: string;
    readonly file: string;
    readonly read: ReadLanguage;
    print(inputs: Inputs, layout: Layout): string;
}

/** Escapes all but plain characters, which is valid in each language. */
function escapeUnits(value: string, unit: (code: number) => string): string {
    return [...value]
        .map(character => {
            if (/[ !#-&(-[\]-_a-~]/.test(character)) return character;
            return [...Array(character.length).keys()].map(index => unit(character.charCodeAt(index))).join("");
        })
        .join("");
}

function hex(code: number, digits: number): string {
    return code.toString(16).padStart(digits, "0");
}

function codePoints(value: string, long: (codePoint: number) => string): string {
    return [...value].map(character => (/[ !#-&(-[\]-_a-~]/.test(character) ? character : long(character.codePointAt(0) ?? 0))).join("");
}

function pythonText(value: string, { style }: Layout): string {
    const isRaw = style === 2 && /^[^'"\\\r\n]*$/.test(value);
    if (isRaw) return `r"${value}"`;
    const content = codePoints(value, codePoint => `\\U${hex(codePoint, 8)}`);
    if (style === 1) return `f'''${content.replaceAll("{", "{{").replaceAll("}", "}}")}'''`;
    const half = [...content].length < 4 || content.includes("\\") ? 0 : 2;
    return style === 3 ? `"${content.slice(0, half)}" '${content.slice(half)}'` : `"${content}"`;
}

function goText(value: string, { style }: Layout): string {
    if (style === 1 && !/[`\r]/.test(value)) return `\`${value}\``;
    const content = codePoints(value, codePoint => `\\U${hex(codePoint, 8)}`);
    return style === 3 ? `"" + "${content}"` : `"${content}"`;
}

function javaText(value: string, { style }: Layout): string {
    const octal = (code: number) => (code < 0x80 ? `\\${code.toString(8).padStart(3, "0")}` : `\\u${hex(code, 4)}`);
    const content = escapeUnits(value, octal);
    if (style === 1) return `"""\n            ${content.replaceAll(" ", "\\s")}"""`;
    return style === 3 ? `"" + "${content}"` : `"${content}"`;
}

function csharpText(value: string, { style }: Layout): string {
    if (style === 1) return `@"${value.replaceAll('"', '""')}"`;
    if (style === 2 && !/["\r\n]/.test(value) && value !== "") return `"""${value}"""`;
    const content = escapeUnits(value, code => `\\u${hex(code, 4)}`);
    return style === 3 ? `$"${content.replaceAll("{", "{{").replaceAll("}", "}}")}"` : `"${content}"`;
}

function memberLines(inputs: object, print: (name: string, value: unknown) => string, separator: string, comma = ","): string {
    return Object.entries(inputs)
        .map(([name, value]) => separator + print(name, value))
        .join(comma);
}

function snake(name: string): string {
    return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function pascal(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}

function printPython(inputs: Inputs, layout: Layout): string {
    const separator = layout.separator
        .replace("/*", "#")
        .replace("//", "#")
        .replace(/ #(?!.*\n).*/, " # it's\n");
    const print = (value: unknown): string => {
        if (typeof value === "string") return pythonText(value, layout);
        if (typeof value === "boolean") return value ? "True" : "False";
        if (Array.isArray(value))
            return layout.style === 1 ? `(${value.map(element => `${print(element)},`).join("")})` : `[${value.map(print).join(", ")}]`;
        if (typeof value !== "object" || value === null) return String(value);
        const members = Object.entries(value);
        if (layout.style > 1) return `{${members.map(([name, part]) => `"${snake(name)}": ${print(part)}`).join(", ")}}`;
        return `aws.cognito.UserPoolClientTokenValidityUnitsArgs(${members.map(([name, part]) => `${snake(name)}=${print(part)}`).join(", ")})`;
    };
    const args = memberLines(inputs, (name, value) => `${snake(name)}=${print(value)}`, separator);
    return `import pulumi_aws as aws\n\nclient = aws.cognito.UserPoolClient("web",${args})\n`;
}

function printGo(inputs: Inputs, layout: Layout): string {
    const print = (value: unknown): string => {
        if (typeof value === "string") return `pulumi.String(${goText(value, layout)})`;
        if (typeof value === "boolean") return layout.style === 1 ? `pulumi.BoolPtr(${value})` : `pulumi.Bool(${value})`;
        if (typeof value === "number") return `pulumi.Int(${value})`;
        if (Array.isArray(value)) {
            const texts = value.map(element => goText(element, layout));
            return layout.style > 1
                ? `pulumi.ToStringArray([]string{${texts.join(", ")}})`
                : `pulumi.StringArray{${value.map(print).join(", ")}}`;
        }
        return `&cognito.UserPoolClientTokenValidityUnitsArgs{${memberLines(value as object, (name, part) => `${pascal(name)}: ${print(part)}`, " ")}}`;
    };
    const fields = memberLines(inputs, (name, value) => `${pascal(name)}: ${print(value)}`, layout.separator);
    return [
        "package main",
        'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
        'import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
        "func main() { pulumi.Run(func(ctx *pulumi.Context) error {",
        `_, err := cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{${fields}})`,
        "return err }) }",
        "",
    ].join("\n");
}

function printJava(inputs: Inputs, layout: Layout): string {
    const print = (value: unknown): string => {
        if (typeof value === "string") return javaText(value, layout);
        if (Array.isArray(value)) {
            const elements = value.map(print).join(", ");
            if (layout.style === 1) return `List.of(${elements})`;
            return layout.style === 2 ? `new String[] {${elements}}` : elements;
        }
        if (typeof value !== "object" || value === null) return String(value);
        const setters = memberLines(value, (name, part) => `.${name}(${print(part)})`, "", "");
        return `UserPoolClientTokenValidityUnitsArgs.builder()${setters}.build()`;
    };
    const setters = memberLines(inputs, (name, value) => `.${name}(${print(value)})`, layout.separator, "");
    return [
        "import com.pulumi.aws.cognito.*;",
        "import com.pulumi.aws.cognito.inputs.*;",
        "import java.util.List;",
        "class App { static void stack() {",
        `var client = new UserPoolClient("web", UserPoolClientArgs.builder()${setters}${layout.separator}.build());`,
        "} }",
        "",
    ].join("\n");
}

function printCSharp(inputs: Inputs, layout: Layout): string {
    const print = (value: unknown): string => {
        if (typeof value === "string") return csharpText(value, layout);
        if (Array.isArray(value)) {
            const elements = value.map(print).join(", ");
            return (
                [
                    `new[] { ${elements} }`,
                    `new InputList<string> { ${elements} }`,
                    `[${elements}]`,
                    `new List<string> { ${elements}${value.length > 0 ? "," : ""} }`,
                ][layout.style] ?? ""
            );
        }
        if (typeof value !== "object" || value === null) return String(value);
        const members = memberLines(value, (name, part) => `${pascal(name)} = ${print(part)}`, " ");
        return `new Pulumi.Aws.Cognito.Inputs.UserPoolClientTokenValidityUnitsArgs {${members} }`;
    };
    const members = memberLines(inputs, (name, value) => `${pascal(name)} = ${print(value)}`, layout.separator);
    return `using Pulumi.Aws.Cognito;\nvar client = new UserPoolClient("web", new UserPoolClientArgs {${members}${layout.separator}});\n`;
}

export const PRINTERS: readonly Printer[] = [
    { language: "python", file: "__main__.py", read: readPython, print: printPython },
    { language: "go", file: "main.go", read: readGo, print: printGo },
    { language: "java", file: "App.java", read: readJava, print: printJava },
    { language: "csharp", file: "Program.cs", read: readCSharp, print: printCSharp },
];
