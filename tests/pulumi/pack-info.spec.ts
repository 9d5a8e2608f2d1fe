import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { Pack, ROOT } from "../support/pack";

describe("the description of the pack in Pulumi Cloud", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    it("comes from package.json and the README", async () => {
        const { name, description, homepage, keywords, version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
        const info = await pack.info();
        assert.deepEqual(
            [info.name, info.displayname, info.description, info.version, info.provider, info.tagsList, info.repository],
            [name, "Amazon Cognito app clients", description, version, "aws", keywords, homepage],
        );
        assert.equal(info.readme, readFileSync(path.join(ROOT, "README.md"), "utf8"));
    });
});
