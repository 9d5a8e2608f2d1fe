import * as assert from "node:assert/strict";
import type { Expression, Item, Member, Program, ReadLanguage } from "../../src/programs/expression";

/**
 * Writes an expression as tests compare it, the same for each language:
 *
 * | kind | written as |
 * | --- | --- |
 * | literal | `"a"`, `1`, `null`; with another quote than `"`, that behind it: `"a"'` |
 * | list | `[a, ...b]`; with another layout than brackets, that in front of it: `arguments[a]` |
 * | object | `{name: a, ?: b, ...c}`, where `?` is a member without a name; a key that is not the property: `name=Name: a` |
 * | name | `pool.id`; `?.pool.id` if it is optional |
 * | wrapper | `wrap(a)`, `output(a)`, `secret(a)` |
 * | concatenation | `a + b` |
 * | template | `template("a", b)`, and `output` in front of it |
 * | construction | `new UserPool(name, args, options)` |
 * | imported | `import(module).name` |
 * | computed | `?` |
 */
export function notation(expression: Expression | undefined): string {
    if (!expression) return "-";
    switch (expression.kind) {
        case "literal": {
            const quote = expression.quote === '"' || typeof expression.value !== "string" ? "" : expression.quote;
            return JSON.stringify(expression.value) + quote;
        }
        case "list":
            return `${layoutOf(expression)}[${expression.items.map(itemNotation).join(", ")}]`;
        case "object":
            return `${layoutOf(expression)}{${expression.members.map(memberNotation).join(", ")}}`;
        case "name":
            return (expression.isOptional ? "?." : "") + expression.path.join(".");
        case "wrapper":
            return `${expression.isSecret ? "secret" : expression.isOutput ? "output" : "wrap"}(${notation(expression.value)})`;
        case "concatenation":
            return expression.parts.map(notation).join(" + ");
        case "template": {
            const parts = expression.parts.map(part => (typeof part === "string" ? JSON.stringify(part) : notation(part)));
            return `${expression.isOutput ? "output " : ""}template${expression.quote === '"' ? "" : expression.quote}(${parts.join(", ")})`;
        }
        case "resource": {
            const { type, name, args, options } = expression;
            return `new ${type.slice(type.lastIndexOf(":") + 1)}(${[name, args, options].map(notation).join(", ")})`;
        }
        case "imported":
            return `import(${expression.module})${expression.name === undefined ? "" : `.${expression.name}`}`;
        case "computed":
            return "?";
    }
}

function layoutOf({ layout }: { layout: string }): string {
    return layout === "brackets" ? "" : layout;
}

function itemNotation({ value, isSpread }: Item): string {
    return (isSpread ? "..." : "") + notation(value);
}

function memberNotation({ name, rawName, value, isSpread }: Member): string {
    if (isSpread) return `...${notation(value)}`;
    return `${name ?? "?"}${rawName === name ? "" : `=${rawName}`}: ${notation(value)}`;
}

/** A construction, and the variable that it is assigned to. */
export function constructionNotations({ constructions }: Program): string[] {
    return constructions.map(construction => {
        const assignedTo = construction.assignedTo === undefined ? "" : `${construction.assignedTo} = `;
        return assignedTo + notation(construction);
    });
}

/** What a reader says of names: `x in SCOPE = VALUE` for each declaration, with the line of its scope's start and end. */
export function bindingNotations({ bindings, text }: Program): string[] {
    const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
    return bindings.map(({ name, scope, value, isConditional, isHoisted }) => {
        const marks = `${isConditional ? " conditional" : ""}${isHoisted ? " hoisted" : ""}`;
        return `${name} in ${lineOf(scope.start)}-${lineOf(scope.end)} = ${notation(value)}${marks}`;
    });
}

/** `x.a changes`, `x read`, `x elements` and `x passed on`, in the order of the text. */
export function occurrenceNotations({ changes, uses }: Program): string[] {
    const all = [
        ...changes.map(({ path, start }) => ({ start, text: `${path.join(".")} changes` })),
        ...uses.map(({ path, start, effect }) => ({ start, text: `${path.join(".")} ${effect ?? "passed on"}` })),
    ];
    return all.sort((a, b) => a.start - b.start).map(({ text }) => text);
}

/** Reads the value of a property in the arguments of the last client of a program. */
export function propertyValue(read: ReadLanguage, file: string, source: string, property: string): Expression {
    const { constructions, errors } = read(file, source);
    assert.deepEqual(errors, []);
    const args = constructions.at(-1)?.args;
    const member = args?.kind === "object" ? args.members.find(({ name }) => name === property) : undefined;
    assert.ok(member, source);
    return member.value;
}
