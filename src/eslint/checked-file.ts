import type { Resource } from "../core/evaluate";
import { pairAcrossStacks } from "../core/user-pools";
import { readProgramText, type SourceProgram, type SourceResource } from "../programs";
import type { Range } from "../programs/expression";
import { packageInfo } from "../util/package-info";

/** A client, and where the file creates it. */
export interface CheckedClient {
    readonly resource: Resource;
    readonly source: SourceResource;
}

/** What is wrong with a whole file. */
export interface FileProblem {
    /** The line, from 1. */
    readonly line: number;
    readonly message: string;
}

/** What the rules need to know about a file. */
export interface CheckedFile {
    /** Absent if the file could not be read. */
    readonly program?: SourceProgram;
    readonly clients: readonly CheckedClient[];
    readonly problems: readonly FileProblem[];
    /** The messages of problems that a rule has reported for all of them. */
    readonly reported: Set<string>;
}

/** What ESLint calls a text without a file. It is read as TypeScript, which includes JavaScript. */
const NO_FILE = /^<\w+>$/;

/** What only files with clients have: others mention Cognito too, in a syntax that another parser of ESLint accepts. */
const CLIENT_CLASS = /\bUserPoolClient\b/;

/** Reads a file. What cannot be read is a problem of the file. */
export function readFile(name: string, text: string): CheckedFile {
    try {
        return { ...readClients(NO_FILE.test(name) ? "program.ts" : name, text), reported: new Set() };
    } catch (error) {
        return { clients: [], problems: [describeBug(error)], reported: new Set() };
    }
}

function readClients(file: string, text: string): Omit<CheckedFile, "reported"> {
    const program = readProgramText(file, text);
    const { resources, errors } = program;
    const sources = new Map(resources.map(resource => [resource.urn, resource]));
    const stack = { file, resources, isOpen: true }; // other files can add resources to a pool
    const paired = pairAcrossStacks([stack]).flat();
    const clients = paired.flatMap(client => {
        const source = sources.get(client.urn);
        return source ? [{ source, resource: { ...client, hasSecrets: source.secrets.size > 0 } }] : [];
    });
    const problems = errors.map(({ line = 1, reason }) => ({ line, message: `The app clients of this file were not checked: ${reason}.` }));
    return { program, clients, problems: CLIENT_CLASS.test(text) ? problems.slice(0, 1) : [] };
}

/** Describes a bug in the plugin. */
export function describeBug(error: unknown): FileProblem {
    const { name, bugs } = packageInfo();
    const reason = error instanceof Error ? error.message : String(error);
    return { line: 1, message: `${name} failed: ${reason}. This is a bug; please report it at ${bugs}.` };
}

/**
 * Returns where a violation is reported: at the key of its property, at that of the block that lacks it, or at the construction up to
 * the name of the resource.
 */
export function rangeOf({ places, range, source }: SourceResource, property = ""): Range {
    const [block = ""] = property.split(".");
    return places.get(property) ?? places.get(block) ?? { start: range.start, end: source.construction.name?.end ?? range.end };
}
