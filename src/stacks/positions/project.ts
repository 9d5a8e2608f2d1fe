import { existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { reasonOf, UserError } from "../../util/user-error";
import { parseJson } from "../json";
import { readSmallFile } from "../read";
import type { Folders } from "./location";

/** The project whose program creates the resources of a stack. */
export interface Project extends Folders {
    /** Pulumi.yaml, if the folder has one. */
    readonly settings?: SettingsFile;
    /** Why the positions in the program may be missing. */
    readonly warnings?: readonly string[];
}

interface SettingsFile {
    readonly file: string;
    readonly text: string;
    /** The name of the project, which the URNs of its resources contain. */
    readonly name?: string;
}

/** Opens the project in a folder. Throws a UserError if there is no such folder; it may lack a Pulumi.yaml. */
export function openProject(folder: string): Project {
    const cwd = process.cwd();
    const project = realFolder(folder);
    for (const file of SETTINGS_FILES.map(name => join(project, name)).filter(existsSync)) {
        try {
            return { cwd, project, settings: readSettings(file) };
        } catch (error) {
            const reason = reasonOf(error).replace(/\.$/, "");
            return { cwd, project, warnings: [`could not read ${file}: ${reason}; lines of the program may be missing`] };
        }
    }
    return { cwd, project };
}

/** The names that Pulumi accepts. */
export const SETTINGS_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Resolves symbolic links, as Pulumi does for the positions in a stack trace. */
function realFolder(folder: string): string {
    try {
        const real = realpathSync(folder);
        if (statSync(real).isDirectory()) return real;
    } catch (error) {
        throw new UserError(`could not read the project folder ${folder}: ${reasonOf(error)}.`);
    }
    throw new UserError(`could not read the project folder ${folder}: not a directory. --project needs the folder of Pulumi.yaml.`);
}

function readSettings(file: string): SettingsFile {
    const text = readSmallFile(file);
    const name = nameOf(text);
    return { file, text, ...(name !== undefined && { name }) };
}

/** Reads the name without the YAML parser, which most projects do not need. */
function nameOf(text: string): string | undefined {
    if (!text.trimStart().startsWith("{")) return /^name: *["']?([\w.-]+)/m.exec(text)?.[1];
    const { name } = parseJson(text) as { readonly name?: unknown };
    return typeof name === "string" ? name : undefined;
}
