import type { Binding, Expression, Range } from "../../expression";
import { pathOfModule } from "./modules";
import { isNode, type Node } from "./parse";
import { classOfThis, identifiersIn, isFunction, keyName, nameOf, propertyOf, rangeOf, scopeOf, strip } from "./syntax";

/** Longer qualified names of TypeScript are not read. */
const MAX_NAMES = 20;

/** A binding whose value is filled in when all declarations are known. */
export interface Declaration extends Binding {
    value: Expression | undefined;
    /** The node of the value. */
    readonly init?: Node;
    /** The member of the value that the name stands for: `b` in `const { a: b } = config` is `a`. */
    readonly member?: string;
    /** What a package exports: `["@pulumi/aws", "cognito"]`. */
    readonly imported?: readonly string[];
}

/** Finds the declarations of a file. `resolve` returns the module of a relative import. */
export function findDeclarations(nodes: readonly Node[], resolve: (source: string) => string | undefined) {
    const all: Declaration[] = [];
    /** The identifiers in declarations, which are no uses. */
    const identifiers = new Set<unknown>();

    for (const node of nodes) declare(node);
    declareInheritedFields();
    return { all, identifiers };

    function add(name: string, { start }: Node, scope: Range, rest: Partial<Declaration> = {}) {
        all.push({ name, start, scope: rangeOf(scope), value: undefined, ...rest });
    }

    function addIdentifier(identifier: unknown, scope: Range, rest: Partial<Declaration> = {}) {
        if (!isNode(identifier) || identifier.type !== "Identifier") return; // a function without a name, a module that is a text
        identifiers.add(identifier);
        add(String(identifier.name), identifier, scope, rest);
    }

    function addPattern(pattern: unknown, scope: Range) {
        for (const identifier of identifiersIn(pattern)) addIdentifier(identifier, scope);
    }

    function declare(node: Node) {
        switch (node.type) {
            case "ImportDeclaration":
                return declareImports(node);
            case "TSImportEqualsDeclaration":
                return declareImportEquals(node);
            case "VariableDeclarator":
                return declareVariable(node);
            case "ArrowFunctionExpression":
            case "FunctionDeclaration":
            case "FunctionExpression":
                addIdentifier(node.id, node.type === "FunctionDeclaration" ? scopeOf(node) : node);
                return declareParameters(node);
            case "ClassExpression":
                return addIdentifier(node.id, node);
            case "ClassDeclaration":
            case "TSModuleDeclaration":
                return addIdentifier(node.id, scopeOf(node));
            case "TSEnumDeclaration":
                return addIdentifier(node.id, scopeOf(node), { init: node });
            case "CatchClause":
                return addPattern(node.param, node);
            case "PropertyDefinition":
                return declareField(node);
            case "MethodDefinition":
                return declareMember(node);
            case "AssignmentExpression":
                return declareAssignedField(node);
        }
    }

    /** Returns what an import stands for: something of another file, or of a package. */
    function imported(source: unknown, node: Node, name?: string): Partial<Declaration> {
        const from = String((source as Node).value);
        const module = resolve(from);
        if (module === undefined) return { imported: pathOfModule(from, name) };
        return { value: { kind: "imported", ...rangeOf(node), module, ...(name !== undefined && { name }) } };
    }

    function declareImports({ source, specifiers, importKind, ...node }: Node) {
        for (const specifier of specifiers as Node[]) {
            const { type } = specifier;
            identifiers.add(specifier.imported);
            const isType = importKind === "type" || specifier.importKind === "type";
            const name =
                type === "ImportSpecifier" ? nameOf(specifier.imported as Node) : type === "ImportDefaultSpecifier" ? "default" : undefined;
            addIdentifier(specifier.local, node.parent as Node, isType ? {} : imported(source, specifier, name));
        }
    }

    function declareImportEquals(node: Node) {
        const reference = node.moduleReference as Node;
        const isModule = reference.type === "TSExternalModuleReference";
        addIdentifier(node.id, scopeOf(node), isModule ? imported(reference.expression, node) : { init: qualifiedName(reference) });
    }

    function declareVariable(node: Node) {
        const declaration = node.parent as Node;
        const isVar = declaration.kind === "var";
        const scope = scopeOf(node, isVar);
        const isCertain = (!isVar || isDirectlyIn(declaration, scope)) && !isExportedByNamespace(declaration);
        const rest = { isHoisted: isVar, ...(isNode(node.init) && isCertain && { init: node.init }) };
        const id = node.id as Node;
        if (id.type === "Identifier") return addIdentifier(id, scope, rest);
        const properties = id.properties as Node[] | undefined;
        // A computed key can lead to a name that changes the value.
        if (!properties?.every(isMember)) return addPattern(id, scope);
        for (const property of properties) addIdentifier(property.value, scope, { ...rest, member: keyName(property) as string });
    }

    function declareParameters(node: Node) {
        for (const parameter of node.params as Node[]) {
            addPattern(parameter, node);
            if (parameter.type !== "TSParameterProperty") continue;
            const body = node.parent?.parent as Node;
            for (const identifier of identifiersIn(parameter)) add(`this.${identifier.name}`, identifier, body);
        }
    }

    function declareField(node: Node) {
        const isCertain = !isDecorated(node) && !isDecorated(node.parent?.parent as Node); // a decorator can set another value
        if (isNode(node.value)) declareMember(node, { ...(isCertain && { init: node.value }), isHoisted: true });
    }

    function declareMember(node: Node, rest: Partial<Declaration> = {}) {
        const name = keyName(node);
        if (name !== undefined) add(`this.${name}`, node, node.parent as Node, rest);
    }

    /** Declares the field that an assignment to `this.pool` sets. Other code can run before it, so that the field can be unset there. */
    function declareAssignedField({ left, right, operator, start }: Node) {
        const member = strip(left as Node);
        if (member.type !== "MemberExpression" || operator !== "=") return;
        const self = strip(member.object as Node);
        const body = self.type === "ThisExpression" && classOfThis(self);
        const name = member.computed ? undefined : propertyOf(member);
        if (body && name !== undefined) add(`this.${name}`, { start } as Node, body, { init: right as Node, isConditional: true });
    }

    /** Hides the fields of an outer class from a class in it that has none of the name itself. */
    function declareInheritedFields() {
        const declared = new Set(all.map(({ name, scope }) => `${scope.start} ${name}`));
        for (const node of nodes) {
            if (node.type !== "MemberExpression") continue;
            const self = strip(node.object as Node);
            const body = self.type === "ThisExpression" && classOfThis(self);
            const name = propertyOf(node);
            if (!body || name === undefined || declared.has(`${body.start} this.${name}`)) continue;
            declared.add(`${body.start} this.${name}`);
            add(`this.${name}`, body, body);
        }
    }
}

/** Returns a qualified name of TypeScript as the node of an expression. */
function qualifiedName(node: Node, depth = 0): Node {
    if (node.type !== "TSQualifiedName" || depth > MAX_NAMES) return node;
    const object = qualifiedName(node.left as Node, depth + 1);
    return { ...node, type: "MemberExpression", computed: false, object, property: node.right as Node };
}

function isDecorated({ decorators = [] }: Node): boolean {
    return (decorators as Node[]).length > 0;
}

/** Whether a property of a pattern gives a name to a member: `{ a: b }`. */
function isMember(property: Node): boolean {
    return (property.value as Node | undefined)?.type === "Identifier" && keyName(property) !== undefined;
}

/** Whether a declaration can be changed through the name of its namespace. */
function isExportedByNamespace(declaration: Node): boolean {
    const parent = declaration.parent as Node;
    return parent.type === "ExportNamedDeclaration" && (parent.parent as Node).type === "TSModuleBlock";
}

/** Whether a declaration is a statement of a function or file itself, so that it is always executed. */
function isDirectlyIn(declaration: Node, scope: Node): boolean {
    const parent = declaration.parent as Node;
    const around = parent.type === "ExportNamedDeclaration" ? parent.parent : parent;
    return around === scope || (isFunction(scope) && around?.parent === scope);
}
