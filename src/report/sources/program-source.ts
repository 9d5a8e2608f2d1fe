import { join, relative, sep } from "node:path";
import type { SourceProgram, SourceResource } from "../../programs";
import type { Location } from "../../stacks/positions/location";
import type { ProgramPart } from "../report";

/** A program that was read: that of a project, or one source file. */
export interface ProgramSource {
    /** Pulumi.yaml of the project, or the source file. */
    readonly file: string;
    /** Whether the file or the folder of the project was named, and not found in a folder. */
    readonly isNamed: boolean;
    /** The folder that the files of the program are below. */
    readonly folder: string;
    /** Whether the folder is that of a project. */
    readonly isProject: boolean;
    readonly program: SourceProgram;
}

/** Returns what a program says about one of its resources. */
export function partOf({ program, folder }: Pick<ProgramSource, "program" | "folder">, resource: SourceResource): ProgramPart {
    const { file, range, places, secrets, urn } = resource;
    const find = (property: string) => pathsAbove(property).map(path => places.get(path));
    return {
        key: join(folder, urn),
        location: locationOf(program, folder, { file, start: range.start, end: headEnd(program, resource) }),
        hasSecrets: secrets.size > 0,
        locationOf(property) {
            const place = find(property).find(found => found !== undefined);
            return place && locationOf(program, folder, place);
        },
        sets: property => places.has(pathsAbove(property).at(-1) ?? property),
    };
}

/** Returns a part of a file of the program as a location. */
export function locationOf(
    program: Pick<SourceProgram, "linesOf">,
    folder: string,
    { file, start, end }: { readonly file: string; readonly start: number; readonly end: number },
): Location {
    const lines = program.linesOf(file);
    const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
    return { file: pathFromHere(join(folder, file)), line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** Returns the path of a file relative to the current folder, with forward slashes. */
export function pathFromHere(file: string): string {
    return relative(process.cwd(), file).split(sep).join("/");
}

/** Returns the path of a property and of the blocks that contain it, without the positions in lists: `a[0].b` is in `a`. */
function pathsAbove(property: string): string[] {
    const names = property.replace(/\[\d+\]/g, "").split(".");
    return names.map((_name, index) => names.slice(0, names.length - index).join("."));
}

/** Returns where the first line of a construction ends; in YAML, the name of the resource. Alerts on many lines are not shown in a diff. */
function headEnd(program: SourceProgram, { file, range, source }: SourceResource): number {
    const text = program.textOf(file)?.slice(range.start, range.end) ?? "";
    const head = source.program.language.name === "yaml" ? /^(?:"[^"\r\n]*"|'[^'\r\n]*'|[^:\s]*)/ : /^[^\r\n]*/;
    return range.start + (head.exec(text)?.[0].trimEnd().length ?? 0);
}
