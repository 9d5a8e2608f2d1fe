import assert from "node:assert/strict";
import { readJavaScript } from "../../src/programs/languages/javascript";
import { References } from "../../src/programs/references";
import { Resolver } from "../../src/programs/resolve";
import { propertyValue } from "./notation";

/** Returns how many resources are found in a value if so many expressions are searched. */
function found(value: string, steps: number): number {
    const source = [
        'import * as aws from "@pulumi/aws";',
        'const a = new aws.cognito.UserPool("a");',
        'const b = new aws.cognito.UserPool("b");',
        `new aws.cognito.UserPoolClient("w", { callbackUrls: ${value} });`,
    ].join("\n");
    const program = readJavaScript("index.js", source);
    const expression = propertyValue(() => program, "index.js", source, "callbackUrls");
    return [...new References(new Resolver([program]), steps).in(program, expression)].length;
}

describe("references to resources", () => {
    it("are found in as many expressions as are searched", () => {
        assert.deepEqual(
            [1, 2, 3].map(steps => found("[a.id, b.id]", steps)),
            [0, 1, 2],
        );
    });

    it("are found in as many names of a computed expression as are searched", () => {
        assert.deepEqual(
            [1, 2, 3].map(steps => found("a.id * b.id", steps)),
            [0, 1, 2],
        );
    });
});
