import type { Expression, Language, Name, Program, ReadLanguage } from "../expression";
import { emptyProgram } from "./empty-program";
import { findClassUses } from "./python/class-uses";
import { PythonExpressions, propertyName } from "./python/expressions";
import { moduleOf } from "./python/imports";
import { ImportedClasses } from "./python/resources";
import { type Scope, scopeFinder } from "./python/scopes";
import { StatementReader } from "./python/statements";
import { TokenSource } from "./tokens/source";

const PYTHON: Language = { name: "python", propertyName, joinsNumbers: false, joinsLists: true };

/** Reads a file of Python. */
export const readPython: ReadLanguage = (file, text) => {
    const source = new TokenSource(text, "python");
    const module = moduleOf(file);
    const empty: Program = { ...emptyProgram(file, source, PYTHON), modules: [module.join(".")] };
    if (source.errors.length > 0) return empty;
    const statements = new StatementReader(source, module.slice(0, file.endsWith("__init__.py") ? module.length : -1));
    statements.readAll();
    if (source.errors.length > 0) return empty;
    const names = statements.names.finish();
    const classes = new ImportedClasses(source, names, statements.stars);
    const scopeAt = scopeFinder(statements.moduleScope, statements.scopes);
    const expressions = new PythonExpressions(source, names, classes, scopeAt);
    const { declarations, changes, uses } = statements.names;
    for (const declaration of declarations) if (declaration.tokens) declaration.value = expressions.readValue(declaration.tokens);
    const notRead = findClassUses(source, classes, expressions);
    return {
        ...empty,
        constructions: expressions.constructions,
        notCovered: expressions.notCovered,
        notRead,
        bindings: declarations,
        changes,
        uses,
        exports: exportsOf(statements.moduleScope, declarations),
        reexports: statements.stars,
        externals: [...statements.externals],
        ...(statements.names.isOpaque && { isOpaque: true }),
    };
};

function exportsOf(scope: Scope, declarations: Program["bindings"]): ReadonlyMap<string, Expression> {
    const exported = declarations.filter(declaration => declaration.scope === scope);
    return new Map(
        exported.map(({ name, start }) => {
            return [name, { kind: "name", path: [name], start, end: start + name.length } satisfies Name] as const;
        }),
    );
}
