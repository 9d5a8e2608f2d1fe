import { PROPERTIES } from "../core/resource-types";
import { CLIENT_TYPE } from "../core/user-pools";

/** The properties of an app client. */
const CLIENT =
    "accessTokenValidity allowedOauthFlows allowedOauthFlowsUserPoolClient allowedOauthScopes analyticsConfiguration authSessionValidity " +
    "callbackUrls defaultRedirectUri enablePropagateAdditionalUserContextData enableTokenRevocation explicitAuthFlows generateSecret " +
    "idTokenValidity logoutUrls name preventUserExistenceErrors readAttributes refreshTokenRotation refreshTokenValidity region " +
    "supportedIdentityProviders tokenValidityUnits userPoolId writeAttributes";

/** The types of Cognito that the policies do not cover: the other class of app clients, and that of the native provider. */
const NOT_COVERED: readonly string[] = ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", "aws-native:cognito:UserPoolClient"];

/** The type of a resource, by its token. */
export interface ResourceType {
    readonly type: string;
    readonly isCovered: boolean;
}

const TYPES: ReadonlyMap<string, ResourceType> = new Map(
    [CLIENT_TYPE, ...PROPERTIES.keys(), ...NOT_COVERED].map(type => [keyOf(type), { type, isCovered: !NOT_COVERED.includes(type) }]),
);

/** Returns the type of a class of @pulumi/aws, or of @pulumi/aws-native, such as `cognito` and `UserPool`. Undefined if it is not read. */
export function findClass(module: string, className: string, isNative = false): ResourceType | undefined {
    const found = findType(`aws${isNative ? "-native" : ""}:${module}:${className}`);
    return found && classNameOf(found.type) === className ? found : undefined;
}

/** Returns the type with a token, in any case, with or without the file of the class. Undefined if it is not read. */
export function findType(token: string): ResourceType | undefined {
    return TYPES.get(keyOf(token));
}

function keyOf(token: string): string {
    return token.toLowerCase().replace(/\/\w+:/, ":");
}

/** Returns the inputs of a type that rules can read: all of them are unknown where the arguments are computed. */
export function propertiesOf(token: string): readonly string[] {
    if (token === CLIENT_TYPE) return CLIENT.split(" ");
    return PROPERTIES.get(token)?.filter(property => property !== "id") ?? [];
}

/** Returns the name of the class in a type's token: `UserPool` of `aws:cognito/userPool:UserPool`. */
export function classNameOf(token: string): string {
    return token.slice(token.lastIndexOf(":") + 1);
}
