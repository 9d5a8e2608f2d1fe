import { type Access, effectOf, memberAt, accessAt as readAccess } from "../tokens/access";
import type { NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { classOfSelf, type Scope } from "./scopes";
import { PYTHON } from "./syntax";

/** Reads a name and what is written behind it, with `this` for the instance of a class. Undefined if the token starts none. */
export function accessAt(source: TokenSource, index: number, scope: Scope): Access | undefined {
    const access = readAccess(source, index, PYTHON);
    const isThis = access?.path[0] === "self" && classOfSelf(scope) !== undefined;
    return isThis ? { ...access, path: ["this", ...access.path.slice(1)] } : access;
}

/** Returns the index of the name of a parameter: that of `*args` is behind the star. */
export function parameterAt(source: TokenSource, { from }: Slice): number {
    return source.isName(from) ? from : from + 1;
}

/** Reads the uses of names, and the names that are declared in expressions. */
export class UseReader {
    readonly #declared: ReadonlySet<string>;

    /** The names that statements declare must be known. */
    constructor(
        private readonly source: TokenSource,
        private readonly names: NameCollector,
    ) {
        this.#declared = new Set(names.bindings.map(({ name }) => name));
    }

    read({ from, to }: Slice, scope: Scope): void {
        const { source, names } = this;
        for (let index = from; index < to; index++) {
            const text = source.textAt(index);
            if (!source.isName(index)) continue;
            if (text === "for") this.#declareTargets(index, { from, to });
            else if (text === "lambda") this.#declareParameters(index, { from, to });
            else if (source.is(index + 1, ":=")) names.declare(text, scope, source.startOf(index));
            else if (!source.is(index + 1, "=")) this.#readUse(index, scope); // the name of an argument is none
        }
    }

    #readUse(index: number, scope: Scope): void {
        const { source, names } = this;
        const access = accessAt(source, index, scope) ?? memberAt(source, index, PYTHON);
        if (!access) return;
        const { path, start } = access;
        const computed = path.indexOf("*", 1);
        if (computed === -1) {
            const isRedefined = source.is(index - 1, "(") && this.#declared.has(source.textAt(index - 2));
            names.use(path, start, isRedefined ? undefined : effectOf(source, index, access, PYTHON));
            return;
        }
        names.use(path.slice(0, computed), start, "elements");
        // The members of an element are fields of another object.
        if (computed < path.length - 1) names.use(path.slice(computed), start);
    }

    /** Declares the variables of a comprehension. */
    #declareTargets(index: number, statement: Slice): void {
        const { source } = this;
        for (let target = index + 1; target < statement.to && !PYTHON.keywords.has(source.textAt(target)); target++)
            if (source.isName(target)) this.#declare(target, index, statement);
    }

    #declareParameters(index: number, statement: Slice): void {
        const { source, names } = this;
        const parameters = { from: index + 1, to: statement.to };
        const colon = source.find(parameters, text => text === ":" || text === "lambda");
        // A function in the default of a parameter would hide where the parameters end.
        if (source.is(colon, "lambda")) names.isOpaque = true;
        for (const part of source.split({ ...parameters, to: colon })) {
            const name = parameterAt(source, part);
            if (source.isName(name)) this.#declare(name, index, statement);
        }
    }

    /** Declares a name in the brackets that a token is in, or in the statement. */
    #declare(name: number, index: number, statement: Slice): void {
        const { source, names } = this;
        const parent = source.tokens[index]?.parent;
        const scope = source.range(parent === undefined ? statement : { from: parent, to: source.next(parent) });
        names.declare(source.textAt(name), scope, source.startOf(name));
        // The brackets can also use what it hides: `[url for urls in urls]`, `f(lambda urls: 1, urls)`.
        names.change([source.textAt(name), "*"], scope.start - 1);
    }
}
