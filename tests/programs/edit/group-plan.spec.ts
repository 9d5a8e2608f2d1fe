import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../../src/api/testing";
import { applyConfig, type Config } from "../../../src/cli/config/config";
import { selectRules } from "../../../src/cli/select-fixes";
import type { Client as ReadClient } from "../../../src/core/client";
import type { Patch, RuleConfig } from "../../../src/core/rule";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import type { Client } from "../../../src/programs/edit/client-groups";
import { planGroup } from "../../../src/programs/edit/group-plan";
import { findClient, JAVASCRIPT, parseJavaScript } from "../../../src/programs/edit/javascript";
import type { Target } from "../../../src/programs/edit/targets";
import { rules } from "../../../src/rules";
import { SECRET, urnOf } from "../../support/check";
import { ruleWith } from "../../support/rules";

const ERRORS = "require-prevent-user-existence-errors";
const REVOCATION = "require-token-revocation";
const FLOWS = "valid-auth-flows";
const ROTATION = "valid-refresh-token-rotation";

async function targetOf(args: string): Promise<Target> {
    const text = `new UserPoolClient(name, ${args});`;
    const program = await parseJavaScript("index.ts", text);
    assert.ok(typeof program !== "string", String(program));
    const block = findClient(program, { file: "index.ts", line: 1, column: 1 }, "web");
    assert.ok(typeof block !== "string", String(block));
    return { program: { file: "index.ts", mark: "", text }, syntax: JAVASCRIPT, block };
}

function client(name: string, props: object, file = "dev.json"): Client {
    const resource = { type: CLIENT_TYPE, name, urn: urnOf(name), props, propertyDependencies: {} };
    return { resource, place: { location: { file: "index.ts", line: 1, column: 1 } }, file };
}

interface Options {
    readonly rules: readonly string[];
    readonly config?: Config;
}

/** Plans the fixes of clients that are created with these arguments, or that cannot be changed for the reason in parentheses. */
async function plan(args: string, clients: readonly Client[], { rules: names, config = {} }: Options) {
    const [, problem] = /^\((.*)\)$/.exec(args) ?? [];
    const selected = selectRules(applyConfig(rules, config), names).rules;
    const { notFixed, ...rest } = planGroup({ clients, target: problem ?? (await targetOf(args)) }, selected);
    return { ...rest, notFixed: notFixed.map(({ client, rule, message }) => `${client.resource.name}: ${rule.name}: ${message}`) };
}

const WRITE = 'Write `preventUserExistenceErrors: "ENABLED"`.';

describe("the fixes of a client", () => {
    it("are the changes of all rules", async () => {
        const props = { preventUserExistenceErrors: "LEGACY", enableTokenRevocation: false };
        const planned = await plan(`{ preventUserExistenceErrors: "LEGACY", enableTokenRevocation: false }`, [client("web", props)], {
            rules: [ERRORS, REVOCATION],
        });
        const changes = { preventUserExistenceErrors: "ENABLED", enableTokenRevocation: true };
        assert.deepEqual(planned, { changes, made: 2, present: 0, notFixed: [] });
    });

    it("are none if it passes", async () => {
        const props = { preventUserExistenceErrors: "ENABLED" };
        assert.deepEqual(await plan("{}", [client("web", props)], { rules: [ERRORS] }), { changes: {}, made: 0, present: 0, notFixed: [] });
    });

    it("build on each other", async () => {
        const flows = ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
        const props = { explicitAuthFlows: flows, refreshTokenRotation: { feature: "ENABLED" } };
        const args = `{ explicitAuthFlows: ${JSON.stringify(flows)}, refreshTokenRotation: { feature: "ENABLED" } }`;
        const planned = await plan(args, [client("web", props)], { rules: [FLOWS, ROTATION] });
        const changes = { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] };
        assert.deepEqual(planned, { changes, made: 2, present: 0, notFixed: [] });
    });

    it("build on each other, and merge in a block", async () => {
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
        const planned = planGroup({ clients: [client("web", {})], target: await targetOf("{}") }, config);
        const changes = { explicitAuthFlows: ["A", "B"], refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 1 } };
        assert.deepEqual(planned, { changes, made: 2, present: 0, notFixed: [] });
    });

    it("merge the changes of a block, until it is removed", async () => {
        const block = { applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/abc", userDataShared: true };
        const args = `{ analyticsConfiguration: ${JSON.stringify(block)} }`;
        const props = { analyticsConfiguration: block };
        const shared = await plan(args, [client("web", props)], { rules: ["no-shared-user-data"] });
        assert.deepEqual(shared.changes, { analyticsConfiguration: { userDataShared: false } });
        const both = await plan(args, [client("web", props)], { rules: ["no-shared-user-data", "no-pinpoint-analytics"] });
        assert.deepEqual(both, { changes: { analyticsConfiguration: undefined }, made: 1, present: 0, notFixed: [] });
    });

    it("are not made again if the program has them", async () => {
        const planned = await plan(`{ preventUserExistenceErrors: "ENABLED" }`, [client("web", {})], { rules: [ERRORS] });
        assert.deepEqual(planned, { changes: {}, made: 0, present: 1, notFixed: [] });
    });

    it("depend on what the program writes out", async () => {
        const flows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];
        const stack = client("web", { explicitAuthFlows: flows, refreshTokenRotation: { feature: "ENABLED" } });
        const written = `explicitAuthFlows: ${JSON.stringify(flows)}`;
        const made = async (args: string) => (await plan(args, [stack], { rules: [ROTATION] })).made;
        assert.equal(await made(`{ ${written}, refreshTokenRotation: { feature: "DISABLED" } }`), 0);
        assert.equal(await made(`{ ${written}, refreshTokenRotation: { feature: "ENABLED" } }`), 1);
        assert.equal(await made(`{ ${written}, refreshTokenRotation: rotation }`), 1);
        assert.equal(await made(`{ ${written}, refreshTokenRotation: { feature: "DISABLED", retryGracePeriodSeconds: seconds } }`), 0);
        assert.equal(await made(`{ refreshTokenRotation: { feature: "DISABLED" }, ...rest, ${written} }`), 1);
    });

    it("are listed if there is an obstacle", async () => {
        const planned = await plan("{ ...rest }", [client("web", {})], { rules: [ERRORS] });
        const reason = "a spread or a computed name in its arguments may set preventUserExistenceErrors";
        assert.deepEqual(planned, {
            changes: {},
            made: 0,
            present: 0,
            notFixed: [`web: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`],
        });
    });

    it("are listed if the arguments cannot be changed", async () => {
        const props = { enableTokenRevocation: false };
        const { notFixed } = await plan("(reason)", [client("web", props)], { rules: [ERRORS, REVOCATION] });
        assert.deepEqual(notFixed, [
            `web: ${ERRORS}: not fixed, because reason. ${WRITE}`,
            `web: ${REVOCATION}: not fixed, because reason. Write \`enableTokenRevocation: true\`.`,
        ]);
    });

    it("are made where they can be", async () => {
        const props = { enableTokenRevocation: false };
        const planned = await plan("{ enableTokenRevocation: revocation }", [client("web", props)], { rules: [ERRORS, REVOCATION] });
        assert.deepEqual(planned, {
            changes: { preventUserExistenceErrors: "ENABLED" },
            made: 1,
            present: 0,
            notFixed: [
                `web: ${REVOCATION}: not fixed, because enableTokenRevocation is not a literal. Write \`enableTokenRevocation: true\`.`,
            ],
        });
    });

    it("are listed if none is certainly right, with the violation", async () => {
        const props = { writeAttributes: ["sub"] };
        const { made, notFixed } = await plan(`{ writeAttributes: ["sub"] }`, [client("web", props)], { rules: ["valid-attributes"] });
        assert.equal(made, 0);
        assert.equal(notFixed.length, 1);
        assert.match(
            String(notFixed[0]),
            /^web: valid-attributes: not fixed, because no change is certainly right: writeAttributes has sub/,
        );
    });

    it("are listed with all violations", async () => {
        const props = { readAttributes: ["a"], writeAttributes: ["b"] };
        const { notFixed } = await plan("{}", [client("web", props)], { rules: ["valid-attributes"] });
        assert.match(notFixed.join(), /: readAttributes has .*\. writeAttributes has /);
    });

    it("are none for unknown and secret values, which are listed", async () => {
        for (const value of [unknown, "[secret]", SECRET]) {
            const planned = await plan(`{ preventUserExistenceErrors: "LEGACY" }`, [client("web", { preventUserExistenceErrors: value })], {
                rules: [ERRORS],
            });
            const notFixed = [`web: ${ERRORS}: not evaluated, because of unknown values: preventUserExistenceErrors.`];
            assert.deepEqual(planned, { changes: {}, made: 0, present: 0, notFixed });
        }
    });

    it("are none for a list with an unknown or secret element", async () => {
        for (const element of [unknown, "[secret]", SECRET]) {
            const planned = await plan("{ allowedOauthScopes: scopes }", [client("web", { allowedOauthScopes: ["email", element] })], {
                rules: ["require-openid-scope"],
            });
            const notFixed = ["web: require-openid-scope: not evaluated, because of unknown values: allowedOauthScopes[1]."];
            assert.deepEqual(planned, { changes: {}, made: 0, present: 0, notFixed });
        }
    });

    it("are none if it is exempt", async () => {
        const config = { [ERRORS]: { exempt: [{ resource: "web", reason: "kept" }] } };
        assert.deepEqual(await plan("{}", [client("web", {})], { rules: [ERRORS], config }), {
            changes: {},
            made: 0,
            present: 0,
            notFixed: [],
        });
    });

    it("follow the options of the rules", async () => {
        const flows = ["ALLOW_NEW_AUTH", "USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"];
        const args = `{ explicitAuthFlows: ${JSON.stringify(flows)} }`;
        const made = async (config: Config) =>
            (await plan(args, [client("web", { explicitAuthFlows: flows })], { rules: [FLOWS], config })).made;
        assert.equal(await made({}), 0);
        assert.equal(await made({ [FLOWS]: { additionalFlows: ["ALLOW_NEW_AUTH"] } }), 1);
    });

    it("leave the properties of the stack as they are", async () => {
        const props = { preventUserExistenceErrors: "LEGACY", analyticsConfiguration: { userDataShared: true } };
        const before = structuredClone(props);
        const args = `{ preventUserExistenceErrors: "LEGACY", analyticsConfiguration: { userDataShared: true } }`;
        await plan(args, [client("web", props)], { rules: [ERRORS, "no-shared-user-data"] });
        assert.deepEqual(props, before);
    });
});

describe("the fixes of clients that the same code creates", () => {
    const legacy = { preventUserExistenceErrors: "LEGACY" };
    const different = (clients: string) => `the same code creates ${clients}, which do not all need this change`;

    it("are made if all need the same", async () => {
        const clients = [client("a", {}), client("b", { accessTokenValidity: 1 }), client("a", {}, "prod.json")];
        const planned = await plan("{}", clients, { rules: [ERRORS] });
        assert.deepEqual(planned, { changes: { preventUserExistenceErrors: "ENABLED" }, made: 1, present: 0, notFixed: [] });
    });

    it("are present once", async () => {
        const planned = await plan(`{ preventUserExistenceErrors: "ENABLED" }`, [client("a", {}), client("b", legacy)], {
            rules: [ERRORS],
        });
        assert.deepEqual(planned, { changes: {}, made: 0, present: 1, notFixed: [] });
    });

    it("are not made if one does not need it", async () => {
        const clients = [client("a", {}), client("b", { preventUserExistenceErrors: "ENABLED" }), client("c", {})];
        const { made, notFixed } = await plan("{}", clients, { rules: [ERRORS] });
        assert.equal(made, 0);
        const reason = different("a of dev.json, b of dev.json and c of dev.json");
        assert.deepEqual(notFixed, [
            `a: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`,
            `c: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`,
        ]);
    });

    it("name three of the clients if there are more", async () => {
        const names = ["a", "b", "c", "d", "e"];
        const clients = names.map(name => client(name, name === "e" ? { preventUserExistenceErrors: "ENABLED" } : {}));
        const { notFixed } = await plan("{}", clients, { rules: [ERRORS] });
        const reason = different("a of dev.json, b of dev.json, c of dev.json and 2 more");
        assert.deepEqual(
            notFixed,
            names.slice(0, 4).map(name => `${name}: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`),
        );
    });

    it("are not made if one is exempt", async () => {
        const config = { [ERRORS]: { exempt: [{ resource: "b", reason: "kept" }] } };
        const { made, notFixed } = await plan("{}", [client("a", {}), client("b", {}, "prod.json")], { rules: [ERRORS], config });
        assert.equal(made, 0);
        assert.deepEqual(notFixed, [`a: ${ERRORS}: not fixed, because ${different("a of dev.json and b of prod.json")}. ${WRITE}`]);
    });

    it("are not made if they need different changes", async () => {
        const clients = [client("a", { allowedOauthScopes: ["email"] }), client("b", { allowedOauthScopes: ["phone", "email"] })];
        const { made, notFixed } = await plan("{ allowedOauthScopes: scopes }", clients, { rules: ["require-openid-scope"] });
        assert.equal(made, 0);
        const reason = different("a of dev.json and b of dev.json");
        const message = (list: string) => `require-openid-scope: not fixed, because ${reason}. Write \`allowedOauthScopes: ${list}\`.`;
        assert.deepEqual(notFixed, [`a: ${message('["email", "openid"]')}`, `b: ${message('["phone", "email", "openid"]')}`]);
    });

    it("are not made if one has another value in its stack", async () => {
        const clients = [client("a", legacy), client("b", {})];
        const { made, notFixed } = await plan(`{ preventUserExistenceErrors: "LEGACY" }`, clients, { rules: [ERRORS] });
        assert.equal(made, 0);
        const changed =
            "preventUserExistenceErrors has another value in the stack: the program has changed since, or something else sets it";
        assert.deepEqual(notFixed, [
            `a: ${ERRORS}: not fixed, because ${different("a of dev.json and b of dev.json")}. ${WRITE}`,
            `b: ${ERRORS}: not fixed, because ${changed}. ${WRITE}`,
        ]);
    });
});
