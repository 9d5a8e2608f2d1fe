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
    readonly className: "IdentityProvider" | "ResourceServer" | "UserPool" | "UserPoolClient";
    readonly name: string;
    readonly args: object;
}

const POOL_NAME = "customers";
const POOL_ID = "eu-west-1_AbCdEfGhI";

/** Prints an example as statements of a Pulumi program in TypeScript. A client without other resources uses `pool.id` of a pool that is not shown. */
export function toTypeScript(example: Example): string {
    return programOf(example, new Expression("pool.id")).map(statement).join("\n\n");
}

function statement({ className, name, args }: ProgramResource): string {
    const variable = className === "UserPool" ? "const pool = " : "";
    const list = Object.keys(args).length > 0 ? `, ${printTypeScript(args)}` : "";
    return `${variable}new aws.cognito.${className}("${name}"${list});`;
}

/** Prints an example as a Pulumi program in YAML. */
export function toYaml(example: Example): string {
    const poolId = new Expression(`${showsPool(example) ? POOL_NAME : "pool"}.id`);
    const resources = programOf(example, poolId).map(({ className, name, args }) => {
        const properties = Object.keys(args).length > 0 ? args : undefined;
        return [name, { type: `aws:cognito:${className}`, properties }];
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

function showsPool({ pool, identityProvider, resourceServer }: Example): boolean {
    return Boolean(pool ?? identityProvider ?? resourceServer);
}

function programOf(example: Example, poolId: unknown): ProgramResource[] {
    const { client, pool = {}, identityProvider, resourceServer } = example;
    const resources: ProgramResource[] = [];
    if (showsPool(example)) resources.push({ className: "UserPool", name: POOL_NAME, args: pool });
    if (identityProvider) {
        const { name, ...details } = providerDetails(identityProvider.providerName);
        resources.push({ className: "IdentityProvider", name, args: { userPoolId: poolId, ...identityProvider, ...details } });
    }
    if (resourceServer) resources.push({ className: "ResourceServer", name: "api", args: { userPoolId: poolId, ...resourceServer } });
    resources.push({ className: "UserPoolClient", name: clientName(client), args: { userPoolId: poolId, ...client } });
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

/** Returns the client as a rule sees it. A rule with scope "stack" gets the resources of the program, as from a state. */
function clientOf(rule: Rule, example: Example): Resource {
    const client = { name: "web", urn: "web", props: example.client };
    if (rule.scope !== "stack") return client;
    const resources = programOf({ pool: {}, ...example }, POOL_ID).map(({ className, name, args }) => {
        const type = `aws:cognito/${className.charAt(0).toLowerCase()}${className.slice(1)}:${className}`;
        return { type, name, urn: name, props: args, ...(className === "UserPool" && { id: POOL_ID }), propertyDependencies: {} };
    });
    return pairWithPools(resources).at(0) ?? client;
}
