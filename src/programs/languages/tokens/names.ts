import type { Binding, Change, Expression, Range, Use } from "../../expression";
import type { Slice } from "./source";

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

/** Collects the names of a file: where they are declared, changed and used. */
export class NameCollector {
    readonly bindings: Declaration[] = [];
    readonly changes: Change[] = [];
    readonly uses: Use[] = [];
    /** Whether names can change where no reader sees it. */
    isOpaque = false;

    /** Declares a name. The end of the scope may be set later. */
    declare(name: string, scope: Range, start: number, options: Partial<Declaration> = {}): Declaration {
        const declaration: Declaration = { name, scope, start, value: undefined, ...options };
        this.bindings.push(declaration);
        return declaration;
    }

    change(path: readonly string[], start: number): void {
        this.changes.push({ path, start });
    }

    use(path: readonly string[], start: number, effect?: Use["effect"]): void {
        this.uses.push({ path, start, ...(effect && { effect }) });
    }
}
