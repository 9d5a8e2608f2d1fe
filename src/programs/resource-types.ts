const LISTENER = "certificateArn defaultActions loadBalancerArn port protocol sslPolicy tags";
const LISTENER_RULE = "actions conditions listenerArn priority tags";

/** The classes of @pulumi/aws by module, with the properties that rules can read: all of them are unknown where the arguments are computed. */
const MODULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    cognito: {
        UserPoolClient:
            "accessTokenValidity allowedOauthFlows allowedOauthFlowsUserPoolClient allowedOauthScopes analyticsConfiguration " +
            "authSessionValidity callbackUrls defaultRedirectUri enablePropagateAdditionalUserContextData enableTokenRevocation " +
            "explicitAuthFlows generateSecret idTokenValidity logoutUrls name preventUserExistenceErrors readAttributes " +
            "refreshTokenRotation refreshTokenValidity region supportedIdentityProviders tokenValidityUnits userPoolId writeAttributes",
        UserPool:
            "accountRecoverySetting adminCreateUserConfig aliasAttributes autoVerifiedAttributes deletionProtection deviceConfiguration " +
            "emailConfiguration emailMfaConfiguration emailVerificationMessage emailVerificationSubject lambdaConfig mfaConfiguration " +
            "name passwordPolicy region schemas signInPolicy smsAuthenticationMessage smsConfiguration smsVerificationMessage " +
            "softwareTokenMfaConfiguration tags userAttributeUpdateSettings userPoolAddOns userPoolTier usernameAttributes " +
            "usernameConfiguration verificationMessageTemplate webAuthnConfiguration",
        IdentityProvider: "attributeMapping idpIdentifiers providerDetails providerName providerType region userPoolId",
        ResourceServer: "identifier name region scopes userPoolId",
        UserPoolDomain: "certificateArn domain managedLoginVersion region userPoolId",
        ManagedLoginBranding: "assets clientId region settings useCognitoProvidedValues userPoolId",
    },
    lb: { Listener: LISTENER, ListenerRule: LISTENER_RULE },
    alb: { Listener: LISTENER, ListenerRule: LISTENER_RULE },
    elasticloadbalancingv2: { Listener: LISTENER, ListenerRule: LISTENER_RULE },
    applicationloadbalancing: { Listener: LISTENER, ListenerRule: LISTENER_RULE },
};

/** The properties of each type that is read, by its token. */
const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map(
    Object.entries(MODULES).flatMap(([module, classes]) =>
        Object.entries(classes).map(([className, properties]) => [tokenOf(module, className), properties.split(" ")] as const),
    ),
);

export const POOL_TYPE = tokenOf("cognito", "UserPool");

/** The types of Cognito that the policies do not cover: the other class of app clients, and that of the native provider. */
const NOT_COVERED: readonly string[] = [tokenOf("cognito", "ManagedUserPoolClient"), "aws-native:cognito:UserPoolClient"];

/** The type of a resource, by its token. */
export interface ResourceType {
    readonly type: string;
    readonly isCovered: boolean;
}

const TYPES: ReadonlyMap<string, ResourceType> = new Map(
    [...PROPERTIES.keys(), ...NOT_COVERED].map(type => [keyOf(type), { type, isCovered: PROPERTIES.has(type) }]),
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

/** Returns the properties of a type that rules can read. */
export function propertiesOf(token: string): readonly string[] {
    return PROPERTIES.get(token) ?? [];
}

/** Returns the name of the class in a type's token: `UserPool` of `aws:cognito/userPool:UserPool`. */
export function classNameOf(token: string): string {
    return token.slice(token.lastIndexOf(":") + 1);
}

function tokenOf(module: string, className: string): string {
    return `aws:${module}/${className.charAt(0).toLowerCase()}${className.slice(1)}:${className}`;
}
