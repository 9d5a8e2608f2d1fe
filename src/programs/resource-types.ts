/** The resources that are read from programs. */

/** A class of @pulumi/aws and the token of its type. */
interface ResourceType {
    readonly module: string;
    readonly className: string;
    readonly token: string;
}

const MODULES: Readonly<Record<string, readonly string[]>> = {
    cognito: ["UserPoolClient", "UserPool", "IdentityProvider", "ResourceServer", "UserPoolDomain", "ManagedLoginBranding"],
    lb: ["Listener", "ListenerRule"],
    alb: ["Listener", "ListenerRule"],
};

/** Types of @pulumi/aws that the policies do not cover. */
const NOT_COVERED_MODULES: Readonly<Record<string, readonly string[]>> = { cognito: ["ManagedUserPoolClient"] };

const RESOURCE_TYPES = typesIn(MODULES);
const NOT_COVERED_TYPES = typesIn(NOT_COVERED_MODULES);

/** The type of an app client of the native provider, whose class has the same name. */
export const NATIVE_CLIENT_TYPE = "aws-native:cognito:UserPoolClient";

/** Returns the type's token of a class of @pulumi/aws, such as `cognito` and `UserPool`, in any case. Undefined if it is not read. */
export function findResourceType(module: string, className: string): string | undefined {
    return RESOURCE_TYPES.get(keyOf(module, className))?.token;
}

/** Returns the type's token of a class of @pulumi/aws that the policies do not cover. */
export function findNotCoveredType(module: string, className: string): string | undefined {
    return NOT_COVERED_TYPES.get(keyOf(module, className))?.token;
}

/** Returns the name of the class in a type's token: `UserPool` of `aws:cognito/userPool:UserPool`. */
export function classNameOf(token: string): string {
    return token.slice(token.lastIndexOf(":") + 1);
}

function typesIn(modules: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ResourceType> {
    return new Map(
        Object.entries(modules).flatMap(([module, classNames]) =>
            classNames.map(className => {
                const member = className.charAt(0).toLowerCase() + className.slice(1);
                return [keyOf(module, className), { module, className, token: `aws:${module}/${member}:${className}` }] as const;
            }),
        ),
    );
}

function keyOf(module: string, className: string): string {
    return `${module}.${className}`.toLowerCase();
}
