import type { PolicyConfigSchema, Severity } from "@pulumi/policy";
import type { Client, NotKnown } from "./client";
import type { ClientOfPool } from "./stack";

/** An option is a JSON schema that must say what it does and what it is when left out. */
export type OptionSchema = PolicyConfigSchema["properties"][string] & { description: string; default: unknown };
export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

/** The option values a check receives: their types follow from their defaults. */
export type Options<O extends OptionSchemas> = { readonly [K in keyof O]: O[K]["default"] extends boolean ? boolean : O[K]["default"] };

/**
 * Yields a message for each violation, and by way of `known` what it had to leave out. Reading a property that the preview
 * cannot know yet ends the check, and the update runs it again: so what is independent goes into a check of its own.
 */
export type Check<O extends OptionSchemas = Record<never, never>, C extends Client = Client> = (
    client: C,
    options: Options<O>,
) => Iterable<string | NotKnown>;

/**
 * The properties to set so that a rule is content: a nested block is merged into the one that is there, a list or a plain
 * value replaces it, and undefined removes it.
 */
export type Patch = { readonly [K in keyof Client]: Client[K] };

// biome-ignore lint/suspicious/noExplicitAny: each rule's messages take what that rule knows.
type Messages = Readonly<Record<string, (...args: any[]) => string>>;

/** A judgement on one app client: plain data and pure functions, which know nothing of Pulumi's policy SDK. */
// biome-ignore lint/suspicious/noExplicitAny: a list of rules holds rules of different options, of both scopes.
export interface Rule<O extends OptionSchemas = any, M extends Messages = any, C extends Client = any> {
    /** The policy's name, and the name of the rule's file and of its test. */
    readonly name: string;
    /** Set for a rule that sees the client's user pool too, and so says nothing where that is not in the stack. */
    readonly scope?: "stack";
    /** What Pulumi does with a violation unless the user's configuration says otherwise. */
    readonly level: "mandatory" | "advisory" | "disabled";
    readonly severity: Severity;
    /** What must hold, and why; Pulumi prints it above every violation. */
    readonly description: string;
    /** What to change; it closes every message. */
    readonly remediation: string;
    /** Where the service or a standard says so. */
    readonly url: string;
    readonly options?: O;
    readonly messages: M;
    readonly checks: readonly Check<O, C>[];
    /** What to change so that the checks pass, where that is safe. It may count on a violation, and on nothing being unknown that it reads. */
    readonly fix?: (client: C, options: Options<O>) => Patch;
}

/** Gives a rule its types; the rule itself is what it was. */
export function defineRule<O extends OptionSchemas, M extends Messages>(rule: Rule<O, M, Client>): Rule<O, M, Client> {
    return rule;
}

/** The same for a rule that sees the client's user pool; there is no fix, since by then everything is deployed. */
export function defineStackRule<O extends OptionSchemas, M extends Messages>(
    rule: Omit<Rule<O, M, ClientOfPool>, "scope" | "fix">,
): Rule<O, M, ClientOfPool> {
    return { ...rule, scope: "stack" };
}
