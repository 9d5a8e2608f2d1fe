import type { Client } from "../../src/core/client";
import { computeFix, evaluate, type Resource } from "../../src/core/evaluate";
import { applyFix, type Secrets } from "../../src/core/fix";
import { messageOf } from "../../src/core/message";
import type { Example, Rule } from "../../src/core/rule";
import { pairWithPools } from "../../src/core/user-pools";
import { Expression, printJson, printTypeScript } from "../../src/programs/printers/literals";
import { printYaml } from "../../src/programs/printers/yaml";

/** How a program refers to a resource: by a constant in TypeScript, and by the name in YAML. */
interface Reference {
    readonly variable: string;
    readonly name: string;
}

/** A resource of the program that an example stands for. */
interface ProgramResource extends Reference {
    readonly type: ResourceType;
    readonly args: object;
    readonly dependsOn?: readonly Reference[];
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

/** Returns the output of a resource. */
type OutputOf = (resource: Reference, output: string) => unknown;

const POOL_NAME = "customers";
const POOL_ID = "eu-west-1_AbCdEfGhI";

/** Prints an example as statements of a Pulumi program in TypeScript. A client without other resources uses `pool.id` of a pool that is not shown. */
export function toTypeScript(example: Example): string {
    const used = new Set<string>();
    const program = programOf(example, ({ variable }, output) => {
        used.add(variable);
        return new Expression(`${variable}.${output}`);
    });
    for (const { variable } of program.flatMap(({ dependsOn = [] }) => dependsOn)) used.add(variable);
    return program.map(resource => statement(resource, used.has(resource.variable))).join("\n\n");
}

function statement({ type, name, args, variable, dependsOn = [] }: ProgramResource, isUsed: boolean): string {
    const assignment = isUsed ? `const ${variable} = ` : "";
    const list = Object.keys(args).length > 0 ? `, ${printTypeScript(args)}` : "";
    const options = dependsOn.length > 0 ? `, { dependsOn: [${dependsOn.map(({ variable }) => variable).join(", ")}] }` : "";
    return `${assignment}new aws.${MODULES[type]}.${type}("${name}"${list}${options});`;
}

/** Prints an example as a Pulumi program in YAML. */
export function toYaml(example: Example): string {
    const program = programOf(example, ({ name }, output) => new Expression(`${name}.${output}`));
    const resources = program.map(({ type, name, args, dependsOn = [] }) => {
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

const DOMAIN: Reference = { variable: "domain", name: "domain" };

function programOf(example: Example, outputOf: OutputOf): ProgramResource[] {
    const { client, identityProvider, resourceServer, domain, hasBranding, hasListener, dependsOn = [] } = example;
    const pool: Reference = { variable: "pool", name: showsPool(example) ? POOL_NAME : "pool" };
    const userPoolId = outputOf(pool, "id");
    const resources: ProgramResource[] = [];
    if (showsPool(example)) resources.push({ ...pool, type: "UserPool", args: example.pool ?? {} });
    if (domain) resources.push({ ...DOMAIN, type: "UserPoolDomain", args: { userPoolId, domain: "acme-shop", ...domain } });
    if (identityProvider) {
        const { name, ...details } = providerDetails(identityProvider.providerName);
        resources.push({ name, variable: name, type: "IdentityProvider", args: { userPoolId, ...identityProvider, ...details } });
    }
    if (resourceServer) resources.push({ name: "api", variable: "api", type: "ResourceServer", args: { userPoolId, ...resourceServer } });
    const dependencies = resources.filter(({ type }) => dependsOn.some(kind => kind.toLowerCase() === type.toLowerCase()));
    const name = clientName(client);
    const web: Reference = { name, variable: name };
    resources.push({ ...web, type: "UserPoolClient", args: { userPoolId, ...client }, dependsOn: dependencies });
    if (hasBranding) {
        const args = { userPoolId, clientId: outputOf(web, "id"), useCognitoProvidedValues: true };
        resources.push({ name: "style", variable: "style", type: "ManagedLoginBranding", args });
    }
    if (hasListener) resources.push({ name: "https", variable: "https", type: "Listener", args: listenerArgs(pool, web, outputOf) });
    return resources;
}

/** Returns the arguments of a listener of a load balancer, a certificate and a target group that are not shown. */
function listenerArgs(pool: Reference, client: Reference, outputOf: OutputOf): object {
    const arnOf = (name: string) => outputOf({ name, variable: name }, "arn");
    const authenticateCognito = {
        userPoolArn: outputOf(pool, "arn"),
        userPoolClientId: outputOf(client, "id"),
        userPoolDomain: outputOf(DOMAIN, "domain"),
    };
    return {
        loadBalancerArn: arnOf("loadBalancer"),
        port: 443,
        protocol: "HTTPS",
        certificateArn: arnOf("certificate"),
        defaultActions: [
            { type: "authenticate-cognito", authenticateCognito },
            { type: "forward", targetGroupArn: arnOf("targetGroup") },
        ],
    };
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
