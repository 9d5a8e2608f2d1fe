import { dirname, join } from "node:path";
import type { Range } from "../../../src/programs/expression";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";

/** A node of tree-sitter, as far as the tests use it. */
interface Node {
    readonly type: string;
    readonly startIndex: number;
    readonly endIndex: number;
    readonly hasError: boolean;
    readonly parent: Node | null;
    readonly namedChildren: readonly (Node | null)[];
    childForFieldName(name: string): Node | null;
}

interface TreeSitter {
    readonly Parser: { new (): Parser; init(options: object): Promise<void> };
    readonly Language: { load(path: string): Promise<object> };
}

interface Parser {
    setLanguage(language: object): void;
    parse(text: string): { readonly rootNode: Node; delete(): void } | null;
}

/** A key and its value: an argument, a field, a call of a builder. */
interface Pair {
    readonly key: Range;
    readonly value: Range;
}

/** What tree-sitter finds in a text. */
export interface SyntaxTree {
    readonly hasError: boolean;
    readonly strings: readonly Range[];
    readonly calls: readonly Range[];
    readonly pairs: readonly Pair[];
}

const FOLDER = dirname(require.resolve("@vscode/tree-sitter-wasm/wasm/tree-sitter.js"));
const GRAMMARS: Readonly<Record<TokenLanguage, string>> = { python: "python", go: "go", java: "java", csharp: "c-sharp" };

const STRINGS: ReadonlySet<string> = new Set([
    "string",
    "string_literal",
    "interpreted_string_literal",
    "raw_string_literal",
    "verbatim_string_literal",
    "interpolated_string_expression",
]);
const CALLS: ReadonlySet<string> = new Set([
    "call",
    "call_expression",
    "object_creation_expression",
    "implicit_object_creation_expression",
]);

/** The fields of a node that has a key and a value. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
    assignment_expression: ["left", "right"],
    keyed_element: ["key", "value"],
    keyword_argument: ["name", "value"],
    method_invocation: ["name", "arguments"],
    pair: ["key", "value"],
};

/** Loads the parser of a language. */
export async function loadParser(language: TokenLanguage): Promise<(text: string) => SyntaxTree> {
    const { Parser, Language }: TreeSitter = require("@vscode/tree-sitter-wasm/wasm/tree-sitter.js");
    await Parser.init({ locateFile: (file: string) => join(FOLDER, file) });
    const parser = new Parser();
    parser.setLanguage(await Language.load(join(FOLDER, `tree-sitter-${GRAMMARS[language]}.wasm`)));
    return text => {
        const tree = parser.parse(text);
        if (!tree) throw new Error("no syntax tree");
        const found = readTree(tree.rootNode);
        tree.delete();
        return found;
    };
}

function readTree(root: Node): SyntaxTree {
    const strings: Range[] = [];
    const calls: Range[] = [];
    const pairs: Pair[] = [];
    const rest = [root];
    for (let node = rest.pop(); node; node = rest.pop()) {
        if (STRINGS.has(node.type)) strings.push(rangeOf(node));
        if (CALLS.has(node.type)) calls.push(rangeOf(node));
        const [key, value] = (PAIRS[node.type] ?? []).map(field => node.childForFieldName(field));
        if (key && value) pairs.push({ key: rangeOf(key), value: rangeOf(value) });
        for (const child of node.namedChildren) if (child) rest.push(child);
    }
    return { hasError: root.hasError, strings: sort(strings), calls: sort(calls), pairs };
}

function rangeOf({ startIndex, endIndex }: Node): Range {
    return { start: startIndex, end: endIndex };
}

function sort(ranges: Range[]): Range[] {
    return ranges.sort((a, b) => a.start - b.start || a.end - b.end);
}
