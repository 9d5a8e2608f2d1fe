import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { applyConfig, type Config } from "../../src/cli/config/config";
import { messageOf } from "../../src/core/message";
import { CLIENT_TYPE, type StackResource } from "../../src/core/user-pools";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import { rules } from "../../src/rules";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { parseResources, urnOf } from "../support/check";
import { clients, SEED } from "../support/clients";
import { asSent, Pack, type PackResource } from "../support/pack";

/** The resources with what the program sets: a policy gets nothing else before an update. */
const webshop = (file: string) =>
    parseResources(readFileSync(path.join(PACKAGE_FOLDER, "examples/webshop", file), "utf8")).map(({ deployed, ...resource }) => resource);

const generated: StackResource[] = fc.sample(clients, { seed: SEED, numRuns: 100 }).map((props, index) => ({
    type: CLIENT_TYPE,
    name: `client-${index}`,
    urn: urnOf(`client-${index}`),
    props,
    propertyDependencies: {},
}));

interface ComparedViolation {
    readonly urn?: string;
    readonly policy: string;
    readonly level: string;
    readonly message: string;
}

/** Sorts violations: over gRPC, stack policies report after all others, and `check` reports the worst violations first. */
function sorted(violations: readonly ComparedViolation[]): string[] {
    return violations.map(({ urn, policy, level, message }) => `${urn} ${policy} ${level} ${message}`).sort();
}

/** Exempts some clients by pattern, name or URN, and one whose exemption has expired. */
const exempt = [
    { resource: "urn:pulumi:dev::*::m*", reason: "by pattern" },
    { resource: "client-1", reason: "by name" },
    { resource: `urn:pulumi:dev::webshop::${CLIENT_TYPE}::preview-site`, reason: "by URN", until: "9998-12-31" },
    { resource: "*-admin", reason: "expired", until: "2020-01-01" },
];

const CONFIGS: Readonly<Record<string, Config>> = {
    "default levels": {},
    "all rules advisory": { all: "advisory" },
    exemptions: Object.fromEntries(rules.map(rule => [rule.name, { enforcementLevel: "mandatory", exempt }])),
    fixes: Object.fromEntries(rules.filter(rule => rule.fix).map(rule => [rule.name, "remediate"])),
};

describe("check and a preview report the same violations", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    for (const [configName, config] of Object.entries(CONFIGS)) {
        for (const [input, resources] of [
            ["the webshop's state", webshop("state.json")],
            ["the webshop's preview", webshop("preview.json")],
            ["generated clients", generated],
        ] as const) {
            it(`of ${input} with ${configName}`, async () => {
                const ruleConfigs = applyConfig(rules, config);
                await pack.configure(Object.fromEntries(ruleConfigs.map(({ rule, level, options }) => [rule.name, { level, options }])));
                const expected: ComparedViolation[] = [];
                const remediated: PackResource[] = [];
                for (const resource of resources) {
                    const sent = { ...resource, props: asSent(resource.props) as object };
                    const fixed = { ...sent, props: (await pack.remediate(sent)).at(-1)?.props ?? sent.props };
                    remediated.push(fixed);
                    for (const diagnostic of await pack.analyze(fixed)) expected.push({ ...diagnostic, urn: resource.urn });
                }
                expected.push(...(await pack.analyzeStack(remediated)));
                const { violations } = evaluateStacks([{ file: "stack", resources }], ruleConfigs);
                const described = violations.map(violation => {
                    const rule = rules.find(({ name }) => name === violation.policy) ?? assert.fail(violation.policy);
                    return { ...violation, message: `${rule.description}\n${messageOf(violation, rule)}` };
                });
                assert.deepEqual(sorted(described), sorted(expected));
                assert.ok(expected.length > 0);
            });
        }
    }
});
