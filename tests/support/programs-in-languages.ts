import { unknown } from "../../src/api/testing";
import { Random, type Style } from "./programs";

/** How a language writes a client. */
interface Syntax {
    readonly file: string;
    readonly comment: string;
    readonly before: string;
    readonly behind: string;
    readonly computed: string;
    /** Whether elements on lines of their own need a comma behind the last. */
    readonly needsComma?: boolean;
    readonly allowsComma: boolean;
    member(name: string, value: string): string;
    list(elements: string, isMultiline: boolean): string;
    block(name: string, members: string): string;
    scalar(value: string | number | boolean, inList: boolean): string;
    /** What separates members. */
    readonly separator: "," | "";
}

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
const classOf = (name: string) => `UserPoolClient${pascal(name)}Args`;

export const SYNTAXES: Readonly<Record<string, Syntax>> = {
    python: {
        file: "__main__.py",
        comment: "#",
        before: 'import pulumi_aws as aws\n\n\ndef create(config):\n    return aws.cognito.UserPoolClient("web", ',
        behind: ")  # the end\n",
        computed: "config.value",
        allowsComma: true,
        separator: ",",
        member: (name, value) => `${snake(name)}=${value}`,
        list: elements => `[${elements}]`,
        block: (name, members) => `aws.cognito.${classOf(name)}(${members})`,
        scalar: value => (typeof value === "boolean" ? pascal(String(value)) : JSON.stringify(value)),
    },
    go: {
        file: "main.go",
        comment: "//",
        before: [
            "package main\n",
            "import (",
            '\t"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
            '\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
            ")\n",
            "func create(ctx *pulumi.Context, config Config) error {",
            '\t_, err := cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{',
        ].join("\n"),
        behind: "})\n\treturn err // the end\n}\n",
        computed: "config.Value",
        needsComma: true,
        allowsComma: true,
        separator: ",",
        member: (name, value) => `${pascal(name)}: ${value}`,
        list: elements => `pulumi.StringArray{${elements}}`,
        block: (name, members) => `&cognito.${classOf(name)}{${members}}`,
        scalar: value =>
            `pulumi.${{ string: "String", number: "Int", boolean: "Bool" }[typeof value as "string"]}(${JSON.stringify(value)})`,
    },
    java: {
        file: "App.java",
        comment: "//",
        before: [
            "import com.pulumi.aws.cognito.*;",
            "import com.pulumi.aws.cognito.inputs.*;",
            "class App {",
            "    static UserPoolClient create(Config config) {",
            '        return new UserPoolClient("web", UserPoolClientArgs.builder()',
        ].join("\n"),
        behind: ".build()); // the end\n    }\n}\n",
        computed: "config.value()",
        allowsComma: false,
        separator: "",
        member: (name, value) => `.${name}(${value})`,
        list: elements => `java.util.List.of(${elements})`,
        block: (name, members) => `${classOf(name)}.builder()${members}.build()`,
        scalar: value => JSON.stringify(value),
    },
    csharp: {
        file: "Program.cs",
        comment: "//",
        before: 'using Pulumi.Aws.Cognito;\nusing Pulumi.Aws.Cognito.Inputs;\n\nvar web = new UserPoolClient("web", new UserPoolClientArgs {',
        behind: "}); // the end\n",
        computed: "config.Value",
        allowsComma: true,
        separator: ",",
        member: (name, value) => `${pascal(name)} = ${value}`,
        list: elements => `new[] { ${elements} }`,
        block: (name, members) => `new ${classOf(name)} { ${members} }`,
        scalar: value => JSON.stringify(value),
    },
};

/** Prints a program that creates a client. Unknown values are expressions, and comments are numbered. */
export function printIn(syntax: Syntax, client: object, { newLine, trailingComma, seed }: Style): string {
    const random = new Random(seed);
    let comments = 0;
    const join = (parts: readonly string[], separator: string, indent: string, lines: boolean): string => {
        if (parts.length === 0) return "";
        if (!lines) return parts.join(separator === "," ? ", " : "");
        const ends = syntax.needsComma || (trailingComma && syntax.allowsComma);
        const printed = parts.map((part, index) => {
            const before = random.once(8) ? `${indent}${syntax.comment} c${++comments}\n` : "";
            const behind = random.once(4) ? ` ${syntax.comment} c${++comments}` : "";
            return `${before}${indent}${part}${index < parts.length - 1 || (ends && separator === ",") ? separator : ""}${behind}`;
        });
        return `\n${printed.join("\n")}\n${indent.slice(4)}`;
    };
    const print = (name: string, value: unknown, indent: string): string => {
        if (value === unknown) return syntax.computed;
        const inner = `${indent}    `;
        const lines = random.once(2);
        if (Array.isArray(value)) {
            const elements = value.map(element => (element === unknown ? syntax.computed : syntax.scalar(element as string, true)));
            return syntax.list(join(elements, ",", inner, lines && elements.length > 0 && syntax.allowsComma), lines);
        }
        if (typeof value !== "object" || value === null) return syntax.scalar(value as string, false);
        const members = Object.entries(value).map(([member, part]) => syntax.member(member, print(member, part, inner)));
        return syntax.block(name, join(members, syntax.separator, inner, lines));
    };
    const lines = random.once(2);
    const members = Object.entries(client).map(([name, value]) => syntax.member(name, print(name, value, "            ")));
    const text = syntax.before + join(members, syntax.separator, "            ", lines) + syntax.behind;
    return text.replaceAll("\n", newLine);
}
