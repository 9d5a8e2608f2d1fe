import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { describe, it } from "mocha";
import { evaluate } from "../../src/core/evaluate";
import { formatters } from "../../src/report/formatters";
import { rules } from "../../src/rules";
import { remediateClient, validateClient } from "../../src/testing/run-policy";
import { folder, resource, state, urnOf } from "../support/check";
import { run } from "../support/run-cli";

const { write, path } = folder();

/** A configuration with level remediate where there is a fix, which changes the properties. */
const REMEDIATE = JSON.stringify(Object.fromEntries(rules.map(({ name, fix }) => [name, fix ? "remediate" : "mandatory"])));

/** Nests a value in brackets. */
function nest(depth: number, open: string, close: string): string {
    return `${open.repeat(depth)}1${close.repeat(depth)}`;
}

/** Returns a state with a good client, and with a client that has these inputs in JSON. */
function stateWith(inputs: string, more = ""): string {
    const odd = `{"urn": "${urnOf("odd")}", "type": "aws:cognito/userPoolClient:UserPoolClient", "inputs": ${inputs}${more}}`;
    return state(resource("web", { preventUserExistenceErrors: "LEGACY" })).replace(/\]\}\}$/, `, ${odd}]}}`);
}

/** Checks a file, and expects a report that has the good client. */
async function expectReport(file: string, ...args: readonly string[]): Promise<void> {
    const { code, stdout, stderr } = await run(["check", ...args, file]);
    assert.equal(code, 1, stderr);
    assert.doesNotMatch(stdout + stderr, /This is a bug|Maximum call stack/);
    assert.match(stdout, /preventUserExistenceErrors/);
}

/** Runs a command, and expects one line that explains why it cannot be run. */
async function expectError(args: readonly string[]): Promise<void> {
    const { code, stdout, stderr } = await run(args);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /^error: [^\n]{1,4100}\n$/);
    assert.doesNotMatch(stderr, /This is a bug/);
}

describe("a client with odd inputs is reported or skipped, and the others are reported", () => {
    const fixed = '"preventUserExistenceErrors": "LEGACY", "explicitAuthFlows": ["USER_PASSWORD_AUTH", "ALLOW_USER_AUTH"]';
    for (const [name, inputs] of Object.entries({
        "100,000 nested lists": `{"callbackUrls": ${nest(100_000, "[", "]")}, ${fixed}}`,
        "100,000 nested objects in an unknown property": `{"x": ${nest(100_000, '{"a":', "}")}, ${fixed}}`,
        "2,000 nested objects": nest(2000, '{"preventUserExistenceErrors":', "}"),
        "properties of prototypes": `{"__proto__": {"callbackUrls": 1}, "constructor": 1, "toString": {"x": 1}, "hasOwnProperty": 2, ${fixed}}`,
        "members of prototypes": `{"tokenValidityUnits": {"__proto__": "x", "constructor": "x"}, "refreshTokenRotation": {"toString": 1}, ${fixed}}`,
        "numbers that no double has": `{"accessTokenValidity": 1e400, "idTokenValidity": -1e400, "refreshTokenValidity": -0, ${fixed}}`,
        "texts that look like numbers": `{"accessTokenValidity": "NaN", "idTokenValidity": "Infinity", "authSessionValidity": "0x10", ${fixed}}`,
        "lists in place of objects": `{"tokenValidityUnits": [], "refreshTokenRotation": [[]], "analyticsConfiguration": [{}], ${fixed}}`,
        "objects in place of lists": `{"callbackUrls": {"0": "x", "length": 1e9}, "explicitAuthFlows": {"length": -1}, "preventUserExistenceErrors": "LEGACY"}`,
        "lone surrogates": '{"name": "\\ud800", "callbackUrls": ["https://\\udc00.dev", "\\ud800://x"], "explicitAuthFlows": ["\\ud800"]}',
        "a name of 200,000 characters": `{"name": "${"x".repeat(200_000)}", "userPoolId": "${"y".repeat(200_000)}"}`,
    })) {
        const file = () => write("odd.json", stateWith(inputs));
        it(`: ${name}`, () => expectReport(file()));
        it(`: ${name}, with fixes`, () => expectReport(file(), "--config", write("config.json", REMEDIATE)));
    }

    for (const [name, position] of Object.entries({
        "of 24 kB": `project:///${"a".repeat(24_000)}.ts#1,1`,
        "in 12,000 folders": `project:///${"a/".repeat(12_000)}b.ts#1,1`,
        "12,000 folders up": `project:///${"../".repeat(12_000)}b.ts#1,1`,
        "with many versions": `project:///${"@v1.".repeat(6000)}#1,1`,
        "with a lone surrogate": "project:///\ud800.ts#1,1",
        "with a null character": "project:///a%00b.ts#1,1",
        "with a wrong escape": "project:///%ED%A0%80%.ts#1,1",
        "in no file": "project:///#1,1",
        "in the folder itself": "project:///..#1,1",
        "in line 999999999": "project:///a.ts#999999999,999999999",
    })) {
        for (const format of formatters.keys()) {
            it(`: a position ${name}, in the format ${format}`, () => {
                const more = `, "sourcePosition": ${JSON.stringify(position)}`;
                return expectReport(write("odd.json", stateWith('{"preventUserExistenceErrors": "LEGACY"}', more)), "--format", format);
            });
        }
    }

    for (const name of ["__proto__", "constructor", "toString", "*", "\ud800", "\u0000", "x".repeat(200_000), "a::b::c", " "]) {
        it(`: names, IDs and parents ${JSON.stringify(name.slice(0, 20))}`, async () => {
            const inputs = { name, userPoolId: name, callbackUrls: [name], [name]: name };
            const odd = resource(name, inputs, { parent: name, id: name, propertyDependencies: { [name]: [name], userPoolId: [name] } });
            const pool = resource(name, { schemas: [{ name }] }, { type: "aws:cognito/userPool:UserPool", id: name });
            const other = resource(name, {}, { type: [" ", "*"].includes(name) ? "constructor" : name });
            const file = write("odd.json", state(resource("web", { preventUserExistenceErrors: "LEGACY" }), odd, pool, other));
            for (const format of formatters.keys()) await expectReport(file, "--format", format);
        });
    }
});

describe("odd values are no bug in a policy", () => {
    const deep = JSON.parse(nest(5000, '{"a":', "}"));
    const dates = { toString: undefined, valueOf: undefined };
    for (const [name, value] of [
        ["5,000 nested objects", deep],
        ["numbers that are none", Number.NaN],
        ["infinity", [Number.POSITIVE_INFINITY]],
        ["minus zero", -0],
        ["dates", new Date(Number.NaN)],
        ["objects without methods", dates],
        ["objects without prototype", Object.create(null)],
        ["symbols", [Symbol("x")]],
        ["functions", () => 1],
        ["big integers", 10n],
        ["sparse lists", new Array(3)],
        ["200,000 spaces", " ".repeat(200_000)],
    ] as const) {
        it(name, () => {
            const names = Object.keys({
                ...rules[0],
                name: 1,
                callbackUrls: 1,
                explicitAuthFlows: 1,
                tokenValidityUnits: 1,
                userPoolId: 1,
            });
            const props = Object.fromEntries([...names, "accessTokenValidity", "refreshTokenRotation"].map(property => [property, value]));
            for (const rule of rules.filter(({ scope }) => !scope)) {
                for (const { message } of validateClient(rule, props).violations) assert.doesNotMatch(message, /This is a bug/);
                if (rule.fix && value !== deep) remediateClient(rule, { ...props }); // which copies the properties first
                for (const option of [...Object.keys(rule.options ?? {}), "exempt", "__proto__", "constructor"]) {
                    const config = Object.defineProperty({}, option, { value: [value], enumerable: true });
                    const { violations } = evaluate(rule, { name: "web", urn: "", props: {} }, config);
                    for (const { problem } of violations) assert.doesNotMatch(problem, /This is a bug/);
                }
            }
        });
    }
});

describe("an odd configuration is one line on stderr", () => {
    const state = () => write("state.json", stateWith("{}"));
    for (const [name, text] of Object.entries({
        "nested 10,000 deep": nest(10_000, '{"all":', "}"),
        "nested 100,000 deep": nest(100_000, "[", "]"),
        "nested 100,000 deep in an exemption": `{"valid-name": {"exempt": ${nest(100_000, "[", "]")}}}`,
        "nested 100,000 deep under a key that follows again": `{"valid-name": ${nest(100_000, "[", "]")}, "valid-name": "mandatory"}`,
        "100,000 brackets": "[".repeat(100_000),
        "100,000 braces": '{"a":'.repeat(100_000),
        "a name of 200,000 characters": `{"${"x".repeat(200_000)}": "mandatory"}`,
        "an option of 200,000 characters": `{"valid-name": {"${"x".repeat(200_000)}": 1}}`,
        "the policy __proto__": '{"__proto__": "mandatory"}',
        "the policy constructor": '{"constructor": "mandatory"}',
        "the option __proto__": '{"valid-name": {"__proto__": 1}}',
        "the option toString": '{"valid-name": {"toString": 1}}',
        "the level constructor": '{"valid-name": "constructor"}',
        "a number that no double has": '{"limit-access-token-validity": {"maxMinutes": 1e400}}',
        "minus zero": '{"limit-access-token-validity": {"maxMinutes": -0}}',
        "a reason of spaces": '{"valid-name": {"exempt": [{"resource": "web", "reason": "  "}]}}',
        "a resource of spaces": '{"valid-name": {"exempt": [{"resource": "  ", "reason": "x"}]}}',
    })) {
        it(name, () => expectError(["check", "--config", write("config.json", text), state()]));
    }
});

describe("a file that is none is one line on stderr", () => {
    const good = () => write("state.json", stateWith("{}"));
    before(function () {
        if (process.platform === "win32") this.skip();
        mkdirSync(path("project"), { recursive: true });
        for (const pipe of ["pipe", "project/Pulumi.yaml"]) assert.equal(spawnSync("mkfifo", [path(pipe)]).status, 0);
    });

    it("a named pipe as Pulumi.yaml", async () => {
        const { code, stderr } = await run(["check", "--project", path("project"), good()]);
        assert.equal(code, 1);
        assert.match(stderr, /^warning: could not read .*Pulumi\.yaml: not a file; lines of the program may be missing\n$/);
    });

    for (const [name, args] of Object.entries({
        "a device as project": () => ["check", "--project", "/dev/null", good()],
        "an endless device as configuration": () => ["check", "--config", "/dev/zero", good()],
        "a folder as configuration": () => ["check", "--config", path("."), good()],
        "an endless device": () => ["check", "/dev/zero"],
        "an empty device": () => ["check", "/dev/null"],
    })) {
        it(name, () => expectError(args()));
    }

    it("a named pipe in a folder is skipped", async () => {
        good();
        const { code, stderr } = await run(["check", path(".")]);
        assert.doesNotMatch(stderr, /bug/);
        assert.notEqual(code, 0);
    });
});
