import { nearest } from "../../util/wording";

/** Returns the name that another one misspells: it differs in case, in separators, or slightly in one word. Names with other digits are other names. */
export function findMisspelled(name: string, existing: readonly string[]): string | undefined {
    return existing.find(other => name !== other && isMisspelling(name.toLowerCase(), other.toLowerCase()));
}

function isMisspelling(name: string, other: string): boolean {
    if (name === other) return true;
    const [words, others] = [name, other].map(text => text.split(/[^\p{L}\p{N}]/u)) as [string[], string[]];
    const different = words.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index] ?? ""] as const]));
    if (words.length !== others.length || different.length > 1) return false;
    return different.every(([a, b]) => digitsIn(a) === digitsIn(b) && nearest(a, [b]) !== undefined);
}

function digitsIn(text: string): string {
    return text.replace(/\P{N}/gu, "");
}
