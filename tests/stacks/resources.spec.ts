import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { type ParsedStack, parseStack, stackPrefixOf } from "../../src/stacks/resources";
import { checkpoint, preview, resource, SECRET, state, urnOf, userErrors } from "../support/check";

const INPUT = "the output of `pulumi stack export` or `pulumi preview --json`";

function parseResources(text: string): ParsedStack["resources"] {
    return parseStack(text).resources;
}

describe("parseStack", () => {
    const namesIn = (text: string) => parseResources(text).map(({ name }) => name);
    const step = (op: string, name: string, inputs: object = {}, more: object = {}) => ({
        op,
        urn: urnOf(name),
        newState: resource(name, inputs, { ...more }),
    });

    describe("a state", () => {
        /** What each resource in a state has. */
        const DEPLOYED = { exists: true, dependencies: [], propertyDependencies: {} };

        it("returns the resources with their inputs, IDs and dependencies", () => {
            const pool = urnOf("pool", "pool");
            const more = { id: "1", dependencies: [pool], propertyDependencies: { userPoolId: [pool], name: null } };
            assert.deepEqual(parseResources(state(resource("web", { generateSecret: true }, more))), [
                { ...DEPLOYED, name: "web", urn: urnOf("web"), type: CLIENT_TYPE, props: { generateSecret: true }, ...more },
            ]);
        });

        it("returns empty inputs and dependencies if they are missing or null", () => {
            const bare = { ...DEPLOYED, name: "web", urn: urnOf("web"), type: CLIENT_TYPE, props: {} };
            assert.deepEqual(parseResources(state(resource("web"))), [bare]);
            const nothing = { outputs: null, dependencies: null, propertyDependencies: null };
            assert.deepEqual(parseResources(state(resource("web", null, nothing))), [bare]);
        });

        it("returns the outputs of a client for properties that its inputs lack", () => {
            const outputs = {
                id: "1",
                name: "web-1234567",
                preventUserExistenceErrors: "ENABLED",
                accessTokenValidity: 0,
                refreshTokenValidity: 30,
                callbackUrls: [],
                writeAttributes: ["email"],
                defaultRedirectUri: "",
                analyticsConfiguration: null,
                enableTokenRevocation: false,
                clientSecret: SECRET,
            };
            const inputs = { name: "web", refreshTokenValidity: 60, writeAttributes: [], __defaults: [] };
            const [web] = parseResources(state(resource("web", inputs, { outputs })));
            assert.deepEqual(web?.props, inputs);
            assert.deepEqual(web?.deployed, {
                preventUserExistenceErrors: "ENABLED",
                enableTokenRevocation: false,
                generateSecret: SECRET,
            });
        });

        it("returns whether a client that its inputs say nothing about has a secret", () => {
            const generateSecret = (inputs: object, outputs: object) =>
                parseResources(state(resource("web", inputs, { outputs })))[0]?.deployed;
            assert.deepEqual(generateSecret({}, { clientSecret: "1example" }), { generateSecret: true });
            assert.deepEqual(generateSecret({}, { clientSecret: "" }), { generateSecret: false });
            assert.deepEqual(generateSecret({}, { clientSecret: null }), { generateSecret: false });
            assert.deepEqual(generateSecret({}, { clientSecret: "[secret]" }), { generateSecret: "[secret]" });
            assert.equal(generateSecret({}, {}), undefined);
            assert.equal(generateSecret({ generateSecret: true }, { clientSecret: SECRET }), undefined);
            assert.deepEqual(generateSecret({ generateSecret: null }, { clientSecret: SECRET }), { generateSecret: SECRET });
        });

        it("returns the outputs of no other resource", () => {
            const pool = resource("users", {}, { type: "aws:cognito/userPool:UserPool", outputs: { userPoolTier: "LITE" } });
            assert.deepEqual(parseResources(state(pool))[0]?.props, {});
            assert.ok(!("deployed" in (parseResources(state(pool))[0] ?? {})));
        });

        it("returns the name from the URN, including colons", () => assert.deepEqual(namesIn(state(resource("a::b"))), ["a::b"]));

        it("does not take a value that looks like YAML for YAML", () => {
            const name = "note: x --- y";
            assert.deepEqual(parseResources(state(resource("web", { name })))[0]?.props, { name });
        });

        it("skips resources that are pending deletion or external", () => {
            const text = state(resource("old", {}, { delete: true }), resource("read", {}, { external: true }), resource("new", {}));
            assert.deepEqual(namesIn(text), ["new"]);
        });

        it("returns external resources with their outputs, except clients", () => {
            const type = "aws:cognito/userPool:UserPool";
            const pool = { type, external: true, id: "p", outputs: { userPoolTier: "LITE" } };
            const client = { external: true, outputs: { generateSecret: true } };
            assert.deepEqual(
                parseResources(
                    state(
                        resource("users", {}, pool),
                        resource("web", {}, client),
                        resource("native", {}, { ...client, type: "aws-native:cognito:UserPoolClient" }),
                        resource("bare", {}, { type, external: true }),
                    ),
                ),
                [
                    {
                        name: "users",
                        urn: urnOf("users", type),
                        type,
                        id: "p",
                        external: true,
                        exists: true,
                        props: { userPoolTier: "LITE" },
                        dependencies: [],
                        propertyDependencies: {},
                    },
                ],
            );
        });

        it("returns nothing that rules do not read", () => {
            const types = ["aws:s3/bucket:Bucket", "pulumi:pulumi:Stack", "aws:cognito/userGroup:UserGroup"];
            assert.deepEqual(namesIn(state(...types.map(type => resource("other", {}, { type })))), []);
            const inputs = { userPoolId: "p", providerName: "Okta", providerDetails: { client_secret: "s" } };
            const propsOf = (type: string, inputs: object) => parseResources(state(resource("x", inputs, { type })))[0]?.props;
            assert.deepEqual(propsOf("aws:cognito/identityProvider:IdentityProvider", inputs), { userPoolId: "p", providerName: "Okta" });
            const pool = { id: "p", userPoolTier: "LITE", schemas: [{ name: "role", unused: 1 }], emailVerificationMessage: "m" };
            const { emailVerificationMessage, ...read } = pool;
            assert.deepEqual(propsOf("aws:cognito/userPool:UserPool", pool), read);
            const server = { userPoolId: "p", identifier: "api", scopes: [], name: "API" };
            const { name, ...serverRead } = server;
            assert.deepEqual(propsOf("aws:cognito/resourceServer:ResourceServer", server), serverRead);
            const domain = { userPoolId: "p", managedLoginVersion: 2, domain: "shop" };
            assert.deepEqual(propsOf("aws:cognito/userPoolDomain:UserPoolDomain", domain), { userPoolId: "p", managedLoginVersion: 2 });
            const branding = { userPoolId: "p", clientId: "c", settings: "{}" };
            assert.deepEqual(propsOf("aws:cognito/managedLoginBranding:ManagedLoginBranding", branding), { clientId: "c" });
            for (const module of ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"]) {
                assert.deepEqual(propsOf(`aws:${module}/listener:Listener`, { port: 443, defaultActions: [] }), { defaultActions: [] });
                assert.deepEqual(propsOf(`aws:${module}/listenerRule:ListenerRule`, { priority: 1, actions: [] }), { actions: [] });
            }
        });

        it("returns the components that contain a resource", () => {
            const component = (name: string, parent?: string) =>
                resource(name, { unused: 1 }, { type: "acme:auth:SignIn", parent: parent && urnOf(parent, "acme:auth:SignIn"), id: "1" });
            const web = resource("web", {}, { parent: urnOf("inner", "acme:auth:SignIn") });
            const text = state(component("outer"), component("other"), web, component("inner", "outer"));
            assert.deepEqual(namesIn(text), ["web", "inner", "outer"]);
            assert.deepEqual(parseResources(text)[2], {
                name: "outer",
                urn: urnOf("outer", "acme:auth:SignIn"),
                type: "acme:auth:SignIn",
                props: {},
                dependencies: [],
                propertyDependencies: {},
            });
            assert.deepEqual(parseResources(text)[0]?.dependencies, [urnOf("inner", "acme:auth:SignIn")]);
            const step = (newState: object) => ({ op: "create", newState });
            assert.deepEqual(namesIn(preview(step(component("inner", "outer")), step(component("outer")), step(web))), [
                "web",
                "inner",
                "outer",
            ]);
            assert.deepEqual(namesIn(state(web)), ["web"]);
        });

        it("ignores a parent that is no text", () => {
            const [web] = parseResources(state(resource("web", {}, { parent: 5 })));
            assert.deepEqual([web?.parent, web?.dependencies], [undefined, []]);
        });

        it("returns no outputs of clients of the types that are not checked", () => {
            const outputs = { preventUserExistenceErrors: "ENABLED" };
            const [web] = parseResources(state(resource("web", {}, { type: "aws-native:cognito:UserPoolClient", outputs })));
            assert.ok(web && !("deployed" in web));
        });

        it("ends if components contain each other", () => {
            const parent = urnOf("web");
            assert.deepEqual(namesIn(state(resource("web", {}, { parent }))), ["web"]);
        });

        it("returns clients of the types that are not checked", () => {
            for (const type of ["aws-native:cognito:UserPoolClient", "aws:cognito/managedUserPoolClient:ManagedUserPoolClient"])
                assert.deepEqual(
                    parseResources(state(resource("web", { name: "web" }, { type }))).map(({ type, props }) => [type, props]),
                    [[type, { name: "web" }]],
                );
        });

        it("is accepted as a checkpoint", () => {
            assert.deepEqual(namesIn(checkpoint(resource("logs", {}, { type: "aws:s3/bucket:Bucket" }), resource("web"))), ["web"]);
            for (const latest of [undefined, null, {}, { resources: null }])
                assert.deepEqual(namesIn(JSON.stringify({ version: 3, checkpoint: { stack: "organization/shop/dev", latest } })), []);
            assert.deepEqual(namesIn('{"version": 3, "checkpoint": null}'), []);
        });

        for (const version of [1, 2, 3, 4]) {
            it(`is accepted in version ${version}`, () => {
                assert.deepEqual(namesIn(JSON.stringify({ version, deployment: { resources: [resource("web")] } })), ["web"]);
            });
        }

        for (const deployment of [{}, null, { resources: null }, { resources: [] }]) {
            it(`has no resources if its deployment is ${JSON.stringify(deployment)}`, () => {
                assert.deepEqual(namesIn(JSON.stringify({ version: 3, deployment })), []);
            });
        }
    });

    describe("a preview", () => {
        for (const op of ["create", "update", "same", "replace", "create-replacement", "import", "import-replacement", "refresh"]) {
            it(`returns the resource of a step "${op}"`, () => assert.deepEqual(namesIn(preview(step(op, "web"))), ["web"]));
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
            it(`skips a client in a step "${op}"`, () => {
                assert.deepEqual(namesIn(preview(step(op, "web"))), []);
                assert.deepEqual(namesIn(preview({ op, urn: urnOf("web"), oldState: resource("web", {}) })), []);
            });
        }

        it("returns external resources with their outputs, except clients", () => {
            const pool = { type: "aws:cognito/userPool:UserPool", outputs: { userPoolTier: "LITE" } };
            for (const [op, external] of [
                ["read", false],
                ["read-replacement", false],
                ["refresh", true],
            ] as const) {
                const steps = [step(op, "users", {}, { ...pool, external }), step(op, "web", {}, { outputs: { name: "web" }, external })];
                assert.deepEqual(
                    parseResources(preview(...steps)).map(({ name, props }) => [name, props]),
                    [["users", { userPoolTier: "LITE" }]],
                );
            }
        });

        it("skips external resources without outputs", () => {
            assert.deepEqual(namesIn(preview(step("refresh", "web", {}, { external: true }))), []);
        });

        it("skips a refresh that does not find the resource", () => {
            assert.deepEqual(namesIn(preview({ op: "refresh", urn: urnOf("web"), oldState: resource("web", {}) })), []);
        });

        it("returns a resource with several steps once, in its final state", () => {
            const steps = [
                step("create-replacement", "web", { generateSecret: false }),
                step("create", "worker"),
                step("replace", "web", { generateSecret: true }),
                { op: "delete-replaced", urn: urnOf("web"), oldState: resource("web", {}) },
            ];
            const resources = parseResources(preview(...steps));
            assert.deepEqual(
                resources.map(({ name, props }) => [name, props]),
                [
                    ["web", { generateSecret: true }],
                    ["worker", {}],
                ],
            );
        });

        it("says which resources exist already", () => {
            const exists = (op: string, more: object = {}) => parseResources(preview(step(op, "web", {}, more)))[0]?.exists;
            for (const op of ["create", "create-replacement", "replace"]) assert.equal(exists(op), undefined, op);
            for (const op of ["update", "same", "import", "import-replacement", "refresh"]) assert.equal(exists(op), true, op);
        });

        it("returns no outputs of clients", () => {
            const [web] = parseResources(preview(step("update", "web", {}, { outputs: { preventUserExistenceErrors: "ENABLED" } })));
            assert.ok(web && !("deployed" in web));
        });

        it("returns what a resource depends on, directly and over others", () => {
            const [wait, lambda, other] = ["wait", "lambda", "other"].map(name => urnOf(name, "acme:index:Other"));
            const create = (name: string, dependencies: readonly unknown[], type = "acme:index:Other") =>
                step("create", name, {}, { type, urn: urnOf(name, type), dependencies });
            const steps = [create("other", []), create("lambda", []), create("wait", [lambda]), create("web", [wait], CLIENT_TYPE)];
            const resources = parseResources(preview(...steps));
            assert.deepEqual(
                resources.map(({ urn, dependencies }) => [urn, dependencies]),
                [
                    [urnOf("web"), [wait]],
                    [wait, [lambda]],
                    [lambda, []],
                ],
            );
            assert.ok(!resources.some(({ urn }) => urn === other));
        });

        it("skips a resource that is refreshed and then deleted", () => {
            assert.deepEqual(namesIn(preview(step("refresh", "web"), { op: "delete", urn: urnOf("web") })), []);
        });

        it("has no resources if it has no steps", () => {
            assert.deepEqual(namesIn(JSON.stringify({ config: {}, duration: 1, changeSummary: { same: 3 } })), []);
        });
    });

    describe("skips, and reads the others", () => {
        const good = resource("good");
        const skipped = (error: string, advice: string) => `${error}, so the resource is not checked; ${advice}.`;
        const wrong: [name: string, damaged: unknown, error: string][] = [
            ["a resource that is a string", "web", " must be an object"],
            ...["*", "urn:*", "urn:pulumi:*::shop::a:b:C::web", "urn:pulumi:dev::shop::*::web", urnOf("")].map(
                (urn): [string, unknown, string] => [`the URN ${urn}`, resource("web", {}, { urn }), ".urn must be a URN"],
            ),
            ["a resource without a URN", { type: CLIENT_TYPE }, ".urn must be a URN"],
            ["a list with a URN", resource("web", {}, { urn: [urnOf("web")] }), ".urn must be a URN"],
            ["a resource without a type", { urn: urnOf("web") }, ".type must be a string"],
            ["inputs that are a list", resource("web", ["a"]), ".inputs must be an object"],
            [
                "outputs that are a string",
                resource("users", {}, { type: "aws:cognito/userPool:UserPool", external: true, outputs: "a" }),
                ".outputs must be an object",
            ],
            [
                "a property dependency that is a number",
                resource("web", {}, { propertyDependencies: { userPoolId: 1 } }),
                ".propertyDependencies.userPoolId must be a list",
            ],
            [
                "property dependencies that are a string",
                resource("web", {}, { propertyDependencies: "a" }),
                ".propertyDependencies must be an object",
            ],
        ];
        for (const [name, damaged, error] of wrong) {
            it(`${name}, in a state`, () => {
                const { resources, errors, isOpen, urnPrefix } = parseStack(state(damaged, good));
                assert.deepEqual(errors, [skipped(`deployment.resources[0]${error}`, "export the stack again")]);
                assert.deepEqual(
                    resources.map(({ name }) => name),
                    ["good"],
                );
                assert.deepEqual([isOpen, urnPrefix], [true, undefined]);
            });
            it(`${name}, in a preview`, () => {
                const { resources, errors, isOpen, urnPrefix } = parseStack(
                    preview({ op: "create", newState: damaged }, { op: "create", newState: good }),
                );
                assert.deepEqual(errors, [skipped(`steps[0].newState${error}`, "run the preview again")]);
                assert.deepEqual(
                    resources.map(({ name }) => name),
                    ["good"],
                );
                assert.deepEqual([isOpen, urnPrefix], [true, undefined]);
            });
        }
        it("a resource that is null, in a state", () =>
            assert.deepEqual(parseStack(state(null, good)).errors, [
                skipped("deployment.resources[0].urn must be a URN", "export the stack again"),
            ]));
        it("outputs of a client that are a list, in a state", () =>
            assert.deepEqual(parseStack(state(resource("web", {}, { outputs: [] }), good)).errors, [
                skipped("deployment.resources[0].outputs must be an object", "export the stack again"),
            ]));
        it("any number of resources, with a line for each of ten", () => {
            const errorsOf = (count: number) => parseStack(state(...Array(count).fill("web"), good)).errors ?? [];
            assert.equal(errorsOf(0).length, 0);
            assert.equal(errorsOf(10).length, 10);
            assert.deepEqual(
                [errorsOf(11).length, errorsOf(11).at(-1)],
                [11, "1 more resource could not be read; export the stack again."],
            );
        });
        it("nothing in a stack without errors", () => assert.ok(!("errors" in parseStack(state(good)))));
    });

    describe("rejects", () => {
        const cases: [name: string, text: string, error: string][] = [
            ["an empty file", "", `empty; expected ${INPUT}.`],
            ["white space", " \n", `empty; expected ${INPUT}.`],
            ["YAML", "version: 3\ndeployment:\n  resources: []\n", `YAML; expected JSON, ${INPUT}.`],
            ["YAML after blank lines", "\n \nversion: 3\n", `YAML; expected JSON, ${INPUT}.`],
            ["YAML with several documents", "---\nversion: 3\n", `YAML; expected JSON, ${INPUT}.`],
            ["text", "Please choose a stack", "not JSON at line 1, column 1: unexpected text without double quotes."],
            ["a list", "[]", `neither a state nor a preview; expected ${INPUT}.`],
            ["null", "null", `neither a state nor a preview; expected ${INPUT}.`],
            ["another JSON file", '{"name": "shop"}', `neither a state nor a preview; expected ${INPUT}.`],
            ["a deployment that is a list", '{"deployment": []}', "deployment must be an object."],
            ["resources that are an object", '{"deployment": {"resources": {}}}', "deployment.resources must be a list."],
            ["a checkpoint that is a list", '{"checkpoint": []}', "checkpoint must be an object."],
            ["a checkpoint with a list", '{"checkpoint": {"latest": []}}', "checkpoint.latest must be an object."],
            [
                "a checkpoint with nothing but a text",
                '{"checkpoint": {"latest": {"resources": ["web"]}}}',
                "checkpoint.latest.resources[0] must be an object, so the resource is not checked; export the stack again.",
            ],
            ["nothing but a number", preview(1), "steps[0] must be an object, so the resource is not checked; run the preview again."],
            ["steps that are an object", '{"steps": {}}', "steps must be a list."],
        ];
        for (const [name, text, error] of cases) {
            it(name, () =>
                assert.deepEqual(
                    userErrors(() => parseStack(text)),
                    [error],
                ),
            );
        }
    });
});

describe("parseStack returns what the URNs start with", () => {
    const prefixIn = (text: string) => parseStack(text).urnPrefix;
    const bucket = resource("bucket", {}, { type: "aws:s3/bucket:Bucket" });
    const PREFIX = "urn:pulumi:dev::shop::";

    it("in a state, also without clients", () => {
        assert.equal(prefixIn(state(resource("web"))), PREFIX);
        assert.equal(prefixIn(state(bucket)), PREFIX);
        assert.equal(prefixIn(checkpoint(bucket)), PREFIX);
        assert.ok(!("urnPrefix" in parseStack(state())));
    });

    describe("in a preview", () => {
        const step = (op: string, name: string) => ({ op, urn: urnOf(name), newState: resource(name) });
        const previewWith = (changeSummary: unknown, ...steps: unknown[]) => JSON.stringify({ steps, changeSummary });

        for (const [name, changeSummary, steps, expected] of [
            ["that changes every resource", { create: 1, delete: 1 }, [step("create", "a"), step("delete", "b")], PREFIX],
            ["that lists unchanged resources", { create: 1, same: 2 }, [step("same", "a"), step("create", "b"), step("same", "c")], PREFIX],
            ["unless it leaves out unchanged resources", { create: 1, same: 2 }, [step("same", "a"), step("create", "b")], undefined],
            ["unless it lists nothing", { same: 2 }, [], undefined],
            ["unless it has no summary", undefined, [step("create", "a")], undefined],
        ] as const) {
            it(name, () => {
                const stack = parseStack(previewWith(changeSummary, ...steps));
                assert.equal(stack.urnPrefix, expected);
                assert.equal(stack.isOpen, expected === undefined ? true : undefined); // other resources may be missing
            });
        }

        it("unless it has failed", () => {
            const text = (severity: string) =>
                JSON.stringify({ ...JSON.parse(preview(step("create", "a"))), diagnostics: [{ severity: "info" }, { severity }] });
            assert.equal(prefixIn(text("warning")), PREFIX);
            assert.equal(prefixIn(text("error")), undefined);
        });
    });
});

describe("stackPrefixOf", () => {
    for (const [urn, expected] of [
        ["urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::web", "urn:pulumi:dev::shop::"],
        ["urn:pulumi:*::shop::**", "urn:pulumi:*::shop::"],
        ["urn:pulumi:dev::shop", undefined],
        ["web-urn:pulumi:dev::shop::", undefined],
    ] as const) {
        it(`returns ${expected} for ${urn}`, () => assert.equal(stackPrefixOf(urn), expected));
    }
});
