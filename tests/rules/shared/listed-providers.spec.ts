import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { client, identityProvider, pool, unknown } from "../../../src/api/testing";
import { readClient } from "../../../src/core/client";
import { filterKnown } from "../../../src/core/properties";
import { pairWithPools } from "../../../src/core/user-pools";
import { listedProviders, namesOf } from "../../../src/rules/shared/listed-providers";
import { resourcesOf } from "../../../src/testing/test-stack-rule";

/** Returns the names of the providers of a pool that a client lists, and the paths of unknown values. */
function listed(names: readonly unknown[], providers: readonly string[], test = () => true) {
    const stack = {
        users: pool(),
        ...Object.fromEntries(providers.map((providerName, index) => [`p${index}`, identityProvider("users", { providerName })])),
        web: client("users", {}),
    };
    const [web] = pairWithPools(resourcesOf(stack, "state"));
    if (!web?.pool) throw new Error("The client has no pool.");
    const paths = new Set<string>();
    const context = {
        pool: web.pool,
        filter: <T>(list: readonly T[] | undefined, test?: (element: T) => boolean) =>
            filterKnown(list, test, ({ property }) => paths.add(property)),
    };
    const found = listedProviders(readClient({ supportedIdentityProviders: names }), context, test);
    return { found: namesOf(found), unknown: [...paths] };
}

const MANY = Array.from({ length: 50 }, (_, index) => `provider-${index}`);

describe("listedProviders", () => {
    it("returns those that the client lists and that pass the test", () => {
        assert.deepEqual(listed(["COGNITO", "Okta"], ["Google", "Okta"]), { found: ["Okta"], unknown: [] });
        assert.deepEqual(
            listed(["Okta"], ["Okta"], () => false),
            { found: [], unknown: [] },
        );
    });
    it("records unknown names only where they matter", () => {
        assert.deepEqual(listed(["Okta", unknown], ["Okta", "Google"]), { found: ["Okta"], unknown: ["supportedIdentityProviders[1]"] });
        assert.deepEqual(
            listed([unknown], ["Okta"], () => false),
            { found: [], unknown: [] },
        );
        assert.deepEqual(listed(["Okta"], [unknown]), { found: [], unknown: ["p0.providerName"] });
    });
    it("finds those of a pool with many", () => {
        assert.deepEqual(listed(["provider-49", "provider-3", "provider-50"], MANY), { found: ["provider-49", "provider-3"], unknown: [] });
    });
});
