import type { Expression, Name, Program } from "../../expression";
import type { Expressions } from "./expressions";
import { isNode, type Node } from "./parse";
import { identifiersIn, keyName, nameOf, pathOf, rangeOf, strip } from "./syntax";

/** Finds what a file exports. `resolve` returns the module of a relative import. */
export function findExports(
    root: Node,
    expressions: Expressions,
    resolve: (source: string) => string | undefined,
): Pick<Program, "exports" | "reexports"> {
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
                if (statement.exportKind === "type") break; // it can have the name of a value
                if (isNode(statement.declaration)) addDeclaration(statement.declaration);
                for (const specifier of statement.specifiers as Node[]) addSpecifier(specifier, statement.source);
                break;
            case "ExportDefaultDeclaration":
                add("default", expressions.read(statement.declaration as Node));
                break;
            case "ExportAllDeclaration": {
                const module = moduleOf(statement.source);
                if (module === undefined) break;
                if (!isNode(statement.exported)) reexports.push(module);
                else add(nameOf(statement.exported), { kind: "imported", ...rangeOf(statement), module });
                break;
            }
            case "ExpressionStatement":
                addAssignment(statement.expression as Node);
        }
    }

    function addDeclaration(declaration: Node) {
        const all = declaration.type === "VariableDeclaration" ? (declaration.declarations as Node[]) : [declaration];
        for (const identifier of all.flatMap(({ id }) => identifiersIn(id))) add(String(identifier.name), nameAt(identifier));
    }

    function addSpecifier({ local, exported, start, end }: Node, source: unknown) {
        const name = nameOf(exported as Node);
        if (!isNode(source)) return add(name, nameAt(local as Node));
        const module = moduleOf(source);
        if (module !== undefined) add(name, { kind: "imported", start, end, module, name: nameOf(local as Node) });
    }

    /** Adds what `exports.a = …` and `module.exports = …` export. */
    function addAssignment(assignment: Node) {
        if (assignment.operator !== "=") return;
        const right = assignment.right as Node;
        const path = pathOf(assignment.left)?.path.join(".") ?? "";
        const name = /^(?:module\.)?exports\.(\w+)$/.exec(path)?.[1];
        if (name !== undefined && right.operator !== "void") add(name, expressions.read(right)); // compilers unset all exports first
        if (path !== "module.exports") return;
        add("default", expressions.read(right));
        const object = strip(right);
        if (object.type !== "ObjectExpression") return;
        for (const property of object.properties as Node[]) {
            const key = property.kind === "init" ? keyName(property) : undefined;
            if (key !== undefined) add(key, expressions.read(property.value as Node));
        }
    }

    function moduleOf(source: unknown): string | undefined {
        return isNode(source) ? resolve(String(source.value)) : undefined;
    }
}

function nameAt(identifier: Node): Name {
    return { kind: "name", ...rangeOf(identifier), path: [String(identifier.name)] };
}
