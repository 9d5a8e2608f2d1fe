import type { Language, Use } from "../../expression";
import type { Access } from "./access";
import type { TokenSource } from "./source";
import type { TokenLanguage } from "./strings";

/** What differs between the languages that are read token by token. */
export interface Syntax {
    readonly language: Language & { readonly name: TokenLanguage };
    /** Words that cannot be names of variables. */
    readonly keywords: ReadonlySet<string>;
    /** How true, false and null are written. */
    readonly constants: readonly [string, string, string];

    /** Names that are operators between values or in front of one: `and`, `instanceof`. */
    readonly operators: ReadonlySet<string>;
    /** Names and symbols behind which anything may follow: a function, a switch. */
    readonly opaque: ReadonlySet<string>;
    /** Names in front of a value that are part of it: `new`. */
    readonly prefixes: ReadonlySet<string>;
    /** Symbols behind a value that do not change it: `!` of C#. */
    readonly postfixes: ReadonlySet<string>;
    /** Symbols that separate values or statements and are not part of an expression. */
    readonly separators: ReadonlySet<string>;
    /** The symbol in front of a list whose elements are inserted in another one. */
    readonly spread: string;

    /** Methods that only look at a list or object, and those that pass on its elements. */
    readonly reading: ReadonlySet<string>;
    readonly copying: ReadonlySet<string>;
    /** Returns what happens with the value of a name by the tokens around it, other than comparisons. */
    effectAround(source: TokenSource, index: number, access: Access): Use["effect"];
}

/** Whether a language has classes with braces: Java and C#. */
export function hasClasses({ language }: Syntax): boolean {
    return language.name === "java" || language.name === "csharp";
}
