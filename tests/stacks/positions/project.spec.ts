import * as assert from "node:assert/strict";
import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { before, describe, it } from "mocha";
import { openProject } from "../../../src/stacks/positions/project";
import { folder, userErrors } from "../../support/check";
import { inFolder } from "../../support/working-folder";

describe("openProject", () => {
    const { path, write } = folder();
    before(() => {
        for (const name of ["infra", "yml", "json", "empty"]) mkdirSync(path(name));
    });
    const nameIn = (content: string, file = "infra/Pulumi.yaml") => {
        write(file, content);
        return openProject(path(file).replace(/\/[^/]*$/, "")).settings?.name;
    };

    it("returns the project folder, the current folder and Pulumi.yaml", async () => {
        const text = "name: shop\nruntime: nodejs\n";
        write("infra/Pulumi.yaml", text);
        const cwd = realpathSync(path("."));
        const project = `${cwd}/infra`;
        const expected = { cwd, project, settings: { file: `${project}/Pulumi.yaml`, text, name: "shop" } };
        assert.deepEqual(await inFolder(cwd, () => openProject("infra")), expected);
        assert.deepEqual(await inFolder(project, () => openProject(".")), { ...expected, cwd: project });
    });

    it("resolves symbolic links", () => {
        symlinkSync(path("infra"), path("link"));
        assert.equal(openProject(path("link")).project, realpathSync(path("infra")));
    });

    it("accepts Pulumi.yml, Pulumi.json and a folder without a project file", () => {
        assert.equal(nameIn("name: shop\n", "yml/Pulumi.yml"), "shop");
        assert.equal(nameIn('{"name": "shop"}', "json/Pulumi.json"), "shop");
        assert.deepEqual(Object.keys(openProject(path("empty"))), ["cwd", "project"]);
    });

    it("prefers Pulumi.yaml", () => {
        write("yml/Pulumi.yaml", "name: first\n");
        assert.equal(nameIn("name: second\n", "yml/Pulumi.yml"), "first");
    });

    for (const [content, name] of [
        ["description: a shop\nname:  'my-shop'  # ours\n", "my-shop"],
        ['name: "my.shop_1"\nruntime: nodejs\n', "my.shop_1"],
        ["runtime:\n  name: python\nname: shop\n", "shop"],
        ['{"runtime": {"name": "nodejs"}, "name": "shop"}', "shop"],
        ['\n{"name": 5}', undefined],
        ["runtime:\n  name: python\n", undefined],
        ["", undefined],
    ] as const) {
        it(`reads the name in ${JSON.stringify(content)}`, () => assert.equal(nameIn(content), name));
    }

    it("ignores a project file that is not valid JSON", () => {
        write("infra/Pulumi.yaml", "{name: shop}");
        assert.ok(!("settings" in openProject(path("infra"))));
    });

    it("rejects a folder that does not exist, and a file", () => {
        const [missing, file] = [path("missing"), write("Pulumi.yaml", "")];
        assert.deepEqual(
            userErrors(() => openProject(missing)),
            [`could not read the project folder ${missing}: no such file or directory.`],
        );
        assert.deepEqual(
            userErrors(() => openProject(file)),
            [`could not read the project folder ${file}: not a directory. --project needs the folder of Pulumi.yaml.`],
        );
    });
});
