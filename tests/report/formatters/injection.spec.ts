import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { formatters } from "../../../src/report/formatters";
import type { Report } from "../../../src/report/report";
import { assertProperty, cases } from "../../support/clients";
import { reportWith } from "../../support/reports";
import { ruleWith } from "../../support/rules";

/** Texts with commands of CI systems, control characters, bidirectional characters and lone surrogates. */
const evil = fc
    .array(
        fc.oneof(
            fc.constantFrom("::error::", "::add-mask::x", "##[error]", "##vso[task.complete]", "##teamcity[x]", ":", "#", "["),
            fc.constantFrom("\n", "\r", "\u001b[2J", "\u0000", "\u009b", "\u202e", "\u2028", "\ud800", "\udc00", " ", "a", "](http://a.b)"),
        ),
        { maxLength: 10 },
    )
    .map(parts => parts.join(""));

/** A report in which every text that is not ours is the same. */
function reportOf(text: string): Report {
    const location = { file: text, line: 1 };
    const client = { file: text, urn: text, name: text, location, callers: [location] };
    const result = { ...client, policy: "be-good" };
    const exemption = { policy: "be-good", resource: text, reason: text };
    return reportWith({
        files: [text, "state.json"],
        violations: [
            { ...result, level: "mandatory", severity: "high", property: text, problem: text, propertyLocation: location },
            { ...result, level: "advisory", severity: "low", problem: text, location: undefined, callers: undefined },
        ],
        exempt: [{ ...result, reason: text }],
        unknown: [{ ...result, property: text }],
        remediated: [{ ...result, properties: [text] }],
        endingExemptions: [{ ...exemption, until: "2027-03-31" }],
        unusedExemptions: [{ ...exemption, cause: "noClient" }],
        notChecked: [{ type: "aws-native:cognito:UserPoolClient", count: 1, files: [text] }],
        errors: [text],
        evaluated: { clients: [client], policies: ["be-good", "be-better"] },
    });
}

describe("no text in a report is a command of a CI system, nor changes what a terminal shows", () => {
    const rules = [ruleWith({ name: "be-good" })];
    for (const [name, load] of formatters) {
        it(`in the format ${name}`, () => {
            const format = load();
            const readLines = () => ["\t::error::##[x]\u202e\ud800"];
            assertProperty(
                fc.property(evil, fc.integer({ min: 20, max: 100 }), (text, columns) => {
                    const output = format(reportOf(text), rules, { columns, colors: false, readLines });
                    const own = name === "github" ? /^::(?:error|notice) file=[^:]*::/ : /^$/;
                    for (const line of output.split("\n")) {
                        assert.doesNotMatch(line, /##\w*\[/);
                        assert.doesNotMatch(line, /[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u);
                        if (!own.test(line)) assert.doesNotMatch(line, /^\s*::/);
                    }
                }),
                cases(300),
            );
        });
    }
});
