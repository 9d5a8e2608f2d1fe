import type { Range, SourceError } from "../../expression";
import { decapitalize, words } from "../shared";

/** A node of the syntax tree: ESTree, and the nodes that TypeScript adds. */
export interface Node extends Range {
    readonly type: string;
    readonly parent?: Node;
    readonly [property: string]: unknown;
}

/** The parser of TypeScript tries several readings of a part: more tokens for each character are no program that somebody wrote. */
const MAX_TOKENS_PER_CHARACTER = 8;
const MIN_TOKENS = 10_000;

/**
 * Parses a file.
 *
 * The parser is acorn, for TypeScript with the plugin that Svelte uses: both are maintained, run on Node.js 20, do not depend on
 * the program's TypeScript, whose version 7 has another API, and add 1 % to the size of an installation. Those of Babel and Oxc add 7 %.
 */
export function parse(file: string, text: string): Node | SourceError {
    // A module is always in strict mode, and a JavaScript file can have JSX or types of Flow.
    const plugins: Plugin[] = /\.[mc]?tsx?$/.test(file) ? [file.endsWith("x") ? "tsx" : "typescript"] : ["none", "tsx"];
    const types = /\.c[jt]s$/.test(file) ? (["script", "module"] as const) : (["module", "script"] as const);
    let error: unknown;
    for (const plugin of plugins) {
        for (const sourceType of types) {
            tokensLeft = Math.max(MIN_TOKENS, text.length * MAX_TOKENS_PER_CHARACTER);
            try {
                const options = { ecmaVersion: "latest", sourceType, allowHashBang: true, allowReturnOutsideFunction: true } as const;
                return parserOf(plugin).parse(text, options) as unknown as Node;
            } catch (problem) {
                error ??= problem;
            }
        }
    }
    return describe(error);
}

type Plugin = "none" | "typescript" | "tsx";

type ParserClass = typeof import("acorn").Parser;

const PARSERS = new Map<Plugin, ParserClass>();

/** The tokens that the parser may still read in the current file. One class for all files keeps the parser fast. */
let tokensLeft = 0;

/** Returns a parser that gives up after a number of tokens, those that it reads again included. */
function parserOf(plugin: Plugin): ParserClass {
    const known = PARSERS.get(plugin);
    if (known) return known;
    const { Parser }: typeof import("acorn") = require("acorn");
    let Base = Parser;
    if (plugin !== "none") {
        const { tsPlugin }: typeof import("@sveltejs/acorn-typescript") = require("@sveltejs/acorn-typescript");
        Base = Parser.extend(tsPlugin({ jsx: plugin === "tsx" }) as unknown as Parameters<ParserClass["extend"]>[0]);
    }
    const Limited = class extends (Base as unknown as new (...args: unknown[]) => { nextToken(): void }) {
        override nextToken(): void {
            if (--tokensLeft < 0) throw new RangeError("too many tokens");
            super.nextToken();
        }
    } as unknown as ParserClass;
    PARSERS.set(plugin, Limited);
    return Limited;
}

function describe(error: unknown): SourceError {
    const { loc, message } = error as { readonly loc?: { readonly line: number }; readonly message: string };
    if (loc && !message.startsWith("Not enough stack space")) {
        return { line: loc.line, reason: decapitalize(message.replace(/ \(\d+:\d+\)$/, "")) };
    }
    return { line: 1, reason: "the code is nested too deeply" }; // a RangeError: the stack of the parser, or the number of tokens
}

/** Returns a node and all nodes in it, each before those in it, and sets their parents. Types are left out: they are no code. */
export function nodesIn(root: Node): Node[] {
    const nodes: Node[] = [];
    const rest = [root];
    const children: Node[] = [];
    for (let node = rest.pop(); node; node = rest.pop()) {
        nodes.push(node);
        for (const property in node) {
            if (TYPES.has(property)) continue;
            const value = node[property];
            if (Array.isArray(value)) for (const element of value) add(element, node);
            else add(value, node);
        }
        while (children.length > 0) rest.push(children.pop() as Node); // the first child is the next one
    }
    return nodes;

    function add(value: unknown, parent: Node) {
        if (!isNode(value) || (value.type.startsWith("TS") && !CODE.has(value.type))) return;
        (value as { parent?: Node }).parent = parent;
        children.push(value);
    }
}

/** Properties of nodes that hold types. */
const TYPES = words("implements parent returnType superTypeParameters typeAnnotation typeArguments typeParameters");

/** The nodes of TypeScript that are code, or contain code. */
const CODE = words(
    "TSAsExpression TSEnumDeclaration TSEnumMember TSExportAssignment " +
        "TSExternalModuleReference TSImportEqualsDeclaration TSInstantiationExpression TSModuleBlock TSModuleDeclaration TSNonNullExpression " +
        "TSParameterProperty TSSatisfiesExpression TSTypeAssertion TSTypeCastExpression",
);

export function isNode(value: unknown): value is Node {
    return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
