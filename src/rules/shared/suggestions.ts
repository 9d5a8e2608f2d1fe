import { findList, type NameList } from "../../cognito/name-lists";
import { value } from "../../core/values";
import { splitJoined } from "../../util/split-joined";
import { didYouMean, enumerate, quote } from "../../util/wording";

/** Returns ` (did you mean X?)` for a suggestion that follows from a value of the client, or nothing without a suggestion. */
export function suggest(suggestion: string | undefined): string {
    return didYouMean(suggestion && value(suggestion));
}

/**
 * Returns the names that were joined in a text, for a suggestion: `"code" and "implicit"`. Returns undefined for a single name, and if
 * a part is none.
 *
 * @param correct returns the name that a part stands for, which may be itself
 */
export function joinedNames(text: string, correct: (part: string) => string | undefined): string | undefined {
    const parts = splitJoined(text);
    const names = parts.map(correct).filter(name => name !== undefined);
    return parts.length > 1 && names.length === parts.length ? enumerate([...new Set(names)].map(quote)) : undefined;
}

/** Returns ` (it belongs in allowedOauthFlows)` for a name of another list, or nothing. */
export function suggestList(name: string, property: NameList): string {
    const list = findList(name);
    if (!list || list.property === property) return "";
    return list.name === name ? ` (it belongs in ${list.property})` : ` (did you mean ${value(list.name)} in ${list.property}?)`;
}
