import type { PolicyConfigSchema, Severity } from "@pulumi/policy";
import { packageInfo } from "../util/package-info";
import type { Client } from "./client";
import type { IdentityProvider, PoolProperties, ResourceServer, UserPoolDomain } from "./resource-types";
import type { ClientResources, Pool } from "./user-pools";

/** The enforcement levels. */
export const LEVELS = ["advisory", "mandatory", "remediate", "disabled"] as const;

/** What Pulumi does with a violation. */
export type Level = (typeof LEVELS)[number];

/** An option: a JSON schema with a description and a default. */
export type OptionSchema = PolicyConfigSchema["properties"][string] & { description: string; default: unknown };
export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

/** The values of a rule's options; their types follow from their defaults. */
export type Options<O extends OptionSchemas> = { readonly [K in keyof O]: O[K]["default"] extends boolean ? boolean : O[K]["default"] };

/** A property of the client, or a member of one of its blocks: `callbackUrls`, `tokenValidityUnits.accessToken`. */
export type PropertyPath = { [P in keyof Client & string]: P | MemberPath<P, NonNullable<Client[P]>> }[keyof Client & string];

type MemberPath<P extends string, T> = T extends string | number | boolean | readonly unknown[] ? never : `${P}.${keyof T & string}`;

/** What a check gets besides the client. */
export interface Context<O> {
    readonly options: O;
    /**
     * Reports a violation. The problem continues a sentence that starts with the property:
     * `report("authSessionValidity", "is 20 minutes; it must be between 3 and 15 minutes.")`.
     */
    readonly report: (property: PropertyPath, problem: string) => void;
    /** Returns the known elements of a list that pass `test`, without duplicates. Records the unknown ones as not evaluated. */
    readonly filter: <T>(list: readonly T[] | undefined, test?: (element: T) => boolean) => T[];
}

/** What a check of a rule with scope "stack" gets besides the client. */
export interface StackContext<O> extends Context<O>, ClientResources {
    /** The client's user pool. Reading it ends the check if the pool is not in the stack. */
    readonly pool: Pool;
}

/**
 * Reports the violations of one condition. Reading an unknown value throws, which ends this check and no other:
 * independent conditions belong in separate checks.
 */
export type Check<O extends OptionSchemas = Record<never, never>> = (client: Client, context: Context<Options<O>>) => void;

/** A check that also sees the resources that belong to the client. */
export type StackCheck<O extends OptionSchemas = Record<never, never>> = (client: Client, context: StackContext<Options<O>>) => void;

/** Properties to change so that the rule passes. Blocks are merged, lists and scalars replaced; `undefined` deletes. */
export type Patch = { readonly [K in keyof Client]: Client[K] };

/**
 * What a rule protects. `deployability`: AWS or the provider rejects the client. `security`: the client is insecure, or a setting
 * has no effect. `limits`: a limit that the organization sets. `consistency`: a conflict with other resources of the stack.
 */
export type Category = "deployability" | "security" | "limits" | "consistency";

/** A requirement of a standard, or an entry in a list of weaknesses. */
export interface Standard {
    /** The title of the document. */
    readonly title: string;
    /** The short name of the document, and its version if it has one: `OWASP ASVS` and `5.0.0`. */
    readonly name: string;
    readonly version?: string;
    /** The number of the requirement: `10.4.4`. */
    readonly reference: string;
    /** The citation, which is also the policy's tag: `ASVS v5.0.0-10.4.4`. */
    readonly id: string;
    readonly url: string;
}

/** What a rule is documented with: required of the rules of this pack, optional for those of others. */
export interface RuleDocumentation<O extends OptionSchemas> {
    /** A few words: the heading of the rule's page and the display name of its policy. */
    readonly title: string;
    readonly standards: readonly Standard[];
    readonly docs: RuleDocs;
    readonly examples: Examples<O>;
}

/** Everything that is known about a rule but its checks. */
export interface RuleMetadata<O extends OptionSchemas> extends Partial<RuleDocumentation<O>> {
    /** The name of the policy, of the rule's file and of its test. */
    readonly name: string;
    readonly category: Category;
    /** The enforcement level unless the configuration sets one. */
    readonly level: "mandatory" | "advisory" | "disabled";
    readonly severity: Severity;
    /** What the rule requires and why, in one sentence. Pulumi prints it above every violation. */
    readonly description: string;
    /** What to write instead, in one sentence. Pulumi prints it behind every violation. */
    readonly remediation: string;
    readonly options?: O;
    /** The address of the rule's page. */
    readonly url?: string;
    /** Where to report a bug in the rule. */
    readonly bugs?: string;
}

/** The parts of a rule's page that are not computed. */
interface RuleDocs {
    /** What the rule checks and why: two or three sentences, with the limits in numbers. */
    readonly details: string;
    /** What the fix changes, and when it changes nothing. */
    readonly fix?: string;
    /** When to turn the rule off. Absent if AWS rejects whatever the rule reports. */
    readonly whenNotToUse?: string;
    /** The pages of the service or standard that the rule is based on, the most important first. */
    readonly sources: readonly [string, ...string[]];
}

/** Clients that violate the rule, and clients that do not. */
interface Examples<O extends OptionSchemas = OptionSchemas> {
    readonly incorrect: readonly [Example<O>, ...Example<O>[]];
    readonly correct: readonly [Example<O>, ...Example<O>[]];
}

/** A client, the options that it is checked with and the resources of its stack that the rule compares it with. */
export interface Example<O extends OptionSchemas = OptionSchemas> {
    readonly client: Client;
    /** The resources of the example that the client depends on. */
    readonly dependsOn?: readonly ("identityProvider" | "resourceServer")[];
    readonly options?: Partial<Options<O>>;
    readonly pool?: PoolProperties;
    readonly identityProvider?: IdentityProvider;
    readonly resourceServer?: ResourceServer;
    readonly domain?: UserPoolDomain;
    /** Whether the client has a style for managed login. */
    readonly hasBranding?: boolean;
    /** Whether a load balancer signs users in with the client. */
    readonly hasListener?: boolean;
}

/** A rule that sees one client: data and pure functions, independent of Pulumi's policy SDK. */
export interface ClientRule<O extends OptionSchemas> extends RuleMetadata<O> {
    readonly scope?: undefined;
    readonly checks: readonly Check<O>[];
    /**
     * Computes the changes after which the checks pass, or {} if they cannot be made safely.
     * It is called only for a client that violates the rule, and its result is dropped if it reads an unknown value.
     */
    readonly fix?: (client: Client, options: Options<O>) => Patch;
}

/** A rule that also sees the resources that belong to the client, such as its user pool. It has no fix. */
export interface StackRule<O extends OptionSchemas> extends RuleMetadata<O> {
    readonly scope: "stack";
    readonly checks: readonly StackCheck<O>[];
    readonly fix?: undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of rules has rules with different options.
export type Rule = ClientRule<any> | StackRule<any>;

// biome-ignore lint/suspicious/noExplicitAny: a list of rules has rules with different options.
export type DocumentedRule = Rule & RuleDocumentation<any> & { readonly url: string };

/** A rule with the enforcement level and the options that are configured for it. */
export interface RuleConfig {
    readonly rule: Rule;
    readonly level: Level;
    /** The configured options, without defaults. */
    readonly options: object;
}

type Documented<O extends OptionSchemas, R> = R & RuleDocumentation<O>;

/** Returns the rule unchanged; gives its checks and its fix their types. */
export function defineRule<O extends OptionSchemas = Record<never, never>>(
    rule: Documented<O, ClientRule<O>>,
): Documented<O, ClientRule<O>>;
export function defineRule<O extends OptionSchemas = Record<never, never>>(rule: Documented<O, StackRule<O>>): Documented<O, StackRule<O>>;
export function defineRule<O extends OptionSchemas = Record<never, never>>(rule: ClientRule<O>): ClientRule<O>;
export function defineRule<O extends OptionSchemas = Record<never, never>>(rule: StackRule<O>): StackRule<O>;
export function defineRule(rule: Rule): Rule {
    return rule;
}

/** Returns the address of the page of a rule of this pack. */
export function pageUrl(name: string): string {
    return `${packageInfo().homepage}/blob/main/docs/rules/${name}.md`;
}
