import type { Range } from "../../expression";
import { Types } from "../objects/types";
import type { NameCollector } from "../tokens/names";
import type { TokenSource } from "../tokens/source";

/** Packages of Java, of its extensions and of Pulumi. */
const STANDARD = /^(?:java|javax|jakarta|com\.pulumi)\./;

/** Finds the classes that names of a file of Java stand for. */
export class JavaTypes extends Types {
    readonly externals: string[] = [];
    /** The imports of classes that are not standard. */
    readonly #imports: { name: string; module: string; index: number }[] = [];

    constructor(source: TokenSource, declared: ReadonlySet<string>) {
        super(source, declared, "com.pulumi.");
        for (const [index, { text }] of source.tokens.entries()) {
            const isDirective = index === 0 || source.is(index - 1, ";") || source.is(index - 1, "}");
            if (text === "package" && isDirective) this.module = source.pathAt(index + 1)?.names.join(".") ?? "";
            else if (text === "import" && isDirective && !source.is(index + 1, "static")) this.#readImport(index + 1);
        }
    }

    #readImport(index: number): void {
        const path = this.source.pathAt(index);
        if (!path) return;
        const isStar = this.source.is(path.to, ".");
        const name = path.names.at(-1) ?? "";
        const module = (isStar ? path.names : path.names.slice(0, -1)).join(".");
        if (isStar) this.stars.push(module);
        else this.imported.set(name, `${module}.${name}`);
        if (STANDARD.test(`${module}.`)) return;
        this.externals.push(module);
        if (!isStar) this.#imports.push({ name, module, index: path.to - 1 });
    }

    override declareImports(names: NameCollector, scope: Range): void {
        for (const { name, module, index } of this.#imports) {
            const range = this.source.range({ from: index, to: index + 1 });
            names.declare(name, scope, range.start, { value: { kind: "imported", module, name, ...range } });
        }
    }

    protected candidates(path: readonly string[]): string[] {
        const [name = ""] = path;
        if (path.length > 1) return [path.join(".")];
        if (this.declared.has(name)) return [];
        const imported = this.imported.get(name);
        return imported === undefined ? this.stars.map(star => `${star}.${name}`) : [imported];
    }

    /** Whether a path names a class of Pulumi. */
    isPulumi(path: readonly string[]): boolean {
        return this.candidates(path).some(candidate => candidate.startsWith(this.root));
    }

    /** Whether a path names a class of the package java.util. */
    isStandard(path: readonly string[]): boolean {
        const [name = ""] = path.slice(-1);
        const isUnknown = path.length === 1 && !this.declared.has(name) && !this.imported.has(name);
        return isUnknown || this.candidates(path).includes(`java.util.${name}`);
    }
}
