import type { Construction, Expression, Item, Literal, Member, NotCovered, Range } from "../../expression";
import { words } from "../shared";
import type { Imports } from "./classes";
import { isNode, type Node } from "./parse";
import { argumentsOf, computedAt, isTransparent, keyName, nameOf, pathOf, rangeOf } from "./syntax";

/** Expressions that are nested more deeply are computed. */
const MAX_DEPTH = 60;

/** Functions of Pulumi that return an output of their argument. */
const OUTPUTS = words("output secret unsecret");

/** Converts the syntax tree of a file to expressions, and finds the constructions of resources. */
export class Expressions {
    readonly #constructions = new Map<Node, Construction>();
    readonly #notCovered = new Map<Node, NotCovered>();

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

    read(node: Node, depth = 0): Expression {
        const range = rangeOf(node);
        const computed = computedAt(node);
        if (depth > MAX_DEPTH) return computed;
        if (isTransparent(node)) return this.#readTransparent(node, depth);
        switch (node.type) {
            case "Literal":
                return readLiteral(node) ?? computed;
            case "TemplateLiteral":
                return this.#readTemplate(node, depth, false);
            case "TaggedTemplateExpression":
                return this.#pulumiFunction(node.tag) === "interpolate"
                    ? this.#readTemplate(node.quasi as Node, depth, true, range)
                    : computed;
            case "Identifier":
            case "MemberExpression":
            case "ThisExpression":
                return this.#readName(node) ?? computed;
            case "ArrayExpression":
                return { kind: "list", ...range, layout: "brackets", inside: insideOf(range), items: this.#readItems(node, depth) };
            case "ObjectExpression": {
                const members = (node.properties as Node[]).map(property => this.#readMember(property, depth));
                return { kind: "object", ...range, layout: "brackets", inside: insideOf(range), members };
            }
            case "UnaryExpression":
                return readUnary(node) ?? computed;
            case "BinaryExpression":
                return node.operator === "+" ? this.#readConcatenation(node, depth) : computed;
            case "CallExpression":
                return this.#readCall(node, depth) ?? computed;
            case "NewExpression":
                return this.construct(node, depth) ?? computed;
            case "TSEnumDeclaration":
                return this.#readEnum(node, depth);
            default:
                return computed;
        }
    }

    #readTransparent(node: Node, depth: number): Expression {
        const value = this.read(node.expression as Node, depth + 1);
        if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression" || value.kind === "name") return value;
        return { kind: "wrapper", ...rangeOf(node), value };
    }

    #readTemplate({ quasis, expressions, ...node }: Node, depth: number, isOutput: boolean, { start, end }: Range = node): Expression {
        const texts = (quasis as Node[]).map(({ value }) => (value as { cooked: string | null }).cooked);
        if (texts.some(text => typeof text !== "string")) return { kind: "computed", start, end };
        const values = (expressions as Node[]).map(expression => this.read(expression, depth + 1));
        if (values.length === 0 && !isOutput) return { kind: "literal", start, end, value: texts[0] as string, quote: "`" };
        const parts = texts.flatMap((text, index) => [text as string, ...values.slice(index, index + 1)]).filter(part => part !== "");
        return { kind: "template", start, end, parts, quote: "`", ...(isOutput && { isOutput }) };
    }

    #readName(node: Node): Expression | undefined {
        const found = pathOf(node);
        if (!found) return undefined;
        const range = { start: found.start, end: node.end };
        if (this.imports.isGlobal(node, "undefined")) return { kind: "literal", ...range, value: null, quote: "" };
        return { kind: "name", ...range, path: found.path, ...(found.isOptional && { isOptional: true }) };
    }

    #readItems({ elements, ...list }: Node, depth: number): Item[] {
        return (elements as (Node | null)[]).map(element => {
            if (!element) return { ...rangeOf(list), value: computedAt(list) };
            if (element.type !== "SpreadElement") return { ...rangeOf(element), value: this.read(element, depth + 1) };
            return { ...rangeOf(element), value: this.read(element.argument as Node, depth + 1), isSpread: true };
        });
    }

    #readMember(node: Node, depth: number): Member {
        const range = rangeOf(node);
        if (node.type === "SpreadElement") return { ...range, value: this.read(node.argument as Node, depth + 1), isSpread: true };
        const isValue = node.kind === "init" && !node.method;
        const value = isValue ? this.read(node.value as Node, depth + 1) : computedAt(node);
        const name = keyName(node);
        const setsPrototype = name === "__proto__" && !node.computed && !node.shorthand && isValue;
        if (name === undefined || setsPrototype) return { ...range, value };
        return { ...range, name, rawName: name, key: rangeOf(node.key as Node), value };
    }

    #readConcatenation(node: Node, depth: number): Expression {
        const parts: Expression[] = [];
        let left = node;
        for (; left.type === "BinaryExpression" && left.operator === "+"; left = left.left as Node) {
            parts.push(this.read(left.right as Node, depth + 1));
        }
        parts.push(this.read(left, depth + 1));
        return { kind: "concatenation", start: node.start, end: node.end, parts: parts.reverse() };
    }

    #readCall(node: Node, depth: number): Expression | undefined {
        const { start, end } = node;
        const { args, isComplete } = argumentsOf(node);
        const sst = this.createSst(node);
        if (sst) return sst;
        const called = this.#pulumiFunction(node.callee);
        const [argument, ...others] = args;
        if (called === "concat" && isComplete) {
            const parts = args.map(part => this.read(part, depth + 1));
            return { kind: "template", start, end, parts, quote: "", isOutput: true };
        }
        if (!argument || others.length > 0 || !isComplete) return undefined;
        const value = () => this.read(argument, depth + 1);
        if (called !== undefined && OUTPUTS.has(called)) {
            return { kind: "wrapper", start, end, value: value(), isOutput: true, ...(called === "secret" && { isSecret: true }) };
        }
        return this.imports.isGlobal(node.callee, "Object.freeze") ? { kind: "wrapper", start, end, value: value() } : undefined;
    }

    /** Returns the name of a function of @pulumi/pulumi. */
    #pulumiFunction(callee: unknown): string | undefined {
        const [from, name, ...others] = this.imports.pathOf(callee) ?? [];
        return from === "@pulumi/pulumi" && others.length === 0 ? name : undefined;
    }

    /** Reads a call of SST that creates a client; undefined for any other call. */
    createSst(call: Node): Construction | undefined {
        const known = this.#constructions.get(call);
        const construction = known ?? this.readSst(call, this);
        if (construction && !known) this.#constructions.set(call, construction);
        return construction;
    }

    /** Reads the construction of a resource; undefined for that of anything else. */
    construct(node: Node, depth = 0): Construction | undefined {
        const known = this.#constructions.get(node);
        if (known) return known;
        const found = this.imports.classOf(node.callee);
        if (!found) return undefined;
        const { type, isCovered } = found;
        if (!isCovered) {
            this.#notCovered.set(node, { ...rangeOf(node), type });
            return undefined;
        }
        const { args, isComplete } = argumentsOf(node);
        const rest = isComplete ? undefined : computedAt(node);
        const [name, properties, options] = [0, 1, 2].map(index => (args[index] ? this.read(args[index], depth + 1) : rest));
        const assignedTo = assignedName(node);
        const construction: Construction = {
            kind: "resource",
            ...{ ...rangeOf(node), type, name, args: properties, options },
            ...(assignedTo !== undefined && { assignedTo }),
        };
        this.#constructions.set(node, construction);
        return construction;
    }

    /** Reads the members of an enum that are written out. */
    #readEnum(node: Node, depth: number): Expression {
        const range = rangeOf(node);
        const { members = [] } = isNode(node.body) ? node.body : node;
        const all = (members as Node[]).map((member): Member => {
            const key = member.id as Node;
            const name = nameOf(key);
            const value = isNode(member.initializer) ? this.read(member.initializer, depth + 1) : undefined;
            const isLiteral = value?.kind === "literal"; // a name can be that of another member
            return { ...rangeOf(member), name, rawName: name, key: rangeOf(key), value: isLiteral ? value : computedAt(member) };
        });
        return { kind: "object", ...range, layout: "brackets", inside: range, members: all };
    }
}

function readLiteral({ value, raw, regex, bigint, start, end }: Node): Literal | undefined {
    if (regex || bigint !== undefined) return undefined;
    const isPlain = ["boolean", "number", "string"].includes(typeof value) || value === null;
    const quote = typeof value === "string" ? String(raw).charAt(0) : "";
    return isPlain ? { kind: "literal", start, end, value: value as Literal["value"], quote } : undefined;
}

function readUnary({ operator, argument, start, end }: Node): Literal | undefined {
    const { type, value, regex, bigint } = argument as Node;
    if (operator === "void" && type === "Literal") return { kind: "literal", start, end, value: null, quote: "" };
    const isNumber = operator === "-" && typeof value === "number" && !regex && bigint === undefined;
    return isNumber ? { kind: "literal", start, end, value: -value, quote: "" } : undefined;
}

function insideOf({ start, end }: Range): Range {
    return { start: start + 1, end: end - 1 };
}

/** Returns the variable, field or key that an expression is assigned to. */
export function assignedName(node: Node): string | undefined {
    let value = node;
    while (value.parent && (isTransparent(value.parent) || value.parent.type === "AwaitExpression")) value = value.parent;
    const parent = value.parent;
    switch (parent?.type) {
        case "VariableDeclarator":
            return isNode(parent.id) && parent.id.type === "Identifier" ? String(parent.id.name) : undefined;
        case "AssignmentExpression":
            return pathOf(parent.left)?.path.at(-1);
        case "Property":
        case "PropertyDefinition":
            return parent.value === value ? keyName(parent) : undefined;
        default:
            return undefined;
    }
}
