import type { Change, Use } from "../../expression";
import { words } from "../shared";
import { isNode, type Node } from "./parse";
import { classOfThis, isTransparent, keyName, propertyOf } from "./syntax";

/** Methods that only look at what they are called on. */
const READS = words("hasOwnProperty includes indexOf join lastIndexOf toString");

/** Methods that pass on the elements of what they are called on. */
const PASSES_ELEMENTS = words(
    "at concat entries every filter find findIndex findLast flatMap forEach keys map reduce slice some toReversed toSorted values",
);

/** The nodes that only look at the values in them, and those whose condition does. */
const READERS = words("BinaryExpression ExpressionStatement SwitchCase TemplateLiteral UnaryExpression");
const CONDITIONS = words("ConditionalExpression DoWhileStatement ForStatement IfStatement WhileStatement");

/** The nodes in which an identifier is a label, or a name in an import or export. */
const LABELS = words(
    "BreakStatement ContinueStatement ExportAllDeclaration ExportNamespaceSpecifier ExportSpecifier ImportAttribute ImportDefaultSpecifier " +
        "ImportNamespaceSpecifier ImportSpecifier LabeledStatement MetaProperty",
);

/** The nodes with a key that is no expression unless it is computed. */
const MEMBERS = words("MethodDefinition Property PropertyDefinition TSAbstractMethodDefinition TSAbstractPropertyDefinition");

/** More base classes are not followed. */
const MAX_BASES = 10;

/** Finds where names are used and changed. `declared` are the identifiers in declarations. */
export function findOccurrences(nodes: readonly Node[], declared: ReadonlySet<Node>): { uses: Use[]; changes: Change[] } {
    const uses: Use[] = [];
    const changes: Change[] = [];
    /** The fields that methods assign to, by the body of the class. */
    const assigned = new Map<Node, Set<string>>();
    for (const node of nodes) {
        if (node.type === "Identifier" ? !declared.has(node) && isReference(node) : node.type === "ThisExpression") add(node);
    }
    addOverrides();
    return { uses, changes };

    function add(node: Node) {
        const body = node.type === "ThisExpression" ? classOfThis(node) : undefined;
        if (node.type === "ThisExpression" && !body) return;
        const { start } = node;
        const path = [body ? "this" : String(node.name)];
        let isComputed = false;
        let whole = node;
        for (let { parent } = whole; parent && (isTransparent(parent) || isObjectOf(whole, parent)); parent = whole.parent) {
            const name = isTransparent(parent) || isComputed ? undefined : propertyOf(parent);
            if (name !== undefined) path.push(name);
            else isComputed ||= !isTransparent(parent);
            whole = parent;
        }
        if (isComputed && isTarget(whole)) changes.push({ path: [...path, "*"], start });
        else if (isComputed) addUse(path, start, "elements");
        else addWhole(path, start, whole);
        if (body && path[1] !== undefined && !isComputed && isTarget(whole)) {
            assigned.set(body, (assigned.get(body) ?? new Set()).add(path[1]));
        }
    }

    function addUse(path: string[], start: number, effect: Use["effect"]) {
        uses.push({ path, start, ...(effect && { effect }) });
    }

    function addWhole(path: string[], start: number, whole: Node) {
        const parent = whole.parent;
        if (isTarget(whole)) {
            if (!isDeclarationOfField(path, whole)) changes.push({ path, start });
            return;
        }
        if (parent?.type === "CallExpression" && parent.callee === whole) {
            const isMethod = path.length > (path[0] === "this" ? 2 : 1); // a method of the class itself is seen where it is declared
            if (isMethod) addUse(path.slice(0, -1), start, effectOfMethod(path.at(-1) ?? ""));
            else addUse(path, start, "read");
            return;
        }
        // A function that gets an object can set its fields by any name.
        const isArgument = parent?.type === "CallExpression" || (parent?.type === "NewExpression" && parent.callee !== whole);
        if (isArgument && (path.join() === "this" || isAssigned(whole, parent))) changes.push({ path: [...path, "*"], start });
        const isLength = path.length > 1 && path.at(-1) === "length";
        if (isLength) addUse(path.slice(0, -1), start, "read");
        else addUse(path, start, effectOf(whole));
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

/** Whether an expression is the object of a member. */
function isObjectOf(node: Node, { type, object }: Node): boolean {
    return type === "MemberExpression" && object === node;
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
    const { parent } = node;
    if (!parent) return undefined;
    const { type } = parent;
    if (type === "TemplateLiteral" && parent.parent?.type === "TaggedTemplateExpression") return undefined;
    if (type === "SpreadElement" || (type === "ForOfStatement" && parent.right === node)) return "elements";
    const isRead =
        READERS.has(type) ||
        (CONDITIONS.has(type) && parent.test === node) ||
        (type === "SwitchStatement" && parent.discriminant === node) ||
        (type === "MemberExpression" && parent.property === node) ||
        (type === "ForInStatement" && parent.right === node) ||
        (type === "NewExpression" && parent.callee === node) ||
        (type === "Property" && (parent.key as Node).name === "parent" && node.type === "ThisExpression");
    return isRead ? "read" : undefined;
}

/** Whether an expression is assigned to, counted up or down, or deleted. */
function isTarget(node: Node): boolean {
    const { parent } = node;
    switch (parent?.type) {
        case "AssignmentExpression":
        case "ForInStatement":
        case "ForOfStatement":
        case "AssignmentPattern":
            return parent.left === node;
        case "ArrayPattern":
        case "RestElement":
        case "UpdateExpression":
            return true;
        case "UnaryExpression":
            return parent.operator === "delete";
        case "Property":
            return parent.value === node && parent.parent?.type === "ObjectPattern";
        default:
            return false;
    }
}

/** Whether an argument is the first of a function that changes it. */
function isAssigned(node: Node, call: Node): boolean {
    const { callee } = call;
    if (!isNode(callee) || callee.type !== "MemberExpression" || (call.arguments as Node[])[0] !== node) return false;
    return (callee.object as Node).name === "Object" && /^(?:assign|defineProperty|defineProperties)$/.test(propertyOf(callee) ?? "");
}

/** Whether an identifier is an expression or a target, and not a key, a label or a name in an import or export. */
function isReference(node: Node): boolean {
    const { parent } = node;
    if (!parent) return true;
    const { type, object, value, initializer, computed } = parent;
    if (type === "MemberExpression") return object === node || Boolean(computed);
    if (MEMBERS.has(type)) return value === node || Boolean(computed);
    return type === "TSEnumMember" ? initializer === node : !LABELS.has(type);
}
