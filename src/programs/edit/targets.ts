import { CLIENT_TYPE } from "../../core/user-pools";
import { type Location, locate, type Place } from "../../stacks/positions/location";
import { createPlaceFinder } from "../../stacks/positions/places";
import { displayName } from "../../stacks/read";
import type { Input } from "../../stacks/read-stacks";
import type { ProgramResource } from "../../stacks/resources";
import { matchesWildcard } from "../../util/wildcard";
import { isProgramFile, type SourceResource } from "..";
import { unwrap } from "../walk";
import { syntaxError } from "./obstacle";
import type { ProgramSource, Sources } from "./sources";

/** A client of a stack. */
export interface Client {
    readonly resource: ProgramResource;
    readonly place: Place;
    /** The name of the file with the stack. */
    readonly file: string;
}

/** A client as a program creates it. */
export interface Target {
    readonly source: ProgramSource;
    readonly resource: SourceResource;
    /** The clients of stacks that it creates. */
    readonly clients: Client[];
}

/** A program, or some of its files. */
export interface ProgramFiles {
    readonly source: ProgramSource;
    readonly files?: ReadonlySet<string>;
}

/** The clients of some programs and stacks. A client of both counts once. */
export interface Targets {
    readonly found: readonly Target[];
    /** The clients of stacks that no program creates as far as it is read, with the reason. */
    readonly missing: readonly { readonly client: Client; readonly reason: string }[];
}

const reasons = {
    otherProject: (project: string) => `it belongs to the project ${project}, whose folder --project does not name`,
    noPosition: () => "the stack does not say where in the current folder it is created",
    foreign: () => "the code that creates it is in a package or outside the current folder",
    generated: () => "the file is compiled from another one: it has a source map",
    language: () => "the file is in a language that is not read",
    changed: (name: string) => `there is no app client ${name} at this position; the program may have changed since`,
    ambiguous: (name: string) => `the position could be that of several clients with the name ${name}`,
};

/** Finds the code that creates the clients of stacks, and adds the clients of programs. */
export function findTargets(stacks: Input["stacks"], programs: readonly ProgramFiles[], sources: Sources): Targets {
    const found = new Map<SourceResource, Target>();
    const missing: { client: Client; reason: string }[] = [];
    const findPlaces = createPlaceFinder(sources.project);
    const add = (source: ProgramSource, resource: SourceResource) => {
        const target = found.get(resource) ?? { source, resource, clients: [] };
        found.set(resource, target);
        return target;
    };
    for (const { source, files } of programs)
        for (const resource of clientsIn(source)) if (!files || files.has(resource.file)) add(source, resource);
    const findDeclared = createFinder(sources);
    for (const { file, resources } of stacks) {
        const placeOf = findPlaces(resources);
        for (const resource of resources.filter(({ type }) => type === CLIENT_TYPE)) {
            const client = { resource, place: placeOf(resource.urn), file: displayName(file) };
            const target = findDeclared(client);
            if (typeof target === "string") missing.push({ client, reason: target });
            else add(target.source, target.resource).clients.push(client);
        }
    }
    return { found: [...found.values()], missing };
}

function clientsIn({ program }: ProgramSource): SourceResource[] {
    return program.resources.filter(({ type }) => type === CLIENT_TYPE);
}

/** Returns a function that finds the code of a client, or says why there is none. */
function createFinder(sources: Sources) {
    const indexes = new Map<string, ClientIndex>();

    function indexOf(source: ProgramSource, file: string): ClientIndex {
        const key = JSON.stringify([source.folder, file]);
        const index = indexes.get(key) ?? new ClientIndex(source, file);
        indexes.set(key, index);
        return index;
    }

    /** Finds a client by its name, which is all that a stack says in some languages. A name with computed parts could be that of code in a package. */
    function findByName({ name, frames = [] }: ProgramResource): Pick<Target, "source" | "resource"> | undefined {
        const source = sources.readProject(sources.project.project);
        const named = clientsIn(source).filter(
            client => canBeNamed(client, name) === "text" && (frames.length === 0 || client.name === name),
        );
        const [found, ...others] = named;
        return found && others.length === 0 ? { source, resource: found } : undefined;
    }

    return ({ resource, place }: Client): Pick<Target, "source" | "resource"> | string => {
        const { urn, name, frames = [] } = resource;
        const [, projectName = ""] = urn.split("::");
        const { settings } = sources.project;
        if (settings?.name !== undefined && settings.name !== projectName) return reasons.otherProject(projectName);
        const { location } = place.location && isYaml(place.location) ? place : locate(frames.slice(0, 1), sources.project);
        if (!location) return findByName(resource) ?? (place.location ? reasons.foreign() : reasons.noPosition());
        if (!isProgramFile(location.file)) return reasons.language();
        const found = sources.find(location);
        if (typeof found === "string") return found;
        const { source, file } = found;
        if (SOURCE_MAP.test(source.program.textOf(file) ?? "")) return reasons.generated();
        const error = source.program.errors.find(error => error.file === file);
        if (error) return syntaxError(error);
        const client = indexOf(source, file).find(location, name);
        return typeof client === "string" ? client : { source, resource: client };
    };
}

/** The last line of a file that a compiler has written. */
const SOURCE_MAP = /^\/\/[#@] sourceMappingURL=/m;

function isYaml({ file }: Location): boolean {
    return /\.(?:ya?ml|json)$/i.test(file);
}

/** A client, and where it starts and ends. */
interface ClientLines {
    readonly resource: SourceResource;
    readonly first: number;
    readonly column: number;
    readonly last: number;
}

/** The clients of a file by their lines. */
class ClientIndex {
    readonly #clients: readonly ClientLines[];
    readonly #byLine = new Map<number, ClientLines[]>();

    constructor(source: ProgramSource, file: string) {
        const lines = source.program.linesOf(file);
        this.#clients = clientsIn(source)
            .filter(client => client.file === file)
            .map(resource => {
                const { line, column } = lines.positionAt(resource.range.start);
                return { resource, first: line, column, last: lines.positionAt(resource.range.end).line };
            });
        for (const client of this.#clients) this.#byLine.set(client.first, [...(this.#byLine.get(client.first) ?? []), client]);
    }

    /**
     * Finds the client that starts at a location, or else the one that has it among its lines. Node.js gives the position of a call instead
     * if a function without a name is passed to it; then the only client with a possible name is the one.
     */
    find({ line, column }: Location, name: string): SourceResource | string {
        const here = (this.#byLine.get(line) ?? []).filter(
            client => (column === undefined || client.column === column) && canBeNamed(client.resource, name),
        );
        const [only] = here;
        if (only && here.length === 1) return only.resource;
        const possible = this.#clients.filter(({ resource }) => canBeNamed(resource, name) !== undefined);
        const named = possible.filter(({ resource }) => canBeNamed(resource, name) === "text");
        const groups = [here, named.filter(({ first, last }) => first <= line && line <= last), named, possible];
        const group = groups.find(({ length }) => length > 0) ?? [];
        const [found, ...others] = group;
        if (!found) return reasons.changed(name);
        return others.length > 0 ? reasons.ambiguous(name) : found.resource;
    }
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
