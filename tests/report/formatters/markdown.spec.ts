import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { homepage } from "../../../package.json";
import { formatMarkdown } from "../../../src/report/formatters/markdown";
import type { Report } from "../../../src/report/report";
import { describeUnchecked } from "../../../src/report/unchecked";
import { escapeControlCharacters } from "../../../src/util/escape";
import { assertProperty, cases } from "../../support/clients";
import { nodesIn, parseMarkdown, textOf } from "../../support/markdown";
import { clientNamed, reportWith, violation } from "../../support/reports";
import { ruleWith } from "../../support/rules";

const location = { file: "src/sign-in.ts", line: 7, column: 9 };
const callers = [
    { file: "src/auth.ts", line: 3 },
    { file: "src/index.ts", line: 6, column: 1 },
];
const rules = [
    ruleWith({ name: "be-good" }),
    ruleWith({ name: "be-better", description: "A client must be better.", remediation: "Improve it." }),
];
const HTML = ["<br>", "<details>\n<summary>Why, and what to write instead</summary>", "</details>"];
const page = (rule: string) => `${homepage}/blob/main/docs/rules/${rule}.md`;

/** The types of the nodes that a report may have. */
const NODES: ReadonlySet<string> = new Set(
    "root heading paragraph list listItem table tableRow tableCell text inlineCode link strong html".split(" "),
);

function markdown(parts: Partial<Report>): string {
    return formatMarkdown(reportWith(parts), rules);
}

/** The headings, and the cells of the tables under them, as displayed. */
function tablesIn(text: string): Record<string, string[][]> {
    const tables: Record<string, string[][]> = {};
    let heading = "";
    for (const node of parseMarkdown(text).children) {
        if (node.type === "heading") heading = textOf(node);
        if (node.type === "table") tables[heading] = node.children.map(row => row.children.map(textOf));
    }
    return tables;
}

describe("formatMarkdown", () => {
    it("prints the summary, a table of the violations with a link to each rule, and the advice once per policy", () => {
        const text = markdown({
            clients: 2,
            violations: [
                violation("web", "callbackUrls has a*b.", { location, callers }),
                violation("web", "name is bad.", { location, callers, policy: "be-better", level: "advisory" }),
                violation("api", "name is bad.", { policy: "be-other" }),
            ],
        });
        assert.equal(
            text,
            [
                "### Cognito app clients",
                "",
                "2 clients: 2 mandatory and 1 advisory violations, 0 exempt, 0 unknown",
                "",
                "#### Violations",
                "",
                "| Client | Policy | Violation |",
                "| --- | --- | --- |",
                `| \`web\`<br>\`src/sign-in.ts:7:9\`<br>called from \`src/auth.ts:3\`<br>called from \`src/index.ts:6:1\` | [\`be-good\`](${page("be-good")})<br>**mandatory** | \`callbackUrls\` has \`a*b\`. |`,
                `|  | [\`be-better\`](${page("be-better")})<br>advisory | name is bad. |`,
                "| `api`<br>`state.json` | `be-other`<br>**mandatory** | name is bad. |",
                "",
                "<details>",
                "<summary>Why, and what to write instead</summary>",
                "",
                "- `be-good`: A client must be good. Name it good.",
                "- `be-better`: A client must be better. Improve it.",
                "",
                "</details>",
                "",
            ].join("\n"),
        );
        assert.deepEqual(tablesIn(text), {
            Violations: [
                ["Client", "Policy", "Violation"],
                [
                    "web\nsrc/sign-in.ts:7:9\ncalled from src/auth.ts:3\ncalled from src/index.ts:6:1",
                    "be-good\nmandatory",
                    "callbackUrls has a*b.",
                ],
                ["", "be-better\nadvisory", "name is bad."],
                ["api\nstate.json", "be-other\nmandatory", "name is bad."],
            ],
        });
    });

    it("prints only the summary if there is nothing to report", () => {
        const summary = "1 client: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown";
        assert.equal(markdown({}), `### Cognito app clients\n\n${summary}\n`);
    });

    it("lists the files and the clients that were not checked", () => {
        const type = "aws-native:cognito:UserPoolClient";
        const text = markdown({
            errors: ["could not read [a].json: no such file."],
            notChecked: [{ type, count: 2, files: ["state.json"] }],
        });
        assert.ok(text.includes("unknown\n\n- could not read `[a].json`: no such file.\n- 2 clients of type"), text);
        const nodes = parseMarkdown(text).children;
        assert.deepEqual(
            nodes.map(({ type }) => type),
            ["heading", "paragraph", "list"],
        );
        assert.deepEqual(nodes[2]?.type === "list" && nodes[2].children.map(textOf), [
            "could not read [a].json: no such file.",
            describeUnchecked({ type, count: 2, files: [] }),
        ]);
    });

    it("lists fixes and exemptions", () => {
        const text = markdown({
            remediated: [{ ...clientNamed("web"), policy: "be-good", properties: ["name", "tokenValidityUnits"] }],
            exempt: [{ ...clientNamed("old"), policy: "be-better", reason: "exempt until 2027-03-31: replaced" }],
        });
        assert.deepEqual(tablesIn(text), {
            "Fixed at level remediate": [
                ["Client", "Policy", "Properties"],
                ["web\nstate.json", "be-good", "name, tokenValidityUnits"],
            ],
            Exempt: [
                ["Client", "Policy", "Reason"],
                ["old\nstate.json", "be-better", "exempt until 2027-03-31: replaced"],
            ],
        });
    });

    it("prints where the property is if that is known", () => {
        const propertyLocation = { file: "src/flows.ts", line: 3, column: 5 };
        const [, row] =
            tablesIn(markdown({ violations: [violation("web", "name is bad.", { location, propertyLocation })] })).Violations ?? [];
        assert.deepEqual(row, ["web\nsrc/sign-in.ts:7:9", "be-good\nmandatory", "name is bad.\nsrc/flows.ts:3:5"]);
    });

    it("has no advice for an error in a type or a rule", () => {
        const text = markdown({ violations: [violation("web", "name must be a string.", { isError: true })] });
        assert.doesNotMatch(text, /details/);
    });

    it("prints no command of a CI system", () => {
        const evil = "##vso[task.complete]";
        const text = markdown({ errors: [evil], violations: [violation(evil, evil, { location: { file: evil, line: 1 } })] });
        assert.doesNotMatch(text, /##\w*\[/);
    });

    it("adds the file that was checked if there are several", () => {
        const violations = ["dev.json", "-"].map(file => violation("web", "name is bad.", { file, location }));
        const [, ...rows] = tablesIn(markdown({ files: ["dev.json", "-"], violations })).Violations ?? [];
        assert.deepEqual(
            rows.map(([client]) => client),
            ["web\nsrc/sign-in.ts:7:9\ndev.json", "web\nsrc/sign-in.ts:7:9\nstandard input"],
        );
    });

    it("prints the URNs of clients that have the same name in one file", () => {
        const urn = "urn:pulumi:dev::shop::shop:App$aws:cognito/userPoolClient:UserPoolClient::web";
        const [, ...rows] =
            tablesIn(markdown({ violations: [violation("web", "One."), violation("web", "Two.", { urn })] })).Violations ?? [];
        assert.deepEqual(
            rows.map(([client]) => client),
            [`${clientNamed("web").urn}\nstate.json`, `${urn}\nstate.json`],
        );
    });

    describe("limits the length", () => {
        const entry = (index: number) => violation(`web${index}`, "a ".repeat(400).trim());
        const omittedIn = (text: string) =>
            /\nNot shown: ([\d,]+) more results?\. The format `text` prints all of them\.\n$/.exec(text)?.[1];

        it("to what a comment on GitHub may have, and says how many results are left out", () => {
            const text = markdown({ violations: Array.from({ length: 2000 }, (_, index) => entry(index)) });
            const shown = (tablesIn(text).Violations?.length ?? 0) - 1;
            assert.ok(text.length < 65_536 && text.length > 59_000, `${text.length}`);
            assert.equal(omittedIn(text), (2000 - shown).toLocaleString("en"));
        });

        it("to 60,000 characters before that line, with the advice", () => {
            const reportOf = (extra: number) => {
                const messages = Array.from({ length: 56 }, (_, index) => "a".repeat(900 + Math.min(99, Math.max(0, extra - index * 99))));
                return markdown({ violations: messages.map(message => violation("web", message)) });
            };
            const extra = 60_000 - reportOf(0).length;
            assert.deepEqual([reportOf(extra).length, omittedIn(reportOf(extra))], [60_000, undefined]);
            assert.equal(omittedIn(reportOf(extra + 1)), "1");
        });

        it("and leaves out a table without a row that fits", () => {
            const exempt = [{ ...clientNamed("old"), policy: "be-good", reason: "b ".repeat(490).trim() }];
            const text = markdown({ violations: Array.from({ length: 100 }, (_, index) => entry(index)), exempt });
            const shown = (tablesIn(text).Violations?.length ?? 0) - 1;
            assert.equal(omittedIn(text), `${100 - shown + 1}`);
            assert.ok(!text.includes("Exempt"));
        });

        it("of the advice to 20,000 characters", () => {
            const names = Array.from({ length: 500 }, (_, index) => `be-good-${index}`);
            const violations = names.map(policy => violation("web", "name is bad.", { policy }));
            const many = names.map(name => ruleWith({ name, description: "A client must be good. ".repeat(4) }));
            const text = formatMarkdown(reportWith({ violations }), many);
            const advice = text.slice(text.indexOf("<details>"));
            assert.ok(text.length < 65_536 && advice.length > 19_000 && advice.length < 20_200, `${text.length} ${advice.length}`);
            assert.ok((tablesIn(text).Violations?.length ?? 0) > 200);
        });

        it("but shows what fits", () => {
            const text = markdown({ violations: Array.from({ length: 50 }, (_, index) => entry(index)) });
            assert.deepEqual([tablesIn(text).Violations?.length, omittedIn(text)], [51, undefined]);
        });

        it("of a problem and a reason to 1,000 characters", () => {
            const messageOf = (message: string) => tablesIn(markdown({ violations: [violation("web", message)] })).Violations?.[1]?.[2];
            const exempt = [{ ...clientNamed("old"), policy: "be-good", reason: "ä".repeat(1001) }];
            assert.equal(messageOf("😀".repeat(1000)), "😀".repeat(1000));
            assert.equal(messageOf("😀".repeat(1001)), `${"😀".repeat(1000)} …`);
            assert.equal(tablesIn(markdown({ exempt })).Exempt?.[1]?.[2], `${"ä".repeat(1000)} …`);
        });
    });

    it("lets nothing in a name, a message or a reason break out of its cell", () => {
        const evil = fc
            .array(
                fc.oneof(
                    fc.constantFrom(
                        "|",
                        "\n",
                        "`",
                        "<b>",
                        "</td>",
                        "](http://a.b)",
                        "[",
                        "@team",
                        "#1",
                        "www.a.b",
                        "\\",
                        "*",
                        "&#124;",
                        " ",
                    ),
                    fc.string({ unit: "grapheme", maxLength: 3 }),
                ),
                { minLength: 1, maxLength: 8 },
            )
            .map(parts => `a${parts.join("")}z`);
        assertProperty(
            fc.property(evil, evil, evil, evil, (name, message, file, reason) => {
                const text = markdown({
                    violations: [violation(name, message, { location: { file, line: 1 }, callers: [{ file, line: 2 }] })],
                    exempt: [{ ...clientNamed(name), policy: "be-good", reason }],
                });
                const [shownName, shownMessage, shownFile, shownReason] = [name, message, file, reason].map(escapeControlCharacters);
                const collapse = (shown = "") => shown.replace(/ +/g, " ");
                const { Violations = [], Exempt = [] } = tablesIn(text);
                assert.deepEqual(
                    [Violations, Exempt].map(rows => rows.slice(1).map(cells => cells.map(collapse))),
                    [
                        [[`${shownName}\n${shownFile}:1\ncalled from ${shownFile}:2`, "be-good\nmandatory", shownMessage]],
                        [[`${shownName}\nstate.json`, "be-good", shownReason]],
                    ].map(rows => rows.map(cells => cells.map(collapse))),
                );
                const nodes = nodesIn(parseMarkdown(text));
                const urls = nodes.flatMap(node => (node.type === "link" ? [node.url] : []));
                const html = nodes.flatMap(node => (node.type === "html" ? [node.value] : []));
                assert.deepEqual([urls, new Set(html)], [[page("be-good"), page("be-good")], new Set(HTML)]);
                assert.deepEqual(
                    nodes.filter(({ type }) => !NODES.has(type)),
                    [],
                );
            }),
            cases(200),
        );
    });
});
