import type { Computed, Range } from "../../expression";
import { words } from "../shared";
import { isNode, type Node } from "./parse";

const FUNCTIONS = words("ArrowFunctionExpression FunctionDeclaration FunctionExpression");

/** The nodes that are the scope of what is declared in them by `let`, `const` and `class`, and those by `var`. */
const BLOCKS = words(
    "ArrowFunctionExpression BlockStatement CatchClause ClassBody ForInStatement ForOfStatement ForStatement FunctionDeclaration " +
        "FunctionExpression Program StaticBlock SwitchStatement TSModuleBlock",
);
const HOISTS = words("ArrowFunctionExpression FunctionDeclaration FunctionExpression Program StaticBlock TSModuleBlock");

/** Nodes around an expression that do not change its value. */
const TRANSPARENT = words(
    "ChainExpression TSAsExpression TSInstantiationExpression TSNonNullExpression TSSatisfiesExpression TSTypeAssertion TSTypeCastExpression",
);

export function isFunction({ type }: Node): boolean {
    return FUNCTIONS.has(type);
}

export function isTransparent({ type }: Node): boolean {
    return TRANSPARENT.has(type);
}

export function rangeOf({ start, end }: Range): Range {
    return { start, end };
}

export function computedAt({ start, end }: Range): Computed {
    return { kind: "computed", start, end };
}

/** Removes parentheses and assertions of types around an expression. */
export function strip(node: Node): Node {
    let inner = node;
    while (isTransparent(inner)) inner = inner.expression as Node;
    return inner;
}

/** Returns the innermost node around a node that is the scope of a declaration. */
export function scopeOf(node: Node, isHoisted = false): Node {
    const scopes = isHoisted ? HOISTS : BLOCKS;
    let scope = node.parent ?? node;
    while (scope.parent && !scopes.has(scope.type)) scope = scope.parent;
    return scope;
}

/** Returns the name of a property that is written out: `a.name`, `a["name"]`, `a[0]`. */
export function propertyOf({ property, computed }: Node): string | undefined {
    return keyName({ key: property, computed });
}

/** Returns the path of a name or a member of one, and the offset of the first name. `this` is only that of a class. */
export function pathOf(node: unknown) {
    if (!isNode(node)) return undefined;
    const names: string[] = [];
    let isOptional = false;
    let object = strip(node);
    while (object.type === "MemberExpression") {
        const name = propertyOf(object);
        if (name === undefined || names.length > 20) return undefined;
        names.push(name);
        isOptional ||= Boolean(object.optional);
        object = strip(object.object as Node);
    }
    if (object.type === "Identifier") names.push(String(object.name));
    else if (object.type === "ThisExpression" && classOfThis(object)) names.push("this");
    else return undefined;
    return { path: names.reverse(), start: object.start, isOptional };
}

/**
 * Returns the body of the class whose instance `this` is. Undefined in other functions, and in a method that the constructor of a
 * component calls before the fields have their values.
 */
export function classOfThis(node: Node): Node | undefined {
    for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
        if (parent.type === "PropertyDefinition" && child === parent.value) return parent.parent;
        if (parent.type === "StaticBlock") return parent.parent;
        if (parent.type === "FunctionDeclaration") return undefined;
        if (parent.type !== "FunctionExpression") continue;
        const method = parent.parent as Node;
        const isMethod = method.type === "MethodDefinition" && method.value === parent;
        return isMethod && keyName(method) !== "initialize" ? method.parent : undefined;
    }
    return undefined;
}

/** Returns the name of a member of a class or object; undefined if it is computed. */
export function keyName({ key, computed }: Readonly<Record<string, unknown>>): string | undefined {
    if (!isNode(key)) return undefined;
    if (["number", "string"].includes(typeof key.value)) return String(key.value);
    if (computed) return undefined;
    return key.type === "Identifier" ? String(key.name) : key.type === "PrivateIdentifier" ? `#${key.name}` : undefined;
}

/** Returns the name in an import, an export or an enum, which can be quoted. */
export function nameOf({ type, name, value }: Node): string {
    return String(type === "Literal" ? value : name);
}

/** Returns the identifiers that a pattern declares or assigns to. */
export function identifiersIn(pattern: unknown): Node[] {
    const found: Node[] = [];
    const rest = [pattern];
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
        if (!isNode(node)) continue;
        if (node.type === "Identifier") found.push(node);
        else if (node.type === "ObjectPattern") rest.push(...(node.properties as Node[]));
        else if (node.type === "ArrayPattern") rest.push(...(node.elements as Node[]));
        else rest.push(node.type === "Property" ? node.value : (node.left ?? node.argument ?? node.parameter));
    }
    return found;
}

/** Returns the arguments of a call that are in their places: those behind a spread can be any. */
export function argumentsOf({ arguments: args }: Node): { readonly args: readonly Node[]; readonly isComplete: boolean } {
    const all = args as readonly Node[];
    const spread = all.findIndex(({ type }) => type === "SpreadElement");
    return spread < 0 ? { args: all, isComplete: true } : { args: all.slice(0, spread), isComplete: false };
}
