import type { IdentityProviderArgs, ResourceServerArgs, UserPoolArgs, UserPoolDomainArgs } from "@pulumi/aws/cognito";
import type { ListenerArgs } from "@pulumi/aws/lb";
import type { Unwrap } from "@pulumi/pulumi";
import { ANY_KEY, type Schema } from "./properties";

export const POOL_TYPE = "aws:cognito/userPool:UserPool";
export const IDENTITY_PROVIDER_TYPE = "aws:cognito/identityProvider:IdentityProvider";
export const RESOURCE_SERVER_TYPE = "aws:cognito/resourceServer:ResourceServer";
export const DOMAIN_TYPE = "aws:cognito/userPoolDomain:UserPoolDomain";
export const BRANDING_TYPE = "aws:cognito/managedLoginBranding:ManagedLoginBranding";

/** The modules with load balancers in which resources can be: the second half has the former names of the first. */
const LOAD_BALANCER_MODULES = ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"];

/** The types of listeners and listener rules, and the property of each that lists its actions. */
export const LISTENER_TYPES: ReadonlyMap<string, "defaultActions" | "actions"> = new Map(
    LOAD_BALANCER_MODULES.flatMap(name => [
        [`aws:${name}/listener:Listener`, "defaultActions"] as const,
        [`aws:${name}/listenerRule:ListenerRule`, "actions"] as const,
    ]),
);

/** The properties of a resource that rules read. */
type Properties<Args, Name extends keyof Unwrap<Args>> = Readonly<Partial<Pick<Unwrap<Args>, Name>>>;

/** The properties of a user pool. */
export type PoolProperties = Properties<
    UserPoolArgs,
    | "adminCreateUserConfig"
    | "aliasAttributes"
    | "autoVerifiedAttributes"
    | "schemas"
    | "userAttributeUpdateSettings"
    | "usernameAttributes"
    | "userPoolTier"
>;
export type IdentityProvider = Properties<IdentityProviderArgs, "attributeMapping" | "providerName">;
export type ResourceServer = Properties<ResourceServerArgs, "identifier" | "scopes">;
export type UserPoolDomain = Properties<UserPoolDomainArgs, "managedLoginVersion">;

type AuthenticateCognito = NonNullable<NonNullable<Unwrap<ListenerArgs>["defaultActions"]>[number]["authenticateCognito"]>;

/** What rules read of an action of a listener or a listener rule. */
interface Action {
    readonly authenticateCognito?: Pick<AuthenticateCognito, "userPoolClientId">;
}

export interface Listener {
    readonly actions?: readonly Action[];
    readonly defaultActions?: readonly Action[];
}

export const POOL: Schema<PoolProperties> = {
    adminCreateUserConfig: {
        allowAdminCreateUserOnly: "boolean",
        inviteMessageTemplate: { emailMessage: "string", emailSubject: "string", smsMessage: "string" },
    },
    aliasAttributes: ["string"],
    autoVerifiedAttributes: ["string"],
    schemas: [
        {
            attributeDataType: "string",
            developerOnlyAttribute: "boolean",
            mutable: "boolean",
            name: "string",
            numberAttributeConstraints: { maxValue: "string", minValue: "string" },
            required: "boolean",
            stringAttributeConstraints: { maxLength: "string", minLength: "string" },
        },
    ],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["string"] },
    usernameAttributes: ["string"],
    userPoolTier: "string",
};

export const IDENTITY_PROVIDER: Schema<IdentityProvider> = { attributeMapping: { [ANY_KEY]: "string" }, providerName: "string" };

export const RESOURCE_SERVER: Schema<ResourceServer> = {
    identifier: "string",
    scopes: [{ scopeDescription: "string", scopeName: "string" }],
};

export const DOMAIN: Schema<UserPoolDomain> = { managedLoginVersion: "number" };

const ACTIONS: Schema<readonly Action[]> = [{ authenticateCognito: { userPoolClientId: "string" } }];

export const LISTENER: Schema<Listener> = { actions: ACTIONS, defaultActions: ACTIONS };

/** The properties of the resources besides clients that rules read, by type. */
export const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
    [POOL_TYPE, [...Object.keys(POOL), "id"]],
    [IDENTITY_PROVIDER_TYPE, [...Object.keys(IDENTITY_PROVIDER), "userPoolId"]],
    [RESOURCE_SERVER_TYPE, [...Object.keys(RESOURCE_SERVER), "userPoolId"]],
    [DOMAIN_TYPE, [...Object.keys(DOMAIN), "userPoolId"]],
    [BRANDING_TYPE, ["clientId"]],
    ...[...LISTENER_TYPES].map(([type, property]): [string, string[]] => [type, [property]]),
]);
