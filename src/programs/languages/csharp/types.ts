import { Types } from "../objects/types";
import type { TokenSource } from "../tokens/source";

/** Namespaces of .NET and of Pulumi. */
const STANDARD = /^(?:System|Microsoft|Pulumi)\./;

/** Finds the classes that names of a file of C# stand for. */
export class CSharpTypes extends Types {
    constructor(source: TokenSource, declared: ReadonlySet<string>) {
        super(source, declared, "Pulumi.");
        for (const [index, { text }] of source.tokens.entries()) {
            if (text === "namespace" && this.module === "") this.module = source.pathAt(index + 1)?.names.join(".") ?? "";
            if (text === "using") this.#readUsing(index + 1);
        }
    }

    get externals(): string[] {
        return this.stars.filter(using => !STANDARD.test(`${using}.`));
    }

    #readUsing(index: number): void {
        const { source } = this;
        const isAlias = source.is(index + 1, "=");
        let from = isAlias ? index + 2 : index;
        if (source.is(from, "global") && source.is(from + 1, "::")) from += 2;
        const path = source.pathAt(from);
        if (!path || !source.is(path.to, ";")) return;
        if (isAlias) this.imported.set(source.textAt(index), path.names.join("."));
        else this.stars.push(path.names.join("."));
    }

    protected candidates(path: readonly string[]): string[] {
        const [first = "", ...rest] = path;
        const alias = this.imported.get(first);
        if (alias !== undefined) return [[alias, ...rest].join(".")];
        if (this.declared.has(first)) return [];
        const name = path.join(".");
        // `Pulumi` may be imported for all files of a project.
        return [name, ...this.stars.map(using => `${using}.${name}`), `Pulumi.${name}`];
    }

    /** Whether a path names a class of Pulumi's own package. */
    isPulumi(path: readonly string[]): boolean {
        return this.candidates(path).some(candidate => /^Pulumi\.\w+$/.test(candidate));
    }

    /** Whether a path names the arguments of a resource or a block. */
    isArgs(path: readonly string[]): boolean {
        return this.candidates(path).some(candidate => /^Pulumi\.Aws\.\w+\.(?:Inputs\.)?\w*Args$/.test(candidate));
    }

    override isKnown(path: readonly string[]): boolean {
        return super.isKnown(path) || this.isArgs(path);
    }
}
