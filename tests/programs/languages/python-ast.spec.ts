import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { readPython } from "../../../src/programs/languages/python";
import { cases } from "../../support/clients";
import { arbitraryInputs, arbitraryLayout, PRINTERS } from "./generated-programs";
import { readInputs } from "./read-inputs";

/** Prints the keyword arguments of the first client of each program as JSON: null for a syntax error, "?" for what is no literal. */
const SCRIPT = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def value(node):
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Args") and not node.args:
        return {keyword.arg: value(keyword.value) for keyword in node.keywords}
    try:
        result = ast.literal_eval(node)
        json.dumps(result).encode()
        return result
    except Exception:
        if isinstance(node, ast.JoinedStr) and all(isinstance(part, ast.Constant) for part in node.values):
            return "".join(part.value for part in node.values)
        return "?"
def read(source):
    try:
        tree = ast.parse(source)
    except Exception:
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "aws.cognito.UserPoolClient":
            return {keyword.arg or "**": value(keyword.value) for keyword in node.keywords}
    return {}
print(json.dumps([read(source) for source in json.load(sys.stdin)]))
`;

function runPython(sources: readonly string[]): (Readonly<Record<string, unknown>> | null)[] | undefined {
    const { status, stdout } = spawnSync("python3", ["-c", SCRIPT], { input: JSON.stringify(sources), encoding: "utf8", maxBuffer: 1e8 });
    return status === 0 ? JSON.parse(stdout) : undefined;
}

function camelCase(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(camelCase);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name.replace(/_[a-z]/g, match => match.charAt(1).toUpperCase()), camelCase(part)]),
    );
}

describe("damaged programs in Python", () => {
    it("give the values that Python itself reads, or none", function () {
        const damage = fc.record({ position: fc.nat(), isDoubled: fc.boolean() });
        const sources = fc.sample(
            fc.tuple(arbitraryInputs, arbitraryLayout, damage).map(([inputs, layout, { position, isDoubled }]) => {
                const source = PRINTERS[0]?.print(inputs, layout) ?? "";
                const offset = position % source.length;
                return source.slice(0, offset) + (isDoubled ? source.charAt(offset).repeat(2) : "") + source.slice(offset + 1);
            }),
            cases(3000),
        );
        const results = runPython(sources);
        if (!results) this.skip();
        for (const [index, source] of sources.entries()) {
            const expected = results[index];
            const [client] = readInputs(readPython, "__main__.py", source);
            // What is no program for Python is read as far as it is certain, which another test checks.
            if (!expected || !client) continue;
            const values = camelCase(expected) as Record<string, unknown>;
            if (!client.isOpen) assert.deepEqual(Object.keys(client.inputs).sort(), Object.keys(values).sort(), source);
            for (const [name, value] of Object.entries(client.inputs)) {
                if (!JSON.stringify(value).includes('"?"') && !JSON.stringify(values[name]).includes('"?"'))
                    assert.deepEqual(value, values[name], source);
            }
        }
    });
});
