import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
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

    it("has no name if the project file has none", () => {
        write("yml/Pulumi.yaml", "runtime: nodejs\n");
        assert.deepEqual(Object.keys(openProject(path("yml")).settings ?? {}), ["file", "text"]);
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
        ['\n{"name": "shop"}', "shop"],
    ] as const) {
        it(`reads the name in ${JSON.stringify(content)}`, () => assert.equal(nameIn(content), name));
    }

    it("warns of a project file that is not valid JSON", () => {
        const file = write("infra/Pulumi.yaml", "{name: shop}");
        const { settings, warnings } = openProject(path("infra"));
        const reason = "not JSON at line 1, column 2: expected a property name in double quotes, got text without double quotes";
        assert.deepEqual([settings, warnings], [undefined, [`could not read ${file}: ${reason}; lines of the program may be missing`]]);
    });

    it("does not read a project file that is a folder, a device, a pipe or too large", function () {
        if (process.platform === "win32") this.skip();
        const warningIn = (name: string, create: (file: string) => unknown) => {
            mkdirSync(path(name));
            create(path(`${name}/Pulumi.yaml`));
            return openProject(path(name)).warnings?.[0]?.replace(path(`${name}/`), "");
        };
        const reasons = [
            warningIn("folder", mkdirSync),
            warningIn("device", file => symlinkSync("/dev/zero", file)),
            warningIn("pipe", file => spawnSync("mkfifo", [file])),
            warningIn("large", file => {
                writeFileSync(file, "");
                truncateSync(file, 5_000_001); // a sparse file
            }),
        ].map(warning => /^could not read Pulumi.yaml: (.*); lines of the program may be missing$/.exec(warning ?? "")?.[1]);
        assert.deepEqual(reasons, ["not a file", "not a file", "not a file", "it is larger than 5 MB"]);
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
