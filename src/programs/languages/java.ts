import type { Language, Name, Range, ReadLanguage } from "../expression";
import { emptyProgram } from "./empty-program";
import { JavaExpressions } from "./java/expressions";
import { JavaTypes } from "./java/types";
import { ObjectBlocks } from "./objects/blocks";
import { ObjectNames } from "./objects/names";
import { JAVA } from "./objects/syntax";
import { TokenSource } from "./tokens/source";

const LANGUAGE: Language = { name: "java", propertyName: name => name, joinsNumbers: true, joinsLists: false };

/** Packages of Java, of its extensions and of Pulumi. */
const STANDARD = /^(?:java|javax|jakarta|com\.pulumi)\./;

/** Reads a file of Java. */
export const readJava: ReadLanguage = (file, text) => {
    const source = new TokenSource(text, "java");
    const empty = emptyProgram(file, source, LANGUAGE);
    if (source.errors.length > 0) return empty;
    const objectBlocks = new ObjectBlocks(source, "java");
    const blocks = objectBlocks.read();
    if (blocks.tooDeep !== undefined) {
        source.addError(source.startOf(blocks.tooDeep), "the code is nested too deeply");
        return empty;
    }
    const declared = new Set<string>();
    const types = new JavaTypes(source, declared);
    const collector = new ObjectNames(source, blocks, JAVA, type => types.isKnownType(type), declared);
    collector.readAll(objectBlocks.statements);
    const { names } = collector;
    for (const { name, package: module, index } of types.imports) {
        const range = source.range({ from: index, to: index + 1 });
        if (!STANDARD.test(`${module}.`))
            names.declare(name, blocks.file, range.start, { value: { kind: "imported", module, name, ...range } });
    }
    const expressions = new JavaExpressions(source, names.finish(), collector.fieldFinder, types);
    for (const declaration of names.declarations) if (declaration.tokens) declaration.value = expressions.readValue(declaration.tokens);
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
        modules: [types.package],
        package: types.package,
        ...(names.isOpaque && { isOpaque: true }),
        externals: [...types.imports.map(({ package: module }) => module), ...types.stars].filter(module => !STANDARD.test(`${module}.`)),
    };
};

/** Reads the constructions that no name is assigned to, and returns the other uses of resource classes. */
function readOthers(source: TokenSource, expressions: JavaExpressions): Range[] {
    const others: Range[] = [];
    for (let index = 0; index < source.tokens.length; index++) {
        if (!source.isName(index) || source.is(index - 1, ".")) continue;
        if (source.is(index, "new")) expressions.construct(index);
        else if (expressions.isClassUse(index)) others.push(source.range({ from: index, to: source.pathAt(index)?.to ?? index + 1 }));
    }
    return others;
}
