import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defineRule, type RuleConfig } from "../../src/core/rule";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import type { ProgramPart, Stack, Violation } from "../../src/report/report";
import tokenValidity from "../../src/rules/valid-token-validity";
import { parseResources, resource, state, urnOf } from "../support/check";
import { goodNameRule, ruleWith } from "../support/rules";

const PROGRAM = { file: "index.ts", line: 7 };
const DEPLOYED = { file: "index.ts", line: 5 };

const configured = (rule: RuleConfig["rule"]): RuleConfig => ({ rule, level: "mandatory", options: {} });
const CONFIG = [configured(goodNameRule("be-good"))];

function partWith(parts: Partial<ProgramPart> = {}): ProgramPart {
    return { key: "web", location: PROGRAM, hasSecrets: false, locationOf: () => undefined, sets: () => true, ...parts };
}

function stackOf(parts: Partial<Stack> = {}, props: object = { name: "bad" }): Stack {
    return { file: "dev.json", resources: parseResources(state(resource("web", props))), ...parts };
}

function programOf(parts: Partial<Stack> = {}, props?: object): Stack {
    return stackOf({ file: "Pulumi.yaml", isProgram: true, partOf: () => partWith(), ...parts }, props);
}

describe("evaluateStacks with programs", () => {
    const places = (violations: readonly Violation[]) => violations.map(({ file, urn, location }) => [file, urn, location?.line]);

    it("reports a client without a URN, at its place in the program", () => {
        const notRead = [{ file: "main.ts", line: 3 }];
        const report = evaluateStacks([programOf({ notRead }), programOf({ file: "other/Pulumi.yaml" }), stackOf()], CONFIG);
        assert.deepEqual(places(report.violations), [
            ["Pulumi.yaml", undefined, 7],
            ["dev.json", urnOf("web"), undefined],
            ["other/Pulumi.yaml", undefined, 7],
        ]);
        assert.deepEqual(report.notSeen, { programs: ["Pulumi.yaml", "other/Pulumi.yaml"], computed: notRead });
    });

    it("reports the client of a stack where the program creates it now, or else where the stack says", () => {
        const placeOf = () => ({ location: DEPLOYED, callers: [{ file: "main.ts", line: 1 }] });
        for (const [partOf, line] of [
            [() => partWith(), 7],
            [() => undefined, 5],
        ] as const) {
            const { violations } = evaluateStacks([stackOf({ placeOf, partOf })], CONFIG);
            assert.deepEqual(places(violations), [["dev.json", urnOf("web"), line]]);
            assert.deepEqual(violations[0]?.callers, [{ file: "main.ts", line: 1 }]);
        }
    });

    it("reports a client once that is in a program and in a stack, unless all are asked for", () => {
        const stacks = [programOf(), stackOf({ partOf: () => partWith() })];
        const countOf = (isMerged?: boolean) => evaluateStacks(stacks, CONFIG, isMerged === undefined ? {} : { isMerged }).clients;
        assert.deepEqual([countOf(), countOf(true), countOf(false)], [1, 1, 2]);
    });

    it("reports what only the rest of the stack shows, by policies on stacks", () => {
        const { fix, scope, ...metadata } = ruleWith({ name: "match-name" });
        const onStack = defineRule({
            ...metadata,
            scope: "stack",
            checks: [(client, { report }) => client.name === "deployed" && report("name", "is bad.")],
        });
        const stacks = [programOf({}, { name: "good" }), stackOf({ partOf: () => partWith() }, { name: "deployed" })];
        const policiesOf = (...config: readonly RuleConfig[]) => evaluateStacks(stacks, config).violations.map(({ policy }) => policy);
        assert.deepEqual(policiesOf(configured(onStack), ...CONFIG), ["match-name"]);
    });

    it("quotes no value of a client with secrets", () => {
        const problemsOf = (stack: Stack) =>
            evaluateStacks([stack], [configured(tokenValidity)]).violations.map(({ problem, hasSecrets }) => [
                problem,
                hasSecrets ?? false,
            ]);
        const props = { accessTokenValidity: 60 };
        const [client, ...others] = stackOf({}, props).resources;
        assert.ok(client && others.length === 0);
        const problem = (value: string) => `accessTokenValidity is ${value}; it must be between 5 minutes and 1 day.`;
        assert.deepEqual(problemsOf(stackOf({}, props)), [[problem("60 hours"), false]]);
        assert.deepEqual(problemsOf(programOf({ partOf: () => partWith({ hasSecrets: true }) }, props)), [[problem("…"), true]]);
        assert.deepEqual(problemsOf(programOf({ resources: [{ ...client, hasSecrets: true }] })), [[problem("…"), true]]);
    });

    it("asks for no place of a violation without a property", () => {
        const broken = ruleWith({
            name: "be-broken",
            checks: [
                () => {
                    throw new Error("boom");
                },
            ],
        });
        const part = partWith({ locationOf: property => ({ file: property, line: 1 }) });
        const { violations } = evaluateStacks([programOf({ partOf: () => part })], [configured(broken), ...CONFIG]);
        assert.deepEqual(
            violations.map(({ policy, propertyLocation }) => [policy, propertyLocation]),
            [
                ["be-broken", undefined],
                ["be-good", { file: "name", line: 1 }],
            ],
        );
    });

    it("finds out whether a stack has more resources only if a rule needs it", () => {
        const { fix, scope, ...metadata } = ruleWith({ name: "match-pool" });
        const asking = (asks: boolean) =>
            configured(
                defineRule({
                    ...metadata,
                    scope: "stack",
                    checks: [(_client, { pool, report }) => asks && report("name", pool.isOpen ? "is open." : "is complete.")],
                }),
            );
        const pool = "aws:cognito/userPool:UserPool";
        const more = { propertyDependencies: { userPoolId: [urnOf("users", pool)] } };
        const resources = parseResources(state(resource("users", {}, { type: pool }), resource("web", {}, more)));
        for (const isOpen of [true, false]) {
            let count = 0;
            const stack = {
                file: "Pulumi.yaml",
                resources,
                get isOpen() {
                    count++;
                    return isOpen;
                },
            };
            assert.deepEqual([evaluateStacks([stack], [asking(false)]).violations, count], [[], 0]);
            const problems = evaluateStacks([stack], [asking(true)]).violations.map(({ problem }) => problem);
            assert.deepEqual([problems, count > 0], [[isOpen ? "name is open." : "name is complete."], true]);
        }
    });
});

describe("evaluateStacks with fixes of blocks", () => {
    const units = ruleWith({
        name: "units",
        checks: [
            ({ tokenValidityUnits: units, callbackUrls = [] }, { report }) => {
                const { accessToken, idToken } = units ?? {};
                report("tokenValidityUnits", `is ${accessToken} ${idToken} ${callbackUrls.join()}.`);
            },
        ],
    });
    const { scope, ...metadata } = ruleWith({ name: "fixing" });
    const fixed = (props: object, patch: object) => {
        const rule = {
            ...metadata,
            checks: [
                ({ name }: { name?: string | undefined }, { report }: { report: (property: "name", problem: string) => void }) =>
                    report("name", `is ${name}.`),
            ],
            fix: () => patch,
        };
        const config: RuleConfig[] = [{ rule, level: "remediate", options: {} }, configured(units)];
        const resources = parseResources(state(resource("web", { name: "bad", ...props })));
        const before = JSON.stringify(resources);
        const problem = evaluateStacks([{ file: "dev.json", resources }], config).violations.find(
            ({ policy }) => policy === "units",
        )?.problem;
        assert.equal(JSON.stringify(resources), before);
        return problem;
    };

    for (const [title, props, patch, expected] of [
        ["adds a block", {}, { tokenValidityUnits: { idToken: "days" } }, "undefined days "],
        [
            "changes a member, and keeps the others",
            { tokenValidityUnits: { accessToken: "hours", idToken: "hours" } },
            { tokenValidityUnits: { idToken: "days" } },
            "hours days ",
        ],
        ["removes a block", { tokenValidityUnits: { idToken: "hours" } }, { tokenValidityUnits: undefined }, "undefined undefined "],
        ["replaces a list", { callbackUrls: ["a", "b"] }, { callbackUrls: ["c"] }, "undefined undefined c"],
    ] as const) {
        it(title, () => assert.equal(fixed(props, patch), `tokenValidityUnits is ${expected}.`));
    }
});
