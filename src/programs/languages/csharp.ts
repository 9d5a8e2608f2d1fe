import type { Language, Name, Range, ReadLanguage } from "../expression";
import { CSharpExpressions, propertyName } from "./csharp/expressions";
import { CSharpTypes } from "./csharp/types";
import { emptyProgram } from "./empty-program";
import { ObjectBlocks } from "./objects/blocks";
import { ObjectNames } from "./objects/names";
import { CSHARP } from "./objects/syntax";
import { TokenSource } from "./tokens/source";

const LANGUAGE: Language = { name: "csharp", propertyName, joinsNumbers: true, joinsLists: false };

/** Namespaces of .NET and of Pulumi. */
const STANDARD = /^(?:System|Microsoft|Pulumi)\./;

/** Reads a file of C#. */
export const readCSharp: ReadLanguage = (file, text) => {
    const source = new TokenSource(text, "csharp");
    const empty = emptyProgram(file, source, LANGUAGE);
    if (source.errors.length > 0) return empty;
    const objectBlocks = new ObjectBlocks(source, "csharp");
    const blocks = objectBlocks.read();
    if (blocks.tooDeep !== undefined) {
        source.addError(source.startOf(blocks.tooDeep), "the code is nested too deeply");
        return empty;
    }
    const declared = new Set<string>();
    const types = new CSharpTypes(source, declared);
    const collector = new ObjectNames(source, blocks, CSHARP, type => types.isKnownType(type), declared);
    collector.readAll(objectBlocks.statements);
    const { names } = collector;
    const expressions = new CSharpExpressions(source, names.finish(), collector.fieldFinder, types);
    for (const declaration of names.declarations) if (declaration.tokens) declaration.value = expressions.readDeclaration(declaration);
    const notRead = readOthers(source, expressions);
    const exported = [...collector.exported].map(([name, { name: field, start }]) => {
        return [name, { kind: "name", path: [field], start, end: start + field.length } satisfies Name] as const;
    });
    return {
        ...empty,
        constructions: expressions.constructions,
        notCovered: expressions.notCovered,
        notRead,
        bindings: names.declarations,
        changes: names.changes,
        uses: names.uses,
        exports: new Map(exported),
        modules: [types.namespace],
        package: types.namespace,
        externals: types.usings.filter(using => !STANDARD.test(`${using}.`)),
        ...(names.isOpaque && { isOpaque: true }),
    };
};

/** Reads the constructions that no name is assigned to, and returns the other uses of resource classes. */
function readOthers(source: TokenSource, expressions: CSharpExpressions): Range[] {
    const others: Range[] = [];
    for (let index = 0; index < source.tokens.length; index++) {
        if (!source.isName(index) || source.is(index - 1, ".")) continue;
        if (source.is(index, "new")) expressions.construct(index);
        else if (expressions.isClassUse(index)) others.push(source.range({ from: index, to: source.pathAt(index)?.to ?? index + 1 }));
    }
    return others;
}
