import { sep } from "node:path";
import { type Location, relativeFile } from "../../../stacks/positions/location";
import { STDIN } from "../../../stacks/read";
import type { CheckedClient, Violation } from "../../report";

type Located = CheckedClient & Pick<Violation, "propertyLocation">;

/** Returns the place of a result, or else the first line of the file that was checked. */
export function positionOf(result: Located): Location {
    return programPositionOf(result) ?? { file: pathOf(result.file), line: 1 };
}

/** Returns the place of a result in the program, which is the same in all formats: that of the property, or else that of the client. */
export function programPositionOf({ location, propertyLocation }: Pick<Located, "location" | "propertyLocation">): Location | undefined {
    return propertyLocation ?? location;
}

/** Returns the path of a file relative to the current folder, or as it was given if the file is elsewhere, with forward slashes. */
function pathOf(file: string): string {
    if (file === STDIN) return "stdin";
    const cwd = process.cwd();
    return relativeFile(file, { project: cwd, cwd }) ?? file.split(sep).join("/");
}
