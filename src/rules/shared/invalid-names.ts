import { didYouMean, enumerate, quote } from "../../util/wording";

/** Returns the message for names in a list that are not allowed values: `has "token", which is not an OAuth flow (did you mean implicit?).` */
export function invalidNames(
    names: readonly string[],
    suggest: (name: string) => string | undefined,
    singular: string,
    plural: string,
): string {
    const quoted = names.map(quote);
    const suggestions = names.map(name => didYouMean(suggest(name)));
    if (names.length === 1) return `has ${quoted[0]}, which is not ${singular}${suggestions[0]}.`;
    return `has ${enumerate(quoted.map((name, index) => name + suggestions[index]))}, which are not ${plural}.`;
}
