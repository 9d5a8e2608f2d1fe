import { classNameOf, findNotCoveredType, findResourceType, NATIVE_CLIENT_TYPE } from "../../resource-types";
import type { Slice, TokenSource } from "../tokens/source";

/** Finds the classes that names of a file of C# stand for. */
export class CSharpTypes {
    /** The first namespace of the file; empty for none. */
    readonly namespace: string = "";
    /** The namespaces whose classes need no prefix. */
    readonly usings: string[] = [];
    readonly #aliases = new Map<string, string>();

    constructor(
        private readonly source: TokenSource,
        private readonly declared: ReadonlySet<string>,
    ) {
        for (let index = 0; index < source.tokens.length; index++) {
            if (!source.isName(index) || (index > 0 && !/^(?:[;{}\]]|global)$/.test(source.textAt(index - 1)))) continue;
            if (source.is(index, "namespace") && this.namespace === "") this.namespace = source.pathAt(index + 1)?.names.join(".") ?? "";
            else if (source.is(index, "using") && !source.is(index + 1, "static")) this.#readUsing(index + 1);
        }
    }

    #readUsing(index: number): void {
        const { source } = this;
        const isAlias = source.is(index + 1, "=");
        let from = isAlias ? index + 2 : index;
        if (source.is(from, "global") && source.is(from + 1, "::")) from += 2;
        const path = source.pathAt(from);
        if (!path || !source.is(path.to, ";")) return;
        if (isAlias) this.#aliases.set(source.textAt(index), path.names.join("."));
        else this.usings.push(path.names.join("."));
    }

    /** Returns the full names that a path may stand for. */
    #candidates(path: readonly string[]): string[] {
        const [first = "", ...rest] = path;
        const alias = this.#aliases.get(first);
        if (alias !== undefined) return [[alias, ...rest].join(".")];
        if (this.declared.has(first)) return [];
        const name = path.join(".");
        // `Pulumi` may be imported for all files of a project.
        return [name, ...this.usings.map(using => `${using}.${name}`), `Pulumi.${name}`];
    }

    /** Whether a path names a class of Pulumi with a certain name. */
    isPulumi(path: readonly string[], name: string): boolean {
        return this.#candidates(path).some(candidate => /^Pulumi\.(?:\w+\.)*\w+$/.test(candidate) && candidate.endsWith(`.${name}`));
    }

    /** Whether a path names the arguments of a resource or a block. */
    isArgs(path: readonly string[]): boolean {
        const name = path.at(-1) ?? "";
        if (!name.endsWith("Args") || this.declared.has(name)) return false;
        return this.#candidates(path).some(candidate => /^Pulumi\.Aws\.\w+\.(?:Inputs\.)?\w+$/.test(candidate));
    }

    /** Returns the type of a resource's class. */
    findClass(path: readonly string[]): { type: string; isCovered: boolean } | undefined {
        for (const candidate of this.#candidates(path)) {
            const [, native, module = "", className = ""] = /^Pulumi\.Aws(Native)?\.(\w+)\.(\w+)$/.exec(candidate) ?? [];
            if (native) {
                if (module === "Cognito" && className === "UserPoolClient") return { type: NATIVE_CLIENT_TYPE, isCovered: false };
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
        return this.findClass(path) !== undefined || this.isArgs(path);
    }
}
