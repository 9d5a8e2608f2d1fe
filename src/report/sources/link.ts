import { join } from "node:path";
import type { SourceProgram, SourceResource } from "../../programs";
import type { Place } from "../../stacks/positions/location";
import { matchesWildcard } from "../../util/wildcard";
import { pathFromHere } from "./program-source";

/** What identifies a resource of a stack. */
interface Named {
    readonly type: string;
    readonly name: string;
}

/** Finds what a program says about a resource of a stack. */
export type Linker = (resource: Named, place: Place) => SourceResource | undefined;

/** Returns a function that finds the construction of a resource: that with its name, or else that at its position. */
export function createLinker(program: SourceProgram, folder: string): Linker {
    const byType = new Map<string, SourceResource[]>();
    for (const resource of program.resources) byType.get(resource.type)?.push(resource) ?? byType.set(resource.type, [resource]);
    const isAt = ({ file, range }: SourceResource, { location }: Place) => {
        if (!location || pathFromHere(join(folder, file)) !== location.file) return false;
        const lines = program.linesOf(file);
        const { line, column } = location;
        const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
        if (line < start.line || line > end.line) return false;
        return column === undefined || ((line > start.line || column >= start.column) && (line < end.line || column < end.column));
    };
    return ({ type, name }, place) => {
        const candidates = byType.get(type) ?? [];
        const named = candidates.filter(candidate => isNameKnown(candidate) && candidate.name === name);
        const placed = candidates.filter(candidate => isAt(candidate, place) && mayHaveName(candidate, name));
        return only(named) ?? only(placed.filter(candidate => named.length === 0 || named.includes(candidate)));
    };
}

/** Whether the whole name is written in the program. The evaluated name is that of a variable if the name is an unknown parameter. */
function isNameKnown({ name, source }: SourceResource): boolean {
    const { kind } = source.construction.name ?? { kind: "computed" };
    return kind === "literal" || (!name.includes("*") && (kind === "template" || kind === "concatenation"));
}

/** Whether a construction can create a resource with a name: lines move between the deployment and the program. */
function mayHaveName(candidate: SourceResource, name: string): boolean {
    return isNameKnown(candidate) ? candidate.name === name : !candidate.name.includes("*") || matchesWildcard(candidate.name, name);
}

function only<T>([first, ...others]: readonly T[]): T | undefined {
    return others.length === 0 ? first : undefined;
}
