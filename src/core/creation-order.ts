import type { StackResource } from "./user-pools";

/** Stands for unknown resources: a program computes what a resource depends on. */
const ANY = "";

/** The order in which a deployment creates the resources of a stack. */
export class CreationOrder {
    readonly #resources: readonly StackResource[];
    readonly #targets: ReadonlySet<string>;
    #byUrn?: ReadonlyMap<string, StackResource>;
    /** The targets before each resource that has been looked at. */
    readonly #before = new Map<string, ReadonlySet<string>>();

    /** @param targets the types of the resources that {@link areParallel} is asked about: there are few, so that the sets stay small */
    constructor(resources: readonly StackResource[], targets: ReadonlySet<string>) {
        this.#resources = resources;
        this.#targets = targets;
    }

    /** Whether a deployment creates both resources, and may create a target after the resource that uses it. */
    areParallel(resource: StackResource, target: StackResource | undefined): boolean {
        if (!target || resource.exists || target.exists || this.#get(target.urn) !== target) return false;
        const before = this.#targetsBefore(resource.urn);
        return !before.has(target.urn) && !before.has(ANY);
    }

    /** Visits what the resource depends on first, without recursion: chains can be long, and circles occur in damaged files. */
    #targetsBefore(urn: string): ReadonlySet<string> {
        const open = new Set<string>();
        const path = [urn];
        for (let current = urn; path.length > 0; current = path.at(-1) as string) {
            const next = open.has(current) ? [] : this.#dependencies(current).filter(other => !this.#before.has(other) && !open.has(other));
            open.add(current);
            for (const other of next) path.push(other);
            if (next.length > 0) continue;
            if (!this.#before.has(current)) this.#before.set(current, this.#collect(current));
            path.pop();
        }
        return this.#before.get(urn) as ReadonlySet<string>;
    }

    /** Returns the targets before the dependencies of a resource, and the targets among these. Resources in a row share one set. */
    #collect(urn: string): ReadonlySet<string> {
        const dependencies = this.#dependencies(urn);
        const sets = [...new Set(dependencies.map(other => this.#before.get(other) ?? NONE))].filter(({ size }) => size > 0);
        const targets = dependencies.filter(other => other === ANY || this.#targets.has(this.#get(other)?.type ?? ""));
        const [first = NONE, ...others] = sets;
        return targets.length + others.length > 0 ? new Set([first, ...others, targets].flatMap(set => [...set])) : first;
    }

    #get(urn: string): StackResource | undefined {
        this.#byUrn ??= new Map(this.#resources.map(resource => [resource.urn, resource]));
        return this.#byUrn.get(urn);
    }

    #dependencies(urn: string): readonly string[] {
        const resource = this.#get(urn);
        if (!resource) return [];
        const { dependencies = [ANY], propertyDependencies } = resource;
        return [...new Set([dependencies, ...Object.values(propertyDependencies)].flatMap(urns => urns ?? []))];
    }
}

const NONE: ReadonlySet<string> = new Set();
