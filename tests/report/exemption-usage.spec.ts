import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Exemption } from "../../src/core/exemptions";
import type { RuleConfig } from "../../src/core/rule";
import { defineRule, type Rule } from "../../src/core/rule";
import { describeUnused, ExemptionUsage } from "../../src/report/exemption-usage";
import authFlows from "../../src/rules/valid-auth-flows";
import { urnOf } from "../support/check";
import { goodNameRule, ruleWith } from "../support/rules";

const TODAY = "2026-06-15";
const STACK = "urn:pulumi:dev::shop::";

const exemption = (resource: string, until?: string): Exemption => ({ resource, reason: "moves soon", ...(until && { until }) });
const configured = (rule: Rule, ...exempt: Exemption[]): RuleConfig => ({ rule, level: "mandatory", options: { exempt } });
const client = (name: string, props: object = { name: "bad" }) => ({ name, urn: urnOf(name), props });

/** Returns the usage of exemptions from one rule after its evaluation of clients. */
function usageOf(exempt: readonly Exemption[], clients: readonly ReturnType<typeof client>[], rule: Rule = goodNameRule("be-good")) {
    const usage = new ExemptionUsage([configured(rule, ...exempt)], TODAY);
    for (const evaluated of clients) usage.record(evaluated);
    return usage;
}

describe("ExemptionUsage", () => {
    describe("reports as unused", () => {
        const unusedOf = (usage: ExemptionUsage, ...prefixes: string[]) =>
            usage.unused(new Set(prefixes)).map(({ resource, cause }) => `${resource} ${cause}`);
        const good = { name: "good" };

        it("no exemption of a client that violates the policy", () => {
            for (const resource of ["web", urnOf("web"), "w*", "urn:*::web"])
                assert.deepEqual(usageOf([exemption(resource)], [client("web"), client("worker", good)]).unused(), [], resource);
        });

        it("an exemption of a client that does not violate the policy", () => {
            const usage = usageOf([exemption(urnOf("web"))], [client("web", good)]);
            assert.deepEqual(usage.unused(new Set()), [{ policy: "be-good", ...exemption(urnOf("web")), cause: "notViolated" }]);
        });

        it("an exemption of a client that does not exist, in a stack that is checked", () => {
            const usage = usageOf([exemption(urnOf("old"), "2026-07-01")], [client("web")]);
            const expected = [{ policy: "be-good", ...exemption(urnOf("old"), "2026-07-01"), cause: "noClient" as const }];
            assert.deepEqual(usage.unused(new Set([STACK])), expected);
            assert.deepEqual(usage.unused(new Set(["urn:pulumi:prod::shop::", "urn:pulumi:dev::other::"])), []);
            assert.deepEqual(usage.unused(), expected);
        });

        it("a pattern only if the stack that it names is checked", () => {
            const patterns = [
                `${STACK}*::old`,
                `${STACK}*::web`,
                "urn:pulumi:dev::*::old",
                "urn:pulumi:*::shop::*::old",
                "old-*",
                "w*",
                "web",
            ];
            const usage = usageOf(
                patterns.map(pattern => exemption(pattern)),
                [client("web", good)],
            );
            assert.deepEqual(unusedOf(usage), []);
            assert.deepEqual(unusedOf(usage, STACK), [`${STACK}*::old noClient`, `${STACK}*::web notViolated`]);
            assert.deepEqual(
                usage.unused().map(({ resource, cause }) => `${resource} ${cause}`),
                [
                    `${STACK}*::old noClient`,
                    `${STACK}*::web notViolated`,
                    "urn:pulumi:dev::*::old noClient",
                    "urn:pulumi:*::shop::*::old noClient",
                    "old-* noClient",
                    "w* notViolated",
                    "web notViolated",
                ],
            );
        });

        it("no exemption that one of several clients needs", () => {
            const clients = [client("web", good), client("worker"), client("wiki", good)];
            assert.deepEqual(usageOf([exemption("w*")], clients).unused(), []);
        });

        it("none of several exemptions of a client", () => {
            assert.deepEqual(usageOf([exemption("web"), exemption(urnOf("web"))], [client("web")]).unused(), []);
        });

        it("no expired exemption of a client that violates the policy, since the violation mentions it", () => {
            assert.deepEqual(usageOf([exemption("web", "2026-06-14")], [client("web")]).unused(), []);
            assert.equal(usageOf([exemption("web", "2026-06-14")], [client("web", good)]).unused().length, 1);
        });

        it("no exemption of a client whose violation depends on an unknown value", () => {
            const usage = usageOf([exemption(urnOf("web"))], [client("web", { name: "[secret]" })]);
            assert.deepEqual(usage.unused(), []);
        });

        it("no exemption from a policy that needs a user pool that is not checked", () => {
            const { fix, scope, ...metadata } = ruleWith({ name: "be-rich" });
            const rule = defineRule({ ...metadata, scope: "stack", checks: [] });
            assert.deepEqual(usageOf([exemption("web")], [client("web")], rule).unused(), []);
            const pool = { name: "users" } as never;
            assert.equal(usageOf([exemption("web")], [{ ...client("web"), pool } as never], rule).unused().length, 1);
        });

        it("an exemption from a policy whose options allow the client", () => {
            const flow = client("web", { explicitAuthFlows: ["ALLOW_NEW_AUTH"] });
            const countOf = (options: object) => {
                const usage = new ExemptionUsage(
                    [{ ...configured(authFlows), options: { exempt: [exemption("web")], ...options } }],
                    TODAY,
                );
                usage.record(flow);
                return usage.unused().length;
            };
            assert.deepEqual([countOf({}), countOf({ additionalFlows: ["ALLOW_NEW_AUTH"] })], [0, 1]);
        });

        it("the exemptions from each policy for itself", () => {
            const shared = exemption("web");
            const entries = [configured(goodNameRule("be-good"), shared), configured(ruleWith({ name: "be-lax" }), shared)];
            const usage = new ExemptionUsage(entries, TODAY);
            usage.record(client("web"));
            assert.deepEqual(usage.unused(), [{ policy: "be-lax", ...shared, cause: "notViolated" }]);
        });
    });

    describe("reports as ending", () => {
        const endingOf = (...exempt: Exemption[]) =>
            usageOf(exempt, [client("web")])
                .ending()
                .map(({ until, resource }) => `${until} ${resource}`);

        it("exemptions that end today or within 30 days, the next one first", () => {
            const days = ["2026-07-16", "2026-07-15", TODAY, "2026-06-14", undefined, "2026-06-16"];
            assert.deepEqual(endingOf(...days.map(day => exemption("web", day))), ["2026-06-15 web", "2026-06-16 web", "2026-07-15 web"]);
        });

        it("exemptions that end on the same day in the order of the configuration", () => {
            assert.deepEqual(endingOf(...["web", "w*", "*b"].map(resource => exemption(resource, TODAY))), [
                `${TODAY} web`,
                `${TODAY} w*`,
                `${TODAY} *b`,
            ]);
        });

        it("no exemption that is unused", () => {
            assert.deepEqual(endingOf(exemption("old", TODAY)), []);
            assert.deepEqual(usageOf([exemption("web", TODAY)], [client("web", { name: "good" })]).ending(), []);
        });

        it("the policy and the reason", () => {
            assert.deepEqual(usageOf([exemption("web", TODAY)], [client("web")]).ending(), [
                { policy: "be-good", resource: "web", reason: "moves soon", until: TODAY },
            ]);
        });
    });
});

describe("describeUnused", () => {
    it("says why", () => {
        const unused = { policy: "be-good", ...exemption("web") };
        assert.equal(describeUnused({ ...unused, cause: "noClient" }), "web: be-good: there is no such client");
        assert.equal(describeUnused({ ...unused, cause: "notViolated" }), "web: be-good: the policy is not violated");
    });
});
