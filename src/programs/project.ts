import { dirname, join, relative, resolve, sep } from "node:path";
import { SETTINGS_FILES } from "../stacks/positions/project";
import { readSource } from "./files";
import { parseYaml } from "./parse-yaml";

/** What Pulumi.yaml says about a program. */
export interface Project {
    readonly runtime?: string;
    /** The folders that have the program, relative to that of Pulumi.yaml and with `/`: `.`, and that of `main` if it is elsewhere. */
    readonly folders: readonly string[];
    /** For a program in YAML, its files: the first of them that exists, and those of components. */
    readonly yaml?: { readonly programs: readonly string[]; readonly packages: readonly string[] };
}

/** Reads the settings of the project in a folder; a folder without them is searched for programs in all languages. */
export function readProject(folder: string): Project {
    for (const name of SETTINGS_FILES) {
        const text = readSource(join(folder, name));
        if (typeof text === "string") return parseSettings(text, folder);
    }
    return { folders: ["."] };
}

function parseSettings(text: string, folder: string): Project {
    const runtime = settingIn(text, "runtime");
    if (runtime === "yaml" || runtime === undefined) return parseYamlSettings(text, folder) ?? { folders: ["."] };
    return { runtime, folders: foldersOf(folder, settingIn(text, "main")) };
}

/** Returns a setting of the first level, or the name in it, as most projects write it: without loading a parser. */
function settingIn(text: string, name: string): string | undefined {
    const pattern = new RegExp(
        `^${name}:[ \\t]*(?:(?:\\{[ \\t]*|\\r?\\n[ \\t]+)name:[ \\t]*)?(?:"([^"\\r\\n]*)"|'([^'\\r\\n]*)'|([^\\s#"'{},]+))`,
        "m",
    );
    const [, double, single, plain] = pattern.exec(text) ?? [];
    return double ?? single ?? plain;
}

function parseYamlSettings(text: string, folder: string): Project | undefined {
    const { yaml, contents: root } = parseYaml(text);
    if (!yaml.isMap(root)) return undefined;
    const textAt = (path: readonly string[]) => {
        const value: unknown = root.getIn(path);
        return typeof value === "string" ? value : undefined;
    };
    const main = textAt(["main"]) ?? ".";
    const runtime = textAt(["runtime"]) ?? textAt(["runtime", "name"]);
    const folders = foldersOf(folder, main);
    if (runtime !== "yaml") return { ...(runtime !== undefined && { runtime }), folders };
    const program = /\.(?:json|ya?ml)$/.test(main) ? dirname(main) : main;
    const packages: unknown = root.get("packages");
    const names = yaml.isMap(packages) ? packages.items.map(({ key }) => (yaml.isScalar(key) ? String(key.value) : "")) : [];
    const sources = names.map(name => textAt(["packages", name]) ?? textAt(["packages", name, "source"]) ?? "");
    return {
        runtime,
        folders,
        yaml: {
            programs: ["Main.json", "Main.yaml", "Pulumi.yaml"].map(name => toPath(folder, resolve(folder, program, name))),
            packages: sources.filter(source => /^\.{0,2}[/\\]/.test(source)).map(source => toPath(folder, source)),
        },
    };
}

/** Returns the folder of Pulumi.yaml, and that of `main` if it is not below it. */
function foldersOf(folder: string, main = "."): string[] {
    const path = toPath(folder, /\.\w+$/.test(main) ? dirname(main) : main);
    return path.startsWith("..") ? [".", path] : ["."];
}

/** Returns a path as seen from a folder, with `/`. */
export function toPath(folder: string, path: string): string {
    return relative(folder, resolve(folder, path)).split(sep).join("/") || ".";
}
