import { resolve } from "node:path";
import { CLIENT_TYPE } from "../../core/user-pools";
import { isProgramFile, type SourceResource } from "../../programs";
import { syntaxError } from "../../programs/edit/obstacle";
import { unwrap } from "../../programs/walk";
import { type Location, locate, type Place, relativeFile } from "../../stacks/positions/location";
import { belongsTo, createPlaceFinder } from "../../stacks/positions/places";
import { openProject, type Project } from "../../stacks/positions/project";
import type { ProgramResource } from "../../stacks/resources";
import { groupBy } from "../../util/maps";
import { matchesWildcard } from "../../util/wildcard";
import { findIn, type ProgramFolder, type ProgramReader, realPath } from "./program-reader";
import type { Sources, StackSource } from "./read-sources";

/** A client of a program. */
export interface ProgramClient {
    readonly source: ProgramFolder;
    readonly resource: SourceResource;
}

/** Where a program creates a client of a stack. */
export interface Link {
    readonly place: Place;
    /** The client of the program, or why it is not found: the end of a sentence that starts with "because". */
    readonly found: ProgramClient | string;
}

/** A state or preview, with what the programs say about its clients. */
export interface LinkedStack extends StackSource {
    /** Returns the link of the client with a URN. */
    readonly linkOf: (urn: string) => Link;
}

const reasons = {
    otherProject: (project: string) => `it belongs to the project ${project}, whose folder --project does not name`,
    noPosition: () => "the stack does not say where in the current folder it is created",
    foreign: () => "the code that creates it is in a package or outside the current folder",
    unreadable: (reason: string) => `the file could not be read: ${reason}`,
    generated: () => "the file is compiled from another one: it has a source map",
    language: () => "the file is in a language that is not read",
    changed: (name: string) => `there is no app client ${name} at this position; the program may have changed since`,
    ambiguous: (name: string) => `the position could be that of several clients with the name ${name}`,
};

/** Links the clients of stacks with the programs that were read, and with that of the project, which is read when it is needed. */
export function linkStacks(
    { stacks, programs }: Pick<Sources, "stacks" | "programs">,
    project: Project,
    reader: ProgramReader,
): LinkedStack[] {
    const folders = new Set(programs.filter(({ isProject }) => isProject).map(({ folder }) => folder));
    const projects = [project, ...[...folders].filter(folder => folder !== project.project).map(openProject)];
    const linkers = projects.map(project => new ProjectLinker(project, reader));
    return stacks.map(stack => {
        const byUrn = new Map(stack.resources.map(resource => [resource.urn, resource]));
        const finders = linkers.map(linker => ({ linker, placeOf: linker.placesIn(stack.resources) }));
        const links = new Map<string, Link>();
        const find = (urn: string): Link => {
            const finder = finders.find(({ linker }) => belongsTo(urn, linker.project));
            const resource = byUrn.get(urn);
            if (!finder || !resource) return { place: {}, found: reasons.otherProject(urn.split("::")[1] ?? "") };
            const place = finder.placeOf(urn);
            return { place, found: finder.linker.find(resource, place) };
        };
        const linkOf = (urn: string) => {
            const link = links.get(urn) ?? find(urn);
            links.set(urn, link);
            return link;
        };
        return { ...stack, linkOf };
    });
}

/** The last line of a file that a compiler has written. */
const SOURCE_MAP = /^\/\/[#@] sourceMappingURL=/m;

/** Finds the code that creates clients in the program of a project. */
class ProjectLinker {
    readonly placesIn: ReturnType<typeof createPlaceFinder>;
    readonly #indexes = new Map<string, ClientIndex | string>();
    /** The clients whose whole names are written in the program, by name. */
    #byName: Map<string, ProgramClient[]> | undefined;

    constructor(
        readonly project: Project,
        private readonly reader: ProgramReader,
    ) {
        this.placesIn = createPlaceFinder(project);
    }

    /** The program of the project. One outside the current folder is not read: no report names other files. */
    get #program(): ProgramFolder | undefined {
        const { project, settings } = this.project;
        return settings && relativeFile(settings.file, this.project) ? this.reader.readProject(project) : undefined;
    }

    get #clients(): readonly ProgramClient[] {
        return this.#program ? clientsIn(this.#program) : [];
    }

    /** Returns the only client whose whole name is written in the program and is this one. */
    #findNamed(name: string): ProgramClient | undefined {
        this.#byName ??= groupBy(this.#clients, ({ resource }) => (isNameKnown(resource) ? [resource.name] : []));
        return only(this.#byName.get(name) ?? []);
    }

    /** Finds a client by the name that is written in the program, or else by its position. Lines move between the deployment and the program. */
    find(resource: ProgramResource, place: Place): ProgramClient | string {
        const { name, frames = [] } = resource;
        const named = this.#findNamed(name);
        if (named) return named;
        const { location } = place.location && isYaml(place.location) ? place : locate(frames.slice(0, 1), this.project);
        if (location) return this.#findAt(location, name);
        // A name with computed parts could be that of code in a package.
        const alike = frames.length === 0 ? only(this.#clients.filter(({ resource }) => canBeNamed(resource, name) === "text")) : undefined;
        return alike ?? (place.location ? reasons.foreign() : reasons.noPosition());
    }

    #findAt(location: Location, name: string): ProgramClient | string {
        const { file } = location;
        if (!isProgramFile(file)) return reasons.language();
        const index = this.#indexes.get(file) ?? this.#createIndex(file);
        this.#indexes.set(file, index);
        return typeof index === "string" ? index : index.find(location, name);
    }

    #createIndex(file: string): ClientIndex | string {
        const path = realPath(resolve(this.project.cwd, file));
        const found = (this.#program && findIn(this.#program, path)) ?? this.reader.readFile(path);
        if (typeof found === "string") return reasons.unreadable(found);
        if (SOURCE_MAP.test(found.text)) return reasons.generated();
        const error = found.program.errors.find(({ file }) => file === found.path);
        if (error) return syntaxError(error);
        return new ClientIndex(clientsIn(found).filter(({ resource }) => resource.file === found.path));
    }
}

/** A client, and where it starts and ends. */
interface ClientLines extends ProgramClient {
    readonly start: Pick<Location, "line" | "column">;
    readonly end: Pick<Location, "line" | "column">;
}

/** The clients of a file by their lines. */
class ClientIndex {
    readonly #clients: readonly ClientLines[];

    constructor(clients: readonly ProgramClient[]) {
        this.#clients = clients.map(client => {
            const { range, file } = client.resource;
            const lines = client.source.program.linesOf(file);
            return { ...client, start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
        });
    }

    /**
     * Finds the client that starts at a location, or else the one that has it among its lines. Node.js gives the position of a call instead
     * if a function without a name is passed to it; then the only client with a possible name is the one.
     */
    find({ line, column }: Location, name: string): ProgramClient | string {
        const possible = this.#clients.filter(({ resource }) => canBeNamed(resource, name) !== undefined);
        const named = possible.filter(({ resource }) => canBeNamed(resource, name) === "text");
        const isHere = ({ start }: ClientLines) => start.line === line && (column === undefined || start.column === column);
        const isAround = ({ start, end }: ClientLines) => start.line <= line && line <= end.line;
        const groups = [possible.filter(isHere), named.filter(isAround), possible.filter(isAround), named, possible];
        const group = groups.find(({ length }) => length > 0);
        return group ? (only(group) ?? reasons.ambiguous(name)) : reasons.changed(name);
    }
}

/** Whether the whole name is written in the program. The evaluated name is that of a variable if the name is an unknown parameter. */
function isNameKnown({ name, source }: SourceResource): boolean {
    const kind = source.construction.name?.kind;
    return kind === "literal" || (!name.includes("*") && (kind === "template" || kind === "concatenation"));
}

/** Whether a client can have a name: by the text of its name in the program, or because that is computed. */
function canBeNamed({ name: written, source }: SourceResource, name: string): "text" | "computed" | undefined {
    const expression = source.construction.name && unwrap(source.construction.name);
    const isYaml = source.program.language.name === "yaml";
    if (isYaml || (expression && ["literal", "template", "concatenation"].includes(expression.kind))) {
        const isNamed =
            (expression?.kind === "literal" ? written === name : matchesWildcard(written, name)) ||
            (isYaml && name.endsWith(`-${written}`));
        return isNamed ? "text" : undefined;
    }
    return "computed";
}

/** Returns the clients that a program creates. */
export function clientsIn(source: ProgramFolder): ProgramClient[] {
    return source.program.resources.filter(({ type }) => type === CLIENT_TYPE).map(resource => ({ source, resource }));
}

function only<T>([first, ...others]: readonly T[]): T | undefined {
    return others.length === 0 ? first : undefined;
}

function isYaml({ file }: Location): boolean {
    return /\.(?:ya?ml|json)$/i.test(file);
}
