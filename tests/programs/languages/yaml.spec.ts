// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Range } from "../../../src/programs/expression";
import { readYaml } from "../../../src/programs/languages/yaml";
import { bindingNotations, constructionNotations, notation, propertyValue } from "../notation";

const CLIENT = "type: aws:cognito:UserPoolClient";

/** Reads the value of a property; further lines of it are indented by eight spaces. */
function read(value: string) {
    const source = `resources:\n  web:\n    ${CLIENT}\n    properties:\n      name: ${value}\n`;
    return propertyValue(readYaml, "Pulumi.yaml", source, "name");
}

/** Values, and how they are read. */
const VALUES: readonly (readonly [source: string, expected: string])[] = [
    // Texts
    ["a", '"a"'],
    ['"a"', '"a"'],
    ["'a'", '"a"\''],
    ["|-\n        a", '"a"|'],
    [">-\n        a", '"a"|'],
    ["!!str 5", '"5"'],
    ["!!str yes", '"yes"'],
    ["!custom a", "?"],
    ["!!int 5", "?"],
    ["a$$b", "?"],

    // Numbers, booleans and null
    ["5", "5"],
    ["-5", "-5"],
    ["0", "0"],
    ["10", "10"],
    ["1.5", "1.5"],
    ["-10.25", "-10.25"],
    ["05", "?"],
    ["+5", "?"],
    ["5.", "?"],
    [".5", "?"],
    ["1e3", "?"],
    ["1_000", "?"],
    ["0b11", "?"],
    ["0x1f", "?"],
    ["0o17", "?"],
    ["-0b11", "?"],
    ["+1_0", "?"],
    ["12:30", '"12:30"'],
    ["5a", "?"],
    ["5z", '"5z"'],
    ["a5", '"a5"'],
    [".inf", "?"],
    ["true", "true"],
    ["False", "false"],
    ["yes", "?"],
    ["OFF", "?"],
    ["yesterday", '"yesterday"'],
    ["the yes", '"the yes"'],
    ["'yes'", '"yes"\''],
    ["null", "null"],
    ["~", "null"],
    ["", "null"],

    // Values in texts
    ["${a}", "a"],
    ["${a.b-c.d_e}", "a.b-c.d_e"],
    ["${a}-b", 'output template(a, "-b")'],
    ["b-${a}", 'output template("b-", a)'],
    ["${a}${b}", "output template(a, b)"],
    ["x${a}y${b}z", 'output template("x", a, "y", b, "z")'],
    ["'${a}-b'", 'output template\'(a, "-b")'],
    ["${a[0]}", "?"],
    ["${a.b[0]}", "?"],
    ["${[0].a}", "?"],
    ["${a", "?"],
    ["${a${b}", "?"],
    ["b-${a[0]}", 'output template("b-", ?)'],
    ["$a", '"$a"'],

    // Lists and maps
    ["[a, 1]", '["a", 1]'],
    ["[]", "[]"],
    ["[a, ]", '["a"]'],
    ["\n        - a\n        - 1", 'lines["a", 1]'],
    ["!!seq [a]", "?"],
    ["!custom [a]", "?"],
    ["{ a: b, c: }", '{a: "b", c: null}'],
    ["{ a }", "{a: null}"],
    ["\n        a: b", 'lines{a: "b"}'],
    ["{ a: b, a: c }", '{a: "b", ?: "c"}'],
    ["{ <<: b }", '{?: "b"}'],
    ["{ '${a}': b }", '{?: "b"}'],
    ["{ 5: b }", '{?: "b"}'],
    ["{ !!str 5: b }", '{?: "b"}'],
    ["!custom { a: b }", "?"],
    ["{ a: &x b, c: *x }", '{a: "b", c: ?}'],

    // Functions
    ["{ fn::secret: a }", 'secret("a")'],
    ["{ Fn::Secret: [a] }", 'secret(["a"])'],
    ["{ fn::secret: a, b: c }", "?"],
    ["{ b: c, fn::secret: a }", "?"],
    ["{ fn::secrets: a }", "?"],
    ["{ fn::my-fn::secret: a }", "?"],
    ["{ fn::toJSON: a }", "?"],
    ["{ my-fn::secret: a }", '{my-fn::secret: "a"}'],
    ["{ fn::secret: { fn::toJSON: a } }", "secret(?)"],
];

/** Programs, and the resources in them. */
const RESOURCES: readonly (readonly [title: string, source: string, ...expected: readonly string[]])[] = [
    ["the name of a resource by its key", `resources:\n  web: { ${CLIENT} }`, 'web = new UserPoolClient("web", -, -)'],
    [
        "the name of a resource",
        `resources:\n  web: { ${CLIENT}, name: "\${a}-b" }`,
        'web = new UserPoolClient(output template(a, "-b"), -, -)',
    ],
    [
        "properties and options",
        `resources:\n  web: { ${CLIENT}, properties: { name: a }, options: { dependsOn: ["\${b}"] } }`,
        'web = new UserPoolClient("web", {name: "a"}, {dependsOn: [b]})',
    ],
    [
        "properties that are a value",
        `resources:\n  web: { ${CLIENT}, properties: "\${a}", options: }`,
        'web = new UserPoolClient("web", a, null)',
    ],
    ["no resource with a key that is no text", `resources:\n  5: { ${CLIENT} }`],
    ["no resource with a key with a tag", `resources:\n  !!str web: { ${CLIENT} }`],
    ["no resource without a declaration", "resources:\n  web: aws:cognito:UserPoolClient"],
    ["no resource with a type that is no text", "resources:\n  web: { type: [aws:cognito:UserPoolClient] }\n  other: { type: 5 }"],
    ["no resource that is looked up", `resources:\n  web: { ${CLIENT}, get: { id: a } }`],
    ["no resource in a list", `- resources:\n    web: { ${CLIENT} }`],
    ["no resources in a list", `resources:\n  - web: { ${CLIENT} }`],
    ["no components that are none", `components:\n  a: [{ resources: { web: { ${CLIENT} } } }]\n  b: c`],
    [
        "resources in the order of the text",
        `components:\n  a: { resources: { one: { ${CLIENT} } } }\nresources:\n  two: { ${CLIENT} }`,
        'one = new UserPoolClient("one", -, -)',
        'two = new UserPoolClient("two", -, -)',
    ],
];

describe("Pulumi YAML", () => {
    for (const [source, expected] of VALUES) {
        it(`reads ${JSON.stringify(source)}`, () => {
            const value = read(source);
            assert.equal(notation(value), expected);
            if ("quote" in value) assert.equal(value.quote, /^["']/.exec(source)?.[0] ?? (/^[|>]/.test(source) ? "|" : ""));
        });
    }

    for (const [title, source, ...expected] of RESOURCES) {
        it(`has ${title}`, () => assert.deepEqual(constructionNotations(readYaml("Pulumi.yaml", source)), expected));
    }

    it("has names of configuration, variables, resources and the context in the program or component", () => {
        const source = [
            "config: { a: }",
            "configuration: { b: }",
            "variables: { c: d, 5: e }",
            "resources: { pool: { type: aws:cognito:UserPool }, bucket: { type: aws:s3:Bucket } }",
            "components:",
            "  one:",
            "    inputs: { f: }",
            "    variables: { c: g }",
        ].join("\n");
        assert.deepEqual(bindingNotations(readYaml("Pulumi.yaml", source)), [
            "a in 1-8 = -",
            "b in 1-8 = -",
            'c in 1-8 = "d"',
            'pool in 1-8 = new UserPool("pool", -, -)',
            "bucket in 1-8 = -",
            "pulumi in 1-8 = -",
            "f in 7-8 = -",
            'c in 7-8 = "g"',
            "pulumi in 7-8 = -",
        ]);
    });

    it("has resources that are not covered", () => {
        const source =
            "resources:\n  web: { type: aws:cognito:ManagedUserPoolClient }\n  other: { type: aws-native:cognito:UserPoolClient }";
        const { notCovered, constructions } = readYaml("Pulumi.yaml", source);
        assert.deepEqual(constructions, []);
        assert.deepEqual(
            notCovered.map(({ type, start, end }) => [type, source.slice(start, end)]),
            [
                ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", "web: { type: aws:cognito:ManagedUserPoolClient }"],
                ["aws-native:cognito:UserPoolClient", "other: { type: aws-native:cognito:UserPoolClient }"],
            ],
        );
    });

    it("is a language of its own", () => {
        const { language } = readYaml("Pulumi.yaml", "a: b");
        assert.deepEqual(
            [language.name, language.propertyName("user_a"), language.joinsLists, language.joinsNumbers],
            ["yaml", "user_a", false, false],
        );
    });
});

describe("places in Pulumi YAML", () => {
    /** Reads the arguments of the only client, and returns what a range has. */
    function argumentsIn(properties: string) {
        const source = `resources:\n  web:\n    ${CLIENT}\n    properties:\n${properties}`;
        const [client] = readYaml("Pulumi.yaml", source).constructions;
        assert.ok(client?.args?.kind === "object");
        const textOf = ({ start, end }: Range) => source.slice(start, end);
        return { client, members: client.args.members, args: client.args, textOf };
    }

    for (const [title, properties, ...expected] of [
        ["dashes", "      a:\n        - b\n        - c # d\n", "- b", "- c"],
        ["dashes with several spaces", "      a:\n        -   b\n        -\tc\n", "-   b", "-\tc"],
        ["a dash on a line of its own", "      a:\n        -\n          b: c\n", "b: c"],
        ["a dash in front of a comment", "      a:\n        - # b\n          c\n", "c"],
        ["dashes with Windows line ends", "      a:\r\n        - b\r\n        - c\r\n", "- b", "- c"],
        ["a negative number", "      a:\n        - -1\n", "- -1"],
        ["a text with dashes", "      a:\n        - b - c\n", "- b - c"],
        ["a list in a list", "      a:\n        - - b\n", "- - b"],
        ["a block", "      a:\n        - b: c\n          d: e\n", "- b: c\n          d: e"],
        ["brackets", "      a: [b, -1, 'c - d']\n", "b", "-1", "'c - d'"],
    ] as const) {
        it(`have elements with ${title}`, () => {
            const { members, textOf } = argumentsIn(properties);
            const list = members[0]?.value;
            assert.ok(list?.kind === "list");
            assert.deepEqual(list.items.map(textOf), expected);
        });
    }

    for (const [title, properties, member, value] of [
        ["a text", "      a: b # c\n", "a: b", "b"],
        ["nothing", "      a:\n      b: c\n", "a:", ""],
        ["nothing behind a space", "      a: \n      b: c\n", "a:", ""],
        ["nothing between braces", "      { a, b: c }\n", "a", ""],
        ["an alias", "      a: *b\n", "a: *b", "*b"],
        ["a block behind which a comment is", "      a:\n        b: c\n        # d\n\n", "a:\n        b: c", "b: c"],
        ["a block whose last value is empty", "      a:\n        b:\n", "a:\n        b:", "b:"],
        ["a block with a list", "      a:\n        b:\n        - c\n  # d\n", "a:\n        b:\n        - c", "b:\n        - c"],
    ] as const) {
        it(`have a member with ${title}`, () => {
            const { members, textOf } = argumentsIn(properties);
            const [found] = members;
            assert.ok(found?.key);
            assert.deepEqual([textOf(found.key), textOf(found).trimEnd(), textOf(found.value).trimEnd()], ["a", member, value]);
        });
    }

    it("have what is in braces and brackets, and all of a block", () => {
        const { members, args, textOf } = argumentsIn("      a: { b: c }\n      d: [e]\n      f:\n        - g\n");
        assert.deepEqual(
            members.map(({ value }) => ("inside" in value ? textOf(value.inside) : undefined)),
            [" b: c ", "e", "- g"],
        );
        assert.equal(textOf(args.inside), textOf(args));
    });

    it("have a resource from its key to the end of its last value", () => {
        const { client, textOf } = argumentsIn("      a: b\n\n# c\n");
        assert.equal(textOf(client), `web:\n    ${CLIENT}\n    properties:\n      a: b`);
        assert.equal(client.name && textOf(client.name), "web");
    });
});

describe("nesting in Pulumi YAML", () => {
    const deep = [{ line: 1, reason: "the values are nested too deeply" }];
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `${" ".repeat(index)}a:`).join("\n");
    for (const [title, print, limit] of [
        ["brackets", (count: number) => `a: ${"[".repeat(count)}${"]".repeat(count)}`, 100],
        ["braces", (count: number) => `a: ${"{ a: ".repeat(count)}${"}".repeat(count)}`, 100],
        ["brackets behind closed ones", (count: number) => `a: []\nb: {}\nc: ${"[".repeat(count)}${"]".repeat(count)}`, 100],
        ["dashes", (count: number) => `a:\n  ${"-  ".repeat(count)}a`, 99],
        ["indented lines", lines, 400],
    ] as const) {
        it(`of ${limit} ${title} is read, and of more not`, () => {
            assert.deepEqual(readYaml("Pulumi.yaml", print(limit)).errors, []);
            assert.deepEqual(readYaml("Pulumi.yaml", print(limit + 1)).errors, deep);
        });
    }

    it("is not that of many dashes in a text", () => {
        assert.deepEqual(readYaml("Pulumi.yaml", `a: b ${"- ".repeat(200)}c`).errors, []);
    });

    it("gives the line of an error", () => {
        assert.deepEqual(
            readYaml("Pulumi.yaml", "a: b\nc: [\n").errors.map(({ line }) => line),
            [3],
        );
        assert.match(readYaml("Pulumi.yaml", "a: b\nc: [\n").errors[0]?.reason ?? "", /^[a-z]/);
    });
});
