import type { ReadLanguage } from "../expression";
import { Names } from "../names";
import { PythonExpressions } from "./python/expressions";
import { moduleOf } from "./python/modules";
import { scopeFinder } from "./python/scopes";
import { StatementReader } from "./python/statements";
import { PYTHON } from "./python/syntax";
import { emptyProgram, nameAt } from "./shared";
import { TokenSource } from "./tokens/source";

/** Reads a file of Python. */
export const readPython: ReadLanguage = (file, text) => {
    const source = new TokenSource(text, "python");
    const empty = { ...emptyProgram(file, text, PYTHON.language, source.errors), modules: [moduleOf(file)] };
    const statements = new StatementReader(source, file.split("/").slice(0, -1));
    statements.readAll();
    if (source.errors.length > 0) return empty;
    const { names, moduleScope, scopes, imports } = statements;
    const expressions = new PythonExpressions(source, new Names(names), scopeFinder(moduleScope, scopes), imports.stars);
    const exported = names.bindings.filter(({ scope }) => scope === moduleScope);
    return {
        ...empty,
        ...expressions.readAll(names),
        exports: new Map(exported.map(({ name, start }) => [name, nameAt(name, start)])),
        reexports: imports.stars,
        externals: [...imports.externals],
    };
};
