import * as assert from "node:assert/strict";
import * as path from "node:path";
import { describe, it } from "mocha";
import { positionOf } from "../../../../src/report/formatters/shared/positions";
import { clientNamed } from "../../../support/reports";

describe("positionOf", () => {
    it("returns the location", () => {
        const location = { file: "src/sign-in.ts", line: 7, column: 9 };
        assert.deepEqual(positionOf({ ...clientNamed("web"), location }), location);
    });

    for (const [name, file, expected] of [
        ["the path of a file", "states/dev.json", "states/dev.json"],
        ["the relative path of a file", path.resolve("states/dev.json"), "states/dev.json"],
        ["the normalized path of a file", "./states/../dev.json", "dev.json"],
        ["the path of a file whose name starts with dots", "..dev.json", "..dev.json"],
        ["the given path of a file outside the current folder", "/elsewhere/dev.json", "/elsewhere/dev.json"],
        ["stdin for standard input", "-", "stdin"],
    ] as const) {
        it(`returns ${name}, with the first line, without a location`, () => {
            assert.deepEqual(positionOf({ ...clientNamed("web"), file }), { file: expected, line: 1 });
        });
    }
});
