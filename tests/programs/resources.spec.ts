// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import assert from "node:assert/strict";
import { readProgramText } from "../../src/programs";
import { clientsOf, readable } from "./read";

const IMPORTS = 'import * as aws from "@pulumi/aws";\nimport * as pulumi from "@pulumi/pulumi";\n';
const POOL = 'const pool = new aws.cognito.UserPool("p");';
const GOOGLE = 'const google = new aws.cognito.IdentityProvider("g", { providerName: "Google" });';
const SERVER = 'const rs = new aws.cognito.ResourceServer("r");';

/** Reads the only client of a program: with the names of the resources that it depends on, for each property and in all. */
function read(code: string) {
    const program = readProgramText("index.ts", `${IMPORTS}${code}`);
    assert.deepEqual(program.errors, []);
    const names = new Map(program.resources.map(({ urn, name }) => [urn, name]));
    const [client] = clientsOf(program);
    assert.ok(client);
    return {
        client,
        byProperty: Object.fromEntries(
            Object.entries(client.propertyDependencies ?? {}).map(([property, urns]) => [property, urns.map(urn => names.get(urn))]),
        ),
        all: client.dependencies?.map(urn => names.get(urn)),
    };
}

/** A client behind a pool, an identity provider and a resource server. */
function client(args: string, options = "", name = '"web"'): string {
    return `${POOL}\n${GOOGLE}\n${SERVER}\nnew aws.cognito.UserPoolClient(${name}, ${args}${options && `, ${options}`});`;
}

describe("resources that a client uses", () => {
    for (const [title, code, byProperty, all] of [
        ["none", client("{}"), {}, []],
        ["an output", client("{ callbackUrls: [rs.identifier] }"), { callbackUrls: ["r"] }, ["r"]],
        ["an output twice", client("{ callbackUrls: [rs.id, rs.id] }"), { callbackUrls: ["r"] }, ["r"]],
        ["an output in a template", client("{ name: `a-${google.id}` }"), { name: ["g"] }, ["g"]],
        ["an output in a sum", client('{ name: "a" + google.id }'), { name: ["g"] }, ["g"]],
        ["an output in a call", client("{ name: f(google.id) }"), {}, ["g"]],
        ["outputs in a call", client("{ name: f(google.id, [rs.id]) }"), {}, ["g", "r"]],
        ["an output in a condition", client("{ name: x ? google.id : rs.id }"), {}, ["g", "r"]],
        ["an output in front of a call", `${client("{ name: f(1) }").replace("new aws.cognito.UserPoolClient", "g(pool.id); $&")}`, {}, []],
        ["an output behind a call", `${client("{ name: f(1) }")} g(pool.id);`, {}, []],
        ["an output directly behind a call", client("{ name: f(google.id) }, { protect: !pool.id }"), {}, ["g"]],
        ["an output in the name", client("{}", "", "`web-${google.id}`"), {}, ["g"]],
        ["an output in an overridden property", client('{ name: google.id, ...args, region: "a" }'), {}, ["g"]],
        ["an output in a spread", `const base = f(); ${client("{ ...(x ? { name: google.id } : {}) }")}`, {}, ["g"]],
        [
            "an output in the constant arguments",
            client("{ userPoolId: pool.id }")
                .replace("new aws.cognito.UserPoolClient", "const base = { name: google.id }; $&")
                .replace("{ user", "{ ...base, user"),
            { name: ["g"], userPoolId: ["p"] },
            ["g", "p"],
        ],
        ["the ID of a pool", client("{ userPoolId: pool.id }"), { userPoolId: ["p"] }, ["p"]],
        ["the ID of a pool in a wrapper", client("{ userPoolId: pool.id! }"), { userPoolId: ["p"] }, ["p"]],
        ["the ID of a pool in an output", client("{ userPoolId: pulumi.output(pool.id) }"), { userPoolId: ["p"] }, ["p"]],
        ["the ID of another resource as that of the pool", client("{ userPoolId: google.id }"), {}, ["g"]],
        ["a member of the ID of a pool", client("{ userPoolId: pool.id.length }"), {}, ["p"]],
        ["a pool whose member is changed", `${client("{ userPoolId: pool.id }")} pool.tags = {};`, { userPoolId: ["p"] }, ["p"]],
        [
            "an output in a resource in the arguments",
            client('{ userPoolId: new aws.cognito.UserPool("q", { name: google.id }).id }'),
            {},
            ["g"],
        ],
        [
            "the pool of a field of the class",
            'class A { p = new aws.cognito.UserPool("p"); m() { new aws.cognito.UserPoolClient("w", { userPoolId: this.p.id }); this.p.x = 1; } }',
            { userPoolId: ["p"] },
            ["p"],
        ],
        [
            "the pool of a field that another object sets",
            'class A { p = new aws.cognito.UserPool("p"); m() { new aws.cognito.UserPoolClient("w", { userPoolId: this.p.id }); } } a.p = x;',
            {},
            [],
        ],
        [
            "the pool of a field that a computed name can set",
            'class A { p = new aws.cognito.UserPool("p"); m(k) { new aws.cognito.UserPoolClient("w", { userPoolId: this.p.id }); this[k] = 1; } }',
            {},
            [],
        ],
        [
            "the pool of a field that is assigned in the constructor",
            'class A { constructor() { this.p = new aws.cognito.UserPool("p"); } m() { new aws.cognito.UserPoolClient("w", { userPoolId: this.p.id }); } }',
            { userPoolId: ["p"] },
            ["p"],
        ],
        [
            "the pool of a field that may not be assigned yet",
            'class A { constructor() { this.p = new aws.cognito.UserPool("p"); } m() { new aws.cognito.UserPoolClient("w", { userPoolId: this.p?.id }); } }',
            {},
            [],
        ],
        ["the pool of a constant that is not unset", client("{ userPoolId: pool?.id }"), { userPoolId: ["p"] }, ["p"]],

        ["dependsOn", client("{}", "{ dependsOn: [google, rs] }"), {}, ["g", "r"]],
        ["dependsOn of one resource", client("{}", "{ dependsOn: google }"), {}, ["g"]],
        ["dependsOn of one resource in a wrapper", client("{}", "{ dependsOn: google! }"), {}, ["g"]],
        ["dependsOn of resources in an output", client("{}", "{ dependsOn: pulumi.output([google]) }"), {}, ["g"]],
        ["dependsOn of nothing", client("{}", "{ dependsOn: [] }"), {}, []],
        ["dependsOn and the same resource in a property", client("{ name: google.id }", "{ dependsOn: [google] }"), { name: ["g"] }, ["g"]],
        ["dependsOn of an output", client("{}", "{ dependsOn: [google.id] }"), {}, ["g"]],
        ["dependsOn of a text", client("{}", '{ dependsOn: ["a"] }'), {}, undefined],
        ["dependsOn of a call", client("{}", "{ dependsOn: f(google) }"), {}, undefined],
        ["dependsOn of a list with a spread", client("{}", "{ dependsOn: [google, ...[rs]] }"), {}, undefined],
        ["dependsOn of an unknown resource", client("{}", "{ dependsOn: [google, other] }"), {}, undefined],
        ["dependsOn that can be overridden", client("{}", "{ dependsOn: [google], ...options }"), {}, undefined],
        ["no dependsOn", client("{}", "{ protect: true }"), {}, []],
        ["constant options", `const options = { protect: true }; ${client("{}", "options")}`, {}, []],
        ["computed options", client("{}", "f()"), {}, undefined],
        ["a transformation", client("{}", "{ transforms: [t], dependsOn: google }"), {}, ["g"]],
    ] as const) {
        it(`are found for ${title}`, () => {
            const found = read(code);
            assert.deepEqual([found.byProperty, found.all], [byProperty, all]);
        });
    }

    it("are found through five names", () => {
        const names = (count: number) => Array.from({ length: count }, (_, index) => `const n${index + 1} = [n${index}];`).join("\n");
        const code = (count: number) =>
            `${GOOGLE} const n0 = [google.id];\n${names(count)}\nnew aws.cognito.UserPoolClient("w", { callbackUrls: n${count} });`;
        assert.deepEqual(read(code(4)).byProperty, { callbackUrls: ["g"] });
        assert.deepEqual(read(code(5)).byProperty, {});
    });
});

describe("arguments that are known in part", () => {
    for (const [title, code, isOpen, name, region] of [
        ["none", client('{ name: "a" }'), false, "a", undefined],
        ["no arguments", 'new aws.cognito.UserPoolClient("w");', false, undefined, undefined],
        ["a spread in front", client('{ ...args, name: "a" }'), true, "a", "?"],
        ["a spread behind", client('{ name: "a", ...args }'), true, "?", "?"],
        ["a spread, and an unset property", client("{ ...args, name: undefined }"), true, undefined, "?"],
        ["transforms", client('{ name: "a" }', "{ transforms: [t] }"), true, "?", "?"],
        ["transformations", client('{ name: "a" }', "{ transformations: [t] }"), true, "?", "?"],
    ] as const) {
        it(`are unknown with ${title}`, () => {
            const { client } = read(code);
            const props = readable(client.props) as Record<string, unknown>;
            assert.deepEqual([client.isOpen, props.name, props.region], [isOpen, name, region]);
        });
    }
});

describe("secrets", () => {
    for (const [title, args, expected] of [
        ["a secret", '{ name: pulumi.secret("a") }', ["name"]],
        ["a list with a secret", '{ name: "a", callbackUrls: ["b", pulumi.secret("c")] }', ["callbackUrls"]],
        ["a block with a secret", '{ tokenValidityUnits: { idToken: pulumi.secret("days") } }', ["tokenValidityUnits"]],
        ["a secret in an output", '{ name: pulumi.output(pulumi.secret("a")) }', ["name"]],
        ["an output", '{ name: pulumi.output("a") }', []],
        ["a text", '{ name: "a" }', []],
    ] as const) {
        it(`are found in ${title}`, () => assert.deepEqual([...read(client(args)).client.secrets], expected));
    }
});

describe("places", () => {
    for (const [title, code, expected] of [
        ["a block", client('{ tokenValidityUnits: { idToken: "days" } }'), ["tokenValidityUnits", "tokenValidityUnits.idToken"]],
        [
            "a block in a wrapper",
            client('{ tokenValidityUnits: pulumi.output({ idToken: "days" }) }'),
            ["tokenValidityUnits", "tokenValidityUnits.idToken"],
        ],
        [
            "a constant block",
            `const o = { idToken: "days" }; ${client("{ tokenValidityUnits: o }")}`,
            ["tokenValidityUnits", "tokenValidityUnits.idToken"],
        ],
        ["a list", client('{ callbackUrls: ["a"] }'), ["callbackUrls"]],
        ["two properties of one name", client('{ name: "a", region: "b", name: "c" }'), ["region", "name"]],
    ] as const) {
        it(`are those of ${title}`, () => assert.deepEqual([...read(code).client.places.keys()], expected));
    }
});

describe("names", () => {
    for (const [title, code, expected] of [
        ["an argument", client("{}"), "web"],
        ["a variable", "const site = new aws.cognito.UserPoolClient(x);", "site"],
        ["a variable in a wrapper", "const site = new aws.cognito.UserPoolClient(x)!;", "site"],
        ["a field", "class A { site = new aws.cognito.UserPoolClient(x)!; }", "site"],
        ["the class", "f(new aws.cognito.UserPoolClient(x));", "UserPoolClient"],
    ] as const) {
        it(`are those of ${title}`, () => assert.equal(read(code).client.name, expected));
    }

    for (const [code, expected] of [
        ["site = aws.cognito.UserPoolClient(x)", "site"],
        ["class A:\n    def __init__(self):\n        self.site = aws.cognito.UserPoolClient(x)", "site"],
        ["f(aws.cognito.UserPoolClient(x))", "UserPoolClient"],
    ] as const) {
        it(`are ${expected} in Python for ${JSON.stringify(code)}`, () => {
            const [client] = clientsOf(readProgramText("__main__.py", `import pulumi_aws as aws\n${code}\n`));
            assert.equal(client?.name, expected);
        });
    }
});
