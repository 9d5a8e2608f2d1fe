// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import fc from "fast-check";

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** The properties of an app client. */
export type ClientArguments = Readonly<Record<string, Json>>;

const text = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: "binary", maxLength: 5 }),
    fc.constantFrom("", "'", '"', "`", "\\", "${a}", "$$", "\n", "#", ": ", "- "),
);
const texts = fc.array(text, { maxLength: 4 });
const days = fc.integer({ min: -5, max: 4000 });

/** Clients with all kinds of values. */
export const clientArguments: fc.Arbitrary<ClientArguments> = fc.record(
    {
        accessTokenValidity: days,
        allowedOauthFlows: texts,
        callbackUrls: texts,
        enableTokenRevocation: fc.boolean(),
        name: text,
        refreshTokenRotation: fc.record({ feature: text, retryGracePeriodSeconds: days }, { requiredKeys: ["feature"] }),
        tokenValidityUnits: fc.record({ accessToken: text, idToken: text, refreshToken: text }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
);

/** Numbers from a seed, for the choices of a printer. */
export class Choices {
    #state: number;

    constructor(seed: number) {
        this.#state = seed >>> 0;
    }

    below(limit: number): number {
        this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
        return Math.floor((this.#state / 2 ** 32) * limit);
    }

    of<T>(...options: readonly T[]): T {
        return options[this.below(options.length)] as T;
    }
}

/** Prints a program in TypeScript or JavaScript with one client, whose values are literals or constants in one of many ways. */
export function printScript(args: ClientArguments, choices: Choices, isTypeScript: boolean): string {
    const declarations: string[] = [];
    const declare = (code: string) => {
        const name = `c${declarations.length}`;
        const assertion = isTypeScript && choices.below(4) === 0 ? " as const" : "";
        declarations.push(`${choices.of("const", "let")} ${name} = ${code}${assertion};`);
        return name;
    };
    const print = (value: Json): string => {
        const code = printValue(value);
        if (choices.below(4) > 0) return code;
        if (choices.below(3) === 0) return `${declare(`{ ${choices.of("a", '"a"', '["a"]')}: ${code}, b: 1 }`)}.a`;
        return declare(code);
    };
    const printValue = (value: Json): string => {
        if (Array.isArray(value)) return printList(value);
        if (typeof value === "object") return printObject(value as ClientArguments);
        return typeof value === "string" ? printText(value) : String(value);
    };
    const printText = (value: string): string => {
        const quote = choices.of('"', "'", "`");
        const content = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
        const literal = quote + (quote === "`" ? content.replaceAll("${", "\\${") : content) + quote;
        if (choices.below(6) > 0) return literal;
        const middle = Math.floor([...value].length / 2);
        const [left, right] = [[...value].slice(0, middle).join(""), [...value].slice(middle).join("")].map(part =>
            JSON.stringify(part),
        ) as [string, string];
        return choices.of(`(${left} + ${right})`, `\`\${${left}}\${${right}}\``, `\`\${${declare(left)}}\${${right}}\``);
    };
    const printList = (list: readonly Json[]): string => {
        const items = list.map(print);
        const spread = choices.below(5) === 0 ? items.splice(0, choices.below(items.length + 1)) : undefined;
        return `[${[...(spread ? [`...${declare(`[${spread}]`)}`] : []), ...items].join(", ")}${items.length > 0 ? choices.of("", ",") : ""}]`;
    };
    const printObject = (object: ClientArguments): string => {
        const members = Object.entries(object).map(
            ([name, value]) => `${choices.of(name, `"${name}"`, `["${name}"]`, `'${name}'`)}: ${print(value)}`,
        );
        const spread = choices.below(5) === 0 ? members.splice(0, choices.below(members.length + 1)) : undefined;
        const all = [...(spread ? [`...${declare(`{ ${spread} }`)}`] : []), ...members];
        return `{${choices.of(" ", "\n", " /* { */ ", " // {\n")}${all.join(choices.of(", ", ",\n", " , /* , */ "))} }`;
    };
    const code = print(args);
    const imports = isTypeScript
        ? choices.of('import * as aws from "@pulumi/aws";', 'import { cognito } from "@pulumi/aws";')
        : 'const aws = require("@pulumi/aws");';
    const className = imports.includes("{ cognito }") ? "cognito.UserPoolClient" : "aws.cognito.UserPoolClient";
    return `${imports}\n${declarations.join("\n")}\n${choices.of("", "const web = ", "export const web = ")}new ${className}("web", ${code}${choices.of("", ",")});\n`.replace(
        /^export const web/m,
        isTypeScript ? "export const web" : "exports.web",
    );
}

/** Prints a program in YAML with one client. */
export function printYaml(args: ClientArguments, choices: Choices): string {
    const variables: string[] = [];
    const printText = (value: string): string => {
        const json = JSON.stringify(value);
        const isSimple = /^[ -~]*$/.test(value);
        return isSimple ? choices.of(json, `'${value.replaceAll("'", "''")}'`) : json;
    };
    const print = (value: Json, indent: string): string => {
        const code = printValue(value, indent);
        if (choices.below(5) > 0 || code.includes("\n")) return code;
        variables.push(`  v${variables.length}: ${code}`);
        return `\${v${variables.length - 1}}`.replace(/^/, choices.of('"', "'")).replace(/^(["'])(.*)$/, "$1$2$1");
    };
    const printValue = (value: Json, indent: string): string => {
        if (typeof value === "string") return printText(value);
        if (typeof value !== "object") return String(value);
        const isBlock = choices.below(2) === 0;
        if (Array.isArray(value)) {
            if (value.length === 0 || !isBlock) return `[${value.map(element => print(element, indent)).join(", ")}]`;
            return value.map(element => `\n${indent}- ${print(element, `${indent}  `)}`).join("");
        }
        const members = Object.entries(value).map(([name, member]) => [choices.of(name, `"${name}"`, `'${name}'`), member] as const);
        if (members.length === 0 || !isBlock) return `{ ${members.map(([name, member]) => `${name}: ${printFlow(member)}`).join(", ")} }`;
        return members.map(([name, member]) => `\n${indent}${name}: ${print(member, `${indent}  `)}${choices.of("", " # x")}`).join("");
    };
    const printFlow = (value: Json): string => {
        if (typeof value === "string") return printText(value);
        if (Array.isArray(value)) return `[${value.map(printFlow).join(", ")}]`;
        if (typeof value !== "object") return String(value);
        return `{ ${Object.entries(value)
            .map(([name, member]) => `${name}: ${printFlow(member)}`)
            .join(", ")} }`;
    };
    const properties = printValue(args, "      ");
    const head = variables.length > 0 ? `variables:\n${variables.join("\n")}\n` : "";
    return `name: shop\nruntime: yaml\n${head}resources:\n  web:\n    type: aws:cognito:UserPoolClient\n    properties: ${properties}\n`;
}
