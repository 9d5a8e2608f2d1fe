import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { after, before, describe, it } from "mocha";
import { type Setting, settingsFrom } from "../src/check/config";
import { rules } from "../src/rules";
import { Pack, ROOT } from "./pack";

function settingsOf(preset: string): Setting[] {
    return settingsFrom(rules, readFileSync(path.join(ROOT, "presets", `${preset}.json`), "utf8"));
}

/** The rules whose fix changes what an app sees of its client. */
const BY_HAND = ["no-implicit-flow", "no-legacy-auth-flows", "no-pinpoint-analytics"];

describe("the presets", () => {
    it("are three, and what the README says of each stands there", () => {
        const files = readdirSync(path.join(ROOT, "presets")).filter(name => !name.endsWith(".schema.json"));
        assert.deepEqual(files.sort(), ["audit.json", "remediate.json", "strict.json"]);
        const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
        for (const file of files) assert.ok(readme.includes(`\`${file}\``), file);
    });

    it("audit: every rule is advisory, those that are off by default too", () => {
        for (const { rule, level, options } of settingsOf("audit"))
            assert.deepEqual({ level, options }, { level: "advisory", options: {} }, rule.name);
    });

    it("strict: every rule is mandatory, and the limits are low", () => {
        const settings = settingsOf("strict");
        for (const { rule, level } of settings) assert.equal(level, "mandatory", rule.name);
        assert.deepEqual(
            settings.filter(({ options }) => Object.keys(options).length > 0).map(({ rule, options }) => [rule.name, options]),
            [
                ["limit-access-token-validity", { maxMinutes: 15 }],
                ["limit-auth-session-validity", { maxMinutes: 5 }],
                ["limit-id-token-validity", { maxMinutes: 15 }],
                ["limit-refresh-token-validity", { maxHours: 24 }],
            ],
        );
    });

    it("remediate: every rule whose fix no app sees, and the level of no other is touched", () => {
        for (const { rule, level, options } of settingsOf("remediate")) {
            const expected = rule.fix && !BY_HAND.includes(rule.name) ? "remediate" : rule.level;
            assert.deepEqual({ level, options }, { level: expected, options: {} }, rule.name);
        }
    });

    it("leave the fixes that an app sees to be turned on by hand", () => {
        for (const name of BY_HAND) assert.ok(rules.find(rule => rule.name === name)?.fix, name);
    });

    it("are valid by the schema for editors, which refuses what Pulumi would", () => {
        const read = (name: string) => JSON.parse(readFileSync(path.join(ROOT, "presets", name), "utf8"));
        const validate = new Ajv({ strict: false }).compile(read("config.schema.json"));
        for (const file of ["audit.json", "remediate.json", "strict.json"]) assert.ok(validate(read(file)), file);
        const wrong = [
            { $schema: "./config.schema.json" },
            { all: "strict" },
            { "no-such-policy": "advisory" },
            { "limit-id-token-validity": { maxMinutes: "60" } },
            { "limit-id-token-validity": { maxHours: 1 } },
            { "valid-name": { exempt: [{ resource: "web" }] } },
            { "valid-name": { exempt: [{ resource: "web", reason: "moves soon", until: "soon" }] } },
        ];
        for (const config of wrong) assert.ok(!validate(config), JSON.stringify(config));
    });

    describe("over gRPC", () => {
        let pack: Pack;
        before(async () => {
            pack = await Pack.start();
        });
        after(() => pack.stop());

        for (const preset of ["audit", "strict", "remediate"]) {
            it(`${preset} is taken, and decides the levels`, async () => {
                const settings = settingsOf(preset);
                await pack.configure(Object.fromEntries(settings.map(({ rule, level, options }) => [rule.name, { level, options }])));
                const found = await pack.analyze({ props: {} });
                const levels = new Map(settings.map(({ rule, level }) => [rule.name, level === "remediate" ? "mandatory" : level]));
                assert.ok(found.length > 0);
                for (const { policy, level } of found) assert.equal(level, levels.get(policy), policy);
            });
        }
    });
});
