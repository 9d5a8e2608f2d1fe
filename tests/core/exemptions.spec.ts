import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Exemption, findExemption, matchingExemptions } from "../../src/core/exemptions";

const WEB = { name: "web", urn: "urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::web" };
const TODAY = "2026-06-15";

describe("findExemption", () => {
    const find = (...exempt: Exemption[]) => findExemption(exempt, WEB, TODAY);
    const permanent = { resource: "web", reason: "moves soon" };
    const active = { ...permanent, until: TODAY };
    const expired = { ...permanent, until: "2026-06-14" };

    it("finds nothing for another resource", () => {
        assert.deepEqual(find(), {});
        assert.deepEqual(find({ ...permanent, resource: "app" }), {});
    });
    it("finds an exemption by name, URN or wildcard", () => {
        for (const resource of ["web", WEB.urn, "w*", "urn:*::web"]) {
            const exemption = { ...permanent, resource };
            assert.deepEqual(find({ ...permanent, resource: "app" }, exemption), { active: exemption });
        }
    });
    it("finds one that ends today", () => assert.deepEqual(find(active), { active }));
    it("finds one that has expired", () => assert.deepEqual(find(expired), { expired }));
    it("prefers an active one", () => assert.deepEqual(find(expired, active, permanent), { active }));
    it("prefers the first of several, whether they have a name, a URN or a wildcard", () => {
        const resources = ["web", "*", WEB.urn, "web", "w*"];
        const exempt = resources.map(resource => ({ ...permanent, resource }));
        for (const [index, first] of exempt.entries()) {
            assert.equal(find(...exempt.slice(index)).active, first);
            const expired = exempt.slice(index).map(exemption => ({ ...exemption, until: "2026-06-14" }));
            assert.equal(find(...expired).expired, expired[0]);
        }
    });
});

describe("matchingExemptions", () => {
    const exemption = (resource: string) => ({ resource, reason: "moves soon" });

    it("returns the exemptions of a resource in their order, expired ones included", () => {
        const matching = [exemption(WEB.urn), exemption("*web"), { ...exemption("web"), until: "2020-01-01" }, exemption("urn:*")];
        const exempt = [exemption("we"), ...matching, exemption("*webs"), exemption(`${WEB.urn}s`)];
        assert.deepEqual(matchingExemptions(exempt, WEB), matching);
    });

    describe("matches", () => {
        const urn = (name: string) => `urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::${name}`;
        for (const [resource, matching, others] of [
            ["*::web", [], ["web"]],
            ["a*b*c", ["abc", "a-b-c"], ["ac", "a--c"]],
            ["*", ["web", "*", "urn:web"], []],
            ["pulumi:*", ["pulumi:dev"], ["web"]],
            ["urn:web", [], ["urn:web", "web"]],
            ["urn:w*", [], ["urn:web"]],
            [urn("web"), ["web"], ["web2", urn("web")]],
            [urn("*"), ["web", "*"], []],
            [urn("\\*.acme.dev"), ["*.acme.dev"], ["shop.acme.dev", "\\*.acme.dev"]],
            [urn("*.acme.dev"), ["*.acme.dev", "shop.acme.dev"], []],
            ["\\*.acme.dev", ["*.acme.dev"], ["shop.acme.dev"]],
            ["a\\\\*", ["a\\b", "a\\"], ["ab", "a*"]],
            ["a\\b", ["a\\b"], ["ab"]],
        ] as const) {
            it(`${resource} as a name or as a URN`, () => {
                const isMatched = (name: string) => matchingExemptions([exemption(resource)], { name, urn: urn(name) }).length > 0;
                for (const name of matching) assert.ok(isMatched(name), name);
                for (const name of others) assert.ok(!isMatched(name), name);
            });
        }
    });

    it("compares a resource with exemptions that have no wildcard by looking them up", () => {
        let reads = 0;
        const exempt = Array.from({ length: 1000 }, (_, index) =>
            Object.defineProperty(exemption(""), "resource", {
                get: () => {
                    reads++;
                    return `web-${index}`;
                },
            }),
        );
        for (const [index, expected] of exempt.entries()) {
            const name = `web-${index}`;
            assert.equal(matchingExemptions(exempt, { name, urn: `urn:${name}` })[0], expected);
        }
        assert.equal(reads, 1000);
    });
});
