import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Level } from "../../src/check/config";
import { resourcesOf } from "../../src/check/files";
import { run } from "../../src/check/run";
import { known } from "../../src/client";
import { defineRule, defineStackRule, type Rule } from "../../src/rule";
import { resource, state, urnOf } from "./harness";

/** A rule that says so of every client whose name it knows to be other than "good". */
function ruleNamed(name: string, severity: Rule["severity"] = "low", more: Partial<Rule> = {}): Rule {
    return {
        ...defineRule({
            name,
            level: "mandatory",
            severity,
            description: "A client must be good.",
            remediation: "Call it good.",
            url: "https://example.com/",
            messages: {},
            checks: [
                function* ({ name }) {
                    if (name !== "good") yield `name is ${name}.`;
                },
            ],
        }),
        ...more,
    };
}

describe("run", () => {
    const judge = (text: string, settings: readonly (readonly [rule: Rule, level: Level, options?: object])[]) =>
        run(
            [{ file: "state.json", resources: resourcesOf(text) }],
            settings.map(([rule, level, options = {}]) => ({ rule, level, options })),
        );
    const finding = (name: string, policy: string) => ({ file: "state.json", urn: urnOf(name), name, policy });

    it("judges every client, and nothing else, by every rule that is not disabled", () => {
        const text = state(
            resource("web", { name: "bad" }),
            resource("pool", { name: "bad" }, { type: "aws:cognito/userPool:UserPool" }),
            resource("other", { name: "bad" }, { type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient" }),
            resource("worker", { name: "good" }),
        );
        const report = judge(text, [
            [ruleNamed("be-good", "high"), "advisory"],
            [ruleNamed("be-off"), "disabled"],
        ]);
        assert.deepEqual(report, {
            files: ["state.json"],
            clients: 2,
            violations: [{ ...finding("web", "be-good"), level: "advisory", severity: "high", message: "name is bad. Call it good." }],
            exempt: [],
            undecided: [],
            remediated: [],
        });
    });

    it("judges a client in each of its files", () => {
        const stacks = ["a.json", "b.json"].map(file => ({ file, resources: resourcesOf(state(resource("web", { name: "bad" }))) }));
        const report = run(stacks, [{ rule: ruleNamed("be-good"), level: "mandatory", options: {} }]);
        assert.equal(report.clients, 2);
        assert.deepEqual(
            report.violations.map(({ file, urn }) => [file, urn]),
            [
                ["a.json", urnOf("web")],
                ["b.json", urnOf("web")],
            ],
        );
    });

    it("tells who is exempt, and why", () => {
        const options = { exempt: [{ resource: "old-*", reason: "goes in May", until: "9999-05-01" }] };
        const report = judge(state(resource("old-web", { name: "bad" }), resource("web", { name: "bad" })), [
            [ruleNamed("be-good"), "mandatory", options],
        ]);
        assert.deepEqual(report.exempt, [{ ...finding("old-web", "be-good"), reason: "exempt until 9999-05-01: goes in May" }]);
        assert.deepEqual(
            report.violations.map(({ name }) => name),
            ["web"],
        );
    });

    describe("leaves undecided", () => {
        const urls = ruleNamed("be-known", "low", {
            checks: [
                function* ({ callbackUrls }) {
                    for (const url of yield* known(callbackUrls)) yield `${url}.`;
                },
            ],
        });
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
        for (const value of ["04da6b54-80e4-46f7-96ec-b56ff0331ba9", "[secret]", secret]) {
            it(`an element that is ${JSON.stringify(value)}, and judges the others`, () => {
                const report = judge(state(resource("web", { callbackUrls: ["a", value] })), [[urls, "mandatory"]]);
                assert.deepEqual(report.undecided, [{ ...finding("web", "be-known"), property: "callbackUrls[1]" }]);
                assert.deepEqual(
                    report.violations.map(({ message }) => message),
                    ["a. Call it good."],
                );
            });
        }
    });

    it("reports a property of the wrong type, and goes on", () => {
        const report = judge(state(resource("web", { name: ["bad"] }), resource("worker", { name: "bad" })), [
            [ruleNamed("be-good"), "mandatory"],
        ]);
        assert.deepEqual(
            report.violations.map(({ message }) => message),
            ["The client could not be judged: name takes a string, not a list.", "name is bad. Call it good."],
        );
    });

    it("puts the worst first: by level, severity and policy in a client, by its worst and its name among clients", () => {
        const only = (name: string, policy: string, severity: Rule["severity"], ...clients: string[]) =>
            ruleNamed(policy, severity, {
                checks: [
                    function* (client) {
                        if (clients.includes(client.name ?? "")) yield name;
                    },
                ],
            });
        const clients = ["e", "d", "c", "b", "a"];
        const report = judge(state(...clients.map(name => resource(name, { name }))), [
            [only("1", "p-low", "low", "a", "b", "c", "d"), "mandatory"],
            [only("2", "p-critical", "critical", "b", "e"), "advisory"],
            [only("3", "p-medium", "medium", "c"), "mandatory"],
            [only("4", "o-low", "low", "d"), "mandatory"],
            [only("5", "p-high", "high", "e"), "advisory"],
        ]);
        assert.deepEqual(
            report.violations.map(({ name, policy }) => `${name} ${policy}`),
            ["c p-medium", "c p-low", "a p-low", "b p-low", "b p-critical", "d o-low", "d p-low", "e p-critical", "e p-high"],
        );
    });

    it("keeps what is said of a client together, whatever others are called", () => {
        const urns = ["x$client::b", "y$client::b", "z$client::a"].map(end => `urn:pulumi:dev::shop::${end}`);
        const report = judge(state(...urns.map(urn => resource("", { name: "bad" }, { urn }))), [
            [ruleNamed("be-good"), "mandatory"],
            [ruleNamed("be-better"), "mandatory"],
        ]);
        assert.deepEqual(
            report.violations.map(({ urn, policy }) => `${urn.slice(22)} ${policy}`),
            ["z$client::a", "x$client::b", "y$client::b"].flatMap(end => [`${end} be-better`, `${end} be-good`]),
        );
    });

    it("tells how far it is", () => {
        const told: string[] = [];
        const resources = resourcesOf(state(resource("a"), resource("pool", {}, { type: "pool" }), resource("b")));
        run([{ file: "state.json", resources }], [], (done, of) => told.push(`${done} of ${of}`));
        assert.deepEqual(told, ["1 of 2", "2 of 2"]);
    });

    describe("at the level remediate", () => {
        const text = state(resource("web", { name: "bad", tokenValidityUnits: { idToken: "days" } }));
        const fixing = (name: string, to: string) => ruleNamed(name, "low", { fix: () => ({ name: to }) });
        const verdict = ({ violations, remediated }: ReturnType<typeof judge>) => ({
            violations: violations.map(({ policy, level, message }) => `${level} ${policy}: ${message}`),
            remediated,
        });

        it("judges what the fix makes of the client, by the rules before it too", () => {
            const report = judge(text, [
                [ruleNamed("be-good"), "advisory"],
                [fixing("be-fixed", "good"), "remediate"],
            ]);
            assert.deepEqual(verdict(report), { violations: [], remediated: [{ ...finding("web", "be-fixed"), properties: ["name"] }] });
        });

        it("reports as mandatory what the fix leaves, and what has no fix", () => {
            const report = judge(text, [
                [fixing("be-fixed", "better"), "remediate"],
                [ruleNamed("be-good"), "remediate"],
            ]);
            assert.deepEqual(verdict(report), {
                violations: ["mandatory be-fixed: name is better. Call it good.", "mandatory be-good: name is better. Call it good."],
                remediated: [{ ...finding("web", "be-fixed"), properties: ["name"] }],
            });
        });

        it("fixes in the order of the rules, each seeing what those before it did", () => {
            const append = (name: string) => ruleNamed(name, "low", { fix: client => ({ name: `${client.name} ${name}` }) });
            const report = judge(text, [
                [append("one"), "remediate"],
                [append("two"), "remediate"],
                [ruleNamed("last"), "advisory"],
            ]);
            assert.equal(verdict(report).violations.at(-1), "advisory last: name is bad one two. Call it good.");
            assert.deepEqual(
                report.remediated.map(({ policy }) => policy),
                ["one", "two"],
            );
        });

        it("does not fix at another level", () => {
            assert.deepEqual(verdict(judge(text, [[fixing("be-fixed", "good"), "mandatory"]])), {
                violations: ["mandatory be-fixed: name is bad. Call it good."],
                remediated: [],
            });
        });

        it("says nothing of a fix that changes nothing", () => {
            assert.deepEqual(judge(text, [[ruleNamed("be-fixed", "low", { fix: () => ({}) }), "remediate"]]).remediated, []);
        });

        it("leaves alone who is exempt", () => {
            const options = { exempt: [{ resource: "web", reason: "old" }] };
            assert.deepEqual(judge(text, [[fixing("be-fixed", "good"), "remediate", options]]).remediated, []);
        });

        it("leaves the resources as they were", () => {
            const resources = resourcesOf(text);
            const rule = ruleNamed("be-fixed", "low", { fix: () => ({ tokenValidityUnits: { idToken: "hours" } }) });
            const report = run([{ file: "state.json", resources }], [{ rule, level: "remediate", options: {} }]);
            assert.deepEqual(report.remediated[0]?.properties, ["tokenValidityUnits"]);
            assert.deepEqual(resources, resourcesOf(text));
        });

        it("judges what it puts in place of a secret", () => {
            const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
            const rule = ruleNamed("be-public", "low", {
                checks: [
                    function* ({ generateSecret }) {
                        if (generateSecret) yield "generateSecret is true.";
                    },
                ],
                fix: () => ({ generateSecret: false, region: "eu-west-1" }),
            });
            const region = ruleNamed("be-near", "low", {
                checks: [
                    function* (client) {
                        yield `region is ${client.region}.`;
                    },
                ],
            });
            const report = judge(state(resource("web", { generateSecret: true, region: secret })), [
                [rule, "remediate"],
                [region, "advisory"],
            ]);
            assert.deepEqual(verdict(report).violations, ["advisory be-near: region is eu-west-1. Call it good."]);
            assert.deepEqual(report.undecided, []);
        });
    });

    it("judges a client against its user pool, where that is in the stack", () => {
        const rule: Rule = {
            ...ruleNamed("be-rich"),
            ...defineStackRule({
                ...ruleNamed("be-rich"),
                checks: [
                    function* ({ pool, region }) {
                        if (pool.userPoolTier === "LITE") yield `the pool of ${region} is ${pool.name}.`;
                    },
                ],
            }),
        };
        const pool = resource("users", { userPoolTier: "LITE" }, { type: "aws:cognito/userPool:UserPool", id: "eu-west-1_abc" });
        const text = state(
            pool,
            resource("by-dependency", {}, { propertyDependencies: { userPoolId: [urnOf("users", "aws:cognito/userPool:UserPool")] } }),
            resource("by-id", { userPoolId: "eu-west-1_abc" }),
            resource("elsewhere", { userPoolId: "eu-west-1_def" }),
        );
        const fixing = ruleNamed("be-near", "low", { fix: () => ({ region: "here" }) });
        const report = judge(text, [
            [rule, "remediate"],
            [fixing, "remediate"],
        ]);
        assert.deepEqual(
            report.violations
                .filter(({ policy }) => policy === "be-rich")
                .map(({ name, level, message }) => `${level} ${name}: ${message}`),
            ["by-dependency", "by-id"].map(name => `mandatory ${name}: the pool of here is users. Call it good.`),
        );
    });
});
