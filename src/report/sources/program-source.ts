import { join, relative, sep } from "node:path";
import { CLIENT_TYPES, type StackResource } from "../../core/user-pools";
import type { SourceProgram, SourceResource } from "../../programs";
import type { Location } from "../../stacks/positions/location";
import type { ProgramPart } from "../report";
import type { ProgramFolder } from "./program-reader";

/** A program that was read from a folder or file, or some of its files. */
export interface ProgramSource extends ProgramFolder {
    /** Pulumi.yaml of the project, or the source file. */
    readonly file: string;
    /** Whether the file or the folder of the project was named, and not found in a folder. */
    readonly isNamed: boolean;
    /** The files whose clients are checked. The others only complete what is known about those. */
    readonly files: ReadonlySet<string>;
}

/** Whether a part of the program is in a file that is checked. */
export function isChecked({ files }: ProgramSource, { file }: { readonly file: string }): boolean {
    return files.has(file);
}

/** Returns the resources of a program, with clients of types that the policies do not cover, without the clients of other files. */
export function resourcesOf(source: ProgramSource): readonly StackResource[] {
    const { resources, notCovered } = source.program;
    const others = notCovered.map(({ type, file, start }) => ({
        type,
        file,
        name: "",
        urn: `${file}#${start}`,
        props: {},
        propertyDependencies: {},
    }));
    return [...resources, ...others].filter(resource => !CLIENT_TYPES.has(resource.type) || isChecked(source, resource));
}

/** Returns what a program says about one of its resources. */
export function partOf(source: ProgramFolder, resource: SourceResource): ProgramPart {
    const { file, range, places, secrets } = resource;
    const find = (property: string) => pathsAbove(property).map(path => places.get(path));
    return {
        key: partKey(source, resource),
        location: locationOf(source, { file, start: range.start, end: headEnd(source.program, resource) }),
        hasSecrets: secrets.size > 0,
        locationOf(property) {
            const place = find(property).find(found => found !== undefined);
            return place && locationOf(source, place);
        },
        sets: property => places.has(pathsAbove(property).at(-1) ?? property),
    };
}

/** Returns a text that is the same for all resources that the same code creates. */
export function partKey({ folder }: ProgramFolder, { urn }: SourceResource): string {
    return join(folder, urn);
}

/** Returns a part of a file of the program as a location. */
export function locationOf(
    { program, folder }: ProgramFolder,
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
    const text = (program.textOf(file) ?? "").slice(range.start, range.end);
    const head = source.program.language.name === "yaml" ? /"[^"\r\n]*"|'[^'\r\n]*'|[^:\s]*/ : /[^\r\n]*/;
    const [start] = head.exec(text) as RegExpExecArray; // both match nothing as well
    return range.start + start.trimEnd().length;
}
