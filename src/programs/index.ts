import { join, resolve } from "node:path";
import type { Program } from "./expression";
import { listFiles, readSource } from "./files";
import { languageOf, languagesOf } from "./languages";
import { Lines } from "./lines";
import { readLinked } from "./linked-files";
import { readProject, toPath } from "./project";
import { type Place, ResourceReader, type SourceResource } from "./resources";

export { UNKNOWN } from "./evaluate";
export type { SourceResource } from "./resources";

/** A file of a program that could not be read, or not in full. */
interface ProgramError {
    readonly file: string;
    /** The line, from 1; absent if the file could not be opened. */
    readonly line?: number;
    /** What is wrong, as the end of a sentence. */
    readonly reason: string;
}

/** What is read from the source of a program. Paths are relative to its folder and have `/`. */
export interface SourceProgram {
    readonly resources: readonly SourceResource[];
    /** The files that were read for resources. */
    readonly files: readonly string[];
    readonly errors: readonly ProgramError[];
    /** The resources of types that the policies do not cover. */
    readonly notCovered: readonly (Place & { readonly type: string; readonly line: number })[];
    /** Where resources can be that were not read in full: constructions with computed arguments, and classes that are passed on. */
    readonly notRead: readonly Place[];
    /**
     * Whether the whole program was read, and everything that creates resources is known to the reader. Only then does the absence of
     * a resource mean that the program has none.
     */
    readonly isComplete: boolean;
    /** The files as the readers of their languages understand them. */
    readonly programs: readonly Program[];
    /** Reads the program again with other texts of some of its files. */
    withTexts(texts: ReadonlyMap<string, string>): SourceProgram;
    /** Returns the text of a file that was read. */
    textOf(file: string): string | undefined;
    /** Returns the lines of a file that was read. */
    linesOf(file: string): Lines;
}

/** What the text of a file with resources of Cognito contains. `addClient` is the method of SST. */
const SIGN = /cognito|addClient/i;

/** Whether a file is of a language that is read. */
export function isProgramFile(file: string): boolean {
    return languageOf(file) !== undefined;
}

/** Reads the text of one file. Other files of the program can add resources, so the result is never complete. */
export function readProgramText(file: string, text: string): SourceProgram {
    const language = SIGN.test(text) ? languageOf(file) : undefined;
    return toSourceProgram(language ? [language.load()(file, text)] : [], [], () => false);
}

/** Reads the program of a project: the sources below the folder of Pulumi.yaml, and below that of `main`. */
export function readProgram(folder: string): SourceProgram {
    const errors: ProgramError[] = [];
    const { texts, isComplete } = readTexts(resolve(folder), errors);
    const parse = (file: string) => {
        const text = texts.get(file);
        return text === undefined ? undefined : languageOf(file)?.load()(file, text);
    };
    const seeds = [...texts].filter(([, text]) => SIGN.test(text)).map(([file]) => file);
    const programs = readLinked(seeds, texts, parse);
    return toSourceProgram([...programs.values()], errors, () => {
        const all = [...texts.keys()].map(file => programs.get(file) ?? parse(file));
        const modules = new Set(all.flatMap(program => program?.modules ?? []));
        return isComplete && errors.length === 0 && all.every(program => program !== undefined && isClosed(program, modules));
    });
}

/** Reads the text of each source file. */
function readTexts(folder: string, errors: ProgramError[]): { texts: Map<string, string>; isComplete: boolean } {
    const { runtime, folders, yaml } = readProject(folder);
    const texts = new Map<string, string>();
    let isComplete = true;
    const read = (file: string) => {
        if (texts.has(file)) return;
        const text = readSource(join(folder, file));
        if (typeof text === "string") texts.set(file, text);
        else errors.push({ file, reason: text.reason });
    };
    const list = (path: string, isSource: (file: string) => boolean) => {
        const found = listFiles(join(folder, path), isSource);
        isComplete &&= found.isComplete;
        return found.files.map(file => toPath(folder, join(path, file)));
    };
    if (yaml) {
        const program = yaml.programs.find(file => typeof readSource(join(folder, file)) === "string");
        const components = yaml.packages.flatMap(path => list(path, file => /\.ya?ml$/.test(file)));
        for (const file of [...(program === undefined ? [] : [program]), ...components]) read(file);
        return { texts, isComplete };
    }
    const languages = languagesOf(runtime);
    for (const path of folders) for (const file of list(path, name => languages.some(language => language.file.test(name)))) read(file);
    return { texts, isComplete };
}

/** Whether everything in a file that can create resources is known. `modules` are those of the program. */
function isClosed({ errors, externals, notRead, isOpaque }: Program, modules: ReadonlySet<string>): boolean {
    const unknown = externals.filter(name => !modules.has(name));
    return errors.length + unknown.length + notRead.length === 0 && !isOpaque;
}

function toSourceProgram(programs: readonly Program[], unreadable: readonly ProgramError[], isClosedWorld: () => boolean): SourceProgram {
    const byFile = new Map(programs.map(program => [program.file, program]));
    const lines = new Map<string, Lines>();
    const linesOf = (file: string) => {
        const found = lines.get(file) ?? new Lines(byFile.get(file)?.text ?? "");
        lines.set(file, found);
        return found;
    };
    const reader = new ResourceReader(programs);
    const resources = programs.flatMap(program => reader.read(program));
    const open = resources.filter(({ isOpen }) => isOpen).map(({ file, range }) => ({ file, ...range }));
    const notRead = programs.flatMap(({ file, notRead }) => notRead.map(range => ({ file, ...range })));
    let isComplete: boolean | undefined;
    return {
        resources,
        files: [...byFile.keys()],
        errors: [...unreadable, ...programs.flatMap(({ file, errors }) => errors.map(error => ({ file, ...error })))],
        notCovered: programs.flatMap(({ file, notCovered }) =>
            notCovered.map(({ type, start, end }) => ({ type, file, start, end, line: linesOf(file).positionAt(start).line })),
        ),
        notRead: [...open, ...notRead],
        get isComplete() {
            isComplete ??= open.length === 0 && !reader.evaluator.isExhausted && isClosedWorld();
            return isComplete;
        },
        programs,
        withTexts: texts => {
            const reread = programs.map(program => {
                const text = texts.get(program.file);
                return (text === undefined ? undefined : languageOf(program.file)?.load()(program.file, text)) ?? program;
            });
            return toSourceProgram(reread, unreadable, isClosedWorld);
        },
        textOf: file => byFile.get(file)?.text,
        linesOf,
    };
}
