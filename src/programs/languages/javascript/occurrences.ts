import type { Change, Use } from "../../expression";
import { isNode, type Node } from "./parse";
import { classOfThis, isTransparent, keyName, propertyOf } from "./syntax";

/** Methods that only look at what they are called on. */
const READS: ReadonlySet<string> = new Set(["hasOwnProperty", "includes", "indexOf", "join", "lastIndexOf", "toString"]);

/** Methods that pass on the elements of what they are called on. */
const PASSES_ELEMENTS: ReadonlySet<string> = new Set([
    ..."at concat entries every filter find findIndex findLast flatMap forEach keys map reduce slice some toReversed toSorted values".split(
        " ",
    ),
]);

/** The nodes that only look at the values in them. */
const READERS: ReadonlySet<string> = new Set([
    "BinaryExpression",
    "ExpressionStatement",
    "SwitchCase",
    "TemplateLiteral",
    "UnaryExpression",
]);

/** The nodes whose condition only looks at its value. */
const CONDITIONS: ReadonlySet<string> = new Set([
    ...["ConditionalExpression", "DoWhileStatement", "ForStatement", "IfStatement", "WhileStatement"],
]);

/** More base classes are not followed. */
const MAX_BASES = 10;

export interface Occurrences {
    readonly uses: Use[];
    readonly changes: Change[];
}

/** Finds where names are used and changed. `declared` are the identifiers in declarations. */
export function findOccurrences(nodes: readonly Node[], declared: ReadonlySet<Node>): Occurrences {
    const uses: Use[] = [];
    const changes: Change[] = [];
    /** The fields that methods assign to, by the body of the class. */
    const assigned = new Map<Node, string[]>();
    for (const node of nodes) {
        if (node.type === "Identifier" ? !declared.has(node) && isReference(node) : node.type === "ThisExpression") add(node);
    }
    addOverrides();
    return { uses, changes };

    function add(node: Node) {
        const body = node.type === "ThisExpression" ? classOfThis(node) : undefined;
        if (node.type === "ThisExpression" && !body) return;
        const start = node.start;
        const path = [body ? "this" : String(node.name)];
        let whole = node;
        for (;;) {
            const parent = whole.parent;
            if (parent && isTransparent(parent)) whole = parent;
            else if (parent?.type === "MemberExpression" && parent.object === whole) {
                const name = propertyOf(parent);
                if (name === undefined) {
                    addComputedMember(path, start, parent);
                    return;
                }
                path.push(name);
                whole = parent;
            } else break;
        }
        if (body && path[1] !== undefined && isTarget(whole)) {
            const fields = assigned.get(body);
            if (fields) fields.push(path[1]);
            else assigned.set(body, [path[1]]);
        }
        addWhole(path, start, whole);
    }

    function addComputedMember(path: string[], start: number, member: Node) {
        let whole = member;
        while (
            whole.parent &&
            (isTransparent(whole.parent) || (whole.parent.type === "MemberExpression" && whole.parent.object === whole))
        ) {
            whole = whole.parent;
        }
        if (isTarget(whole)) changes.push({ path: [...path, "*"], start });
        else uses.push({ path, start, effect: "elements" });
    }

    function addWhole(path: string[], start: number, whole: Node) {
        const parent = whole.parent;
        if (isTarget(whole)) {
            if (!isDeclarationOfField(path, whole)) changes.push({ path, start });
            return;
        }
        if (parent?.type === "CallExpression" && parent.callee === whole) {
            const isMethod = path.length > (path[0] === "this" ? 2 : 1); // a method of the class itself is seen where it is declared
            if (isMethod) uses.push(withEffect(path.slice(0, -1), start, effectOfMethod(path.at(-1) ?? "")));
            else uses.push({ path, start, effect: "read" });
            return;
        }
        if (parent && isArgument(whole, parent) && (path.join() === "this" || isAssigned(whole, parent))) {
            changes.push({ path: [...path, "*"], start });
        }
        const isLength = path.length > 1 && path.at(-1) === "length";
        if (isLength) uses.push({ path: path.slice(0, -1), start, effect: "read" });
        else uses.push(withEffect(path, start, effectOf(whole)));
    }

    /** A field that a subclass has as well replaces that of its base class, whose methods then get another value. */
    function addOverrides() {
        const classes = nodes.filter(({ type }) => type === "ClassDeclaration" || type === "ClassExpression");
        const byName = new Map(classes.map(node => [isNode(node.id) ? node.id.name : undefined, node]));
        const baseOf = ({ superClass }: Node) => (isNode(superClass) ? byName.get(superClass.name) : undefined);
        for (const subclass of classes) {
            const body = subclass.body as Node;
            const declaredNames = (body.body as Node[]).flatMap(member => keyName(member) ?? []);
            const fields = new Set([...declaredNames, ...(assigned.get(body) ?? [])]);
            const visited = new Set<Node>([subclass]);
            for (let base = baseOf(subclass); base && !visited.has(base) && visited.size < MAX_BASES; base = baseOf(base)) {
                visited.add(base);
                for (const field of fields) changes.push({ path: ["this", field], start: (base.body as Node).start });
            }
        }
    }
}

function withEffect(path: string[], start: number, effect: Use["effect"]): Use {
    return effect ? { path, start, effect } : { path, start };
}

function effectOfMethod(method: string): Use["effect"] {
    return READS.has(method) ? "read" : PASSES_ELEMENTS.has(method) ? "elements" : undefined;
}

/** Whether an assignment is the declaration of a field: `this.pool = …`. */
function isDeclarationOfField(path: readonly string[], target: Node): boolean {
    const isField = path[0] === "this" && path.length === 2 && target.type === "MemberExpression" && !target.computed;
    return isField && target.parent?.type === "AssignmentExpression" && target.parent.operator === "=";
}

/** Returns what happens with a value by the node around it. */
function effectOf(node: Node): Use["effect"] {
    const parent = node.parent;
    if (!parent) return undefined;
    const { type } = parent;
    if (type === "TemplateLiteral" && parent.parent?.type === "TaggedTemplateExpression") return undefined;
    if (READERS.has(type) || (CONDITIONS.has(type) && parent.test === node)) return "read";
    if (type === "SwitchStatement" && parent.discriminant === node) return "read";
    if (type === "MemberExpression" && parent.property === node) return "read";
    if (type === "ForInStatement" && parent.right === node) return "read";
    if (type === "ForOfStatement" && parent.right === node) return "elements";
    if (type === "SpreadElement") return "elements";
    if (type === "NewExpression" && parent.callee === node) return "read";
    if (type === "Property" && (parent.key as Node).name === "parent" && node.type === "ThisExpression") return "read";
    return undefined;
}

/** Whether an expression is assigned to, counted up or down, or deleted. */
function isTarget(node: Node): boolean {
    const parent = node.parent;
    switch (parent?.type) {
        case "AssignmentExpression":
        case "ForInStatement":
        case "ForOfStatement":
        case "AssignmentPattern":
            return parent.left === node;
        case "UpdateExpression":
        case "RestElement":
            return true;
        case "UnaryExpression":
            return parent.operator === "delete";
        case "ArrayPattern":
            return true;
        case "Property":
            return parent.value === node && parent.parent?.type === "ObjectPattern";
        default:
            return false;
    }
}

/** Whether an expression is an argument of a call: a function that gets an object can set its fields by any name. */
function isArgument(node: Node, { type, callee }: Node): boolean {
    return (type === "CallExpression" || type === "NewExpression") && callee !== node;
}

/** Whether an argument is the first of a function that changes it. */
function isAssigned(node: Node, call: Node): boolean {
    const { callee } = call;
    if (!isNode(callee) || callee.type !== "MemberExpression" || (call.arguments as Node[])[0] !== node) return false;
    return (callee.object as Node).name === "Object" && /^(?:assign|defineProperty|defineProperties)$/.test(propertyOf(callee) ?? "");
}

/** Whether an identifier is an expression or a target, and not a key, a label or a name in an import or export. */
function isReference(node: Node): boolean {
    const parent = node.parent;
    switch (parent?.type) {
        case "MemberExpression":
            return parent.object === node || Boolean(parent.computed);
        case "Property":
            return parent.value === node || (parent.key === node && Boolean(parent.computed));
        case "MethodDefinition":
        case "PropertyDefinition":
        case "TSAbstractMethodDefinition":
        case "TSAbstractPropertyDefinition":
            return parent.value === node || Boolean(parent.computed);
        case "TSEnumMember":
            return parent.initializer === node;
        case "BreakStatement":
        case "ContinueStatement":
        case "ExportAllDeclaration":
        case "ExportNamespaceSpecifier":
        case "ExportSpecifier":
        case "ImportAttribute":
        case "ImportDefaultSpecifier":
        case "ImportNamespaceSpecifier":
        case "ImportSpecifier":
        case "MetaProperty":
            return false;
        case "LabeledStatement":
            return parent.label !== node;
        default:
            return true;
    }
}
