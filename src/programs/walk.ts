import type { Expression, Name } from "./expression";

/** Returns the expression in wrappers. */
export function unwrap(expression: Expression): Expression {
    let value = expression;
    while (value.kind === "wrapper") value = value.value;
    return value;
}

/** Returns an expression and all expressions in it, but not those in the constructions of resources in it. */
export function* expressionsIn(root: Expression | undefined): Generator<Expression> {
    const rest = root ? [root] : [];
    for (let expression = rest.pop(); expression; expression = rest.pop()) {
        yield expression;
        switch (expression.kind) {
            case "wrapper":
                rest.push(expression.value);
                break;
            case "list":
                for (const { value } of expression.items) rest.push(value);
                break;
            case "object":
                for (const { value } of expression.members) rest.push(value);
                break;
            case "concatenation":
                for (const part of expression.parts) rest.push(part);
                break;
            case "template":
                for (const part of expression.parts) if (typeof part !== "string") rest.push(part);
        }
    }
}

/** Returns the names in an expression. */
export function* namesIn(root: Expression | undefined): Generator<Name> {
    for (const expression of expressionsIn(root)) if (expression.kind === "name") yield expression;
}
