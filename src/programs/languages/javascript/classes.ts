import { AMBIGUOUS, headOf, type Names } from "../../names";
import { findClass, type ResourceType } from "../../resource-types";
import type { Declaration } from "./declarations";
import { pathOfModule } from "./modules";
import { isNode, type Node } from "./parse";
import { pathOf, propertyOf, strip } from "./syntax";

/** Longer ways from an alias to an import are not followed. */
const MAX_ALIASES = 8;

/** Helpers of compilers around `require`. */
const REQUIRE_HELPER = /^(?:__importDefault|__importStar|_interopRequireDefault|_interopRequireWildcard)$/;

/** Finds what the names of imported packages stand for. */
export class Imports {
    constructor(private readonly names: Names<Declaration>) {}

    /** Returns the class of a resource that an expression names. */
    classOf(node: unknown): ResourceType | undefined {
        const path = this.pathOf(node);
        if (path?.length !== 3) return undefined;
        const [from, module, className] = path as [string, string, string];
        if (from !== "@pulumi/aws" && from !== "@pulumi/aws-native") return undefined;
        return findClass(module, className, from === "@pulumi/aws-native");
    }

    /** Returns the class of the object that an expression names: `["sst", "aws", "CognitoUserPool"]`. */
    constructedBy(node: unknown): readonly string[] | undefined {
        const found = pathOf(node);
        const binding = found && this.names.find(found.path.join("."), found.start);
        if (!binding || binding === AMBIGUOUS || this.names.changesOf(binding).length > 0) return undefined;
        const { init, member } = binding;
        const value = init && member === undefined ? strip(init) : undefined;
        return value?.type === "NewExpression" ? this.pathOf(value.callee) : undefined;
    }

    /** Whether an expression is a global name that the file does not declare itself, such as `Object.freeze`. */
    isGlobal(node: unknown, name: string): boolean {
        const found = pathOf(node);
        return found?.path.join(".") === name && this.names.find(found.path[0] as string, found.start) === undefined;
    }

    /** Returns what of a package an expression names: `["@pulumi/pulumi", "secret"]`. The global names of SST are those of Pulumi. */
    pathOf(node: unknown, depth = 0): readonly string[] | undefined {
        if (!isNode(node) || depth > MAX_ALIASES) return undefined;
        const found = pathOf(node);
        if (found) return this.#resolve(found.path, found.start, depth);
        const expression = strip(node);
        if (expression.type === "MemberExpression") {
            const object = this.pathOf(expression.object, depth + 1);
            const name = propertyOf(expression);
            return object && name !== undefined ? [...object, ...(name === "default" ? [] : [name])] : undefined;
        }
        const source = requiredBy(expression);
        return source === undefined ? undefined : pathOfModule(source);
    }

    #resolve(path: readonly string[], start: number, depth: number): readonly string[] | undefined {
        const [head, ...rest] = path;
        const binding = this.names.find(headOf(path), start);
        if (binding === AMBIGUOUS) return undefined;
        if (!binding) return globalPath(head, rest);
        const { init, member, imported } = binding;
        if (this.names.changesOf(binding).length > 0 || head === "this") return undefined;
        const members = [...(member === undefined ? [] : [member]), ...rest].filter(name => name !== "default");
        if (imported) return [...imported, ...members];
        const value = init && this.pathOf(init, depth + 1);
        return value && [...value, ...members];
    }
}

/** Returns what a global name of SST stands for. */
function globalPath(head: string | undefined, rest: readonly string[]): readonly string[] | undefined {
    if (head === "aws") return ["@pulumi/aws", ...rest];
    if (head === "sst") return ["sst", ...rest];
    if (head === "$util") return ["@pulumi/pulumi", ...rest];
    if (head === "$interpolate" || head === "$concat") return ["@pulumi/pulumi", head.slice(1)];
    return undefined;
}

/** Returns the module that an expression loads: by `require`, by `await import`, or in a helper of a compiler. */
export function requiredBy(node: Node): string | undefined {
    const expression = strip(node);
    if (expression.type === "AwaitExpression") {
        return literalText(strip(expression.argument as Node).source);
    }
    if (expression.type !== "CallExpression") return undefined;
    const { name } = expression.callee as Node;
    const [argument, ...others] = expression.arguments as readonly Node[];
    if (!argument || others.length > 0) return undefined;
    if (name === "require") return literalText(argument);
    return REQUIRE_HELPER.test(String(name)) ? requiredBy(argument) : undefined;
}

/** Returns the text of a string that is written out. */
export function literalText(node: unknown): string | undefined {
    return isNode(node) && typeof node.value === "string" ? node.value : undefined;
}
