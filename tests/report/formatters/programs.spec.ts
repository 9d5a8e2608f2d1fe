import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Log } from "sarif";
import { formatGithub } from "../../../src/report/formatters/github";
import { formatGitlab } from "../../../src/report/formatters/gitlab";
import { formatJunit } from "../../../src/report/formatters/junit";
import { formatMarkdown } from "../../../src/report/formatters/markdown";
import { formatSarif } from "../../../src/report/formatters/sarif";
import { withFingerprints } from "../../../src/report/formatters/shared/fingerprints";
import { formatText } from "../../../src/report/formatters/text";
import type { Violation } from "../../../src/report/report";
import { reportWith } from "../../support/reports";

const location = { file: "src/index.ts", line: 5, column: 1, endLine: 5, endColumn: 40 };
const propertyLocation = { file: "src/index.ts", line: 7, column: 5, endLine: 7, endColumn: 24 };

function violation(parts: Partial<Violation> = {}): Violation {
    return {
        file: "Pulumi.yaml",
        name: "web",
        location,
        policy: "be-good",
        level: "mandatory",
        severity: "high",
        property: "name",
        problem: "is bad.",
        ...parts,
    };
}

const VIOLATIONS = [violation({ propertyLocation }), violation({ property: "region" }), violation({ location: { ...location, line: 9 } })];
const REPORT = reportWith({
    files: ["Pulumi.yaml", "dev.json"],
    clients: 2,
    violations: VIOLATIONS,
    notSeen: { programs: ["Pulumi.yaml"], computed: [location] },
    evaluated: { clients: [VIOLATIONS[0] as Violation, VIOLATIONS[2] as Violation], policies: ["be-good"] },
});

/** For each format, the places of the results: first that of the property, then those of clients. */
const FORMATS: Readonly<Record<string, () => unknown>> = {
    sarif() {
        const [run] = (JSON.parse(formatSarif(REPORT, [])) as Log).runs;
        return run?.results?.map(({ locations }) => {
            const { physicalLocation, logicalLocations } = locations?.[0] ?? {};
            assert.deepEqual(logicalLocations, [{ name: "web", kind: "resource" }]);
            const { startLine, startColumn, endLine, endColumn } = physicalLocation?.region ?? {};
            return [physicalLocation?.artifactLocation?.uri, startLine, startColumn, endLine, endColumn].join(" ");
        });
    },
    github: () =>
        [...formatGithub(REPORT, []).matchAll(/file=(.*?),line=(\d+),endLine=(\d+),col=(\d+),endColumn=(\d+)/g)].map(
            ([, file, line, endLine, column, endColumn]) => [file, line, column, endLine, endColumn].join(" "),
        ),
};

describe("the formats with programs", () => {
    for (const [name, placesIn] of Object.entries(FORMATS)) {
        it(`${name}: the place with its end`, () => {
            assert.deepEqual(placesIn(), ["src/index.ts 7 5 7 24", "src/index.ts 5 1 5 40", "src/index.ts 9 1 5 40"]);
        });
    }

    it("gitlab: the lines of the place", () => {
        const findings: { location: unknown }[] = JSON.parse(formatGitlab(REPORT, []));
        assert.deepEqual(findings[0]?.location, { path: "src/index.ts", lines: { begin: 7, end: 7 } });
    });

    it("junit and markdown: the place of the property", () => {
        assert.match(formatJunit(REPORT, []), /^src\/index\.ts:7:5$/m);
        assert.match(formatMarkdown(REPORT, []), /`src\/index\.ts:7:5`/);
    });

    it("text and markdown: the number of programs, and what was not seen", () => {
        const text = formatText(REPORT, [], { columns: 200, colors: false });
        assert.match(text, /\n1 program, 1 stack, 2 clients: 3 mandatory/);
        for (const output of [text, formatMarkdown(REPORT, [])]) assert.match(output, /1 resource could not be read in full/);
    });

    it("text: the number of sources that violate a policy", () => {
        assert.match(
            formatText(REPORT, [], { columns: 200, colors: false }),
            /\nviolations {2}clients {2}sources {2}level {6}policy\n {9}3 {8}2 {8}1 {2}mandatory {2}be-good\n/,
        );
    });

    it("tell clients of one name apart by their lines", () => {
        const headings = formatText(REPORT, [], { columns: 200, colors: false }).match(/^web.*$/gm);
        assert.deepEqual(headings, [
            "web at src/index.ts:5:1 (Pulumi.yaml)  src/index.ts:5:1",
            "web at src/index.ts:9:1 (Pulumi.yaml)  src/index.ts:9:1",
        ]);
    });

    it("have fingerprints that depend on the source, name, policy and property, and not on the line", () => {
        const fingerprintOf = (parts: Partial<Violation>) => withFingerprints([violation(parts)])[0]?.fingerprint;
        const others = [{ file: "b/Pulumi.yaml" }, { name: "app" }, { policy: "be-better" }, { property: "region" }].map(fingerprintOf);
        assert.equal(new Set([fingerprintOf({}), ...others]).size, 5);
        assert.equal(fingerprintOf({ location: { ...location, line: 80 } }), fingerprintOf({}));
    });
});
