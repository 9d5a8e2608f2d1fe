import type { Range } from "../../expression";
import { findClass, type ResourceType } from "../../resource-types";
import type { NameCollector } from "../tokens/names";
import type { TokenSource } from "../tokens/source";

/** Finds the classes that names of a file stand for. */
export abstract class Types {
    /** The package or namespace of the file; empty for none. */
    module = "";
    /** The packages or namespaces whose classes need no prefix. */
    protected readonly stars: string[] = [];
    /** The full names of the classes that are imported one by one, or of what has an alias. */
    protected readonly imported = new Map<string, string>();

    constructor(
        protected readonly source: TokenSource,
        /** The names of the types that the file declares. */
        protected readonly declared: ReadonlySet<string>,
        /** What the full names of Pulumi's classes start with. */
        protected readonly root: string,
    ) {}

    /** Returns the full names that a path may stand for. */
    protected abstract candidates(path: readonly string[]): string[];

    /** The packages or namespaces that are imported besides Pulumi's own and those of the standard library. */
    abstract readonly externals: readonly string[];

    /** Declares the imported classes, in which other files of the program have constants. */
    declareImports(_names: NameCollector, _scope: Range): void {}

    /** Returns the type of a resource's class. */
    findClass(path: readonly string[]): ResourceType | undefined {
        for (const candidate of this.candidates(path)) {
            if (!candidate.startsWith(this.root)) continue;
            const name = candidate.slice(this.root.length);
            const [, native, module = "", className = ""] = /^aws(native)?\.(\w+)\.(\w+)$/i.exec(name) ?? [];
            const found = findClass(module, className, native !== undefined);
            if (found) return found;
        }
        return undefined;
    }

    /** Whether a path names a type whose values are not converted: a resource or its arguments. */
    isKnown(path: readonly string[]): boolean {
        return this.findClass(path) !== undefined;
    }
}
