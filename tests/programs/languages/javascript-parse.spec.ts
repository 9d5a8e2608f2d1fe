import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isNode, nodesIn, parse } from "../../../src/programs/languages/javascript/parse";

/** Files, and a text that only their kind can have. */
const FILES: readonly (readonly [file: string, text: string, type: string])[] = [
    ["a.ts", "<number>u;", "TSTypeAssertion"],
    ["a.mts", "<number>u;", "TSTypeAssertion"],
    ["a.cts", "<number>u;", "TSTypeAssertion"],
    ["a.ts", "f(a < b, c > (d));", "TSTypeParameterInstantiation"],
    ["a.js", "f(a < b, c > (d));", "BinaryExpression"],
    ["a.tsx", "<a />;", "JSXElement"],
    ["a.js", "<a />;", "JSXElement"],
    ["a.jsx", "<a />;", "JSXElement"],
    ["a.ts.js", "<a />;", "JSXElement"],
    ["a.js", "enum E {}", "TSEnumDeclaration"],
    ["a.js", "(u: any);", "TSTypeCastExpression"],
    ["a.js", "#!/usr/bin/env node\nu;", "Identifier"],
    ["a.js", "return u;", "ReturnStatement"],

    // In a module, `await` is no name.
    ["a.js", "await (u);", "AwaitExpression"],
    ["a.mjs", "await (u);", "AwaitExpression"],
    ["a.cjs.mjs", "await (u);", "AwaitExpression"],
    ["a.cjs", "await (u);", "CallExpression"],
    ["a.cts", "await (u);", "CallExpression"],
    ["a.cjs", "import 'a';", "ImportDeclaration"],
    ["a.js", "with (u) {}", "WithStatement"],
];

/** Texts with an error. */
const ERRORS: readonly (readonly [text: string, line: number, reason: string])[] = [
    ["u u", 1, "unexpected token"],
    [`${"\n".repeat(11)}            u u`, 12, "unexpected token"],
    ["/ (1:2)(/", 1, "invalid regular expression: / (1:2)(/: Unterminated group"],
    ["(".repeat(50_000), 1, "the code is nested too deeply"],
];

describe("the parser of JavaScript", () => {
    for (const [file, text, type] of FILES) {
        it(`reads ${text} in ${file}`, () => assert.ok(JSON.stringify(parse(file, text)).includes(`"type":"${type}"`)));
    }

    for (const [text, line, reason] of ERRORS) {
        it(`finds the error of ${text.trim().slice(0, 20)} in line ${line}`, () => assert.deepEqual(parse("a.ts", text), { line, reason }));
    }

    it("lists nodes in the order of the text, without types", () => {
        const root = parse("a.ts", "f<T>(u as T, [v]); class C implements I { w: T; }");
        assert.ok(isNode(root));
        const nodes = nodesIn(root);
        assert.deepEqual(
            nodes.map(({ type, name }) => name ?? type),
            "Program ExpressionStatement CallExpression f TSAsExpression u ArrayExpression v ClassDeclaration C ClassBody PropertyDefinition w".split(
                " ",
            ),
        );
        assert.ok(nodes.every(node => node === root || nodes.includes(node.parent as never)));
    });
});
