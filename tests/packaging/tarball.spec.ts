import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { rules } from "../../src/rules";
import { npm } from "../support/npm";
import { Pack, ROOT } from "../support/pack";

const { name, version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));

/** The files of the repository that the build or the tarball needs. */
const SOURCES = [".npmrc", "LICENSE", "PulumiPolicy.yaml", "README.md", "docs", "package.json", "presets", "src", "tsconfig.json"];

describe("the tarball", function () {
    this.timeout(120_000);

    let folder: string;
    let clone: string;
    let printed: string;
    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), "tarball-"));
        clone = path.join(folder, "clone");
        for (const source of SOURCES) cpSync(path.join(ROOT, source), path.join(clone, source), { recursive: true });
        symlinkSync(path.join(ROOT, "node_modules"), path.join(clone, "node_modules"));
        mkdirSync(path.join(clone, "dist"));
        writeFileSync(path.join(clone, "dist/no-removed-rule.js"), ""); // left by an earlier build
        npm(clone, "run", "build");
        printed = npm(clone, "pack", "--loglevel=error");
        execFileSync("tar", ["-xzf", path.join(clone, printed.trim()), "-C", folder]);
    });
    after(() => rmSync(folder, { recursive: true }));

    it("is the only output of npm pack, which Pulumi uses as the file name", () => {
        assert.equal(printed, `${name}-${version}.tgz\n`);
    });

    it("is the only output with a lifecycle script, too", () => {
        const manifest = path.join(clone, "package.json");
        const original = readFileSync(manifest, "utf8");
        writeFileSync(manifest, original.replace('"scripts": {', '"scripts": { "prepack": "echo building",'));
        const output = npm(clone, "pack", "--loglevel=error", "--dry-run");
        writeFileSync(manifest, original);
        assert.equal(output, `${name}-${version}.tgz\n`);
    });

    it("has the compiled pack, the presets and the documentation, and nothing of an earlier build; what no other package imports without types", () => {
        const compiled = filesIn(path.join(ROOT, "src"))
            .filter(file => file.endsWith(".ts"))
            .map(file => `dist/${file.replace(/\.ts$/, "")}`)
            .flatMap(module =>
                /^dist\/(?:cli|programs|report|stacks)\//.test(module) ? [`${module}.js`] : [`${module}.d.ts`, `${module}.js`],
            );
        const copied = ["docs", "presets"]
            .flatMap(folder => filesIn(path.join(ROOT, folder)).map(file => `${folder}/${file}`))
            .filter(file => file !== "docs/report.png");
        const others = ["LICENSE", "PulumiPolicy.yaml", "README.md", "package.json"];
        assert.deepEqual(filesIn(path.join(folder, "package")).sort(), [...compiled, ...copied, ...others].sort());
    });

    it("is built with a command that npx can run in a clone", function () {
        if (process.platform === "win32") this.skip();
        assert.ok(statSync(path.join(clone, "dist/cli/main.js")).mode & 0o100);
    });

    it("has types for each export", () => {
        npm(ROOT, "run", "lint:tarball", "--", path.join(clone, printed.trim()));
    });

    describe("installed without development dependencies", () => {
        let installed: string;
        before(() => {
            installed = path.join(folder, "package");
            npm(installed, "install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund");
        });

        it("starts with Pulumi's loader", async () => {
            const pack = await Pack.start(installed);
            try {
                assert.equal((await pack.info()).policiesList.length, rules.length);
                const found = await pack.analyze({ props: { preventUserExistenceErrors: "LEGACY" } });
                assert.ok(found.some(({ policy }) => policy === "require-prevent-user-existence-errors"));
                assert.equal(pack.printed, "");
            } finally {
                await pack.stop();
            }
        });

        it("can be packed again, as publishing to Pulumi Cloud does", () => {
            assert.equal(npm(installed, "pack", "--loglevel=error"), `${name}-${version}.tgz\n`);
        });
    });
});

function filesIn(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}
