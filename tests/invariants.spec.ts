import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { settingsFrom } from "../src/check/config";
import type { Client } from "../src/client";
import { judge, type Verdict } from "../src/judge";
import { PROPERTIES } from "../src/properties";
import type { Rule } from "../src/rule";
import { rules } from "../src/rules";
import { clientsOf, type StackResource } from "../src/stack";
import { check, problemsOf, resource, state } from "./check/harness";
import { clients, forAll, nonsense, SEED } from "./clients";
import { remediate, unknown, validate } from "./harness";
import { client, identityProvider, pool, resourceServer, resourcesOf, validateStack } from "./stack-harness";

/** What wakes the rules that are idle by default, and what else options change. */
const OPTIONS: Readonly<Record<string, object>> = {
    "limit-access-token-validity": { maxMinutes: 15 },
    "limit-auth-session-validity": { maxMinutes: 5 },
    "limit-id-token-validity": { maxMinutes: 15 },
    "limit-oauth-scopes": { scopes: ["openid", "*.acme-retail.io/*"] },
    "limit-redirect-hosts": { hosts: ["*.acme-retail.io"] },
    "limit-refresh-token-validity": { maxHours: 24 },
    "no-password-auth-flows": { allowAdmin: false },
};

/** A stack with a client and what rules that see the stack hold it against. */
function stackWith(props: Partial<Client>, poolProps: object) {
    const entries = {
        users: pool(poolProps),
        google: identityProvider("users", "Google"),
        api: resourceServer("users", "https://api.acme-retail.io", ["write"]),
        web: client("users", props),
    };
    return resourcesOf(entries, "preview");
}

const POOL = { userPoolTier: "LITE", schemas: [{ name: "email", required: true }, { name: "role" }] };

function verdictOf(rule: Rule, props: Partial<Client>): Verdict {
    const [inStack] = clientsOf(stackWith({}, POOL));
    return judge(rule, { name: "web", urn: "", props, pool: inStack?.pool }, OPTIONS[rule.name] ?? {});
}

/** Judges pairs of clients by every rule, and compares what each says. */
function compare(pairs: fc.Arbitrary<[one: Client, other: Client]>, expect: (one: Verdict, other: Verdict) => void): void {
    const judged = ([one, other]: [Client, Client]) => {
        for (const rule of rules) expect(verdictOf(rule, one), verdictOf(rule, other));
    };
    forAll(pairs, judged, 200);
}

/** A client, and it changed in each value that is of some kind. */
function changed(change: (value: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<[Client, Client]> {
    const changes = (client: Client) => fc.record(Object.fromEntries(Object.entries(client).map(([name, value]) => [name, change(value)])));
    return clients.chain(client => changes(client).map(other => [client, other] as [Client, Client]));
}

/** A value with its numbers and booleans written as strings, as programs of some languages hand them over. */
function written(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(written);
    if (value instanceof Object) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, written(part)]));
    return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

/** A value, or it with something that is not known in its place or within. */
function masked(value: unknown): fc.Arbitrary<unknown> {
    const parts = Array.isArray(value) ? [...value.keys()] : value instanceof Object ? Object.keys(value) : [];
    const within = parts.map(part => Object.assign(Array.isArray(value) ? [...value] : { ...(value as object) }, { [part]: unknown }));
    return fc.constantFrom(value, value, unknown, ...within);
}

/** A message without the order of its words, in which lists are told. */
function words(message: string): string {
    return (message.match(/\w+/g) ?? []).sort().join(" ");
}

/** Resources that hold anything, beside which a client may stand. */
const others: fc.Arbitrary<StackResource[]> = fc.array(
    fc.record({
        type: fc.constantFrom(
            ...["userPool:UserPool", "identityProvider:IdentityProvider", "resourceServer:ResourceServer"].map(
                type => `aws:cognito/${type}`,
            ),
        ),
        name: fc.constant("other"),
        urn: fc.constant("urn:pulumi:dev::shop::other::other"),
        props: fc.dictionary(
            fc.constantFrom("id", "userPoolId", "userPoolTier", "schemas", "providerName", "identifier", "scopes"),
            fc.jsonValue({ maxDepth: 3 }),
        ),
        propertyDependencies: fc.constant({}),
    }),
);

describe("whatever a client holds", () => {
    const anything = fc.oneof(nonsense, clients);

    it("no policy throws or prints", () => {
        forAll(anything, props => {
            for (const rule of rules.filter(({ scope }) => !scope)) assert.equal(validate(rule, props, OPTIONS[rule.name]).printed, "");
        });
    });

    it("no policy of a stack throws or prints, whatever else is in it", () => {
        forAll(fc.tuple(anything, others), ([props, others]) => {
            const resources = [...stackWith(props, POOL), ...others];
            for (const rule of rules.filter(({ scope }) => scope)) assert.equal(validateStack(rule, resources).printed, "");
        });
    });

    it("no fix throws or prints", () => {
        forAll(anything, props => {
            for (const rule of rules.filter(({ fix }) => fix)) remediate(rule, props);
        });
    });
});

describe("a verdict", () => {
    it("is the same for a number or boolean and its string", () => {
        compare(
            clients.map(client => [client, written(client) as Client]),
            (plain, asText) => assert.deepEqual(asText, plain),
        );
    });

    it("is the same in any order of a list", () => {
        const shuffled = (value: unknown) =>
            Array.isArray(value) ? fc.shuffledSubarray(value, { minLength: value.length }) : fc.constant(value);
        compare(changed(shuffled), (one, other) => assert.deepEqual(other.violations.map(words), one.violations.map(words)));
    });

    it("is the same for a list with duplicates", () => {
        const doubled = (value: unknown) => fc.constantFrom(value, Array.isArray(value) ? [...value, ...value] : value);
        compare(changed(doubled), (one, other) => assert.deepEqual(other.violations, one.violations));
    });

    it("is left open by what is not known, and never turned round", () => {
        compare(changed(masked), (full, partial) => {
            if (full.violations.length > 0 && partial.violations.length === 0) assert.notDeepEqual(partial.undecided, []);
            for (const message of partial.violations) {
                const [property = ""] = /^[\w.]+/.exec(message) ?? [];
                assert.ok(
                    full.violations.some(other => other.includes(property)),
                    message,
                );
            }
        });
    });
});

describe("a message", () => {
    it("is a sentence that begins with the property it is about", () => {
        forAll(clients, client => {
            for (const rule of rules) {
                for (const message of verdictOf(rule, client).violations) {
                    const [, property = "", end = ""] = /^(\w+)\b.*(..)$/s.exec(message.replace(` ${rule.remediation}`, "")) ?? [];
                    assert.ok(property in PROPERTIES, message);
                    assert.match(end, /[^ ][.?]/, message);
                }
            }
        });
    });
});

describe("whatever check reads", () => {
    it("it judges, or says in a line why it cannot", async () => {
        const states = fc.array(nonsense).map(all => state(...all.map((inputs, index) => resource(`web${index}`, inputs))));
        const anything = fc.oneof(states, fc.json(), fc.string());
        await fc.assert(
            fc.asyncProperty(anything, async input => {
                const { code, stderr } = await check(["check", "-"], input);
                if (code === 2) assert.match(stderr, /^error: standard input: [^\n]+\n$/);
                else assert.doesNotMatch(stderr, /error/);
            }),
            { seed: SEED, numRuns: 300 },
        );
    });

    it("it takes a configuration, or says in lines why it cannot", () => {
        const names = fc.constantFrom("all", ...rules.map(({ name }) => name));
        const levels = fc.constantFrom("advisory", "mandatory", "remediate", "disabled", "none");
        const entries = fc.oneof(
            levels,
            fc.jsonValue({ maxDepth: 2 }),
            fc.record({ enforcementLevel: levels, exempt: fc.jsonValue({ maxDepth: 2 }) }),
        );
        const configs = fc.dictionary(fc.oneof(names, fc.string()), entries).map(config => JSON.stringify(config));
        forAll(fc.oneof(configs, fc.json(), fc.string()), text => {
            for (const line of problemsOf(() => settingsFrom(rules, text))) assert.match(line, /^.+$/);
        });
    });
});
