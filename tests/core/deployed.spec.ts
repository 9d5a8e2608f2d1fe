import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { computeFix, evaluate } from "../../src/core/evaluate";
import { defineRule } from "../../src/core/rule";
import noLegacyAuthFlows from "../../src/rules/no-legacy-auth-flows";
import requirePreventUserExistenceErrors from "../../src/rules/require-prevent-user-existence-errors";
import validUserContextData from "../../src/rules/valid-user-context-data";
import { SECRET } from "../support/check";
import { METADATA } from "../support/metadata";

const client = (props: object, deployed?: object) => ({ name: "web", urn: "urn:web", props, ...(deployed && { deployed }) });

describe("a client in a state", () => {
    const rule = defineRule({
        ...METADATA,
        name: "no-rotation",
        checks: [
            ({ refreshTokenRotation }, { report }) => {
                if (refreshTokenRotation?.feature === "ENABLED") report("refreshTokenRotation.feature", "is ENABLED.");
            },
        ],
    });
    const ROTATION = { refreshTokenRotation: { feature: "ENABLED" } };
    const problemsOf = (props: object, deployed?: object) => evaluate(rule, client(props, deployed), {}).violations;

    it("is evaluated by what the program sets and what is deployed, and the problem says which", () => {
        const [property, problem] = ["refreshTokenRotation.feature", "is ENABLED."];
        assert.deepEqual(problemsOf(ROTATION), [{ property, problem: `${property} ${problem}` }]);
        assert.deepEqual(problemsOf(ROTATION, {}), [{ property, problem: `${property} ${problem}` }]);
        assert.deepEqual(problemsOf({}, ROTATION), [{ property, problem: `${property} (deployed, not set by the program) ${problem}` }]);
        assert.deepEqual(problemsOf({ refreshTokenRotation: { feature: "DISABLED" } }, ROTATION), []);
    });

    it("does not violate a rule that a deployed value satisfies", () => {
        const problems = (props: object, deployed: object) =>
            evaluate(requirePreventUserExistenceErrors, client(props, deployed), {}).violations.map(({ problem }) => problem);
        assert.deepEqual(problems({}, { preventUserExistenceErrors: "ENABLED" }), []);
        assert.match(problems({}, {}).join(), /^preventUserExistenceErrors is not set/);
        assert.match(
            problems({}, { preventUserExistenceErrors: "LEGACY" }).join(),
            /^preventUserExistenceErrors \(deployed, not set by the program\) is /,
        );
    });

    it("may have a secret if that is encrypted", () => {
        const props = { enablePropagateAdditionalUserContextData: true };
        const result = (deployed: object) => {
            const { violations, unknown } = evaluate(validUserContextData, client(props, deployed), {});
            return { violations: violations.length, unknown };
        };
        assert.deepEqual(result({ generateSecret: SECRET }), { violations: 0, unknown: ["generateSecret"] });
        assert.deepEqual(result({ generateSecret: true }), { violations: 0, unknown: [] });
        assert.deepEqual(result({ generateSecret: false }), { violations: 1, unknown: [] });
    });

    describe("has a fix", () => {
        const fixOf = (props: object, deployed?: object) => computeFix(noLegacyAuthFlows, client(props, deployed), {});
        const LEGACY = { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] };

        it("of what the program sets", () => assert.deepEqual(fixOf(LEGACY, { enableTokenRevocation: true }), fixOf(LEGACY)));
        it("but not of what is only deployed", () => {
            assert.ok(fixOf(LEGACY));
            assert.equal(fixOf({}, LEGACY), undefined);
        });
        it("but not if the deployed value satisfies the rule", () => {
            const fix = (deployed: object) => computeFix(requirePreventUserExistenceErrors, client({}, deployed), {});
            assert.deepEqual(fix({}), { preventUserExistenceErrors: "ENABLED" });
            assert.equal(fix({ preventUserExistenceErrors: "ENABLED" }), undefined);
        });
        it("but not if it may have a secret", () => {
            const props = { enablePropagateAdditionalUserContextData: true };
            assert.deepEqual(computeFix(validUserContextData, client(props), {}), { enablePropagateAdditionalUserContextData: false });
            assert.equal(computeFix(validUserContextData, client(props, { generateSecret: SECRET }), {}), undefined);
        });
    });
});

describe("a rule with scope stack", () => {
    const rule = defineRule({
        ...METADATA,
        name: "match-names",
        scope: "stack",
        checks: [
            ({ name }, { pool, report }) => {
                if (name !== pool.name) report("name", "is another one.");
            },
            ({ name }, { listeners, managedLoginBrandings, mayPrecede, report }) => {
                const counts = [listeners.owned.length, managedLoginBrandings.owned.length, mayPrecede({})];
                report("name", `is ${name}: ${counts}.`);
            },
        ],
    });

    it("ends only the checks that read the pool, if that is not in the stack", () => {
        assert.deepEqual(evaluate(rule, client({ name: "web" }), {}), {
            violations: [{ property: "name", problem: "name is web: 0,0,false." }],
            unknown: [],
        });
    });
});
