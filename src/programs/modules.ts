import { groupBy } from "../util/maps";
import type { Expression, Program } from "./expression";

/** What a name of another file is: an expression in that file, and the part of the path behind it. */
export interface Exported {
    readonly program: Program;
    readonly expression: Expression;
    readonly rest: readonly string[];
}

/** The number of names in a static member, such as `Outer.Inner.POOL`. */
const MAX_NAMES = 4;

/** Finds what the files of a program export. */
export class Modules {
    readonly #programs: ReadonlyMap<string, readonly Program[]>;

    constructor(programs: readonly Program[]) {
        this.#programs = groupBy(programs, ({ modules }) => new Set(modules));
    }

    /** Returns the files of a module: one, or all files of a package. */
    programsOf(module: string): readonly Program[] {
        return this.#programs.get(module) ?? [];
    }

    /** Returns what a path names in a module. Undefined if it is not exported, or by several files. */
    find(module: string, path: readonly string[], visited = new Set<string>()): Exported | undefined {
        if (visited.has(module)) return undefined; // modules that export each other
        visited.add(module);
        const programs = this.#programs.get(module) ?? [];
        const [found, ...others] = programs.flatMap(program => findExport(program, path) ?? []);
        if (found) return others.length > 0 ? undefined : found;
        const [reexported, ...more] = programs
            .flatMap(({ reexports }) => reexports)
            .flatMap(reexport => this.find(reexport, path, visited) ?? []);
        if (reexported) return more.length > 0 ? undefined : reexported;
        const [name, ...rest] = path;
        const submodule = `${module}.${name}`; // as in Python
        return name !== undefined && this.#programs.has(submodule) ? this.find(submodule, rest, visited) : undefined;
    }
}

function findExport(program: Program, path: readonly string[]): Exported | undefined {
    for (let length = Math.min(path.length, MAX_NAMES); length > 0; length--) {
        const expression = program.exports.get(path.slice(0, length).join("."));
        if (expression) return { program, expression, rest: path.slice(length) };
    }
    return undefined;
}
