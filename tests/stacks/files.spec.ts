import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { relative } from "node:path";
import { describe, it } from "mocha";
import { findFiles } from "../../src/stacks/files";
import { folder } from "../support/check";
import { inFolder } from "../support/working-folder";

describe("findFiles", () => {
    const { write, path } = folder();
    /** Returns what is found in folders and files below the test's folder, relative to it. */
    const find = (...names: string[]) => {
        const { files, empty, errors } = findFiles(names.map(path));
        return {
            empty: empty.map(folder => relative(path("."), folder)),
            named: files.filter(({ isNamed }) => isNamed).map(({ file }) => relative(path("."), file)),
            found: files.filter(({ isNamed }) => !isNamed).map(({ file }) => relative(path("."), file)),
            errors: errors.map(error => error.replaceAll(`${path(".")}/`, "")),
        };
    };

    it("returns files as they are named, sorted, without reading them", () => {
        assert.deepEqual(findFiles(["b.json", "-", "a.txt"]), {
            files: ["-", "a.txt", "b.json"].map(file => ({ file, isNamed: true })),
            folders: [],
            empty: [],
            errors: [],
        });
    });

    it("searches a folder and the folders in it for states, compressed or not", () => {
        for (const name of ["b.json", "a/deep/er/c.json.gz", "a.json.zst", "d.json.bak", "e.json.attrs", "f.yaml", "json", "g.jsonl"])
            write(`search/${name}`, "");
        assert.deepEqual(find("search"), {
            empty: [],
            named: [],
            found: ["search/a.json.zst", "search/a/deep/er/c.json.gz", "search/b.json"],
            errors: [],
        });
    });

    it("returns the folders that are named, and those of them that have neither a state nor an error", () => {
        write("folders/a/b/c.json", "");
        mkdirSync(path("folders/empty"));
        mkdirSync(path("folders/broken"));
        symlinkSync("missing", path("folders/broken/link.json"));
        symlinkSync("missing", path("folders/a/link.json"));
        const folders = ["folders/a", "folders/empty", "folders/broken"].map(path);
        const found = findFiles([...folders, path("folders/a/b/c.json")]);
        assert.deepEqual([found.folders, found.empty], [folders, [path("folders/empty")]]);
    });

    it("sorts files in folders among those that are named", () => {
        for (const name of ["a.json", "b/c.json", "d.json"]) write(`sorted/${name}`, "");
        const { files } = findFiles(["sorted/d.json", "sorted/b", "sorted/a.json"].map(path));
        assert.deepEqual(
            files.map(({ file }) => relative(path("sorted"), file)),
            ["a.json", "b/c.json", "d.json"],
        );
    });

    it("takes - for standard input if there is such a folder as well", async () => {
        write("stdin/-/a.json", "");
        const { files } = await inFolder(path("stdin"), () => findFiles(["-"]));
        assert.deepEqual(files, [{ file: "-", isNamed: true }]);
    });

    it("searches a folder whose name ends in .json", () => {
        write("odd/dev.json/a.json", "");
        assert.deepEqual(find("odd").found, ["odd/dev.json/a.json"]);
    });

    it("skips what a self-managed backend stores besides the states", () => {
        const others = [
            "history/shop/dev/dev-1.checkpoint.json",
            "backups/shop/dev/dev.1.json",
            "locks/shop/dev/1.json",
            "journal/shop/1.json",
        ];
        const states = ["stacks/shop/dev.json", "stacks/history/dev.json.gz", "stacks/old.json"];
        for (const root of ["backend/.pulumi", "bucket"]) {
            for (const name of [...others, ...states]) write(`${root}/${name}`, "");
            assert.deepEqual(
                find(root).found,
                [...states].sort().map(name => `${root}/${name}`),
            );
        }
        write("removed/.pulumi/history/shop/dev.json", "");
        assert.deepEqual(find("removed").empty, ["removed"]);
        assert.equal(find("backend/.pulumi/history").found.length, 1);
    });

    it("searches folders of these names elsewhere, and skips node_modules", () => {
        for (const name of ["history/a.json", "locks/b.json", "node_modules/x/package.json"]) write(`plain/${name}`, "");
        assert.deepEqual(find("plain").found, ["plain/history/a.json", "plain/locks/b.json"]);
    });

    it("returns a file once, as it is named", () => {
        write("once/a.json", "");
        write("once/b.json", "");
        symlinkSync(path("once/a.json"), path("once/c.json"));
        const expected = { empty: [], named: ["once/b.json"], found: ["once/a.json"], errors: [] };
        assert.deepEqual(find("once", "once/b.json", "once"), expected);
        assert.deepEqual(find("once/b.json", "once/../once", "once/b.json"), expected);
        assert.deepEqual(find("once/c.json", "once/a.json").named, ["once/a.json"]);
    });

    it("follows links, also in a circle", () => {
        write("linked/dev.json", "");
        write("target/prod.json", "");
        symlinkSync(".", path("linked/circle"));
        symlinkSync(path("target"), path("linked/more"));
        symlinkSync(path("linked"), path("target/back"));
        assert.deepEqual(find("linked"), { empty: [], named: [], found: ["linked/dev.json", "linked/more/prod.json"], errors: [] });
    });

    it("reports links that lead nowhere", () => {
        mkdirSync(path("broken"));
        write("broken/a.json", "");
        symlinkSync("self.json", path("broken/self.json"));
        symlinkSync("missing", path("broken/lost"));
        assert.deepEqual(find("broken"), {
            empty: [],
            named: [],
            found: ["broken/a.json"],
            errors: [
                "could not read broken/lost: no such file or directory.",
                "could not read broken/self.json: too many symbolic links encountered.",
            ],
        });
    });

    it("reports only the link in a folder with nothing else", () => {
        mkdirSync(path("lost"));
        symlinkSync("missing.json", path("lost/a.json"));
        assert.deepEqual(find("lost").errors, ["could not read lost/a.json: no such file or directory."]);
    });

    it("skips pipes", function () {
        if (process.platform === "win32") this.skip();
        write("pipes/a.json", "");
        spawnSync("mkfifo", [path("pipes/b.json")]);
        assert.deepEqual(find("pipes"), { empty: [], named: [], found: ["pipes/a.json"], errors: [] });
    });

    it("lists a folder without states", () => {
        mkdirSync(path("empty"));
        assert.deepEqual(find("empty"), { empty: ["empty"], named: [], found: [], errors: [] });
    });
});
