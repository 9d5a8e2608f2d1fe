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
    const module = moduleOf(file);
    const empty = { ...emptyProgram(file, text, PYTHON.language, source.errors), modules: [module.join(".")] };
    if (source.errors.length > 0) return empty;
    const statements = new StatementReader(source, module.slice(0, file.endsWith("__init__.py") ? module.length : -1));
    statements.readAll();
    if (source.errors.length > 0) return empty;
    const { names, moduleScope, scopes, stars, externals } = statements;
    const expressions = new PythonExpressions(source, new Names(names), scopeFinder(moduleScope, scopes), stars);
    const exported = names.bindings.filter(({ scope }) => scope === moduleScope);
    return {
        ...empty,
        ...expressions.readAll(names),
        exports: new Map(exported.map(({ name, start }) => [name, nameAt(name, start)])),
        reexports: stars,
        externals: [...externals],
    };
};
