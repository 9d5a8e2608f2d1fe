import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { readProgramText } from "../../../src/programs";
import { createLinker } from "../../../src/report/sources/link";

const TEXT = `import * as aws from "@pulumi/aws";
new aws.cognito.UserPoolClient("web", {}); new aws.cognito.UserPoolClient("worker", {});
for (const app of apps) new aws.cognito.UserPoolClient(app, {
});
for (const app of apps) new aws.cognito.UserPoolClient(\`\${app}-app\`, {});
new aws.cognito.UserPoolClient("twice", {});
new aws.cognito.UserPoolClient("twice", {});
`;

describe("createLinker", () => {
    const program = readProgramText("index.ts", TEXT);
    const link = createLinker(program, process.cwd());
    const find = (name: string, line?: number, column?: number, type = CLIENT_TYPE, file = "index.ts") => {
        const found = link({ type, name }, line === undefined ? {} : { location: { file, line, ...(column && { column }) } });
        return found && program.linesOf("index.ts").positionAt(found.range.start).line;
    };

    for (const [name, args, line] of [
        ["by its name, without a position", ["web"], 2],
        ["by its name, after lines have moved", ["worker", 6, 1], 2],
        ["by its position in the construction", ["a", 3, 25], 3],
        ["by its position on the last line", ["a", 4], 3],
        ["by its position and a part of its name", ["shop-app", 5, 25], 5],
        ["by its position if others have the name", ["twice", 7, 1], 7],
        ["nothing if several have the name", ["twice"], undefined],
        ["nothing at a construction with another name", ["b", 6, 1], undefined],
        ["nothing at a construction whose name cannot be this one", ["shop", 5, 25], undefined],
        ["nothing before the construction", ["a", 3, 24], undefined],
        ["nothing behind the construction", ["a", 4, 3], undefined],
        ["nothing in another file", ["a", 3, 25, CLIENT_TYPE, "other.ts"], undefined],
        ["nothing of another type", ["web", 2, 1, "aws:cognito/userPool:UserPool"], undefined],
    ] as const) {
        it(`finds ${name}`, () => {
            const [resource, ...place] = args;
            assert.equal(find(resource, ...(place as [])), line);
        });
    }
});
