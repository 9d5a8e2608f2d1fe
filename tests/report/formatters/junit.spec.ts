import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { before, describe, it } from "mocha";
import { homepage } from "../../../package.json";
import { formatJunit } from "../../../src/report/formatters/junit";
import type { CheckedClient, Report } from "../../../src/report/report";
import { escapeControlCharacters } from "../../../src/util/escape";
import { urnOf } from "../../support/check";
import { assertProperty } from "../../support/clients";
import { loadJunitParser, type XmlElement } from "../../support/junit";
import { clientNamed, reportWith, violation } from "../../support/reports";
import { ruleWith } from "../../support/rules";

const location = { file: "src/sign-in.ts", line: 7, column: 9 };
const callers = [{ file: "src/index.ts", line: 6 }];
const ADVICE = "Name it good.";
const PAGE = `${homepage}/blob/main/docs/rules/be-good.md`;

function junit(parts: Partial<Report> = {}, clients: CheckedClient[] = [clientNamed("web")], policies = ["be-good"]): string {
    return formatJunit(reportWith({ ...parts, evaluated: { clients, policies } }), [ruleWith({ name: "be-good" })]);
}

describe("formatJunit", () => {
    let parse: (xml: string) => XmlElement;
    before(async () => {
        parse = await loadJunitParser();
    });

    const suitesIn = (xml: string) => parse(xml).elements;
    const testsIn = (xml: string) => suitesIn(xml).flatMap(({ elements }) => elements);

    /** What is in the only test of a report. */
    const outcomeOf = (parts: Partial<Report>, client: CheckedClient = clientNamed("web")) => {
        const [test, ...tests] = testsIn(junit(parts, [client]));
        const [outcome, ...outcomes] = test?.elements ?? [];
        assert.deepEqual([tests, outcomes], [[], []]);
        return outcome;
    };

    it("has a test per client and violated policy, and one per client for all other policies", () => {
        const clients = ["web", "api"].map(name => clientNamed(name));
        const xml = junit({ violations: [violation("web", "name is bad.")] }, clients, ["be-good", "be-better"]);
        assert.equal(
            xml,
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                '<testsuites name="pulumi-policy-aws-cognito" tests="3" failures="1" errors="0">',
                '  <testsuite name="state.json" tests="3" failures="1" errors="0" skipped="0">',
                '    <testcase classname="web" name="web: be-good">',
                `      <failure type="mandatory" message="name is bad.">name is bad.\n${ADVICE}\n${PAGE}</failure>`,
                "    </testcase>",
                '    <testcase classname="web" name="web: all other policies"/>',
                '    <testcase classname="api" name="api: all other policies"/>',
                "  </testsuite>",
                "</testsuites>",
                "",
            ].join("\n"),
        );
        assert.deepEqual(
            testsIn(xml).map(({ elements }) => elements.length),
            [1, 0, 0],
        );
    });

    it("has no tests without clients", () => {
        assert.deepEqual(
            suitesIn(junit({}, [])).map(({ attributes }) => attributes),
            [{ name: "state.json", tests: "0", failures: "0", errors: "0", skipped: "0" }],
        );
    });

    it("stays small: a client without results takes one line", () => {
        const clients = Array.from({ length: 100 }, (_, index) => clientNamed(`web${index}`));
        const policies = Array.from({ length: 60 }, (_, index) => `be-good-${index}`);
        assert.equal(testsIn(junit({}, clients, policies)).length, 100);
    });

    it("is rejected by the parser if it does not conform to the schema", () => {
        assert.throws(() => parse(junit().replace("classname", "class")), /The attribute 'class' is not allowed/);
        assert.throws(() => parse(junit().replace("web", "\u0001")), /invalid/i);
    });

    it("has a suite per file, and the file in the names", () => {
        const files = ["dev.json", "-"];
        const clients = files.map(file => ({ ...clientNamed("web"), file }));
        const violations = [violation("web", "name is bad.", { file: "-" })];
        const suites = suitesIn(junit({ files, violations }, clients));
        assert.deepEqual(
            suites.map(({ attributes: { name, failures }, elements }) => [name, failures, elements.map(test => test.attributes)]),
            [
                ["dev.json", "0", [{ classname: "web (dev.json)", name: "web (dev.json): all other policies" }]],
                ["standard input", "1", [{ classname: "web (-)", name: "web (-): be-good" }]],
            ],
        );
    });

    it("has the URNs of clients that have the same name in one file", () => {
        const urn = "urn:pulumi:dev::shop::shop:App$aws:cognito/userPoolClient:UserPoolClient::web";
        const tests = testsIn(junit({}, [clientNamed("web"), { ...clientNamed("web"), urn }]));
        assert.deepEqual(
            tests.map(({ attributes }) => attributes.classname),
            [urnOf("web"), urn],
        );
    });

    it("fails a test once, with all mandatory violations, the advice, the location, its callers and the page of the rule", () => {
        const outcome = outcomeOf(
            { violations: ["One.", "Two."].map(problem => violation("web", problem, { location, callers })) },
            { ...clientNamed("web"), location, callers },
        );
        assert.deepEqual(outcome, {
            name: "failure",
            attributes: { type: "mandatory", message: "One. Two." },
            elements: [],
            text: `One.\nTwo.\n${ADVICE}\nsrc/sign-in.ts:7:9\ncalled from src/index.ts:6\n${PAGE}`,
        });
    });

    it("has the advice if a violation has it besides an error", () => {
        const violations = [violation("web", "One.", { isError: true }), violation("web", "Two.")];
        assert.equal(outcomeOf({ violations })?.text, `One.\nTwo.\n${ADVICE}\n${PAGE}`);
        assert.equal(outcomeOf({ violations: violations.slice(0, 1) })?.text, `One.\n${PAGE}`);
    });

    it("names the lines of the properties that are known", () => {
        const violations = [3, 5, undefined].map(line => {
            return violation("web", "name is bad.", { location, ...(line && { propertyLocation: { file: "src/flows.ts", line } }) });
        });
        const { text } = outcomeOf({ violations }) ?? {};
        assert.ok(text?.endsWith(`${ADVICE}\nsrc/flows.ts:3\nsrc/flows.ts:5\nsrc/sign-in.ts:7:9\n${PAGE}`), text);
    });

    it("has no advice for an error in a type or a rule", () => {
        assert.equal(outcomeOf({ violations: [violation("web", "One.", { isError: true })] })?.text, `One.\n${PAGE}`);
    });

    it("has neither advice nor a page for a policy that is not among the rules", () => {
        const violations = [violation("web", "name is bad.", { policy: "be-other" })];
        const [test] = testsIn(junit({ violations }, [clientNamed("web")], ["be-other"]));
        assert.equal(test?.elements[0]?.text, "name is bad.");
    });

    const source = { ...clientNamed("web"), policy: "be-good" };
    for (const [name, parts, type, message] of [
        ["an advisory violation", { violations: [violation("web", "name is bad.", { level: "advisory" })] }, "advisory", "name is bad."],
        ["an exemption", { exempt: [{ ...source, reason: "exempt: removed soon" }] }, "exempt", "exempt: removed soon"],
        [
            "unknown values",
            { unknown: ["name", "callbackUrls[0]"].map(property => ({ ...source, property })) },
            "unknown",
            "name is unknown. callbackUrls[0] is unknown.",
        ],
    ] as const) {
        it(`skips a test with ${name}`, () => {
            const outcome = outcomeOf(parts);
            assert.deepEqual([outcome?.name, outcome?.attributes], ["skipped", { type, message }]);
            assert.deepEqual(
                suitesIn(junit(parts)).map(({ attributes: { failures, skipped } }) => [failures, skipped]),
                [["0", "1"]],
            );
        });
    }

    it("shows only the violation of a test that also has unknown values", () => {
        const outcome = outcomeOf({
            violations: [violation("web", "name is bad.")],
            unknown: [{ ...source, property: "callbackUrls[0]" }],
        });
        assert.deepEqual(outcome?.attributes, { type: "mandatory", message: "name is bad." });
    });

    it("escapes what XML does not allow", () => {
        const evil = '::error::##[x]<a b="c">&amp;]]>\n\u0000\u001b\u0085\ud800x\udfff\uffff\ufffe😀';
        const escaped = '::error::##[x]<a b="c">&amp;]]>\\u000a\\u0000\\u001b\\u0085\\ud800x\\udfff\\uffff\\ufffe😀';
        const parts = { violations: [violation(evil, evil, { urn: urnOf("web") })] };
        const outcome = outcomeOf(parts, { ...clientNamed("web"), name: evil });
        assert.doesNotMatch(junit(parts, [{ ...clientNamed("web"), name: evil }]), /^\s*::|##\w*\[/m);
        assert.deepEqual(outcome?.attributes.message, escaped);
        assert.equal(outcome?.text, `${escaped}\n${ADVICE}\n${PAGE}`);
    });

    it("is well-formed whatever names and messages are", () => {
        const text = fc.string({
            unit: fc.oneof(fc.constantFrom(..."<>&\"'\n\t\u0000\ud800\udc00\ufffe]"), fc.string({ unit: "binary", maxLength: 1 })),
        });
        assertProperty(
            fc.property(text, text, (name, message) => {
                const client = { ...clientNamed("web"), name };
                const outcome = outcomeOf({ violations: [violation(name, message, { urn: client.urn })] }, client);
                assert.ok(outcome?.text.endsWith(`\n${PAGE}`));
                if (!/[\ud800-\udfff\ufffe\uffff]/.test(message))
                    assert.equal(outcome?.attributes.message, escapeControlCharacters(message));
            }),
        );
    });
});
