import { readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { isOwn, relativeFile } from "../../stacks/positions/location";
import type { Project } from "../../stacks/positions/project";
import { reasonOf } from "../../util/user-error";

/** A file of the program. */
export interface ProgramFile {
    /** Relative to the current folder, with forward slashes and without links. */
    readonly file: string;
    /** The byte order mark, if there is one. */
    readonly mark: string;
    /** The text without the byte order mark. */
    readonly text: string;
}

const problems = {
    unreadable: (reason: string) => `the file could not be read: ${reason}`,
    foreign: () => "the file is a link to one outside the current folder or in a folder of dependencies",
    readOnly: () => "the file is read-only",
    encoding: () => "the file is not encoded in UTF-8",
};

/** The permissions of owner, group and others to write. */
const ANY_WRITE = 0o222;

const BYTE_ORDER_MARK = "\ufeff";

/** Reads a file of the program. Returns why it must not be changed if it is not one, since links may lead anywhere. */
export function readProgramFile(name: string, project: Project): ProgramFile | string {
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
