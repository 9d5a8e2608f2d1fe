import type { Client } from "../../src/core/client";
import { computeFix, evaluate, type Resource } from "../../src/core/evaluate";
import { applyFix, type Secrets } from "../../src/core/fix";
import { messageOf } from "../../src/core/message";
import type { Example, Rule } from "../../src/core/rule";
import { pairWithPools } from "../../src/core/user-pools";
import { Expression, printJson, printTypeScript } from "../../src/programs/printers/literals";
import { printYaml } from "../../src/programs/printers/yaml";

/** A resource of the program that an example stands for. */
interface ProgramResource {
    readonly type: ResourceType;
    readonly name: string;
    readonly args: object;
    /** The constant that a program in TypeScript assigns the resource to, if others use it. */
    readonly variable?: string | undefined;
    readonly dependsOn?: readonly ProgramResource[];
}

/** The classes of the resources, and the module of each. */
const MODULES = {
    IdentityProvider: "cognito",
    Listener: "lb",
    ManagedLoginBranding: "cognito",
    ResourceServer: "cognito",
    UserPool: "cognito",
    UserPoolClient: "cognito",
    UserPoolDomain: "cognito",
} as const;

type ResourceType = keyof typeof MODULES;

/** Returns the output of a resource, by the constant and the name of the resource. */
type OutputOf = (resource: { readonly variable: string; readonly name: string }, output: string) => unknown;

const POOL_NAME = "customers";
const POOL_ID = "eu-west-1_AbCdEfGhI";

/** Prints an example as statements of a Pulumi program in TypeScript. A client without other resources uses `pool.id` of a pool that is not shown. */
export function toTypeScript(example: Example): string {
    const outputOf: OutputOf = ({ variable }, output) => new Expression(`${variable}.${output}`);
    return programOf(example, outputOf).map(statement).join("\n\n");
}

function statement({ type, name, args, variable, dependsOn = [] }: ProgramResource): string {
    const assignment = variable === undefined ? "" : `const ${variable} = `;
    const list = Object.keys(args).length > 0 ? `, ${printTypeScript(args)}` : "";
    const variables = dependsOn.map(({ variable }) => variable).join(", ");
    return `${assignment}new aws.${MODULES[type]}.${type}("${name}"${list}${variables && `, { dependsOn: [${variables}] }`});`;
}

/** Prints an example as a Pulumi program in YAML. */
export function toYaml(example: Example): string {
    const outputOf: OutputOf = ({ name }, output) => new Expression(`${name}.${output}`);
    const resources = programOf(example, outputOf).map(({ type, name, args, dependsOn = [] }) => {
        const properties = Object.keys(args).length > 0 ? args : undefined;
        const options = dependsOn.length > 0 ? { dependsOn: dependsOn.map(({ name }) => new Expression(name)) } : undefined;
        return [name, { type: `aws:${MODULES[type]}:${type}`, properties, options }];
    });
    return printYaml({ resources: Object.fromEntries(resources) });
}

/** Prints the options of an example; undefined if it has none. */
export function exampleOptions({ options }: Example): string | undefined {
    return options && printJson(options);
}

/** Returns the messages that a client gets in a preview, without the description that is printed above them. */
export function messagesOf(rule: Rule, example: Example): string[] {
    return evaluate(rule, clientOf(rule, example), example.options ?? {}).violations.map(violation => messageOf(violation, rule));
}

/** Returns the problems that a policy reports for an example. */
export function problemsOf(rule: Rule, example: Example): string[] {
    return evaluate(rule, clientOf(rule, example), example.options ?? {}).violations.map(({ problem }) => problem);
}

/** Returns the example after the rule's fix; undefined if the rule has no fix or the fix changes nothing. */
export function fixedExample(rule: Rule, example: Example): Example | undefined {
    const patch = computeFix(rule, clientOf(rule, example), example.options ?? {});
    if (!patch || Object.keys(patch).length === 0) return undefined;
    const client = structuredClone(example.client);
    applyFix(client, patch, NO_SECRETS);
    return { ...example, client };
}

const NO_SECRETS: Secrets = { open: () => undefined, seal: value => value };

function showsPool({ pool, identityProvider, resourceServer, domain, hasBranding, hasListener }: Example): boolean {
    return Boolean(pool ?? identityProvider ?? resourceServer ?? domain ?? (hasBranding || hasListener));
}

function programOf(example: Example, outputOf: OutputOf): ProgramResource[] {
    const { client, pool = {}, identityProvider, resourceServer, domain, hasBranding, hasListener, dependsOn = [] } = example;
    const poolReference = { variable: "pool", name: showsPool(example) ? POOL_NAME : "pool" };
    const userPoolId = outputOf(poolReference, "id");
    const name = clientName(client);
    const clientReference = { variable: name, name };
    const resources: ProgramResource[] = [];
    if (showsPool(example)) resources.push({ type: "UserPool", name: POOL_NAME, variable: "pool", args: pool });
    if (domain) {
        const variable = hasListener ? "domain" : undefined;
        resources.push({ type: "UserPoolDomain", name: "domain", variable, args: { userPoolId, domain: "acme-shop", ...domain } });
    }
    const dependencies: ProgramResource[] = [];
    if (identityProvider) {
        const { name, ...details } = providerDetails(identityProvider.providerName);
        const variable = dependsOn.includes("identityProvider") ? name : undefined;
        const provider: ProgramResource = {
            type: "IdentityProvider",
            name,
            variable,
            args: { userPoolId, ...identityProvider, ...details },
        };
        resources.push(provider);
        if (variable) dependencies.push(provider);
    }
    if (resourceServer) {
        const variable = dependsOn.includes("resourceServer") ? "api" : undefined;
        const server: ProgramResource = { type: "ResourceServer", name: "api", variable, args: { userPoolId, ...resourceServer } };
        resources.push(server);
        if (variable) dependencies.push(server);
    }
    const variable = hasBranding || hasListener ? name : undefined;
    resources.push({ type: "UserPoolClient", name, variable, args: { userPoolId, ...client }, dependsOn: dependencies });
    const clientId = outputOf(clientReference, "id");
    if (hasBranding) {
        const args = { userPoolId, clientId, useCognitoProvidedValues: true };
        resources.push({ type: "ManagedLoginBranding", name: "style", args });
    }
    if (hasListener) {
        const authenticateCognito = {
            userPoolArn: outputOf(poolReference, "arn"),
            userPoolClientId: clientId,
            userPoolDomain: outputOf({ variable: "domain", name: "domain" }, "domain"),
        };
        const args = {
            loadBalancerArn: outputOf({ variable: "loadBalancer", name: "loadBalancer" }, "arn"),
            port: 443,
            protocol: "HTTPS",
            certificateArn: outputOf({ variable: "certificate", name: "certificate" }, "arn"),
            defaultActions: [
                { type: "authenticate-cognito", authenticateCognito },
                { type: "forward", targetGroupArn: outputOf({ variable: "targetGroup", name: "targetGroup" }, "arn") },
            ],
        };
        resources.push({ type: "Listener", name: "https", args });
    }
    return resources;
}

/** A client that signs in as itself is not a web app. */
function clientName({ allowedOauthFlows = [] }: Client): string {
    return allowedOauthFlows.includes("client_credentials") ? "worker" : "web";
}

/** What an identity provider needs besides its name, which is all that rules read. */
function providerDetails(providerName = "") {
    switch (providerName) {
        case "Google":
        case "Facebook":
        case "LoginWithAmazon":
            return {
                name: providerName.replace("LoginWith", "").toLowerCase(),
                providerType: providerName,
                providerDetails: { client_id: "<client ID>", client_secret: "<client secret>", authorize_scopes: "email" },
            };
        default:
            return {
                name: "employees",
                providerType: "SAML",
                providerDetails: { MetadataURL: "https://login.acme.dev/saml/metadata" },
            };
    }
}

/** Returns the client as a rule sees it. A rule with scope "stack" gets the resources of the program, which does not exist yet. */
function clientOf(rule: Rule, example: Example): Resource {
    const client = { name: "web", urn: "web", props: example.client };
    if (rule.scope !== "stack") return client;
    const outputOf: OutputOf = ({ name }, output) => (name === POOL_NAME && output === "id" ? POOL_ID : `${name}.${output}`);
    const resources = programOf({ pool: {}, ...example }, outputOf).map(({ type, name, args, dependsOn = [] }) => ({
        type: `aws:${MODULES[type]}/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`,
        name,
        urn: name,
        id: type === "UserPool" ? POOL_ID : `${name}.id`,
        props: args,
        dependencies: dependsOn.map(({ name }) => name),
        propertyDependencies: {},
    }));
    return pairWithPools(resources).at(0) ?? client;
}
