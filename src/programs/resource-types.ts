/** A type of resource that is read from programs. */
interface ResourceType {
    /** The token, such as `aws:cognito/userPool:UserPool`. */
    readonly token: string;
    /** The properties that rules can read; all of them are unknown where the arguments are computed. */
    readonly properties: readonly string[];
}

const LISTENER = "certificateArn defaultActions loadBalancerArn port protocol sslPolicy tags";
const LISTENER_RULE = "actions conditions listenerArn priority tags";

/** The classes of @pulumi/aws by module, with the properties of each. */
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

const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map(
    Object.entries(MODULES).flatMap(([module, classes]) =>
        Object.entries(classes).map(([className, properties]) => {
            return [keyOf(module, className), { token: tokenOf(module, className), properties: properties.split(" ") }] as const;
        }),
    ),
);

const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map(
    [...RESOURCE_TYPES.values()].map(({ token, properties }) => [token, properties]),
);

export const POOL_TYPE = tokenOf("cognito", "UserPool");

/** The type of an app client of the native provider, whose class has the same name. */
export const NATIVE_CLIENT_TYPE = "aws-native:cognito:UserPoolClient";

/** The classes of Cognito that the policies do not cover. */
const NOT_COVERED: readonly string[] = ["ManagedUserPoolClient"];

/** Returns the token of a class of @pulumi/aws, such as `cognito` and `UserPool`, in any case. Undefined if it is not read. */
export function findResourceType(module: string, className: string): string | undefined {
    return RESOURCE_TYPES.get(keyOf(module, className))?.token;
}

/** Returns the token of a class of @pulumi/aws that the policies do not cover. */
export function findNotCoveredType(module: string, className: string): string | undefined {
    if (module.toLowerCase() !== "cognito") return undefined;
    const found = NOT_COVERED.find(name => name.toLowerCase() === className.toLowerCase());
    return found && tokenOf("cognito", found);
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

function keyOf(module: string, className: string): string {
    return `${module}.${className}`.toLowerCase();
}
