import assert from "node:assert/strict";
import { readProgramText } from "../../src/programs";
import { clientsOf, readable, readOnlyClient } from "./read";
import { JAVASCRIPT_TRAPS } from "./traps/javascript";

describe("traps in TypeScript and JavaScript", () => {
    for (const { title, code, file = "index.ts", props } of JAVASCRIPT_TRAPS) {
        it(`reads ${title}`, () => {
            if (props === undefined) {
                const program = readProgramText(file, code);
                assert.deepEqual(program.errors, []);
                assert.deepEqual(
                    clientsOf(program).map(({ props }) => readable(props)),
                    [],
                );
                return;
            }
            const { userPoolId, ...others } = readOnlyClient(code, file);
            const expected = JSON.parse(JSON.stringify(props));
            if (userPoolId !== "eu-west-1_a" && userPoolId !== undefined) others.userPoolId = userPoolId;
            assert.deepEqual(others, expected);
        });
    }
});
