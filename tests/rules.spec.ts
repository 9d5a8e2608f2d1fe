import * as assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import * as path from "node:path";
import { UserPool, UserPoolClient } from "@pulumi/aws/cognito";
import Ajv from "ajv";
import { describe, it } from "mocha";
import { optionsOf } from "../src/judge";
import { CLIENT, toPolicy } from "../src/policy";
import type { Rule } from "../src/rule";
import { rules } from "../src/rules";
import { MODEL, ODD } from "./clients";
import { validate } from "./harness";
import { ROOT } from "./pack";
import { client, pool, resourcesOf, validateStack } from "./stack-harness";

/** The names of a folder's files that end in a suffix, without it. */
function filesOf(folder: string, suffix: string): string[] {
    const names = readdirSync(path.join(ROOT, folder)).filter(name => name.endsWith(suffix));
    return names.map(name => name.slice(0, -suffix.length)).sort();
}

/** The type that Pulumi attaches to a resource's class, and the SDK to a policy's function. */
function typeOf(holder: unknown): string {
    return (holder as { __pulumiType: string }).__pulumiType;
}

/** What the policy says of a client, which is in a stack with its pool where the rule asks for that. */
function outcome(rule: Rule, props: object): { violations: readonly unknown[]; printed: string } {
    return rule.scope === "stack"
        ? validateStack(rule, resourcesOf({ users: pool(), web: client("users", props) }, "preview"))
        : validate(rule, props);
}

const SENTENCES = /^[A-Z`].*[.?]$/;
const names = rules.map(({ name }) => name);

describe("the rules", () => {
    it("are listed by name, each with its file and its spec", () => {
        assert.deepEqual(names, [...names].sort());
        assert.deepEqual(
            filesOf("src/rules", ".ts").filter(name => name !== "index"),
            names,
        );
        assert.deepEqual(filesOf("tests/rules", ".spec.ts"), names);
    });

    it("are about the type that @pulumi/aws gives the class", () => {
        assert.equal(typeOf(CLIENT), typeOf(UserPoolClient));
        assert.notEqual(typeOf(CLIENT), typeOf(UserPool));
    });

    for (const rule of rules) {
        describe(rule.name, () => {
            it("has a name and texts of the common form", () => {
                assert.match(rule.name, /^(valid|no|require|limit|match)(-[a-z]+)+$/);
                assert.match(rule.description, /^[A-Z].*[^.]\.$/);
                assert.match(rule.remediation, SENTENCES);
                assert.match(rule.url, /^https:\/\/[^ ]+$/);
                assert.ok(Object.keys(rule.messages).length > 0);
            });

            it("describes each option, and its default is valid", () => {
                const ajv = new Ajv({ strictTuples: false });
                for (const [name, option] of Object.entries(optionsOf(rule))) {
                    const { description, default: value, ...schema } = option;
                    assert.match(description, SENTENCES, name);
                    assert.ok(ajv.validate(schema, value), `${name}: ${ajv.errorsText()}`);
                }
            });

            it("lets Pulumi check its options", () => assert.deepEqual(toPolicy(rule).configSchema, { properties: optionsOf(rule) }));

            it("lets the SDK skip other types without reading them", () => {
                const { validateResource, validateStack, remediateResource } = toPolicy(rule);
                for (const callback of [validateResource ?? validateStack, remediateResource ?? validateResource ?? validateStack]) {
                    assert.equal(typeOf(callback), typeOf(CLIENT));
                }
            });

            it("has nothing to say of the model client", () => assert.deepEqual(outcome(rule, MODEL), { violations: [], printed: "" }));

            it("survives odd clients", () => {
                for (const odd of ODD) assert.equal(outcome(rule, odd).printed, "", JSON.stringify(odd));
            });
        });
    }
});
