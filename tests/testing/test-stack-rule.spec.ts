import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
    client,
    identityProvider,
    listener,
    managedLoginBranding,
    pool,
    resourceServer,
    type StackRuleTests,
    testStackRule,
    unknown,
} from "../../src/api/testing";
import { some } from "../../src/core/properties";
import { defineRule, type Rule } from "../../src/core/rule";
import { pairWithPools } from "../../src/core/user-pools";
import { resourcesOf } from "../../src/testing/test-stack-rule";
import { collectTests } from "../support/collect-tests";
import { METADATA } from "../support/metadata";

/** Requires a schema for each attribute that the client reads, and allows at most `max` of them. */
const rule = defineRule({
    ...METADATA,
    name: "my-stack-rule",
    scope: "stack",
    options: { max: { type: "integer", description: "Maximum number of attributes.", default: 1 } },
    checks: [
        ({ readAttributes }, { pool, report, filter }) => {
            const missing = filter(readAttributes, attribute => !some(pool.schemas, ({ name }) => name === attribute));
            if (missing.length > 0) report("readAttributes", `has ${missing}.`);
        },
        ({ readAttributes = [] }, { report, options: { max } }) => {
            if (readAttributes.length > max) report("readAttributes", `has more than ${max}.`);
        },
    ],
});

type Tests = StackRuleTests<NonNullable<typeof rule.options>>;

function run(tests: Partial<Tests>, tested: Rule = rule): Map<string, Error | undefined> {
    return collectTests(() => testStackRule(tested as typeof rule, { accept: [], reject: [], ...tests }));
}

/** Returns the failure of a test whose table has one entry. */
function failureOf(tests: Partial<Tests>, tested?: Rule): Error | undefined {
    const results = run(tests, tested);
    assert.equal(results.size, 1);
    return [...results.values()][0];
}

function assertFails(tests: Partial<Tests>): void {
    assert.ok(failureOf(tests) instanceof assert.AssertionError);
}

const users = pool({ schemas: [{ name: "email", attributeDataType: "String" }] });
const partners = pool({ schemas: unknown });
const GOOD = { users, web: client("users", { readAttributes: ["email"] }) };
const BAD = { users, web: client("users", { readAttributes: ["role"] }) };
const UNKNOWN = { partners, web: client("partners", { readAttributes: ["role"] }) };
const name = "a stack";

describe("testStackRule", () => {
    it("defines one test per stack", () => {
        const results = run({
            accept: [{ name: "a good client", stack: GOOD }],
            reject: [
                {
                    name: "a bad client",
                    stack: { ...BAD, ...UNKNOWN, app: BAD.web },
                    expect: { app: ["readAttributes has role."] },
                    unknown: { web: ["partners.schemas"] },
                },
            ],
            unknown: [{ name: "an unknown schema", stack: UNKNOWN, unknown: { web: ["partners.schemas"] } }],
        });
        assert.deepEqual(Object.fromEntries(results), {
            "my-stack-rule accepts a good client": undefined,
            "my-stack-rule does not evaluate an unknown schema": undefined,
            "my-stack-rule rejects a bad client": undefined,
        });
    });

    it("runs no other tests than those with `only`", () => {
        const results = run({ accept: [{ name, stack: GOOD, only: true }] });
        assert.deepEqual([...results.keys()], ["my-stack-rule accepts a stack (only)"]);
    });

    it("runs a case in one form if it names one", () => {
        const stack = { ...BAD, web: client("users", { readAttributes: ["role"] }) };
        const expect = { web: ["readAttributes has role."] };
        for (const form of ["preview", "state"] as const) assert.equal(failureOf({ reject: [{ name, stack, form, expect }] }), undefined);
        const inPreview = { ...rule, checks: [({ userPoolId }: { userPoolId?: string }) => assert.equal(userPoolId, "eu-west-1_users")] };
        const passes = (form?: "preview" | "state") =>
            failureOf({ accept: [{ name, stack: GOOD, ...(form && { form }) }] }, inPreview as Rule) === undefined;
        assert.deepEqual([passes("preview"), passes("state"), passes()], [false, true, false]);
    });

    it("passes the options", () => {
        assert.equal(
            failureOf({ reject: [{ name, stack: GOOD, options: { max: 0 }, expect: { web: ["readAttributes has more than 0."] } }] }),
            undefined,
        );
    });

    it("accepts a client without a pool in the stack", () => {
        assert.equal(failureOf({ accept: [{ name, stack: { users, web: client("partners", { readAttributes: ["role"] }) } }] }), undefined);
    });

    describe("fails for", () => {
        const expect = { web: ["readAttributes has role."] };

        it("an accepted stack that violates the rule", () => assertFails({ accept: [{ name, stack: BAD }] }));
        it("an accepted stack with an unknown value", () => assertFails({ accept: [{ name, stack: UNKNOWN }] }));
        it("a rejected stack that does not violate the rule", () => assertFails({ reject: [{ name, stack: GOOD, expect }] }));
        it("a wrong message", () => assertFails({ reject: [{ name, stack: BAD, expect: { web: ["readAttributes has roles."] } }] }));
        it("a missing message", () => assertFails({ reject: [{ name, stack: { ...BAD, app: BAD.web }, expect }] }));
        it("a rejected stack without messages", () => {
            const failure = failureOf({ reject: [{ name, stack: GOOD, expect: { web: [] } }] });
            assert.equal(failure?.message, "The case needs the messages in `expect`.");
        });
        it("an unknown stack without paths", () => {
            const failure = failureOf({ unknown: [{ name, stack: GOOD, unknown: {} }] });
            assert.equal(failure?.message, "The case needs the paths of the unknown values in `unknown`.");
        });
        it("a message for another client", () => {
            assertFails({ reject: [{ name, stack: { ...BAD, app: GOOD.web }, expect: { app: expect.web } }] });
        });
        it("a message for a client that is not in the stack", () => {
            assertFails({ reject: [{ name, stack: BAD, expect: { app: expect.web } }] });
        });
        it("a wrong unknown path", () => assertFails({ unknown: [{ name, stack: UNKNOWN, unknown: { web: ["partners.userPoolTier"] } }] }));
        it("an unknown path of another client", () =>
            assertFails({ unknown: [{ name, stack: UNKNOWN, unknown: { app: ["partners.schemas"] } }] }));
        it("an unknown stack without unknown values", () =>
            assertFails({ unknown: [{ name, stack: GOOD, unknown: { web: ["users.schemas"] } }] }));
        it("a missing unknown path of a rejected stack", () => {
            assertFails({ reject: [{ name, stack: { ...BAD, partners, app: client("partners", { readAttributes: ["role"] }) }, expect }] });
        });
        it("a rule that sees one client", () => {
            const clientRule = { ...rule, scope: undefined } as Rule;
            assert.equal(
                failureOf({ accept: [{ name, stack: GOOD }] }, clientRule)?.message,
                "my-stack-rule checks one client: test it with testRule.",
            );
        });
    });
});

describe("resourcesOf", () => {
    const stack = {
        users: pool({ userPoolTier: "LITE" }),
        google: identityProvider("users", { providerName: "Google" }),
        api: resourceServer("users", { identifier: "api", scopes: [{ scopeName: "read", scopeDescription: "Read" }] }),
        web: client("users", { name: "web" }),
        app: client("elsewhere", {}),
        other: client(undefined, {}),
    };
    const read = (form: "preview" | "state") =>
        resourcesOf(stack, form).map(({ name, props, id, exists, propertyDependencies }) => [
            name,
            props,
            id,
            exists,
            propertyDependencies.userPoolId,
        ]);
    const api = { identifier: "api", scopes: [{ scopeName: "read", scopeDescription: "Read" }] };
    const usersUrn = "urn:pulumi:dev::shop::aws:cognito/userPool:UserPool::users";

    it("has dependencies and no IDs in a preview", () => {
        assert.deepEqual(read("preview"), [
            ["users", { userPoolTier: "LITE" }, undefined, undefined, undefined],
            ["google", { providerName: "Google", userPoolId: unknown }, undefined, undefined, [usersUrn]],
            ["api", { ...api, userPoolId: unknown }, undefined, undefined, [usersUrn]],
            ["web", { name: "web", userPoolId: unknown }, undefined, undefined, [usersUrn]],
            ["app", { userPoolId: "eu-west-1_elsewhere" }, undefined, undefined, []],
            ["other", { userPoolId: unknown }, undefined, undefined, []],
        ]);
    });

    it("has what belongs to a client, and the resources that a client depends on", () => {
        const more = {
            ...stack,
            app: client("users", {}, { dependsOn: ["api"] }),
            style: managedLoginBranding("web"),
            https: listener("web"),
        };
        const webUrn = "urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::web";
        const actions = (userPoolClientId: unknown) => [{ type: "authenticate-cognito", authenticateCognito: { userPoolClientId } }];
        const found = (form: "preview" | "state", name: string) => resourcesOf(more, form).find(resource => resource.name === name);
        assert.deepEqual(found("preview", "style")?.propertyDependencies, { clientId: [webUrn] });
        assert.deepEqual(found("preview", "https")?.props, { defaultActions: actions(unknown) });
        assert.deepEqual(found("preview", "https")?.propertyDependencies, { defaultActions: [webUrn] });
        assert.deepEqual(found("state", "style")?.props, { clientId: "eu-west-1_web" });
        assert.deepEqual(found("state", "https")?.props, { defaultActions: actions("eu-west-1_web") });
        assert.deepEqual(found("preview", "app")?.dependencies, [
            "urn:pulumi:dev::shop::aws:cognito/resourceServer:ResourceServer::api",
            usersUrn,
        ]);
    });

    it("has unknown values that depend on a resource", () => {
        const [users] = resourcesOf({ users: pool({ userPoolTier: unknown }) }, "preview");
        assert.equal(users?.propertyDependencies.userPoolTier?.length, 1);
    });

    it("has IDs and no dependencies in a state", () => {
        const userPoolId = "eu-west-1_users";
        assert.deepEqual(read("state"), [
            ["users", { userPoolTier: "LITE" }, userPoolId, true, undefined],
            ["google", { providerName: "Google", userPoolId }, "eu-west-1_google", true, []],
            ["api", { ...api, userPoolId }, "eu-west-1_api", true, []],
            ["web", { name: "web", userPoolId }, "eu-west-1_web", true, []],
            ["app", { userPoolId: "eu-west-1_elsewhere" }, "eu-west-1_app", true, []],
            ["other", { userPoolId: unknown }, "eu-west-1_other", true, []],
        ]);
    });

    it("pairs each client with the same pool in both forms", () => {
        for (const form of ["preview", "state"] as const) {
            const pools = pairWithPools(resourcesOf(stack, form)).map(({ name, pool }) => [
                name,
                pool?.name,
                pool?.identityProviders.owned[0]?.providerName,
                pool?.resourceServers.owned[0]?.identifier,
            ]);
            assert.deepEqual(
                pools,
                [
                    ["web", "users", "Google", "api"],
                    ["app", undefined, undefined, undefined],
                    ["other", undefined, undefined, undefined],
                ],
                form,
            );
        }
    });
});
