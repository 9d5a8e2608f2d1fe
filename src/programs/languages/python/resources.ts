import { classNameOf, findNotCoveredType, findResourceType, NATIVE_CLIENT_TYPE } from "../../resource-types";
import type { DeclaredNames } from "../declarations";
import type { TokenSource } from "../tokens/source";

/** What a class of a package of Pulumi is. */
export interface FoundClass {
    readonly type: string;
    readonly isCovered: boolean;
}

/** Names of names are not followed further. */
const MAX_ALIASES = 5;

/** Follows names to the classes and functions of imported packages. */
export class ImportedClasses {
    constructor(
        private readonly source: TokenSource,
        private readonly names: DeclaredNames,
        private readonly stars: readonly string[],
    ) {}

    /** Returns what a path names, such as `[pulumi_aws, cognito, UserPool]`. Undefined if it is not certain to be of a package. */
    find(path: readonly string[], offset: number, depth = 0): readonly string[] | undefined {
        const [first = "", ...rest] = path;
        const found = this.names.find(first, offset);
        if (found === undefined) {
            const [star, ...others] = this.stars;
            return star !== undefined && others.length === 0 ? [...star.split("."), ...path] : undefined;
        }
        const declaration = this.names.findConstant(path, offset);
        if (!declaration || depth > MAX_ALIASES) return undefined;
        if (declaration.imported) return [...declaration.imported, ...rest];
        const { tokens } = declaration;
        const alias = tokens && this.source.pathAt(tokens.from);
        if (alias?.to !== tokens?.to || !alias || !tokens) return undefined;
        return this.find([...alias.names, ...rest], this.source.startOf(tokens.from), depth + 1);
    }

    /** Returns the type of a resource's class. */
    findClass(path: readonly string[], offset: number): FoundClass | undefined {
        // The file of a class is a module as well: `pulumi_aws.cognito.user_pool`.
        const [root, module, ...others] = this.find(path, offset) ?? [];
        const name = others.at(-1);
        if (module === undefined || name === undefined || others.length > 2) return undefined;
        if (root === "pulumi_aws_native" && module === "cognito" && name === "UserPoolClient")
            return { type: NATIVE_CLIENT_TYPE, isCovered: false };
        if (root !== "pulumi_aws") return undefined;
        const type = findResourceType(module, name);
        if (type !== undefined) return classNameOf(type) === name ? { type, isCovered: true } : undefined;
        const other = findNotCoveredType(module, name);
        return other !== undefined && classNameOf(other) === name ? { type: other, isCovered: false } : undefined;
    }

    /** Whether a path names a class or function of Pulumi's SDK, such as `Output.secret`. */
    isPulumi(path: readonly string[], offset: number, name: string): boolean {
        const found = this.find(path, offset);
        return found?.[0] === "pulumi" && found.slice(-name.split(".").length).join(".") === name;
    }
}
