import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Folders, isOwn, relativeFile } from "../../stacks/positions/location";
import { reasonOf } from "../../util/user-error";
import type { ProgramFolder } from "../sources/program-reader";
import { pathFromHere } from "../sources/program-source";

/** A file of a program that can be changed. */
export interface EditableFile {
    /** Relative to the current folder, with forward slashes and without links. */
    readonly file: string;
    /** The byte order mark, if there is one. */
    readonly mark: string;
    /** The text without the byte order mark. */
    readonly text: string;
}

/** Reads the files of programs, each once. */
export class EditableFiles {
    readonly #files = new Map<string, EditableFile | string>();

    /** Returns the name of a file of a program, relative to the current folder. */
    nameOf({ folder }: ProgramFolder, file: string): string {
        return pathFromHere(join(folder, file));
    }

    /** Returns a file as it is on disk, or why it must not be changed. */
    read(source: ProgramFolder, file: string): EditableFile | string {
        const name = this.nameOf(source, file);
        const read = this.#files.get(name) ?? readUnchanged(name, source, file);
        this.#files.set(name, read);
        return read;
    }
}

function readUnchanged(name: string, { folder, program }: ProgramFolder, file: string): EditableFile | string {
    const read = readEditableFile(name, { cwd: process.cwd(), project: folder });
    if (typeof read === "string") return read;
    const isSame = (read.mark && " ") + read.text === program.textOf(file);
    return isSame ? read : problems.changed();
}

const problems = {
    unreadable: (reason: string) => `the file could not be read: ${reason}`,
    foreign: () => "the file is a link to one outside the current folder or in a folder of dependencies",
    readOnly: () => "the file is read-only",
    changed: () => "the file has changed since it was read",
    encoding: () => "the file is not encoded in UTF-8",
};

/** The permissions of owner, group and others to write. */
const ANY_WRITE = 0o222;

const BYTE_ORDER_MARK = "\ufeff";

/** Reads a file of a program. Returns why it must not be changed if it is not one, since links may lead anywhere. */
export function readEditableFile(name: string, project: Folders): EditableFile | string {
    try {
        const path = realpathSync(resolve(project.cwd, name));
        const file = relativeFile(path, project);
        if (file === undefined || !isOwn(path, project)) return problems.foreign();
        const stats = statSync(path);
        if (!stats.isFile()) return problems.unreadable("not a file");
        if ((stats.mode & ANY_WRITE) === 0) return problems.readOnly();
        const text = decode(readFileSync(path));
        if (text === undefined) return problems.encoding();
        const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return { file, mark, text: text.slice(mark.length) };
    } catch (error) {
        return problems.unreadable(reasonOf(error));
    }
}

function decode(bytes: Uint8Array): string | undefined {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return undefined;
    }
}
