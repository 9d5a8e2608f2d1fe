import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { MAX_OWNER_UNKNOWN, type OwnedResources, resourcesWith, someResource } from "../../src/core/owned-resources";
import { UnknownValueError } from "../../src/core/properties";

describe("someResource", () => {
    const throwing = (property: string) => () => {
        throw new UnknownValueError(property);
    };
    const resources = (owned: readonly string[], ownerUnknown: readonly string[] = []): OwnedResources<string> => ({
        owned,
        ownerUnknown: ownerUnknown.map(resource => ({ resource, error: new UnknownValueError(`${resource}.userPoolId`) })),
    });

    it("finds nothing among no resources", () => assert.equal(someResource(resources([]), throwing("name")), false));
    it("throws for a resource that cannot be tested", () => {
        assert.throws(() => someResource(resources(["a"]), throwing("a.name")), new UnknownValueError("a.name"));
    });
    it("throws for a resource that passes and has an unknown owner", () => {
        assert.throws(() => someResource(resources(["a"], ["b", "c"]), name => name !== "a"), new UnknownValueError("b.userPoolId"));
    });
    it("throws for a resource that cannot be tested and has an unknown owner", () => {
        assert.throws(() => someResource(resources([], ["b"]), throwing("b.name")), new UnknownValueError("b.name"));
    });
    it("does not throw for a resource that fails and has an unknown owner", () => {
        assert.equal(
            someResource(resources(["a"], ["b"]), name => name === "c"),
            false,
        );
    });
    it("finds an owned resource without testing those with an unknown owner", () => {
        assert.equal(
            someResource(resources(["a"], ["b"]), name => name === "a" || throwing("b.name")()),
            true,
        );
    });
});

describe("resourcesWith", () => {
    interface Named {
        readonly name: string | undefined;
    }
    const nameOf = ({ name }: Named) => name;
    const named = (name: string | undefined): Named => ({ name });
    const unnamed: Named = {
        get name(): string {
            throw new UnknownValueError("some.name");
        },
    };
    const resources = (owned: readonly Named[], ownerUnknown: readonly Named[] = []): OwnedResources<Named> => ({
        owned,
        ownerUnknown: ownerUnknown.map(resource => ({ resource, error: new UnknownValueError("stray.userPoolId") })),
    });

    it("returns the resources with a key", () => {
        const [a, b, again] = [named("a"), named("b"), named("a")];
        const all = resources([a, b, again]);
        assert.deepEqual(resourcesWith(all, nameOf, "a"), [a, again]);
        assert.deepEqual(resourcesWith(all, nameOf, "b"), [b]);
        assert.deepEqual(resourcesWith(all, nameOf, "c"), []);
    });
    it("throws if none is known and one may have the key", () => {
        const a = named("a");
        const all = resources([unnamed, a]);
        assert.deepEqual(resourcesWith(all, nameOf, "a"), [a]);
        assert.throws(() => resourcesWith(all, nameOf, "b"), new UnknownValueError("some.name"));
    });
    it("throws if only one with an unknown owner has the key, or may have it", () => {
        const all = resources([named("a")], [named("b")]);
        assert.equal(resourcesWith(all, nameOf, "a").length, 1);
        assert.deepEqual(resourcesWith(all, nameOf, "c"), []);
        assert.throws(() => resourcesWith(all, nameOf, "b"), new UnknownValueError("stray.userPoolId"));
        assert.throws(() => resourcesWith(resources([], [unnamed]), nameOf, "b"), new UnknownValueError("some.name"));
    });
    it("throws if there are too many with unknown owners", () => {
        const strays = Array.from({ length: MAX_OWNER_UNKNOWN }, () => named("a"));
        assert.deepEqual(resourcesWith(resources([], strays.slice(1)), nameOf, "b"), []);
        assert.throws(() => resourcesWith(resources([], strays), nameOf, "b"), new UnknownValueError("stray.userPoolId"));
    });
    it("reads each resource once, however often it is called", () => {
        let reads = 0;
        const all = resources(Array.from({ length: 50 }, (_, index) => named(`name-${index}`)));
        const countingNameOf = ({ name }: Named) => {
            reads++;
            return name;
        };
        for (let call = 0; call < 50; call++) resourcesWith(all, countingNameOf, `name-${call}`);
        assert.equal(reads, 50);
    });
    it("passes errors of other kinds on", () => {
        const broken = {
            get name(): string {
                throw new TypeError("no text");
            },
        };
        assert.throws(() => resourcesWith(resources([broken]), nameOf, "a"), new TypeError("no text"));
    });
});
