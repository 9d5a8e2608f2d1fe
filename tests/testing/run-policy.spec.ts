import * as assert from "node:assert/strict";
import { Secret } from "@pulumi/policy";
import { describe, it } from "mocha";
import { client, pool, unknown } from "../../src/api/testing";
import { defineRule, type Rule } from "../../src/core/rule";
import { capturePrinted, remediateClient, validateClient, validateStack } from "../../src/testing/run-policy";
import { resourcesOf } from "../../src/testing/test-stack-rule";
import { METADATA } from "../support/metadata";

/** Requires ENABLED, and sets it. */
const rule = defineRule({
    ...METADATA,
    name: "my-rule",
    checks: [
        ({ preventUserExistenceErrors: value = "LEGACY" }, { report }) => {
            if (value !== "ENABLED") report("preventUserExistenceErrors", `is ${value}.`);
        },
    ],
    fix: () => ({ preventUserExistenceErrors: "ENABLED" }),
});
const stackRule = { ...rule, scope: "stack", fix: undefined } as Rule;
const MESSAGE = "preventUserExistenceErrors is LEGACY. Change it.";

describe("validateClient", () => {
    it("returns the violations", () => assert.deepEqual(validateClient(rule, {}), { violations: [{ message: MESSAGE }], printed: "" }));
    it("returns the reason of an exemption and what the policy prints", () => {
        assert.deepEqual(validateClient(rule, {}, { exempt: [{ resource: "client", reason: "moves soon" }] }), {
            violations: [],
            notApplicable: "exempt: moves soon",
            printed: "client: my-rule: exempt: moves soon\n",
        });
    });
    it("throws what the policy throws", () => {
        assert.throws(() => validateClient({ ...rule, checks: undefined as never }, {}), TypeError);
    });
    it("throws for a rule that sees the pool", () => {
        assert.throws(() => validateClient(stackRule, {}), new TypeError('my-rule has scope "stack": test it with testStackRule.'));
    });
});

describe("validateStack", () => {
    const resources = resourcesOf({ users: pool(), web: client("users", {}) }, "preview");

    it("returns the violations with the URNs of the clients", () => {
        const urn = "urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::web";
        assert.deepEqual(validateStack(stackRule, resources), { violations: [{ message: MESSAGE, urn }], printed: "" });
    });
    it("throws for a rule that sees one client", () => {
        assert.throws(() => validateStack(rule, resources), new TypeError("my-rule checks one client: test it with testRule."));
    });
});

describe("remediateClient", () => {
    it("returns a changed copy", () => {
        const props = { callbackUrls: ["https://shop.acme.dev"], refreshTokenRotation: { feature: "ENABLED" }, userPoolId: unknown };
        const copy = structuredClone(props);
        const result = remediateClient(rule, props);
        assert.deepEqual(result, { props: { ...copy, preventUserExistenceErrors: "ENABLED" }, printed: "" });
        assert.deepEqual(props, copy);
    });
    it("keeps secrets", () => {
        const props = {
            preventUserExistenceErrors: new Secret("LEGACY"),
            callbackUrls: [new Secret("myapp://callback")],
            analyticsConfiguration: new Secret({ externalId: new Secret("shop") }),
        };
        assert.deepEqual(remediateClient(rule, props).props, { ...props, preventUserExistenceErrors: new Secret("ENABLED") });
    });
    it("returns an equal copy for a rule without a fix", () => {
        assert.deepEqual(remediateClient({ ...rule, fix: undefined }, { name: "web" }), { props: { name: "web" }, printed: "" });
    });
});

describe("capturePrinted", () => {
    it("returns what an action writes to stdout and stderr", () => {
        const action = () => {
            process.stdout.write("out ");
            process.stderr.write("error");
        };
        assert.equal(capturePrinted(action), "out error");
    });
    it("restores the streams if the action throws", () => {
        const { write } = process.stdout;
        assert.equal(typeof write, "function");
        const action = () => {
            throw new Error("no such thing");
        };
        assert.throws(() => capturePrinted(action), new Error("no such thing"));
        assert.equal(process.stdout.write, write);
    });
});
