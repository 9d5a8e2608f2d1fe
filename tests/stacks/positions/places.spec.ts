import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Place } from "../../../src/stacks/positions/location";
import { createPlaceFinder } from "../../../src/stacks/positions/places";
import { openProject, type Project } from "../../../src/stacks/positions/project";
import { folder, parseResources, preview, resource, state, urnOf } from "../../support/check";

const PROJECT: Project = { cwd: "/repo", project: "/repo" };
const COMPONENT = "acme:index:SignIn";

/** The parts of a resource that say where it was created. */
function createdAt(...frames: readonly string[]): Record<string, unknown> {
    const positions = frames.map(frame => `project:///${frame}`);
    return { sourcePosition: positions[0], stackTrace: positions.map(sourcePosition => ({ sourcePosition })) };
}

function placeOf(name: string, text: string, project = PROJECT): Place {
    return createPlaceFinder(project)(parseResources(text))(urnOf(name));
}

const at = (file: string, line: number) => ({ file, line });

describe("createPlaceFinder", () => {
    const client = createdAt("src/sign-in.ts#7", "src/index.ts#6");
    const place = { location: at("src/sign-in.ts", 7), callers: [at("src/index.ts", 6)] };

    it("finds a client in a state and in a preview", () => {
        const web = resource("web", {}, client);
        assert.deepEqual(placeOf("web", state(web)), place);
        assert.deepEqual(placeOf("web", preview({ op: "create", urn: urnOf("web"), newState: web })), place);
    });

    it("finds a client of an old state, which has one position", () => {
        assert.deepEqual(placeOf("web", state(resource("web", {}, { sourcePosition: "project:///index.ts#6" }))), {
            location: at("index.ts", 6),
        });
    });

    for (const [name, more] of [
        ["no position", {}],
        ["frames without a position", { stackTrace: [{}, {}] }],
        ["positions of the wrong type", { sourcePosition: 1, stackTrace: [null, "a", { sourcePosition: {} }] }],
        ["a stack trace of the wrong type", { stackTrace: {} }],
    ] as const) {
        it(`finds nothing for a client with ${name}`, () => assert.deepEqual(placeOf("web", state(resource("web", {}, more))), {}));
    }

    it("finds nothing for a client that is not in the stack", () => assert.deepEqual(placeOf("web", state()), {}));

    describe("without a position in the user's own code, finds the component", () => {
        const parentUrn = urnOf("login", COMPONENT);
        const component = (...frames: string[]) => resource("login", undefined, { type: COMPONENT, ...createdAt(...frames) });
        const inPackage = (parent: string) => resource("web", {}, { parent, ...createdAt("node_modules/acme/index.js#6") });

        it("that contains the client", () => {
            const text = state(component("src/index.ts#6", "src/main.ts#2"), inPackage(parentUrn));
            assert.deepEqual(placeOf("web", text), { location: at("src/index.ts", 6), callers: [at("src/main.ts", 2)] });
        });

        it("that contains the component", () => {
            const outer = resource("outer", undefined, { type: COMPONENT, ...createdAt("src/index.ts#6") });
            const inner = resource("login", undefined, { type: COMPONENT, parent: urnOf("outer", COMPONENT) });
            assert.deepEqual(placeOf("web", state(outer, inner, inPackage(parentUrn))), { location: at("src/index.ts", 6) });
        });

        it("that contains it over 100 others, and no more", () => {
            const chain = (count: number) => {
                const urn = (index: number) => urnOf(`c${index}`, COMPONENT);
                const components = Array.from({ length: count }, (_, index) =>
                    resource(`c${index}`, undefined, { type: COMPONENT, parent: urn(index + 1) }),
                );
                const last = resource(`c${count}`, undefined, { type: COMPONENT, ...createdAt("src/index.ts#6") });
                return state(inPackage(urn(0)), ...components, last);
            };
            assert.deepEqual(placeOf("web", chain(99)), { location: at("src/index.ts", 6) });
            assert.deepEqual(placeOf("web", chain(100)), {});
        });

        it("and ends at a parent that is missing or its own parent", () => {
            assert.deepEqual(placeOf("web", state(inPackage(parentUrn))), {});
            assert.deepEqual(placeOf("web", state(inPackage(urnOf("web")))), {});
            const loop = resource("login", undefined, { type: COMPONENT, parent: parentUrn });
            assert.deepEqual(placeOf("web", state(loop, inPackage(parentUrn))), {});
        });

        it("but does not report it as a caller of a client in the user's own code", () => {
            const web = resource("web", {}, { parent: parentUrn, ...createdAt("src/sign-in.ts#7") });
            assert.deepEqual(placeOf("web", state(component("src/index.ts#6"), web)), { location: at("src/sign-in.ts", 7) });
        });
    });

    it("finds nothing for a stack of another project", () => {
        const text = state(resource("web", {}, client));
        const settings = { file: "/repo/Pulumi.yaml", text: "" };
        assert.deepEqual(placeOf("web", text, { ...PROJECT, settings: { ...settings, name: "other" } }), {});
        assert.deepEqual(placeOf("web", text, { ...PROJECT, settings: { ...settings, name: "shop" } }), place);
        assert.deepEqual(placeOf("web", text, { ...PROJECT, settings }), place);
    });

    describe("in a YAML program", () => {
        const { path, write } = folder();
        const HOST = createdAt("../../home/ci/pulumi-yaml/pkg/pulumiyaml/run.go#1026");
        const PROGRAM = `name: shop
runtime: yaml
packages: {acme: ./auth}
resources:
  web:
    type: aws:cognito:UserPoolClient
  login:
    type: acme:SignIn
`;
        const login = resource("login", undefined, { type: COMPONENT, ...HOST });

        function placeInYaml(name: string, ...resources: object[]): Place {
            write("Pulumi.yaml", PROGRAM);
            return placeOf(name, state(...resources), { ...openProject(path(".")), cwd: path(".") });
        }

        const declared = (file: string, line: number, column: number) => ({ file, line, column });
        const LOGIN = declared("Pulumi.yaml", 7, 3);

        it("finds the declaration, with or without positions", () => {
            for (const more of [{}, HOST, createdAt("src/index.ts#6")]) {
                assert.deepEqual(placeInYaml("web", resource("web", {}, more)), { location: declared("Pulumi.yaml", 5, 3) });
            }
        });

        it("finds nothing for a client that is not declared", () => {
            assert.deepEqual(placeInYaml("worker", resource("worker", {}, HOST)), {});
        });

        it("finds the declaration of a component, and its code if it is the user's own and not in YAML", () => {
            const parent = urnOf("login", COMPONENT);
            const packaged = resource("x", {}, { parent, ...createdAt("node_modules/acme/index.js#6") });
            assert.deepEqual(placeInYaml("x", login, packaged), { location: LOGIN });
            const own = resource("x", {}, { parent, ...createdAt("auth/index.ts#6", "auth/provider.ts#2") });
            assert.deepEqual(placeInYaml("x", login, own), {
                location: at("auth/index.ts", 6),
                callers: [at("auth/provider.ts", 2), LOGIN],
            });
        });

        it("reads the program once, when it is needed", () => {
            write("Pulumi.yaml", PROGRAM);
            const find = createPlaceFinder({ ...openProject(path(".")), cwd: path(".") });
            const resources = parseResources(state(resource("web", {}, HOST)));
            write("Pulumi.yaml", PROGRAM.replace("resources:\n", "resources:\n\n"));
            const location = declared("Pulumi.yaml", 6, 3);
            assert.deepEqual(find(resources)(urnOf("web")), { location });
            write("Pulumi.yaml", "");
            assert.deepEqual(find(resources)(urnOf("web")), { location });
        });
    });
});
