import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LIMITS, lengthTable, measureTexts } from "../../../scripts/docs/lengths";
import { rules } from "../../../src/rules";
import { goodNameRule } from "../../support/rules";

describe("measureTexts", () => {
    const [short, long] = ["A", "A client must be good"].map((description, index) =>
        goodNameRule(`be-good-${index}`, {
            description,
            remediation: "Do.",
            examples: { incorrect: [{ client: { name: "x" } }, { client: { name: "bad" } }], correct: [{ client: { name: "good" } }] },
        }),
    );

    it("measures description, problem and advice of each violation in the incorrect examples", () => {
        assert.ok(short && long);
        assert.equal("A\nname is bad. Do.".length, 18);
        assert.deepEqual(measureTexts([short]), { average: 17, longest: 18, rule: "be-good-0" });
        assert.deepEqual(measureTexts([long, short]), { average: 27, longest: 38, rule: "be-good-1" });
        assert.match(lengthTable([long, short]), /\| on average \| 27 \| 220 \|\n\| at most \(`be-good-1`\) \| 38 \| 400 \|$/);
    });

    it("stays within the limits for the rules of this pack", () => {
        const { average, longest, rule } = measureTexts(rules);
        assert.ok(average <= LIMITS.average, `${average} characters on average`);
        assert.ok(longest <= LIMITS.longest, `${rule}: ${longest} characters`);
    });
});
