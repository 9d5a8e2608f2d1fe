import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Patch } from "../../../src/core/rule";
import { readProgramText, type SourceProgram, type SourceResource } from "../../../src/programs";
import { planFixes } from "../../../src/programs/edit";
import type { Edit } from "../../../src/programs/edit/edits";
import { type Candidate, verify } from "../../../src/programs/edit/verify";

const PATCH = { preventUserExistenceErrors: "ENABLED" };

function read(clients: readonly string[]) {
    const calls = clients.map((args, index) => `new aws.cognito.UserPoolClient("c${index}", ${args});\n`);
    return readProgramText("index.ts", `import * as aws from "@pulumi/aws";\n${calls.join("")}`);
}

function candidate(resource: SourceResource, patch: Patch, edits: readonly Edit[]): Candidate {
    return { resource, patch, file: "index.ts", edits };
}

const WRITTEN = `, preventUserExistenceErrors: "ENABLED"`;

/** Writes a text behind the last argument of a client. */
function written(resource: SourceResource, text = WRITTEN, patch: Patch = PATCH): Candidate {
    const end = (resource.source.construction.args?.end ?? 0) - 2;
    return candidate(resource, patch, [{ start: end, end, text }]);
}

function namesOf(accepted: readonly Candidate[]): string[] {
    return accepted.map(({ resource }) => resource.name);
}

describe("edits that are read back", () => {
    const bad: readonly (readonly [name: string, text: string])[] = [
        ["that make a syntax error", " ("],
        ["that begin a comment", " /*"],
        ["that set another value", `, preventUserExistenceErrors: "LEGACY"`],
        ["that set another property", `${WRITTEN}, generateSecret: true`],
        ["that set nothing", ""],
        ["that create another client", `${WRITTEN} }); new aws.cognito.UserPoolClient("other", { name: "b"`],
    ];
    for (const [name, text] of bad) {
        it(`are not made alone or among others: ${name}`, () => {
            const program = read(Array(5).fill(`{ name: "a" }`));
            const candidates = program.resources.map((resource, index) => written(resource, index === 3 ? text : WRITTEN));
            assert.deepEqual(namesOf(verify(program, candidates)), ["c0", "c1", "c2", "c4"]);
        });
    }

    it("are made one by one if they overlap", () => {
        const program = read([`{ name: "a" } /* none */`, `{ name: "b" }`]);
        const start = program.textOf("index.ts")?.indexOf("/* none */") ?? 0;
        const comment = { start, end: start + 10, text: "" };
        const candidates = program.resources.map(resource => candidate(resource, PATCH, [...written(resource).edits, comment]));
        assert.deepEqual(namesOf(verify(program, candidates)), ["c0"]);
    });

    it("are those of the other clients if one cannot be changed", () => {
        const program = read([`{ name: "a" }`, "config", `{ ...config }`, `{ name: "d" }`]);
        const results = planFixes(
            program,
            program.resources.map(resource => ({ resource, patch: PATCH })),
        );
        assert.deepEqual(
            results.map(result => "edits" in result),
            [true, false, false, true],
        );
    });
});

/** In a program with two pools and two clients: a text that is replaced while the client `web` is changed. */
const REPLACED: readonly (readonly [name: string, patch: object, before: string, after: string])[] = [
    ["its pool", {}, "userPoolId: a.id", "userPoolId: b.id"],
    ["its type", {}, 'UserPoolClient("web"', 'UserPool("web"'],
    ["its name", {}, '"web"', '"app"'],
    ["a secret", {}, 'pulumi.secret("shop")', '"shop"'],
    ["a property that it changes, which is no longer a secret", { name: "app" }, 'pulumi.secret("shop")', '"app"'],
    ["what it depends on", {}, "dependsOn: [c] /* web */", "dependsOn: [b]"],
    [
        "its pool and a property",
        { name: "app" },
        'userPoolId: a.id, generateSecret: true, name: pulumi.secret("shop")',
        'userPoolId: b.id, generateSecret: true, name: pulumi.secret("app")',
    ],
    ["what another client depends on", PATCH, "dependsOn: [c] /* app */", "dependsOn: [a]"],
    ["the pool of another client", PATCH, "userPoolId: b.id", "userPoolId: a.id"],
    ["a resource that is not covered", PATCH, 'new aws.cognito.ManagedUserPoolClient("os", {});', ""],
    ["a class that is passed on", PATCH, "create(aws.cognito.UserPool);", ""],
];

const ACCEPTED: readonly (readonly [name: string, patch: object, before: string, after: string])[] = [
    ["a secret by another one", { name: "app" }, 'pulumi.secret("shop")', 'pulumi.secret("app")'],
    ["a secret by nothing", { name: undefined }, ', name: pulumi.secret("shop")', ""],
    ["a value of another resource", { callbackUrls: ["https://acme.dev"] }, "[b.domain]", '["https://acme.dev"]'],
    ["a comment", {}, "/* web */", ""],
    ["the order of the other properties", {}, "userPoolId: a.id, generateSecret: true", "generateSecret: true, userPoolId: a.id"],
];

describe("an edit that changes", () => {
    const text = [
        'import * as aws from "@pulumi/aws";',
        'import * as pulumi from "@pulumi/pulumi";',
        'const a = new aws.cognito.UserPool("a");',
        'const b = new aws.cognito.UserPool("b");',
        'const c = new aws.cognito.UserPool("c");',
        'new aws.cognito.ManagedUserPoolClient("os", {});',
        "create(aws.cognito.UserPool);",
        'const web = { userPoolId: a.id, generateSecret: true, name: pulumi.secret("shop"), callbackUrls: [b.domain] };',
        'new aws.cognito.UserPoolClient("web", web, { dependsOn: [c] /* web */ });',
        'new aws.cognito.UserPoolClient("app", { userPoolId: b.id }, { dependsOn: [c] /* app */ });',
        'new aws.cognito.UserPoolClient("other", { userPoolId: b.id }, options);',
    ].join("\n");
    const replace = (patch: object, before: string, after: string): string[] => {
        const program = readProgramText("index.ts", text);
        const client = program.resources.find(({ name }) => name === "web");
        assert.ok(client);
        const start = text.indexOf(before);
        assert.ok(start >= 0, before);
        const end = text.indexOf(" };\n");
        const edits = patch === PATCH ? [{ start: end, end, text: WRITTEN }] : [];
        const replaced = { start, end: start + before.length, text: after };
        return namesOf(verify(program, [candidate(client, patch, [...edits, replaced])]));
    };
    for (const [name, patch, before, after] of REPLACED) {
        it(`${name} is not made`, () => assert.deepEqual(replace(patch, before, after), []));
    }
    for (const [name, patch, before, after] of ACCEPTED) {
        it(`${name} is made`, () => assert.deepEqual(replace(patch, before, after), ["web"]));
    }
});

describe("a program with edits is read", () => {
    /** Returns the names of the clients that are changed, and how often the program was read. */
    const count = (program: SourceProgram, candidates: readonly Candidate[]) => {
        let reads = 0;
        const counting: SourceProgram = {
            ...program,
            withTexts: texts => {
                reads++;
                return program.withTexts(texts);
            },
        };
        return { names: namesOf(verify(counting, candidates)), reads };
    };
    const clients = (length: number) => read(Array(length).fill(`{ name: "a" }`));

    it("not at all without edits", () => assert.deepEqual(count(clients(1), []), { names: [], reads: 0 }));

    it("once if all are right", () => {
        const program = clients(5);
        const candidates = program.resources.map(resource => written(resource));
        assert.deepEqual(count(program, candidates), { names: ["c0", "c1", "c2", "c3", "c4"], reads: 1 });
    });

    it("once more without those that are wrong", () => {
        const program = clients(5);
        const candidates = program.resources.map((resource, index) => written(resource, index < 2 ? ", a: 1" : WRITTEN));
        assert.deepEqual(count(program, candidates), { names: ["c2", "c3", "c4"], reads: 2 });
    });

    it("once if all are wrong", () => {
        const program = clients(5);
        const candidates = program.resources.map(resource => written(resource, ", a: 1"));
        assert.deepEqual(count(program, candidates), { names: [], reads: 1 });
    });

    it("with fewer of them if it is not certain which are wrong", () => {
        const program = clients(4);
        const [first, second, third, last] = program.resources as [SourceResource, SourceResource, SourceResource, SourceResource];
        const others = [second, third].map(resource => written(resource));
        const wrong = candidate(first, PATCH, [...written(first).edits, ...written(last).edits]);
        assert.deepEqual(count(program, [wrong, ...others]), { names: ["c1", "c2"], reads: 3 });
    });

    it("64 times at most", () => {
        const program = clients(64);
        const candidates = program.resources.map(resource => written(resource, " ("));
        assert.deepEqual(count(program, candidates), { names: [], reads: 64 });
    });
});
