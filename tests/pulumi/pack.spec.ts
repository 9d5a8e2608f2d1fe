import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { PolicySeverity, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { after, before, beforeEach, describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { rules } from "../../src/rules";
import errors from "../../src/rules/require-prevent-user-existence-errors";
import { parseResources } from "../support/check";
import { type Level, levelOf, Pack, type PackResource, ROOT, secret, urnOf } from "../support/pack";

/** Two policies for tests that concern any policy. */
const ERRORS = errors.name;
const SESSION = "valid-auth-session-validity";

describe("the pack, over gRPC", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    beforeEach(() => pack.configure({}));
    after(() => pack.stop());

    it("has a policy for each rule", async () => {
        const { name, policiesList } = await pack.info();
        assert.equal(name, "pulumi-policy-aws-cognito");
        assert.deepEqual(
            policiesList.map(policy => ({
                name: policy.name,
                title: policy.displayname,
                level: levelOf(policy.enforcementlevel),
                severity: policy.severity,
                description: policy.description,
                remediation: policy.remediationSteps,
                url: policy.url,
                tags: policy.tagsList,
            })),
            rules.map(rule => ({
                name: rule.name,
                title: rule.title,
                level: rule.level,
                severity: PolicySeverity[`POLICY_SEVERITY_${rule.severity.toUpperCase()}` as keyof typeof PolicySeverity],
                description: rule.description,
                remediation: rule.remediation,
                url: rule.url,
                tags: rule.standards.map(({ id }) => id),
            })),
        );
    });

    it("announces which policies see a whole stack", async () => {
        const { policiesList } = await pack.info();
        assert.deepEqual(
            policiesList.map(({ name, policyType }) => [name, policyType]),
            rules.map(({ name, scope }) => [name, scope === "stack" ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE]),
        );
    });

    it("describes what an exemption has", async () => {
        const { policiesList } = await pack.info();
        const schema = (policiesList[0]?.configschema?.properties?.fieldsMap ?? []).find(([name]) => name === "exempt");
        assert.match(JSON.stringify(schema), /"reason".*"resource".*"until"/);
    });

    it("has the options of each rule", async () => {
        const { policiesList } = await pack.info();
        for (const { name, options } of rules) {
            const schema = policiesList.find(policy => policy.name === name)?.configschema;
            const properties = (schema?.properties?.fieldsMap ?? []).map(([option]) => option);
            assert.deepEqual(properties.sort(), [...Object.keys(options ?? {}), "exempt"].sort(), name);
        }
    });

    /** Returns the violations of the two policies. */
    async function analyze(props: PackResource["props"]): Promise<{ policy: string; level: Level; message: string }[]> {
        const violations = await pack.analyze({ props });
        return violations
            .filter(({ policy }) => policy === ERRORS || policy === SESSION)
            .map(({ policy, level, message }) => ({ policy, level, message }));
    }

    it("reports a violation at the level of its rule, below the description", async () => {
        assert.deepEqual(await analyze({ preventUserExistenceErrors: "LEGACY", userPoolId: unknown }), [
            {
                policy: ERRORS,
                level: "mandatory",
                message: `${errors.description}\npreventUserExistenceErrors is LEGACY; it must be ENABLED. ${errors.remediation}`,
            },
        ]);
    });

    it("does not report unknown values", async () => {
        const properties = [
            "accessTokenValidity",
            "analyticsConfiguration",
            "callbackUrls",
            "explicitAuthFlows",
            "generateSecret",
            "userPoolId",
        ];
        const client = { ...Object.fromEntries(properties.map(name => [name, unknown])), preventUserExistenceErrors: "ENABLED" };
        assert.deepEqual(await pack.analyze({ props: client }), []);
    });

    it("reads secrets, which the SDK decrypts", async () => {
        const violations = await analyze({ authSessionValidity: secret(20), preventUserExistenceErrors: secret("ENABLED") });
        assert.deepEqual(
            violations.map(({ policy }) => policy),
            [SESSION],
        );
    });

    it("ignores resources of other types", async () => {
        assert.deepEqual(await pack.analyze({ type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient", props: {} }), []);
    });

    it("applies the configured levels", async () => {
        const levels = async () => (await analyze({ authSessionValidity: 2 })).map(({ policy, level }) => `${policy} ${level}`);
        await pack.configure({ [ERRORS]: { level: "disabled" } });
        assert.deepEqual(await levels(), [`${SESSION} mandatory`]);
        await pack.configure({ [ERRORS]: { level: "advisory" }, [SESSION]: { level: "remediate" } });
        assert.deepEqual(await levels(), [`${ERRORS} advisory`, `${SESSION} mandatory`]);
    });

    it("applies the configured options, and reports an unknown one", async () => {
        await pack.configure({ [ERRORS]: { level: "mandatory", options: { exempt: [{ resource: "we*", reason: "moves soon" }] } } });
        assert.deepEqual(await analyze({}), []);
        await pack.waitForOutput("web: require-prevent-user-existence-errors: exempt: moves soon\n");
        await pack.configure({ [ERRORS]: { level: "advisory", options: { exempts: [] } } });
        assert.match(
            (await analyze({}))[0]?.message ?? "",
            /\nrequire-prevent-user-existence-errors: unknown option "exempts"; did you mean exempt\?$/,
        );
    });

    describe("with level remediate for every fixable rule", () => {
        const fixable = rules.filter(rule => rule.fix).map(rule => [rule.name, { level: "remediate" }] as const);
        beforeEach(() => pack.configure(Object.fromEntries(fixable)));

        it("fixes violations, and keeps secrets and unknown values", async () => {
            const remediations = await pack.remediate({
                props: {
                    userPoolId: unknown,
                    explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"],
                    preventUserExistenceErrors: secret("LEGACY"),
                    callbackUrls: ["https://shop.acme-retail.io/cb", unknown],
                },
            });
            assert.deepEqual(
                remediations.map(({ diagnostic }) => diagnostic).filter(text => text !== ""),
                [],
            );
            assert.deepEqual(remediations.at(-1)?.props, {
                userPoolId: unknown,
                explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"],
                preventUserExistenceErrors: secret("ENABLED"),
                callbackUrls: ["https://shop.acme-retail.io/cb", unknown],
            });
        });

        it("does not change a client without violations", async () => {
            assert.deepEqual(await pack.remediate({ props: { preventUserExistenceErrors: "ENABLED", userPoolId: unknown } }), []);
        });

        it("ignores resources of other types", async () => {
            assert.deepEqual(await pack.remediate({ type: "aws:cognito/userPool:UserPool", props: {} }), []);
        });
    });

    describe("for a stack", () => {
        const resources = parseResources(readFileSync(path.join(ROOT, "examples/webshop/preview.json"), "utf8"));

        it("reports on the clients, at the level of each rule", async () => {
            const violations = await pack.analyzeStack(resources);
            assert.deepEqual(
                violations.map(({ policy, level, urn }) => [policy, level, urn.split("::").at(-1)]),
                [
                    ...["mobile", "support", "preview-site", "web"].map(name => ["match-managed-login", "advisory", name]),
                    ["match-pool-tier", "mandatory", "metrics"],
                    ...["mobile", "mixed-flows", "support", "preview-site"].map(name => [
                        "no-default-sensitive-attributes",
                        "advisory",
                        name,
                    ]),
                ],
            );
        });

        it("applies the configured levels and options", async () => {
            await pack.configure({
                "no-default-sensitive-attributes": { level: "mandatory", options: { exempt: [{ resource: "m*", reason: "moves soon" }] } },
                "match-managed-login": { level: "disabled" },
                "match-pool-tier": { level: "disabled" },
            });
            const violations = await pack.analyzeStack(resources);
            assert.deepEqual(
                violations.map(({ policy, level, urn }) => [policy, level, urn.split("::").at(-1)]),
                ["support", "preview-site"].map(name => ["no-default-sensitive-attributes", "mandatory", name]),
            );
        });

        describe("that a preview creates, whose outputs the engine sends", () => {
            const ATTRIBUTES = "no-default-sensitive-attributes";
            const staff = {
                type: "aws:cognito/userPool:UserPool",
                name: "staff",
                urn: urnOf("staff", "aws:cognito/userPool:UserPool"),
                props: { id: unknown, schemas: [{ name: "role", attributeDataType: "String", mutable: true }], userPoolTier: unknown },
            };
            const intranet = (props: object, dependencies: Readonly<Record<string, readonly string[]>> = {}): PackResource => ({
                name: "intranet",
                urn: urnOf("intranet"),
                props: { id: unknown, userPoolId: unknown, clientSecret: unknown, ...props },
                propertyDependencies: { userPoolId: [staff.urn], ...dependencies },
            });
            const policiesOf = async (...resources: PackResource[]) =>
                (await pack.analyzeStack([staff, ...resources])).map(({ policy }) => policy);

            it("takes outputs that the program does not set for unset, whatever other policies are enabled", async () => {
                const disabled = rules.map(({ name }) => [name, { level: "disabled" }] as const);
                const client = intranet({ explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], writeAttributes: unknown });
                for (const config of [{}, { ...Object.fromEntries(disabled), [ATTRIBUTES]: { level: "mandatory" as const } }]) {
                    await pack.configure(config);
                    assert.deepEqual(await policiesOf(client), [ATTRIBUTES]);
                }
            });

            it("skips a property that the program sets to an unknown value", async () => {
                const client = intranet({ writeAttributes: unknown }, { writeAttributes: [urnOf("config", "acme:index:Config")] });
                assert.deepEqual(await policiesOf(client), []);
            });

            it("does not depend on what the same process has analyzed before", async () => {
                const [open, closed] = [intranet({ writeAttributes: unknown }), intranet({ writeAttributes: ["email"] })];
                for (const [before, client, expected] of [
                    [open, closed, []],
                    [closed, open, [ATTRIBUTES]],
                ] as const) {
                    await pack.analyze(before);
                    assert.deepEqual(await policiesOf(client), expected);
                }
            });

            it("finds out which resources are new and depend on each other", async () => {
                const google = (id: unknown): PackResource => ({
                    type: "aws:cognito/identityProvider:IdentityProvider",
                    name: "google",
                    urn: urnOf("google", "aws:cognito/identityProvider:IdentityProvider"),
                    props: { id, userPoolId: unknown, providerName: "Google", attributeMapping: {} },
                    propertyDependencies: { userPoolId: [staff.urn] },
                });
                const client = {
                    ...intranet({ supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
                    dependencies: [staff.urn],
                };
                const found = (provider: PackResource, more: Partial<PackResource> = {}) => policiesOf(provider, { ...client, ...more });
                assert.deepEqual(await found(google(unknown)), ["match-creation-order"]);
                assert.deepEqual(await found(google("eu-west-1_x:Google")), []);
                assert.deepEqual(await found(google(unknown), { dependencies: [google(unknown).urn as string] }), []);
                assert.deepEqual(await found(google(unknown), { props: { ...client.props, id: "1example" } }), []);
            });
        });

        it("reports nothing without clients", async () => {
            const pool = { type: "aws:cognito/userPool:UserPool", name: "users", props: { userPoolTier: "LITE" } };
            assert.deepEqual(await pack.analyzeStack([pool]), []);
        });
    });
});
