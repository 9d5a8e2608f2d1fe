import { unknown } from "../../src/api/testing";
import type { Client } from "../../src/core/client";

type Properties = Readonly<Record<string, unknown>>;

/**
 * What the provider returns for a property that the program leaves out. Blocks stay unset, and generateSecret is not returned.
 * Source: the acceptance tests of aws_cognito_user_pool_client in the AWS provider for Terraform, which Pulumi's provider is based on.
 */
const DEFAULT_OUTPUTS: Properties = {
    accessTokenValidity: 0,
    allowedOauthFlows: [],
    allowedOauthFlowsUserPoolClient: false,
    allowedOauthScopes: [],
    authSessionValidity: 3,
    callbackUrls: [],
    defaultRedirectUri: "",
    enablePropagateAdditionalUserContextData: false,
    enableTokenRevocation: true,
    explicitAuthFlows: [],
    idTokenValidity: 0,
    logoutUrls: [],
    preventUserExistenceErrors: "",
    readAttributes: [],
    refreshTokenValidity: 30,
    region: "eu-west-1",
    supportedIdentityProviders: [],
    writeAttributes: [],
};

/** What the provider and AWS add to a block that the program sets. */
const DEFAULT_MEMBERS: Readonly<Record<string, (block: Properties) => Properties>> = {
    analyticsConfiguration: ({ applicationArn }) => ({
        ...(applicationArn !== undefined && { roleArn: "arn:aws:iam::123456789012:role/aws-service-role/cognito-idp.amazonaws.com/Role" }),
        userDataShared: false,
    }),
    refreshTokenRotation: () => ({ retryGracePeriodSeconds: 0 }),
    tokenValidityUnits: () => ({ accessToken: "hours", idToken: "hours", refreshToken: "days" }),
};

/** A secret as AWS generates it. */
const GENERATED_SECRET = "1example23456789abcdefghijklmnopqrstuvwxyz0123456789";

/** Returns the outputs of a client after an update: the inputs, and what the provider returns for the rest. */
export function outputsOf(inputs: Client): Properties {
    const set = Object.entries(inputs).filter(([, value]) => value !== undefined && value !== null);
    const outputs = set.map(([name, value]) => [name, withDefaultMembers(name, value)]);
    const clientSecret = inputs.generateSecret ? GENERATED_SECRET : "";
    return { ...DEFAULT_OUTPUTS, ...Object.fromEntries(outputs), clientSecret, id: "1example23456789" };
}

function withDefaultMembers(name: string, value: unknown): unknown {
    const defaultMembers = DEFAULT_MEMBERS[name];
    return defaultMembers && value instanceof Object ? { ...defaultMembers(value as Properties), ...value } : value;
}

/** Returns the outputs of a new client in a preview: the inputs, and everything else unknown. */
export function previewOutputs(inputs: Client): Properties {
    const computed = Object.keys(outputsOf({})).map(name => [name, unknown]);
    return { ...Object.fromEntries(computed), ...inputs };
}

/** Returns the outputs of a client that the provider reads without knowing the program: generateSecret is missing. */
export function readBack(inputs: Client): Properties {
    const { generateSecret, ...outputs } = outputsOf(inputs);
    return outputs;
}

/** Returns the inputs that an import makes of the outputs: those with a value other than false, 0, "" and []. */
export function imported(inputs: Client): Properties {
    const { clientSecret, id, ...outputs } = readBack(inputs);
    return withoutZeroValues(outputs);
}

function withoutZeroValues(properties: Properties): Properties {
    const isZero = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);
    const isBlock = (value: unknown) => value instanceof Object && !Array.isArray(value);
    const entries = Object.entries(properties).map(([name, value]) => [
        name,
        isBlock(value) ? withoutZeroValues(value as Properties) : value,
    ]);
    return Object.fromEntries(entries.filter(([, value]) => !isZero(value)));
}
