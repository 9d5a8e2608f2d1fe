import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readProgramText } from "../../../src/programs";
import { applyEdits, planFix } from "../../../src/programs/edit";
import { CSHARP, edit, GO, JAVA, PYTHON, type Wrapping } from "./wrappings";

const ERRORS = { preventUserExistenceErrors: "ENABLED" };
const FLOWS = { explicitAuthFlows: ["A", "B"] };
const REVOCATION = { enableTokenRevocation: true };
const SHARED = { analyticsConfiguration: { userDataShared: false } };
const REMOVED = { analyticsConfiguration: undefined };

type Case = readonly [name: string, changes: object, before: string, after: string];

const CASES: readonly (readonly [language: string, wrapping: Wrapping, cases: readonly Case[]])[] = [
    [
        "Python",
        PYTHON,
        [
            ["adds to one line", ERRORS, ' name="web"', ' name="web", prevent_user_existence_errors="ENABLED"'],
            ["adds in single quotes", ERRORS, " name='web'", " name='web', prevent_user_existence_errors='ENABLED'"],
            ["adds a line", ERRORS, '\n    name="web",  # c\n', '\n    name="web",  # c\n    prevent_user_existence_errors="ENABLED",\n'],
            [
                "adds a line without a trailing comma",
                ERRORS,
                '\n    name="web"  # c\n',
                '\n    name="web",  # c\n    prevent_user_existence_errors="ENABLED"\n',
            ],
            [
                "adds in front of options",
                REVOCATION,
                '\n    name="web",\n    opts=None,\n',
                '\n    name="web",\n    enable_token_revocation=True,\n    opts=None,\n',
            ],
            ["replaces a value", REVOCATION, " enable_token_revocation=False", " enable_token_revocation=True"],
            [
                "replaces None",
                ERRORS,
                ' prevent_user_existence_errors=None, name="a"',
                ' prevent_user_existence_errors="ENABLED", name="a"',
            ],
            [
                "replaces adjacent strings by one",
                ERRORS,
                ' prevent_user_existence_errors="LEG" "ACY"',
                ' prevent_user_existence_errors="ENABLED"',
            ],
            ["replaces a raw string", ERRORS, " prevent_user_existence_errors=r'LEGACY'", " prevent_user_existence_errors='ENABLED'"],
            ["changes a list", FLOWS, ' explicit_auth_flows=["A", "C"]', ' explicit_auth_flows=["A", "B"]'],
            ["changes a tuple", FLOWS, ' explicit_auth_flows=("A",)', ' explicit_auth_flows=("A", "B",)'],
            [
                "changes a dictionary",
                SHARED,
                ' analytics_configuration={"application_id": "a"}',
                ' analytics_configuration={"application_id": "a", "user_data_shared": False}',
            ],
            [
                "changes a block",
                SHARED,
                " analytics_configuration=aws.cognito.UserPoolClientAnalyticsConfigurationArgs(user_data_shared=True)",
                " analytics_configuration=aws.cognito.UserPoolClientAnalyticsConfigurationArgs(user_data_shared=False)",
            ],
            ["removes a property", REMOVED, ' analytics_configuration={}, name="web"', ' name="web"'],
            ["removes a line", REMOVED, '\n    name="web",\n    analytics_configuration={},\n', '\n    name="web",\n'],
        ],
    ],
    [
        "Go",
        GO,
        [
            ["adds to one line", ERRORS, 'Name: p.String("web")', 'Name: p.String("web"), PreventUserExistenceErrors: p.String("ENABLED")'],
            [
                "adds a line and aligns the values",
                ERRORS,
                '\n\tName:           p.String("web"),\n\tGenerateSecret: p.Bool(true),\n',
                '\n\tName:                       p.String("web"),\n\tGenerateSecret:             p.Bool(true),\n\tPreventUserExistenceErrors: p.String("ENABLED"),\n',
            ],
            [
                "adds a line behind a block",
                ERRORS,
                '\n\tName: p.String("web"),\n\tTokenValidityUnits: cognito.UserPoolClientTokenValidityUnitsArgs{\n\t\tIdToken: p.String("hours"),\n\t},\n',
                '\n\tName: p.String("web"),\n\tTokenValidityUnits: cognito.UserPoolClientTokenValidityUnitsArgs{\n\t\tIdToken: p.String("hours"),\n\t},\n\tPreventUserExistenceErrors: p.String("ENABLED"),\n',
            ],
            ["replaces a value", REVOCATION, "EnableTokenRevocation: p.BoolPtr(false)", "EnableTokenRevocation: p.BoolPtr(true)"],
            [
                "replaces a raw string",
                ERRORS,
                "PreventUserExistenceErrors: p.String(`LEGACY`)",
                "PreventUserExistenceErrors: p.String(`ENABLED`)",
            ],
            ["replaces nil", ERRORS, "PreventUserExistenceErrors: nil", 'PreventUserExistenceErrors: p.String("ENABLED")'],
            [
                "changes a list",
                FLOWS,
                'ExplicitAuthFlows: p.StringArray{p.String("A")}',
                'ExplicitAuthFlows: p.StringArray{p.String("A"), p.String("B")}',
            ],
            [
                "changes a slice",
                FLOWS,
                'ExplicitAuthFlows: p.ToStringArray([]string{"A", "C"})',
                'ExplicitAuthFlows: p.ToStringArray([]string{"A", "B"})',
            ],
            ["fills a list", FLOWS, "ExplicitAuthFlows: p.StringArray{}", 'ExplicitAuthFlows: p.StringArray{p.String("A"), p.String("B")}'],
            [
                "changes a block",
                SHARED,
                'AnalyticsConfiguration: &cognito.UserPoolClientAnalyticsConfigurationArgs{ApplicationId: p.String("a")}',
                'AnalyticsConfiguration: &cognito.UserPoolClientAnalyticsConfigurationArgs{ApplicationId: p.String("a"), UserDataShared: p.Bool(false)}',
            ],
            [
                "removes a line",
                REMOVED,
                '\n\tAnalyticsConfiguration: &cognito.UserPoolClientAnalyticsConfigurationArgs{},\n\tName: p.String("web"),\n',
                '\n\tName: p.String("web"),\n',
            ],
        ],
    ],
    [
        "Java",
        JAVA,
        [
            ["adds a call", ERRORS, '.name("web")', '.name("web").preventUserExistenceErrors("ENABLED")'],
            ["adds the first call", ERRORS, "", '.preventUserExistenceErrors("ENABLED")'],
            [
                "adds a line",
                FLOWS,
                '\n    .name("web") // c\n    .generateSecret(true) // d\n    ',
                '\n    .name("web") // c\n    .generateSecret(true) // d\n    .explicitAuthFlows("A", "B")\n    ',
            ],
            ["replaces a value", REVOCATION, ".enableTokenRevocation(false)", ".enableTokenRevocation(true)"],
            ["changes arguments", FLOWS, '.explicitAuthFlows("A", "C")', '.explicitAuthFlows("A", "B")'],
            ["changes a list", FLOWS, '.explicitAuthFlows(List.of("A"))', '.explicitAuthFlows(List.of("A", "B"))'],
            [
                "changes a block",
                SHARED,
                '.analyticsConfiguration(UserPoolClientAnalyticsConfigurationArgs.builder().applicationId("a").build())',
                '.analyticsConfiguration(UserPoolClientAnalyticsConfigurationArgs.builder().applicationId("a").userDataShared(false).build())',
            ],
            [
                "removes a call",
                REMOVED,
                '.analyticsConfiguration(UserPoolClientAnalyticsConfigurationArgs.builder().build()).name("web")',
                '.name("web")',
            ],
            [
                "removes a line",
                REMOVED,
                '\n    .analyticsConfiguration(UserPoolClientAnalyticsConfigurationArgs.builder().build())\n    .name("web")\n',
                '\n    .name("web")\n',
            ],
        ],
    ],
    [
        "C#",
        CSHARP,
        [
            ["adds to one line", ERRORS, ' Name = "web" ', ' Name = "web", PreventUserExistenceErrors = "ENABLED" '],
            [
                "adds a line",
                ERRORS,
                '\n    Name = "web", // c\n',
                '\n    Name = "web", // c\n    PreventUserExistenceErrors = "ENABLED",\n',
            ],
            ["fills an initializer", ERRORS, "", ' PreventUserExistenceErrors = "ENABLED" '],
            ["replaces a value", REVOCATION, " EnableTokenRevocation = false ", " EnableTokenRevocation = true "],
            ["replaces null", ERRORS, " PreventUserExistenceErrors = null ", ' PreventUserExistenceErrors = "ENABLED" '],
            ["replaces a verbatim string", ERRORS, ' PreventUserExistenceErrors = @"LEGACY" ', ' PreventUserExistenceErrors = "ENABLED" '],
            ["adds a list", FLOWS, ' Name = "web" ', ' Name = "web", ExplicitAuthFlows = new[] { "A", "B" } '],
            ["changes an array", FLOWS, ' ExplicitAuthFlows = new[] { "A" } ', ' ExplicitAuthFlows = new[] { "A", "B" } '],
            ["changes a collection expression", FLOWS, ' ExplicitAuthFlows = ["C", "A"] ', ' ExplicitAuthFlows = ["A", "B"] '],
            ["changes a collection initializer", FLOWS, ' ExplicitAuthFlows = { "A", } ', ' ExplicitAuthFlows = { "A", "B", } '],
            [
                "changes a block",
                SHARED,
                " AnalyticsConfiguration = new UserPoolClientAnalyticsConfigurationArgs { UserDataShared = true } ",
                " AnalyticsConfiguration = new UserPoolClientAnalyticsConfigurationArgs { UserDataShared = false } ",
            ],
            [
                "removes a property",
                REMOVED,
                ' Name = "web", AnalyticsConfiguration = new UserPoolClientAnalyticsConfigurationArgs { } ',
                ' Name = "web" ',
            ],
        ],
    ],
];

for (const [language, wrapping, cases] of CASES) {
    describe(`an edit in ${language}`, () => {
        for (const [name, changes, before, after] of cases) {
            for (const [system, newLine] of [
                ["Unix", "\n"],
                ["Windows", "\r\n"],
            ] as const) {
                it(`${name}, with the line ends of ${system}`, () => {
                    const convert = (text: string) => text.replaceAll("\n", newLine);
                    const converted = { ...wrapping, before: convert(wrapping.before), behind: convert(wrapping.behind) };
                    assert.equal(edit(converted, convert(before), changes), convert(after));
                });
            }
        }
    });
}

describe("an edit in Go names the SDK as the file imports it", () => {
    const program = (alias: string, string: string) =>
        [
            "package main",
            `import ${alias}"github.com/pulumi/pulumi/sdk/v3/go/pulumi"`,
            'import . "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/cognito"',
            `var c, err = NewUserPoolClient(nil, "web", &UserPoolClientArgs{Name: ${string}("web")})`,
            "",
        ].join("\n");
    for (const [alias, string] of [
        ["", "pulumi.String"],
        ["p ", "p.String"],
        [". ", "String"],
    ] as const) {
        it(string, () => {
            const text = program(alias, string);
            const read = readProgramText("main.go", text);
            const [client] = read.resources;
            assert.ok(client);
            const fix = planFix(read, client, { preventUserExistenceErrors: "ENABLED" });
            assert.ok("edits" in fix, JSON.stringify(fix));
            assert.equal(
                applyEdits(text, fix.edits),
                text.replace('("web")}', `("web"), PreventUserExistenceErrors: ${string}("ENABLED")}`),
            );
        });
    }
});
