import { customName } from "../../cognito/attributes";
import type { OptionSchema } from "../../core/rule";
import { memoize } from "../../util/memoize";

/** The option `sensitiveWords`: the words that make a custom attribute sensitive. */
export const sensitiveWordsOption = {
    type: "array",
    items: { type: "string", minLength: 1 },
    default: [
        "access",
        "account",
        "admin",
        "entitlement",
        "group",
        "org",
        "organisation",
        "organization",
        "owner",
        "permission",
        "plan",
        "privilege",
        "role",
        "scope",
        "staff",
        "subscription",
        "superuser",
        "tenant",
        "tier",
        "workspace",
    ] as string[],
    description: "Words not allowed in the name of a writable custom attribute, nor their plurals.",
} as const satisfies OptionSchema;

/** Whether the name of a custom attribute has one of the words or its plural, in any case. */
export function hasSensitiveWord(attribute: string, words: readonly string[]): boolean {
    const found = wordsOf(customName(attribute) ?? "");
    return words.some(word => formsOf(word).some(form => found.has(form)));
}

/** Returns the words of a name in lower case, and what they may be parts of: `superuser` for `superUser`, `admin` for `isadmin`. */
const wordsOf = memoize((name): ReadonlySet<string> => {
    const spaced = name.replace(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu, "$& ");
    const words = spaced.toLowerCase().match(/\p{L}+/gu) ?? [];
    const pairs = words.slice(1).map((word, index) => words[index] + word);
    return new Set([...words, ...pairs, ...words.map(word => word.replace(COMMON_PARTS, ""))]);
});

/** What names have before or after a word without a separator: `isadmin`, `userrole`, `tenantid`. */
const COMMON_PARTS = /^(?:is|user)|(?:ids?|level|name|type)$/g;

/** Returns a word in lower case and its plural: `policy` and `policies`, `access` and `accesses`. */
const formsOf = memoize((written): readonly string[] => {
    const word = written.toLowerCase();
    if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
    return [word, /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`];
});
