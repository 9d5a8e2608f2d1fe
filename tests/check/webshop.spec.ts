import * as assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Report } from "../../src/check/run";
import { check, folder } from "./harness";

/** The rules whose verdicts are told here, so that another rule changes nothing. */
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

describe("the webshop", () => {
    const { write } = folder();
    const reportOn = async (file: string, levels: object): Promise<Report> => {
        const config = write("config.json", JSON.stringify({ all: "disabled", ...levels }));
        const example = join(__dirname, "../../examples/webshop", file);
        return JSON.parse((await check(["check", "--format", "json", "--config", config, example])).stdout);
    };
    const verdicts = ({ violations }: Report) => {
        const clients: Record<string, string[]> = {};
        for (const { name, level, policy } of violations) clients[name] = [...(clients[name] ?? []), `${level} ${policy}`];
        return Object.entries(clients);
    };
    const levels = Object.fromEntries(RULES.map(name => [name, /pinpoint|shared/.test(name) ? "advisory" : "mandatory"]));

    for (const [file, ...undecided] of [
        ["state.json"],
        ["preview.json", "metrics valid-analytics-configuration userPoolId"], // the pool, and so its region, is not there yet
    ] as const) {
        it(`is judged by its ${file}, worst first`, async () => {
            const report = await reportOn(file, levels);
            assert.equal(report.clients, 7);
            assert.deepEqual(verdicts(report), [
                ["metrics", METRICS],
                ["mixed-flows", MIXED_FLOWS],
                ["mobile", MOBILE],
                ["legacy-admin", LEGACY_ADMIN],
            ]);
            assert.deepEqual(
                report.undecided.map(({ name, policy, property }) => `${name} ${policy} ${property}`),
                ["mixed-flows require-prevent-user-existence-errors preventUserExistenceErrors", ...undecided],
            );
        });

        it(`is judged by its ${file} after remediation`, async () => {
            const fixing = ["no-shared-user-data", "require-prevent-user-existence-errors", "valid-auth-flows"];
            const report = await reportOn(file, { ...levels, ...Object.fromEntries(fixing.map(name => [name, "remediate"])) });
            assert.deepEqual(verdicts(report), [
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
