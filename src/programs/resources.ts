import { POOL_TYPE } from "../core/resource-types";
import type { StackResource } from "../core/user-pools";
import { once } from "../util/maps";
import { Evaluator, type LocatedMember, type Members, UNKNOWN, type Value } from "./evaluate";
import type { Construction, Expression, Program, Range } from "./expression";
import type { Reference } from "./references";
import { classNameOf, propertiesOf } from "./resource-types";
import { expressionsIn, unwrap } from "./walk";

/** A place in one of the files of a program. */
export interface Place extends Range {
    readonly file: string;
}

/** A resource as a program writes it. */
export interface SourceResource extends StackResource {
    /** The inputs; what is computed is {@link UNKNOWN}. */
    readonly props: Readonly<Record<string, Value>>;
    /** The path of the file below the folder of the program, with `/`. */
    readonly file: string;
    /** The construction. In YAML, the declaration from the resource's name. */
    readonly range: Range;
    /** The keys of the properties that are written, by property; those of the members of a block too (`tokenValidityUnits.accessToken`). */
    readonly places: ReadonlyMap<string, Place>;
    /** The resources that this one depends on. Undefined if the options are computed, so that it can depend on others. */
    readonly dependencies?: readonly string[];
    /** The properties that the program marks as secret, in full or in part. */
    readonly secrets: ReadonlySet<string>;
    /** Whether other properties than those that are written can be set: they are all unknown. */
    readonly isOpen: boolean;
    /** What the resource is read from, for those who change the program: with the member that sets each property, wherever it is. */
    readonly source: { readonly program: Program; readonly construction: Construction; readonly members: Members };
}

/** Reads the resources of a program. */
export class ResourceReader {
    readonly evaluator: Evaluator;
    readonly #assignedIn = once(assignedIn);

    constructor(readonly programs: readonly Program[]) {
        this.evaluator = new Evaluator(programs);
    }

    /** Returns the resources of one file, in the order of the text. */
    read(program: Program): SourceResource[] {
        return program.constructions.map(construction => this.#read(program, construction));
    }

    #read(program: Program, construction: Construction): SourceResource {
        const { type, start, end, args } = construction;
        const members: Members = args ? this.evaluator.members(program, args) : { byName: new Map(), isOpen: false };
        const options = this.#options(program, construction);
        return {
            type,
            name: this.#nameOf(program, construction),
            urn: urnOf(program, construction),
            props: this.#inputs(type, members, options.transforms),
            propertyDependencies: this.#propertyDependencies(members),
            ...(options.dependencies && {
                dependencies: [...new Set([...options.dependencies, ...this.#dependencies(program, construction, members)])],
            }),
            file: program.file,
            range: { start, end },
            places: this.#places(members),
            secrets: this.#secrets(members),
            isOpen: members.isOpen || options.transforms,
            source: { program, construction, members },
        };
    }

    /** Returns the inputs. A transformation can change all of them. */
    #inputs(type: string, { byName, isOpen }: Members, isTransformed: boolean): Record<string, Value> {
        const unknown = isOpen || isTransformed ? propertiesOf(type) : [];
        const inputs = new Map<string, Value>(unknown.map(property => [property, UNKNOWN]));
        for (const [property, { program, member, isOverridden }] of isTransformed ? [] : byName) {
            const value = isOverridden ? UNKNOWN : this.evaluator.evaluate(program, member.value, property);
            if (value === null) inputs.delete(property);
            else inputs.set(property, value);
        }
        return Object.fromEntries(inputs);
    }

    /** Returns the name as it is written, with `*` for its computed parts; otherwise that of the variable, or of the class. */
    #nameOf(program: Program, construction: Construction): string {
        const { name, assignedTo, type } = construction;
        const written = name && this.evaluator.pattern(program, name);
        return written ?? assignedTo ?? this.#assignedIn(program).get(construction) ?? classNameOf(type);
    }

    /** Returns the resources whose outputs the value of each property uses. The pool of a resource is one only if it is certain. */
    #propertyDependencies({ byName }: Members): Record<string, readonly string[]> {
        const dependencies = [...byName].flatMap(([property, { program, member, isOverridden }]) => {
            if (isOverridden) return [];
            const urns = [...this.evaluator.references.in(program, member.value)]
                .filter(({ isComputed }) => !isComputed)
                .filter(reference => property !== "userPoolId" || (reference.construction.type === POOL_TYPE && isId(reference)))
                .map(reference => urnOf(reference.program, reference.construction));
            const isExact = property !== "userPoolId" || unwrap(member.value).kind === "name";
            return urns.length > 0 && isExact ? [[property, [...new Set(urns)]] as const] : [];
        });
        return Object.fromEntries(dependencies);
    }

    /** Returns all resources that the arguments use, in conditions and calls as well. */
    #dependencies(program: Program, { args, name }: Construction, { byName }: Members): string[] {
        const members = [...byName.values()].map(({ program, member }) => ({ program, expression: member.value }));
        return [...members, { program, expression: args }, { program, expression: name }]
            .flatMap(({ program, expression }) => [...this.evaluator.references.in(program, expression)])
            .map(reference => urnOf(reference.program, reference.construction));
    }

    /** Returns the resources of `dependsOn`; undefined if they are computed. A transformation can change every property. */
    #options(program: Program, { options }: Construction): { dependencies?: string[]; transforms: boolean } {
        if (!options) return { dependencies: [], transforms: false };
        const { byName, isOpen } = this.evaluator.members(program, options);
        const transforms = byName.has("transforms") || byName.has("transformations");
        const dependsOn = byName.get("dependsOn");
        const dependencies = dependsOn ? this.#resourcesIn(dependsOn) : [];
        return { transforms, ...(!isOpen && dependencies && { dependencies }) };
    }

    /** Returns the resources that a value lists; undefined if it can have others. */
    #resourcesIn({ program, member, isOverridden }: LocatedMember): string[] | undefined {
        const parts = [...expressionsIn(member.value)];
        const isKnown = parts.every(part => {
            if (part.kind === "list") return !part.items.some(({ isSpread }) => isSpread);
            return part.kind === "wrapper" || (part.kind === "name" && this.evaluator.resolver.resolveResource(program, part));
        });
        if (isOverridden || !isKnown) return undefined;
        return [...this.evaluator.references.in(program, member.value)].map(reference => urnOf(reference.program, reference.construction));
    }

    #places({ byName }: Members): Map<string, Place> {
        const places = new Map<string, Place>();
        const add = (path: string, { program, member }: LocatedMember) => {
            const { start, end } = member.key ?? member;
            places.set(path, { file: program.file, start, end });
        };
        for (const [property, located] of byName) {
            add(property, located);
            const { kind } = unwrap(located.member.value);
            if (kind !== "object" && kind !== "name") continue;
            const block = this.evaluator.members(located.program, located.member.value);
            for (const [name, member] of block.byName) add(`${property}.${name}`, member);
        }
        return places;
    }

    #secrets({ byName }: Members): Set<string> {
        const isSecret = (expression: Expression) => expression.kind === "wrapper" && expression.isSecret;
        const secrets = [...byName].filter(([, { member }]) => [...expressionsIn(member.value)].some(isSecret));
        return new Set(secrets.map(([property]) => property));
    }
}

/** Returns the names of the variables that constructions are assigned to. */
function assignedIn({ bindings }: Program): ReadonlyMap<Expression, string> {
    return new Map(bindings.flatMap(({ name, value }) => (value ? [[unwrap(value), name.slice(name.lastIndexOf(".") + 1)]] : [])));
}

/** Returns what identifies a resource among those of a program. It is no URN of Pulumi, and no report shows it. */
function urnOf({ file }: Program, { start }: Construction): string {
    return `${file}#${start}`;
}

function isId({ program, rest }: Reference): boolean {
    return rest.length === 1 && program.language.propertyName(rest[0] ?? "") === "id";
}
