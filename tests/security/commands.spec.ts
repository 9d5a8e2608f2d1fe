import * as assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { formatters } from "../../src/report/formatters";
import { rules } from "../../src/rules";
import { folder, preview, resource, state, urnOf } from "../support/check";
import { Pack } from "../support/pack";
import { run } from "../support/run-cli";

/** Texts that a CI system or a terminal obeys. */
const HOSTILE = [
    "::error::zq",
    "\n::add-mask::zq",
    "\r\n  ::stop-commands::zq",
    "##[error]zq",
    "##vso[task.setvariable variable=zq]1",
    "\n##teamcity[zq]",
    "\u001b[2J\u001b]0;zq\u0007",
    "\u009b2Jzq",
    "\u202ezq\u2066",
    "zq\u2028::error::zq",
    "\ud800zq",
    `${"word ".repeat(30)}::error::zq ${"word ".repeat(30)}::error::zq`,
    "[zq](https://acme.dev)",
];

/** Expects that no line is a command, except those that the format `github` prints itself. */
function assertHarmless(output: string, isGithub = false): void {
    for (const line of output.split("\n")) {
        assert.doesNotMatch(line, /##\w*\[/, output);
        assert.doesNotMatch(line, /[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u, output);
        if (!isGithub || !/^::(?:error|warning|notice) (?:file|title)=[^:]*::/.test(line)) assert.doesNotMatch(line, /^\s*::/, output);
    }
}

/** Returns a client that violates rules, with a text in every place that a file has. */
function hostileClient(text: string): object {
    const inputs = {
        allowedOauthFlows: [text],
        allowedOauthScopes: [text],
        callbackUrls: [text, `https://acme.dev/${text}`],
        explicitAuthFlows: [text],
        logoutUrls: [text],
        name: text,
        preventUserExistenceErrors: text,
        readAttributes: [text],
        refreshTokenRotation: { feature: text },
        supportedIdentityProviders: [text],
        tokenValidityUnits: { accessToken: text, [text]: text },
        userPoolId: text,
        writeAttributes: [`custom:${text}`, "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
    };
    const frames = [
        { sourcePosition: `project:///${encodeURIComponent(text.replace("\ud800", ""))}.ts#1,1` },
        { sourcePosition: `project:///${text}/b.ts#2` },
    ];
    return resource(text, inputs, { parent: urnOf(text), stackTrace: frames, propertyDependencies: { [text]: [text] } });
}

describe("no text from outside is a command on stdout or stderr", () => {
    const { write, path } = folder();

    for (const text of HOSTILE) {
        const title = JSON.stringify(text.slice(0, 40));
        const safeName = text.replaceAll("/", "_").replaceAll("\ud800", "\u{1f600}").slice(0, 100);
        const config = () => {
            const exempt = [
                { resource: urnOf(text).replace(/[*\\]/g, "\\$&"), reason: text },
                { resource: `${text}*`, reason: text, until: "2020-01-31" },
                { resource: `no ${text}`, reason: text },
            ];
            return write(
                "config.json",
                JSON.stringify({ all: "mandatory", "valid-name": { exempt }, "valid-user-pool-id": { exempt: exempt.slice(1) } }),
            );
        };
        const inputs = () => {
            const unchecked = resource(text, {}, { type: "aws-native:cognito:UserPoolClient" });
            return [
                write(`${safeName}/state.json`, state(hostileClient(text), unchecked)),
                write("preview.json", preview({ op: "create", urn: urnOf(text), newState: hostileClient(text) })),
                path(`${safeName}-missing.json`),
                write(`${safeName}.json`, `{${text}`),
            ];
        };

        for (const format of formatters.keys()) {
            it(`in a report in the format ${format}: ${title}`, async () => {
                const args = ["check", "--format", format, "--all-stacks", "--config", config()];
                for (const columns of [undefined, 40]) {
                    const { code, stdout, stderr } = await run(
                        [...args, ...inputs()],
                        columns === undefined ? {} : { columns, env: { NO_COLOR: "1" } },
                    );
                    assert.equal(code, 2, stderr);
                    assert.match(stdout, /zq/);
                    assertHarmless(stdout, format === "github");
                    assertHarmless(stderr);
                }
            });
        }

        it(`in the output of baseline and fix: ${title}`, async () => {
            for (const args of [
                ["baseline", "--all-levels", "--reason", text],
                ["baseline", "--config", config()],
                ["fix"],
                ["fix", "--write"],
            ]) {
                const { stdout, stderr } = await run([...args, ...inputs().slice(0, 2)]);
                assertHarmless(stdout);
                assertHarmless(stderr);
            }
        });

        it(`in an argument: ${title}`, async () => {
            const file = write("state.json", state());
            for (const args of [
                ...[
                    [text],
                    [`--${text}`],
                    ["check", `--${text}`],
                    ["help", text],
                    ["explain", text],
                    ["explain", text, text],
                    ["rules", text],
                ],
                ...[
                    ["rules", "--format", text],
                    ["check", text],
                    ["check", "--format", text, file],
                    ["check", "--format", `./${text}.js`, file],
                ],
                ...["--rule", "--skip", "--level", "--severity", "--config", "--project"].map(option => ["check", option, text, file]),
                ...[
                    ["check", "--output", join(path("no"), text), file],
                    ["fix", "--rule", text, file],
                    ["baseline", "--until", text, file],
                ],
                ...[
                    ["fix", "--project", text, file],
                    ["baseline", "--config", text, file],
                ],
            ]) {
                const { code, stdout, stderr } = await run(args);
                assert.deepEqual([code, stdout], [2, ""], args.join(" "));
                assert.match(stderr, /^(?:warning: [^\n]+\n)?error: [^\n]+\n$/);
                assertHarmless(stderr);
            }
        });

        it(`in a configuration: ${title}`, async () => {
            const file = write("state.json", state());
            for (const config of [
                { [text]: "mandatory" },
                { "valid-name": text },
                { "valid-name": { [text]: 1 } },
                { "valid-name": { exempt: [{ [text]: 1 }] } },
                { "valid-name": { exempt: [{ resource: "web", reason: "x", until: text }] } },
            ]) {
                const { code, stdout, stderr } = await run([
                    "check",
                    "--config",
                    write(`${safeName}.config`, JSON.stringify(config)),
                    file,
                ]);
                assert.deepEqual([code, stdout], [2, ""]);
                assertHarmless(stderr);
            }
        });
    }
});

describe("no text from outside is a command in what the pack sends to Pulumi", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    for (const text of HOSTILE.filter(text => !text.includes("\ud800"))) {
        // gRPC has no lone surrogates
        it(JSON.stringify(text.slice(0, 40)), async () => {
            const exempt = [{ resource: `${text}*`, reason: text }];
            const expired = [{ resource: `${text}*`, reason: text, until: "2020-01-31" }];
            await pack.configure({
                ...Object.fromEntries(rules.map(({ name }) => [name, { level: "mandatory" as const }])),
                "valid-name": { level: "mandatory", options: { exempt } },
                "match-pool-tier": { level: "mandatory", options: { exempt } },
                "valid-user-pool-id": { level: "mandatory", options: { exempt: expired } },
                "valid-auth-flows": { level: "mandatory", options: { [text]: text } },
            });
            const { props } = { props: (hostileClient(text) as { inputs: object }).inputs };
            const type = "aws:cognito/userPool:UserPool";
            const pool = {
                type,
                name: text,
                urn: urnOf(text, type),
                props: { userPoolTier: [text], schemas: [{ name: text, mutable: 1 }] },
            };
            const provider = {
                type: "aws:cognito/identityProvider:IdentityProvider",
                name: text,
                props: { attributeMapping: { [text]: [] } },
            };
            const dependencies = { propertyDependencies: { userPoolId: [pool.urn] } };
            const client = { name: text, urn: urnOf(text), props: { ...props, explicitAuthFlows: ["ALLOW_USER_AUTH"] } };
            const messages = [
                ...(await pack.analyze({ name: text, urn: urnOf(text), props })),
                ...(await pack.analyzeStack([pool, { ...provider, ...dependencies }, { ...client, ...dependencies }])),
            ];
            assert.ok(messages.length > 8);
            for (const { message } of messages) assertHarmless(message);
            await pack.waitForOutput("valid-name: exempt: ");
            assertHarmless(pack.printed);
        });
    }
});
