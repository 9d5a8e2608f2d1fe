/**
 * What the reader of a language finds in a source file. The same few kinds of expressions for each language, with their places in the
 * text, and what is needed to know whether a name still has the value that it was declared with.
 *
 * What a reader does not understand is {@link Computed}. A value is never guessed.
 */

/** A part of a text, from the offset of its first character to the offset behind its last, in UTF-16 code units. */
export interface Range {
    readonly start: number;
    readonly end: number;
}

export type Expression = Literal | List | ObjectExpression | Name | Wrapper | Concatenation | Template | Construction | Imported | Computed;

/** A string, number or boolean that is written out. Its range is that of the token, with quotes and sign. */
export interface Literal extends Range {
    readonly kind: "literal";
    /** null is what leaves a property unset: `undefined`, `None`, `null`, `nil` or nothing. */
    readonly value: string | number | boolean | null;
    /** What is in front of the content of a string: `"`, `'`, a backtick, `"""`, `r"`, `@"`. Empty if it has no quotes, and for other values. */
    readonly quote: string;
}

/**
 * Where the elements of a list or object are written:
 * - `brackets`: between brackets and separated by commas, such as `[a, b]`, `{ a: 1 }`, `[]string{"a"}`, `&Args{A: 1}`, `List.of(a, b)`;
 * - `arguments`: among the arguments of a call, such as `callbackUrls("a", "b")` in Java or `Args(name="web")` in Python;
 * - `calls`: as calls of a builder, such as `.name("web").generateSecret(true)`;
 * - `lines`: on lines of their own, as in YAML.
 */
export type Layout = "brackets" | "arguments" | "calls" | "lines";

export interface List extends Range {
    readonly kind: "list";
    readonly layout: Layout;
    /** What is between the brackets. For `lines`, the range of the list. */
    readonly inside: Range;
    readonly items: readonly Item[];
}

/** An element of a list. Its range includes the dots of a spread or the dash of YAML, but no comma. */
export interface Item extends Range {
    readonly value: Expression;
    /** Whether the value is a list whose elements are inserted here: `...urls`, `*urls`. */
    readonly isSpread?: boolean;
}

/** Named values: an object, dictionary, struct, keyword arguments, a builder or a mapping. */
export interface ObjectExpression extends Range {
    readonly kind: "object";
    readonly layout: Layout;
    /**
     * What is between the brackets. For `calls`, from behind `builder()` to the dot of `.build()`; for `lines`, the range of the object.
     * For the keyword arguments of a resource, from behind its name to the closing parenthesis.
     */
    readonly inside: Range;
    /** In the order of evaluation: of two members with one name, the last counts. */
    readonly members: readonly Member[];
}

/**
 * A member of an object. Its range is from its key to the end of its value (`name: "web"`, `.name("web")`, `**args`), without a comma.
 * A member without `name` and `isSpread` can set any property to any value: a computed key, a statement that was not understood.
 */
export interface Member extends Range {
    /** The name of the property as Pulumi's schema has it, in camelCase. */
    readonly name?: string;
    /** The name as it is written: the key of a map such as attributeMapping, or a member of a constant. Present if `name` is. */
    readonly rawName?: string;
    /** The key without separator, with its quotes; absent for a spread. */
    readonly key?: Range;
    readonly value: Expression;
    /** Whether the value is an object whose members are inserted here: `...args`, `**args`. */
    readonly isSpread?: boolean;
}

/**
 * A variable, or what is behind it: `urls`, `pool.id`, `this.pool.id`, `config["url"]`, `urls[0]` are `[urls]`, `[pool, id]`,
 * `[this, pool, id]`, `[config, url]`, `[urls, 0]`. A getter of Java or Go (`pool.id()`, `pool.ID()`) is a member as well, for Go with
 * the name `id`. It is resolved where it starts.
 */
export interface Name extends Range {
    readonly kind: "name";
    readonly path: readonly string[];
    /** Whether the result is unset where a part of the path is: `pool?.id`. */
    readonly isOptional?: boolean;
}

/** A call that returns its argument or an output with that value: `pulumi.String(x)`, `pulumi.secret(x)`, `Output.Create(x)`, `x as const`. */
export interface Wrapper extends Range {
    readonly kind: "wrapper";
    readonly value: Expression;
    /** Whether the result is an output, which plain templates and `+` cannot join: `pulumi.output(x)`, but not `pulumi.String(x)`. */
    readonly isOutput?: boolean;
    /** Whether the call makes the value a secret, which is an output as well. */
    readonly isSecret?: boolean;
}

/** `a + b + c`, in this order: one concatenation, however many parts there are. */
export interface Concatenation extends Range {
    readonly kind: "concatenation";
    readonly parts: readonly Expression[];
}

/** A text with values in it: a template string, an f-string, `pulumi.interpolate`. Without values, it is a literal. */
export interface Template extends Range {
    readonly kind: "template";
    readonly parts: readonly (string | Expression)[];
    readonly quote: string;
    /** Whether it can join outputs, such as `pulumi.interpolate`, `Output.format`, `pulumi.concat` and those of YAML, and is an output itself. */
    readonly isOutput?: boolean;
}

/** The construction of a resource. In YAML, its range is that of the declaration, from the resource's key. */
export interface Construction extends Range {
    readonly kind: "resource";
    /** The type's token, such as `aws:cognito/userPool:UserPool`; see `resource-types.ts`. */
    readonly type: string;
    /** The name of the resource; undefined if it cannot be told which argument that is. */
    readonly name: Expression | undefined;
    /** The properties; undefined if there are none. Arguments that cannot be told apart are computed. */
    readonly args: Expression | undefined;
    /** The resource options as an object, whose members are named as in TypeScript (`dependsOn`); undefined if there are none. */
    readonly options: Expression | undefined;
    /** The variable, field or key that the resource is assigned to. */
    readonly assignedTo?: string;
}

/** What another file of the program provides. Members of it are resolved like those of a name: see {@link Program.exports}. */
interface Imported extends Range {
    readonly kind: "imported";
    /** One of the {@link Program.modules} of that file. */
    readonly module: string;
    /** The name of the export; undefined for the module itself (`import * as config`). */
    readonly name?: string;
}

/** A value that only a run of the program shows: a call, a condition, a parameter, anything that a reader does not know. */
export interface Computed extends Range {
    readonly kind: "computed";
}

/**
 * The declaration of a name: a variable, constant, parameter, function, class, import or loop variable.
 *
 * There is one for each name, with or without a known value, because it hides the outer ones. A second one of the same name in the same
 * scope (in Python also a second assignment) makes the name unknown.
 */
export interface Binding {
    /**
     * The name, or `this.pool` for a field, in each language (`self.pool` too, whose names then have the path `[this, pool]`). The scope
     * of a field is its class. The path of a field that a class in another one may inherit must not lead to that of the outer class.
     */
    readonly name: string;
    /** Where the name can be used: the block, function, class or file. Scopes are nested or apart; they do not overlap. */
    readonly scope: Range;
    /** The value that it is declared with; undefined if that is computed, a parameter or a loop variable. */
    readonly value: Expression | undefined;
    /** The offset of the name in its declaration. */
    readonly start: number;
    /**
     * Whether the name can also be unset where it is used: assigned under a condition, or in a method. Its value is then known only
     * where unset would be an error: a resource whose output is used.
     */
    readonly isConditional?: boolean;
    /** Whether the name has its value only behind the declaration, as `var` in JavaScript: before it, it is unset. */
    readonly isHoisted?: boolean;
}

/** An assignment to a name that exists (`x = 1`, `x += 1`, `x++`), to a part of it (`x.a = 1`, `x[i] = 1`), or the removal of a part. */
export interface Change {
    /** As in {@link Name}; `*` for a part that is computed: `[x]`, `[x, a]`, `[x, *]`, `[this, pool]`. */
    readonly path: readonly string[];
    readonly start: number;
}

/**
 * A place where the value of a name is used, other than its declaration and the target of a change. All of them must be reported, in
 * arguments of resources too. Whether those are harmless is decided by the evaluator, which sees the same name among the expressions.
 */
export interface Use {
    /** As in {@link Name}, without the method that is called: `urls.join(",")` uses `[urls]`. */
    readonly path: readonly string[];
    /** The offset of the first part of the path: the same as that of the {@link Name}, if it is one. */
    readonly start: number;
    /**
     * What happens with the value:
     * - `read`: it is only looked at, such as by `join`, `length`, `in`, a comparison or a condition;
     * - `elements`: its elements are passed on, such as by `map`, a loop, `slice`, a spread in something else than an argument;
     * - undefined: anything. It is returned, assigned, passed to a function, or an unknown method is called.
     */
    readonly effect?: "read" | "elements";
}

/** A problem that keeps a part of a file, or all of it, from being read. */
export interface SourceError {
    /** The line, from 1. */
    readonly line: number;
    /** What is wrong, as the end of a sentence: `unexpected token`. */
    readonly reason: string;
}

/** What a reader finds in one file. */
export interface Program {
    /** The path of the file below the folder of the program, with `/` on each platform. */
    readonly file: string;
    readonly text: string;
    readonly language: Language;
    /** All constructions of resources of the known types, in the order of the text. */
    readonly constructions: readonly Construction[];
    /** Resources of types that the policies do not cover: see `resource-types.ts`. */
    readonly notCovered: readonly NotCovered[];
    /** Uses of a known class of a resource other than a construction: a subclass, or a class that is passed to a function. */
    readonly notRead: readonly Range[];
    readonly bindings: readonly Binding[];
    readonly changes: readonly Change[];
    readonly uses: readonly Use[];
    /**
     * What other files of the program see, by name: usually a {@link Name} that is resolved in this file, at the offset where the range
     * starts. A name with dots is a static member: `Shared.POOL`.
     */
    readonly exports: ReadonlyMap<string, Expression>;
    /** The modules all of whose exports this file exports as well: `export * from "./pool"`. */
    readonly reexports: readonly string[];
    /**
     * The names under which other files import this one, as {@link Imported.module} has them: the path without extension for JavaScript,
     * the dotted module for Python, the import path for Go, the package for Java, the namespace for C#.
     */
    readonly modules: readonly string[];
    /** One of the modules if its files see each other's exports without an import: the package of Go and Java, the namespace of C#. */
    readonly package?: string;
    /** Packages that the file imports besides Pulumi's own and the standard library: they may create resources of their own. */
    readonly externals: readonly string[];
    /** Whether names can change where no reader sees it, such as by `eval`: then no name is known. */
    readonly isOpaque?: boolean;
    readonly errors: readonly SourceError[];
}

/** A resource of a type that the policies do not cover. */
export interface NotCovered extends Range {
    readonly type: string;
}

export type LanguageName = "javascript" | "typescript" | "yaml" | "python" | "go" | "java" | "csharp";

/** What the evaluator has to know about a language. */
export interface Language {
    readonly name: LanguageName;
    /** Returns the name of a property as Pulumi's schema has it: `user_pool_id` and `UserPoolId` are `userPoolId`. */
    propertyName(name: string): string;
    /** Whether `+` joins a text and a number, as in JavaScript, Java and C#. */
    readonly joinsNumbers: boolean;
    /** Whether `+` joins two lists, as in Python. */
    readonly joinsLists: boolean;
}

/**
 * Reads a file. It never throws: what is wrong is in {@link Program.errors}.
 *
 * Time and memory are linear in the length of the text, and nesting of any depth is either read or computed.
 */
export type ReadLanguage = (file: string, text: string) => Program;
