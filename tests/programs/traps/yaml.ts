// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

/** Programs in Pulumi YAML in which a value is not what it seems: the properties of the only client, undefined if there is none. */
export interface YamlTrap {
    readonly title: string;
    readonly text: string;
    readonly props: Readonly<Record<string, unknown>> | undefined;
    readonly file?: string;
}

/** A trap about the properties of a client, which are indented by six spaces; `rest` is the rest of the program. */
function properties(title: string, text: string, props: Readonly<Record<string, unknown>>, rest = ""): YamlTrap {
    return { title, text: `${rest}resources:\n  web:\n    type: aws:cognito:UserPoolClient\n    properties:\n${text}\n`, props };
}

function program(title: string, text: string, props: Readonly<Record<string, unknown>> | undefined, file?: string): YamlTrap {
    return { title, text, props, ...(file !== undefined && { file }) };
}

const CLIENT = "    type: aws:cognito/userPoolClient:UserPoolClient\n";

export const YAML_TRAPS: readonly YamlTrap[] = [
    // Scalars
    properties("a plain text", "      name: web", { name: "web" }),
    properties("a text in single quotes", "      name: 'it''s'", { name: "it's" }),
    properties("a text in double quotes", '      name: "a\\u0062"', { name: "ab" }),
    properties("a literal block", "      name: |-\n        a\n        b", { name: "a\nb" }),
    properties("a folded block", "      name: >-\n        a\n        b", { name: "a b" }),
    properties("a text of several lines", "      name: a\n        b", { name: "a b" }),
    properties("a comment behind a value", "      name: a # b", { name: "a" }),
    properties("a hash in a value", "      name: a#b", { name: "a#b" }),
    properties("a number", "      accessTokenValidity: 60", { accessTokenValidity: 60 }),
    properties("a number in quotes", '      accessTokenValidity: "60"', { accessTokenValidity: "60" }),
    properties("an octal number of YAML 1.1", "      accessTokenValidity: 014", { accessTokenValidity: "?" }),
    properties("an octal number of YAML 1.2", "      accessTokenValidity: 0o14", { accessTokenValidity: "?" }),
    properties("a hexadecimal number", "      accessTokenValidity: 0x10", { accessTokenValidity: "?" }),
    properties("a binary number of YAML 1.1", "      accessTokenValidity: 0b11", { accessTokenValidity: "?" }),
    properties("a number with underscores", "      accessTokenValidity: 1_000", { accessTokenValidity: "?" }),
    properties("a number with an exponent", "      accessTokenValidity: 1e3", { accessTokenValidity: "?" }),
    properties("a number that is none", "      accessTokenValidity: .nan", { accessTokenValidity: "?" }),
    properties("a boolean", "      generateSecret: true", { generateSecret: true }),
    properties("a boolean of YAML 1.1", "      generateSecret: yes", { generateSecret: "?" }),
    properties("a boolean of YAML 1.1 by a directive", "      generateSecret: yes", { generateSecret: "?" }, "%YAML 1.1\n---\n"),
    properties("null", "      name: null\n      region: ~\n      callbackUrls:", {}),
    properties("a tag of a text", "      name: !!str 5", { name: "5" }),
    properties("another tag", "      name: !custom a", { name: "?" }),
    properties("a date", "      name: 2026-01-01", { name: "?" }),

    // Values in texts
    properties("an output", "      name: ${pool.id}", { name: "?" }, ""),
    properties("a variable", "      name: ${n}", { name: "a" }, "variables:\n  n: a\n"),
    properties("a variable in a text", "      name: ${n}-b", { name: "a-b" }, "variables:\n  n: a\n"),
    properties("a member of a variable", "      name: ${o.n}", { name: "a" }, "variables:\n  o: { n: a }\n"),
    properties("a list in a variable", "      callbackUrls: ${u}", { callbackUrls: ["a"] }, "variables:\n  u: [a]\n"),
    properties("a variable in a variable", "      name: ${m}", { name: "a-b-c" }, "variables:\n  n: a-b\n  m: ${n}-c\n"),
    properties("a variable of itself", "      name: ${m}", { name: "?" }, "variables:\n  m: ${m}\n"),
    properties("a configuration value", "      name: ${n}", { name: "?" }, "config:\n  n: { type: string, default: a }\n"),
    properties("a variable and a configuration value", "      name: ${n}", { name: "?" }, "config:\n  n: a\nvariables:\n  n: b\n"),
    properties("an index", "      name: ${u[0]}", { name: "?" }, "variables:\n  u: [a]\n"),
    properties("the context", "      name: ${pulumi.stack}", { name: "?" }),
    properties("an escaped dollar", "      name: a$${b}", { name: "?" }),
    properties("a dollar", "      name: a$b", { name: "a$b" }),
    properties("an access that does not end", '      name: "${a"', { name: "?" }),
    properties("a call", "      name:\n        fn::join: ['-', [a, b]]", { name: "?" }),
    properties("a secret", "      name:\n        fn::secret: a", { name: "a" }),
    properties("a call beside another key", "      tokenValidityUnits: { 'fn::secret': a, b: c }", { tokenValidityUnits: "?" }),

    // Lists and maps
    properties("a list on lines", "      callbackUrls:\n        - a\n        - b # c\n        # - d", { callbackUrls: ["a", "b"] }),
    properties("a list that is not indented", "      callbackUrls:\n      - a", { callbackUrls: ["a"] }),
    properties("a list in brackets", "      callbackUrls: [a, 'b', ]", { callbackUrls: ["a", "b"] }),
    properties("an empty element", "      callbackUrls: [a, ~]", { callbackUrls: ["a", "?"] }),
    properties("an empty list", "      callbackUrls: []", { callbackUrls: [] }),
    properties("a block", "      tokenValidityUnits:\n        accessToken: minutes", { tokenValidityUnits: { accessToken: "minutes" } }),
    properties("an anchor", "      callbackUrls: &u [a]", { callbackUrls: ["a"] }),
    properties("an alias", "      callbackUrls: &u [a]\n      logoutUrls: *u", { callbackUrls: ["a"], logoutUrls: "?" }),
    properties("a key of every object", "      constructor: a\n      toString: b", { constructor: "a", toString: "b" }),
    properties("a key in quotes", '      "name": a', { name: "a" }),
    properties("a complex key", "      ? name\n      : a", { name: "a" }),
    properties("a key that looks like code", "      # name: a\n      name: 'b: c'", { name: "b: c" }),
    properties("a duplicate key in a block", "      tokenValidityUnits: { a: b, a: c }", { tokenValidityUnits: "?" }),

    // Programs
    program("the long type", `resources:\n  web:\n${CLIENT}    properties: { name: a }\n`, { name: "a" }),
    program("a client without properties", `resources:\n  web:\n${CLIENT}`, {}),
    program("a client that is only looked up", `resources:\n  web:\n${CLIENT}    get: { id: x }\n`, undefined),
    program("another type", "resources:\n  web:\n    type: aws:cognito:UserPoolClients\n", undefined),
    program("a client of another provider", "resources:\n  web:\n    type: awsx:cognito:UserPoolClient\n", undefined),
    program("a resource in a comment", `resources:\n#  web:\n#${CLIENT}`, undefined),
    program("a resource in a text", `description: |\n  resources:\n    web:\n    ${CLIENT}`, undefined),
    program("a resource elsewhere", `outputs:\n  web:\n${CLIENT}`, undefined),
    program(
        "a component",
        `components:\n  auth:\n    resources:\n      web:\n        type: aws:cognito:UserPoolClient\n        properties: { name: a }\n`,
        {
            name: "a",
        },
    ),
    program("the first of several documents", `resources:\n  web:\n${CLIENT}---\nresources:\n  other:\n${CLIENT}`, {}),
    program(
        "JSON",
        '{ "resources": { "web": { "type": "aws:cognito:UserPoolClient", "properties": { "name": "a" } } } }',
        { name: "a" },
        "Main.json",
    ),
    program("Windows line ends", `resources:\r\n  web:\r\n    type: aws:cognito:UserPoolClient\r\n    properties:\r\n      name: a\r\n`, {
        name: "a",
    }),
];
