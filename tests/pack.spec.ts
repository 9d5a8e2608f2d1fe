import * as assert from "node:assert/strict";
import { PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { after, before, beforeEach, describe, it } from "mocha";
import { rules } from "../src/rules";
import { tagsOf } from "../src/standards";
import { unknown } from "./harness";
import { type Level, levelOf, Pack, type PackResource, secret } from "./pack";

/** Two policies of which much is the same, for tests that look at no other. */
const ERRORS = "require-prevent-user-existence-errors";
const SESSION = "valid-auth-session-validity";

describe("the pack, over gRPC", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    beforeEach(() => pack.configure({}));
    after(() => pack.stop());

    it("tells Pulumi of every rule", async () => {
        const { name, policiesList } = await pack.info();
        assert.equal(name, "aws-cognito-user-pool-client");
        assert.deepEqual(
            policiesList.map(policy => ({
                name: policy.name,
                level: levelOf(policy.enforcementlevel),
                severity: policy.severity,
                description: policy.description,
                remediation: policy.remediationSteps,
                url: policy.url,
                tags: policy.tagsList,
            })),
            rules.map(rule => ({
                name: rule.name,
                level: rule.level,
                severity: PolicySeverity[`POLICY_SEVERITY_${rule.severity.toUpperCase()}` as keyof typeof PolicySeverity],
                description: rule.description,
                remediation: rule.remediation,
                url: rule.url,
                tags: tagsOf(rule.name),
            })),
        );
    });

    it("tells Pulumi of the options of every rule", async () => {
        const { policiesList } = await pack.info();
        for (const { name, options } of rules) {
            const schema = policiesList.find(policy => policy.name === name)?.configschema;
            const properties = (schema?.properties?.fieldsMap ?? []).map(([option]) => option);
            assert.deepEqual(properties.sort(), [...Object.keys(options ?? {}), "exempt"].sort(), name);
        }
    });

    /** What the two policies say of a client. */
    async function verdict(props: PackResource["props"]): Promise<{ policy: string; level: Level; message: string }[]> {
        const found = await pack.analyze({ props });
        return found
            .filter(({ policy }) => policy === ERRORS || policy === SESSION)
            .map(({ policy, level, message }) => ({ policy, level, message }));
    }

    it("reports a violation at its rule's level, under its description", async () => {
        assert.deepEqual(await verdict({ preventUserExistenceErrors: "LEGACY", userPoolId: unknown }), [
            {
                policy: ERRORS,
                level: "mandatory",
                message:
                    "Sign-in errors must not tell a stranger which users exist.\npreventUserExistenceErrors is LEGACY. Set preventUserExistenceErrors to ENABLED.",
            },
        ]);
    });

    it("says nothing of what a preview cannot know", async () => {
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

    it("reads inside a secret, which the SDK opens", async () => {
        const found = await verdict({ authSessionValidity: secret(20), preventUserExistenceErrors: secret("ENABLED") });
        assert.deepEqual(
            found.map(({ policy }) => policy),
            [SESSION],
        );
    });

    it("leaves other resources alone", async () => {
        assert.deepEqual(await pack.analyze({ type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient", props: {} }), []);
    });

    it("goes by configured levels", async () => {
        const levels = async () => (await verdict({ authSessionValidity: 2 })).map(({ policy, level }) => `${policy} ${level}`);
        await pack.configure({ [ERRORS]: { level: "disabled" } });
        assert.deepEqual(await levels(), [`${SESSION} mandatory`]);
        await pack.configure({ [ERRORS]: { level: "advisory" }, [SESSION]: { level: "remediate" } });
        assert.deepEqual(await levels(), [`${ERRORS} advisory`, `${SESSION} mandatory`]);
    });

    it("goes by configured options, and reports one that is unknown", async () => {
        await pack.configure({ [ERRORS]: { level: "mandatory", options: { exempt: [{ resource: "we*", reason: "moves soon" }] } } });
        assert.deepEqual(await verdict({}), []);
        await pack.hasPrinted("web: require-prevent-user-existence-errors: exempt: moves soon\n");
        await pack.configure({ [ERRORS]: { level: "advisory", options: { exempts: [] } } });
        assert.match(
            (await verdict({}))[0]?.message ?? "",
            /\nrequire-prevent-user-existence-errors has no option exempts; did you mean exempt\?$/,
        );
    });

    describe("with rules that remediate", () => {
        const remediating = rules.filter(rule => rule.fix).map(rule => [rule.name, { level: "remediate" }] as const);
        beforeEach(() => pack.configure(Object.fromEntries(remediating)));

        it("changes what they find, and keeps secrets and what is not known", async () => {
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

        it("changes nothing of a client that is as it should be", async () => {
            assert.deepEqual(await pack.remediate({ props: { preventUserExistenceErrors: "ENABLED", userPoolId: unknown } }), []);
        });

        it("leaves other resources alone", async () => {
            assert.deepEqual(await pack.remediate({ type: "aws:cognito/userPool:UserPool", props: {} }), []);
        });
    });
});
