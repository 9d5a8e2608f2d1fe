import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { npm } from "../support/npm";
import { levelOf, Pack, ROOT, secret } from "../support/pack";

/** The example gets copies of these with another version, as a pack does that depends on another version of the SDK. */
const SDK = ["@pulumi/policy", "@pulumi/pulumi"];

/** Copies the example to a folder and adds its dependencies. */
function install(folder: string): void {
    cpSync(path.join(ROOT, "examples/own-pack"), folder, {
        recursive: true,
        filter: file => !/node_modules|dist/.test(path.basename(file)),
    });
    const from = path.join(ROOT, "node_modules");
    const to = path.join(folder, "node_modules");
    mkdirSync(path.join(to, "@pulumi"), { recursive: true });
    const packages = readdirSync(from).flatMap(name => (name === "@pulumi" ? "@pulumi/aws" : name));
    for (const name of packages) symlinkSync(path.join(from, name), path.join(to, name));
    for (const name of SDK) {
        cpSync(path.join(from, name), path.join(to, name), { recursive: true });
        const manifest = path.join(to, name, "package.json");
        // TypeScript treats copies with the same version as one package.
        writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, "utf8")), version: "0.0.0-other" }));
    }
    symlinkSync(ROOT, path.join(to, "pulumi-policy-aws-cognito"));
}

describe("the example of an own pack", function () {
    this.timeout(60_000);

    let folder: string;
    let pack: Pack;
    let tested: string;
    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), "own-pack-"));
        install(folder);
        tested = npm(folder, "test");
        pack = await Pack.start(folder);
    });
    after(async () => {
        await pack?.stop();
        rmSync(folder, { recursive: true });
    });

    it("passes its own tests", () => assert.match(tested, /require-team-in-name[\s\S]* 6 passing/));

    it("does not publish its tests", () => {
        const [{ files }] = JSON.parse(npm(folder, "pack", "--dry-run", "--json"));
        assert.deepEqual(files.map(({ path }: { path: string }) => path).sort(), [
            "PulumiPolicy.yaml",
            "README.md",
            "dist/index.js",
            "dist/require-team-in-name.js",
            "package.json",
        ]);
    });

    it("has the selected rules, with the adjusted level, and its own rule", async () => {
        const { name, policiesList } = await pack.info();
        const levels = new Map(policiesList.map(policy => [policy.name, levelOf(policy.enforcementlevel)]));
        assert.equal(name, "shop-app-clients");
        assert.equal(levels.get("no-implicit-flow"), "mandatory");
        assert.equal(levels.get("require-team-in-name"), "advisory");
        assert.ok(levels.has("valid-auth-flows"));
        assert.ok(!levels.has("no-user-admin-scope"));
    });

    it("evaluates its own rule with options and exemptions", async () => {
        const props = { name: "web", preventUserExistenceErrors: "ENABLED" };
        assert.deepEqual(
            (await pack.analyze({ props })).map(({ policy, message }) => [policy, message.split("\n")[1]]),
            [
                [
                    "require-team-in-name",
                    'name is "web"; it must start with a team: accounts, catalog, checkout. Set name to the team and the app, as in checkout-web.',
                ],
            ],
        );
        await pack.configure({ "require-team-in-name": { level: "advisory", options: { teams: ["we"], exempt: [] } } });
        assert.equal((await pack.analyze({ props: { ...props, name: "we-web" } })).length, 0);
        await pack.configure({
            "require-team-in-name": { level: "advisory", options: { exempt: [{ resource: "web", reason: "older than the teams" }] } },
        });
        assert.equal((await pack.analyze({ props })).length, 0);
    });

    it("keeps secrets of its own copy of the SDK", async () => {
        await pack.configure({ "require-prevent-user-existence-errors": { level: "remediate" } });
        const remediations = await pack.remediate({ props: { preventUserExistenceErrors: secret("LEGACY") } });
        assert.deepEqual(
            remediations.map(({ props }) => props),
            [{ preventUserExistenceErrors: secret("ENABLED") }],
        );
    });
});

describe("pulumi-policy-aws-cognito/rules", () => {
    it("does not start a pack when imported", () => {
        const program = `const { rules, toPolicy } = require("pulumi-policy-aws-cognito/rules"); process.stdout.write(typeof toPolicy(rules[0]).name);`;
        assert.equal(execFileSync(process.execPath, ["--eval", program], { cwd: ROOT, encoding: "utf8", timeout: 20_000 }), "string");
    });
});
