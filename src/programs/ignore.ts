/** A line of a .gitignore file. */
interface Pattern {
    readonly segments: readonly string[];
    readonly isNegated: boolean;
    readonly isFolder: boolean;
}

/** Decides which paths the .gitignore file of a folder names. Lines with a backslash, which are for unusual names, match nothing. */
export class Ignore {
    readonly #patterns: readonly Pattern[];

    constructor(text: string) {
        this.#patterns = text
            .split("\n")
            .filter(line => !line.startsWith("#") && !line.includes("\\"))
            .map(parsePattern);
    }

    /** Whether a path below the folder is ignored; undefined if no line matches it, so that the file of a folder above decides. */
    ignores(path: readonly string[], isFolder: boolean): boolean | undefined {
        const pattern = this.#patterns
            .filter(({ segments, ...pattern }) => (isFolder || !pattern.isFolder) && matchAll(segments, path, "**", matchSegment))
            .at(-1);
        return pattern && !pattern.isNegated;
    }
}

function parsePattern(line: string): Pattern {
    const text = line.trimEnd();
    const isNegated = text.startsWith("!");
    const isFolder = text.endsWith("/");
    const path = text.slice(isNegated ? 1 : 0, isFolder ? -1 : undefined);
    const segments = path
        .replace(/^\//, "")
        .replace(/\/\*\*$/, "/*") // what is ignored with all that is in it
        .split("/");
    return { segments: path.includes("/") ? segments : ["**", ...segments], isNegated, isFolder };
}

/** Whether a name matches a segment with `*`, `?` and `[a-z]`. */
function matchSegment(segment: string, name: string): boolean {
    return matchAll(segment.match(/\[[^\]]+\]|[\s\S]/g) ?? [], name.split(""), "*", matchCharacter);
}

function matchCharacter(part: string, character: string): boolean {
    const [, sign, content] = /^\[([!^]?)(.+)\]$/.exec(part) ?? [];
    if (content === undefined) return part === "?" || part === character;
    const ranges = content.match(/.-.|./g) ?? [];
    return ranges.some(([from = "", , to = from]) => from <= character && character <= to) === (sign === "");
}

/** Matches a sequence in linear time; `any` stands for any number of items. */
function matchAll(
    pattern: readonly string[],
    items: readonly string[],
    any: string,
    matches: (part: string, item: string) => boolean,
): boolean {
    let part = 0;
    let anyPart = -1;
    let anyItem = 0;
    for (let item = 0; item < items.length; ) {
        const current = pattern[part];
        if (current === any) {
            anyPart = part++;
            anyItem = item;
        } else if (current !== undefined && matches(current, items[item] ?? "")) {
            part++;
            item++;
        } else if (anyPart >= 0) {
            part = anyPart + 1;
            item = ++anyItem;
        } else return false;
    }
    return pattern.slice(part).every(rest => rest === any);
}
