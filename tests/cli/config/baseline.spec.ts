import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { addExemptions, printConfig } from "../../../src/cli/config/baseline";
import type { Config } from "../../../src/cli/config/config";

const TERMS = { reason: "moves soon", until: "2026-06-30" };

describe("addExemptions", () => {
    const add = (config: Config, ...clients: (readonly [policy: string, urn: string])[]) =>
        addExemptions(
            config,
            clients.map(([policy, urn]) => ({ policy, urn, name: "web" })),
            TERMS,
        );

    it("adds an exemption for each policy and client, sorted by policy and URN", () => {
        const config = add({}, ["b", "urn:2"], ["b", "urn:10"], ["a", "urn:2"]);
        assert.deepEqual(config, {
            a: { exempt: [{ resource: "urn:2", ...TERMS }] },
            b: {
                exempt: [
                    { resource: "urn:10", ...TERMS },
                    { resource: "urn:2", ...TERMS },
                ],
            },
        });
        assert.deepEqual(Object.keys(config), ["a", "b"]);
    });

    it("adds one exemption for several violations of a policy by a client", () => {
        assert.deepEqual(add({}, ["a", "urn:1"], ["a", "urn:1"]), { a: { exempt: [{ resource: "urn:1", ...TERMS }] } });
    });

    it("keeps levels, options and exemptions", () => {
        const kept = { resource: "web", reason: "old" };
        const config: Config = {
            z: "advisory",
            b: { enforcementLevel: "mandatory", maxMinutes: 5, exempt: [{ resource: "worker", reason: "old", until: "2020-01-01" }, kept] },
            a: "mandatory",
            all: "advisory",
        };
        const copy = structuredClone(config);
        const result = add(config, ["a", "urn:1"], ["b", "urn:1"], ["c", "urn:1"]);
        const added = { resource: "urn:1", ...TERMS };
        assert.deepEqual(result, {
            all: "advisory",
            a: { enforcementLevel: "mandatory", exempt: [added] },
            b: {
                enforcementLevel: "mandatory",
                maxMinutes: 5,
                exempt: [added, kept, { resource: "worker", reason: "old", until: "2020-01-01" }],
            },
            c: { exempt: [added] },
            z: "advisory",
        });
        assert.deepEqual(Object.keys(result), ["all", "a", "b", "c", "z"]);
        assert.deepEqual(config, copy);
    });

    it("only sorts if there is nothing to add", () => {
        const exempt = ["b", "a"].map(resource => ({ resource, reason: "old" }));
        const result = add({ b: {}, a: { exempt } });
        assert.deepEqual(Object.entries(result), [
            ["a", { exempt: [...exempt].reverse() }],
            ["b", {}],
        ]);
    });
});

describe("printConfig", () => {
    it("prints one exemption per line", () => {
        const config: Config = {
            all: { enforcementLevel: "advisory" },
            "limit-redirect-hosts": { enforcementLevel: "mandatory", hosts: ["acme.dev", "*.acme.dev"], exempt: [] },
            "no-implicit-flow": {
                exempt: [
                    { resource: "urn:1", reason: "moves\u200b soon", until: "2026-06-30" },
                    { resource: "urn:2", reason: 'a "quoted" reason' },
                ],
            },
            "valid-name": {},
            "valid-oauth-flows": "mandatory",
        };
        const text = [
            "{",
            '    "all": {',
            '        "enforcementLevel": "advisory"',
            "    },",
            '    "limit-redirect-hosts": {',
            '        "enforcementLevel": "mandatory",',
            '        "hosts": ["acme.dev", "*.acme.dev"],',
            '        "exempt": []',
            "    },",
            '    "no-implicit-flow": {',
            '        "exempt": [',
            '            { "resource": "urn:1", "reason": "moves\\u200b soon", "until": "2026-06-30" },',
            '            { "resource": "urn:2", "reason": "a \\"quoted\\" reason" }',
            "        ]",
            "    },",
            '    "valid-name": {},',
            '    "valid-oauth-flows": "mandatory"',
            "}",
            "",
        ];
        assert.equal(printConfig(config), text.join("\n"));
        assert.deepEqual(JSON.parse(printConfig(config)), config);
    });

    it("prints an empty configuration", () => assert.equal(printConfig({}), "{}\n"));
});
