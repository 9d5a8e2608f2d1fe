import type { Program } from "../../expression";
import { Names } from "../../names";
import { emptyProgram, nameAt } from "../shared";
import { TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";
import { ObjectBlocks } from "./blocks";
import type { ObjectExpressions } from "./expressions";
import { ObjectNames } from "./names";
import type { Types } from "./types";

/** The classes of a language that read names of types, and expressions. */
interface Readers<T extends Types> {
    readonly Types: new (source: TokenSource, declared: ReadonlySet<string>) => T;
    readonly Expressions: new (...args: ConstructorParameters<typeof ObjectExpressions<T>>) => ObjectExpressions<T>;
}

/** Reads a file of Java or C#. */
export function readObjects<T extends Types>(file: string, text: string, syntax: Syntax, { Types, Expressions }: Readers<T>): Program {
    const source = new TokenSource(text, syntax.language.name);
    const empty = emptyProgram(file, text, syntax.language, source.errors);
    if (source.errors.length > 0) return empty;
    const blocks = new ObjectBlocks(source).read();
    if (source.errors.length > 0) return empty;
    const types = new Types(source, new Set(blocks.all.flatMap(({ name }) => name ?? [])));
    const collector = new ObjectNames(source, blocks, syntax, types).read();
    const { names, exported } = collector;
    types.declareImports(names, blocks.file);
    const expressions = new Expressions(source, syntax, new Names(names), types, (...name) => collector.pathOf(...name));
    return {
        ...empty,
        ...expressions.readAll(names),
        exports: new Map([...exported].map(([key, { name, start }]) => [key, nameAt(name, start)])),
        modules: [types.module],
        package: types.module,
        externals: types.externals,
    };
}
