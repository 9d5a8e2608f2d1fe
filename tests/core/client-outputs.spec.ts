import * as assert from "node:assert/strict";
import { Secret, unknownCheckingProxy } from "@pulumi/policy";
import { secretsPreservingProxy } from "@pulumi/policy/secret";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { readClient } from "../../src/core/client";
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
