import type { Patch } from "../../core/rule";
import type { SourceResource } from "..";
import { UNKNOWN } from "../evaluate";
import type { ObjectExpression } from "../expression";
import { isBlock } from "../printers/shared";
import { changeMembers } from "./change-members";
import type { Code } from "./code";
import type { Edit } from "./edits";
import { Obstacle, reasons } from "./obstacle";

/** Returns the edits that change properties of a resource, all in the file of its construction. Throws an Obstacle if that is not certain to work. */
export function changeResource({ source, props, isOpen }: SourceResource, patch: Patch, code: Code): Edit[] {
    const { members } = source;
    if (isOpen && !members.isOpen) throw new Obstacle(reasons.transforms());
    const object = findArguments(source.construction.args, code);
    for (const [property, change] of Object.entries(patch)) {
        const found = members.byName.get(property);
        if (found && found.program !== code.program) throw new Obstacle(reasons.otherFile(found.program.file));
        if (found?.isOverridden || (!found && members.isOpen)) throw new Obstacle(reasons.open(property));
        if (found && !object.members.includes(found.member)) throw new Obstacle(reasons.spread(property));
        rejectUnknown(props[property], change, property);
    }
    return changeMembers(object, patch, { name: "", quote: code.quoteFor(source.construction) }, code);
}

/** Finds the object with the arguments: it can be a constant, or in Python an object among the keyword arguments. */
function findArguments(args: SourceResource["source"]["construction"]["args"], code: Code): ObjectExpression {
    const value = args && code.valueOf(args);
    if (!value || value.kind === "literal") throw new Obstacle(reasons.noArguments());
    if (value.kind !== "object") throw new Obstacle(reasons.computedArguments());
    const inner = value.members.find(({ isSpread, start, value }) => isSpread && start === value.start);
    const object = inner ? code.valueOf(inner.value) : value;
    if (object.kind !== "object") throw new Obstacle(reasons.computedArguments());
    return object;
}

/** Throws an Obstacle if the change replaces something unknown. */
function rejectUnknown(current: unknown, change: unknown, path: string): void {
    if (isBlock(change) && isBlock(current)) {
        for (const [name, part] of Object.entries(change)) rejectUnknown(current[name], part, `${path}.${name}`);
        return;
    }
    const parts = Array.isArray(current) ? current : [current];
    if (parts.includes(UNKNOWN)) throw new Obstacle(reasons.computed(path));
}
