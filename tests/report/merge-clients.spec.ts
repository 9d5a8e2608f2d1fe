import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type ClientResults, mergeClients } from "../../src/report/merge-clients";
import type { CheckedClient, ProgramPart, Violation } from "../../src/report/report";
import { urnOf } from "../support/check";

const LOCATION = { file: "index.ts", line: 5, column: 1 };
const PROGRAM: CheckedClient = { file: "Pulumi.yaml", name: "web-*", location: LOCATION };
const PART: ProgramPart = {
    key: "web",
    location: LOCATION,
    hasSecrets: false,
    locationOf: () => undefined,
    sets: property => property.startsWith("set"),
};

type Found = readonly [policy: string, property: string, problem?: string];

function results(
    client: CheckedClient,
    parts: Partial<Record<"violations" | "unknown", readonly Found[]>> & { exempt?: string[] },
): ClientResults {
    const violations = (parts.violations ?? []).map(([policy, property, problem = "is bad."]): Violation => {
        return { ...client, policy, property, problem, level: "mandatory", severity: "high" };
    });
    return {
        client,
        isProgram: client.urn === undefined,
        part: PART,
        violations,
        exempt: (parts.exempt ?? []).map(policy => ({ ...client, policy, reason: "exempt: old" })),
        unknown: (parts.unknown ?? []).map(([policy, property]) => ({ ...client, policy, property })),
        remediated: [],
    };
}

const inProgram = (parts: Parameters<typeof results>[1] = {}) => results(PROGRAM, parts);
const inStack = (parts: Parameters<typeof results>[1] = {}, name = "web-dev") => {
    return results({ file: "dev.json", urn: urnOf(name), name, location: LOCATION, callers: [{ file: "main.ts", line: 1 }] }, parts);
};

describe("mergeClients", () => {
    const merge = (...all: ClientResults[]) => {
        const [merged, ...others] = mergeClients(all, policy => policy === "stack");
        assert.ok(merged && others.length === 0);
        return merged;
    };
    const found = ({ violations, unknown, exempt }: ClientResults) => ({
        violations: violations.map(({ policy, property }) => `${policy} ${property}`),
        unknown: unknown.map(({ policy, property }) => `${policy} ${property}`),
        exempt: exempt.map(({ policy }) => policy),
    });
    const NOTHING = { violations: [], unknown: [], exempt: [] };

    it("returns the results of stacks without a program", () => {
        const stacks = [inStack(), inStack({}, "web-prod")];
        assert.equal(
            mergeClients(stacks, () => false),
            stacks,
        );
    });

    it("keeps clients that are not in the program", () => {
        const other = { ...inStack(), part: undefined };
        assert.deepEqual(
            mergeClients([inProgram(), other], () => false),
            [inProgram(), other],
        );
    });

    it("reports at the client of the program", () => {
        const [violation] = merge(inStack({ violations: [["a", "other"]] }), inProgram()).violations;
        assert.deepEqual(violation, {
            ...PROGRAM,
            policy: "a",
            property: "other",
            problem: "is bad.",
            level: "mandatory",
            severity: "high",
        });
    });

    for (const [name, program, stack, expected] of [
        [
            "once what both have",
            { violations: [["a", "set"]] },
            { violations: [["a", "set", "was bad."]] },
            { ...NOTHING, violations: ["a set"] },
        ],
        [
            "not what the program sets to another value",
            {},
            {
                violations: [
                    ["a", "set"],
                    ["a", "set.member"],
                ],
            },
            NOTHING,
        ],
        [
            "once what both have and the program does not set",
            { violations: [["a", "other"]] },
            { violations: [["a", "other", "was bad."]] },
            { ...NOTHING, violations: ["a other"] },
        ],
        [
            "each property that the program does not set",
            { violations: [["a", "other"]] },
            { violations: [["a", "second", "was bad."]] },
            { ...NOTHING, violations: ["a other", "a second"] },
        ],
        ["what is wrong with the whole client", {}, { violations: [["a", null]] }, { ...NOTHING, violations: ["a undefined"] }],
        [
            "what another policy exempts or does not know",
            { violations: [["a", "set"]], unknown: [["b", "set"]] },
            { exempt: ["b"], violations: [["a", "set"]] },
            { ...NOTHING, violations: ["a set"], exempt: ["b"] },
        ],
        [
            "not what the program sets, if another policy depends on what it computes",
            { unknown: [["b", "set"]] },
            { violations: [["a", "set"]] },
            NOTHING,
        ],
        [
            "as unknown each property that is unknown in the rest of the stack, once",
            {},
            {
                unknown: [
                    ["stack", "pool"],
                    ["stack", "domain"],
                    ["stack", "pool"],
                ],
            },
            { ...NOTHING, unknown: ["stack pool", "stack domain"] },
        ],
        ["what the program does not set", {}, { violations: [["a", "other"]] }, { ...NOTHING, violations: ["a other"] }],
        ["what the program computes", { unknown: [["a", "set"]] }, { violations: [["a", "set"]] }, { ...NOTHING, violations: ["a set"] }],
        ["what the rest of the stack shows", {}, { violations: [["stack", "set"]] }, { ...NOTHING, violations: ["stack set"] }],
        [
            "as unknown what is unknown in both",
            { unknown: [["a", "set"]] },
            { unknown: [["a", "set"]] },
            { ...NOTHING, unknown: ["a set"] },
        ],
        ["not as unknown what the stack knows", { unknown: [["a", "set"]] }, {}, NOTHING],
        ["not as unknown what the program knows", {}, { unknown: [["a", "set"]] }, NOTHING],
        [
            "as unknown what is unknown in the rest of the stack",
            {},
            { unknown: [["stack", "pool"]] },
            { ...NOTHING, unknown: ["stack pool"] },
        ],
        ["as exempt what is exempt in the stack", { violations: [["a", "set"]] }, { exempt: ["a"] }, { ...NOTHING, exempt: ["a"] }],
        ["once what is exempt in both", { exempt: ["a"] }, { exempt: ["a"] }, { ...NOTHING, exempt: ["a"] }],
    ] as const) {
        it(`reports ${name}`, () => {
            const copy = (parts: object) => JSON.parse(JSON.stringify(parts), (_key, value) => value ?? undefined);
            assert.deepEqual(found(merge(inProgram(copy(program)), inStack(copy(stack)))), expected);
        });
    }

    it("reports the exemption of the program before that of the stack", () => {
        const other = { ...inStack(), exempt: [{ ...inStack().client, policy: "a", reason: "exempt: new" }] };
        assert.deepEqual(
            merge(other, inProgram({ exempt: ["a"] })).exempt.map(({ reason }) => reason),
            ["exempt: old"],
        );
    });

    it("exempts only if all stacks do, and reports the problems of all", () => {
        const stacks = [
            inStack({ exempt: ["a"] }),
            inStack(
                {
                    violations: [
                        ["a", "other", "is 1."],
                        ["a", "other", "is 2."],
                        ["a", "other", "is 1."],
                    ],
                },
                "web-prod",
            ),
        ];
        const merged = merge(inProgram({ violations: [["a", "set"]] }), ...stacks);
        assert.deepEqual(
            merged.violations.map(({ problem }) => problem),
            ["is bad.", "is 1.", "is 2."],
        );
    });
});
