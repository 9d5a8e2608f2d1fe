import type { UserPoolClientArgs } from "@pulumi/aws/cognito";
import type { Unwrap } from "@pulumi/pulumi";
import { type AnySchema, isEmptyList, isUnknown, readProperties, readProperty, readValue, type Schema, viewOf } from "./properties";

/** An app client as rules see it: the arguments of the resource with every Input resolved. An empty list counts as unset. */
export type Client = Readonly<Partial<Unwrap<UserPoolClientArgs>>>;

/** A property whose value is a list. */
export type ListProperty = { [P in keyof Client]-?: NonNullable<Client[P]> extends readonly unknown[] ? P : never }[keyof Client];

/** Every property of the resource. A property added by a new version of @pulumi/aws is a compile error until it is listed here. */
const CLIENT: Schema<Client> = {
    accessTokenValidity: "number",
    allowedOauthFlows: ["string"],
    allowedOauthFlowsUserPoolClient: "boolean",
    allowedOauthScopes: ["string"],
    analyticsConfiguration: {
        applicationArn: "string",
        applicationId: "string",
        externalId: "string",
        roleArn: "string",
        userDataShared: "boolean",
    },
    authSessionValidity: "number",
    callbackUrls: ["string"],
    defaultRedirectUri: "string",
    enablePropagateAdditionalUserContextData: "boolean",
    enableTokenRevocation: "boolean",
    explicitAuthFlows: ["string"],
    generateSecret: "boolean",
    idTokenValidity: "number",
    logoutUrls: ["string"],
    name: "string",
    preventUserExistenceErrors: "string",
    readAttributes: ["string"],
    refreshTokenRotation: { feature: "string", retryGracePeriodSeconds: "number" },
    refreshTokenValidity: "number",
    region: "string",
    supportedIdentityProviders: ["string"],
    tokenValidityUnits: { accessToken: "string", idToken: "string", refreshToken: "string" },
    userPoolId: "string",
    writeAttributes: ["string"],
};

/** A property that outputs always have and inputs never: the provider computes it. */
const CLIENT_SECRET = "clientSecret";

/**
 * Reads an app client from the properties of a resource: the proxies of Pulumi's SDK or the JSON of a state. The properties are
 * the inputs of the resource, or its outputs as the provider reads them from AWS.
 *
 * Each property is read on access, as {@link readProperties} does. In outputs, 0 and "" are undefined as well, and generateSecret
 * defaults to whether there is a client secret.
 *
 * @param deployed the values of properties that the inputs lack, as {@link deployedOnly} returns them
 */
export function readClient(props: object, deployed?: object): Client {
    if (CLIENT_SECRET in props) return new ClientOutputs(props, "") as Client;
    return deployed ? (new DeployedClient({ props, deployed }, "") as Client) : readProperties(props, CLIENT);
}

const ClientOutputs = viewOf(CLIENT, readOutput);

/** Whether the program sets a list to []. In outputs, [] is what the provider returns for an unset list. */
export function isSetToEmptyList(client: Client, property: ListProperty): boolean {
    return !(client instanceof ClientOutputs) && isEmptyList(client, property);
}

/**
 * Reads an output. The provider returns an unset lifetime as 0, an unset text as "", and generateSecret only if the program sets it.
 * Source: user_pool_client.go in the AWS provider for Terraform, which Pulumi's provider is based on.
 */
function readOutput(outputs: object, name: string, schema: AnySchema, path: string): unknown {
    const value = readProperty(outputs, name, schema, path);
    if (name === "generateSecret") return value ?? Boolean(readValue(outputs, CLIENT_SECRET, path));
    return value === 0 || value === "" ? undefined : value;
}

/** What a state has of a client. */
interface Deployed {
    readonly props: object;
    readonly deployed?: object;
}

const DeployedClient = viewOf(
    CLIENT,
    (client, name, schema, path) => readProperty(sourceOf(client as Deployed, name), name, schema, path),
    (client, name, path) => readValue(sourceOf(client as Deployed, name), name, path),
);

function sourceOf({ props, deployed = props }: Deployed, name: string): object {
    return isSet(props, name) ? props : deployed;
}

function isSet(props: object, name: string): boolean {
    return (props[name as keyof object] ?? undefined) !== undefined;
}

/** Whether a property, or the block that it is in, is deployed but not set by the program. */
export function isOnlyDeployed({ props, deployed }: Deployed, property: string): boolean {
    const [name = ""] = property.split(".");
    return deployed !== undefined && !isSet(props, name) && isSet(deployed, name);
}

/**
 * Returns the outputs for the properties that the inputs lack, as inputs: without 0, "" and [], which mean unset, and with generateSecret.
 * The provider keeps a property that is removed from the program.
 */
export function deployedOnly(inputs: object, outputs: object): object {
    const names = Object.keys(CLIENT).filter(
        name => !isSet(inputs, name) && isSet(outputs, name) && !isZero(outputs[name as keyof object]),
    );
    const deployed = Object.fromEntries(names.map(name => [name, outputs[name as keyof object]]));
    return isSet(inputs, "generateSecret") ? deployed : { ...generateSecretOf(outputs), ...deployed };
}

function isZero(value: unknown): boolean {
    return value === 0 || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A secret that is encrypted or redacted leaves generateSecret unknown. */
function generateSecretOf(outputs: object): object {
    if (!(CLIENT_SECRET in outputs)) return {};
    const { clientSecret } = outputs;
    return { generateSecret: isUnknown(clientSecret) ? clientSecret : Boolean(clientSecret) };
}
