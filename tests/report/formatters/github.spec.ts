import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { homepage } from "../../../package.json";
import { formatGithub } from "../../../src/report/formatters/github";
import type { Report } from "../../../src/report/report";
import { reportWith, violation } from "../../support/reports";
import { ruleWith } from "../../support/rules";
import { parseCommand } from "../../support/workflow-commands";

const location = { file: "src/sign-in.ts", line: 7, column: 9 };
const rules = [ruleWith({ name: "be-good" })];
const ADVICE = "Name it good.";
const PAGE = `${homepage}/blob/main/docs/rules/be-good.md`;

function linesOf(parts: Partial<Report>): string[] {
    const log = formatGithub(reportWith(parts), rules);
    assert.ok(log.endsWith("\n") && !log.endsWith("\n\n"));
    return log.split("\n").slice(0, -1);
}

function commandsOf(...violations: Parameters<typeof violation>[]) {
    const lines = linesOf({ violations: violations.map(parts => violation(...parts)) });
    return lines.slice(0, -1).map(line => parseCommand(line) ?? assert.fail(line));
}

describe("formatGithub", () => {
    it("prints a command per violation, and a summary", () => {
        assert.deepEqual(linesOf({ violations: [violation("web", "name is bad.", { location })] }), [
            `::error file=src/sign-in.ts,line=7,col=9,title=web%3A be-good::name is bad.%0A${ADVICE}%0A${PAGE}`,
            "1 client: 1 mandatory and 0 advisory violations, 0 exempt, 0 unknown",
        ]);
    });

    it("prints only the summary without violations", () => {
        assert.deepEqual(linesOf({}), ["1 client: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown"]);
    });

    it("lists the callers in the message", () => {
        const callers = [
            { file: "src/auth.ts", line: 3 },
            { file: "src/index.ts", line: 6, column: 1 },
        ];
        const [command] = commandsOf(["web", "name is bad.", { location, callers }]);
        assert.equal(command?.message, `name is bad.\n${ADVICE}\nCalled from src/auth.ts:3\nCalled from src/index.ts:6:1\n${PAGE}`);
    });

    it("has neither advice nor a page for a policy that is not among the rules", () => {
        assert.equal(commandsOf(["web", "name is bad.", { policy: "be-other" }])[0]?.message, "name is bad.");
    });

    for (const [parts, name] of [
        [{ level: "mandatory", severity: "low" }, "error"],
        [{ level: "advisory", severity: "medium" }, "warning"],
        [{ level: "advisory", severity: "low" }, "notice"],
    ] as const) {
        it(`prints a violation of severity ${parts.severity} at level ${parts.level} as ${name}`, () => {
            assert.equal(commandsOf(["web", "name is bad.", parts])[0]?.name, name);
        });
    }

    it("has no advice for an error in a type or a rule", () => {
        assert.equal(commandsOf(["web", "name must be a string.", { isError: true }])[0]?.message, `name must be a string.\n${PAGE}`);
    });

    it("annotates the line of the property if it is known", () => {
        const propertyLocation = { file: "src/flows.ts", line: 3 };
        const [command] = commandsOf(["web", "name is bad.", { location, propertyLocation }]);
        assert.deepEqual(command?.properties, { file: "src/flows.ts", line: "3", title: "web: be-good" });
    });

    it("prints no other command of a CI system", () => {
        const [line] = linesOf({ violations: [violation("##[group]web", "name is ##vso[task.complete].")] });
        assert.doesNotMatch(line ?? "", /##\w*\[/);
    });

    it("names the file that was checked if there is no location", () => {
        assert.deepEqual(commandsOf(["web", "name is bad."])[0]?.properties, { file: "state.json", line: "1", title: "web: be-good" });
    });

    it("has no position for standard input, unless there is a location", () => {
        const [without, located] = commandsOf(["web", "one", { file: "-" }], ["web", "two", { file: "-", location }]);
        assert.deepEqual(without?.properties, { title: "web: be-good" });
        assert.deepEqual(located?.properties, { file: "src/sign-in.ts", line: "7", col: "9", title: "web: be-good" });
    });

    it("cannot be made to print another command", () => {
        const evil = "a\r\n::set-output name=x::y %0A::stop-commands::z,title=b";
        const [command, ...others] = commandsOf([evil, evil, { location: { file: evil, line: 7 } }]);
        const escaped = evil.replace("\r\n", "\\u000d\\u000a");
        assert.deepEqual(others, []);
        assert.deepEqual(command, {
            name: "error",
            properties: { file: escaped, line: "7", title: `${escaped}: be-good` },
            message: `${escaped}\n${ADVICE}\n${PAGE}`,
        });
    });
});
