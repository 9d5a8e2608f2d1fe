// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readJavaScript } from "../../../src/programs/languages/javascript";
import { notation, propertyValue } from "../notation";

/** Expressions, and how they are read. */
const EXPRESSIONS: readonly (readonly [source: string, expected: string])[] = [
    ['"a"', '"a"'],
    ["'a'", '"a"\''],
    ["`a`", '"a"`'],
    ["undefined", "null"],
    ["-1", "-1"],
    ["/a/", "?"],
    ["1n", "?"],
    ["-1n", "?"],
    ["void 0", "null"],
    ["void f()", "?"],
    ["[a, ...b, , 1]", "[a, ...b, ?, 1]"],
    ["{ a, b: 1, [c]: 2, get d() { return 1; }, e() {}, ...f }", "{a: a, b: 1, ?: 2, d: ?, e: ?, ...f}"],
    ["a?.b", "?.a.b"],
    ["`${a}b${c}`", 'template`(a, "b", c)'],
    ["pulumi.interpolate`a`", 'output template`("a")'],
    ["pulumi.secret(a)", "secret(a)"],
    ["pulumi.output(a)", "output(a)"],
    ["Object.freeze(a)", "wrap(a)"],
];

describe("expressions of JavaScript", () => {
    for (const [expression, expected] of EXPRESSIONS) {
        it(`reads ${expression}`, () => {
            const source = [
                'import * as aws from "@pulumi/aws";',
                'import * as pulumi from "@pulumi/pulumi";',
                `new aws.cognito.UserPoolClient("web", { name: ${expression} });`,
            ].join("\n");
            assert.equal(notation(propertyValue(readJavaScript, "index.js", source, "name")), expected);
        });
    }
});
