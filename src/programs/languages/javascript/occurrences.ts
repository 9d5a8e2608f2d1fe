import { addTo, groupBy } from "../../../util/maps";
import type { Change, Use } from "../../expression";
import { words } from "../shared";
import { assignedName } from "./expressions";
import { isNode, type Node } from "./parse";
import { classOfThis, identifiersIn, isFunction, isTransparent, keyName, pathOf, propertyOf, strip } from "./syntax";

/** Methods that only look at what they are called on. */
const READS = words("hasOwnProperty includes indexOf join lastIndexOf toString");

/** Methods that pass on the elements of what they are called on. */
const PASSES_ELEMENTS = words(
    "at concat entries every filter find findIndex findLast flatMap forEach keys map reduce slice some toReversed toSorted values",
);

/** Functions that change the object that is their first argument. */
const ASSIGNS: ReadonlySet<string | undefined> = words(
    "Object.assign Object.defineProperties Object.defineProperty Object.setPrototypeOf Reflect.defineProperty Reflect.deleteProperty Reflect.set",
);

/** The nodes that only look at the values in them. Others look at their `test`. */
const READERS = words(
    "BinaryExpression ExpressionStatement ForInStatement ForStatement MemberExpression SwitchStatement TemplateLiteral UnaryExpression",
);

/** The nodes in which an identifier is a label, or a name in an import or export. */
const LABELS = words("BreakStatement ContinueStatement ExportAllDeclaration ExportSpecifier ImportAttribute LabeledStatement MetaProperty");

/** The nodes with a key that is no expression unless it is computed. */
const MEMBERS = words("MethodDefinition Property PropertyDefinition");

/** More base classes are not followed. */
const MAX_BASES = 10;

/** Finds where names are used and changed. `declared` are the identifiers in declarations. */
export function findOccurrences(nodes: readonly Node[], declared: ReadonlySet<unknown>): { uses: Use[]; changes: Change[] } {
    const uses: Use[] = [];
    const changes: Change[] = [];
    /** The fields that methods assign to, by the body of the class. */
    const assigned = new Map<Node, string[]>();
    for (const node of nodes) {
        if (node.type === "Identifier" && !declared.has(node) && isReference(node)) add(node, String(node.name));
        else if (node.type === "ThisExpression") addThis(node);
        else if (node.type === "TSParameterProperty") addParameter(node);
    }
    addOverrides();
    return { uses, changes };

    function addThis(node: Node) {
        const body = classOfThis(node);
        const field = body && add(node, "this")?.[1];
        if (body && field !== undefined) addTo(assigned, body, field);
    }

    function addParameter({ parameter, parent }: Node) {
        const body = parent?.parent?.parent as Node;
        for (const { name } of identifiersIn(parameter)) addTo(assigned, body, String(name));
    }

    /** Adds a use or change of a name, or of a part of it. Returns the path of what is changed. */
    function add(node: Node, name: string): readonly string[] | undefined {
        const { start } = node;
        const path = [name];
        let isComputed = false;
        let whole = node;
        for (let parent = whole.parent as Node; isTransparent(parent) || isObjectOf(whole, parent); parent = whole.parent as Node) {
            const member = propertyOf(parent);
            isComputed ||= member === undefined && !isTransparent(parent);
            if (member !== undefined && !isComputed) path.push(member);
            whole = parent;
        }
        if (!isTarget(whole)) {
            if (isComputed) addUse(path, start, isComputedMethod(whole) ? undefined : "elements");
            else addWhole(path, start, whole);
            return undefined;
        }
        const changed = isComputed ? [...path, "*"] : path;
        if (isComputed || !isDeclarationOfField(path, whole)) changes.push({ path: changed, start });
        return changed;
    }

    function addUse(path: string[], start: number, effect: Use["effect"]) {
        uses.push({ path, start, ...(effect && { effect }) });
    }

    function addWhole(path: string[], start: number, whole: Node) {
        const parent = whole.parent as Node;
        const isMember = path.length > (path[0] === "this" ? 2 : 1); // the fields and methods of the class itself are no members of `this`
        if (isCalled(whole)) {
            if (isMember) addUse(path.slice(0, -1), start, effectOfMethod(path.at(-1) as string, parent));
            else addUse(path, start, "read");
            return;
        }
        // A function that gets an object can set its fields by any name.
        const isArgument = parent.type === "CallExpression" || parent.type === "NewExpression";
        if (isArgument && (path.join() === "this" || isAssigned(whole, parent))) changes.push({ path: [...path, "*"], start });
        if (isMember && path.at(-1) === "length") addUse(path.slice(0, -1), start, "read");
        else addUse(path, start, effectOf(whole));
    }

    /** A field that a subclass has as well replaces that of its base class, whose methods then get another value. */
    function addOverrides() {
        const classes = nodes.filter(({ type }) => type === "ClassDeclaration" || type === "ClassExpression");
        const byName = groupBy(classes, node => [isNode(node.id) ? node.id.name : (assignedName(node) ?? node)]);
        for (const subclass of classes) {
            const body = subclass.body as Node;
            const declaredNames = (body.body as Node[]).flatMap(member => keyName(member) ?? []);
            const fields = new Set([...declaredNames, ...(assigned.get(body) ?? [])]);
            const family = new Set([subclass]);
            for (const { superClass } of family) {
                for (const base of byName.get(pathOf(superClass)?.path.at(-1)) ?? []) {
                    if (family.size > MAX_BASES) break;
                    family.add(base);
                }
            }
            for (const base of [...family].slice(1)) {
                for (const field of fields) changes.push({ path: ["this", field], start: (base.body as Node).start });
            }
        }
    }
}

/** Whether an expression is the object of a member. */
function isObjectOf(node: Node, { type, object }: Node): boolean {
    return type === "MemberExpression" && object === node;
}

function isCalled(node: Node): boolean {
    const { type, callee } = node.parent as Node;
    return type === "CallExpression" && callee === node;
}

/** Whether a method is called by a computed name. */
function isComputedMethod(node: Node): boolean {
    return isCalled(node) && propertyOf(strip(node)) === undefined;
}

/** Returns what a method does with the object that it is called on, which it can pass to a function: `(url, index, urls) => …`. */
function effectOfMethod(method: string, call: Node): Use["effect"] {
    if (READS.has(method)) return "read";
    const params = (call.arguments as Node[]).flatMap(argument => (isFunction(argument) ? [argument.params as Node[]] : []));
    const getsObject = params.some(all => all.length > 2 || all.some(({ type }) => type === "RestElement"));
    return PASSES_ELEMENTS.has(method) && !getsObject ? "elements" : undefined;
}

/** Whether an assignment is the declaration of a field: `this.pool = …`. */
function isDeclarationOfField(path: readonly string[], target: Node): boolean {
    const isField = path[0] === "this" && path.length === 2 && !strip(target).computed;
    return isField && (target.parent as Node).operator === "=";
}

/** Returns what happens with a value by the node around it. */
function effectOf(node: Node): Use["effect"] {
    const parent = node.parent as Node;
    const { type } = parent;
    if (type === "TemplateLiteral" && (parent.parent as Node).type === "TaggedTemplateExpression") return undefined;
    if (type === "SpreadElement" || type === "ForOfStatement") return "elements";
    const isRead =
        READERS.has(type) ||
        parent.test === node ||
        parent.callee === node ||
        (type === "Property" && keyName(parent) === "parent" && node.type === "ThisExpression");
    return isRead ? "read" : undefined;
}

/** Whether an expression is assigned to, counted up or down, or deleted. */
function isTarget(node: Node): boolean {
    const parent = node.parent as Node;
    switch (parent.type) {
        case "AssignmentExpression":
        case "AssignmentPattern":
        case "ForInStatement":
        case "ForOfStatement":
            return parent.left === node;
        case "ArrayPattern":
        case "RestElement":
        case "UpdateExpression":
            return true;
        case "Property":
            return parent.value === node && (parent.parent as Node).type === "ObjectPattern";
        default:
            return parent.operator === "delete";
    }
}

/** Whether an argument is the first of a function that changes it. */
function isAssigned(node: Node, { callee, arguments: args }: Node): boolean {
    return (args as Node[])[0] === node && ASSIGNS.has(pathOf(callee)?.path.join("."));
}

/** Whether an identifier is an expression or a target, and not a key, a label or a name in an import or export. */
export function isReference(node: Node): boolean {
    const { type, object, value, initializer, computed } = node.parent as Node;
    if (type === "MemberExpression") return object === node || Boolean(computed);
    if (MEMBERS.has(type)) return value === node || Boolean(computed);
    return type === "TSEnumMember" ? initializer === node : !LABELS.has(type);
}
