import { posix } from "node:path";
import { groupBy } from "../util/maps";
import type { Program } from "./expression";
import { languageOf } from "./languages";

/**
 * Reads some files of a program, and those that they share names with: modules that they import, files of their packages, and files that
 * import a list or object of theirs and may change it.
 */
export function readLinked(
    seeds: readonly string[],
    texts: ReadonlyMap<string, string>,
    read: (file: string) => Program | undefined,
): Map<string, Program> {
    const index = new FileIndex([...texts.keys()]);
    const programs = new Map<string, Program>();
    const queue = [...seeds];
    for (const file of queue) {
        if (programs.has(file)) continue;
        const program = read(file);
        if (!program) continue;
        programs.set(file, program);
        for (const linked of isJoinedByPackage(file) ? index.inPackage(program) : index.importedBy(program)) queue.push(linked); // continues
    }
    const names = new Set([...programs.keys()].map(moduleName));
    for (const [file, text] of texts) {
        if (programs.has(file) || isJoinedByPackage(file) || !mentions(text, names)) continue;
        const program = read(file);
        if (program) programs.set(file, program);
    }
    return programs;
}

/** Finds files by the names that others have for them. */
class FileIndex {
    readonly #byName: ReadonlyMap<string, readonly string[]>;
    readonly #byFolder: ReadonlyMap<string, readonly string[]>;
    readonly #listed = new Set<string>();

    constructor(files: readonly string[]) {
        this.#byName = groupBy(files, file => (isJoinedByPackage(file) ? [moduleName(file)] : namesOf(file)));
        this.#byFolder = groupBy(files.filter(isJoinedByPackage), file => [posix.dirname(file)]);
    }

    importedBy({ bindings, exports, reexports }: Program): string[] {
        const values = [...bindings.map(({ value }) => value), ...exports.values()];
        const imported = values.flatMap(value => {
            if (value?.kind !== "imported") return [];
            const { module, name } = value;
            return name === undefined ? [module] : [module, `${module}.${name}`, name]; // in Python, a name can be a module
        });
        return [...new Set([...imported, ...reexports])].flatMap(name => this.#byName.get(name) ?? []);
    }

    /** Returns the files in the folder of a file, and those that can have a class which the file names. */
    inPackage({ file, text }: Program): string[] {
        const folder = posix.dirname(file);
        const siblings = this.#listed.has(folder) ? [] : (this.#byFolder.get(folder) ?? []);
        this.#listed.add(folder);
        const words = new Set(text.match(/\w+/g) ?? []);
        return [...siblings, ...[...words].flatMap(word => this.#byName.get(word) ?? [])];
    }
}

function isJoinedByPackage(file: string): boolean {
    return languageOf(file)?.joinedBy === "package";
}

/** Returns the names under which a file can be imported: its path for JavaScript, its dotted path for Python. */
function namesOf(file: string): string[] {
    const path = file.replace(/\.\w+$/, "");
    const folder = path.replace(/\/?(?:index|__init__)$/, "");
    const names = [path, folder].flatMap(name => [name, name.replaceAll("/", ".")]);
    return [...new Set(names)].filter(name => name !== "");
}

/** Returns the last name of a module: that of its folder for `index.ts`. */
function moduleName(file: string): string {
    const name = posix.basename(file).replace(/\.\w+$/, "");
    return /^(?:index|__init__|__main__)$/.test(name) ? posix.basename(posix.dirname(file)) : name;
}

/** Whether a text has the name of a module where an import would have it. */
function mentions(text: string, names: ReadonlySet<string>): boolean {
    for (const [, quoted, dotted] of text.matchAll(/["']([^"'\n]{1,200})["']|^[ \t]*(?:from|import)[ \t]+([\w.]{1,200})/gm)) {
        const path = quoted?.replace(/\.[cm]?[jt]sx?$/, "").split("/") ?? dotted?.split(".") ?? [];
        if (path.slice(-2).some(name => names.has(name))) return true;
    }
    return false;
}
