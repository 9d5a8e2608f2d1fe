import * as assert from "node:assert/strict";
import * as nodePath from "node:path";
import { describe, it } from "mocha";
import { evaluate, evaluatorFor } from "../../src/core/evaluate";
import type { Exemption } from "../../src/core/exemptions";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { ExemptionUsage } from "../../src/report/exemption-usage";
import { rules } from "../../src/rules";
import { locate } from "../../src/stacks/positions/location";
import { createPlaceFinder } from "../../src/stacks/positions/places";
import { urnOf } from "../support/check";
import { goodNameRule } from "../support/rules";

/** Returns a value whose reads are counted, in all of its parts. */
function counted<T extends object>(value: T, count: () => void): T {
    return new Proxy(value, {
        get(target, property) {
            count();
            const part: unknown = Reflect.get(target, property);
            return typeof part === "object" && part !== null ? counted(part, count) : part;
        },
    });
}

/** Expects that work at most doubles with the size, apart from a constant. */
function expectLinear(countFor: (size: number) => number, size: number): void {
    const [one, two] = [countFor(size), countFor(2 * size)];
    assert.ok(one > 0);
    assert.ok(two <= 2.1 * one, `${one} steps for ${size}, ${two} for ${2 * size}`);
}

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("the work grows no faster than the input", () => {
    const lists = ["allowedOauthFlows", "allowedOauthScopes", "callbackUrls", "logoutUrls", "explicitAuthFlows"];
    for (const list of [...lists, "supportedIdentityProviders", "readAttributes", "writeAttributes"]) {
        for (const [kind, elementOf] of [
            ["unknown elements", () => UNKNOWN],
            ["names", (index: number) => `name-${index}`],
            ["URLs", (index: number) => `http://host-${index}.dev`],
        ] as const) {
            it(`with ${kind} in ${list}`, () => {
                expectLinear(size => {
                    let reads = 0;
                    const elements = Array.from({ length: size }, (_, index) => elementOf(index));
                    const props = counted({ allowedOauthFlowsUserPoolClient: true, [list]: elements }, () => reads++);
                    for (const rule of rules) evaluate(rule, { name: "web", urn: "", props }, {});
                    return reads;
                }, 500);
            });
        }
    }

    for (const [kind, resourceOf] of [
        ["names", (index: number) => `name-${index}`],
        ["URNs", (index: number) => urnOf(`name-${index}`)],
        ["patterns", (index: number) => `name-${index}*`],
        ["the same name", () => "web"],
    ] as const) {
        it(`with exemptions of ${kind}, which are read once for all clients`, () => {
            expectLinear(size => {
                let reads = 0;
                const exempt = Array.from({ length: size }, (_, index): Exemption => {
                    const exemption = { reason: "moves soon" };
                    return Object.defineProperty(exemption, "resource", {
                        enumerable: true,
                        get: () => {
                            reads++;
                            return resourceOf(index);
                        },
                    }) as Exemption & typeof exemption;
                });
                const [rule] = rules;
                assert.ok(rule);
                const options = { exempt };
                for (let index = 0; index < size; index++) evaluate(rule, { name: `web${index}`, urn: "", props: {} }, options);
                return reads;
            }, 200);
        });
    }

    /** Counts the calls of a method of texts, which a comparison with a pattern makes. */
    function countStartsWith(run: () => void): number {
        const { startsWith } = String.prototype;
        let calls = 0;
        String.prototype.startsWith = function (...args) {
            calls++;
            return startsWith.apply(this, args);
        };
        try {
            run();
        } finally {
            String.prototype.startsWith = startsWith;
        }
        return calls;
    }

    for (const [kind, resourceOf] of [
        ["the URN", urnOf],
        ["the start of the name", (name: string) => `${name}*`],
        ["the end of the name", (name: string) => `*${name}`],
        ["the URN in any stack", (name: string) => urnOf(name).replace(":dev:", ":*:")],
    ] as const) {
        it(`with exemptions of ${kind}: each client is compared with few, also to find the unused ones`, () => {
            const rule = goodNameRule("be-good");
            expectLinear(size => {
                const exempt = Array.from({ length: size }, (_, index) => ({
                    resource: resourceOf(`web-${index}x`),
                    reason: "moves soon",
                }));
                const usage = new ExemptionUsage([{ rule, level: "mandatory", options: { exempt } }], "2026-06-15");
                const evaluateRule = evaluatorFor(rule, { exempt });
                return countStartsWith(() => {
                    for (let index = 0; index < 5 * size; index++) {
                        const name = `web-${index}x`;
                        const client = { name, urn: urnOf(name), props: { name: "bad" } };
                        assert.equal(evaluateRule(client).exemption !== undefined, index < size);
                        usage.record(client);
                    }
                    assert.deepEqual(usage.unused(), []);
                });
            }, 1000);
        });
    }

    it("with resources that are each the parent of the next, or in a circle", () => {
        for (const isCircle of [false, true]) {
            expectLinear(size => {
                let reads = 0;
                const resources = Array.from({ length: size }, (_, index) => ({
                    type: CLIENT_TYPE,
                    name: `web${index}`,
                    urn: urnOf(`web${index}`),
                    props: {},
                    propertyDependencies: {},
                    get parent() {
                        reads++;
                        return index + 1 < size || isCircle ? urnOf(`web${(index + 1) % size}`) : undefined;
                    },
                }));
                const placeOf = createPlaceFinder({ cwd: "/work", project: "/work" })(resources);
                for (const { urn } of resources) assert.deepEqual(placeOf(urn), {});
                return reads;
            }, 1500);
        }
    });

    /** Locates frames with paths outside of the project, and counts the calls of the path module. */
    function callsFor(frames: readonly string[]): number {
        let calls = 0;
        const path = counted(nodePath.posix, () => calls++);
        locate(frames, { cwd: "/repo", project: "/repo/shop", path });
        return calls;
    }

    it("with files in the same deep folder", () => {
        const inFolders = (index: number) => `project:///../${"a/".repeat(1000)}${index}.ts#1,1`;
        expectLinear(size => callsFor(Array.from({ length: size }, (_, index) => inFolders(index))), 50);
    });

    it("with the same frame again and again", () => {
        const frame = `project:///../${"a/".repeat(1000)}b.ts#1,1`;
        assert.equal(callsFor(Array(100).fill(frame)), callsFor([frame]));
    });

    it("with a frame that is longer than any path, which is not read", () => {
        for (const part of ["a/", "@v1.", "../", "%25", "file:/"]) assert.equal(callsFor([`project:///${part.repeat(6000)}b.ts#1,1`]), 0);
    });
});
