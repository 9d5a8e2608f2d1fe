// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LanguageName, Layout } from "../../../src/programs/expression";
import { closing, printerOf, printProperty } from "../../../src/programs/printers";

const LANGUAGES = ["typescript", "javascript", "python", "go", "java", "csharp", "yaml"] as const;

/** Properties, and how they are written in TypeScript, Python, Go, Java, C# and YAML. */
const PROPERTIES: Readonly<Record<string, readonly [property: string, value: unknown, ...printed: readonly string[]]>> = {
    "a text": [
        "preventUserExistenceErrors",
        "ENABLED",
        'preventUserExistenceErrors: "ENABLED"',
        'prevent_user_existence_errors="ENABLED"',
        'PreventUserExistenceErrors: pulumi.String("ENABLED")',
        '.preventUserExistenceErrors("ENABLED")',
        'PreventUserExistenceErrors = "ENABLED"',
        "preventUserExistenceErrors: ENABLED",
    ],
    "a boolean": [
        "generateSecret",
        true,
        "generateSecret: true",
        "generate_secret=True",
        "GenerateSecret: pulumi.Bool(true)",
        ".generateSecret(true)",
        "GenerateSecret = true",
        "generateSecret: true",
    ],
    "a boolean that is false": [
        "generateSecret",
        false,
        "generateSecret: false",
        "generate_secret=False",
        "GenerateSecret: pulumi.Bool(false)",
        ".generateSecret(false)",
        "GenerateSecret = false",
        "generateSecret: false",
    ],
    "a number": [
        "idTokenValidity",
        60,
        "idTokenValidity: 60",
        "id_token_validity=60",
        "IdTokenValidity: pulumi.Int(60)",
        ".idTokenValidity(60)",
        "IdTokenValidity = 60",
        "idTokenValidity: 60",
    ],
    "a list": [
        "callbackUrls",
        ["a", "b"],
        'callbackUrls: ["a", "b"]',
        'callback_urls=["a", "b"]',
        'CallbackUrls: pulumi.StringArray{pulumi.String("a"), pulumi.String("b")}',
        '.callbackUrls("a", "b")',
        'CallbackUrls = new[] { "a", "b" }',
        "callbackUrls: [a, b]",
    ],
    "a block": [
        "tokenValidityUnits",
        { accessToken: "minutes", idToken: undefined, refreshToken: "days" },
        'tokenValidityUnits: { accessToken: "minutes", refreshToken: "days" }',
        'token_validity_units={"access_token": "minutes", "refresh_token": "days"}',
        'TokenValidityUnits: &cognito.UserPoolClientTokenValidityUnitsArgs{AccessToken: pulumi.String("minutes"), RefreshToken: pulumi.String("days")}',
        '.tokenValidityUnits(UserPoolClientTokenValidityUnitsArgs.builder().accessToken("minutes").refreshToken("days").build())',
        'TokenValidityUnits = new Pulumi.Aws.Cognito.Inputs.UserPoolClientTokenValidityUnitsArgs { AccessToken = "minutes", RefreshToken = "days" }',
        "tokenValidityUnits: { accessToken: minutes, refreshToken: days }",
    ],
    "a block in a block": [
        "a",
        { bC: { d: 1 } },
        "a: { bC: { d: 1 } }",
        'a={"b_c": {"d": 1}}',
        "A: &cognito.UserPoolClientAArgs{BC: &cognito.UserPoolClientABCArgs{D: pulumi.Int(1)}}",
        ".a(UserPoolClientAArgs.builder().bC(UserPoolClientABCArgs.builder().d(1).build()).build())",
        "A = new Pulumi.Aws.Cognito.Inputs.UserPoolClientAArgs { BC = new Pulumi.Aws.Cognito.Inputs.UserPoolClientABCArgs { D = 1 } }",
        "a: { bC: { d: 1 } }",
    ],
    "a text that needs escapes": [
        "name",
        'a"b\\c\u200b',
        'name: "a\\"b\\\\c\\u200b"',
        'name="a\\"b\\\\c\\u200b"',
        'Name: pulumi.String("a\\"b\\\\c\\u200b")',
        '.name("a\\"b\\\\c\\u200b")',
        'Name = "a\\"b\\\\c\\u200b"',
        'name: "a\\"b\\\\c\\u200b"',
    ],
};

/** Texts, and how they are written in the quotes of their surroundings. */
const QUOTES: readonly (readonly [language: LanguageName, quote: string, value: string | boolean, printed: string])[] = [
    ["typescript", '"', "it's", '"it\'s"'],
    ["typescript", "'", "a", "'a'"],
    ["typescript", "'", "it's", "'it\\'s'"],
    ["typescript", "'", 'a"b"', "'a\"b\"'"],
    ["typescript", "'", true, "true"],
    ["typescript", "`", "a`${b}${c}", "`a\\`\\${b}\\${c}`"],
    ["typescript", "'", "${b}", "'${b}'"],
    ["python", "'", "it's", "'it\\'s'"],
    ["python", "'", true, "True"],
    ["go", "`", "a_b", "`a_b`"],
    ["go", "`", "a`b", '"a`b"'],
    ["go", "`", "~a b-", "`~a b-`"],
    ["go", "`", "é", '"é"'],
    ["go", "`", "a\n", '"a\\n"'],
    ["go", "`", "a\u200b", '"a\\u200b"'],
    ["go", "`", true, "true"],
    ["go", '"', "a", '"a"'],
    ["java", "'", "a", '"a"'],
    ["csharp", "'", "a", '"a"'],
    ["yaml", "", "a", "a"],
    ["yaml", "", "a,b", '"a,b"'],
    ["yaml", "", "yes", '"yes"'],
    ["yaml", "'", "a", "'a'"],
    ["yaml", "'", "a,b", "'a,b'"],
    ["yaml", '"', "a", '"a"'],
    ["yaml", "'", "it's", '"it\'s"'],
    ["yaml", "'", true, "true"],
];

/** Keys and what is behind them, by where a property is written. */
const KEYS: readonly (readonly [language: LanguageName, layout: Layout, key: string, end: string])[] = [
    ["typescript", "brackets", "idToken: ", ""],
    ["python", "arguments", "id_token=", ""],
    ["python", "brackets", '"id_token": ', ""],
    ["go", "brackets", "IdToken: ", ""],
    ["java", "calls", ".idToken(", ")"],
    ["csharp", "brackets", "IdToken = ", ""],
    ["yaml", "lines", "idToken: ", ""],
    ["yaml", "brackets", "idToken: ", ""],
];

describe("printers of languages", () => {
    for (const [title, [property, value, typescript = "", ...others]] of Object.entries(PROPERTIES)) {
        for (const [index, expected] of [typescript, typescript, ...others].entries()) {
            const language = LANGUAGES[index] as LanguageName;
            it(`print ${title} in ${language}`, () => {
                assert.equal(printProperty(printerOf(language, ""), language, property, value), expected);
            });
        }
    }

    it("print a member of a block with the class for its path", () => {
        const value = { c: 1 };
        assert.equal(printProperty(printerOf("java", ""), "java", "b", value, "a.b"), ".b(UserPoolClientABArgs.builder().c(1).build())");
    });

    for (const [language, quote, value, expected] of QUOTES) {
        it(`print ${JSON.stringify(value)} in ${language} between ${quote || "no quotes"}`, () => {
            const printer = printerOf(language, "");
            assert.equal(printer.scalar(value, quote), expected);
            if (language !== "go") assert.equal(printer.value([value], quote, "a").includes(expected), true);
        });
    }

    it("print the keys of blocks in Python between the quotes of their surroundings", () => {
        assert.equal(printerOf("python", "").value({ idToken: "a" }, "'", "b"), "{'id_token': 'a'}");
    });

    for (const [language, layout, key, end] of KEYS) {
        it(`print a key in ${language} in ${layout}`, () => {
            const printer = printerOf(language, "");
            assert.equal(printer.key("idToken", layout) + printer.separator(layout), key);
            assert.equal(closing(layout), end);
        });
    }

    const sdk = '"github.com/pulumi/pulumi/sdk/v3/go/pulumi"';
    const cognito = '"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"';
    for (const [title, source, expected] of [
        ["their usual names", `import (\n\t${sdk}\n\t${cognito}\n)`, '&cognito.UserPoolClientAArgs{B: pulumi.String("c")}'],
        ["other names", `import (\n\tp ${sdk}\n\tidp \t${cognito}\n)`, '&idp.UserPoolClientAArgs{B: p.String("c")}'],
        ["other names on one line", `import p ${sdk}\nimport  idp ${cognito}\n`, '&idp.UserPoolClientAArgs{B: p.String("c")}'],
        ["no names", `import . ${sdk}\nimport(\n  . ${cognito}\n)`, '&UserPoolClientAArgs{B: String("c")}'],
        ["no version in the path", `import p ${sdk.replace("/v3", "")}\n`, '&cognito.UserPoolClientAArgs{B: p.String("c")}'],
        ["no version in the path of AWS", `import idp ${cognito.replace("/v7", "")}\n`, '&idp.UserPoolClientAArgs{B: pulumi.String("c")}'],
        ["a version of two digits", `import idp ${cognito.replace("v7", "v10")}\n`, '&idp.UserPoolClientAArgs{B: pulumi.String("c")}'],
        ["a version of the SDK of two digits", `import p ${sdk.replace("v3", "v10")}\n`, '&cognito.UserPoolClientAArgs{B: p.String("c")}'],
        ["names in a comment", `// import p ${sdk}\n// idp ${cognito}\n`, '&cognito.UserPoolClientAArgs{B: pulumi.String("c")}'],
    ] as const) {
        it(`print the packages of Go with ${title}`, () => {
            assert.equal(printerOf("go", source).value({ b: "c" }, '"', "a"), expected);
        });
    }

    for (const language of LANGUAGES) {
        it(`say how ${language} is formatted`, () => {
            const { quote, padding, alignsValues = false } = printerOf(language, "");
            assert.deepEqual(
                [quote, padding, alignsValues],
                [language === "yaml" ? "" : '"', ["python", "go", "java"].includes(language) ? "" : " ", language === "go"],
            );
        });
    }
});
