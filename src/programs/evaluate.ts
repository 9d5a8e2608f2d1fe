import type { Concatenation, Construction, Expression, List, Member, Name, Program, Template } from "./expression";
import { References } from "./references";
import { type Located, Resolver, type Target } from "./resolve";
import { Stability } from "./stability";
import { unwrap } from "./walk";

/** What Pulumi's engine sends for an unknown value. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value as Pulumi would get it, with {@link UNKNOWN} for each part that is computed. null is unset. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** A member of an object, and the file that it is in. */
export interface LocatedMember {
    readonly program: Program;
    readonly member: Member;
    /** Whether an unknown member behind this one can set the same property. */
    readonly isOverridden: boolean;
}

/** The members of an object, with those of the objects that are spread into it. */
export interface Members {
    readonly byName: ReadonlyMap<string, LocatedMember>;
    /** Whether it can have other members. */
    readonly isOpen: boolean;
}

/** Properties that are maps, whose keys are compared as written, and not as names of properties. */
const MAPS: ReadonlySet<string | undefined> = new Set(["attributeMapping", "providerDetails", "tags", "tagsAll"]);

/** Outputs of resources that are always the input of the same name. */
const OUTPUTS_OF_INPUTS: ReadonlySet<string> = new Set(["providerName", "identifier"]);

const MAX_DEPTH = 40;

/** More expressions for each character of all files are not evaluated: what is left is unknown. */
const STEPS_PER_CHARACTER = 2;
const MIN_STEPS = 200_000;

/** Longer texts and lists are unknown. */
const MAX_TEXT = 65_536;
const MAX_ELEMENTS = 10_000;

/** Evaluates expressions without running anything. It knows no language; what is not certain is unknown. */
export class Evaluator {
    readonly resolver: Resolver;
    readonly references: References;
    readonly #stability: Stability;
    #steps = 0;
    #depth = 0;
    readonly #maximum: number;

    constructor(programs: readonly Program[]) {
        this.#maximum = MIN_STEPS + STEPS_PER_CHARACTER * programs.reduce((sum, { text }) => sum + text.length, 0);
        this.resolver = new Resolver(programs);
        this.references = new References(this.resolver, this.#maximum);
        this.#stability = new Stability(this.resolver);
    }

    /** Whether there was too much to evaluate. */
    get isExhausted(): boolean {
        return this.#steps > this.#maximum;
    }

    /** Returns the value of an expression. `property` is the name of the property that it is the value of. */
    evaluate(program: Program, expression: Expression, property?: string): Value {
        if (this.#depth >= MAX_DEPTH || ++this.#steps > this.#maximum) return UNKNOWN;
        this.#depth++;
        const value = this.#evaluate(program, expression, property);
        this.#depth--;
        return value;
    }

    #evaluate(program: Program, expression: Expression, property: string | undefined): Value {
        switch (expression.kind) {
            case "literal":
                return expression.value;
            case "wrapper":
                return this.evaluate(program, expression.value, property);
            case "list":
                return this.#list(program, expression);
            case "object":
                return this.#object(program, expression, property);
            case "template":
                return this.#template(program, expression);
            case "concatenation":
                return this.#concatenation(program, expression);
            case "name":
                return this.#name(program, expression, property);
            default:
                return UNKNOWN;
        }
    }

    #list(program: Program, { items }: List): Value {
        const parts = items.map(({ value, isSpread }) => {
            const element = this.evaluate(program, value);
            return isSpread ? element : [element ?? UNKNOWN];
        });
        return joinLists(parts);
    }

    #object(program: Program, expression: Expression, property: string | undefined): Value {
        const { byName, isOpen } = this.members(program, expression, MAPS.has(property));
        if (isOpen) return UNKNOWN;
        const values = [...byName].map(([name, { program, member }]) => {
            return [name, this.evaluate(program, member.value, name)] as const;
        });
        return Object.fromEntries(values.filter(([, value]) => value !== null));
    }

    #template(program: Program, { parts, isOutput }: Template): Value {
        const textOf = (part: Expression) => (isOutput || !this.#isOutput(program, part) ? this.#textOf(program, part) : undefined);
        const texts = parts.map(part => (typeof part === "string" ? part : textOf(part)));
        return texts.some(text => text === undefined) ? UNKNOWN : limitText(texts.join(""));
    }

    /** Returns the text that a value has in a template; undefined if that is unknown or differs between languages. */
    #textOf(program: Program, expression: Expression): string | undefined {
        const value = this.evaluate(program, expression);
        if (typeof value === "string") return value === UNKNOWN ? undefined : value;
        return this.#isWrittenInteger(program, expression) ? String(value) : undefined;
    }

    /** Whether a value is an output: outputs have no text. */
    #isOutput(program: Program, expression: Expression): boolean {
        const target = this.resolver.resolve(program, expression);
        return !target || target.isOutput || (target.expression.kind === "template" && target.expression.isOutput === true);
    }

    /** Whether a value is a number that is written as it is printed: `1.0` and `0x10` are not, `10` is. */
    #isWrittenInteger(program: Program, expression: Expression): boolean {
        const located = this.#valueOf(program, expression);
        if (located?.expression.kind !== "literal" || !Number.isSafeInteger(located.expression.value)) return false;
        const { start, end, value } = located.expression;
        return located.program.text.slice(start, end) === String(value);
    }

    #concatenation(program: Program, { parts }: Concatenation): Value {
        const { joinsLists, joinsNumbers } = program.language;
        const values = parts.map(part => this.evaluate(program, part));
        if (values.some(Array.isArray)) {
            return joinsLists && values.every(value => value === UNKNOWN || Array.isArray(value)) ? joinLists(values) : UNKNOWN;
        }
        let text = "";
        for (const [index, part] of parts.entries()) {
            const value = values[index];
            if (value === UNKNOWN || this.#isOutput(program, part)) return UNKNOWN;
            const isNumber = joinsNumbers && index > 0 && this.#isWrittenInteger(program, part); // numbers in front of the first text are added
            if (typeof value !== "string" && !isNumber) return UNKNOWN;
            text += value;
        }
        return limitText(text);
    }

    #name(program: Program, name: Name, property: string | undefined): Value {
        const target = this.resolver.resolve(program, name);
        if (target?.expression.kind === "resource") return this.#output(target, name);
        return target && this.#isCertain(target) ? this.evaluate(target.program, target.expression, property) : UNKNOWN;
    }

    #output({ program, expression, rest, isConditional }: Target, { isOptional }: Name): Value {
        const [output = "", ...others] = rest.map(name => program.language.propertyName(name));
        if (others.length > 0 || !OUTPUTS_OF_INPUTS.has(output) || (isConditional && isOptional)) return UNKNOWN;
        const { args } = expression as Construction;
        const input = args && this.members(program, args).byName.get(output);
        return input && !input.isOverridden ? (this.evaluate(input.program, input.member.value, output) ?? UNKNOWN) : UNKNOWN;
    }

    /** Whether what a name stands for is still as declared: a text or number always, a list or object if nothing can have changed it. */
    #isCertain({ program, expression, holders, isConditional }: Target): boolean {
        if (isConditional) return false;
        const last = holders.at(-1)?.holder;
        const declared = last && ("kind" in last ? last : last.value);
        const isWhole = declared !== undefined && unwrap(declared) === expression;
        const isText = expression.kind === "literal" || expression.kind === "template";
        if (isWhole && (isText || (expression.kind === "concatenation" && !this.#isListLike(program, expression)))) return true;
        return holders.every(({ program, holder }) => this.#stability.isUnchanged(program, holder));
    }

    #isListLike(program: Program, { parts }: Concatenation): boolean {
        return program.language.joinsLists && !parts.some(part => ["literal", "template"].includes(unwrap(part).kind));
    }

    /** Returns the expression behind names; undefined if that is not certain. */
    #valueOf(program: Program, expression: Expression): Located | undefined {
        const target = this.resolver.resolve(program, expression);
        return target && this.#isCertain(target) ? target : undefined;
    }

    /** Returns the members of an object, or of the object that a name stands for. */
    members(program: Program, expression: Expression, isMap = false): Members {
        const byName = new Map<string, LocatedMember>();
        const isOpen = this.#addMembers(byName, program, expression, isMap);
        return { byName, isOpen };
    }

    /** Adds the members of an object. Returns whether it can have others. */
    #addMembers(byName: Map<string, LocatedMember>, from: Program, object: Expression, isMap: boolean): boolean {
        const located = this.#depth < MAX_DEPTH ? this.#valueOf(from, object) : undefined;
        if (located?.expression.kind === "literal" && located.expression.value === null) return false;
        if (located?.expression.kind !== "object") return override(byName);
        const { program, expression } = located;
        let isOpen = false;
        for (const member of expression.members) {
            if (++this.#steps > this.#maximum) return override(byName);
            const name = isMap ? member.rawName : member.name;
            if (member.isSpread) {
                this.#depth++;
                isOpen = this.#addMembers(byName, program, member.value, isMap) || isOpen;
                this.#depth--;
            } else if (name === undefined) isOpen = override(byName);
            else {
                byName.delete(name); // the last one counts, in its place
                byName.set(name, { program, member, isOverridden: false });
            }
        }
        return isOpen;
    }

    /** Returns a text with `*` for each part that is unknown, such as `web-*`; undefined if nothing of it is known. */
    pattern(program: Program, expression: Expression): string | undefined {
        const value = this.evaluate(program, expression);
        if (typeof value === "string" && value !== UNKNOWN) return value;
        const located = this.#valueOf(program, expression);
        if (located?.expression.kind !== "template" && located?.expression.kind !== "concatenation") return undefined;
        const parts: readonly (string | Expression)[] = located.expression.parts;
        const texts = parts.map(part => (typeof part === "string" ? part : (this.#textOf(located.program, part) ?? "*")));
        const text = texts.join("").replace(/\*{2,}/g, "*");
        return text.replaceAll("*", "").trim() === "" ? undefined : text;
    }
}

/** Marks the members that an unknown one can override. Returns true. */
function override(byName: Map<string, LocatedMember>): true {
    for (const [name, located] of byName) if (!located.isOverridden) byName.set(name, { ...located, isOverridden: true });
    return true;
}

function limitText(text: string): string {
    return text.length > MAX_TEXT ? UNKNOWN : text;
}

/** Joins lists. The known elements are kept if some lists are unknown; the result is unknown if it can be empty. */
function joinLists(lists: readonly Value[]): Value {
    const elements: Value[] = [];
    let isOpen = false;
    for (const list of lists) {
        if (Array.isArray(list)) for (const element of list) elements.push(element);
        else isOpen = true;
        if (elements.length > MAX_ELEMENTS) return UNKNOWN;
    }
    if (!isOpen) return elements;
    if (elements.every(element => element === UNKNOWN)) return UNKNOWN;
    return elements.includes(UNKNOWN) ? elements : [...elements, UNKNOWN];
}
