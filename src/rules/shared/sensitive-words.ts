import { customName } from "../../cognito/attributes";
import type { OptionSchema } from "../../core/rule";
import { memoize } from "../../util/memoize";

/** The option `sensitiveWords`: the words that make a custom attribute sensitive. */
export const sensitiveWordsOption = {
    type: "array",
    items: { type: "string", minLength: 1 },
    default: [
        "role",
        "roles",
        "admin",
        "tenant",
        "permission",
        "permissions",
        "privilege",
        "group",
        "groups",
        "scope",
        "entitlement",
        "account",
        "plan",
        "tier",
    ] as string[],
    description: "Words not allowed in the name of a writable custom attribute.",
} as const satisfies OptionSchema;

/** Whether the name of a custom attribute has one of the words, in any case. */
export function hasSensitiveWord(attribute: string, words: readonly string[]): boolean {
    const sensitive = words.map(word => word.toLowerCase());
    return wordsOf(customName(attribute) ?? "").some(word => sensitive.includes(word));
}

/** Splits a name into words in lower case: `userRole` into `user` and `role`. */
const wordsOf = memoize((name): readonly string[] => {
    const spaced = name.replace(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu, "$& ");
    return spaced.toLowerCase().split(/[^\p{L}]/u);
});
