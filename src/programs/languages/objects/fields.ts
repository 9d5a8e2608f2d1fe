import { words } from "../shared";
import type { Block } from "../tokens/blocks";
import type { Declaration } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { isPlainType, type ParsedDeclaration } from "./declarations";
import type { Types } from "./types";

/** What a list that can change starts with. */
const MUTABLE = words("{ [ Arrays");

/** A field, property or method of a type. */
export interface Field {
    readonly name: string;
    /** The offset of its name. */
    readonly start: number;
    readonly isPrivate: boolean;
    /** Whether only this file can set it. */
    readonly isStable: boolean;
    /** Whether only its declaration or a constructor can set it. */
    readonly isConstant: boolean;
    readonly isStatic: boolean;
    /** Its type, without arguments. */
    readonly type: readonly string[];
    /** The value in its declaration. */
    readonly tokens: Slice | undefined;
    readonly assignments: Assignment[];
}

/** An assignment of a value to a field, or to a variable of the same name. */
export interface Assignment {
    readonly path: readonly string[];
    /** The index of its first token. */
    readonly index: number;
    readonly tokens: Slice;
}

/** Reads the fields of types, and their values. */
export class FieldReader {
    constructor(
        private readonly source: TokenSource,
        private readonly types: Types,
    ) {}

    /** Reads the field that a statement in a type declares. */
    read({ name, modifiers, type, tokens }: ParsedDeclaration, block: Block, statement: Slice): Field {
        const { source } = this;
        const has = (...keywords: string[]) => keywords.some(keyword => modifiers.has(keyword));
        const isInterface = block.modifiers?.has("interface") ?? false;
        // Another part of the type may have a constructor.
        const isPartial = block.modifiers?.has("partial") ?? false;
        const hasBody = source.is(statement.to, "{");
        const isGetter = hasBody && this.#isGetter(statement.to);
        const isReadOnly = has("final", "readonly") || isInterface || isGetter;
        // In C#, a member without a modifier is private.
        const isPrivate = has("private") ? !has("protected") : source.language === "csharp" && !has("internal", "protected", "public");
        const isOpen = has("abstract", "override", "virtual") || (hasBody && !isGetter);
        const isField = !isOpen && !source.isConditional(statement);
        const isConstant = isField && (has("const") || (isReadOnly && !isPartial));
        return {
            name: source.textAt(name),
            start: source.startOf(name),
            isPrivate,
            isStable: isConstant || (isField && isPrivate && !isPartial),
            isConstant,
            isStatic: has("static", "const") || isInterface,
            type,
            tokens,
            assignments: [],
        };
    }

    /** Whether braces are those of a property that only a constructor sets. */
    #isGetter(opening: number): boolean {
        const texts = [1, 2, 3].map(offset => this.source.textAt(opening + offset));
        return texts.join(" ") === "get ; }" && !this.source.is(opening + 4, "=");
    }

    /** Returns what is known about a variable of a type; undefined if the type may convert the value. */
    knownOf(type: readonly string[]): Partial<Declaration> | undefined {
        return isPlainType(type) || this.types.isKnown(type) ? { type: type.join(".") } : undefined;
    }

    /** Returns the value of a field in a type, if it has only one. `blockOf` returns the block that a token is in. */
    valueOf(field: Field, block: Block, blockOf: (index: number) => Block): Partial<Declaration> {
        const [assignment, ...others] = field.assignments;
        const tokens = field.tokens ?? assignment?.tokens;
        const known = this.knownOf(field.type);
        if (!field.isStable || !known || !tokens || others.length > 0 || this.source.isConditional(tokens)) return {};
        if (!field.isPrivate && this.#isMutable(field, tokens)) return {};
        if (!assignment) return { ...known, tokens };
        if (field.tokens) return {};
        // A constructor is a block of the type without a condition around it.
        const isCertain = field.isConstant && blockOf(assignment.index).parent === block;
        return { ...known, tokens, ...(!isCertain && { isConditional: true }) };
    }

    /** Whether a value is a list or object that other files can change. */
    #isMutable({ type }: Field, { from }: Slice): boolean {
        const first = this.source.textAt(from);
        return MUTABLE.has(first) || (first === "new" && this.types.findClass(type) === undefined);
    }
}
