import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { Pack, ROOT } from "./pack";

describe("what the pages of Pulumi Cloud show", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    it("is what the package says of itself", async () => {
        const { description, homepage, keywords, version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
        const info = await pack.info();
        assert.deepEqual(
            [info.displayname, info.description, info.version, info.provider, info.tagsList, info.repository],
            ["Amazon Cognito app clients", description, version, "aws", keywords, homepage],
        );
        assert.equal(info.readme, readFileSync(path.join(ROOT, "README.md"), "utf8"));
    });
});
