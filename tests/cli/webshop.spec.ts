import * as assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Report } from "../../src/report/report";
import { folder } from "../support/check";
import { run } from "../support/run-cli";

/** The rules that the tests enable, so that a new rule does not change the results. */
const RULES = [
    "no-legacy-auth-flows",
    "no-pinpoint-analytics",
    "no-shared-user-data",
    "require-prevent-user-existence-errors",
    "valid-analytics-configuration",
    "valid-auth-flows",
    "valid-auth-session-validity",
    "valid-token-validity",
    "valid-token-validity-units",
];

const LEGACY_ADMIN = ["mandatory no-legacy-auth-flows", "mandatory require-prevent-user-existence-errors"];
const METRICS = [
    "mandatory valid-analytics-configuration",
    "mandatory valid-analytics-configuration",
    "advisory no-pinpoint-analytics",
    "advisory no-shared-user-data",
];
const MIXED_FLOWS = ["mandatory valid-auth-flows", "mandatory no-legacy-auth-flows", "mandatory valid-auth-session-validity"];
const MOBILE = ["mandatory valid-token-validity", "mandatory valid-token-validity", "mandatory require-prevent-user-existence-errors"];

describe("check of the webshop", () => {
    const { write } = folder();
    const reportOn = async (file: string, levels: object): Promise<Report> => {
        const config = write("config.json", JSON.stringify({ all: "disabled", ...levels }));
        const example = join(__dirname, "../../examples/webshop", file);
        return JSON.parse((await run(["check", "--format", "json", "--config", config, example])).stdout);
    };
    const violationsByClient = ({ violations }: Report) => {
        const byClient: Record<string, string[]> = {};
        for (const { name, level, policy } of violations) byClient[name] = [...(byClient[name] ?? []), `${level} ${policy}`];
        return Object.entries(byClient);
    };
    const levels = Object.fromEntries(RULES.map(name => [name, /pinpoint|shared/.test(name) ? "advisory" : "mandatory"]));

    for (const [file, ...unknown] of [
        ["state.json"],
        ["preview.json", "metrics valid-analytics-configuration userPoolId"], // the pool is new, so its region is unknown
    ] as const) {
        it(`reports the violations in ${file}, the worst first`, async () => {
            const report = await reportOn(file, levels);
            assert.equal(report.clients, 8);
            assert.deepEqual(violationsByClient(report), [
                ["metrics", METRICS],
                ["mixed-flows", MIXED_FLOWS],
                ["mobile", MOBILE],
                ["legacy-admin", LEGACY_ADMIN],
            ]);
            assert.deepEqual(
                report.unknown.map(({ name, policy, property }) => `${name} ${policy} ${property}`),
                ["mixed-flows require-prevent-user-existence-errors preventUserExistenceErrors", ...unknown],
            );
        });

        it(`reports the clients in ${file} whose users can change sensitive attributes of the user pool`, async () => {
            const report = await reportOn(file, { "no-default-sensitive-attributes": "advisory" });
            assert.deepEqual(
                violationsByClient(report).sort(),
                ["mixed-flows", "mobile", "preview-site", "support"].map(name => [name, ["advisory no-default-sensitive-attributes"]]),
            );
            for (const { name, problem } of report.violations) {
                const hasSecret = name === "mixed-flows";
                assert.match(problem, hasSecret ? /users can set … in the user pool …\.$/ : /custom:tenant and custom:role .*customers/);
            }
            assert.deepEqual(report.unknown, []);
        });

        it(`reports the violations in ${file} that remain after fixes`, async () => {
            const fixes = ["no-shared-user-data", "require-prevent-user-existence-errors", "valid-auth-flows"];
            const report = await reportOn(file, { ...levels, ...Object.fromEntries(fixes.map(name => [name, "remediate"])) });
            assert.deepEqual(violationsByClient(report), [
                ["metrics", METRICS.slice(0, 3)],
                ["mobile", MOBILE.slice(0, 2)],
                ["legacy-admin", LEGACY_ADMIN.slice(0, 1)],
                ["mixed-flows", MIXED_FLOWS.slice(2)],
            ]);
            assert.deepEqual(report.remediated.map(({ name, policy, properties }) => `${name} ${policy} ${properties}`).sort(), [
                "legacy-admin require-prevent-user-existence-errors preventUserExistenceErrors",
                "metrics no-shared-user-data analyticsConfiguration",
                "mixed-flows valid-auth-flows explicitAuthFlows",
                "mobile require-prevent-user-existence-errors preventUserExistenceErrors",
            ]);
        });
    }
});
