import * as assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { readClient } from "../../src/core/client";
import { ANY_KEY, filterKnown, has, PropertyTypeError, readProperties, some, UnknownValueError } from "../../src/core/properties";

const ENCRYPTED = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc:def" };

/** The values that Pulumi's engine sends in place of an unknown boolean, number, string, list, asset, archive and object. */
const SENTINELS = [
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

/** Reads every property of a view and of the blocks and lists in it. */
function readAll(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(readAll);
    if (!(value instanceof Object)) return value;
    const copy: Record<string, unknown> = {};
    for (const name in value) copy[name] = readAll(value[name as keyof object]);
    return copy;
}

describe("readClient", () => {
    for (const [source, wrap] of [
        ["the JSON of a state", (props: object) => props],
        ["the SDK's proxies", unknownCheckingProxy],
    ] as const) {
        const read = (props: object) => readClient(wrap(props));

        describe(`from ${source}`, () => {
            it("returns plain values, lists and blocks", () => {
                const client = read({
                    name: "web",
                    generateSecret: false,
                    callbackUrls: ["https://shop.acme.dev/"],
                    refreshTokenRotation: { feature: "ENABLED" },
                });
                assert.equal(client.name, "web");
                assert.equal(client.generateSecret, false);
                assert.deepEqual(client.callbackUrls, ["https://shop.acme.dev/"]);
                assert.equal(client.refreshTokenRotation?.feature, "ENABLED");
            });

            it("returns undefined for null, an empty list and a missing property", () => {
                const client = read({ name: null, callbackUrls: [], analyticsConfiguration: null });
                assert.equal(client.name, undefined);
                assert.equal(client.callbackUrls, undefined);
                assert.equal(client.analyticsConfiguration, undefined);
                assert.equal(client.logoutUrls, undefined);
            });

            it("converts numbers and booleans written as strings", () => {
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

            it("converts numbers and booleans to the string that a property has", () => {
                assert.equal(read({ name: 42 }).name, "42");
                assert.equal(read({ name: true }).name, "true");
            });

            it("throws UnknownValueError for an unknown value at every depth", () => {
                for (const [props, property] of [
                    [{ userPoolId: unknown }, "userPoolId"],
                    [{ callbackUrls: unknown }, "callbackUrls"],
                    [{ callbackUrls: ["https://shop.acme.dev/", unknown] }, "callbackUrls[1]"],
                    [{ analyticsConfiguration: unknown }, "analyticsConfiguration"],
                    [{ analyticsConfiguration: { roleArn: unknown } }, "analyticsConfiguration.roleArn"],
                ] as const) {
                    assert.throws(() => readAll(read(props)), new UnknownValueError(property));
                }
            });

            it("reads known values next to unknown ones", () => {
                assert.equal(read({ userPoolId: unknown, name: "web" }).name, "web");
                assert.equal(
                    read({ analyticsConfiguration: { roleArn: unknown, userDataShared: true } }).analyticsConfiguration?.userDataShared,
                    true,
                );
                assert.equal(read({ callbackUrls: [unknown, "myapp://callback"] }).callbackUrls?.[1], "myapp://callback");
            });

            it("treats encrypted and redacted secrets as unknown", () => {
                for (const secret of [ENCRYPTED, "[secret]"]) {
                    const client = read({
                        preventUserExistenceErrors: secret,
                        accessTokenValidity: secret,
                        callbackUrls: secret,
                        logoutUrls: [secret],
                        refreshTokenRotation: secret,
                    });
                    assert.throws(() => client.preventUserExistenceErrors, new UnknownValueError("preventUserExistenceErrors"));
                    assert.throws(() => client.accessTokenValidity, new UnknownValueError("accessTokenValidity"));
                    assert.throws(() => client.callbackUrls, new UnknownValueError("callbackUrls"));
                    assert.throws(() => client.logoutUrls?.[0], new UnknownValueError("logoutUrls[0]"));
                    assert.throws(() => client.refreshTokenRotation, new UnknownValueError("refreshTokenRotation"));
                }
            });

            it("names the types of a wrong value but does not print it", () => {
                for (const [props, property, problem] of [
                    [{ accessTokenValidity: "soon" }, "accessTokenValidity", "must be a number, not a string."],
                    [{ accessTokenValidity: "" }, "accessTokenValidity", "must be a number, not a string."],
                    [{ accessTokenValidity: "  " }, "accessTokenValidity", "must be a number, not a string."],
                    [{ accessTokenValidity: "true" }, "accessTokenValidity", "must be a number, not a string."],
                    [{ accessTokenValidity: true }, "accessTokenValidity", "must be a number, not a boolean."],
                    [{ generateSecret: "yes" }, "generateSecret", "must be a boolean, not a string."],
                    [{ generateSecret: "1" }, "generateSecret", "must be a boolean, not a string."],
                    [{ generateSecret: 1 }, "generateSecret", "must be a boolean, not a number."],
                    [{ name: ["web"] }, "name", "must be a string, not a list."],
                    [{ name: {} }, "name", "must be a string, not an object."],
                    [{ callbackUrls: "https://shop.acme.dev/" }, "callbackUrls", "must be a list, not a string."],
                    [{ callbackUrls: {} }, "callbackUrls", "must be a list, not an object."],
                    [{ callbackUrls: [null] }, "callbackUrls[0]", "must be a string, not null."],
                    [{ callbackUrls: [["https://shop.acme.dev/"]] }, "callbackUrls[0]", "must be a string, not a list."],
                    [{ analyticsConfiguration: [] }, "analyticsConfiguration", "must be an object, not a list."],
                    [{ analyticsConfiguration: "on" }, "analyticsConfiguration", "must be an object, not a string."],
                    [{ tokenValidityUnits: { idToken: {} } }, "tokenValidityUnits.idToken", "must be a string, not an object."],
                ] as const) {
                    assert.throws(() => readAll(read(props)), new PropertyTypeError(property, problem));
                }
            });
        });
    }

    it("treats every sentinel of the engine as unknown", () => {
        for (const name of SENTINELS) assert.throws(() => readClient({ name }).name, new UnknownValueError("name"));
    });

    it("converts a property only when it is read", () => {
        const read: string[] = [];
        const recording = new Proxy({ name: "web", region: "eu-west-1" } as Record<string, unknown>, {
            get(target, property) {
                read.push(String(property));
                return target[property as string];
            },
        });
        const client = readClient(recording);
        assert.deepEqual(read, []);
        assert.equal(client.region, "eu-west-1");
        assert.deepEqual(read, ["region"]);
    });

    it("lists every property of the resource", () => {
        const names: string[] = [];
        for (const name in readClient({})) names.push(name);
        assert.equal(names.length, 24);
        assert.deepEqual(names, [...names].sort());
    });
});

describe("UnknownValueError", () => {
    it("names the property in its message", () =>
        assert.equal(new UnknownValueError("callbackUrls[0]").message, "callbackUrls[0] is unknown"));
});

describe("PropertyTypeError", () => {
    it("names the property and the problem in its message", () => {
        assert.equal(new PropertyTypeError("name", "must be a string.").message, "name must be a string.");
    });
});

describe("filterKnown", () => {
    /** Returns the known elements, and the paths of the unknown ones. */
    function known(list: readonly string[] | undefined, test?: (element: string) => boolean): { elements: string[]; unknown: string[] } {
        const unknown: string[] = [];
        const elements = filterKnown(list, test, ({ property }) => unknown.push(property));
        return { elements, unknown };
    }

    it("returns all elements of a known list", () => {
        assert.deepEqual(known(readClient({ callbackUrls: ["a:/", "b:/"] }).callbackUrls), { elements: ["a:/", "b:/"], unknown: [] });
    });

    it("returns nothing for an unset list", () => assert.deepEqual(known(undefined), { elements: [], unknown: [] }));

    it("returns duplicates once", () => assert.deepEqual(known(["a:/", "b:/", "a:/"]), { elements: ["a:/", "b:/"], unknown: [] }));

    it("skips unknown elements and passes them to the callback", () => {
        const { callbackUrls } = readClient({ callbackUrls: [unknown, "b:/", ENCRYPTED] });
        assert.deepEqual(known(callbackUrls), { elements: ["b:/"], unknown: ["callbackUrls[0]", "callbackUrls[2]"] });
        assert.deepEqual(filterKnown(callbackUrls), ["b:/"]);
    });

    it("skips elements that fail the test or for which the test reads an unknown value", () => {
        const test = (element: string) => {
            if (element === "c:/") throw new UnknownValueError("name");
            return element === "b:/";
        };
        const { callbackUrls } = readClient({ callbackUrls: ["a:/", "b:/", unknown, "c:/"] });
        assert.deepEqual(known(callbackUrls, test), { elements: ["b:/"], unknown: ["callbackUrls[2]", "name"] });
    });

    it("throws for an element of the wrong type", () => {
        assert.throws(
            () => known(readClient({ callbackUrls: [{}] }).callbackUrls),
            new PropertyTypeError("callbackUrls[0]", "must be a string, not an object."),
        );
    });
});

describe("some", () => {
    const { callbackUrls } = readClient({ callbackUrls: ["a:/", unknown, "[secret]", "b:/"] });

    it("finds an element after an unknown one", () =>
        assert.equal(
            some(callbackUrls, url => url === "b:/"),
            true,
        ));
    it("does not find an element in a known list", () =>
        assert.equal(
            some(["a:/"], url => url === "b:/"),
            false,
        ));
    it("does not find an element in an unset list", () => {
        assert.equal(
            some(undefined, () => true),
            false,
        );
    });
    it("throws for the first unknown element if no known element passes", () => {
        assert.throws(() => some(callbackUrls, url => url === "c:/"), new UnknownValueError("callbackUrls[1]"));
    });
    it("throws if the test reads an unknown value and no element passes", () => {
        const test = () => {
            throw new UnknownValueError("name");
        };
        assert.throws(() => some(["a:/"], test), new UnknownValueError("name"));
    });
});

describe("has", () => {
    const { callbackUrls } = readClient({ callbackUrls: [unknown, "b:/"] });

    it("finds an element after an unknown one", () => assert.equal(has(callbackUrls, "b:/"), true));
    it("throws if only an unknown element may be it", () => {
        assert.throws(() => has(callbackUrls, "a:/"), new UnknownValueError("callbackUrls[0]"));
    });
    it("does not find an element in a known list", () => assert.equal(has(["b:/"], "a:/"), false));
    it("does not find an element in an unset list", () => assert.equal(has(undefined, "a:/"), false));
});

describe("readProperties", () => {
    const schema = { scopes: [{ scopeName: "string" }] } as const;
    const read = (scopes: unknown) => readProperties(unknownCheckingProxy({ scopes }), schema, "api.");

    it("reads the blocks of a list", () => {
        assert.deepEqual(readAll(read([{ scopeName: 1 }, {}]).scopes), [{ scopeName: "1" }, { scopeName: undefined }]);
    });
    it("returns undefined for an empty list of blocks", () => assert.equal(read([]).scopes, undefined));
    it("names unknown values with the prefix", () => {
        for (const [scopes, property] of [
            [unknown, "api.scopes"],
            [[{}, unknown], "api.scopes[1]"],
            [[{ scopeName: unknown }], "api.scopes[0].scopeName"],
        ] as const) {
            assert.throws(() => readAll(read(scopes)), new UnknownValueError(property));
        }
    });
    it("names blocks of the wrong type with the prefix", () => {
        assert.throws(() => readAll(read([null])), new PropertyTypeError("api.scopes[0]", "must be an object, not null."));
        assert.throws(() => readAll(read(["read"])), new PropertyTypeError("api.scopes[0]", "must be an object, not a string."));
    });
});

for (const [source, wrap] of [
    ["the JSON of a state", (props: object) => props],
    ["the SDK's proxies", unknownCheckingProxy],
] as const) {
    describe(`readProperties with a map, from ${source}`, () => {
        const schema = { attributeMapping: { [ANY_KEY]: "string" } } as const;
        const read = (attributeMapping: unknown) =>
            readProperties(wrap({ attributeMapping }), schema, "google.").attributeMapping as Record<string, unknown>;

        it("returns the keys and the converted values", () => {
            const mapping = read({ email: "email", "custom:age": 42, constructor: "given_name" });
            assert.deepEqual({ ...mapping }, { email: "email", "custom:age": "42", constructor: "given_name" });
        });
        it("has no keys but those of the map", () => {
            const mapping = read({ email: "email" });
            assert.deepEqual([mapping.constructor, mapping.name, "toString" in mapping], [undefined, undefined, false]);
        });
        it("skips the keys of Pulumi's engine", () => assert.deepEqual(Object.keys(read({ __defaults: [], email: "email" })), ["email"]));
        it("returns undefined for an unset map and null, not for an empty map", () => {
            assert.equal(read(undefined), undefined);
            assert.equal(read(null), undefined);
            assert.deepEqual(Object.keys(read({})), []);
        });
        it("returns the keys of unknown values, and throws when one is read", () => {
            const mapping = read({ email: unknown, name: "name" });
            assert.deepEqual(Object.keys(mapping), ["email", "name"]);
            assert.equal(mapping.name, "name");
            assert.throws(() => mapping.email, new UnknownValueError("google.attributeMapping.email"));
        });
        it("throws for an unknown, encrypted or redacted map", () => {
            for (const value of [unknown, ENCRYPTED, "[secret]"])
                assert.throws(() => read(value), new UnknownValueError("google.attributeMapping"));
        });
        it("throws for values of the wrong type", () => {
            assert.throws(() => read("email"), new PropertyTypeError("google.attributeMapping", "must be an object, not a string."));
            assert.throws(() => read(["email"]), new PropertyTypeError("google.attributeMapping", "must be an object, not a list."));
            assert.throws(
                () => read({ email: ["email"] }).email,
                new PropertyTypeError("google.attributeMapping.email", "must be a string, not a list."),
            );
        });
    });
}
