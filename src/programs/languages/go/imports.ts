import type { Slice, TokenSource } from "../tokens/source";

export interface GoImport {
    /** The name in this file; `.` or `_` if it has none. */
    readonly name: string;
    readonly index: number;
    readonly path: string;
}

/** Reads the import in a part of an import statement. */
export function readImports(source: TokenSource, { from, to }: Slice): GoImport[] {
    const imports: GoImport[] = [];
    for (let index = from; index < to; index++) {
        const [path, ...others] = source.tokens[index]?.string?.parts ?? [];
        if (typeof path !== "string" || others.length > 0) continue;
        const isNamed = index > from && (source.isName(index - 1) || source.is(index - 1, "."));
        imports.push({ name: isNamed ? source.textAt(index - 1) : packageOf(path), index: isNamed ? index - 1 : index, path });
    }
    return imports;
}

/** Returns the usual name of a package: the last part of its path without a version. */
function packageOf(path: string): string {
    const parts = path.split("/").filter(part => !/^v\d+$/.test(part));
    return (parts.at(-1) ?? "").replace(/\.v\d+$/, "").replace(/^go-|-go$/g, "");
}

/** Whether a package is of the standard library or of Pulumi. */
export function isStandard(path: string): boolean {
    return !path.split("/")[0]?.includes(".") || path.startsWith("github.com/pulumi/");
}
