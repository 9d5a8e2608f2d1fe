import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { applyConfig } from "../../src/cli/config/config";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import { formatters } from "../../src/report/formatters";
import { rules } from "../../src/rules";
import { parseStack } from "../../src/stacks/resources";
import { folder, preview, resource, state, urnOf } from "../support/check";
import { run } from "../support/run-cli";

const MARK = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** The forms of a secret: as `pulumi stack export` prints it, with and without `--show-secrets`, and redacted. */
const FORMS: Readonly<Record<string, (value: unknown) => unknown>> = {
    "in plain text": value => ({ ...MARK, plaintext: JSON.stringify(value) }),
    "as an object in plain text": value => ({ ...MARK, plaintext: value }),
    "with a value": value => ({ ...MARK, value }),
    encrypted: value => ({ ...MARK, ciphertext: `v1:${JSON.stringify(value)}` }),
    "with a signature of its own": value => ({ "4dabf18193072939515e22adb298388d": value }),
};

/** Returns inputs in which every value is a secret of a form, except those without which few rules apply. */
function inputsWith(seal: (value: unknown) => unknown): object {
    return {
        accessTokenValidity: seal(7919),
        allowedOauthFlows: ["code", seal("zqsecret")],
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthScopes: [seal("zqsecret"), "email"],
        analyticsConfiguration: { applicationId: seal("zqsecret"), roleArn: seal("zqsecret") },
        authSessionValidity: seal(7919),
        callbackUrls: ["http://acme.dev", seal("http://zqsecret.io")],
        defaultRedirectUri: seal("http://zqsecret.io"),
        explicitAuthFlows: seal(["zqsecret"]),
        name: seal("zqsecret"),
        preventUserExistenceErrors: seal("zqsecret"),
        refreshTokenRotation: seal({ feature: "zqsecret" }),
        supportedIdentityProviders: [seal("zqsecret"), "google"],
        tokenValidityUnits: { accessToken: seal("zqsecret") },
        userPoolId: seal("zqsecret"),
        writeAttributes: [seal("custom:zqsecretrole"), "custom:role"],
    };
}

function inputFor(kind: string, inputs: object): string {
    const pool = resource("users", { schemas: inputs }, { type: "aws:cognito/userPool:UserPool", id: "eu-west-1_A" });
    const web = { ...resource("web", inputs), outputs: { ...inputs, clientSecret: "zqsecret" } };
    if (kind === "state") return state(pool, web);
    return preview({ op: "create", urn: urnOf("web"), newState: web });
}

describe("a secret in a file", () => {
    const { write } = folder();

    for (const [form, seal] of Object.entries(FORMS)) {
        for (const kind of ["state", "preview"]) {
            for (const format of formatters.keys()) {
                it(`${form} in a ${kind} is not printed in the format ${format}`, async () => {
                    const file = write("input.json", inputFor(kind, inputsWith(seal)));
                    const config = write("config.json", '{"all": "mandatory", "valid-name": "remediate", "valid-auth-flows": "remediate"}');
                    const { code, stdout, stderr } = await run(["check", "--config", config, "--format", format, file]);
                    assert.equal(code, 1, stderr);
                    assert.doesNotMatch(stdout + stderr, /zqsecret|7919/);
                    assert.match(stdout, /callbackUrls/);
                });
            }

            it(`${form} in a ${kind} is not in a baseline`, async () => {
                const { code, stdout, stderr } = await run([
                    "baseline",
                    "--all-levels",
                    write("input.json", inputFor(kind, inputsWith(seal))),
                ]);
                assert.equal(code, 0, stderr);
                assert.doesNotMatch(stdout + stderr, /zqsecret|7919/);
            });

            it(`${form} in a ${kind} marks its client, whose values and code are not printed`, () => {
                const stack = { file: "input.json", ...parseStack(inputFor(kind, inputsWith(seal))) };
                const { violations } = evaluateStacks([stack], applyConfig(rules, { all: "mandatory" }));
                assert.ok(violations.length > 0);
                for (const violation of violations) {
                    assert.equal(violation.hasSecrets, true);
                    assert.doesNotMatch(violation.problem, /acme\.dev|google|custom:role/);
                }
            });
        }
    }

    it("redacted in a preview is not taken for a value", async () => {
        const { stdout } = await run([
            "check",
            write(
                "input.json",
                inputFor(
                    "preview",
                    inputsWith(() => "[secret]"),
                ),
            ),
        ]);
        assert.doesNotMatch(stdout, /\[secret\]/);
    });

    for (const [name, text] of Object.entries({
        "a string that does not end": '{"deployment": {"resources": [{"inputs": {"name": "zqsecret',
        "text without quotes": '{"deployment": {"resources": [{"inputs": {"name": zqsecret}}]}}',
        "an encrypted value of the wrong type": '{"deployment": {"secrets_providers": "zqsecret", "resources": "zqsecret"}}',
        "a resource that is a text": '{"deployment": {"resources": ["zqsecret"]}}',
        "a URN that is none": '{"deployment": {"resources": [{"urn": "zqsecret", "type": "zqsecret"}]}}',
        "a type that is none": `{"deployment": {"resources": [{"urn": "${urnOf("web")}", "type": ["zqsecret"]}]}}`,
        "inputs that are a text": JSON.stringify({ deployment: { resources: [{ ...resource("web"), inputs: "zqsecret" }] } }),
        "a checkpoint that is a text": '{"checkpoint": "zqsecret"}',
        "a step that is a text": '{"steps": ["zqsecret"]}',
        YAML: "password: zqsecret",
        text: "zqsecret",
        "a text": '"zqsecret"',
    })) {
        it(`in broken input with ${name} is not printed`, async () => {
            const { code, stdout, stderr } = await run(["check", "-"], { stdin: text });
            assert.deepEqual([code, stdout], [2, ""]);
            assert.match(stderr, /^error: standard input: .+\n$/);
            assert.doesNotMatch(stderr, /zqsecret/);
        });
    }

    it("in a configuration that is broken is not printed", async () => {
        for (const text of ['{"all": "zqsecret', "{all: zqsecret}", '{"all": zqsecret}', "zqsecret"]) {
            const { code, stderr } = await run(["check", "--config", write("config.json", text), write("input.json", state())]);
            assert.equal(code, 2);
            assert.doesNotMatch(stderr, /zqsecret/);
        }
    });
});
