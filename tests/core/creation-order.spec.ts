import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CreationOrder } from "../../src/core/creation-order";
import type { StackResource } from "../../src/core/user-pools";

const PROVIDER = "provider";

type Details = Partial<StackResource>;

/** In these tests, the URN of a resource is its name. */
function resource(name: string, dependencies: readonly string[] | undefined, { type = "other", ...details }: Details = {}): StackResource {
    return { type, name, urn: name, props: {}, propertyDependencies: {}, ...(dependencies && { dependencies }), ...details };
}

const okta = resource("okta", [], { type: PROVIDER });

/** Whether a client with these dependencies may be created before the provider. */
function mayPrecede(client: StackResource, ...others: readonly StackResource[]): boolean {
    return new CreationOrder([okta, client, ...others], new Set([PROVIDER])).areParallel(client, okta);
}

describe("CreationOrder", () => {
    for (const [name, expected, client, ...others] of [
        ["no dependencies", true, resource("web", [])],
        ["a dependency on another resource", true, resource("web", ["wait"]), resource("wait", [])],
        ["a dependency on a resource that is not in the stack", true, resource("web", ["gone"])],
        ["a dependency", false, resource("web", ["okta"])],
        ["a dependency of a property", false, resource("web", [], { propertyDependencies: { supportedIdentityProviders: ["okta"] } })],
        ["a dependency over others", false, resource("web", ["a"]), resource("a", ["b"]), resource("b", ["c", "okta"]), resource("c", [])],
        ["a dependency over another provider", false, resource("web", ["a"]), resource("a", ["okta"], { type: PROVIDER })],
        ["unknown dependencies", false, resource("web", undefined)],
        ["unknown dependencies of a dependency", false, resource("web", ["a"]), resource("a", undefined)],
        ["a client that exists", false, resource("web", [], { exists: true })],
        ["a dependency without a list of URNs", true, resource("web", [], { propertyDependencies: { userPoolId: null as never } })],
        ["dependencies in a circle", true, resource("web", ["a"]), resource("a", ["b"]), resource("b", ["a", "web"])],
        ["a circle with the resource", false, resource("web", ["a"]), resource("a", ["b", "okta"]), resource("b", ["a"])],
    ] as const) {
        it(`says that the client may come first: ${expected} for ${name}`, () => assert.equal(mayPrecede(client, ...others), expected));
    }

    it("says no for a resource that exists, is missing or belongs to another stack", () => {
        const web = resource("web", []);
        const existing = { ...okta, exists: true };
        const order = new CreationOrder([existing, web], new Set([PROVIDER]));
        assert.equal(order.areParallel(web, existing), false);
        assert.equal(order.areParallel(web, undefined), false);
        assert.equal(order.areParallel(web, okta), false);
    });

    it("follows a chain of 20,000 resources", () => {
        const chain = Array.from({ length: 20_000 }, (_, index) => resource(`link-${index}`, [`link-${index + 1}`]));
        const last = resource("link-20000", ["okta"]);
        assert.equal(mayPrecede(resource("web", ["link-0"]), ...chain, last), false);
        assert.equal(mayPrecede(resource("web", ["link-0"]), ...chain), true);
    });

    it("reads the dependencies of each resource a few times, however many clients depend on it", () => {
        let reads = 0;
        const counting = (name: string, dependencies: readonly string[]) =>
            Object.defineProperty(resource(name, []), "dependencies", {
                get: () => {
                    reads++;
                    return dependencies;
                },
            });
        const count = (size: number) => {
            reads = 0;
            const chain = Array.from({ length: size }, (_, index) => counting(`link-${index}`, [`link-${index + 1}`]));
            const clients = Array.from({ length: size }, (_, index) => counting(`client-${index}`, [`link-${index}`, "link-0"]));
            const order = new CreationOrder([okta, ...chain, ...clients], new Set([PROVIDER]));
            for (const client of clients) assert.equal(order.areParallel(client, okta), true);
            return reads;
        };
        const [small, large] = [count(100), count(1000)];
        assert.ok(large <= 10.1 * small, `${large} reads, compared with ${small}`);
    });
});
