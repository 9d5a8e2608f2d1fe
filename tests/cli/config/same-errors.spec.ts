import * as assert from "node:assert/strict";
import Ajv from "ajv";
import { after, before, describe, it } from "mocha";
import { parseConfig } from "../../../src/cli/config/config";
import { configSchema } from "../../../src/cli/config/schema";
import { rules } from "../../../src/rules";
import { isDay } from "../../../src/util/json-schema";
import { userErrors } from "../../support/check";
import { Pack } from "../../support/pack";

/** A policy with an option, and a policy of a stack with none. */
const LIMIT = "limit-access-token-validity";
const FLOW = "no-implicit-flow";

const exempt = (exemption: object) => ({ exempt: [{ resource: "web", reason: "moves soon", ...exemption }] });

/** Options of a policy, and the number of errors in them. */
const CONFIGS: readonly [policy: string, options: object, errors: number][] = [
    [LIMIT, {}, 0],
    [LIMIT, { maxMinutes: 60 }, 0],
    [LIMIT, { maxMinutes: 0 }, 1],
    [LIMIT, { maxMinutes: -5 }, 1],
    [LIMIT, { maxMinutes: 1.5 }, 1],
    [LIMIT, { maxMinutes: "60" }, 1],
    [LIMIT, { maxMinutes: null }, 1],
    [LIMIT, { maxMinute: 5 }, 1],
    [LIMIT, { enforcmentLevel: "mandatory" }, 1],
    [LIMIT, { maxHours: 5, maxMinutes: [] }, 2],
    [FLOW, { maxMinutes: 5 }, 1],
    [FLOW, { constructor: 1 }, 1],
    [FLOW, { exempt: {} }, 1],
    [FLOW, { exempt: ["web", 1] }, 2],
    [FLOW, exempt({}), 0],
    [FLOW, exempt({ until: "2028-02-29" }), 0],
    [FLOW, exempt({ until: "2026-02-31" }), 1],
    [FLOW, exempt({ until: "soon" }), 1],
    [FLOW, exempt({ until: "" }), 1],
    [FLOW, exempt({ untill: "2026-02-28" }), 1],
    [FLOW, exempt({ reason: " " }), 1],
    [FLOW, exempt({ resource: "", reason: 1 }), 2],
    [FLOW, { exempt: [{}] }, 2],
    [FLOW, { exempt: Array(20).fill({}) }, 11],
    ["limit-redirect-hosts", { allowedHosts: ["*.acme.dev", "https://acme.dev"] }, 1],
    ["limit-oauth-scopes", { allowedScopes: ["", 1] }, 2],
    ["no-unsafe-redirect-schemes", { allowedSchemes: "acme" }, 1],
];

describe("the pack, `check` and the schema for editors find the same errors in", () => {
    const validate = new Ajv({ strict: false, formats: { date: isDay } }).compile(JSON.parse(JSON.stringify(configSchema(rules))));
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    for (const [policy, options, count] of CONFIGS) {
        it(`${policy}: ${JSON.stringify(options).slice(0, 80)}`, async () => {
            const lines = userErrors(() => parseConfig(rules, JSON.stringify({ [policy]: options })));
            assert.equal(lines.length, count);
            assert.equal(validate({ [policy]: options }), count === 0);
            const disabled = rules.map(({ name }) => [name, { level: "disabled" }] as const);
            await pack.configure({ ...Object.fromEntries(disabled), [policy]: { level: "mandatory", options } });
            const description = `${rules.find(({ name }) => name === policy)?.description}\n`;
            const messages = (await pack.analyze({ props: { accessTokenValidity: 1 } })).map(({ message }) =>
                message.replace(description, ""),
            );
            assert.deepEqual(messages.sort(), [...lines].sort()); // over gRPC, an object has its keys in alphabetical order
        });
    }
});
