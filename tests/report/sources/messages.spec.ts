import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readProgramText } from "../../../src/programs";
import { noSourceErrors, programErrors, sourceWarnings } from "../../../src/report/sources/messages";
import type { Sources, StackSource } from "../../../src/report/sources/read-sources";
import { parseStack } from "../../../src/stacks/resources";
import { resource, state } from "../../support/check";
import { sourceOf } from "../../support/program-source";

const CLIENT = 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web");\n';
const MANAGED = 'import * as aws from "@pulumi/aws";\nnew aws.cognito.ManagedUserPoolClient("web");\n';

function stack(file: string, isNamed: boolean, ...resources: readonly object[]): StackSource {
    return { file, isNamed, ...parseStack(state(...resources)) };
}

function sources(parts: Partial<Sources>): Sources {
    return { stacks: [], programs: [], errors: [], skipped: 0, ...parts };
}

describe("noSourceErrors", () => {
    const errors = ["gone.json: no such file."];
    for (const [title, parts, expected] of [
        ["what went wrong if nothing was read", { errors }, errors],
        ["that no file was a state or a preview", { errors, skipped: 1 }, [...errors, "no state or preview found in 1 file."]],
        ["nothing if there is a stack", { errors, skipped: 2, stacks: [stack("dev.json", true)] }, []],
        ["nothing if there is a program", { errors, skipped: 2, programs: [sourceOf("index.ts", CLIENT)] }, []],
    ] as const) {
        it(`returns ${title}`, () => assert.deepEqual(noSourceErrors(sources(parts)), expected));
    }
});

describe("programErrors", () => {
    const broken = `${CLIENT}class {\n`;

    it("returns where a file cannot be parsed, in files that are checked", () => {
        const errorsIn = (files?: readonly string[]) =>
            programErrors(sources({ programs: [sourceOf("src/index.ts", broken, files && { files: new Set(files) })] }));
        const expected = ["src/index.ts:3: unexpected token."];
        assert.deepEqual([errorsIn(), errorsIn(["src/index.ts"]), errorsIn(["src/main.ts"])], [expected, expected, []]);
    });

    it("returns why a file cannot be opened, in a sentence", () => {
        const errorOf = (reason: string) => {
            const unreadable = { ...readProgramText("index.ts", ""), errors: [{ file: "a.b.ts", reason }] };
            return programErrors(sources({ programs: [sourceOf("a.b.ts", "", { program: unreadable })] }));
        };
        assert.deepEqual(errorOf("permission denied"), ["could not read a.b.ts: permission denied."]);
        assert.deepEqual(errorOf("larger than 2.5 MB."), ["could not read a.b.ts: larger than 2.5 MB."]);
    });
});

describe("sourceWarnings", () => {
    const web = resource("web", {});
    const pool = resource("pool", {}, { type: "aws:cognito/userPool:UserPool" });
    const managed = resource("web", {}, { type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient" });
    const none = (file: string) => `${file}: no Cognito app clients found`;

    for (const [title, parts, expected] of [
        ["nothing if all have clients", { stacks: [stack("a.json", true, web)], programs: [sourceOf("index.ts", CLIENT)] }, []],
        [
            "which named stacks and programs have no clients",
            { stacks: [stack("-", true, pool), stack("b.json", true, web)], programs: [sourceOf("index.ts", "export {};")] },
            [none("standard input"), none("index.ts")],
        ],
        [
            "nothing about clients that no policy covers, which a report lists",
            { stacks: [stack("a.json", true, managed)], programs: [sourceOf("index.ts", MANAGED)] },
            [],
        ],
        ["nothing about a program that could not be read", { programs: [sourceOf("index.ts", "aws.cognito; class {")] }, []],
        ["nothing about stacks in a folder if one has clients", { stacks: [stack("a.json", false), stack("b.json", false, web)] }, []],
        [
            "that no stack in a folder has clients",
            { stacks: [stack("a.json", false, pool), stack("b.json", false)] },
            ["no Cognito app clients found in 2 stacks"],
        ],
        [
            "that neither a named stack nor one in a folder has clients",
            { stacks: [stack("a.json", true), stack("b.json", false)] },
            [none("a.json"), "no Cognito app clients found in 1 stack"],
        ],
        [
            "how many files were skipped",
            { stacks: [stack("a.json", false, web)], skipped: 2 },
            ["skipped 2 files without a state or a preview"],
        ],
    ] as const) {
        it(`returns ${title}`, () => assert.deepEqual(sourceWarnings(sources(parts)), expected));
    }
});
