import { isBuiltin } from "node:module";
import type { Binding, Expression, Language, Program, Range, Use } from "../expression";
import { Names } from "../names";
import { Imports, literalText, requiredBy } from "./javascript/classes";
import { type Declaration, findDeclarations } from "./javascript/declarations";
import { findExports } from "./javascript/exports";
import { Expressions } from "./javascript/expressions";
import { modulesOf, resolveModule } from "./javascript/modules";
import { findOccurrences } from "./javascript/occurrences";
import { isNode, type Node, nodesIn, parse } from "./javascript/parse";
import { readSstClient } from "./javascript/sst";
import { isTransparent, pathOf, rangeOf } from "./javascript/syntax";
import { emptyProgram, words } from "./shared";

/** Reads a file in JavaScript or TypeScript, as a module or a script. */
export function readJavaScript(file: string, text: string): Program {
    const name = /\.[cm]?tsx?$/.test(file) ? "typescript" : "javascript";
    const language: Language = { name, propertyName: property => property, joinsNumbers: true, joinsLists: false };
    const empty = { ...emptyProgram(file, text, language), modules: modulesOf(file) };
    const root = parse(file, text);
    if (!isNode(root)) return { ...empty, errors: [root] };

    const nodes = nodesIn(root);
    const resolve = (source: string) => resolveModule(file, source);
    const { all: bindings, identifiers } = findDeclarations(nodes, resolve);
    const { uses, changes } = findOccurrences(nodes, identifiers);
    const isOpaque = nodes.some(isOpaqueNode);
    const loaded = loadedModules(nodes, resolve);
    const program = { ...empty, bindings: [...bindings, ...loaded.bindings], uses: [...uses, ...loaded.uses], changes, isOpaque };

    const imports = new Imports(new Names(program));
    const expressions = new Expressions(imports, (call, reader) => readSstClient(call, imports, reader));
    for (const binding of bindings) fillValue(binding, expressions, resolve);
    const notRead: Range[] = [];
    for (const node of nodes) {
        if (node.type === "NewExpression") expressions.construct(node);
        else if (node.type === "CallExpression") expressions.createSst(node);
        else if (isClassAsValue(node, imports)) notRead.push(rangeOf(node));
    }
    const { exports, reexports } = findExports(root, expressions, resolve);
    const { constructions, notCovered } = expressions;
    return { ...program, constructions, notCovered, notRead, exports, reexports, externals: externalsIn(nodes, resolve, imports) };
}

/** Sets the value of a binding when the names that it can use are known. */
function fillValue(binding: Declaration, expressions: Expressions, resolve: (source: string) => string | undefined) {
    const { init, member } = binding;
    if (!init) return;
    const module = resolve(requiredBy(init) ?? "");
    if (module !== undefined) {
        binding.value = { kind: "imported", ...rangeOf(init), module, ...(member !== undefined && { name: member }) };
        return;
    }
    const value: Expression = expressions.read(init);
    if (member === undefined) binding.value = value;
    else if (value.kind === "name") binding.value = { ...value, path: [...value.path, member] };
}

/** Returns a use of each module that a file loads in an expression, whose exports it can change: `(await import("./config")).urls.push(url)`. */
function loadedModules(nodes: readonly Node[], resolve: (source: string) => string | undefined): Pick<Program, "bindings" | "uses"> {
    const bindings: Binding[] = [];
    const uses: Use[] = [];
    for (const node of nodes) {
        const source = node.type === "ImportExpression" ? literalText(node.source) : node.type === "CallExpression" && requiredBy(node);
        const module = source ? resolve(source) : undefined;
        if (module === undefined || isDeclared(node)) continue;
        const { start, end } = node;
        const name = `import ${start}`; // no identifier
        bindings.push({ name, start, scope: { start, end }, value: { kind: "imported", start, end, module } });
        uses.push({ path: [name], start });
    }
    return { bindings, uses };
}

/** Whether the module that an expression loads is the value of a declaration. */
function isDeclared({ parent, type }: Node): boolean {
    const user = parent as Node;
    const isAwaited = type === "ImportExpression" && user.type === "AwaitExpression";
    return (isAwaited ? (user.parent as Node) : user).type === "VariableDeclarator";
}

/** Whether a node can change names where nothing shows it: a direct call of `eval`, or `with`. */
function isOpaqueNode({ type, callee }: Node): boolean {
    return type === "WithStatement" || (type === "CallExpression" && (callee as Node).name === "eval");
}

/** Whether an expression is a class of a resource that is not constructed there: passed to a function, or extended. */
function isClassAsValue(node: Node, imports: Imports): boolean {
    if (node.type !== "MemberExpression" && node.type !== "Identifier") return false;
    const { parent } = node;
    const isUsed = parent && !isTransparent(parent) && isValue(node, parent);
    return isUsed === true && pathOf(node) !== undefined && imports.classOf(node) !== undefined;
}

/** The nodes in which a class is an alias, or only looked at. */
const ALIASES = words(
    "BinaryExpression ExportSpecifier ImportDefaultSpecifier ImportNamespaceSpecifier ImportSpecifier MemberExpression TSImportEqualsDeclaration " +
        "VariableDeclarator",
);

/** Whether the value of an expression is used other than by a construction, a member, an alias or a test of its type. */
function isValue(node: Node, { type, callee, value, parent }: Node): boolean {
    if (type === "NewExpression") return callee !== node;
    if (type === "Property") return value === node && (parent as Node).type === "ObjectExpression";
    return !ALIASES.has(type);
}

/** The nodes that name a module. */
const IMPORTS = words("ExportAllDeclaration ExportNamedDeclaration ImportDeclaration ImportExpression");

/** Returns the packages that a file loads besides Pulumi's own and Node.js's. */
function externalsIn(nodes: readonly Node[], resolve: (source: string) => string | undefined, imports: Imports): string[] {
    const sources = new Set<string>();
    for (const node of nodes) {
        const { type, source, importKind, exportKind } = node;
        if (importKind === "type" || exportKind === "type") continue; // they are no code
        if (IMPORTS.has(type) && isNode(source)) sources.add(String(source.value));
        const required = requiredBy(node);
        if (required !== undefined) sources.add(required);
        if (type === "TSExternalModuleReference") sources.add(String((node.expression as Node).value));
        if (type === "NewExpression" && imports.pathOf(node.callee)?.[0] === "sst") sources.add("sst");
    }
    return [...sources].filter(source => resolve(source) === undefined && !source.startsWith("@pulumi/") && !isBuiltin(source));
}
