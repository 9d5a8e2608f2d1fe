import { dirname, join, resolve } from "node:path";
import { readSmallFile } from "../read";
import { type Folders, type Location, relativeFile } from "./location";
import type { Project } from "./project";

/** Where a program in YAML declares its resources. The stack traces of these resources have nothing but Pulumi's own code. */
export interface YamlProgram {
    /** Returns the declaration of a resource of the program. */
    findResource(resource: Declared): Location | undefined;
}

interface Declared {
    readonly name: string;
    readonly type: string;
}

/** Loads the program of a project. Returns undefined if it is not written in YAML. */
export function loadYamlProgram(project: Project): YamlProgram | undefined {
    const { settings } = project;
    if (!settings || !/\byaml\b/.test(settings.text)) return undefined; // most programs do not need the YAML parser
    const root = parseFile(settings.file, project);
    const runtime = memberOf(root, "runtime");
    if (runtime !== "yaml" && memberOf(runtime, "name") !== "yaml") return undefined;

    const programs = programFiles(project.project, memberOf(root, "main"));
    const resources = declarationsIn(programs.map(file => parseFile(file, project)).find(isMembers) ?? root);
    return { findResource: resource => resources.get(keyOf(resource)) };
}

/** Returns the files that Pulumi looks for, in this order. */
function programFiles(project: string, main: Value): string[] {
    const path = typeof main === "string" ? main : ".";
    const folder = resolve(project, /\.(?:json|ya?ml)$/.test(path) ? dirname(path) : path);
    return ["Main.json", "Main.yaml", "Pulumi.yaml"].map(name => join(folder, name));
}

/** The locations of the resources in a program, by name and type. */
type Declarations = ReadonlyMap<string, Location>;

function declarationsIn(program: Value): Declarations {
    const declarations = new Map<string, Location>();
    for (const [key, { value, location }] of membersOf(memberOf(program, "resources"))) {
        const type = memberOf(value, "type");
        const name = memberOf(value, "name") || key;
        if (location && typeof type === "string" && typeof name === "string") declarations.set(keyOf({ name, type }), location);
    }
    return declarations;
}

function keyOf({ name, type }: Declared): string {
    return JSON.stringify([name, shortType(type)]);
}

/** Returns the package and the last part of a type in lower case: `aws:cognito:UserPoolClient` is `aws:cognito/userPoolClient:UserPoolClient`. */
function shortType(type: string): string {
    const parts = type.toLowerCase().split(":");
    return `${parts[0]}:${parts.at(-1)}`;
}

/** A YAML value: a scalar as text, a mapping with the location of each key, or undefined. */
type Value = string | Members | undefined;
type Members = ReadonlyMap<string, Member>;

interface Member {
    readonly value: Value;
    readonly location?: Location;
}

function isMembers(value: Value): value is Members {
    return typeof value === "object";
}

function membersOf(value: Value): [name: string, Member][] {
    return isMembers(value) ? [...value] : [];
}

function memberOf(value: Value, name: string): Value {
    return isMembers(value) ? value.get(name)?.value : undefined;
}

/** Parses a YAML or JSON file as far as it is valid. Returns undefined if it cannot be read. */
function parseFile(path: string, folders: Folders): Value {
    const { isMap, isScalar, LineCounter, parseDocument }: typeof import("yaml") = require("yaml");
    const lineCounter = new LineCounter();
    const file = relativeFile(path, folders);
    const memberAt = (offset: number, node: unknown): Member => {
        const { line, col: column } = lineCounter.linePos(offset);
        return { value: convert(node), ...(file !== undefined && { location: { file, line, column } }) };
    };
    const convert = (node: unknown): Value => {
        if (isScalar(node)) return String(node.value);
        if (!isMap(node)) return undefined;
        const members = new Map<string, Member>();
        for (const { key, value } of node.items) {
            if (isScalar(key) && key.range) members.set(String(key.value), memberAt(key.range[0], value));
        }
        return members;
    };
    try {
        return convert(parseDocument(readSmallFile(path), { lineCounter }).contents);
    } catch {
        return undefined;
    }
}
