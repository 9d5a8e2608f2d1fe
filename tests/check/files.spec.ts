import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { resourcesOf } from "../../src/check/files";
import { CLIENT, preview, problemsOf, resource, state, urnOf } from "./harness";

const EXPECTED = "expected what `pulumi stack export` or `pulumi preview --json` prints";

describe("files", () => {
    const namesIn = (text: string) => resourcesOf(text).map(({ name }) => name);
    const step = (op: string, name: string, inputs: object = {}, more: object = {}) => ({
        op,
        urn: urnOf(name),
        newState: resource(name, inputs, { ...more }),
    });

    describe("a state", () => {
        it("gives its resources, as the rules read them", () => {
            const more = { id: "1", propertyDependencies: { userPoolId: [urnOf("pool", "pool")], name: null } };
            assert.deepEqual(resourcesOf(state(resource("web", { generateSecret: true }, { ...more, outputs: { name: "web" } }))), [
                { name: "web", urn: urnOf("web"), type: CLIENT, props: { generateSecret: true }, ...more },
            ]);
        });

        it("gives a resource without inputs and dependencies as empty", () => {
            const bare = { name: "web", urn: urnOf("web"), type: CLIENT, props: {}, propertyDependencies: {} };
            assert.deepEqual(resourcesOf(state(resource("web"))), [bare]);
            assert.deepEqual(resourcesOf(state(resource("web", null, { propertyDependencies: null }))), [bare]);
        });

        it("takes the name from the URN, colons and all", () => assert.deepEqual(namesIn(state(resource("a::b"))), ["a::b"]));

        it("may hold a text that could be YAML", () => {
            const name = "note: x --- y";
            assert.deepEqual(resourcesOf(state(resource("web", { name })))[0]?.props, { name });
        });

        it("leaves out what is to be deleted and what is only read", () => {
            const text = state(resource("old", {}, { delete: true }), resource("read", {}, { external: true }), resource("new", {}));
            assert.deepEqual(namesIn(text), ["new"]);
        });

        it("gives what is only read with its outputs, but for clients", () => {
            const type = "aws:cognito/userPool:UserPool";
            const pool = { type, external: true, id: "p", outputs: { userPoolTier: "LITE" } };
            const client = { external: true, outputs: { generateSecret: true } };
            assert.deepEqual(
                resourcesOf(
                    state(resource("users", {}, pool), resource("web", {}, client), resource("bare", {}, { type, external: true })),
                ),
                [{ name: "users", urn: urnOf("users", type), type, id: "p", props: { userPoolTier: "LITE" }, propertyDependencies: {} }],
            );
        });

        for (const version of [1, 2, 3, 4]) {
            it(`may be of version ${version}`, () => {
                assert.deepEqual(namesIn(JSON.stringify({ version, deployment: { resources: [resource("web")] } })), ["web"]);
            });
        }

        for (const deployment of [{}, null, { resources: null }, { resources: [] }]) {
            it(`has no resources where its deployment is ${JSON.stringify(deployment)}`, () => {
                assert.deepEqual(namesIn(JSON.stringify({ version: 3, deployment })), []);
            });
        }
    });

    describe("a preview", () => {
        for (const op of ["create", "update", "same", "replace", "create-replacement", "import", "import-replacement", "refresh"]) {
            it(`gives what a step "${op}" leaves`, () => assert.deepEqual(namesIn(preview(step(op, "web"))), ["web"]));
        }

        for (const op of [
            "delete",
            "delete-replaced",
            "read",
            "read-replacement",
            "discard",
            "discard-replaced",
            "remove-pending-replace",
        ]) {
            it(`gives nothing for a step "${op}"`, () => {
                assert.deepEqual(namesIn(preview(step(op, "web"))), []);
                assert.deepEqual(namesIn(preview({ op, urn: urnOf("web"), oldState: resource("web", {}) })), []);
            });
        }

        it("gives what is only read with its outputs, but for clients", () => {
            const pool = { type: "aws:cognito/userPool:UserPool", outputs: { userPoolTier: "LITE" } };
            for (const [op, external] of [
                ["read", false],
                ["read-replacement", false],
                ["refresh", true],
            ] as const) {
                const steps = [step(op, "users", {}, { ...pool, external }), step(op, "web", {}, { outputs: { name: "web" }, external })];
                assert.deepEqual(
                    resourcesOf(preview(...steps)).map(({ name, props }) => [name, props]),
                    [["users", { userPoolTier: "LITE" }]],
                );
            }
        });

        it("gives nothing for what is only read and has no outputs", () => {
            assert.deepEqual(namesIn(preview(step("refresh", "web", {}, { external: true }))), []);
        });

        it("gives nothing for a refresh that finds nothing", () => {
            assert.deepEqual(namesIn(preview({ op: "refresh", urn: urnOf("web"), oldState: resource("web", {}) })), []);
        });

        it("gives a resource once, as the last of its steps leaves it", () => {
            const steps = [
                step("create-replacement", "web", { generateSecret: false }),
                step("create", "worker"),
                step("replace", "web", { generateSecret: true }),
                { op: "delete-replaced", urn: urnOf("web"), oldState: resource("web", {}) },
            ];
            const resources = resourcesOf(preview(...steps));
            assert.deepEqual(
                resources.map(({ name, props }) => [name, props]),
                [
                    ["web", { generateSecret: true }],
                    ["worker", {}],
                ],
            );
        });

        it("forgets what is refreshed and then deleted", () => {
            assert.deepEqual(namesIn(preview(step("refresh", "web"), { op: "delete", urn: urnOf("web") })), []);
        });

        it("has no steps where nothing changes", () => {
            assert.deepEqual(namesIn(JSON.stringify({ config: {}, duration: 1, changeSummary: { same: 3 } })), []);
        });
    });

    describe("refuses", () => {
        const cases: [why: string, text: string, problem: string][] = [
            ["an empty file", "", `empty; ${EXPECTED}.`],
            ["a file of white space", " \n", `empty; ${EXPECTED}.`],
            ["YAML", "version: 3\ndeployment:\n  resources: []\n", `YAML; ${EXPECTED}, which is JSON.`],
            ["YAML behind blank lines", "\n \nversion: 3\n", `YAML; ${EXPECTED}, which is JSON.`],
            ["YAML of several documents", "---\nversion: 3\n", `YAML; ${EXPECTED}, which is JSON.`],
            ["text", "Please choose a stack", "not JSON at line 1, column 1: expected a value, not Please."],
            ["a list", "[]", `neither a state nor a preview; ${EXPECTED}.`],
            ["null", "null", `neither a state nor a preview; ${EXPECTED}.`],
            ["another JSON file", '{"name": "shop"}', `neither a state nor a preview; ${EXPECTED}.`],
            ["a deployment that is none", '{"deployment": []}', "deployment is not an object."],
            ["resources that are no list", '{"deployment": {"resources": {}}}', "deployment.resources is not a list."],
            ["a resource that is none", state(resource("web"), "web"), "deployment.resources[1] is not an object."],
            ["a resource without URN", state({ type: CLIENT }), "deployment.resources[0] has no urn."],
            ["a resource without type", state({ urn: urnOf("web") }), "deployment.resources[0] has no type."],
            ["inputs that are no object", state(resource("web", ["a"])), "deployment.resources[0].inputs is not an object."],
            [
                "outputs that are no object",
                state(resource("users", {}, { type: "aws:cognito/userPool:UserPool", external: true, outputs: "a" })),
                "deployment.resources[0].outputs is not an object.",
            ],
            [
                "a property dependency that is no list",
                state(resource("web", {}, { propertyDependencies: { userPoolId: 1 } })),
                "deployment.resources[0].propertyDependencies.userPoolId is not a list.",
            ],
            [
                "property dependencies that are no object",
                state(resource("web", {}, { propertyDependencies: "a" })),
                "deployment.resources[0].propertyDependencies is not an object.",
            ],
            ["steps that are no list", '{"steps": {}}', "steps is not a list."],
            ["a step that is none", preview(1), "steps[0] is not an object."],
            ["a new state that is none", preview({ op: "create", newState: 1 }), "steps[0].newState is not an object."],
            ["a new state without URN", preview({ op: "create", newState: {} }), "steps[0].newState has no urn."],
        ];
        for (const [why, text, problem] of cases) {
            it(why, () =>
                assert.deepEqual(
                    problemsOf(() => resourcesOf(text)),
                    [problem],
                ),
            );
        }
    });
});
