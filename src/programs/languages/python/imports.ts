import type { NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { isStandard } from "./modules";
import type { Scope } from "./scopes";

/** Reads the imports of a module. */
export class ImportReader {
    /** The modules all of whose names are imported. */
    readonly stars: string[] = [];
    readonly externals = new Set<string>();
    /** The offset of the last import of all names; -1 if there is none. */
    lastStar = -1;
    readonly #declared = new Set<string>();

    constructor(
        private readonly source: TokenSource,
        private readonly names: NameCollector,
        /** The path of the package that the module is in. */
        private readonly folder: readonly string[],
    ) {}

    /** Reads `import a.b, c as d`. */
    readModules({ from, to }: Slice, scope: Scope): void {
        const { source } = this;
        for (const part of source.split({ from: from + 1, to })) {
            const path = source.pathAt(part.from);
            if (!path) continue;
            const module = path.names.join(".");
            this.#addPackage(module);
            if (source.is(path.to, "as")) this.#declare(path.to + 1, scope, module);
            else this.#declare(part.from, scope, source.textAt(part.from));
        }
    }

    /** Reads `from .a import b as c`. */
    readMembers({ from, to }: Slice, scope: Scope): void {
        const { source, folder } = this;
        const sign = source.find({ from, to }, text => text === "import");
        const written = source.tokens.slice(from + 1, sign).map(({ text }) => text);
        const path = written.join("").replace(/^\.+/, "");
        const level = written.join("").length - path.length;
        const base = folder.slice(0, folder.length - level + 1).join(".");
        const module = level === 0 ? path : [base, path].filter(Boolean).join(".");
        if (level === 0) this.#addPackage(path);
        if (source.is(sign + 1, "*")) {
            this.stars.push(module);
            this.lastStar = source.startOf(from);
            return;
        }
        const parts = source.is(sign + 1, "(") ? source.splitInside(sign + 1) : source.split({ from: sign + 1, to });
        for (const { from: index } of parts) {
            const member = source.textAt(index);
            const renamed = source.is(index + 1, "as") ? index + 2 : index;
            if (module === "") this.#declare(renamed, scope, member);
            else this.#declare(renamed, scope, module, member);
        }
    }

    #addPackage(module: string): void {
        const name = module.replace(/\..*/, "");
        if (!isStandard(name)) this.externals.add(name);
    }

    /** Declares a name that stands for a module, or for a member of one. */
    #declare(index: number, scope: Scope, module: string, name?: string): void {
        const text = this.source.textAt(index);
        const path = name === undefined ? module : `${module}.${name}`;
        // The same import twice, such as `import a.b` and `import a.c`, is one declaration.
        const key = `${text} ${path} ${scope.start}`;
        if (this.#declared.has(key)) return;
        this.#declared.add(key);
        const { start, end } = this.source.range({ from: index, to: index + 1 });
        const value = { kind: "imported", module, ...(name !== undefined && { name }), start, end } as const;
        this.names.declare(text, scope, start, { imported: path.split("."), value });
    }
}
