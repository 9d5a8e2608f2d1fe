import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type RuleTests, testRule, unknown } from "../../src/api/testing";
import { defineRule, type Rule } from "../../src/core/rule";
import { collectTests } from "../support/collect-tests";
import { METADATA } from "../support/metadata";

/** Requires https in callbackUrls, and a name of at most `max` characters, to which it shortens longer ones. */
const rule = defineRule({
    ...METADATA,
    name: "my-rule",
    options: { max: { type: "integer", description: "Maximum length of a name.", default: 3 } },
    checks: [
        ({ callbackUrls }, { report, filter }) => {
            const defective = filter(callbackUrls, url => !url.startsWith("https:"));
            if (defective.length > 0) report("callbackUrls", `has ${defective}.`);
        },
        ({ name }, { options: { max }, report }) => {
            if (name !== undefined && name.length > max) report("name", `is ${name}.`);
        },
    ],
    fix: ({ name = "" }, { max }) => ({ name: name.slice(0, max) }),
});

type Tests = RuleTests<NonNullable<typeof rule.options>>;
type Rejected = Tests["reject"][number];

/** Runs the tests of a table. */
function run(tests: Partial<Tests>, tested: Rule = rule): Map<string, Error | undefined> {
    return collectTests(() => testRule(tested as typeof rule, { accept: [], reject: [], ...tests }));
}

/** Returns the failure of a test whose table has one entry. */
function failureOf(tests: Partial<Tests>, tested?: Rule): Error | undefined {
    const results = run(tests, tested);
    assert.equal(results.size, 1);
    return [...results.values()][0];
}

function assertFails(tests: Partial<Tests>, tested?: Rule): void {
    assert.ok(failureOf(tests, tested) instanceof assert.AssertionError);
}

const LONG: Rejected = { name: "a long name", client: { name: "long" }, expect: ["name is long."], fixed: { name: "lon" } };
const HTTP: Rejected = {
    name: "http next to an unknown URL",
    client: { callbackUrls: ["http://acme.dev", unknown] },
    expect: ["callbackUrls has http://acme.dev."],
    unknown: ["callbackUrls[1]"],
    fixed: { name: "" },
};

describe("testRule", () => {
    it("defines one test per client", () => {
        const results = run({
            accept: [{ name: "a short name", client: { name: "web" } }],
            reject: [LONG, HTTP],
            unknown: [{ name: "an unknown name", client: { name: unknown }, unknown: ["name"] }],
        });
        assert.deepEqual(Object.fromEntries(results), {
            "my-rule accepts a short name": undefined,
            "my-rule does not evaluate an unknown name": undefined,
            "my-rule rejects a long name": undefined,
            "my-rule rejects http next to an unknown URL": undefined,
        });
    });

    it("runs no other tests than those with `only`", () => {
        const results = run({
            accept: [{ name: "a short name", client: { name: "web" }, only: true }],
            reject: [LONG, { ...LONG, name: "a very long name", only: true }],
        });
        const titles = ["my-rule accepts a short name (only)", "my-rule rejects a long name", "my-rule rejects a very long name (only)"];
        assert.deepEqual([...results.keys()], titles);
    });

    it("passes the options", () => {
        assert.equal(failureOf({ accept: [{ name: "a long name", client: { name: "long" }, options: { max: 4 } }] }), undefined);
        assert.equal(failureOf({ reject: [{ ...LONG, options: { max: 2 }, fixed: { name: "lo" } }] }), undefined);
    });

    it("expects a property that the fix removes to be missing", () => {
        const removing: Rule = { ...rule, fix: () => ({ name: undefined }) };
        assert.equal(failureOf({ reject: [{ ...LONG, fixed: { name: undefined } }] }, removing), undefined);
        assertFails({ reject: [{ ...LONG, fixed: {} }] }, removing);
    });

    it("treats a property that is undefined as unset", () => {
        assert.equal(failureOf({ accept: [{ name: "no name", client: { name: undefined } }] }), undefined);
    });

    describe("fails for", () => {
        it("an accepted client that violates the rule", () => assertFails({ accept: [{ name: "a long name", client: { name: "long" } }] }));
        it("an accepted client with an unknown value", () => assertFails({ accept: [{ name: "any name", client: { name: unknown } }] }));
        it("a rejected client that does not violate the rule", () =>
            assertFails({ reject: [{ ...LONG, client: { name: "web" }, fixed: {} }] }));
        it("a wrong message", () => assertFails({ reject: [{ ...LONG, expect: ["name is too long."] }] }));
        it("a missing message", () => {
            const client = { ...LONG.client, callbackUrls: ["http:"] };
            assertFails({ reject: [{ ...LONG, client }] });
        });
        it("a rejected client without messages", () => {
            const failure = failureOf({ reject: [{ name: "a short name", client: { name: "web" }, expect: [] }] });
            assert.equal(failure?.message, "The case needs the messages in `expect`.");
        });
        it("an unknown client without paths", () => {
            const failure = failureOf({ unknown: [{ name: "a short name", client: { name: "web" }, unknown: [] }] });
            assert.equal(failure?.message, "The case needs the paths of the unknown values in `unknown`.");
        });
        it("messages in another order", () => {
            const client = { ...LONG.client, callbackUrls: ["http:"] };
            const [name, callbackUrls] = ["name is long.", "callbackUrls has http:."];
            assert.equal(failureOf({ reject: [{ ...LONG, client, expect: [callbackUrls, name] }] }), undefined);
            assertFails({ reject: [{ ...LONG, client, expect: [name, callbackUrls] }] });
        });
        it("a message with the remediation", () => assertFails({ reject: [{ ...LONG, expect: ["name is long. Change it."] }] }));
        it("a wrong unknown path of a rejected client", () => assertFails({ reject: [{ ...HTTP, unknown: ["callbackUrls[0]"] }] }));
        it("a missing unknown path of a rejected client", () => assertFails({ reject: [{ ...HTTP, unknown: undefined }] }));
        it("a wrong unknown path of an unknown client", () => {
            assertFails({ unknown: [{ name: "an unknown name", client: { name: unknown }, unknown: ["callbackUrls"] }] });
        });
        it("an unknown client without unknown values", () => {
            assertFails({ unknown: [{ name: "an unknown name", client: { name: "web" }, unknown: ["name"] }] });
        });
        it("an unknown client that violates the rule", () => {
            assertFails({ unknown: [{ name: "an unknown URL", client: HTTP.client, unknown: ["callbackUrls[1]"] }] });
        });
        it("a wrong fix", () => assertFails({ reject: [{ ...LONG, fixed: { name: "lo" } }] }));
        it("a fix that is not expected", () => assertFails({ reject: [{ ...LONG, fixed: undefined }] }));
        it("a fix that a rule without one does not make", () => assertFails({ reject: [LONG] }, { ...rule, fix: undefined }));
        it("an option that the rule does not have", () => {
            assertFails({ accept: [{ name: "a short name", client: { name: "web" }, options: { min: 3 } as object }] });
        });
        it("a rule with a bug", () => {
            const broken: Rule = {
                ...rule,
                checks: [
                    () => {
                        throw new Error("no such thing");
                    },
                ],
            };
            const failure = failureOf({ accept: [{ name: "a short name", client: { name: "web" } }] }, broken);
            assert.match(failure?.message ?? "", /Rule my-rule failed: no such thing/);
        });
        it("a rule that prints", () => {
            const printing: Rule = { ...rule, checks: [() => console.log("checked")] };
            assertFails({ accept: [{ name: "a short name", client: { name: "web" } }] }, printing);
        });
        it("a rule that sees the pool", () => {
            const stackRule = { ...rule, scope: "stack", fix: undefined } as Rule;
            const failure = failureOf({ accept: [{ name: "a short name", client: { name: "web" } }] }, stackRule);
            assert.equal(failure?.message, 'my-rule has scope "stack": test it with testStackRule.');
        });
    });
});
