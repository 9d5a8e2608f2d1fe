import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { after, before, describe, it } from "mocha";
import { parseConfig } from "../src/cli/config/config";
import type { Client } from "../src/core/client";
import { evaluate } from "../src/core/evaluate";
import type { RuleConfig } from "../src/core/rule";
import { rules } from "../src/rules";
import { isDay } from "../src/util/json-schema";
import { Pack, ROOT } from "./support/pack";

function readPreset(preset: string): RuleConfig[] {
    return parseConfig(rules, readFileSync(path.join(ROOT, "presets", `${preset}.json`), "utf8"));
}

/** The settings that every client for services needs under the strict preset. */
const SERVICE: Client = { generateSecret: true, accessTokenValidity: 15, tokenValidityUnits: { accessToken: "minutes" } };

/** The fixable rules that no preset fixes, because their fix changes how an app can use its client. */
const OPT_IN = ["no-implicit-flow", "no-legacy-auth-flows", "no-pinpoint-analytics", "no-uppercase-redirect-hosts"];

describe("the presets", () => {
    it("are the three that the README names", () => {
        const files = readdirSync(path.join(ROOT, "presets")).filter(name => !name.endsWith(".schema.json"));
        assert.deepEqual(files.sort(), ["audit.json", "remediate.json", "strict.json"]);
        const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
        for (const file of files) assert.ok(readme.includes(`\`presets/${file}\``), file);
    });

    it("audit makes every rule advisory, also those that are disabled by default", () => {
        for (const { rule, level, options } of readPreset("audit"))
            assert.deepEqual({ level, options }, { level: "advisory", options: {} }, rule.name);
    });

    it("strict makes every rule mandatory, with low limits", () => {
        const configs = readPreset("strict");
        for (const { rule, level } of configs) assert.equal(level, "mandatory", rule.name);
        assert.deepEqual(
            configs.filter(({ options }) => Object.keys(options).length > 0).map(({ rule, options }) => [rule.name, options]),
            [
                ["limit-access-token-validity", { maxMinutes: 15 }],
                ["limit-auth-session-validity", { maxMinutes: 5 }],
                ["limit-id-token-validity", { maxMinutes: 15 }],
                ["limit-refresh-token-validity", { maxHours: 24 }],
            ],
        );
    });

    it("strict accepts clients for services", () => {
        const services: readonly Client[] = [
            {
                ...SERVICE,
                allowedOauthFlowsUserPoolClient: true,
                allowedOauthFlows: ["client_credentials"],
                allowedOauthScopes: ["orders/read"],
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
            },
            { ...SERVICE, allowedOauthScopes: ["orders/read"], explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] },
        ];
        for (const props of services) {
            for (const { rule, options } of readPreset("strict"))
                assert.deepEqual(evaluate(rule, { name: "batch", urn: "", props }, options).violations, [], rule.name);
        }
    });

    it("remediate fixes what apps do not notice, and keeps the level of the other rules", () => {
        for (const { rule, level, options } of readPreset("remediate")) {
            const expected = rule.fix && !OPT_IN.includes(rule.name) ? "remediate" : rule.level;
            assert.deepEqual({ level, options }, { level: expected, options: {} }, rule.name);
        }
    });

    it("leave out the fixes that apps notice", () => {
        for (const name of OPT_IN) assert.ok(rules.find(rule => rule.name === name)?.fix, name);
    });

    it("match the JSON schema for editors, which rejects what Pulumi rejects", () => {
        const read = (name: string) => JSON.parse(readFileSync(path.join(ROOT, "presets", name), "utf8"));
        const validate = new Ajv({ strict: false, formats: { date: isDay } }).compile(read("config.schema.json"));
        for (const file of ["audit.json", "remediate.json", "strict.json"]) assert.ok(validate(read(file)), file);
        const invalid = [
            { $schema: "./config.schema.json" },
            { all: "strict" },
            { "no-such-policy": "advisory" },
            { "limit-id-token-validity": { maxMinutes: "60" } },
            { "limit-id-token-validity": { maxHours: 1 } },
            { "valid-name": { exempt: [{ resource: "web" }] } },
            { "valid-name": { exempt: [{ resource: "web", reason: "moves soon", until: "soon" }] } },
        ];
        for (const config of invalid) assert.ok(!validate(config), JSON.stringify(config));
    });

    describe("over gRPC", () => {
        let pack: Pack;
        before(async () => {
            pack = await Pack.start();
        });
        after(() => pack.stop());

        for (const preset of ["audit", "strict", "remediate"]) {
            it(`${preset} sets the levels of violations`, async () => {
                const configs = readPreset(preset);
                await pack.configure(Object.fromEntries(configs.map(({ rule, level, options }) => [rule.name, { level, options }])));
                const violations = await pack.analyze({ props: {} });
                const levels = new Map(configs.map(({ rule, level }) => [rule.name, level === "remediate" ? "mandatory" : level]));
                assert.ok(violations.length > 0);
                for (const { policy, level } of violations) assert.equal(level, levels.get(policy), policy);
            });
        }
    });
});
