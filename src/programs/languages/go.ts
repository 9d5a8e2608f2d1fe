import { dirname } from "node:path/posix";
import type { ReadLanguage } from "../expression";
import { Names } from "../names";
import { GoBlocks } from "./go/blocks";
import { GoExpressions } from "./go/expressions";
import { GoNames } from "./go/names";
import { GO } from "./go/syntax";
import { emptyProgram, nameAt } from "./shared";
import { TokenSource } from "./tokens/source";

/** Lines that keep a file out of a build, or its constants out of some builds. */
const IGNORED = /^\/\/go:build[ \t]+ignore\b/m;
const CONSTRAINT = /^\/\/(?:go:build|[ \t]*\+build)[ \t]/m;
const CONSTRAINED_FILE = /_(?:test|linux|darwin|windows|freebsd|unix|amd64|arm64|386|arm|wasm|js)\.go$/;

/** Reads a file of Go. */
export const readGo: ReadLanguage = (file, text) => {
    const source = new TokenSource(text, "go");
    const module = `${dirname(file)}#${source.textAt(1)}`;
    const empty = { ...emptyProgram(file, text, GO.language, source.errors), modules: [module], package: module };
    const head = text.slice(0, source.startOf(0));
    if (IGNORED.test(head)) return empty;
    const blocks = new GoBlocks(source).read();
    if (source.errors.length > 0) return empty;
    const { names, dots, imports, constants } = new GoNames(source, blocks).read();
    const isEverywhere = !CONSTRAINT.test(head) && !CONSTRAINED_FILE.test(file);
    return {
        ...empty,
        ...new GoExpressions(source, new Names(names), dots).readAll(names),
        exports: new Map(isEverywhere ? constants.map(({ name, start }) => [name, nameAt(name, start)]) : []),
        // Packages other than those of the standard library and of Pulumi.
        externals: imports.filter(path => /^[^/]*\./.test(path) && !path.startsWith("github.com/pulumi/")),
    };
};
