import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readProgramText } from "../../../src/programs";
import { planFixes } from "../../../src/programs/edit";
import { type Candidate, verify } from "../../../src/programs/edit/verify";

const PATCH = { preventUserExistenceErrors: "ENABLED" };

function read(clients: readonly string[]) {
    const calls = clients.map((args, index) => `new aws.cognito.UserPoolClient("c${index}", ${args});\n`);
    return readProgramText("index.ts", `import * as aws from "@pulumi/aws";\n${calls.join("")}`);
}

describe("edits that are read back", () => {
    const written = `, preventUserExistenceErrors: "ENABLED"`;
    const bad: readonly (readonly [name: string, text: string])[] = [
        ["that make a syntax error", " ("],
        ["that begin a comment", " /*"],
        ["that set another value", `, preventUserExistenceErrors: "LEGACY"`],
        ["that set another property", `${written}, generateSecret: true`],
        ["that set nothing", ""],
        ["that create another client", `${written} }); new aws.cognito.UserPoolClient("other", { name: "b"`],
    ];
    for (const [name, text] of bad) {
        it(`are not made alone or among others: ${name}`, () => {
            const program = read(Array(5).fill(`{ name: "a" }`));
            const candidates = program.resources.map((resource, index): Candidate => {
                const end = (resource.source.construction.args?.end ?? 0) - 2;
                return { resource, patch: PATCH, file: "index.ts", edits: [{ start: end, end, text: index === 3 ? text : written }] };
            });
            const names = (accepted: readonly Candidate[]) => accepted.map(({ resource }) => resource.name);
            assert.deepEqual(names(verify(program, candidates)), ["c0", "c1", "c2", "c4"]);
        });
    }

    it("do not overlap", () => {
        const program = read([`{ name: "a" }`, `{ name: "b" }`]);
        const [first, second] = program.resources;
        assert.ok(first && second);
        const { start, end } = first.range;
        const candidates = [first, second].map(resource => ({
            resource,
            patch: PATCH,
            file: "index.ts",
            edits: [{ start, end, text: "" }],
        }));
        assert.deepEqual(verify(program, candidates), []);
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
