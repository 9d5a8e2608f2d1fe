import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import type { Log } from "sarif";
import type { Report } from "../../src/report/report";
import { formatLocation } from "../../src/stacks/positions/location";
import { folder } from "../support/check";
import { MAIN_MODULE, run } from "../support/run-cli";
import { inFolder } from "../support/working-folder";

/** States and previews of real programs. */
const POSITIONS = join(__dirname, "../support/positions");

/** For each program, where it creates its clients: a component of the program and one of a package, a loop, and a declaration in YAML. */
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    "mono-ts": {
        a: ["src/index.ts:9:5"],
        b: ["src/index.ts:9:5"],
        "pkg-client": ["src/index.ts:7:1"],
        "web-client": ["src/sign-in.ts:7:9", "src/index.ts:6:1"],
    },
    "shop-python": {
        a: ["__main__.py:27"],
        "admin-client": ["__main__.py:10", "__main__.py:25"],
        b: ["__main__.py:27"],
        "web-client": ["__main__.py:10", "__main__.py:24"],
    },
    "shop-yaml": { web: ["Pulumi.yaml:13:3"] },
};

/** Returns the locations of the clients in a report, each followed by its callers. */
const READERS: Readonly<Record<string, (output: string) => Record<string, readonly string[]>>> = {
    text(output) {
        const lines = output.split("\n");
        const headings = lines.flatMap((line, index) => {
            const [, name = "", location] = /^(\S+) {2}(\S+)$/.exec(line) ?? [];
            const callers = lines.slice(index + 1).map(next => /^ {2}called from (\S+)$/.exec(next)?.[1]);
            return location === undefined ? [] : [[name, [location, ...callers.slice(0, callers.indexOf(undefined))]] as const];
        });
        return sorted(headings);
    },
    json(output) {
        const { violations, unknown }: Report = JSON.parse(output);
        const places = [...violations, ...unknown].map(({ name, location, callers = [] }) => {
            return [name, [location, ...callers].map(place => place && formatLocation(place))] as const;
        });
        return sorted(places);
    },
    sarif(output) {
        const [run] = (JSON.parse(output) as Log).runs;
        const results = (run?.results ?? []).map(({ locations = [], relatedLocations = [] }) => {
            const places = [...locations, ...relatedLocations].map(({ physicalLocation: { artifactLocation, region } = {} }) => {
                return [artifactLocation?.uri, region?.startLine, region?.startColumn ?? []].flat().join(":");
            });
            return [locations[0]?.logicalLocations?.[0]?.name ?? "", places] as const;
        });
        return sorted(results);
    },
};

function sorted(places: readonly (readonly [name: string, places: readonly (string | undefined)[]])[]): Record<string, readonly string[]> {
    return Object.fromEntries([...places].sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, readonly string[]>;
}

/** A configuration with which every client of the programs has a violation. */
const CONFIG = JSON.stringify({ all: "disabled", "require-write-attributes": "mandatory" });

const LOCATION = /"(location|callers)":/;

describe("check finds the lines of a program", () => {
    const { path, write } = folder();
    before(() => {
        cpSync(POSITIONS, path("infra"), { recursive: true });
        mkdirSync(path("elsewhere"));
        write("config.json", CONFIG);
    });
    const check = (cwd: string, ...args: readonly string[]) => inFolder(path(cwd), () => run(["check", ...args]));

    for (const [program, places] of Object.entries(PROGRAMS)) {
        for (const file of [`${program}.state.json`, `${program}.preview.json`]) {
            for (const [format, read] of Object.entries(READERS)) {
                it(`${file}, ${format}`, async () => {
                    const args = ["--config", "../../config.json", "--format", format, `../${file}`];
                    const { code, stdout, stderr } = await check(`infra/${program}`, ...args);
                    assert.deepEqual([code, stderr], [1, ""]);
                    assert.deepEqual(read(stdout), places);
                });

                it(`${file}, ${format}, from the root of a monorepo`, async () => {
                    const project = `infra/${program}`;
                    const args = ["--config", "config.json", "--project", project, "--format", format, `infra/${file}`];
                    const { stdout } = await check(".", ...args);
                    const expected = Object.entries(places).map(([name, list]) => [name, list.map(place => `${project}/${place}`)]);
                    assert.deepEqual(read(stdout), Object.fromEntries(expected));
                });
            }
        }

        it(`${program}, but not from a folder without the program`, async () => {
            const args = ["--project", `../infra/${program}`, "--format", "json", `../infra/${program}.state.json`];
            assert.doesNotMatch((await check("elsewhere", ...args)).stdout, LOCATION);
        });
    }

    it("but not without the file of a YAML program", async () => {
        assert.doesNotMatch((await check("elsewhere", "--format", "json", "../infra/shop-yaml.state.json")).stdout, LOCATION);
    });

    it("but not of another project", async () => {
        assert.doesNotMatch((await check("infra/shop-python", "--format", "json", "../mono-ts.state.json")).stdout, LOCATION);
    });

    it("also of exempt and fixed clients and of unknown values", async () => {
        const exempt = [{ resource: "web-*", reason: "old" }];
        const policies = {
            "require-prevent-user-existence-errors": { enforcementLevel: "remediate", exempt },
            "valid-user-pool-id": "mandatory",
        };
        write("levels.json", JSON.stringify({ all: "disabled", ...policies }));
        const { stdout } = await check("infra/mono-ts", "--config", "../../levels.json", "--format", "json", "../mono-ts.preview.json");
        const { exempt: exemptions, remediated, unknown }: Report = JSON.parse(stdout);
        const placesOf = (results: Report["exempt"] | Report["remediated"] | Report["unknown"]) => {
            return sorted(
                [...results].map(({ name, location, callers = [] }) => {
                    return [name, [location, ...callers].map(place => place && formatLocation(place))];
                }),
            );
        };
        const { "web-client": web, ...others } = PROGRAMS["mono-ts"] ?? {};
        assert.deepEqual(placesOf(exemptions), { "web-client": web });
        assert.deepEqual(placesOf(remediated), others);
        assert.deepEqual(placesOf(unknown), PROGRAMS["mono-ts"]);
    });

    for (const [program, isLoaded] of [
        ["mono-ts", false],
        ["shop-yaml", true],
    ] as const) {
        it(`and ${isLoaded ? "loads" : "does not load"} the YAML parser for ${program}`, () => {
            const script = `
                process.argv.splice(1, 0, "main");
                require(${JSON.stringify(MAIN_MODULE)});
                process.on("exit", () => console.error(Object.keys(require.cache).some(file => /node_modules.yaml/.test(file))));`;
            const args = ["--require", require.resolve("tsx/cjs"), "--eval", script, "--", "check", `../${program}.state.json`];
            const { stderr } = spawnSync(process.execPath, args, { cwd: path(`infra/${program}`), encoding: "utf8" });
            assert.equal(stderr, `${isLoaded}\n`);
        });
    }

    it("and rejects a project folder that does not exist", async () => {
        const { code, stdout, stderr } = await check(".", "--project", "missing", "infra/mono-ts.state.json");
        const error = "error: could not read the project folder missing: no such file or directory.\n";
        assert.deepEqual([code, stdout, stderr], [2, "", error]);
    });
});
