import type { Construction, Expression, Item, List, Literal, Member, NotCovered, Range } from "../../expression";
import { words } from "../shared";
import type { Imports } from "./classes";
import { isNode, type Node } from "./parse";
import { argumentsOf, computedAt, isTransparent, keyName, nameOf, pathOf, rangeOf } from "./syntax";

/** Expressions that are nested more deeply are computed. */
const MAX_DEPTH = 60;

/** Functions of Pulumi that return an output of their argument. */
const OUTPUTS: ReadonlySet<string | undefined> = words("output secret unsecret");

/** Converts the syntax tree of a file to expressions, and finds the constructions of resources. */
export class Expressions {
    readonly #constructions = new Map<Node, Construction>();
    readonly #notCovered = new Map<Node, NotCovered>();
    #depth = 0;

    constructor(
        private readonly imports: Imports,
        /** Reads the arguments of a client that a method of SST creates. */
        private readonly readSst: (call: Node, expressions: Expressions) => Construction | undefined,
    ) {}

    /** Returns the constructions that were found, in the order of the text. */
    get constructions(): Construction[] {
        return [...this.#constructions.values()].sort((a, b) => a.start - b.start);
    }

    get notCovered(): NotCovered[] {
        return [...this.#notCovered.values()].sort((a, b) => a.start - b.start);
    }

    read(node: Node): Expression {
        if (this.#depth === MAX_DEPTH) return computedAt(node);
        this.#depth++;
        const expression = this.#read(node);
        this.#depth--;
        return expression ?? computedAt(node);
    }

    #read(node: Node): Expression | undefined {
        switch (node.type) {
            case "Literal":
                return readLiteral(node);
            case "TemplateLiteral":
                return this.#readTemplate(node, node, false);
            case "TaggedTemplateExpression":
                return this.#pulumiFunction(node.tag) === "interpolate" ? this.#readTemplate(node.quasi as Node, node, true) : undefined;
            case "Identifier":
            case "MemberExpression":
            case "ThisExpression":
                return this.#readName(node);
            case "ArrayExpression":
                return { kind: "list", ...bracketsOf(node), items: this.#readItems(node) };
            case "ObjectExpression":
                return {
                    kind: "object",
                    ...bracketsOf(node),
                    members: (node.properties as Node[]).map(property => this.#readMember(property)),
                };
            case "UnaryExpression":
                return readUnary(node);
            case "BinaryExpression":
                return node.operator === "+" ? this.#readConcatenation(node) : undefined;
            case "CallExpression":
                return this.createSst(node) ?? this.#readCall(node);
            case "NewExpression":
                return this.construct(node);
            case "TSEnumDeclaration":
                return this.#readEnum(node);
            default:
                return isTransparent(node) ? this.#readTransparent(node) : undefined;
        }
    }

    #readTransparent(node: Node): Expression {
        const value = this.read(node.expression as Node);
        if (node.type === "ChainExpression" || value.kind === "name") return value;
        return { kind: "wrapper", ...rangeOf(node), value };
    }

    #readTemplate({ quasis, expressions }: Node, whole: Node, isOutput: boolean): Expression | undefined {
        const texts = (quasis as Node[]).map(({ value }) => (value as { cooked: string | null }).cooked);
        if (texts.includes(null)) return undefined; // an escape that only a tag can read
        const values = (expressions as Node[]).map(expression => this.read(expression));
        if (values.length === 0 && !isOutput) return literalAt(whole, texts[0] as string, "`");
        const parts = texts.flatMap((text, index) => [text as string, ...values.slice(index, index + 1)]).filter(part => part !== "");
        return { kind: "template", ...rangeOf(whole), parts, quote: "`", ...(isOutput && { isOutput }) };
    }

    #readName(node: Node): Expression | undefined {
        const found = pathOf(node);
        if (!found) return undefined;
        const range = { start: found.start, end: node.end };
        if (this.imports.isGlobal(node, "undefined")) return literalAt(range, null);
        return { kind: "name", ...range, path: found.path, ...(found.isOptional && { isOptional: true }) };
    }

    #readItems({ elements, ...list }: Node): Item[] {
        return (elements as (Node | null)[]).map(element => {
            if (!element) return { ...rangeOf(list), value: computedAt(list) };
            if (element.type !== "SpreadElement") return { ...rangeOf(element), value: this.read(element) };
            return { ...rangeOf(element), value: this.read(element.argument as Node), isSpread: true };
        });
    }

    #readMember(node: Node): Member {
        const range = rangeOf(node);
        if (node.type === "SpreadElement") return { ...range, value: this.read(node.argument as Node), isSpread: true };
        const isValue = node.kind === "init" && !node.method;
        const value = isValue ? this.read(node.value as Node) : computedAt(node);
        const name = keyName(node);
        const setsPrototype = name === "__proto__" && !node.computed && !node.shorthand && isValue;
        if (name === undefined || setsPrototype) return { ...range, value };
        return { ...range, name, rawName: name, key: rangeOf(node.key as Node), value };
    }

    #readConcatenation(node: Node): Expression {
        const parts: Expression[] = [];
        let left = node;
        for (; left.type === "BinaryExpression" && left.operator === "+"; left = left.left as Node)
            parts.push(this.read(left.right as Node));
        parts.push(this.read(left));
        return { kind: "concatenation", ...rangeOf(node), parts: parts.reverse() };
    }

    #readCall(node: Node): Expression | undefined {
        const { args, isComplete } = argumentsOf(node);
        if (!isComplete) return undefined;
        const called = this.#pulumiFunction(node.callee);
        if (called === "concat") {
            return { kind: "template", ...rangeOf(node), parts: args.map(part => this.read(part)), quote: "", isOutput: true };
        }
        const [argument, ...others] = args;
        const isOutput = OUTPUTS.has(called);
        if (!argument || others.length > 0 || !(isOutput || this.imports.isGlobal(node.callee, "Object.freeze"))) return undefined;
        const marks = { ...(isOutput && { isOutput }), ...(called === "secret" && { isSecret: true }) };
        return { kind: "wrapper", ...rangeOf(node), value: this.read(argument), ...marks };
    }

    /** Returns the name of a function of @pulumi/pulumi. */
    #pulumiFunction(callee: unknown): string | undefined {
        const path = this.imports.pathOf(callee);
        return path?.length === 2 && path[0] === "@pulumi/pulumi" ? path[1] : undefined;
    }

    /** Reads a call of SST that creates a client; undefined for any other call. */
    createSst(call: Node): Construction | undefined {
        return this.#constructions.get(call) ?? this.#add(call, this.readSst(call, this));
    }

    /** Reads the construction of a resource; undefined for that of anything else. */
    construct(node: Node): Construction | undefined {
        return this.#constructions.get(node) ?? this.#add(node, this.#readConstruction(node));
    }

    #add(node: Node, construction: Construction | undefined): Construction | undefined {
        if (construction) this.#constructions.set(node, construction);
        return construction;
    }

    #readConstruction(node: Node): Construction | undefined {
        const found = this.imports.classOf(node.callee);
        if (!found) return undefined;
        const { type, isCovered } = found;
        if (!isCovered) {
            this.#notCovered.set(node, { ...rangeOf(node), type });
            return undefined;
        }
        const { args, isComplete } = argumentsOf(node);
        const rest = isComplete ? undefined : computedAt(node);
        const [name, properties, options] = [0, 1, 2].map(index => (args[index] ? this.read(args[index]) : rest));
        const assignedTo = assignedName(node);
        return {
            kind: "resource",
            ...{ ...rangeOf(node), type, name, args: properties, options },
            ...(assignedTo !== undefined && { assignedTo }),
        };
    }

    /** Reads the members of an enum that are written out. */
    #readEnum(node: Node): Expression {
        const members = (node.members as Node[]).map((member): Member => {
            const key = member.id as Node;
            const name = nameOf(key);
            const value = isNode(member.initializer) ? this.read(member.initializer) : undefined;
            const isLiteral = value?.kind === "literal"; // a name can be that of another member
            return { ...rangeOf(member), name, rawName: name, key: rangeOf(key), value: isLiteral ? value : computedAt(member) };
        });
        return { kind: "object", ...bracketsOf(node), members };
    }
}

function readLiteral(node: Node): Literal | undefined {
    const { value, raw } = node;
    if (typeof value === "string") return literalAt(node, value, String(raw).charAt(0));
    if (typeof value === "boolean" || typeof value === "number") return literalAt(node, value);
    return raw === "null" ? literalAt(node, null) : undefined; // a regular expression that Node.js does not know has the value null as well
}

function readUnary(node: Node): Literal | undefined {
    const { type, value } = node.argument as Node;
    if (node.operator === "void" && type === "Literal") return literalAt(node, null);
    return node.operator === "-" && typeof value === "number" ? literalAt(node, -value) : undefined;
}

function literalAt({ start, end }: Range, value: Literal["value"], quote = ""): Literal {
    return { kind: "literal", start, end, value, quote };
}

/** Returns where a list or object in brackets is. */
function bracketsOf({ start, end }: Range): Pick<List, "end" | "inside" | "layout" | "start"> {
    return { start, end, layout: "brackets", inside: { start: start + 1, end: end - 1 } };
}

/** Returns the variable, field or key that an expression is assigned to. */
export function assignedName(node: Node): string | undefined {
    let value = node;
    while (value.parent && (isTransparent(value.parent) || value.parent.type === "AwaitExpression")) value = value.parent;
    const parent = value.parent as Node;
    if (parent.type === "VariableDeclarator") return keyName({ key: parent.id });
    return parent.type === "AssignmentExpression" ? pathOf(parent.left)?.path.at(-1) : keyName(parent);
}
