import type { Block, BlockTree } from "../blocks";
import type { Declaration, DeclaredNames, NameCollector } from "../declarations";
import type { Slice } from "../tokens/source";

/** A field, property or method of a type. */
export interface Field {
    readonly name: string;
    readonly start: number;
    readonly block: Block;
    /** Whether only this file can set it. */
    readonly isStable: boolean;
    /** Whether only its declaration or a constructor can set it. */
    readonly isConstant: boolean;
    readonly isStatic: boolean;
    readonly isPrivate: boolean;
    /** Whether it is compiled only under a condition. */
    readonly isConditional: boolean;
    /** What is known about a value of its type; undefined if the type may convert it. */
    readonly type: Partial<Declaration> | undefined;
    /** The value in its declaration. */
    readonly tokens: Slice | undefined;
    /** Whether the declaration gives it a value, known or not. */
    readonly hasValue: boolean;
    readonly assignments: FieldAssignment[];
}

/** An assignment to a field, or to a variable of the same name. */
export interface FieldAssignment {
    readonly path: readonly string[];
    readonly start: number;
    /** The index of its first token. */
    readonly index: number;
    readonly block: Block;
    readonly tokens: Slice;
}

/** A static constant. */
export interface Constant {
    readonly declaration: Declaration;
    readonly isPrivate: boolean;
}

/** Deeper blocks are not searched for fields. */
const MAX_DEPTH = 100;

/** More fields of types around types are not followed. */
const MAX_FIELDS = 10_000;

type Fields = ReadonlyMap<Block, ReadonlyMap<string, Field>>;

/** Finds the fields that names without `this` stand for. */
export class FieldFinder {
    constructor(
        private readonly fields: Fields,
        private readonly blocks: BlockTree,
        /** The names other than those of fields. */
        private readonly locals: DeclaredNames,
    ) {}

    /** Returns the field that a name stands for at a token. `isOwn` tells those of the innermost type from those around it. */
    find(name: string, index: number, offset: number): { field: Field; isOwn: boolean } | undefined {
        if (this.locals.find(name, offset) !== undefined) return undefined;
        let isOwn = true;
        for (let block: Block | undefined = this.blocks.at(index), depth = 0; block && depth < MAX_DEPTH; block = block.parent, depth++) {
            if (block.kind !== "type") continue;
            const field = this.fields.get(block)?.get(name);
            if (field) return { field, isOwn };
            isOwn = false;
        }
        return undefined;
    }

    /** Returns a path with `this` if it starts with a field of the innermost type. */
    pathOf(path: readonly string[], index: number, offset: number): readonly string[] {
        const [name = ""] = path;
        return name !== "this" && this.find(name, index, offset)?.isOwn ? ["this", ...path] : path;
    }
}

/** Declares the fields of all types with the values that are certain. Returns the static constants by type and name, such as `Shared.URL`. */
export function declareFields(names: NameCollector, fields: Fields, blocks: BlockTree): Map<string, Constant> {
    const constants = new Map<string, Constant>();
    for (const [block, members] of fields) {
        for (const field of members.values()) {
            const { name, start, isStatic, isConstant, isPrivate } = field;
            const options = optionsOf(field);
            const range = { start, end: start + name.length };
            names.declare(`this.${name}`, block, start, options);
            const declaration = names.declare(name, block, start, { value: { kind: "name", path: ["this", name], ...range } });
            if (options.tokens && isStatic && isConstant && block.name !== undefined)
                constants.set(`${block.name}.${name}`, { declaration, isPrivate });
        }
    }
    hideOuterFields(names, fields, blocks);
    return constants;
}

/** Whether a field gets its only value from an assignment. */
export function isSetOnce({ hasValue, isStable, assignments }: Field): boolean {
    return !hasValue && isStable && assignments.length === 1;
}

function optionsOf(field: Field): Partial<Declaration> {
    const { assignments, isStable, isConditional, type, tokens, block } = field;
    if (!isStable || isConditional || !type) return {};
    const [assignment] = assignments;
    if (!assignment) return tokens ? { ...type, tokens } : {};
    if (!isSetOnce(field)) return {};
    // A constructor is a block of the type without a condition around it.
    const isInConstructor = assignment.block.kind === "function" && assignment.block.parent === block;
    return { ...type, tokens: assignment.tokens, ...(!(isInConstructor && field.isConstant) && { isConditional: true }) };
}

/** Declares the fields of outer types in the types in them, whose own fields may be inherited. */
function hideOuterFields(names: NameCollector, fields: Fields, blocks: BlockTree): void {
    let count = 0;
    for (const block of blocks.blocks) {
        if (block.kind !== "type") continue;
        const own = fields.get(block);
        for (let outer = block.parent, depth = 0; outer && depth < 10; outer = outer.parent, depth++) {
            for (const name of fields.get(outer)?.keys() ?? []) {
                if (++count > MAX_FIELDS) {
                    names.isOpaque = true;
                    return;
                }
                if (!own?.has(name)) names.declare(`this.${name}`, block, block.start);
            }
        }
    }
}
