import * as assert from "node:assert/strict";
import { Secret, unknownCheckingProxy } from "@pulumi/policy";
import { secretsPreservingProxy } from "@pulumi/policy/secret";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { deployedOnly, isOnlyDeployed, isSetToEmptyList, readClient } from "../../src/core/client";
import { PropertyTypeError, UnknownValueError } from "../../src/core/properties";
import { SECRET } from "../support/check";

/** The properties that the provider returns as 0 or "" if they are not set. */
const UNSET = { accessTokenValidity: 0, idTokenValidity: 0, defaultRedirectUri: "", preventUserExistenceErrors: "" };

describe("readClient of outputs", () => {
    for (const [source, wrap] of [
        ["the JSON of a state", (props: object) => props],
        ["the SDK's proxies in a validation", unknownCheckingProxy],
        ["the SDK's proxies in a remediation", (props: object) => unknownCheckingProxy(secretsPreservingProxy(props))],
    ] as const) {
        const read = (props: object) => readClient(wrap(props));

        describe(`from ${source}`, () => {
            it("returns undefined for 0 and an empty text", () => {
                const client = read({ ...UNSET, authSessionValidity: 0, refreshTokenValidity: "0", name: "", clientSecret: "" });
                assert.equal(client.accessTokenValidity, undefined);
                assert.equal(client.idTokenValidity, undefined);
                assert.equal(client.authSessionValidity, undefined);
                assert.equal(client.refreshTokenValidity, undefined);
                assert.equal(client.defaultRedirectUri, undefined);
                assert.equal(client.preventUserExistenceErrors, undefined);
                assert.equal(client.name, undefined);
            });

            it("returns 0 and an empty text that a program sets", () => {
                const client = read(UNSET);
                assert.equal(client.accessTokenValidity, 0);
                assert.equal(client.idTokenValidity, 0);
                assert.equal(client.defaultRedirectUri, "");
                assert.equal(client.preventUserExistenceErrors, "");
            });

            it("returns other values, false, and elements and members of any value", () => {
                const client = read({
                    accessTokenValidity: 5,
                    enableTokenRevocation: false,
                    callbackUrls: [""],
                    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 0 },
                    clientSecret: "",
                });
                assert.equal(client.accessTokenValidity, 5);
                assert.equal(client.enableTokenRevocation, false);
                assert.deepEqual(client.callbackUrls, [""]);
                assert.equal(client.refreshTokenRotation?.feature, "ENABLED");
                assert.equal(client.refreshTokenRotation?.retryGracePeriodSeconds, 0);
            });

            it("throws for unknown values and values of the wrong type", () => {
                const client = read({ accessTokenValidity: unknown, idTokenValidity: "", clientSecret: "" });
                assert.throws(() => client.accessTokenValidity, new UnknownValueError("accessTokenValidity"));
                assert.throws(() => client.idTokenValidity, new PropertyTypeError("idTokenValidity", "must be a number, not a string."));
            });

            it("derives generateSecret from the secret", () => {
                assert.equal(read({ clientSecret: "1example" }).generateSecret, true);
                assert.equal(read({ clientSecret: "" }).generateSecret, false);
                assert.equal(read({ clientSecret: null }).generateSecret, false);
                assert.equal(read({ clientSecret: "1example", generateSecret: null }).generateSecret, true);
                assert.equal(read({}).generateSecret, undefined);
            });

            it("prefers generateSecret as the program sets it", () => {
                assert.equal(read({ clientSecret: "1example", generateSecret: false }).generateSecret, false);
                assert.equal(read({ clientSecret: "", generateSecret: true }).generateSecret, true);
                assert.equal(read({ clientSecret: unknown, generateSecret: true }).generateSecret, true);
            });

            it("throws on reading generateSecret if the secret is unknown, encrypted or redacted", () => {
                for (const clientSecret of [unknown, SECRET, "[secret]"]) {
                    const client = read({ ...UNSET, clientSecret });
                    assert.throws(() => client.generateSecret, new UnknownValueError("generateSecret"));
                    assert.equal(client.accessTokenValidity, undefined);
                }
            });
        });
    }

    it("opens a secret in a remediation", () => {
        const read = (clientSecret: string) =>
            readClient(unknownCheckingProxy(secretsPreservingProxy({ clientSecret: new Secret(clientSecret) }))).generateSecret;
        assert.equal(read("1example"), true);
        assert.equal(read(""), false);
    });

    it("lists the same properties as inputs", () => {
        const names = (props: object) => {
            const list: string[] = [];
            for (const name in readClient(props)) list.push(name);
            return list;
        };
        assert.deepEqual(names({ clientSecret: "" }), names({}));
    });
});

describe("readClient of what is deployed", () => {
    it("returns what the program sets, and the rest as it is deployed", () => {
        const props = { preventUserExistenceErrors: "LEGACY", accessTokenValidity: 0, callbackUrls: ["a:/", unknown] };
        const deployed = { preventUserExistenceErrors: "ENABLED", accessTokenValidity: 5, enableTokenRevocation: false };
        const client = readClient(props, deployed);
        assert.equal(client.preventUserExistenceErrors, "LEGACY");
        assert.equal(client.accessTokenValidity, 0);
        assert.equal(client.enableTokenRevocation, false);
        assert.equal(client.idTokenValidity, undefined);
        assert.throws(() => client.callbackUrls?.[1], new UnknownValueError("callbackUrls[1]"));
    });

    it("takes null for unset, and [] for set", () => {
        const client = readClient({ readAttributes: null, writeAttributes: [] }, { readAttributes: ["email"], writeAttributes: ["email"] });
        assert.deepEqual(client.readAttributes, ["email"]);
        assert.equal(client.writeAttributes, undefined);
        assert.ok(isSetToEmptyList(client, "writeAttributes"));
        assert.ok(!isSetToEmptyList(client, "callbackUrls"));
    });

    it("throws for unknown values and values of the wrong type", () => {
        const client = readClient({}, { generateSecret: SECRET, accessTokenValidity: "" });
        assert.throws(() => client.generateSecret, new UnknownValueError("generateSecret"));
        assert.throws(() => client.accessTokenValidity, new PropertyTypeError("accessTokenValidity", "must be a number, not a string."));
    });

    it("lists the same properties as inputs", () => {
        const names = (client: object) => {
            const list: string[] = [];
            for (const name in client) list.push(name);
            return list;
        };
        assert.deepEqual(names(readClient({}, {})), names(readClient({})));
    });
});

describe("isOnlyDeployed", () => {
    const client = {
        props: { name: "web", readAttributes: null },
        deployed: { readAttributes: ["email"], refreshTokenRotation: { feature: "ENABLED" } },
    };

    it("is true for a property that the program does not set, and for a member of it", () => {
        assert.ok(isOnlyDeployed(client, "readAttributes"));
        assert.ok(isOnlyDeployed(client, "refreshTokenRotation.feature"));
    });
    it("is false for a property that the program sets, and for one that is not deployed", () => {
        assert.ok(!isOnlyDeployed(client, "name"));
        assert.ok(!isOnlyDeployed(client, "callbackUrls"));
        assert.ok(!isOnlyDeployed({ props: {} }, "name"));
    });
});

describe("deployedOnly", () => {
    it("returns outputs for properties that the inputs lack", () => {
        const outputs = { name: "web", authSessionValidity: 3, tokenValidityUnits: { idToken: "hours" }, id: "1", arn: "a" };
        assert.deepEqual(deployedOnly({ name: "web", authSessionValidity: null }, outputs), {
            authSessionValidity: 3,
            tokenValidityUnits: { idToken: "hours" },
        });
    });
    it("returns no output that means unset", () => {
        assert.deepEqual(deployedOnly({}, { ...UNSET, readAttributes: [], region: null, enableTokenRevocation: false }), {
            enableTokenRevocation: false,
        });
    });
    it("prefers generateSecret to the secret", () => {
        assert.deepEqual(deployedOnly({}, { generateSecret: true, clientSecret: "" }), { generateSecret: true });
        assert.deepEqual(deployedOnly({ generateSecret: false }, { generateSecret: true, clientSecret: "1example" }), {});
    });
    it("keeps a secret that is encrypted, redacted or unknown as an unknown value", () => {
        for (const clientSecret of [SECRET, "[secret]", unknown]) {
            assert.deepEqual(deployedOnly({}, { clientSecret }), { generateSecret: clientSecret });
        }
    });
});
