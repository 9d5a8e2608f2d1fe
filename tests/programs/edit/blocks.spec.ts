import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CSHARP, edit, GO, JAVA, JAVASCRIPT, PYTHON, type Wrapping } from "./wrappings";

const SHARED = { analyticsConfiguration: { userDataShared: false } };
const BLOCK = { analyticsConfiguration: { applicationId: "a", userDataShared: false } };
const TWO = { region: "eu", enableTokenRevocation: true };
const FLOWS = (...explicitAuthFlows: string[]) => ({ explicitAuthFlows });
const ARGS = "UserPoolClientAnalyticsConfigurationArgs";

type Case = readonly [name: string, wrapping: Wrapping, changes: object, before: string, after: string];

const EMPTY: readonly Case[] = [
    ["an object", JAVASCRIPT, TWO, "{ }", '{ region: "eu", enableTokenRevocation: true }'],
    [
        "a block",
        JAVASCRIPT,
        BLOCK,
        "{ analyticsConfiguration: {} }",
        '{ analyticsConfiguration: { applicationId: "a", userDataShared: false } }',
    ],
    [
        "keyword arguments of a block",
        PYTHON,
        BLOCK,
        ` analytics_configuration=aws.cognito.${ARGS}()`,
        ` analytics_configuration=aws.cognito.${ARGS}(application_id="a", user_data_shared=False)`,
    ],
    ["a dictionary", PYTHON, SHARED, " analytics_configuration={ }", ' analytics_configuration={"user_data_shared": False}'],
    [
        "arguments of a client",
        PYTHON,
        TWO,
        " aws.cognito.UserPoolClientArgs()",
        ' aws.cognito.UserPoolClientArgs(region="eu", enable_token_revocation=True)',
    ],
    [
        "a struct",
        GO,
        BLOCK,
        `AnalyticsConfiguration: &cognito.${ARGS}{}`,
        `AnalyticsConfiguration: &cognito.${ARGS}{ApplicationId: p.String("a"), UserDataShared: p.Bool(false)}`,
    ],
    ["a builder", JAVA, TWO, "", '.region("eu").enableTokenRevocation(true)'],
    ["a builder on several lines", JAVA, TWO, "\n    ", '.region("eu").enableTokenRevocation(true)\n    '],
    ["a list with a space", JAVASCRIPT, FLOWS("A"), "{ explicitAuthFlows: [ ] }", '{ explicitAuthFlows: ["A"] }'],
    ["arguments of a call", JAVA, FLOWS("A", "B"), ".explicitAuthFlows()", '.explicitAuthFlows("A", "B")'],
    ["an initializer", CSHARP, TWO, " ", ' Region = "eu", EnableTokenRevocation = true '],
];

const LAST: readonly Case[] = [
    ["an argument", PYTHON, { name: undefined, ...TWO }, ' name="web"', ' region="eu", enable_token_revocation=True'],
    ["a call", JAVA, { name: undefined, ...TWO }, '.name("web")', '.region("eu").enableTokenRevocation(true)'],
    [
        "a call on a line",
        JAVA,
        { name: undefined, ...TWO },
        '\n    .generateSecret(true)\n    .name("web")\n',
        '\n    .generateSecret(true)\n    .region("eu")\n    .enableTokenRevocation(true)\n',
    ],
];

const NESTED = { analyticsConfiguration: { owner: { name: "a" } } };

const BLOCKS_OF_BLOCKS: readonly Case[] = [
    [
        "in Go",
        GO,
        NESTED,
        `AnalyticsConfiguration: &cognito.${ARGS}{ApplicationId: p.String("a")}`,
        `AnalyticsConfiguration: &cognito.${ARGS}{ApplicationId: p.String("a"), Owner: &cognito.UserPoolClientAnalyticsConfigurationOwnerArgs{Name: p.String("a")}}`,
    ],
    [
        "in C#",
        CSHARP,
        NESTED,
        ` AnalyticsConfiguration = new ${ARGS} { ApplicationId = null, Owner = null } `,
        ` AnalyticsConfiguration = new ${ARGS} { ApplicationId = null, Owner = new Pulumi.Aws.Cognito.Inputs.UserPoolClientAnalyticsConfigurationOwnerArgs { Name = "a" } } `,
    ],
];

const CONSTANT: Wrapping = { ...JAVASCRIPT, before: JAVASCRIPT.before.replace("new", 'const flow = "A";\nnew') };

const ELEMENTS: readonly Case[] = [
    [
        "a constant",
        CONSTANT,
        FLOWS("A", "B"),
        "{ explicitAuthFlows: [flow as string] }",
        '{ explicitAuthFlows: [flow as string, "B" as string] }',
    ],
    [
        "the shortest of the others, which is behind",
        GO,
        FLOWS("A", "B", "C"),
        'ExplicitAuthFlows: p.StringArray{p.String(("A")), p.String("B")}',
        'ExplicitAuthFlows: p.StringArray{p.String(("A")), p.String("B"), p.String("C")}',
    ],
    [
        "the shortest of the others, which is in front",
        JAVASCRIPT,
        FLOWS("A", "B", "C"),
        '{ explicitAuthFlows: ["A", "B" as const] }',
        '{ explicitAuthFlows: ["A", "B" as const, "C"] }',
    ],
];

describe("an edit of a block", () => {
    for (const [what, cases] of [
        ["fills", EMPTY],
        ["replaces the last member,", LAST],
        ["names the class of a block in a block", BLOCKS_OF_BLOCKS],
        ["writes an element as", ELEMENTS],
    ] as const) {
        for (const [name, wrapping, changes, before, after] of cases) {
            it(`${what} ${name}`, () => assert.equal(edit(wrapping, before, changes), after));
        }
    }
});
