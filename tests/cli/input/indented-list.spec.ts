import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { parseIndentedList } from "../../../src/cli/input/indented-list";

/** Generates the same documents in every run. */
const SEED = 20261126;

const parse = (text: string, reduce: (element: unknown) => unknown = element => element) => parseIndentedList(Buffer.from(text), reduce);

/** Returns undefined for what is not JSON, and for JSON that is indented in another way. */
function parsedOrUndefined(text: string): unknown {
    try {
        return parse(text);
    } catch (error) {
        assert.ok(error instanceof SyntaxError, String(error));
        return undefined;
    }
}

/** Objects with members, which JSON.stringify breaks into lines. */
const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 }), { minLength: 1, maxLength: 4 });

const indents = fc.constantFrom<string | number>(1, 2, 4, "\t");

/** A state or a preview with other members around its list. */
const documents = fc
    .tuple(fc.boolean(), objects, fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }))
    .map(([isState, list, before, after]) =>
        isState ? { before, deployment: { manifest: before, resources: list, metadata: after } } : { before, steps: list, after },
    );

describe("parseIndentedList", () => {
    it("parses indented documents, and replaces each element of the list", () => {
        const property = fc.property(documents, indents, fc.constantFrom("\n", "\r\n"), (document, indent, newline) => {
            const text = JSON.stringify(document, undefined, indent).replaceAll("\n", newline);
            assert.deepEqual(parse(text), JSON.parse(text));
            const counts = parse(text, element => Object.keys(element as object).length) as typeof document;
            const list = document.deployment?.resources ?? document.steps ?? [];
            assert.deepEqual(
                counts.deployment?.resources ?? counts.steps,
                list.map(element => Object.keys(element).length),
            );
        });
        fc.assert(property, { seed: SEED, numRuns: 1000 });
    });

    it("accepts nothing that is not JSON", () => {
        const property = fc.property(
            documents,
            fc.nat(),
            fc.nat({ max: 3 }),
            fc.constantFrom("", ",", "}", "]", "{", '"', "\n", "  ", "x"),
            (document, at, length, insertion) => {
                const text = JSON.stringify(document, undefined, 2);
                const start = at % text.length;
                const changed = text.slice(0, start) + insertion + text.slice(start + length);
                const parsed = parsedOrUndefined(changed);
                if (parsed !== undefined) assert.deepEqual(parsed, JSON.parse(changed));
            },
        );
        fc.assert(property, { seed: SEED, numRuns: 2000 });
    });

    it("reduces an element before it parses the next one", () => {
        const text = JSON.stringify({ steps: [{ a: 1 }, { a: 2 }] }, undefined, 4).replace('"a": 2', '"a": x');
        const reduced: unknown[] = [];
        assert.throws(() => parse(text, element => reduced.push(element)), SyntaxError);
        assert.deepEqual(reduced, [{ a: 1 }]);
    });

    it("reads strings that look like the end of an element or like the list", () => {
        const document = {
            note: '"resources": [\n  {',
            steps: [{ a: "\n    }", b: "\n    },\n    {" }],
            placeholder: "\0list",
            other: { steps: "x" },
        };
        const text = JSON.stringify(document, undefined, 2);
        assert.deepEqual(parse(text), document);
    });

    for (const [name, text] of [
        ["compact", '{"deployment":{"resources":[{"urn":"a"}]}}'],
        ["without a list", JSON.stringify({ deployment: {} }, undefined, 4)],
        ["with an empty list", JSON.stringify({ deployment: { resources: [] } }, undefined, 4)],
        ["with a list of other values", JSON.stringify({ steps: ["a", { b: 1 }] }, undefined, 4)],
        ["with another value in the list", JSON.stringify({ steps: [{ b: 1 }, "a"] }, undefined, 4)],
        ["with an empty object in the list", JSON.stringify({ steps: [{ b: 1 }, {}] }, undefined, 4)],
        ["that ends early", JSON.stringify({ steps: [{ b: 1 }, { c: 1 }] }, undefined, 4).slice(0, -20)],
    ] as const) {
        it(`returns undefined for a document ${name}`, () => assert.equal(parse(text), undefined));
    }

    it("returns undefined for UTF-16", () => {
        const text = JSON.stringify({ steps: [{ b: 1 }] }, undefined, 4);
        assert.equal(
            parseIndentedList(Buffer.from(`\ufeff${text}`, "utf16le"), element => element),
            undefined,
        );
    });
});
