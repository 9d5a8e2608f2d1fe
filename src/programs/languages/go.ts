import type { Language, Name, Range, ReadLanguage } from "../expression";
import { emptyProgram } from "./empty-program";
import { GoBlocks } from "./go/blocks";
import { GoExpressions, propertyName } from "./go/expressions";
import { isStandard } from "./go/imports";
import { GoNames } from "./go/names";
import { GoPackages } from "./go/packages";
import { TokenSource } from "./tokens/source";

const GO: Language = { name: "go", propertyName, joinsNumbers: false, joinsLists: false };

/** Lines that keep a file out of a build, or its constants out of some builds. */
const IGNORED = /^\/\/go:build[ \t]+ignore\b/m;
const CONSTRAINT = /^\/\/(?:go:build|[ \t]*\+build)[ \t]/m;
const CONSTRAINED_FILE = /_(?:test|linux|darwin|windows|freebsd|unix|amd64|arm64|386|arm|wasm|js)\.go$/;

/** Reads a file of Go. */
export const readGo: ReadLanguage = (file, text) => {
    const source = new TokenSource(text, "go");
    const folder = file.split("/").slice(0, -1).join("/");
    const packageName = source.is(0, "package") ? source.textAt(1) : "";
    const module = `${folder}#${packageName}`;
    const empty = { ...emptyProgram(file, source, GO), modules: [module], package: module };
    const head = text.slice(0, source.startOf(0));
    if (source.errors.length > 0 || IGNORED.test(head)) return empty;
    const goBlocks = new GoBlocks(source);
    const blocks = goBlocks.read();
    if (blocks.tooDeep !== undefined) {
        source.addError(source.startOf(blocks.tooDeep), "the code is nested too deeply");
        return empty;
    }
    const collector = new GoNames(source, blocks);
    collector.readAll(goBlocks.statements);
    const { declarations, changes, uses } = collector.names;
    const names = collector.names.finish();
    const expressions = new GoExpressions(source, names, new GoPackages(names, collector.dots));
    for (const declaration of declarations) {
        const value = declaration.tokens && expressions.readValue(declaration.tokens);
        // Only a constructor has two results, and its first is known.
        declaration.value = collector.firstResults.has(declaration) && value?.kind !== "resource" ? undefined : value;
    }
    const notRead = readCalls(source, expressions);
    const isEverywhere = !CONSTRAINT.test(head) && !CONSTRAINED_FILE.test(file);
    return {
        ...empty,
        constructions: expressions.constructions,
        notCovered: expressions.notCovered,
        notRead,
        bindings: declarations,
        changes,
        uses,
        exports: new Map(isEverywhere ? collector.constants.map(({ name, start }) => [name, nameAt(name, start)] as const) : []),
        externals: collector.imports.filter(path => !isStandard(path)),
    };
};

function nameAt(name: string, start: number): Name {
    return { kind: "name", path: [name], start, end: start + name.length };
}

/** Reads the constructions that no name is assigned to, and returns the constructors that are not called. */
function readCalls(source: TokenSource, expressions: GoExpressions): Range[] {
    const others: Range[] = [];
    for (let index = 0; index < source.tokens.length; index++) {
        const path = source.is(index - 1, ".") ? undefined : source.pathAt(index);
        if (!path) continue;
        if (source.is(path.to, "(")) expressions.construct(index, path.names, path.to);
        else if (expressions.isConstructor(path.names, source.startOf(index))) others.push(source.range({ from: index, to: path.to }));
        index = path.to - 1;
    }
    return others;
}
