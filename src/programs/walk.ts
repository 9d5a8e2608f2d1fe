import type { Expression, Item, Member, Name } from "./expression";

/** Returns the expression in wrappers. */
export function unwrap(expression: Expression): Expression {
    let value = expression;
    while (value.kind === "wrapper") value = value.value;
    return value;
}

/** Returns an expression and all expressions in it, in the order of the text, but not those in the constructions of resources in it. */
export function* expressionsIn(root: Expression | undefined): Generator<Expression> {
    const rest = root ? [root] : [];
    for (let expression = rest.pop(); expression; expression = rest.pop()) {
        yield expression;
        const parts = partsOf(expression);
        for (let index = parts.length - 1; index >= 0; index--) {
            const part = parts[index];
            if (part !== undefined && typeof part !== "string") rest.push("kind" in part ? part : part.value);
        }
    }
}

function partsOf(expression: Expression): readonly (Expression | Item | Member | string)[] {
    switch (expression.kind) {
        case "wrapper":
            return [expression.value];
        case "list":
            return expression.items;
        case "object":
            return expression.members;
        case "concatenation":
        case "template":
            return expression.parts;
        default:
            return [];
    }
}

/** Returns the names in an expression. */
export function* namesIn(root: Expression | undefined): Generator<Name> {
    for (const expression of expressionsIn(root)) if (expression.kind === "name") yield expression;
}
