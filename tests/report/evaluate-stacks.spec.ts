import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Level } from "../../src/core/rule";
import { defineRule, type Rule } from "../../src/core/rule";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import type { Report } from "../../src/report/report";
import { parseResources, resource, SECRET, state, urnOf } from "../support/check";
import { goodNameRule, ruleWith } from "../support/rules";

type Configured = readonly [rule: Rule, level: Level, options?: object];

function evaluateState(text: string, ...configured: readonly Configured[]): Report {
    const config = configured.map(([rule, level, options = {}]) => ({ rule, level, options }));
    return evaluateStacks([{ file: "state.json", resources: parseResources(text) }], config);
}

function source(name: string, policy: string) {
    return { file: "state.json", urn: urnOf(name), name, policy };
}

const problemsOf = ({ violations }: Report) => violations.map(({ problem }) => problem);

describe("evaluateStacks", () => {
    it("evaluates every client against every rule that is not disabled", () => {
        const text = state(
            resource("web", { name: "bad" }),
            resource("pool", { name: "bad" }, { type: "aws:cognito/userPool:UserPool" }),
            resource("worker", { name: "good" }),
        );
        const report = evaluateState(
            text,
            [goodNameRule("be-good", { severity: "high" }), "advisory"],
            [goodNameRule("be-disabled"), "disabled"],
        );
        assert.deepEqual(report, {
            files: ["state.json"],
            clients: 2,
            violations: [{ ...source("web", "be-good"), level: "advisory", severity: "high", property: "name", problem: "name is bad." }],
            exempt: [],
            unknown: [],
            remediated: [],
            endingExemptions: [],
            unusedExemptions: [],
            notChecked: [],
            evaluated: {
                clients: ["web", "worker"].map(name => ({ file: "state.json", urn: urnOf(name), name })),
                policies: ["be-good"],
            },
        });
    });

    it("evaluates a client in each file that has it", () => {
        const stacks = ["a.json", "b.json"].map(file => ({ file, resources: parseResources(state(resource("web", { name: "bad" }))) }));
        const report = evaluateStacks(stacks, [{ rule: goodNameRule("be-good"), level: "mandatory", options: {} }]);
        assert.equal(report.clients, 2);
        assert.deepEqual(
            report.violations.map(({ file, urn }) => [file, urn]),
            [
                ["a.json", urnOf("web")],
                ["b.json", urnOf("web")],
            ],
        );
    });

    it("lists exempt clients with the reason", () => {
        const exempt = [{ resource: "old-*", reason: "removed in May", until: "9999-05-01" }];
        const text = state(resource("old-web", { name: "bad" }), resource("web", { name: "bad" }));
        const report = evaluateState(text, [goodNameRule("be-good"), "mandatory", { exempt }]);
        assert.deepEqual(report.exempt, [{ ...source("old-web", "be-good"), reason: "exempt until 9999-05-01: removed in May" }]);
        assert.deepEqual(
            report.violations.map(({ name }) => name),
            ["web"],
        );
    });

    it("evaluates on a day", () => {
        const resources = parseResources(state(resource("web", { name: "bad" })));
        const fixing = goodNameRule("be-fixed", { fix: () => ({ name: "better" }) });
        const exempt = [{ resource: "web", reason: "moves soon", until: "2026-06-15" }];
        const config = [
            { rule: goodNameRule("be-good"), level: "mandatory" as const, options: { exempt } },
            { rule: fixing, level: "remediate" as const, options: { exempt } },
        ];
        const on = (today: string) => {
            const { exempt, remediated, endingExemptions } = evaluateStacks([{ file: "state.json", resources }], config, { today });
            return [exempt, remediated, endingExemptions].map(results => results.map(({ policy }) => policy));
        };
        assert.deepEqual(on("2026-06-15"), [["be-good", "be-fixed"], [], ["be-good", "be-fixed"]]);
        assert.deepEqual(on("2026-06-16"), [[], ["be-fixed"], []]);
        assert.deepEqual(on("2026-01-01"), [["be-good", "be-fixed"], [], []]);
    });

    it("lists unused exemptions of the stacks that are complete, or of all stacks", () => {
        const exempt = ["old", "web"].map(name => ({ resource: urnOf(name), reason: "moves soon" }));
        const config = [{ rule: goodNameRule("be-good"), level: "mandatory" as const, options: { exempt } }];
        const resources = parseResources(state(resource("web", { name: "bad" })));
        const unused = (urnPrefix: string | undefined, hasAllStacks: boolean) => {
            const stacks = [{ file: "state.json", resources, ...(urnPrefix && { urnPrefix }) }];
            return evaluateStacks(stacks, config, { hasAllStacks }).unusedExemptions.map(({ resource, cause }) => [resource, cause]);
        };
        assert.deepEqual(evaluateStacks([{ file: "state.json", resources }], config).unusedExemptions, []);
        assert.deepEqual(unused(undefined, false), []);
        assert.deepEqual(unused("urn:pulumi:prod::shop::", false), []);
        assert.deepEqual(unused("urn:pulumi:dev::shop::", false), [[urnOf("old"), "noClient"]]);
        assert.deepEqual(unused(undefined, true), [[urnOf("old"), "noClient"]]);
    });

    it("lists the exemption from a fix as unused if another fix is enough", () => {
        const renaming = (policy: string, name: string) => goodNameRule(policy, { fix: () => ({ name }) });
        const exempt = [{ resource: urnOf("web"), reason: "moves soon" }];
        const report = evaluateState(
            state(resource("web", { name: "bad" })),
            [renaming("be-fixed", "good"), "remediate"],
            [renaming("be-good", "better"), "remediate", { exempt }],
        );
        assert.deepEqual(
            report.unusedExemptions.map(({ policy, cause }) => `${policy} ${cause}`),
            ["be-good notViolated"],
        );
    });

    describe("lists unknown values", () => {
        const rule = ruleWith({
            name: "be-known",
            checks: [
                ({ callbackUrls }, { report, filter }) => {
                    for (const url of filter(callbackUrls)) report("callbackUrls", `has ${url}.`);
                },
            ],
        });
        for (const value of ["04da6b54-80e4-46f7-96ec-b56ff0331ba9", "[secret]", SECRET]) {
            it(`and evaluates the others: ${JSON.stringify(value)}`, () => {
                const report = evaluateState(state(resource("web", { callbackUrls: ["a", value] })), [rule, "mandatory"]);
                const mark = !String(value).startsWith("04da") && { hasSecrets: true };
                assert.deepEqual(report.unknown, [{ ...source("web", "be-known"), ...mark, property: "callbackUrls[1]" }]);
                assert.deepEqual(problemsOf(report), ["callbackUrls has a."]);
            });
        }
    });

    it("reports a property of the wrong type and evaluates the other clients", () => {
        const text = state(resource("web", { name: ["bad"] }), resource("worker", { name: "bad" }));
        const report = evaluateState(text, [goodNameRule("be-good"), "mandatory"]);
        assert.deepEqual(
            report.violations.map(({ name, property, problem }) => [name, property, problem]),
            [
                ["web", "name", "name must be a string, not a list."],
                ["worker", "name", "name is bad."],
            ],
        );
    });

    it("reports a bug in a rule at the level of the rule, without a property, and evaluates the other rules", () => {
        const broken = ruleWith({
            name: "be-broken",
            bugs: "https://example.com/bugs",
            checks: [
                () => {
                    throw new Error("boom");
                },
            ],
        });
        const { violations } = evaluateState(
            state(resource("web", { name: "bad" })),
            [broken, "advisory"],
            [goodNameRule("be-good"), "mandatory"],
        );
        assert.deepEqual(
            violations.map(({ policy, level }) => [policy, level]),
            [
                ["be-good", "mandatory"],
                ["be-broken", "advisory"],
            ],
        );
        assert.match(violations[1]?.problem ?? "", /^Rule be-broken failed: boom\. .* report it at https:\/\/example\.com\/bugs/);
        assert.ok(!("property" in (violations[1] ?? {})));
    });

    it("sorts clients by their worst violation and their name, violations of a client by level, severity and policy", () => {
        const reporting = (policy: string, severity: Rule["severity"], ...clients: string[]) =>
            ruleWith({
                name: policy,
                severity,
                checks: [
                    (client, { report }) => {
                        if (clients.includes(client.name ?? "")) report("name", "is bad.");
                    },
                ],
            });
        const clients = ["e", "d", "c", "b", "a"];
        const report = evaluateState(
            state(...clients.map(name => resource(name, { name }))),
            [reporting("p-low", "low", "a", "b", "c", "d"), "mandatory"],
            [reporting("p-critical", "critical", "b", "e"), "advisory"],
            [reporting("p-medium", "medium", "c"), "mandatory"],
            [reporting("o-low", "low", "d"), "mandatory"],
            [reporting("p-high", "high", "e"), "advisory"],
        );
        assert.deepEqual(
            report.violations.map(({ name, policy }) => `${name} ${policy}`),
            ["c p-medium", "c p-low", "a p-low", "b p-low", "b p-critical", "d o-low", "d p-low", "e p-critical", "e p-high"],
        );
    });

    it("keeps the violations of a client together if others have the same name", () => {
        const urns = ["y$client::b", "x$client::b", "z$client::a"].map(end => `urn:pulumi:dev::shop::${end}`);
        for (const sorted of [urns, [...urns].reverse()]) {
            const report = evaluateState(
                state(...sorted.map(urn => resource("", { name: "bad" }, { urn }))),
                [goodNameRule("be-good"), "mandatory"],
                [goodNameRule("be-better"), "mandatory"],
            );
            assert.deepEqual(
                report.violations.map(({ urn, policy }) => `${urn?.slice(22)} ${policy}`),
                ["z$client::a", "x$client::b", "y$client::b"].flatMap(end => [`${end} be-better`, `${end} be-good`]),
            );
        }
    });

    it("adds where the program creates the client and writes the property", () => {
        const resources = parseResources(state(resource("web", { name: "bad" }), resource("api", { name: ["bad"] })));
        const location = { file: "index.ts", line: 7 };
        const asked: string[] = [];
        const partOf = (urn: string) => ({
            key: urn,
            location,
            hasSecrets: false,
            locationOf: (property: string) => {
                asked.push(`${urn} ${property}`);
                return { file: "index.ts", line: 9 };
            },
            sets: () => true,
        });
        const stack = { file: "state.json", resources, placeOf: () => ({ location }), partOf };
        const { violations } = evaluateStacks([stack], [{ rule: goodNameRule("be-good"), level: "mandatory", options: {} }]);
        assert.deepEqual(
            violations.map(violation => [violation.name, violation.location, violation.propertyLocation]),
            [
                ["api", location, { file: "index.ts", line: 9 }],
                ["web", location, { file: "index.ts", line: 9 }],
            ],
        );
        assert.deepEqual(asked, [`${urnOf("web")} name`, `${urnOf("api")} name`]);
    });

    it("adds the fix of a violation", () => {
        const resources = parseResources(state(resource("web", { name: "bad" }), resource("api", { name: "bad" })));
        const partOf = (urn: string) => ({
            key: urn,
            location: { file: "index.ts", line: 7 },
            hasSecrets: false,
            locationOf: () => undefined,
            sets: () => true,
        });
        const findFix = (key: string, policy: string) => (key === urnOf("web") ? () => `fix of ${policy}` : undefined);
        const config = [{ rule: goodNameRule("be-good"), level: "mandatory", options: {} }] as const;
        const fixes = (stack: object) => {
            const { violations } = evaluateStacks([{ file: "state.json", resources, ...stack }], config, { findFix });
            return violations.map(({ name, fix }) => [name, fix?.()]);
        };
        assert.deepEqual(fixes({ partOf }), [
            ["api", undefined],
            ["web", "fix of be-good"],
        ]);
        assert.deepEqual(fixes({}), [
            ["api", undefined],
            ["web", undefined],
        ]);
    });

    it("calls onProgress after each client", () => {
        const calls: string[] = [];
        const resources = parseResources(state(resource("a"), resource("pool", {}, { type: "pool" }), resource("b")));
        evaluateStacks([{ file: "state.json", resources }], [], { onProgress: (done, total) => calls.push(`${done} of ${total}`) });
        assert.deepEqual(calls, ["1 of 2", "2 of 2"]);
    });

    describe("at level remediate", () => {
        const text = state(resource("web", { name: "bad", tokenValidityUnits: { idToken: "days" } }));
        const renaming = (policy: string, name: string) => goodNameRule(policy, { fix: () => ({ name }) });
        const resultOf = ({ violations, remediated }: Report) => ({
            violations: violations.map(({ policy, level, problem }) => `${level} ${policy}: ${problem}`),
            remediated,
        });

        it("evaluates the fixed client, also against earlier rules", () => {
            const report = evaluateState(text, [goodNameRule("be-good"), "advisory"], [renaming("be-fixed", "good"), "remediate"]);
            assert.deepEqual(resultOf(report), { violations: [], remediated: [{ ...source("web", "be-fixed"), properties: ["name"] }] });
        });

        it("reports remaining violations, and those of rules without a fix, as mandatory", () => {
            const report = evaluateState(text, [renaming("be-fixed", "better"), "remediate"], [goodNameRule("be-good"), "remediate"]);
            const violation = "name is better.";
            assert.deepEqual(resultOf(report), {
                violations: [`mandatory be-fixed: ${violation}`, `mandatory be-good: ${violation}`],
                remediated: [{ ...source("web", "be-fixed"), properties: ["name"] }],
            });
        });

        it("applies fixes in the order of the rules, each to the result of the one before", () => {
            const append = (name: string) => goodNameRule(name, { fix: client => ({ name: `${client.name} ${name}` }) });
            const report = evaluateState(
                text,
                [append("one"), "remediate"],
                [append("two"), "remediate"],
                [goodNameRule("last"), "advisory"],
            );
            assert.equal(resultOf(report).violations.at(-1), "advisory last: name is bad one two.");
            assert.deepEqual(
                report.remediated.map(({ policy }) => policy),
                ["one", "two"],
            );
        });

        it("applies no fix at another level", () => {
            assert.deepEqual(resultOf(evaluateState(text, [renaming("be-fixed", "good"), "mandatory"])), {
                violations: ["mandatory be-fixed: name is bad."],
                remediated: [],
            });
        });

        it("does not list a fix without changes", () => {
            const rule = goodNameRule("be-fixed", { fix: () => ({}) });
            assert.deepEqual(evaluateState(text, [rule, "remediate"]).remediated, []);
        });

        it("does not fix exempt clients", () => {
            const exempt = [{ resource: "web", reason: "old" }];
            assert.deepEqual(evaluateState(text, [renaming("be-fixed", "good"), "remediate", { exempt }]).remediated, []);
        });

        it("does not change the resources", () => {
            const resources = parseResources(text);
            const rule = goodNameRule("be-fixed", { fix: () => ({ tokenValidityUnits: { idToken: "hours" } }) });
            const report = evaluateStacks([{ file: "state.json", resources }], [{ rule, level: "remediate", options: {} }]);
            assert.deepEqual(report.remediated[0]?.properties, ["tokenValidityUnits"]);
            assert.deepEqual(resources, parseResources(text));
        });

        it("evaluates the value that replaces a secret", () => {
            const reporting = (name: string, property: "generateSecret" | "region", fix?: object) =>
                ruleWith({
                    name,
                    checks: [
                        (client, { report }) => {
                            if (client[property]) report(property, `is ${client[property]}.`);
                        },
                    ],
                    ...(fix && { fix: () => fix }),
                });
            const report = evaluateState(
                state(resource("web", { generateSecret: true, region: SECRET })),
                [reporting("be-public", "generateSecret", { generateSecret: false, region: "eu-west-1" }), "remediate"],
                [reporting("be-near", "region"), "advisory"],
            );
            assert.deepEqual(resultOf(report).violations, ["advisory be-near: region is eu-west-1."]);
            assert.deepEqual(report.unknown, []);
        });
    });

    it("evaluates a client with its user pool if that is in the stack", () => {
        const { fix, scope, ...metadata } = ruleWith({ name: "be-rich" });
        const rule = defineRule({
            ...metadata,
            scope: "stack",
            checks: [
                ({ region }, { pool, report }) => {
                    if (pool.userPoolTier === "LITE") report("region", `is ${region}, that of the pool ${pool.name}.`);
                },
            ],
        });
        const pool = resource("users", { userPoolTier: "LITE" }, { type: "aws:cognito/userPool:UserPool", id: "eu-west-1_abc" });
        const text = state(
            pool,
            resource("by-dependency", {}, { propertyDependencies: { userPoolId: [urnOf("users", "aws:cognito/userPool:UserPool")] } }),
            resource("by-id", { userPoolId: "eu-west-1_abc" }),
            resource("elsewhere", { userPoolId: "eu-west-1_def" }),
        );
        const report = evaluateState(
            text,
            [rule, "remediate"],
            [goodNameRule("be-near", { fix: () => ({ region: "here" }) }), "remediate"],
        );
        assert.deepEqual(
            report.violations
                .filter(({ policy }) => policy === "be-rich")
                .map(({ name, level, problem }) => `${level} ${name}: ${problem}`),
            ["by-dependency", "by-id"].map(name => `mandatory ${name}: region is here, that of the pool users.`),
        );
    });
});
