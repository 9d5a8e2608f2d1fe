import { classNameOf, findNotCoveredType, findResourceType, NATIVE_CLIENT_TYPE } from "../../resource-types";
import type { DeclaredNames } from "../declarations";

/** A function or type of a package of Pulumi. */
interface PackageMember {
    readonly name: string;
    /** The module of @pulumi/aws, such as `cognito`. */
    readonly module?: string;
    readonly isNative?: boolean;
    /** Whether it is of Pulumi's SDK. */
    readonly isPulumi: boolean;
}

const SDK = /^github\.com\/pulumi\/pulumi\/sdk(?:\/v\d+)?\/go\/pulumi$/;
const AWS = /^github\.com\/pulumi\/pulumi-aws(-native)?\/sdk(?:\/v\d+)?\/go\/aws\/(\w+)$/;

/** Follows names to the packages of Pulumi. */
export class GoPackages {
    constructor(
        private readonly names: DeclaredNames,
        private readonly dots: readonly string[],
    ) {}

    /** Returns what a path such as `cognito.NewUserPool` names. Undefined if it is not certain to be of a package of Pulumi. */
    find(path: readonly string[], offset: number): PackageMember | undefined {
        const [first = "", second, ...others] = path;
        if (others.length > 0) return undefined;
        if (second !== undefined) {
            const imported = this.names.findConstant(path, offset)?.imported?.[0];
            return imported === undefined ? undefined : memberOf(imported, second);
        }
        if (this.names.find(first, offset) !== undefined) return undefined;
        const found = this.dots.map(dot => memberOf(dot, first)).filter(member => member !== undefined);
        // Names of the packages of Pulumi that are imported without a prefix do not overlap.
        return found.find(({ isPulumi, name }) => isPulumi === !/^New|Args$|^UserPool|^Listener/.test(name));
    }

    /** Returns the type of the resource that a function constructs. */
    findResource(path: readonly string[], offset: number): { type: string; isCovered: boolean } | undefined {
        if (!path.at(-1)?.startsWith("New")) return undefined;
        const found = this.find(path, offset);
        if (found?.module === undefined) return undefined;
        const className = found.name.slice("New".length);
        if (found.isNative) {
            return found.module === "cognito" && className === "UserPoolClient"
                ? { type: NATIVE_CLIENT_TYPE, isCovered: false }
                : undefined;
        }
        const type = findResourceType(found.module, className);
        if (type !== undefined) return classNameOf(type) === className ? { type, isCovered: true } : undefined;
        const other = findNotCoveredType(found.module, className);
        return other !== undefined && classNameOf(other) === className ? { type: other, isCovered: false } : undefined;
    }
}

function memberOf(path: string, name: string): PackageMember | undefined {
    if (SDK.test(path)) return { name, isPulumi: true };
    const [, native, module] = AWS.exec(path) ?? [];
    return module === undefined ? undefined : { name, module, isPulumi: false, ...(native && { isNative: true }) };
}
