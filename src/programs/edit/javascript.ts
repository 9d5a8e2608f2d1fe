import type { Options } from "acorn";
import type { Location } from "../../stacks/positions/location";
import { reasonOf } from "../../util/user-error";
import { escapePattern, matchesWildcard } from "../../util/wildcard";
import { quote as printJson } from "../printers/literals";
import { type Block, type Item, isObject, type Member, type Range, type Syntax, type Value } from "./source";

export const JAVASCRIPT: Syntax = {
    print: printValue,
    gap: /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y,
    lineTail: /[ \t]*(?:\/\*(?:(?!\*\/).)*\*\/[ \t]*)*(?:\/\/.*)?/y,
    quote: '"',
};

function printValue(value: unknown, quote: string): string {
    if (Array.isArray(value)) return `[${value.map(element => printValue(element, quote)).join(", ")}]`;
    if (isObject(value)) {
        const members = Object.entries(value).map(([name, member]) => `${name}: ${printValue(member, quote)}`);
        return `{ ${members.join(", ")} }`;
    }
    const json = printJson(value);
    if (typeof value !== "string") return json;
    const content = json.slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
    return quote + (quote === "`" ? content.replaceAll("${", "\\${") : content) + quote;
}

const CLASS = "UserPoolClient";

const problems = {
    syntax: (message: string) => `the file could not be parsed: ${message}`,
    changed: (name: string) => `there is no \`new ${CLASS}\` for ${name} at this position; the program may have changed since`,
    ambiguous: (name: string) => `the position could be that of several clients with the name ${name}`,
    variable: (name: string) => `its arguments are in the variable ${name}`,
    computed: () => "its arguments are not an object literal",
};

/** A node of the syntax tree: ESTree, and the nodes that TypeScript adds. */
interface Node extends Range {
    readonly type: string;
    readonly loc: { readonly start: Position; readonly end: Position };
    readonly [property: string]: unknown;
}

/** The line counts from 1, the column from 0. */
interface Position {
    readonly line: number;
    readonly column: number;
}

/** A program in JavaScript or TypeScript. */
export interface JavaScriptProgram {
    readonly nodes: readonly Node[];
    readonly text: string;
}

const OPTIONS: Options = {
    ecmaVersion: "latest",
    locations: true,
    preserveParens: true,
    allowHashBang: true,
    allowReturnOutsideFunction: true,
};

/** Whether a file is a program in JavaScript or TypeScript. */
export function isJavaScript(file: string): boolean {
    return /\.[cm]?[jt]sx?$/.test(file);
}

/**
 * Parses a program. Returns why it cannot be changed if it cannot be parsed.
 *
 * The parser is acorn, for TypeScript with the plugin that Svelte uses: both are maintained, run on Node.js 20, do not depend on
 * the program's TypeScript, whose version 7 has another API, and add 1 % to the size of an installation. Those of Babel and Oxc add 7 %.
 */
export async function parseJavaScript(file: string, text: string): Promise<JavaScriptProgram | string> {
    const parser = await loadParser(file);
    const parse = (sourceType: Options["sourceType"]) => parser.parse(text, { ...OPTIONS, sourceType }) as unknown as Node;
    try {
        return { nodes: nodesIn(parse("module")), text };
    } catch (error) {
        try {
            return { nodes: nodesIn(parse("script")), text }; // a module is always in strict mode
        } catch {
            return problems.syntax(reasonOf(error));
        }
    }
}

async function loadParser(file: string) {
    const { Parser } = await import("acorn");
    if (!/\.[mc]?tsx?$/.test(file)) return Parser;
    const { tsPlugin } = await import("@sveltejs/acorn-typescript");
    return Parser.extend(tsPlugin({ jsx: file.endsWith("x") }));
}

/** Returns a node and all nodes in it. */
function nodesIn(root: Node): Node[] {
    const nodes = [root];
    for (const node of nodes) nodes.push(...childrenOf(node)); // the loop continues with them
    return nodes;
}

function childrenOf(node: Node): Node[] {
    return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
    return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Finds the arguments of the client that a program creates at a location, or says why they cannot be changed. */
export function findClient({ nodes, text }: JavaScriptProgram, location: Location, name: string): Block | string {
    const aliases = aliasesIn(nodes);
    const [call, ...others] = findCreated(nodes, location)
        .filter(({ callee }) => {
            const className = lastName(callee as Node);
            return (aliases.get(className) ?? className) === CLASS;
        })
        .filter(created => mayBeNamed(argumentOf(created, 0), name));
    if (!call) return problems.changed(name);
    if (others.length > 0) return problems.ambiguous(name);
    const args = argumentOf(call, 1);
    const object = args && unwrapArguments(args);
    if (object?.type === "ObjectExpression") return readObject(object, text);
    return object?.type === "Identifier" ? problems.variable(String(object.name)) : problems.computed();
}

/**
 * Returns the `new` expressions at a location. Node.js gives no position in a function without a name; the location is then that of the
 * call that the function is passed to, and the expressions are in the function.
 */
function findCreated(nodes: readonly Node[], { line, column }: Location): Node[] {
    const isAt = (position: Position) => position.line === line && (column === undefined || position.column + 1 === column);
    const created = nodes.filter(({ type }) => type === "NewExpression");
    const found = created.filter(({ loc }) => isAt(loc.start));
    if (found.length > 0) return found;
    const calls = nodes.filter(({ type, callee }) => type === "CallExpression" && isAt(positionOfCall(callee as Node)));
    return created.filter(({ start, end }) => calls.some(call => call.start < start && end < call.end));
}

/** Returns the position that a stack trace has for a call: that of `map` in `names.map()`, and of `()` behind a function expression. */
function positionOfCall(callee: Node): Position {
    if (callee.type === "MemberExpression") return (callee.property as Node).loc.start;
    return callee.type === "Identifier" ? callee.loc.start : callee.loc.end;
}

/** Returns the original names of classes that are imported or assigned, by the names that the program has for them. */
function aliasesIn(nodes: readonly Node[]): ReadonlyMap<unknown, string | undefined> {
    const aliases = new Map<unknown, string | undefined>();
    const add = (local: unknown, original: unknown) => {
        if (isNode(local) && isNode(original)) aliases.set(local.name, lastName(original));
    };
    for (const { type, ...node } of nodes) {
        if (type === "ImportSpecifier") add(node.local, node.imported);
        else if (type === "ObjectPattern") for (const { key, value } of node.properties as Node[]) add(value, key);
        else if (type === "VariableDeclarator") add(node.id, node.init);
        else if (type === "TSImportEqualsDeclaration") add(node.id, node.moduleReference);
    }
    return aliases;
}

/** Returns the last name of an expression: `UserPoolClient` of `aws.cognito.UserPoolClient`. */
function lastName(node: Node): string | undefined {
    switch (node.type) {
        case "Identifier":
            return String(node.name);
        case "MemberExpression":
            return node.computed ? undefined : lastName(node.property as Node);
        case "TSQualifiedName":
            return lastName(node.right as Node);
        case "ParenthesizedExpression":
            return lastName(node.expression as Node);
        default:
            return undefined;
    }
}

function argumentOf(call: Node, index: number): Node | undefined {
    const args = call.arguments as readonly Node[];
    return args.slice(0, index + 1).some(({ type }) => type === "SpreadElement") ? undefined : args[index];
}

/** Whether the value of an expression can be a text, as far as the expression is written out. */
function mayBeNamed(node: Node | undefined, text: string): boolean {
    if (node?.type === "Literal") return node.value === text;
    if (node?.type !== "TemplateLiteral") return true;
    const parts = (node.quasis as readonly Node[]).map(({ value }) => (value as { cooked: string }).cooked);
    return matchesWildcard(parts.map(escapePattern).join("*"), text);
}

/** Removes parentheses and type assertions around the arguments of a resource. */
function unwrapArguments(node: Node): Node {
    switch (node.type) {
        case "ParenthesizedExpression":
        case "TSAsExpression":
        case "TSTypeAssertion":
            return unwrapArguments(node.expression as Node);
        case "TSSatisfiesExpression": {
            // Another type may not have the property that a fix adds.
            const { typeName } = node.typeAnnotation as { typeName?: Node };
            return typeName && lastName(typeName) === `${CLASS}Args` ? unwrapArguments(node.expression as Node) : node;
        }
        default:
            return node;
    }
}

function readObject({ start, end, properties }: Node, text: string): Block {
    const members = (properties as readonly Node[]).map(property => readMember(property, text));
    return { kind: "block", layout: "brackets", start, end, members };
}

function readMember({ type, start, end, ...property }: Node, text: string): Member {
    const computed = { kind: "computed", start, end } as const;
    if (type !== "Property" || property.computed) return { start, end, value: computed };
    const key = property.key as Node;
    const name = String(key.type === "Literal" ? key.value : key.name);
    if (name === "__proto__") return { start, end, value: computed }; // sets the prototype, with the properties of that
    return { start, end, name, key, value: readValue(property.value as Node, text) };
}

function readValue(node: Node, text: string): Value {
    const { type, start, end } = node;
    const scalar = (value: string | number | boolean | null, quote = "") => ({ kind: "scalar", start, end, value, quote }) as const;
    switch (type) {
        case "Literal": {
            const { value } = node;
            if (typeof value === "string") return scalar(value, text.charAt(start));
            if (typeof value === "number" || typeof value === "boolean" || node.raw === "null")
                return scalar(value as number | boolean | null);
            break;
        }
        case "TemplateLiteral": {
            const [part, ...others] = node.quasis as readonly Node[];
            if (part && others.length === 0) return scalar((part.value as { cooked: string }).cooked, "`");
            break;
        }
        case "UnaryExpression": {
            const operand = readValue(node.argument as Node, text);
            if (node.operator === "-" && operand.kind === "scalar" && typeof operand.value === "number") return scalar(-operand.value);
            break;
        }
        case "Identifier":
            if (node.name === "undefined") return scalar(null);
            break;
        case "ArrayExpression": {
            const items = (node.elements as readonly (Node | null)[]).map((element): Item | undefined => {
                return element ? { start: element.start, end: element.end, value: readValue(element, text) } : undefined;
            });
            if (items.every(item => item !== undefined)) return { kind: "list", layout: "brackets", start, end, items };
            break;
        }
        case "ObjectExpression":
            return readObject(node, text);
        case "ParenthesizedExpression":
            return readValue(node.expression as Node, text);
        case "TSAsExpression":
            if (isConst(node)) return readValue(node.expression as Node, text);
    }
    return { kind: "computed", start, end };
}

/** Whether an assertion is `as const`, after which another value has the right type too. */
function isConst({ typeAnnotation }: Node): boolean {
    const { typeName } = typeAnnotation as { typeName?: Node };
    return typeName !== undefined && lastName(typeName) === "const";
}
