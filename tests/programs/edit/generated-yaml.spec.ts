import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { LineCounter, parse, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { unknown } from "../../../src/api/testing";
import { cases, clients } from "../../support/clients";
import { commentsIn, fixText, remediate } from "../../support/generated-fixes";
import { printYamlProgram, type Style, styles, YAML_EXPRESSION } from "../../support/programs";

interface Fixed extends ReturnType<typeof fixText> {
    readonly client: object;
    readonly style: Style;
    readonly before: string;
    /** The properties in the stack after the fixes that were made. */
    readonly expected: object;
}

describe("fix of generated programs in YAML (slow)", function () {
    this.timeout(240_000);

    const forAll = (check: (program: Fixed) => void | Promise<void>) => async () => {
        const property = fc.asyncProperty(clients, styles, async (client, style) => {
            const before = printYamlProgram(client, style);
            await check({ client, style, before, expected: remediate(client), ...fixText("Pulumi.yaml", before) });
        });
        await fc.assert(property, cases(400));
    };

    it(
        "makes the changes of all fixes, and no others",
        forAll(({ before, after, expected }) => {
            const { resources, ...rest } = parse(after.replaceAll(YAML_EXPRESSION, unknown));
            assert.deepEqual(resources.web.properties, expected);
            const { resources: former, ...formerRest } = parse(before);
            assert.deepEqual(rest, formerRest);
            assert.deepEqual(
                { ...resources, web: { ...resources.web, properties: {} } },
                { ...former, web: { ...former.web, properties: {} } },
            );
        }),
    );

    it(
        "changes nothing the second time",
        forAll(({ after }) => assert.equal(fixText("Pulumi.yaml", after).after, after)),
    );

    it(
        "keeps the other lines, comments and line ends",
        forAll(({ before, after, changes }) => {
            const removesBlock = "analyticsConfiguration" in changes && changes.analyticsConfiguration === undefined;
            if (!removesBlock) assert.deepEqual(commentsIn(after), commentsIn(before));
            assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(before));
            assert.equal(after.includes("\r"), before.includes("\r"));
            assertSubsequence(unchangedLines(before, changes), after.split("\n"));
        }),
    );
});

/** Returns the lines on which no changed property is. */
function unchangedLines(text: string, changes: object): string[] {
    const lineCounter = new LineCounter();
    const properties = parseDocument(text, { lineCounter }).getIn(["resources", "web", "properties"]) as YAMLMap<Scalar, Scalar>;
    const lineOf = (offset = 0) => lineCounter.linePos(offset).line;
    const ranges = properties.flow
        ? [[lineOf(properties.range?.[0]), lineOf(properties.range?.[1])] as const]
        : properties.items
              .filter(({ key }) => String(key.value) in changes)
              .map(({ key, value }) => [lineOf(key.range?.[0]), lineOf((value?.range?.[1] ?? 1) - 1)] as const);
    return text.split("\n").filter((_line, index) => !ranges.some(([first, last]) => index + 1 >= first && index + 1 <= last));
}

function assertSubsequence(expected: readonly string[], lines: readonly string[]): void {
    let position = 0;
    for (const line of expected) {
        const found = lines.indexOf(line, position);
        assert.ok(found >= 0, `${line} is missing`);
        position = found + 1;
    }
}
