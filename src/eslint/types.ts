/**
 * The parts of ESLint's types that the plugin uses. With those of the package `eslint`, who compiles against this plugin would need
 * that package.
 */

export interface Plugin {
    readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
    readonly rules: Record<string, RuleModule>;
    readonly configs: { readonly recommended: Config; readonly strict: Config };
}

/** An element of a flat configuration. */
export interface Config {
    name: string;
    plugins: Record<string, object>;
    rules: Record<string, RuleEntry>;
}

export type RuleEntry = Severity | [Severity, object];
export type Severity = "off" | "warn" | "error";

export interface RuleModule {
    readonly meta: RuleMeta;
    create(context: RuleContext): Record<string, () => void>;
}

export interface RuleMeta {
    readonly type: "problem" | "suggestion";
    readonly docs: { readonly description: string; readonly url: string; readonly recommended: boolean };
    /** The JSON schemas of the options. */
    readonly schema: object[];
    readonly fixable?: "code";
    readonly hasSuggestions?: boolean;
}

export interface RuleContext {
    /** The path of the file, or a text such as `<input>`. */
    readonly filename: string;
    readonly sourceCode: object;
    readonly options: readonly unknown[];
    report(descriptor: ReportDescriptor): void;
}

export interface ReportDescriptor {
    readonly loc: Location | Position;
    readonly message: string;
    readonly fix?: FixFunction;
    readonly suggest?: { readonly desc: string; readonly fix: FixFunction }[];
}

export type FixFunction = (fixer: Fixer) => Fix[];

interface Fixer {
    replaceTextRange(range: [start: number, end: number], text: string): Fix;
}

interface Fix {
    range: [start: number, end: number];
    text: string;
}

/** A place for the language of the file: in JavaScript, columns count from 0. */
export interface Position {
    readonly line: number;
    readonly column: number;
}

export interface Location {
    readonly start: Position;
    readonly end: Position;
}
