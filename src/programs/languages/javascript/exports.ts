import type { Expression, Imported, Name } from "../../expression";
import type { Expressions } from "./expressions";
import { isNode, type Node } from "./parse";
import { identifiersIn, keyName, pathOf, strip } from "./syntax";

/** What other files see of a file. */
export interface Exports {
    readonly exports: ReadonlyMap<string, Expression>;
    readonly reexports: readonly string[];
}

/** Finds what a file exports. `resolve` returns the module of a relative import. */
export function findExports(root: Node, expressions: Expressions, resolve: (source: string) => string | undefined): Exports {
    const exports = new Map<string, Expression>();
    const reexports: string[] = [];
    const repeated = new Set<string>();
    for (const statement of root.body as Node[]) addStatement(statement);
    for (const name of repeated) exports.delete(name);
    return { exports, reexports };

    function add(name: string, value: Expression) {
        if (exports.has(name)) repeated.add(name);
        exports.set(name, value);
    }

    function addStatement(statement: Node) {
        switch (statement.type) {
            case "ExportNamedDeclaration":
                if (isNode(statement.declaration)) addDeclaration(statement.declaration);
                for (const specifier of (statement.specifiers ?? []) as Node[]) addSpecifier(specifier, statement.source);
                break;
            case "ExportDefaultDeclaration":
                add("default", expressions.read(statement.declaration as Node));
                break;
            case "ExportAllDeclaration": {
                const module = moduleOf(statement.source);
                const { start, end } = statement;
                if (module !== undefined && isNode(statement.exported))
                    add(nameOf(statement.exported), { kind: "imported", start, end, module });
                else if (module !== undefined) reexports.push(module);
                break;
            }
            case "ExpressionStatement":
                addAssignment(statement.expression as Node);
        }
    }

    function addDeclaration(declaration: Node) {
        const names =
            declaration.type === "VariableDeclaration"
                ? (declaration.declarations as Node[]).flatMap(({ id }) => identifiersIn(id))
                : [declaration.id].filter(isNode);
        for (const identifier of names) add(String(identifier.name), nameAt(identifier));
    }

    function addSpecifier({ local, exported, start, end }: Node, source: unknown) {
        const name = nameOf(exported as Node);
        if (!isNode(source)) return add(name, nameAt(local as Node));
        const module = moduleOf(source);
        const imported: Imported = { kind: "imported", start, end, module: module ?? "", name: nameOf(local as Node) };
        if (module !== undefined) add(name, imported);
    }

    /** Adds what `exports.a = …` and `module.exports = …` export. */
    function addAssignment({ type, left, right, operator }: Node) {
        if (type !== "AssignmentExpression" || operator !== "=" || !isNode(right)) return;
        const path = pathOf(left)?.path.join(".") ?? "";
        const [, name] = /^(?:module\.)?exports\.(\w+)$/.exec(path) ?? [];
        if (name !== undefined && right.type !== "UnaryExpression") add(name, expressions.read(right));
        if (path !== "module.exports") return;
        const object = strip(right);
        add("default", expressions.read(right));
        if (object.type !== "ObjectExpression") return;
        for (const property of object.properties as Node[]) {
            const key = property.type === "Property" && property.kind === "init" ? keyName(property) : undefined;
            if (key !== undefined) add(key, expressions.read(property.value as Node));
        }
    }

    function moduleOf(source: unknown): string | undefined {
        return isNode(source) ? resolve(String(source.value)) : undefined;
    }
}

function nameAt({ name, start, end }: Node): Name {
    return { kind: "name", start, end, path: [String(name)] };
}

function nameOf(node: Node): string {
    return String(node.type === "Literal" ? node.value : node.name);
}
