import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import * as ts from "typescript";
import { unknown } from "../../../src/api/testing";
import { evaluate } from "../../../src/core/evaluate";
import type { Patch } from "../../../src/core/rule";
import { cases, clients } from "../../support/clients";
import { commentsIn, FIXABLE, fixText, remediate } from "../../support/generated-fixes";
import { printProgram, type Style, styles } from "../../support/programs";
import { runProgram } from "../../support/run-program";

interface Fixed extends ReturnType<typeof fixText> {
    readonly client: object;
    readonly style: Style;
    readonly before: string;
    /** The properties in the stack after the fixes that were made. */
    readonly expected: object;
}

/** A property in the arguments of the client, or an element of it. */
interface Part {
    readonly name: string;
    readonly text: string;
    readonly start: number;
    readonly parts: readonly Part[];
}

interface Arguments extends Part {
    readonly end: number;
    /** Whether the arguments and each list and object in them end with a comma, by name. */
    readonly trailingCommas: ReadonlyMap<string, boolean>;
}

/** Reads the arguments with the compiler's own parser. */
function argumentsOf(text: string): Arguments {
    const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022, true);
    const trailingCommas = new Map<string, boolean>();
    const partsOf = (value: ts.Expression, name: string): Part[] => {
        if (!ts.isArrayLiteralExpression(value) && !ts.isObjectLiteralExpression(value)) return [];
        const parts: readonly ts.Node[] = ts.isArrayLiteralExpression(value) ? value.elements : value.properties;
        if (parts.length > 0) trailingCommas.set(name, (parts as ts.NodeArray<ts.Node>).hasTrailingComma === true);
        return parts.map(part => {
            const isMember = ts.isPropertyAssignment(part);
            const partName = isMember ? (part.name as ts.Identifier).text : part.getText().replace(/^\(*.|.(?: as const|\))*$/g, "");
            return {
                name: partName,
                text: part.getText(),
                start: part.getStart(),
                parts: isMember ? partsOf(part.initializer, partName) : [],
            };
        });
    };
    const find = (node: ts.Node): ts.Expression | undefined =>
        ts.isNewExpression(node) ? node.arguments?.[1] : ts.forEachChild(node, find);
    const args = find(source);
    assert.ok(args);
    return { name: "", text: args.getText(), start: args.getStart(), end: args.end, parts: partsOf(args, ""), trailingCommas };
}

/** Asserts that the parts which are not changed have the same text. */
function assertKept(before: readonly Part[], after: readonly Part[], changes: object): void {
    for (const { name, text, parts } of before) {
        const found = after.find(part => part.name === name);
        const change: unknown = changes[name as keyof object];
        if (!(name in changes)) assert.equal(found?.text, text);
        else if (Array.isArray(change)) assertListKept(parts, found?.parts ?? [], change);
        else if (change !== undefined && parts.length > 0) assertKept(parts, found?.parts ?? [], change as object);
    }
}

function assertListKept(before: readonly Part[], after: readonly Part[], elements: readonly unknown[]): void {
    assert.deepEqual(
        after.map(({ name }) => name),
        elements,
    );
    for (const { name, text } of before) {
        if (elements.includes(name))
            assert.ok(
                after.some(part => part.text === text),
                text,
            );
    }
}

describe("fix of generated programs in TypeScript (slow)", function () {
    this.timeout(240_000);

    const forAll = (check: (program: Fixed) => void | Promise<void>) => async () => {
        const property = fc.asyncProperty(clients, styles, async (client, style) => {
            const before = printProgram(client, style);
            await check({ client, style, before, expected: remediate(client), ...fixText("index.ts", before) });
        });
        await fc.assert(property, cases(400));
    };

    it(
        "makes the changes of all fixes, and no others",
        forAll(({ after, expected }) => {
            assert.deepEqual(runProgram(after), [{ name: "web", args: expected }]);
        }),
    );

    it(
        "makes the rules pass, or lists why not",
        forAll(({ notFixed, expected }) => {
            const left = FIXABLE.filter(rule => evaluate(rule, { name: "web", urn: "urn:web", props: expected }, {}).violations.length > 0);
            assert.deepEqual(notFixed.sort(), left.map(({ name }) => name).sort());
        }),
    );

    it(
        "changes nothing the second time",
        forAll(({ after }) => assert.equal(fixText("index.ts", after).after, after)),
    );

    it(
        "keeps all other text, and writes as the text around it is written",
        forAll(({ before, after, changes, style }) => {
            const [former, latter] = [argumentsOf(before), argumentsOf(after)];
            assert.equal(after.slice(0, latter.start), before.slice(0, former.start));
            assert.equal(after.slice(latter.end), before.slice(former.end));
            assertKept(former.parts, latter.parts, changes);
            assert.ok(!after.includes(unknown));

            const removed = former.parts.filter(({ name }) => name in changes && changes[name as keyof Patch] === undefined);
            const lost = removed.flatMap(({ text }) => commentsIn(text));
            assert.deepEqual(
                commentsIn(after),
                commentsIn(before).filter(comment => !lost.includes(comment)),
            );

            const otherQuote = style.quote === "'" ? '"' : "'";
            assert.equal(after.split(otherQuote).length, before.split(otherQuote).length);
            assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(before));
            assert.equal(after.includes("\r"), before.includes("\r"));
            for (const [name, hasComma] of former.trailingCommas) assert.equal(latter.trailingCommas.get(name) ?? hasComma, hasComma, name);

            for (const [index, { name, start }] of latter.parts.entries()) {
                if (former.parts.some(part => part.name === name)) continue;
                const isQuoted = /["']/.test(after.charAt(start));
                assert.equal(isQuoted, style.quotedKeys && former.parts.length > 0);
                const previous = latter.parts[index - 1];
                const indent = previous && /^[ \t]*$/.exec(lineBefore(after, previous.start))?.[0];
                if (previous && indent !== undefined) assert.equal(lineBefore(after, start), indent);
            }
        }),
    );
});

function lineBefore(text: string, offset: number): string {
    return text.slice(text.lastIndexOf("\n", offset) + 1, offset);
}
