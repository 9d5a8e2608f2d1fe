import * as assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { describe, it } from "mocha";
import { blockOf, clientOf, has, known, NotKnown, some } from "../src/client";
import { unknown } from "./harness";

const ENCRYPTED = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc:def" };

/** What a list gives to a check that takes its known elements, and what it leaves out. */
function knownOf(list: readonly string[] | undefined, test?: (element: string) => boolean): { elements: string[]; left: string[] } {
    const left: string[] = [];
    const search = known(list, test);
    let step = search.next();
    for (; !step.done; step = search.next()) left.push(step.value.property);
    return { elements: step.value, left };
}

/** Everything that there is to read, as plain data. */
function allOf(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(allOf);
    if (!(value instanceof Object)) return value;
    const copy: Record<string, unknown> = {};
    for (const name in value) copy[name] = allOf(value[name as keyof object]);
    return copy;
}

describe("clientOf", () => {
    for (const [form, wrap] of [
        ["a state's JSON", (props: object) => props],
        ["the SDK's proxies", unknownCheckingProxy],
    ] as const) {
        const read = (props: object) => clientOf(wrap(props));

        describe(`over ${form}`, () => {
            it("gives plain values", () => {
                const client = read({
                    name: "web",
                    generateSecret: false,
                    callbackUrls: ["https://a.test/"],
                    refreshTokenRotation: { feature: "ENABLED" },
                });
                assert.equal(client.name, "web");
                assert.equal(client.generateSecret, false);
                assert.deepEqual(client.callbackUrls, ["https://a.test/"]);
                assert.equal(client.refreshTokenRotation?.feature, "ENABLED");
            });

            it("takes null, an empty list and what is not there for unset", () => {
                const client = read({ name: null, callbackUrls: [], analyticsConfiguration: null });
                assert.equal(client.name, undefined);
                assert.equal(client.callbackUrls, undefined);
                assert.equal(client.analyticsConfiguration, undefined);
                assert.equal(client.logoutUrls, undefined);
            });

            it("takes a number or boolean written as a string for its value", () => {
                const client = read({
                    accessTokenValidity: "60",
                    generateSecret: "true",
                    enableTokenRevocation: "false",
                    refreshTokenRotation: { retryGracePeriodSeconds: " 10 " },
                });
                assert.equal(client.accessTokenValidity, 60);
                assert.equal(client.generateSecret, true);
                assert.equal(client.enableTokenRevocation, false);
                assert.equal(client.refreshTokenRotation?.retryGracePeriodSeconds, 10);
            });

            it("takes a number or boolean where a string belongs for its text", () => {
                assert.equal(read({ name: 42 }).name, "42");
                assert.equal(read({ name: true }).name, "true");
            });

            it("throws NotKnown for what is unknown, at every depth", () => {
                for (const [props, property] of [
                    [{ userPoolId: unknown }, "userPoolId"],
                    [{ callbackUrls: unknown }, "callbackUrls"],
                    [{ callbackUrls: ["https://a.test/", unknown] }, "callbackUrls[1]"],
                    [{ analyticsConfiguration: unknown }, "analyticsConfiguration"],
                    [{ analyticsConfiguration: { roleArn: unknown } }, "analyticsConfiguration.roleArn"],
                ] as const) {
                    assert.throws(() => allOf(read(props)), new NotKnown(property));
                }
            });

            it("reads what is known beside what is not", () => {
                assert.equal(read({ userPoolId: unknown, name: "web" }).name, "web");
                assert.equal(
                    read({ analyticsConfiguration: { roleArn: unknown, userDataShared: true } }).analyticsConfiguration?.userDataShared,
                    true,
                );
            });

            it("takes a secret that is encrypted or struck out for unknown", () => {
                for (const secret of [ENCRYPTED, "[secret]"]) {
                    assert.throws(
                        () => read({ preventUserExistenceErrors: secret }).preventUserExistenceErrors,
                        new NotKnown("preventUserExistenceErrors"),
                    );
                    assert.throws(() => read({ accessTokenValidity: secret }).accessTokenValidity, new NotKnown("accessTokenValidity"));
                    assert.throws(() => read({ callbackUrls: secret }).callbackUrls, new NotKnown("callbackUrls"));
                    assert.throws(() => read({ callbackUrls: [secret] }).callbackUrls?.[0], new NotKnown("callbackUrls[0]"));
                    assert.throws(() => read({ refreshTokenRotation: secret }).refreshTokenRotation, new NotKnown("refreshTokenRotation"));
                }
            });

            it("names a value of the wrong type, and does not repeat it", () => {
                for (const [props, message] of [
                    [{ accessTokenValidity: "soon" }, "accessTokenValidity takes a number, not a string"],
                    [{ accessTokenValidity: "" }, "accessTokenValidity takes a number, not a string"],
                    [{ accessTokenValidity: "  " }, "accessTokenValidity takes a number, not a string"],
                    [{ accessTokenValidity: "true" }, "accessTokenValidity takes a number, not a string"],
                    [{ accessTokenValidity: true }, "accessTokenValidity takes a number, not a boolean"],
                    [{ generateSecret: "yes" }, "generateSecret takes a boolean, not a string"],
                    [{ generateSecret: "1" }, "generateSecret takes a boolean, not a string"],
                    [{ generateSecret: 1 }, "generateSecret takes a boolean, not a number"],
                    [{ name: ["web"] }, "name takes a string, not a list"],
                    [{ name: {} }, "name takes a string, not a block"],
                    [{ callbackUrls: "https://a.test/" }, "callbackUrls takes a list, not a string"],
                    [{ callbackUrls: {} }, "callbackUrls takes a list, not a block"],
                    [{ callbackUrls: [null] }, "callbackUrls[0] takes a string, not null"],
                    [{ callbackUrls: [["https://a.test/"]] }, "callbackUrls[0] takes a string, not a list"],
                    [{ analyticsConfiguration: [] }, "analyticsConfiguration takes a block, not a list"],
                    [{ analyticsConfiguration: "on" }, "analyticsConfiguration takes a block, not a string"],
                ] as const) {
                    assert.throws(() => allOf(read(props)), new TypeError(message));
                }
            });
        });
    }
});

describe("NotKnown", () => {
    it("says in its message what is not known", () =>
        assert.equal(new NotKnown("callbackUrls[0]").message, "callbackUrls[0] is not known"));
});

describe("known", () => {
    it("gives all elements of a list that is known", () => {
        assert.deepEqual(knownOf(clientOf({ callbackUrls: ["a:/", "b:/"] }).callbackUrls), { elements: ["a:/", "b:/"], left: [] });
    });

    it("gives nothing for a list that is not set", () => {
        assert.deepEqual(knownOf(undefined), { elements: [], left: [] });
    });

    it("leaves out what is not known, and says so", () => {
        const { callbackUrls } = clientOf({ callbackUrls: [unknown, "b:/", ENCRYPTED] });
        assert.deepEqual(knownOf(callbackUrls), { elements: ["b:/"], left: ["callbackUrls[0]", "callbackUrls[2]"] });
    });

    it("leaves out what fails a test, and says of what that cannot be told", () => {
        const test = (element: string) => {
            if (element === "c:/") throw new NotKnown("secret");
            return element === "b:/";
        };
        const { callbackUrls } = clientOf({ callbackUrls: ["a:/", "b:/", unknown, "c:/"] });
        assert.deepEqual(knownOf(callbackUrls, test), { elements: ["b:/"], left: ["callbackUrls[2]", "secret"] });
    });

    it("does not hide an element of the wrong type", () => {
        assert.throws(
            () => knownOf(clientOf({ callbackUrls: [{}] }).callbackUrls),
            new TypeError("callbackUrls[0] takes a string, not a block"),
        );
    });
});

describe("some", () => {
    const { callbackUrls } = clientOf({ callbackUrls: ["a:/", unknown, "[secret]", "b:/"] });

    it("finds an element that passes behind one that is not known", () => assert.ok(some(callbackUrls, url => url === "b:/")));
    it("cannot tell whether the first that is not known passes", () => {
        assert.throws(() => some(callbackUrls, url => url === "c:/"), new NotKnown("callbackUrls[1]"));
    });
    it("cannot tell by a test that reads what is not known", () => {
        const unreadable = () => {
            throw new NotKnown("secret");
        };
        assert.throws(() => some(["a:/"], unreadable), new NotKnown("secret"));
    });
    it("finds nothing in a list that is not set", () =>
        assert.equal(
            some(undefined, () => true),
            false,
        ));
});

describe("blockOf", () => {
    const kinds = { scopes: [{ scopeName: "string" }] } as const;
    const read = (scopes: unknown) => blockOf(unknownCheckingProxy({ scopes }), kinds, "api.");

    it("reads the blocks of a list", () =>
        assert.deepEqual(allOf(read([{ scopeName: 1 }, {}]).scopes), [{ scopeName: "1" }, { scopeName: undefined }]));
    it("takes an empty list of blocks for unset", () => assert.equal(read([]).scopes, undefined));
    it("names what is not known behind the prefix", () => {
        for (const [scopes, property] of [
            [unknown, "api.scopes"],
            [[{}, unknown], "api.scopes[1]"],
            [[{ scopeName: unknown }], "api.scopes[0].scopeName"],
        ] as const) {
            assert.throws(() => allOf(read(scopes)), new NotKnown(property));
        }
    });
    it("names a block of the wrong type", () => {
        assert.throws(() => allOf(read([null])), new TypeError("api.scopes[0] takes a block, not null"));
        assert.throws(() => allOf(read(["read"])), new TypeError("api.scopes[0] takes a block, not a string"));
    });
});

describe("has", () => {
    const { callbackUrls } = clientOf({ callbackUrls: [unknown, "b:/"] });

    it("finds an element behind one that is not known", () => assert.equal(has(callbackUrls, "b:/"), true));
    it("cannot tell whether an element is the one that is not known", () => {
        assert.throws(() => has(callbackUrls, "a:/"), new NotKnown("callbackUrls[0]"));
    });
    it("misses an element in a list that is known", () => assert.equal(has(["b:/"], "a:/"), false));
    it("misses an element in a list that is not set", () => assert.equal(has(undefined, "a:/"), false));
});
