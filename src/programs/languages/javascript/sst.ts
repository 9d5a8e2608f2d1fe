import { CLIENT_TYPE } from "../../../core/user-pools";
import type { Construction, Expression, Member } from "../../expression";
import type { Imports } from "./classes";
import { assignedName, type Expressions } from "./expressions";
import { isReference } from "./occurrences";
import { type Node, nodesIn } from "./parse";
import { argumentsOf, computedAt, isFunction, keyName, propertyOf, rangeOf, strip } from "./syntax";

/**
 * Reads the call of SST that creates an app client: `pool.addClient("web", { transform: { client: { … } } })`, or with a function that
 * changes the arguments. SST sets properties of its own, so each property that the transformation does not set is unknown.
 */
export function readSstClient(call: Node, imports: Imports, expressions: Expressions): Construction | undefined {
    const callee = strip(call.callee as Node);
    if (propertyOf(callee) !== "addClient") return undefined;
    const { args, isComplete } = argumentsOf(call);
    const [name, options, ...others] = args;
    if (!name || !isComplete || others.length > 0) return undefined;
    const transform = options && memberOf(memberOf(options, "transform"), "client");
    const isPool = imports.constructedBy(callee.object)?.join(".") === "sst.aws.CognitoUserPool";
    if (!transform && !isPool) return undefined; // the AWS CDK has a method of that name as well
    const range = rangeOf(call);
    const members = [computedMember(call), ...(transform ? membersOf(transform, expressions) : [])];
    const inside = { start: call.end, end: call.end };
    const args_: Expression = { kind: "object", ...range, layout: "brackets", inside, members };
    const assignedTo = assignedName(call);
    return {
        kind: "resource",
        ...{ ...range, type: CLIENT_TYPE, name: expressions.read(name), args: args_, options: computedAt(call) },
        ...(assignedTo !== undefined && { assignedTo }),
    };
}

/** Returns the value of a member of an object that is written out. */
function memberOf(object: Node | undefined, name: string): Node | undefined {
    const literal = object && strip(object);
    if (literal?.type !== "ObjectExpression") return undefined;
    // The last one counts, or what can set it: a spread or a computed key.
    const members = (literal.properties as Node[]).filter(property => [name, undefined].includes(keyName(property)));
    const last = members.at(-1);
    if (!members.some(member => keyName(member) === name)) return undefined;
    return last && keyName(last) === name ? (last.value as Node) : last;
}

function membersOf(transform: Node, expressions: Expressions): Member[] {
    const value = strip(transform);
    if (!isFunction(value)) return [{ ...rangeOf(value), value: expressions.read(value), isSpread: true }];
    const [parameter] = value.params as Node[];
    const body = value.body as Node;
    const isLater = value.async || value.generator;
    if (parameter?.type !== "Identifier" || body.type !== "BlockStatement" || isLater) return [computedMember(value)];
    return assignedMembers(body, String(parameter.name), expressions);
}

/** Returns what a function assigns to the properties of its parameter, in the order of the text. */
function assignedMembers(body: Node, parameter: string, expressions: Expressions): Member[] {
    const members: Member[] = [];
    const all = nodesIn(body);
    if (all.some(({ type }) => type === "ReturnStatement")) return [computedMember(body)];
    for (const node of all) {
        if (node.name !== parameter || !isReference(node)) continue;
        const member = node.parent as Node;
        const name = propertyOf(member);
        if (name === undefined) {
            members.push(computedMember(node));
            continue;
        }
        const assignment = member.parent as Node;
        const isAssigned = assignment.left === member && assignment.operator === "=";
        const statement = assignment.parent as Node;
        const isCertain = isAssigned && statement.type === "ExpressionStatement" && statement.parent === body;
        const whole = isAssigned ? assignment : member;
        const value = isCertain ? expressions.read(assignment.right as Node) : computedAt(whole);
        members.push({ ...rangeOf(whole), name, rawName: name, key: rangeOf(member.property as Node), value });
    }
    return members;
}

function computedMember(node: Node): Member {
    return { ...rangeOf(node), value: computedAt(node) };
}
