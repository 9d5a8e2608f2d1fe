import { sep } from "node:path";
import { type Location, relativeFile } from "../../../stacks/positions/location";
import { STDIN } from "../../../stacks/read";
import type { CheckedClient, Violation } from "../../report";

/** Returns where the program writes the property or creates the client, or else the first line of the file that was checked. */
export function positionOf(result: CheckedClient & Pick<Violation, "propertyLocation">): Location {
    const { file, location, propertyLocation } = result;
    return propertyLocation ?? location ?? { file: pathOf(file), line: 1 };
}

/** Returns the path of a file relative to the current folder, or as it was given if the file is elsewhere, with forward slashes. */
function pathOf(file: string): string {
    if (file === STDIN) return "stdin";
    const cwd = process.cwd();
    return relativeFile(file, { project: cwd, cwd }) ?? file.split(sep).join("/");
}
