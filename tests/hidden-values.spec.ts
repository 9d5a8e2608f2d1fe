import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { client, identityProvider, pool, resourceServer, unknown } from "../src/api/testing";
import type { Client } from "../src/core/client";
import type { Rule } from "../src/core/rule";
import { quoted } from "../src/core/values";
import { rules } from "../src/rules";
import { validateClient, validateStack } from "../src/testing/run-policy";
import { resourcesOf } from "../src/testing/test-stack-rule";
import { assertProperty, cases, clients } from "./support/clients";
import { ruleWith } from "./support/rules";

const HIDE_VALUES = "PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES";

/** A text and a number that no message has but as a value of the client. */
interface Values {
    readonly text: string;
    readonly number: number;
}

/** Two clients differ only in these: in the length of the text, too, so that a message with a length differs. */
const [FIRST, SECOND]: readonly [Values, Values] = [
    { text: "zqxjv", number: 7_654_321 },
    { text: "wvkqzjx", number: 8_765_433 },
];

/** Options with which rules report that are idle by default. */
const OPTIONS: Readonly<Record<string, object>> = {
    "limit-oauth-scopes": { allowedScopes: ["openid"] },
    "limit-redirect-hosts": { allowedHosts: ["acme.dev"] },
    "limit-auth-session-validity": { maxMinutes: 3 },
};

/** Puts the values into texts and numbers. The choices decide where in each, and which ones stay as they are. */
function fill(value: unknown, values: Values, choices: readonly number[]): unknown {
    let count = 0;
    const choose = () => choices[count++ % choices.length] as number;
    const fillPart = (part: unknown): unknown => {
        if (part === unknown) return part;
        if (Array.isArray(part)) return part.map(fillPart);
        if (part instanceof Object) return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, fillPart(member)]));
        if (typeof part === "number") return [part, values.number, -values.number, values.number + 0.5, part, values.number][choose()];
        if (typeof part !== "string") return part;
        const middle = part.length / 2;
        return [
            part,
            values.text + part,
            part + values.text,
            part.slice(0, middle) + values.text + part.slice(middle),
            values.text,
            `${part}.${values.text.toUpperCase()}`,
        ][choose()];
    };
    return fillPart(value);
}

/** A stack whose resources have names and attributes of every kind. */
const POOL = {
    schemas: [
        { name: "role", attributeDataType: "String", mutable: true },
        { name: "tenant", attributeDataType: "String", required: true },
    ],
    userPoolTier: "LITE",
    usernameAttributes: ["email"],
    autoVerifiedAttributes: ["email"],
};
const PROVIDER = { providerName: "Okta", providerType: "OIDC", attributeMapping: { email: "mail", "custom:role": "role" } };
const SERVER = { identifier: "orders", scopes: [{ scopeName: "read", scopeDescription: "Read" }] };

/** Returns what a policy prints for a client in a stack. */
function messagesOf(rule: Rule, props: object, values: Values, choices: readonly number[]): string[] {
    const filled = fill({ props, pool: POOL, provider: PROVIDER, server: SERVER }, values, choices) as Record<string, object>;
    const options = OPTIONS[rule.name];
    const run = () => {
        if (rule.scope !== "stack") return validateClient(rule, filled.props as object, options);
        const stack = {
            users: pool(filled.pool),
            okta: identityProvider("users", filled.provider as object),
            orders: resourceServer("users", filled.server as object),
            web: client("users", filled.props as object),
        };
        return validateStack(rule, resourcesOf(stack, "state"), options);
    };
    return run().violations.map(({ message }) => message);
}

/** Whether messages can be compared: a limit can lie between the values, and only the shorter text may be close enough for a suggestion. */
function shapeOf(messages: readonly string[]): string {
    return messages.map(message => message.split("did you mean").length).join();
}

/** Fails if a policy prints a value, or a text that depends on one. */
function expectHidden(rule: Rule): void {
    const choices = fc.array(fc.nat({ max: 5 }), { minLength: 5, maxLength: 20 });
    const property = fc.property(clients, choices, (props, choices) => {
        const [first, second] = [FIRST, SECOND].map(values => messagesOf(rule, props, values, choices)) as [string[], string[]];
        for (const message of first) {
            assert.doesNotMatch(message, new RegExp(FIRST.text, "i"));
            assert.doesNotMatch(message, /7[,.]?654[,.]?321/);
        }
        if (shapeOf(first) === shapeOf(second)) assert.deepEqual(first, second);
    });
    assertProperty(property, cases(200));
}

describe("with hidden values, no problem has a value of the client or its stack:", () => {
    before(() => {
        process.env[HIDE_VALUES] = "1";
    });
    after(() => {
        delete process.env[HIDE_VALUES];
    });

    for (const rule of rules) it(rule.name, () => expectHidden(rule));

    describe("the test fails for a rule that prints", () => {
        for (const [name, problem] of [
            ["a text", ({ name }) => `is ${name}.`],
            ["a number", ({ accessTokenValidity }) => `is ${accessTokenValidity}.`],
            ["a length", ({ name = "" }) => `has ${name.length} characters.`],
            ["a suggestion", ({ name = "" }) => `is ${quoted(name)} (did you mean ${name.toUpperCase()}?).`],
        ] as const satisfies readonly (readonly [string, (client: Client) => string])[]) {
            it(name, () => {
                const rule = ruleWith({ name: "my-rule", checks: [(client, { report }) => report("name", problem(client))] });
                assert.throws(() => expectHidden(rule));
            });
        }
    });
});
