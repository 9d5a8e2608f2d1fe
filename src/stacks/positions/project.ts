import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { reasonOf, UserError } from "../../util/user-error";
import type { Folders } from "./location";

/** The project whose program creates the resources of a stack. */
export interface Project extends Folders {
    /** Pulumi.yaml, if the folder has one. */
    readonly settings?: SettingsFile;
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
    const settings = SETTINGS_FILES.flatMap(name => readSettings(join(project, name)) ?? [])[0];
    return { cwd, project, ...(settings && { settings }) };
}

/** The names that Pulumi accepts. */
const SETTINGS_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

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

function readSettings(file: string): SettingsFile | undefined {
    try {
        const text = readFileSync(file, "utf8");
        const name = nameOf(text);
        return { file, text, ...(name !== undefined && { name }) };
    } catch {
        return undefined;
    }
}

/** Reads the name without a YAML parser, which takes longer to load than the rest of the program. */
function nameOf(text: string): string | undefined {
    if (!text.trimStart().startsWith("{")) return /^name: *["']?([\w.-]+)/m.exec(text)?.[1];
    const { name } = JSON.parse(text);
    return typeof name === "string" ? name : undefined;
}
