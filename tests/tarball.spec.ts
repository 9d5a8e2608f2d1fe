import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { rules } from "../src/rules";
import { npm } from "./npm";
import { Pack, ROOT } from "./pack";

const { name, version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));

/** What a clone has and the build or the tarball needs. */
const SOURCES = ["src", "presets", "docs", "LICENSE", "README.md", "PulumiPolicy.yaml", "package.json", "tsconfig.json"];

describe("the tarball", function () {
    this.timeout(120_000);

    let folder: string;
    let printed: string;
    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), "tarball-"));
        const clone = path.join(folder, "clone");
        for (const source of SOURCES) cpSync(path.join(ROOT, source), path.join(clone, source), { recursive: true });
        symlinkSync(path.join(ROOT, "node_modules"), path.join(clone, "node_modules"));
        mkdirSync(path.join(clone, "dist"));
        writeFileSync(path.join(clone, "dist/no-removed-rule.js"), ""); // an earlier build's
        npm(clone, "run", "build");
        printed = npm(clone, "pack", "--loglevel=error");
        execFileSync("tar", ["-xzf", path.join(clone, printed.trim()), "-C", folder]);
    });
    after(() => rmSync(folder, { recursive: true }));

    it("is all that npm names, since Pulumi takes everything it prints for the file's name", () => {
        assert.equal(printed, `${name}-${version}.tgz\n`);
    });

    it("holds the compiled pack, what configures it and what explains it, and nothing of an earlier build", () => {
        const compiled = filesIn(path.join(ROOT, "src"))
            .filter(file => file.endsWith(".ts") && !["docs.ts", "properties.ts"].includes(file))
            .flatMap(file => [`dist/${file.replace(/\.ts$/, ".d.ts")}`, `dist/${file.replace(/\.ts$/, ".js")}`]);
        const presets = filesIn(path.join(ROOT, "presets")).map(file => `presets/${file}`);
        const others = ["LICENSE", "PulumiPolicy.yaml", "README.md", "docs/rules.md", "package.json"];
        assert.deepEqual(filesIn(path.join(folder, "package")).sort(), [...compiled, ...presets, ...others].sort());
    });

    it("has types for each way of importing the rules", () => {
        npm(ROOT, "run", "lint:tarball", "--", path.join(folder, "clone", printed.trim()));
    });

    describe("installed without what developers need", () => {
        let installed: string;
        before(() => {
            installed = path.join(folder, "package");
            npm(installed, "install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund");
        });

        it("is served by Pulumi's loader", async () => {
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

        it("can be packed again, so that whoever has it can publish it", () => {
            assert.equal(npm(installed, "pack", "--loglevel=error"), `${name}-${version}.tgz\n`);
        });

        it("is served without its README too, which tools that slim down node_modules remove", async () => {
            rmSync(path.join(installed, "README.md"));
            const pack = await Pack.start(installed);
            assert.equal((await pack.info()).readme, "");
            await pack.stop();
        });
    });
});

function filesIn(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}
