import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../../src/api/testing";
import { applyConfig, type Config } from "../../../src/cli/config/config";
import { selectRules } from "../../../src/cli/select-fixes";
import type { Client as ReadClient } from "../../../src/core/client";
import type { Patch, RuleConfig } from "../../../src/core/rule";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import type { Client } from "../../../src/report/fixes/targets";
import { rules } from "../../../src/rules";
import { SECRET, urnOf } from "../../support/check";
import { fixText } from "../../support/generated-fixes";
import { ruleWith } from "../../support/rules";

const ERRORS = "require-prevent-user-existence-errors";
const REVOCATION = "require-token-revocation";
const FLOWS = "valid-auth-flows";
const ROTATION = "valid-refresh-token-rotation";

function client(name: string, props: object, file = "dev.json"): Client {
    const resource = { type: CLIENT_TYPE, name, urn: urnOf(name), props, propertyDependencies: {} };
    return { resource, place: { location: { file: "index.ts", line: 1, column: 1 } }, file };
}

interface Options {
    readonly rules: readonly string[];
    readonly config?: Config;
}

/** Plans the fixes of clients that are created with these arguments; without clients, those of the program alone. */
function plan(args: string, clients: readonly Client[], { rules: names, config = {} }: Options) {
    return planRules(args, clients, selectRules(applyConfig(rules, config), names).rules);
}

function planRules(args: string, clients: readonly Client[], config: readonly RuleConfig[]) {
    const text = `import * as aws from "@pulumi/aws";\nfor (const name of names) new aws.cognito.UserPoolClient(name, ${args});\n`;
    const { changes, made, present, lines } = fixText("index.ts", text, [...clients], config);
    return { changes, made, present, notFixed: lines };
}

const WRITE = 'Write `preventUserExistenceErrors: "ENABLED"`.';

describe("the fixes of a client", () => {
    it("are the changes of all rules", () => {
        const props = { preventUserExistenceErrors: "LEGACY", enableTokenRevocation: false };
        const planned = plan(`{ preventUserExistenceErrors: "LEGACY", enableTokenRevocation: false }`, [client("web", props)], {
            rules: [ERRORS, REVOCATION],
        });
        const changes = { preventUserExistenceErrors: "ENABLED", enableTokenRevocation: true };
        assert.deepEqual(planned, { changes, made: 2, present: 0, notFixed: [] });
    });

    it("are none if the program passes", () => {
        const args = `{ preventUserExistenceErrors: "ENABLED" }`;
        assert.deepEqual(plan(args, [], { rules: [ERRORS] }), { changes: {}, made: 0, present: 0, notFixed: [] });
    });

    it("are made if only the program violates the rule", () => {
        const planned = plan("{}", [client("web", { preventUserExistenceErrors: "ENABLED" })], { rules: [ERRORS] });
        assert.deepEqual(planned, { changes: { preventUserExistenceErrors: "ENABLED" }, made: 1, present: 0, notFixed: [] });
    });

    it("need no stack", () => {
        const planned = plan("{ enableTokenRevocation: config }", [], { rules: [ERRORS, REVOCATION] });
        const notFixed = [`UserPoolClient: ${REVOCATION}: not evaluated, because of unknown values: enableTokenRevocation.`];
        assert.deepEqual(planned, { changes: { preventUserExistenceErrors: "ENABLED" }, made: 1, present: 0, notFixed });
    });

    it("bring nothing of the stack into the program", () => {
        const props = { __defaults: ["allowedOauthScopes"], allowedOauthScopes: ["email", "aws.cognito.signin.user.admin"] };
        const planned = plan("{}", [client("web", props)], { rules: ["require-openid-scope"] });
        assert.deepEqual(planned, { changes: {}, made: 0, present: 1, notFixed: [] });
        const computed = plan("{ allowedOauthScopes: scopes }", [client("web", props)], { rules: ["require-openid-scope"] });
        assert.deepEqual(computed.changes, {});
        assert.match(computed.notFixed.join(), /allowedOauthScopes is not a literal/);
    });

    it("take the names of methods of objects for keys", () => {
        const planned = plan(`{ constructor: "a", toString: "b" }`, [client("web", {})], { rules: [ERRORS] });
        assert.deepEqual(planned, { changes: { preventUserExistenceErrors: "ENABLED" }, made: 1, present: 0, notFixed: [] });
    });

    it("build on each other", () => {
        const flows = ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
        const props = { explicitAuthFlows: flows, refreshTokenRotation: { feature: "ENABLED" } };
        const args = `{ explicitAuthFlows: ${JSON.stringify(flows)}, refreshTokenRotation: { feature: "ENABLED" } }`;
        const planned = plan(args, [client("web", props)], { rules: [FLOWS, ROTATION] });
        const changes = { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] };
        assert.deepEqual(planned, { changes, made: 2, present: 0, notFixed: [] });
    });

    it("build on each other, and merge in a block", () => {
        const patches: readonly Patch[] = [
            { explicitAuthFlows: ["A"], refreshTokenRotation: { feature: "ENABLED" } },
            { explicitAuthFlows: ["A", "B"], refreshTokenRotation: { retryGracePeriodSeconds: 1 } as ReadClient["refreshTokenRotation"] },
        ];
        // The second rule is violated only after the fix of the first one.
        const config = patches.map((patch, index): RuleConfig => {
            const rule = ruleWith({
                name: `rule-${index}`,
                checks: [
                    ({ explicitAuthFlows = [] }, { report }) =>
                        explicitAuthFlows.length === index && report("explicitAuthFlows", "is bad."),
                ],
                fix: () => patch,
            });
            return { rule, level: "mandatory", options: {} };
        });
        const planned = planRules("{}", [client("web", {})], config);
        const changes = { explicitAuthFlows: ["A", "B"], refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 1 } };
        assert.deepEqual(planned, { changes, made: 2, present: 0, notFixed: [] });
    });

    it("merge the changes of a block, until it is removed", () => {
        const block = { applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/abc", userDataShared: true };
        const args = `{ analyticsConfiguration: ${JSON.stringify(block)} }`;
        const props = { analyticsConfiguration: block };
        const shared = plan(args, [client("web", props)], { rules: ["no-shared-user-data"] });
        assert.deepEqual(shared.changes, { analyticsConfiguration: { userDataShared: false } });
        const both = plan(args, [client("web", props)], { rules: ["no-shared-user-data", "no-pinpoint-analytics"] });
        assert.deepEqual(both, { changes: { analyticsConfiguration: undefined }, made: 1, present: 0, notFixed: [] });
    });

    it("are not made again if the program has them", () => {
        const planned = plan(`{ preventUserExistenceErrors: "ENABLED" }`, [client("web", {})], { rules: [ERRORS] });
        assert.deepEqual(planned, { changes: {}, made: 0, present: 1, notFixed: [] });
    });

    it("are not present if the program violates the rule in another way", () => {
        const rule = ruleWith({
            name: "be-good",
            checks: [({ name }, { report }) => name !== "good" && report("name", "is bad.")],
            fix: ({ name }) => (name === "deployed" ? { name: "good" } : {}),
        });
        const config: RuleConfig[] = [{ rule, level: "mandatory", options: {} }];
        const { present, notFixed } = planRules('{ name: "written" }', [client("web", { name: "deployed" })], config);
        assert.deepEqual([present, notFixed], [0, ["web: be-good: not fixed, because no change is certainly right: name is bad."]]);
    });

    it("depend on what the program writes out", () => {
        const flows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
        const stack = client("web", { explicitAuthFlows: flows, refreshTokenRotation: { feature: "ENABLED" } });
        const written = `explicitAuthFlows: ${JSON.stringify(flows)}`;
        const made = (args: string) => plan(args, [stack], { rules: [ROTATION] }).made;
        assert.equal(made(`{ ${written}, refreshTokenRotation: { feature: "DISABLED" } }`), 0);
        assert.equal(made(`{ ${written}, refreshTokenRotation: { feature: "ENABLED" } }`), 1);
        assert.equal(made(`{ ${written}, refreshTokenRotation: rotation }`), 1);
        assert.equal(made(`{ ${written}, refreshTokenRotation: { feature: "DISABLED", retryGracePeriodSeconds: seconds } }`), 0);
        assert.equal(made(`{ refreshTokenRotation: { feature: "DISABLED" }, ...rest, ${written} }`), 1);
    });

    it("are listed if there is an obstacle", () => {
        const planned = plan("{ ...rest }", [client("web", {})], { rules: [ERRORS] });
        const reason = "a spread or a computed name in its arguments may set preventUserExistenceErrors";
        assert.deepEqual(planned, {
            changes: {},
            made: 0,
            present: 0,
            notFixed: [`web: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`],
        });
    });

    it("are made where they can be", () => {
        const props = { enableTokenRevocation: false };
        const planned = plan("{ enableTokenRevocation: revocation }", [client("web", props)], { rules: [ERRORS, REVOCATION] });
        assert.deepEqual(planned, {
            changes: { preventUserExistenceErrors: "ENABLED" },
            made: 1,
            present: 0,
            notFixed: [
                `web: ${REVOCATION}: not fixed, because enableTokenRevocation is not a literal. Write \`enableTokenRevocation: true\`.`,
            ],
        });
    });

    it("are listed if none is certainly right, with the violation", () => {
        const props = { writeAttributes: ["sub"] };
        const { made, notFixed } = plan(`{ writeAttributes: ["sub"] }`, [client("web", props)], { rules: ["valid-attributes"] });
        assert.equal(made, 0);
        assert.equal(notFixed.length, 1);
        assert.match(
            String(notFixed[0]),
            /^web: valid-attributes: not fixed, because no change is certainly right: writeAttributes has "sub"/,
        );
    });

    it("are listed without the values of a client with secrets", () => {
        const text = `import * as aws from "@pulumi/aws";\nimport * as pulumi from "@pulumi/pulumi";\nnew aws.cognito.UserPoolClient("web", { name: pulumi.secret("a"), writeAttributes: ["sub"] });\n`;
        const { lines } = fixText("index.ts", text, [], selectRules(applyConfig(rules), ["valid-attributes"]).rules);
        assert.match(lines.join(), /no change is certainly right: writeAttributes has …/);
    });

    it("are listed with all violations", () => {
        const props = { readAttributes: ["a"], writeAttributes: ["b"] };
        const { notFixed } = plan(`{ readAttributes: ["a"], writeAttributes: ["b"] }`, [client("web", props)], {
            rules: ["valid-attributes"],
        });
        assert.match(notFixed.join(), /: readAttributes has .*\. writeAttributes has /);
    });

    it("are none for unknown and secret values, which are listed", () => {
        for (const value of [unknown, "[secret]", SECRET]) {
            const planned = plan("{ preventUserExistenceErrors: errors }", [client("web", { preventUserExistenceErrors: value })], {
                rules: [ERRORS],
            });
            const notFixed = [`web: ${ERRORS}: not evaluated, because of unknown values: preventUserExistenceErrors.`];
            assert.deepEqual(planned, { changes: {}, made: 0, present: 0, notFixed });
        }
    });

    it("are none for a list with an unknown or secret element", () => {
        for (const element of [unknown, "[secret]", SECRET]) {
            const planned = plan("{ allowedOauthScopes: scopes }", [client("web", { allowedOauthScopes: ["email", element] })], {
                rules: ["require-openid-scope"],
            });
            const notFixed = ["web: require-openid-scope: not evaluated, because of unknown values: allowedOauthScopes[1]."];
            assert.deepEqual(planned, { changes: {}, made: 0, present: 0, notFixed });
        }
    });

    it("are none if it is exempt", () => {
        const config = { [ERRORS]: { exempt: [{ resource: "web", reason: "kept" }] } };
        assert.deepEqual(plan("{}", [client("web", {})], { rules: [ERRORS], config }), {
            changes: {},
            made: 0,
            present: 0,
            notFixed: [],
        });
    });

    it("follow the options of the rules", () => {
        const flows = ["ALLOW_NEW_AUTH", "USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"];
        const args = `{ explicitAuthFlows: ${JSON.stringify(flows)} }`;
        const made = (config: Config) => plan(args, [client("web", { explicitAuthFlows: flows })], { rules: [FLOWS], config }).made;
        assert.equal(made({}), 0);
        assert.equal(made({ [FLOWS]: { additionalFlows: ["ALLOW_NEW_AUTH"] } }), 1);
    });

    it("leave the properties of the stack as they are", () => {
        const props = { preventUserExistenceErrors: "LEGACY", analyticsConfiguration: { userDataShared: true } };
        const before = structuredClone(props);
        const args = `{ preventUserExistenceErrors: "LEGACY", analyticsConfiguration: { userDataShared: true } }`;
        plan(args, [client("web", props)], { rules: [ERRORS, "no-shared-user-data"] });
        assert.deepEqual(props, before);
    });
});

describe("the fixes of clients that the same code creates", () => {
    const legacy = { preventUserExistenceErrors: "LEGACY" };
    const different = (clients: string) => `the same code creates ${clients}, which do not all need this change`;

    it("are made if all need the same", () => {
        const clients = [client("a", {}), client("b", { accessTokenValidity: 1 }), client("a", {}, "prod.json")];
        const planned = plan("{}", clients, { rules: [ERRORS] });
        assert.deepEqual(planned, { changes: { preventUserExistenceErrors: "ENABLED" }, made: 1, present: 0, notFixed: [] });
    });

    it("are present once", () => {
        const planned = plan(`{ preventUserExistenceErrors: "ENABLED" }`, [client("a", {}), client("b", legacy)], {
            rules: [ERRORS],
        });
        assert.deepEqual(planned, { changes: {}, made: 0, present: 1, notFixed: [] });
    });

    it("are present if one of the stacks lacks them", () => {
        const enabled = { preventUserExistenceErrors: "ENABLED" };
        const clients = [client("a", enabled), client("b", legacy)];
        assert.equal(plan(`{ preventUserExistenceErrors: "ENABLED" }`, clients, { rules: [ERRORS] }).present, 1);
        assert.equal(plan(`{ preventUserExistenceErrors: "ENABLED" }`, clients.slice(0, 1), { rules: [ERRORS] }).present, 0);
    });

    it("are not made if one is exempt", () => {
        const config = { [ERRORS]: { exempt: [{ resource: "b", reason: "kept" }] } };
        const { made, notFixed } = plan("{}", [client("a", {}), client("b", {}, "prod.json")], { rules: [ERRORS], config });
        assert.equal(made, 0);
        assert.deepEqual(notFixed, [`a: ${ERRORS}: not fixed, because ${different("a of dev.json and b of prod.json")}. ${WRITE}`]);
        const first = plan("{}", [client("b", {}), client("a", {})], { rules: [ERRORS], config });
        assert.deepEqual(first.notFixed, [`a: ${ERRORS}: not fixed, because ${different("b of dev.json and a of dev.json")}. ${WRITE}`]);
    });

    it("name three clients", () => {
        const clients = ["a", "b", "c"].map(name => client(name, { allowedOauthScopes: name === "c" ? ["phone"] : ["email"] }));
        const { notFixed } = plan("{ allowedOauthScopes: scopes }", clients, { rules: ["require-openid-scope"] });
        assert.match(String(notFixed[0]), /creates a of dev\.json, b of dev\.json and c of dev\.json, which/);
    });

    it("name three of the clients if there are more", () => {
        const clients = ["a", "b", "c", "d", "e"].map(name => client(name, { allowedOauthScopes: name === "e" ? ["phone"] : ["email"] }));
        const { notFixed } = plan("{ allowedOauthScopes: scopes }", clients, { rules: ["require-openid-scope"] });
        assert.equal(notFixed.length, 5);
        assert.match(String(notFixed[0]), /because the same code creates a of dev\.json, b of dev\.json, c of dev\.json and 2 more, which/);
    });

    it("are not made if they need different changes", () => {
        const clients = [client("a", { allowedOauthScopes: ["email"] }), client("b", { allowedOauthScopes: ["phone", "email"] })];
        const { made, notFixed } = plan("{ allowedOauthScopes: scopes }", clients, { rules: ["require-openid-scope"] });
        assert.equal(made, 0);
        const reason = different("a of dev.json and b of dev.json");
        const message = (list: string) => `require-openid-scope: not fixed, because ${reason}. Write \`allowedOauthScopes: ${list}\`.`;
        assert.deepEqual(notFixed, [`a: ${message('["email", "openid"]')}`, `b: ${message('["phone", "email", "openid"]')}`]);
    });
});
