import * as assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { Pack, ROOT } from "../support/pack";

describe("the description of the pack in Pulumi Cloud", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    it("comes from package.json", async () => {
        const { name, description, homepage, keywords, version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
        const info = await pack.info();
        assert.deepEqual(
            [info.name, info.displayname, info.description, info.version, info.provider, info.tagsList, info.repository],
            [name, "Amazon Cognito app clients", description, version, "aws", keywords, homepage],
        );
    });

    it("links to the documentation", async () => {
        const { readme } = await pack.info();
        const { homepage } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
        assert.ok(readme.startsWith("# pulumi-policy-aws-cognito\n\nPulumi policy pack"), readme);
        const urls = [...readme.matchAll(/\]\(([^)]*)\)/g)].map(([, url = ""]) => url);
        const files = urls.map(url => url.replace(`${homepage}/blob/main/`, "")).filter(file => file !== `${homepage}#readme`);
        assert.deepEqual(
            files.map(file => existsSync(path.join(ROOT, file))),
            [true, true, true],
        );
    });
});
