import { readProgramText } from "../../src/programs";
import type { ProgramSource } from "../../src/report/sources/program-source";

/** Returns a file of a program in the current folder as a source that was named. */
export function sourceOf(file: string, text: string, more: Partial<ProgramSource> = {}): ProgramSource {
    return {
        folder: process.cwd(),
        program: readProgramText(file, text),
        isProject: false,
        file,
        isNamed: true,
        files: new Set([file]),
        ...more,
    };
}
