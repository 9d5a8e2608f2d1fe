/** A line of a .gitignore file. */
interface Pattern {
    readonly segments: readonly string[];
    readonly isNegated: boolean;
    readonly isFolder: boolean;
}

/** Decides which paths the .gitignore file of a folder names. */
export class Ignore {
    readonly #patterns: readonly Pattern[];

    constructor(text: string) {
        this.#patterns = text.split(/\r?\n/).flatMap(line => parsePattern(line) ?? []);
    }

    /** Whether a path below the folder is ignored; undefined if no line matches it, so that the file of a folder above decides. */
    ignores(path: readonly string[], isFolder: boolean): boolean | undefined {
        const pattern = this.#patterns
            .filter(({ segments, ...pattern }) => (isFolder || !pattern.isFolder) && matchPath(segments, path))
            .at(-1);
        return pattern && !pattern.isNegated;
    }
}

function parsePattern(line: string): Pattern | undefined {
    const text = line.replace(/(?<!\\) +$/, "").replace(/\\ $/, " ");
    if (text === "" || text.startsWith("#")) return undefined;
    const isNegated = text.startsWith("!");
    const pattern = isNegated ? text.slice(1) : text.replace(/^\\(?=[#!])/, "");
    const isFolder = pattern.endsWith("/");
    const path = isFolder ? pattern.slice(0, -1) : pattern;
    if (path === "") return undefined;
    const isAnchored = path.includes("/");
    return { segments: [...(isAnchored ? [] : ["**"]), ...path.replace(/^\//, "").split("/")], isNegated, isFolder };
}

/** Whether a path matches segments; `**` matches any number of them, also none except at the end. */
function matchPath(pattern: readonly string[], path: readonly string[]): boolean {
    return matchAll(pattern, path, segment => segment === "**", matchSegment, pattern.at(-1) === "**" ? 1 : 0);
}

/** Whether a name matches a segment with `*`, `?` and `[a-z]`. */
function matchSegment(segment: string, name: string): boolean {
    const parts = segment.match(/\\[\s\S]|\[[!^]?\]?[^\]]*\]|[\s\S]/g) ?? [];
    return matchAll(parts, [...name], part => part === "*" || part === "**", matchCharacter, 0);
}

function matchCharacter(part: string, character: string): boolean {
    if (part === "?") return true;
    if (part.length > 2 && part.startsWith("[")) return matchClass(part.slice(1, -1), character);
    return (part.length === 2 && part.startsWith("\\") ? part.slice(1) : part) === character;
}

function matchClass(content: string, character: string): boolean {
    const isNegated = /^[!^]/.test(content);
    const ranges = (isNegated ? content.slice(1) : content).match(/[\s\S]-[\s\S]|[\s\S]/g) ?? [];
    const isIn = ranges.some(range =>
        range.length === 3 ? range.charAt(0) <= character && character <= range.charAt(2) : range === character,
    );
    return isIn !== isNegated;
}

/** Matches a sequence with parts that stand for any number of items; `minimum` is what the last such part must match at least. */
function matchAll<T>(
    pattern: readonly string[],
    items: readonly T[],
    isAny: (part: string) => boolean,
    matches: (part: string, item: T) => boolean,
    minimum: number,
): boolean {
    let part = 0;
    let item = 0;
    let anyPart = -1;
    let anyItem = 0;
    while (item < items.length) {
        const current = pattern[part];
        if (current !== undefined && isAny(current)) {
            anyPart = part++;
            anyItem = item;
        } else if (current !== undefined && matches(current, items[item] as T)) {
            part++;
            item++;
        } else if (anyPart >= 0) {
            part = anyPart + 1;
            item = ++anyItem;
        } else return false;
    }
    if (minimum > 0 && part === pattern.length - 1) return false; // `a/**` does not match `a`
    while (part < pattern.length && isAny(pattern[part] ?? "")) part++;
    return part === pattern.length;
}
