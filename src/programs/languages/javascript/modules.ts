import { posix } from "node:path";

const EXTENSION = /\.[cm]?[jt]sx?$/;

/** Returns the names under which other files import a file. */
export function modulesOf(file: string): string[] {
    const path = posix.normalize(file).replace(EXTENSION, "");
    return posix.basename(path) === "index" ? [path, posix.dirname(path)] : [path];
}

/** Returns the module that a file imports by a relative path; undefined for a package. */
export function resolveModule(file: string, source: string): string | undefined {
    if (!/^\.{1,2}(?:\/|$)/.test(source)) return undefined;
    return posix
        .normalize(posix.join(posix.dirname(file), source))
        .replace(/(?<=.)\/$/, "")
        .replace(EXTENSION, "");
}

/** Returns what an import of a package stands for: `["@pulumi/aws", "cognito"]` for "@pulumi/aws/cognito" and for what it exports. */
export function pathOfModule(source: string, name?: string): string[] {
    const match = /^(@pulumi\/aws(?:-native)?)\/(\w+)(?:\/\w+)?$/.exec(source);
    const path = match ? match.slice(1).filter(part => part !== "index") : [source];
    return name === undefined || name === "default" ? path : [...path, name];
}
