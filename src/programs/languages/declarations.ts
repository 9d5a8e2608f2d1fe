import type { Binding, Change, Expression, Range, Use } from "../expression";
import { AMBIGUOUS, Names } from "../names";
import type { Slice } from "./tokens/source";

/** A declaration whose value is read when all names are known. */
export interface Declaration extends Binding {
    value: Expression | undefined;
    /** The tokens of the value. */
    readonly tokens?: Slice;
    /** What an import names: `[pulumi_aws, cognito]`. */
    readonly imported?: readonly string[];
    /** The type in the declaration, without its arguments. */
    readonly type?: string;
}

type Options = Partial<Pick<Declaration, "value" | "tokens" | "imported" | "isConditional" | "type">>;

/** Collects the names of a file: where they are declared, changed and used. */
export class NameCollector {
    readonly declarations: Declaration[] = [];
    readonly changes: Change[] = [];
    readonly uses: Use[] = [];
    /** Whether names can change where no reader sees it. */
    isOpaque = false;

    /** Declares a name. The end of the scope may be set later. */
    declare(name: string, scope: Range, start: number, options: Options = {}): Declaration {
        const declaration: Declaration = { name, scope, start, value: undefined, ...options };
        this.declarations.push(declaration);
        return declaration;
    }

    change(path: readonly string[], start: number): void {
        this.changes.push({ path, start });
    }

    use(path: readonly string[], start: number, effect?: Use["effect"]): void {
        this.uses.push({ path, start, ...(effect && { effect }) });
    }

    finish(): DeclaredNames {
        return new DeclaredNames(this);
    }
}

/** Finds declarations by name and offset. */
export class DeclaredNames {
    readonly #names: Names;
    readonly #declared: ReadonlySet<string>;

    constructor({ declarations, changes, uses }: NameCollector) {
        this.#names = new Names({ bindings: declarations, changes, uses });
        this.#declared = new Set(declarations.map(({ name }) => name));
    }

    /** Whether a name is declared anywhere in the file. */
    has(name: string): boolean {
        return this.#declared.has(name);
    }

    /** Returns the declaration of a name; undefined if there is none, or more than one. */
    find(name: string, offset: number): Declaration | "ambiguous" | undefined {
        const found = this.#names.find(name, offset);
        return found === AMBIGUOUS ? "ambiguous" : (found as Declaration | undefined);
    }

    /** Returns the declaration of the name that a path starts with, if neither the name nor what the path leads to is replaced. */
    findConstant(path: readonly string[], offset: number): Declaration | undefined {
        const found = this.find(path[0] ?? "", offset);
        if (found === undefined || found === "ambiguous") return undefined;
        const isReplaced = this.#names
            .changesOf(found)
            .some(change => change.path.every((name, index) => name === "*" || name === path[index]));
        return isReplaced ? undefined : found;
    }
}
