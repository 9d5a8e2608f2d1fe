import { quoted } from "../../core/values";
import { enumerate } from "../../util/wording";

/**
 * Returns the message for names in a list that are not allowed values: `has "token", which is not an OAuth flow (did you mean implicit?).`
 *
 * @param hintFor returns what follows a name, such as ` (did you mean implicit?)`, or an empty text
 */
export function invalidNames(names: readonly string[], hintFor: (name: string) => string, singular: string, plural: string): string {
    const [name, ...others] = names;
    if (name !== undefined && others.length === 0) return `has ${quoted(name)}, which is not ${singular}${hintFor(name)}.`;
    return `has ${enumerate(names.map(name => quoted(name) + hintFor(name)))}, which are not ${plural}.`;
}
