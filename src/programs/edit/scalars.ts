import type { Expression, Literal } from "../expression";
import type { Scalar } from "../printers";
import { expressionsIn } from "../walk";
import type { Code } from "./code";
import type { Edit } from "./edits";
import { Obstacle, reasons } from "./obstacle";

/** A property, and how strings around it are written. */
export interface Path {
    /** The property, and the member of its block: `tokenValidityUnits.accessToken`. */
    readonly name: string;
    readonly quote: string;
}

/** Replaces a string, number or boolean, in the quotes that it has. */
export function replaceScalar(value: Expression, change: Scalar, path: Path, code: Code): Edit {
    const isText = ["literal", "template", "concatenation"].includes(value.kind);
    if (!isText || code.slice(value).includes("\n")) throw new Obstacle(reasons.computed(path.name));
    const { start, end } = value;
    const quote = value.kind === "literal" && typeof value.value === "string" ? quoteOf(value) : path.quote;
    return { start, end, text: code.printer.scalar(change, quote) };
}

/** Returns the quote of a string without its prefix: `"` of `r"`, `"""` and `@"`. */
function quoteOf({ quote }: Literal): string {
    return quote.slice(-1);
}

/** Replaces `undefined`, `None`, `nil` or nothing. In YAML, the value of an empty property is behind its colon. */
export function setUnset(expression: Expression, change: unknown, path: Path, code: Code): Edit {
    const printed = code.printer.value(change, path.quote, path.name);
    const { start, end } = expression;
    if (start < end) return { start, end, text: printed };
    const colon = code.text.lastIndexOf(":", start) + 1;
    return { start: colon, end: colon, text: ` ${printed}` };
}

/** Returns the quote of the last string in an expression that can be used for others. */
export function quoteIn(expression: Expression | undefined, otherwise: string): string {
    const strings = [...expressionsIn(expression)].filter(part => part.kind === "literal" && typeof part.value === "string") as Literal[];
    const last = strings.filter(({ quote }) => /["']|^$/.test(quote)).at(-1); // a template or a text of several lines shows none
    return last ? quoteOf(last) : otherwise;
}
