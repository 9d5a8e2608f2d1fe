import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { type Level, settingsOf } from "../../src/check/config";
import { resourcesOf } from "../../src/check/files";
import { run } from "../../src/check/run";
import { rules } from "../../src/rules";
import { CLIENT_TYPE, type StackResource } from "../../src/stack";
import { clients, SEED } from "../clients";
import { unknown } from "../harness";
import { Pack, type PackResource, ROOT, urnOf } from "../pack";

/** As the engine would send them: what a state only holds encrypted is, over there, not known. */
function sent(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sent);
    if (!(value instanceof Object)) return value === "[secret]" ? unknown : value;
    if ("4dabf18193072939515e22adb298388d" in value) return unknown;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sent(part)]));
}

const webshop = (file: string) => resourcesOf(readFileSync(path.join(ROOT, "examples/webshop", file), "utf8"));

const generated: StackResource[] = fc.sample(clients, { seed: SEED, numRuns: 100 }).map((props, index) => ({
    type: CLIENT_TYPE,
    name: `client-${index}`,
    urn: urnOf(`client-${index}`),
    props,
    propertyDependencies: {},
}));

/** Orders verdicts, since a stack's policies report after all others, and `check` puts the worst first. */
function sorted(verdicts: readonly { urn: string; policy: string; level: string; message: string }[]): string[] {
    return verdicts.map(({ urn, policy, level, message }) => `${urn} ${policy} ${level} ${message}`).sort();
}

const CONFIGS: Readonly<Record<string, Readonly<Record<string, Level>>>> = {
    "by default": {},
    "with all rules advisory": { all: "advisory" },
    "with fixes": Object.fromEntries(rules.filter(rule => rule.fix).map(rule => [rule.name, "remediate"])),
};

describe("check says what a preview says", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    for (const [how, config] of Object.entries(CONFIGS)) {
        for (const [what, resources] of [
            ["the webshop's state", webshop("state.json")],
            ["the webshop's preview", webshop("preview.json")],
            ["generated clients", generated],
        ] as const) {
            it(`of ${what}, ${how}`, async () => {
                const settings = settingsOf(rules, config);
                await pack.configure(Object.fromEntries(settings.map(({ rule, level }) => [rule.name, { level }])));
                const found = [];
                const remediated: PackResource[] = [];
                for (const resource of resources) {
                    const given = { ...resource, props: sent(resource.props) as object };
                    const fixed = { ...given, props: (await pack.remediate(given)).at(-1)?.props ?? given.props };
                    remediated.push(fixed);
                    for (const diagnostic of await pack.analyze(fixed)) found.push({ ...diagnostic, urn: resource.urn });
                }
                found.push(...(await pack.analyzeStack(remediated)));
                const { violations } = run([{ file: "stack", resources }], settings);
                const described = violations.map(violation => ({
                    ...violation,
                    message: `${rules.find(({ name }) => name === violation.policy)?.description}\n${violation.message}`,
                }));
                assert.deepEqual(sorted(described), sorted(found));
                assert.ok(found.length > 0);
            });
        }
    }
});
