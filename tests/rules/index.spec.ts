import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { describe, it } from "mocha";
import { client, pool, userPoolDomain } from "../../src/api/testing";
import { evaluate } from "../../src/core/evaluate";
import { optionsOf } from "../../src/core/options";
import type { Category, Rule } from "../../src/core/rule";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { toPolicy } from "../../src/pulumi/policy";
import { rules } from "../../src/rules";
import { type PolicyRun, validateClient, validateStack } from "../../src/testing/run-policy";
import { resourcesOf } from "../../src/testing/test-stack-rule";
import { isDay } from "../../src/util/json-schema";
import { packageInfo } from "../../src/util/package-info";
import { MALFORMED, MODEL } from "../support/clients";
import { exampleResource } from "../support/examples";
import { ROOT } from "../support/pack";

const CATEGORIES: readonly Category[] = ["deployability", "security", "limits", "consistency"];

/** One or more sentences. The first may start with a property such as callbackUrls. */
const SENTENCES = /^([A-Z`]|[a-z]+[A-Z]).*[^.][.?]$/s;

/** Returns the names of the files in a folder that end with a suffix, without it and without the index. */
function filesOf(folder: string, suffix: string): string[] {
    const names = readdirSync(path.join(ROOT, folder)).filter(name => name.endsWith(suffix) && name !== `index${suffix}`);
    return names.map(name => name.slice(0, -suffix.length)).sort();
}

/** Runs the policy of a rule on a client, which is in a stack with its pool if the rule needs that. */
function run(rule: Rule, props: object): PolicyRun {
    return rule.scope === "stack"
        ? validateStack(rule, resourcesOf({ users: pool(), domain: userPoolDomain("users"), web: client("users", props) }, "preview"))
        : validateClient(rule, props);
}

const names = rules.map(({ name }) => name);
const deployability = rules.filter(({ category }) => category === "deployability");

describe("the rules", () => {
    it("are sorted by name", () => assert.deepEqual(names, [...names].sort()));

    it("have a file and a spec of the same name", () => {
        assert.deepEqual(filesOf("src/rules", ".ts"), names);
        assert.deepEqual(filesOf("tests/rules", ".spec.ts"), names);
    });

    it("have different titles and descriptions", () => {
        for (const property of ["title", "description"] as const)
            assert.equal(new Set(rules.map(rule => rule[property])).size, rules.length, property);
    });

    for (const rule of rules) {
        describe(rule.name, () => {
            it("has no TODO left", () => {
                const files = [`src/rules/${rule.name}.ts`, `tests/rules/${rule.name}.spec.ts`];
                const lines = files.flatMap(file => readFileSync(path.join(ROOT, file), "utf8").split("\n"));
                assert.deepEqual(
                    lines.filter(line => line.includes("TODO")),
                    [],
                );
            });

            it("has the required metadata", () => {
                assert.match(rule.name, /^(valid|no|require|limit|match)(-[a-z]+)+$/);
                assert.match(rule.title, /^[A-Z].{5,60}[^.]$/);
                assert.ok(CATEGORIES.includes(rule.category), rule.category);
                assert.match(rule.description, SENTENCES);
                assert.match(rule.remediation, SENTENCES);
                for (const url of [rule.url, ...(rule.docs.sources ?? [])]) assert.match(url, /^https:\/\/[^ ]+$/);
                assert.equal(rule.bugs, packageInfo().bugs);
            });

            it("has the texts of its page", () => {
                const { details, fix, whenNotToUse } = rule.docs;
                assert.match(details, SENTENCES);
                assert.notEqual(details, rule.description);
                assert.equal(fix !== undefined, rule.fix !== undefined, "docs.fix is required if and only if the rule has a fix");
                if (fix !== undefined) assert.match(fix, SENTENCES);
                if (rule.category === "security" || rule.category === "limits") assert.match(whenNotToUse ?? "", SENTENCES, "whenNotToUse");
                else if (whenNotToUse !== undefined) assert.match(whenNotToUse, SENTENCES);
            });

            it("describes each option, and its default is valid", () => {
                const ajv = new Ajv({ strictTuples: false, formats: { date: isDay } });
                for (const [name, option] of Object.entries(optionsOf(rule))) {
                    const { description, default: value, ...schema } = option;
                    assert.match(description, SENTENCES, name);
                    assert.ok(ajv.validate(schema, value), `${name}: ${ajv.errorsText()}`);
                }
            });

            it("gives Pulumi the schema of its options", () => {
                const { exempt, ...options } = toPolicy(rule).configSchema?.properties ?? {};
                assert.deepEqual(options, { ...rule.options });
                assert.equal(exempt?.type, "array");
            });

            it("lets the SDK skip other types without reading them", () => {
                const { validateResource, validateStack, remediateResource } = toPolicy(rule);
                for (const callback of [validateResource, validateStack, remediateResource]) {
                    if (callback) assert.equal((callback as unknown as { __pulumiType: string }).__pulumiType, CLIENT_TYPE);
                }
            });

            it("rejects the incorrect examples", () => {
                for (const { options = {}, ...example } of rule.examples.incorrect) {
                    const { violations, unknown } = evaluate(rule, exampleResource(example), options);
                    assert.notDeepEqual(violations, [], JSON.stringify(example));
                    for (const { property } of violations) assert.ok(property, "a violation of a property");
                    assert.deepEqual(unknown, []);
                }
            });

            it("accepts the correct examples, which AWS does not reject for another reason either", () => {
                for (const { options = {}, ...example } of rule.examples.correct) {
                    const result = evaluate(rule, exampleResource(example), options);
                    assert.deepEqual(result, { violations: [], unknown: [] }, JSON.stringify(example));
                    for (const other of deployability)
                        assert.deepEqual(evaluate(other, exampleResource(example), {}).violations, [], JSON.stringify(example));
                }
            });

            it("accepts the model client", () => assert.deepEqual(run(rule, MODEL), { violations: [], printed: "" }));

            it("does not fail or print for malformed clients", () => {
                for (const malformed of MALFORMED) {
                    const { violations, printed } = run(rule, malformed);
                    for (const { message } of violations) assert.doesNotMatch(message, /This is a bug/);
                    assert.equal(printed, "", JSON.stringify(malformed));
                }
            });
        });
    }
});
