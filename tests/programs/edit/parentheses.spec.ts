import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { edit, JAVA, JAVASCRIPT, PYTHON, type Wrapping } from "./wrappings";

const FLOWS = (...explicitAuthFlows: string[]) => ({ explicitAuthFlows });
const BLOCK = "aws.cognito.UserPoolClientAnalyticsConfigurationArgs";

const CASES: readonly (readonly [name: string, wrapping: Wrapping, changes: object, before: string, after: string])[] = [
    ["an element is removed with them", JAVASCRIPT, FLOWS("B"), `{ explicitAuthFlows: [("A"), "B"] }`, `{ explicitAuthFlows: ["B"] }`],
    [
        "an element is removed with several",
        JAVASCRIPT,
        FLOWS("B"),
        `{ explicitAuthFlows: [( ("A") ), "B"] }`,
        `{ explicitAuthFlows: ["B"] }`,
    ],
    [
        "the last element is removed with them",
        JAVASCRIPT,
        FLOWS("A"),
        `{ explicitAuthFlows: ["A", ("B")] }`,
        `{ explicitAuthFlows: ["A"] }`,
    ],
    ["the only element is removed with them", JAVASCRIPT, FLOWS(), `{ explicitAuthFlows: [("A")] }`, "{ explicitAuthFlows: [] }"],
    [
        "an element is added behind them",
        JAVASCRIPT,
        FLOWS("A", "B"),
        `{ explicitAuthFlows: [("A")] }`,
        `{ explicitAuthFlows: [("A"), "B"] }`,
    ],
    [
        "an element is added before them",
        JAVASCRIPT,
        FLOWS("X", "A"),
        `{ explicitAuthFlows: [("A")] }`,
        `{ explicitAuthFlows: ["X", ("A")] }`,
    ],
    [
        "an element is added behind them and a comment",
        JAVASCRIPT,
        FLOWS("A", "B"),
        `{ explicitAuthFlows: [("A" /* a */)] }`,
        `{ explicitAuthFlows: [("A" /* a */), "B"] }`,
    ],
    ["those around the list stay", JAVASCRIPT, FLOWS("A", "B"), `{ explicitAuthFlows: (["A"]) }`, `{ explicitAuthFlows: (["A", "B"]) }`],
    ["a property is removed with them", JAVASCRIPT, { a: undefined }, "{ a: (1), b: (2) }", "{ b: (2) }"],
    ["the last property is removed with them", JAVASCRIPT, { b: undefined }, "{ a: (1), b: ((2) ) }", "{ a: (1) }"],
    ["a property is added behind them", JAVASCRIPT, { c: 3 }, "{ a: 1, b: (2) }", "{ a: 1, b: (2), c: 3 }"],
    ["an argument is removed with them", JAVA, FLOWS("B"), '.explicitAuthFlows(("A"), "B")', '.explicitAuthFlows("B")'],
    ["those of a call are not around its last argument", JAVA, FLOWS("A"), '.explicitAuthFlows("A", ("B"))', '.explicitAuthFlows("A")'],
    [
        "those of a call are not around its only argument",
        JAVA,
        FLOWS("B", "A"),
        '.explicitAuthFlows(("A"))',
        '.explicitAuthFlows(("B"), ("A"))',
    ],
    [
        "those of a call are not around its first keyword argument",
        PYTHON,
        { analyticsConfiguration: { applicationId: undefined } },
        ` analytics_configuration=${BLOCK}(application_id=("a"), role_arn="b")`,
        ` analytics_configuration=${BLOCK}(role_arn="b")`,
    ],
];

describe("parentheses around a value", () => {
    for (const [name, wrapping, changes, before, after] of CASES) {
        it(name, () => assert.equal(edit(wrapping, before, changes), after));
    }
});
