import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { PACKAGE_FOLDER, packageInfo } from "../../src/util/package-info";
import { ROOT } from "../support/pack";

describe("packageInfo", () => {
    it("finds the folder of the package", () => assert.equal(PACKAGE_FOLDER, ROOT));

    it("reads the fields that the pack shows", () => {
        const { name, version, description, homepage, bugs, keywords } = packageInfo();
        assert.equal(name, "pulumi-policy-aws-cognito");
        assert.match(version, /^\d+\.\d+\.\d+/);
        assert.match(description, /^[A-Z].+\.$/);
        for (const url of [homepage, bugs]) assert.equal(new URL(url).protocol, "https:");
        assert.ok(keywords.includes("cognito"));
    });

    it("describes a package with a policy pack", () => assert.ok(existsSync(path.join(PACKAGE_FOLDER, "PulumiPolicy.yaml"))));
});
