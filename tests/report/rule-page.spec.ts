import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { readRulePage } from "../../src/report/rule-page";
import { rules } from "../../src/rules";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { ruleWith } from "../support/rules";

describe("readRulePage", () => {
    it("returns the description and the remediation of a rule without a page", () => {
        assert.equal(readRulePage(ruleWith({ name: "be-good" })), "A client must be good. Name it good.\n");
    });

    it("returns the page without the comment at its start, and with links that lead from everywhere to the same place", () => {
        let links = 0;
        for (const rule of rules) {
            const written = readFileSync(join(PACKAGE_FOLDER, "docs/rules", `${rule.name}.md`), "utf8");
            const page = readRulePage(rule);
            assert.match(page, /^# /);
            assert.ok(written.startsWith("<!--") && written.endsWith(page.slice(-40)));
            const targetsIn = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
            const expected = targetsIn(written).map(target => (/^[.#]/.test(target) ? String(new URL(target, rule.url)) : target));
            assert.deepEqual(targetsIn(page), expected);
            links += targetsIn(written).filter(target => /^[.#]/.test(target)).length;
        }
        assert.ok(links > 0);
    });
});
