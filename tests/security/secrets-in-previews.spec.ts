import * as assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { rules } from "../../src/rules";
import { type Diagnostic, type Level, Pack, secret, urnOf } from "../support/pack";

const POOL_TYPE = "aws:cognito/userPool:UserPool";

/** Properties that violate rules, each a secret. */
const SECRET_CLIENT = {
    accessTokenValidity: secret(7919),
    allowedOauthFlows: secret(["zqsecret", "code"]),
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthScopes: [secret("zqsecret"), secret("openid zqsecret")],
    analyticsConfiguration: { applicationId: secret("zqsecret"), roleArn: secret("arn:aws:s3:::zqsecret") },
    authSessionValidity: secret(7919),
    callbackUrls: secret(["http://zqsecret.io", "https://user:zqsecret@ZQSECRET.io", "https://{zqsecret}"]),
    defaultRedirectUri: secret("https://zqsecret.io"),
    explicitAuthFlows: [secret("zqsecret")],
    idTokenValidity: secret(7919),
    logoutUrls: [secret("zqsecret")],
    name: secret("zqsecret/7919"),
    preventUserExistenceErrors: secret("zqsecret"),
    readAttributes: secret(["zqsecret"]),
    refreshTokenRotation: secret({ feature: "zqsecret", retryGracePeriodSeconds: 7919 }),
    refreshTokenValidity: secret(7919.5),
    supportedIdentityProviders: secret(["google", "zqsecret".repeat(5)]),
    tokenValidityUnits: { accessToken: secret("zqsecret") },
    userPoolId: secret("zqsecret"),
    writeAttributes: secret(["custom:zqsecretRole", "zqsecret"]),
};

describe("a preview of a client with secrets", () => {
    let pack: Pack;
    before(async () => {
        process.env.PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES = "1";
        pack = await Pack.start();
        delete process.env.PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES;
    });
    beforeEach(() => pack.configure({}));
    after(() => pack.stop());

    function assertNoSecret(diagnostics: readonly Pick<Diagnostic, "message">[], min: number): void {
        assert.ok(diagnostics.length >= min, `${diagnostics.length} diagnostics`);
        for (const { message } of diagnostics) assert.doesNotMatch(message, /zqsecret|7919|131|132/i);
        assert.doesNotMatch(pack.printed, /zqsecret|7919/i);
    }

    it("prints no secret with PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES=1, and names the properties", async () => {
        const violations = await pack.analyze({ props: SECRET_CLIENT });
        assertNoSecret(violations, 20);
        const named = new Set(violations.map(({ message }) => /\n(\w+)/.exec(message)?.[1]));
        const unnamed = Object.keys(SECRET_CLIENT).filter(property => !named.has(property));
        assert.deepEqual(unnamed, ["accessTokenValidity", "allowedOauthFlowsUserPoolClient"]); // a lifetime in an unknown unit, and true
    });

    it("prints no secret at level remediate", async () => {
        const levels = rules.map(({ name }): [string, { level: Level }] => [name, { level: "remediate" }]);
        await pack.configure(Object.fromEntries(levels));
        const remediations = await pack.remediate({ props: SECRET_CLIENT });
        assertNoSecret(
            remediations.map(({ diagnostic }) => ({ message: diagnostic })),
            1,
        );
        assertNoSecret(await pack.analyze({ props: SECRET_CLIENT }), 20);
    });

    it("prints no secret of an exempt client, nor one with an expired exemption", async () => {
        const exempt = [{ resource: "web", reason: "moves soon" }];
        const expired = [{ resource: "web", reason: "moved", until: "2020-01-31" }];
        await pack.configure({
            "valid-name": { level: "mandatory", options: { exempt } },
            "valid-user-pool-id": { level: "mandatory", options: { exempt: expired } },
        });
        assertNoSecret(await pack.analyze({ props: SECRET_CLIENT }), 20);
        await pack.waitForOutput("web: valid-name: exempt: moves soon\n");
    });

    it("prints no secret of a property or an option of the wrong type", async () => {
        await pack.configure({ "limit-oauth-scopes": { level: "mandatory", options: { scopes: "x" } } });
        const wrong = Object.fromEntries(Object.keys(SECRET_CLIENT).map(name => [name, secret({ zqsecret: ["zqsecret"] })]));
        assertNoSecret(await pack.analyze({ props: wrong }), 10);
    });

    it("prints no secret of the user pool", async () => {
        const pool = {
            type: POOL_TYPE,
            name: "users",
            urn: urnOf("users", POOL_TYPE),
            props: {
                schemas: secret([{ name: "zqsecretrole", required: true, mutable: true }]),
                usernameAttributes: secret(["email"]),
                userPoolTier: secret("LITE"),
            },
        };
        const props = { explicitAuthFlows: secret(["ALLOW_USER_AUTH"]), writeAttributes: secret(["custom:zqsecret"]), userPoolId: "x" };
        const violations = await pack.analyzeStack([pool, { props, propertyDependencies: { userPoolId: [pool.urn] } }]);
        assertNoSecret(violations, 2);
    });
});
