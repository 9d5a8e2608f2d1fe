import { classNameOf, findNotCoveredType, findResourceType, NATIVE_CLIENT_TYPE } from "../../resource-types";
import type { Slice, TokenSource } from "../tokens/source";

/** A single import of Java. */
export interface JavaImport {
    readonly name: string;
    readonly package: string;
    readonly index: number;
}

/** Finds the classes that names of a file of Java stand for. */
export class JavaTypes {
    /** The package of the file; empty for none. */
    readonly package: string = "";
    readonly imports: JavaImport[] = [];
    /** The packages all of whose classes are imported. */
    readonly stars: string[] = [];
    readonly #classes = new Map<string, string>();

    constructor(
        private readonly source: TokenSource,
        private readonly declared: ReadonlySet<string>,
    ) {
        for (let index = 0; index < source.tokens.length; index++) {
            const isDirective = index === 0 || source.is(index - 1, ";") || source.is(index - 1, "}");
            if (source.is(index, "package") && isDirective) this.package = source.pathAt(index + 1)?.names.join(".") ?? "";
            else if (source.is(index, "import") && isDirective && !source.is(index + 1, "static")) this.#readImport(index + 1);
        }
    }

    #readImport(index: number): void {
        const path = this.source.pathAt(index);
        if (!path) return;
        if (this.source.is(path.to, ".") && this.source.is(path.to + 1, "*")) {
            this.stars.push(path.names.join("."));
            return;
        }
        const name = path.names.at(-1) ?? "";
        this.#classes.set(name, path.names.join("."));
        this.imports.push({ name, package: path.names.slice(0, -1).join("."), index: path.to - 1 });
    }

    /** Returns the full names that a path may stand for. */
    candidates(path: readonly string[]): string[] {
        const [name = ""] = path;
        if (path.length > 1) return [path.join(".")];
        if (this.declared.has(name)) return [];
        const imported = this.#classes.get(name);
        return imported === undefined ? this.stars.map(star => `${star}.${name}`) : [imported];
    }

    /** Whether a path names a class of Pulumi with a certain name. */
    isPulumi(path: readonly string[], name: string): boolean {
        return this.candidates(path).some(candidate => candidate.startsWith("com.pulumi.") && candidate.endsWith(`.${name}`));
    }

    /** Whether a path names a class of the standard library. */
    isStandard(path: readonly string[], name: string): boolean {
        return (
            this.candidates(path).some(candidate => candidate === `java.util.${name}`) ||
            (path.length === 1 && path[0] === name && this.#isUnknown(name))
        );
    }

    #isUnknown(name: string): boolean {
        return !this.declared.has(name) && !this.#classes.has(name);
    }

    /** Returns the type of a resource's class. */
    findClass(path: readonly string[]): { type: string; isCovered: boolean } | undefined {
        for (const candidate of this.candidates(path)) {
            const [, native, module = "", className = ""] = /^com\.pulumi\.aws(native)?\.(\w+)\.(\w+)$/.exec(candidate) ?? [];
            if (native) {
                if (module === "cognito" && className === "UserPoolClient") return { type: NATIVE_CLIENT_TYPE, isCovered: false };
                continue;
            }
            const type = findResourceType(module, className);
            if (type !== undefined && classNameOf(type) === className) return { type, isCovered: true };
            const other = findNotCoveredType(module, className);
            if (other !== undefined && classNameOf(other) === className) return { type: other, isCovered: false };
        }
        return undefined;
    }

    isKnownType({ from }: Slice): boolean {
        const path = this.source.pathAt(from)?.names ?? [];
        return this.findClass(path) !== undefined;
    }
}
