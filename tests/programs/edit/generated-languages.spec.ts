import * as assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { evaluate } from "../../../src/core/evaluate";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { readProgramText } from "../../../src/programs";
import { planFix } from "../../../src/programs/edit";
import { cases, clients, forAll } from "../../support/clients";
import { commentsIn, FIXABLE, fixText, remediate } from "../../support/generated-fixes";
import { styles } from "../../support/programs";
import { printIn, SYNTAXES } from "../../support/programs-in-languages";

function propsIn(file: string, text: string): object {
    const [client] = readProgramText(file, text).resources.filter(({ type }) => type === CLIENT_TYPE);
    assert.ok(client, text);
    return client.props;
}

/** Returns programs of a language before and after all fixes. */
function samplesOf(language: string): { before: string; after: string }[] {
    const syntax = SYNTAXES[language];
    assert.ok(syntax);
    return fc.sample(fc.tuple(clients, styles), cases(150)).map(([client, style]) => {
        const before = printIn(syntax, client, style);
        return { before, after: fixText(syntax.file, before).after };
    });
}

describe("fix of generated programs (slow)", function () {
    this.timeout(240_000);

    for (const [language, syntax] of Object.entries(SYNTAXES)) {
        const { file } = syntax;

        it(`makes the changes of all fixes and no others, in ${language}`, () => {
            forAll(fc.tuple(clients, styles), ([client, style]) => {
                const before = printIn(syntax, client, style);
                assert.deepEqual(propsIn(file, before), client, before);
                const { after, notFixed } = fixText(file, before);
                const expected = remediate(client);
                assert.deepEqual(propsIn(file, after), expected, after);
                const left = FIXABLE.filter(rule => evaluate(rule, { name: "web", urn: "", props: expected }, {}).violations.length > 0);
                assert.deepEqual(notFixed.sort(), left.map(({ name }) => name).sort());
            });
        });

        it(`keeps comments and line ends, and changes nothing the second time, in ${language}`, () => {
            forAll(fc.tuple(clients, styles), ([client, style]) => {
                const before = printIn(syntax, client, style);
                const { after, changes } = fixText(file, before);
                const removesBlock = "analyticsConfiguration" in changes && changes.analyticsConfiguration === undefined;
                if (!removesBlock) assert.deepEqual(commentsIn(after), commentsIn(before));
                assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(before));
                assert.equal(after.includes("\r"), before.includes("\r"));
                assert.equal(fixText(file, after).after, after);
            });
        });

        it(`changes nothing in a program without one of its brackets, in ${language}`, () => {
            forAll(fc.tuple(clients, styles, fc.nat()), ([client, style, choice]) => {
                const before = printIn(syntax, client, style);
                const brackets = [
                    ...before.replaceAll(/(?:#|\/\/) .*|"(?:[^"\\]|\\.)*"/g, found => "_".repeat(found.length)).matchAll(/[()[\]{}]/g),
                ];
                const offset = brackets[choice % brackets.length]?.index ?? 0;
                const damaged = before.slice(0, offset) + before.slice(offset + 1);
                const program = readProgramText(file, damaged);
                for (const resource of program.resources) {
                    const fix = planFix(program, resource, { preventUserExistenceErrors: "ENABLED" });
                    assert.ok("reason" in fix, damaged);
                }
            });
        });
    }

    it("gives programs that Python parses", function () {
        if (spawnSync("python3", ["--version"]).status !== 0) this.skip();
        const script = "import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)";
        const texts = samplesOf("python").map(({ after }) => after);
        execFileSync("python3", ["-c", script], { input: JSON.stringify(texts), stdio: ["pipe", "pipe", "pipe"] });
    });

    it("gives programs that gofmt does not change, if it has formatted them before", function () {
        const gofmt = ["gofmt", "/usr/local/go/bin/gofmt"].find(name => spawnSync(name, ["-h"]).error === undefined);
        if (gofmt === undefined) this.skip();
        const folder = mkdtempSync(join(tmpdir(), "gofmt-"));
        try {
            const files = samplesOf("go").map(({ before }, index) => {
                const file = join(folder, `${index}.go`);
                writeFileSync(file, before.replaceAll("\r", ""));
                return file;
            });
            execFileSync(gofmt, ["-w", folder]);
            for (const file of files) writeFileSync(file, fixText("main.go", readFileSync(file, "utf8")).after);
            assert.equal(spawnSync(gofmt, ["-d", folder], { encoding: "utf8" }).stdout, "");
        } finally {
            rmSync(folder, { recursive: true });
        }
    });

    it("gives programs that javac compiles", function () {
        this.timeout(240_000);
        if (spawnSync("javac", ["-version"]).status !== 0) this.skip();
        const folder = mkdtempSync(join(tmpdir(), "javac-"));
        try {
            const programs = samplesOf("java").map(({ after }, index) => ({
                name: `App${index}`,
                text: after.replace("class App", `class App${index}`),
            }));
            const files = [...JAVA_SDK, ...programs].map(({ name, text }) => {
                const file = join(folder, `${name}.java`);
                writeFileSync(file, text);
                return file;
            });
            const { stdout, stderr, status } = spawnSync("javac", ["-proc:none", "-d", join(folder, "classes"), ...files], {
                encoding: "utf8",
            });
            assert.equal(status, 0, stdout + stderr);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});

/** Classes with the names and methods of those in Pulumi's SDK for Java, whose package would be 100 MB. */
const JAVA_SDK: readonly { readonly name: string; readonly text: string }[] = [
    { name: "Config", text: "class Config { <T> T value() { return null; } }" },
    {
        name: "UserPoolClient",
        text: "package com.pulumi.aws.cognito; public class UserPoolClient { public UserPoolClient(String name, UserPoolClientArgs args) {} }",
    },
    argsClass("com.pulumi.aws.cognito", "UserPoolClientArgs", [
        ..."accessTokenValidity allowedOauthFlows allowedOauthFlowsUserPoolClient allowedOauthScopes analyticsConfiguration".split(" "),
        ..."authSessionValidity callbackUrls defaultRedirectUri enablePropagateAdditionalUserContextData enableTokenRevocation".split(" "),
        ..."explicitAuthFlows generateSecret idTokenValidity logoutUrls name preventUserExistenceErrors readAttributes".split(" "),
        ..."refreshTokenRotation refreshTokenValidity region supportedIdentityProviders tokenValidityUnits userPoolId writeAttributes".split(
            " ",
        ),
    ]),
    ...Object.entries({
        AnalyticsConfiguration: ["applicationArn", "applicationId", "externalId", "roleArn", "userDataShared"],
        RefreshTokenRotation: ["feature", "retryGracePeriodSeconds"],
        TokenValidityUnits: ["accessToken", "idToken", "refreshToken"],
    }).map(([block, names]) => argsClass("com.pulumi.aws.cognito.inputs", `UserPoolClient${block}Args`, names)),
];

function argsClass(module: string, name: string, methods: readonly string[]) {
    const setters = methods.map(method => `public Builder ${method}(Object... values) { return this; }`).join(" ");
    const builder = `public static class Builder { ${setters} public ${name} build() { return null; } }`;
    return { name, text: `package ${module}; public class ${name} { ${builder} public static Builder builder() { return null; } }` };
}
