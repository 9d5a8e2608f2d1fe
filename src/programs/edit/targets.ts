import { formatLocation, type Location, locate, type Place } from "../../stacks/positions/location";
import type { Project } from "../../stacks/positions/project";
import type { ProgramResource } from "../../stacks/resources";
import { findClient, isJavaScript, JAVASCRIPT, type JavaScriptProgram, parseJavaScript } from "./javascript";
import { type ProgramFile, readProgramFile } from "./program-files";
import type { Block, Syntax } from "./source";
import { findDeclaredClient, JSON_SYNTAX, YAML } from "./yaml";

/** Where a program sets the properties of a client. */
export interface Target {
    readonly program: ProgramFile;
    readonly syntax: Syntax;
    readonly block: Block;
}

const problems = {
    otherProject: (project: string) => `it belongs to the project ${project}, whose folder --project does not name`,
    noPosition: () => "the stack does not say where in the current folder it is created",
    language: () => "only programs in TypeScript, JavaScript and YAML are changed",
    generated: () => "the file is compiled from another one: it has a source map",
    foreign: () => "the code that creates it is in a package or outside the current folder",
};

/** Returns a function that finds the properties of a client in the program, or says why they cannot be changed. */
export function createTargetFinder(project: Project): (client: ProgramResource, place: Place) => Promise<Target | string> {
    const files = new Map<string, ProgramFile | string>();
    const programs = new Map<string, Promise<JavaScriptProgram | string>>();
    const targets = new Map<string, Promise<Target | string>>();

    async function findBlock(program: ProgramFile, location: Location, name: string): Promise<Block | string> {
        const { file, text } = program;
        if (isYaml(file)) return findDeclaredClient(text, location, name);
        if (SOURCE_MAP.test(text)) return problems.generated();
        const parsed = await cached(programs, file, () => parseJavaScript(file, text));
        return typeof parsed === "string" ? parsed : findClient(parsed, location, name);
    }

    async function findTarget(location: Location, name: string): Promise<Target | string> {
        const program = cached(files, location.file, () => readProgramFile(location.file, project));
        if (typeof program === "string") return program;
        const block = await findBlock(program, location, name);
        return typeof block === "string" ? block : { program, syntax: syntaxOf(program.file), block };
    }

    return async ({ urn, name, frames = [] }, { location }) => {
        const [, projectName = ""] = urn.split("::");
        if (!location) return isOf(project, projectName) ? problems.noPosition() : problems.otherProject(projectName);
        if (!isYaml(location.file) && !isJavaScript(location.file)) return problems.language();
        const position = isYaml(location.file) ? location : locate(frames.slice(0, 1), project).location;
        // Several stacks can have the client.
        return position ? cached(targets, `${formatLocation(position)} ${name}`, () => findTarget(position, name)) : problems.foreign();
    };
}

/** The last line of a file that a compiler has written. */
const SOURCE_MAP = /^\/\/[#@] sourceMappingURL=/m;

function isYaml(file: string): boolean {
    return /\.(?:ya?ml|json)$/i.test(file);
}

function syntaxOf(file: string): Syntax {
    return isJavaScript(file) ? JAVASCRIPT : /json$/i.test(file) ? JSON_SYNTAX : YAML;
}

function isOf({ settings }: Project, name: string): boolean {
    return settings?.name === undefined || settings.name === name;
}

function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
    const value = cache.get(key) ?? compute();
    cache.set(key, value);
    return value;
}
