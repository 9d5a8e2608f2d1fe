import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { readProgramText } from "../../src/programs";
import { assertProperty, cases } from "../support/clients";
import { Choices, type ClientArguments, clientArguments, printScript, printYaml } from "./generated";
import { clientsOf, readable } from "./read";
import { agrees, runProgram } from "./run";
import { JAVASCRIPT_TRAPS } from "./traps/javascript";

const seed = fc.nat();

/** Reads a text with one client, whose properties must be these. */
function assertReads(file: string, text: string, args: unknown) {
    const program = readProgramText(file, text);
    assert.deepEqual(program.errors, [], text);
    assert.deepEqual(
        clientsOf(program).map(({ props }) => readable(props)),
        [readable(args)],
        text,
    );
}

/** Deletes or doubles one character. */
function mutate(text: string, choices: Choices): string {
    const offset = choices.below(text.length);
    return text.slice(0, offset) + text.charAt(offset).repeat(choices.of(0, 2)) + text.slice(offset + 1);
}

/** Reads a text, and compares each client with those that the program really creates. */
function assertAgrees(file: string, text: string) {
    const real = runProgram(file, text);
    if (!real) return;
    const read = clientsOf(readProgramText(file, text));
    for (const { name, args } of real) {
        const same = read.filter(client => client.name === name);
        const matches = same.length === 0 || same.some(({ props, isOpen }) => agrees(props, args ?? new Map(), isOpen));
        assert.ok(matches, `${text}\n${JSON.stringify(same.map(({ props }) => readable(props)))}`);
    }
}

describe("generated programs (slow)", () => {
    it("in TypeScript read back as they were", () => {
        assertProperty(
            fc.property(clientArguments, seed, (args, seed) => assertReads("index.ts", printScript(args, new Choices(seed), true), args)),
        );
    });

    it("in JavaScript read back as they were", () => {
        assertProperty(
            fc.property(clientArguments, seed, (args, seed) => assertReads("index.js", printScript(args, new Choices(seed), false), args)),
        );
    });

    it("in YAML read back as they were, but for what Pulumi's versions read differently", () => {
        const isCertain = (args: ClientArguments) => !/\$\$|\$\{/.test(JSON.stringify(args));
        assertProperty(
            fc.property(clientArguments.filter(isCertain), seed, (args, seed) =>
                assertReads("Pulumi.yaml", printYaml(args, new Choices(seed)), args),
            ),
        );
    });

    it("in TypeScript never give a wrong value if a character is missing or doubled", () => {
        assertProperty(
            fc.property(clientArguments, seed, (args, seed) => {
                const choices = new Choices(seed);
                assertAgrees("index.ts", mutate(printScript(args, choices, true), choices));
            }),
            cases(300),
        );
    });

    it("in JavaScript never give a wrong value if a character is missing or doubled", () => {
        assertProperty(
            fc.property(clientArguments, seed, (args, seed) => {
                const choices = new Choices(seed);
                assertAgrees("index.js", mutate(printScript(args, choices, false), choices));
            }),
            cases(300),
        );
    });

    it("in YAML never give a wrong value if a character is missing or doubled", () => {
        assertProperty(
            fc.property(clientArguments, seed, (args, seed) => {
                const choices = new Choices(seed);
                const text = mutate(printYaml(args, choices), choices);
                const clients = clientsOf(readProgramText("Pulumi.yaml", text));
                for (const { props, source } of clients) {
                    const { resources } = parse(text, { logLevel: "silent" });
                    const real = resources[source.construction.assignedTo ?? ""].properties ?? {};
                    for (const [name, value] of Object.entries(props)) {
                        if (!JSON.stringify(real[name] ?? null).includes("$")) assert.ok(agrees(value, toMaps(real[name])), text);
                    }
                }
            }),
            cases(300),
        );
    });
});

/** Converts objects to maps, as {@link agrees} compares them. */
function toMaps(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(toMaps);
    return typeof value === "object" && value !== null
        ? new Map(Object.entries(value).map(([name, member]) => [name, toMaps(member)]))
        : value;
}

/** Calls what the traps declare. */
const CALLS = `
try { const c = new C({ n: "z" }); c.m?.(); c.m?.()?.call?.(); c.initialize?.(); c.x?.(); c.set?.("z"); c.m?.(); } catch {}
try { f(["z"], ["z"]); } catch {}
try { f({ x: { u: ["z"] } }); } catch {}
`;

describe("traps that are run (slow)", () => {
    for (const { title, code, file = "index.ts" } of JAVASCRIPT_TRAPS) {
        it(`do not differ from what was read: ${title}`, () => {
            assertAgrees(file, code);
            assertAgrees(file, code + CALLS);
        });
    }
});
