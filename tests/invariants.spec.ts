import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { client, identityProvider, pool, resourceServer, unknown } from "../src/api/testing";
import { parseConfig } from "../src/cli/config/config";
import { type Client, readClient } from "../src/core/client";
import { evaluate, type Result, type Violation } from "../src/core/evaluate";
import type { Rule } from "../src/core/rule";
import { pairWithPools, type StackResource } from "../src/core/user-pools";
import { rules } from "../src/rules";
import { type PolicyRun, remediateClient, validateClient, validateStack } from "../src/testing/run-policy";
import { resourcesOf } from "../src/testing/test-stack-rule";
import { resource, state, userErrors } from "./support/check";
import { cases, clients, forAll, malformedClients } from "./support/clients";
import { run } from "./support/run-cli";

/** Options that activate the rules that are idle by default, or change what a rule checks. */
const OPTIONS: Readonly<Record<string, object>> = {
    "limit-access-token-validity": { maxMinutes: 15 },
    "limit-auth-session-validity": { maxMinutes: 5 },
    "limit-id-token-validity": { maxMinutes: 15 },
    "limit-oauth-scopes": { allowedScopes: ["openid", "*.acme-retail.io/*"] },
    "limit-redirect-hosts": { allowedHosts: ["*.acme-retail.io"] },
    "limit-refresh-token-validity": { maxHours: 24 },
    "no-development-redirect-hosts": { additionalHosts: ["*.acme-retail.io", "acme-retail.io"], allowedHosts: ["app.acme-retail.io"] },
    "no-password-auth-flows": { allowAdmin: false },
};

/** Returns a stack with a client and the resources that rules compare it with. */
function stackWith(props: Client, poolProps: object): StackResource[] {
    const stack = {
        users: pool(poolProps),
        google: identityProvider("users", { providerName: "Google", attributeMapping: { name: "name" } }),
        api: resourceServer("users", {
            identifier: "https://api.acme-retail.io",
            scopes: [{ scopeName: "write", scopeDescription: "Write" }],
        }),
        web: client("users", props),
    };
    return resourcesOf(stack, "preview");
}

const POOL = {
    userPoolTier: "LITE",
    schemas: [
        { name: "email", required: true, mutable: true },
        { name: "role", mutable: true },
    ],
    usernameAttributes: ["email"],
};
const [CLIENT_IN_STACK] = pairWithPools(stackWith({}, POOL));

function evaluateRule(rule: Rule, props: Client): Result {
    return evaluate(rule, { name: "web", urn: "", props, pool: CLIENT_IN_STACK?.pool }, OPTIONS[rule.name] ?? {});
}

/** Evaluates every rule for pairs of clients, and compares the results. */
function compareResults(pairs: fc.Arbitrary<[Client, Client]>, compare: (one: Result, other: Result) => void): void {
    const evaluatePair = ([one, other]: [Client, Client]) => {
        for (const rule of rules) compare(evaluateRule(rule, one), evaluateRule(rule, other));
    };
    forAll(pairs, evaluatePair, 200);
}

/** A client, and the same client with changed values. */
function changed(change: (value: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<[Client, Client]> {
    const changes = (client: Client) => fc.record(Object.fromEntries(Object.entries(client).map(([name, value]) => [name, change(value)])));
    return clients.chain(client => changes(client).map(other => [client, other] as [Client, Client]));
}

/** Writes numbers and booleans as strings, as programs in some languages do. */
function stringify(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(stringify);
    if (value instanceof Object) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, stringify(part)]));
    return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

/** A value, or the value with itself or a part of it unknown. */
function masked(value: unknown): fc.Arbitrary<unknown> {
    const parts = Array.isArray(value) ? [...value.keys()] : value instanceof Object ? Object.keys(value) : [];
    const partlyUnknown = parts.map(part =>
        Object.assign(Array.isArray(value) ? [...value] : { ...(value as object) }, { [part]: unknown }),
    );
    return fc.constantFrom(value, value, unknown, ...partlyUnknown);
}

/** Returns the words of a message regardless of their order, since a message lists elements in the order of the property. */
function wordsOf({ problem }: Violation): string {
    return (problem.match(/\w+/g) ?? []).sort().join(" ");
}

/** Returns the name of the property in a path: `tokenValidityUnits` for `tokenValidityUnits.accessToken`. */
function propertyOf({ property = "" }: Violation): string {
    return property.split(".")[0] as string;
}

/** Malformed resources that a stack may have as well. */
const otherResources: fc.Arbitrary<StackResource[]> = fc.array(
    fc.record({
        type: fc.constantFrom(
            ...["userPool:UserPool", "identityProvider:IdentityProvider", "resourceServer:ResourceServer"].map(
                type => `aws:cognito/${type}`,
            ),
        ),
        name: fc.constant("other"),
        urn: fc.constant("urn:pulumi:dev::shop::other::other"),
        props: fc.dictionary(
            fc.constantFrom(
                ...["id", "userPoolId", "userPoolTier", "schemas", "providerName", "attributeMapping", "identifier", "scopes"],
                ...["aliasAttributes", "autoVerifiedAttributes", "usernameAttributes", "userAttributeUpdateSettings"],
            ),
            fc.jsonValue({ maxDepth: 3 }),
        ),
        propertyDependencies: fc.constant({}),
    }),
);

describe("for any client", () => {
    const anyClient = fc.oneof(malformedClients, clients);

    function assertNoFailure({ violations, printed }: PolicyRun): void {
        for (const { message } of violations) assert.doesNotMatch(message, /This is a bug/);
        assert.equal(printed, "");
    }

    it("no policy throws, fails or prints", () => {
        forAll(anyClient, props => {
            for (const rule of rules.filter(({ scope }) => !scope)) assertNoFailure(validateClient(rule, props, OPTIONS[rule.name]));
        });
    });

    it("no stack policy throws, fails or prints, with any other resources in the stack", () => {
        forAll(fc.tuple(anyClient, otherResources), ([props, others]) => {
            const resources = [...stackWith(props, POOL), ...others];
            for (const rule of rules.filter(({ scope }) => scope)) assertNoFailure(validateStack(rule, resources));
        });
    });

    it("no fix throws or prints", () => {
        forAll(anyClient, props => {
            for (const rule of rules.filter(({ fix }) => fix)) assert.equal(remediateClient(rule, props).printed, "");
        });
    });
});

describe("the result of a rule", () => {
    it("is the same for a number or boolean and its string", () => {
        compareResults(
            clients.map(client => [client, stringify(client) as Client]),
            (plain, asStrings) => assert.deepEqual(asStrings, plain),
        );
    });

    it("is the same for any order of a list", () => {
        const shuffled = (value: unknown) =>
            Array.isArray(value) ? fc.shuffledSubarray(value, { minLength: value.length }) : fc.constant(value);
        compareResults(changed(shuffled), (one, other) => assert.deepEqual(other.violations.map(wordsOf), one.violations.map(wordsOf)));
    });

    it("is the same for a list with duplicates", () => {
        const doubled = (value: unknown) => fc.constantFrom(value, Array.isArray(value) ? [...value, ...value] : value);
        compareResults(changed(doubled), (one, other) => assert.deepEqual(other.violations, one.violations));
    });

    it("may lose violations through unknown values, which are recorded, and never gains one", () => {
        compareResults(changed(masked), (full, partial) => {
            if (full.violations.length > 0 && partial.violations.length === 0) assert.notDeepEqual(partial.unknown, []);
            for (const violation of partial.violations) {
                assert.ok(
                    full.violations.some(({ problem }) => problem.includes(propertyOf(violation))),
                    violation.problem,
                );
            }
        });
    });
});

describe("a violation", () => {
    const properties = readClient({});

    it("names a property, and its problem is a sentence that starts with it", () => {
        forAll(clients, client => {
            for (const rule of rules) {
                for (const violation of evaluateRule(rule, client).violations) {
                    const { property, problem } = violation;
                    assert.ok(propertyOf(violation) in properties, problem);
                    assert.ok(problem.startsWith(`${property} `), problem);
                    assert.match(problem, /[^ ][.?]$/);
                }
            }
        });
    });
});

describe("for any input", () => {
    it("check prints a report, or one line that explains why it cannot", async () => {
        const states = fc.array(malformedClients).map(all => state(...all.map((inputs, index) => resource(`web${index}`, inputs))));
        const inputs = fc.oneof(states, fc.json(), fc.string());
        await fc.assert(
            fc.asyncProperty(inputs, async stdin => {
                const { code, stderr } = await run(["check", "-"], { stdin });
                if (code === 2) assert.match(stderr, /^error: standard input: [^\n]+\n$/);
                else assert.doesNotMatch(stderr, /error/);
            }),
            cases(300),
        );
    });

    it("parseConfig returns a configuration, or lines that explain why it cannot", () => {
        const names = fc.constantFrom("all", ...rules.map(({ name }) => name));
        const levels = fc.constantFrom("advisory", "mandatory", "remediate", "disabled", "none");
        const entries = fc.oneof(
            levels,
            fc.jsonValue({ maxDepth: 2 }),
            fc.record({ enforcementLevel: levels, exempt: fc.jsonValue({ maxDepth: 2 }) }),
        );
        const configs = fc.dictionary(fc.oneof(names, fc.string()), entries).map(config => JSON.stringify(config));
        forAll(fc.oneof(configs, fc.json(), fc.string()), text => {
            for (const line of userErrors(() => parseConfig(rules, text))) assert.match(line, /^.+$/);
        });
    });

    it("no policy throws for any options", () => {
        const values = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(undefined, [null], [{ resource: "web" }]));
        const names = ["exempt", ...new Set(rules.flatMap(({ options }) => Object.keys(options ?? {}))), "other"];
        const options = fc.dictionary(fc.constantFrom(...names), values, { noNullPrototype: true });
        forAll(fc.tuple(clients, options), ([props, config]) => {
            for (const rule of rules) {
                const { violations } = evaluate(rule, { name: "web", urn: "", props, pool: CLIENT_IN_STACK?.pool }, config);
                for (const { problem } of violations) assert.doesNotMatch(problem, /This is a bug/);
            }
            for (const rule of rules.filter(({ fix }) => fix)) remediateClient(rule, props, config);
        });
    });
});
