import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { levelOf, Pack, ROOT, secret } from "./pack";

/** What the pack has in versions of its own, so that the rules come with other copies. */
const SDK = ["@pulumi/policy", "@pulumi/pulumi"];

/** As npm installs it. */
function install(folder: string): void {
    cpSync(path.join(ROOT, "examples/own-pack"), folder, { recursive: true, filter: file => !file.includes("node_modules") });
    const from = path.join(ROOT, "node_modules");
    const to = path.join(folder, "node_modules");
    mkdirSync(path.join(to, "@pulumi"), { recursive: true });
    const packages = readdirSync(from).flatMap(name => (name === "@pulumi" ? "@pulumi/aws" : name));
    for (const name of packages) symlinkSync(path.join(from, name), path.join(to, name));
    for (const name of SDK) {
        cpSync(path.join(from, name), path.join(to, name), { recursive: true });
        const manifest = path.join(to, name, "package.json");
        // To the compiler, copies of one version are the same.
        writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, "utf8")), version: "0.0.0-other" }));
    }
    symlinkSync(ROOT, path.join(to, "pulumi-policy-aws-cognito"));
}

describe("a pack of one's own with these rules", function () {
    this.timeout(60_000);

    let folder: string;
    let pack: Pack;
    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), "own-pack-"));
        install(folder);
        execFileSync(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc")], { cwd: folder, stdio: "inherit" });
        pack = await Pack.start(folder);
    });
    after(async () => {
        await pack?.stop();
        rmSync(folder, { recursive: true });
    });

    it("has the rules that were picked, at the level that was set, and its own", async () => {
        const { name, policiesList } = await pack.info();
        const levels = new Map(policiesList.map(policy => [policy.name, levelOf(policy.enforcementlevel)]));
        assert.equal(name, "shop-app-clients");
        assert.equal(levels.get("no-implicit-flow"), "mandatory");
        assert.equal(levels.get("require-team-in-name"), "advisory");
        assert.ok(levels.has("valid-auth-flows"));
        assert.ok(!levels.has("no-user-admin-scope"));
    });

    it("judges by the rule of its own, which has options and exemptions like any other", async () => {
        const props = { name: "web", preventUserExistenceErrors: "ENABLED" };
        assert.deepEqual(
            (await pack.analyze({ props })).map(({ policy, message }) => [policy, message.split("\n")[1]]),
            [
                [
                    "require-team-in-name",
                    "name is web, and begins with none of accounts, catalogue, checkout. Set name to the team and the app, as in checkout-web.",
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

    it("keeps secrets, although its copy of the SDK has a class of its own for them", async () => {
        await pack.configure({ "require-prevent-user-existence-errors": { level: "remediate" } });
        const remediations = await pack.remediate({ props: { preventUserExistenceErrors: secret("LEGACY") } });
        assert.deepEqual(
            remediations.map(({ props }) => props),
            [{ preventUserExistenceErrors: secret("ENABLED") }],
        );
    });
});

describe("the rules for other packs", () => {
    it("serve nothing when they are imported", () => {
        const program = `const { rules, toPolicy } = require("pulumi-policy-aws-cognito/rules"); process.stdout.write(typeof toPolicy(rules[0]).name);`;
        assert.equal(execFileSync(process.execPath, ["--eval", program], { cwd: ROOT, encoding: "utf8", timeout: 20_000 }), "string");
    });
});
