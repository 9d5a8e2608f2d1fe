import * as assert from "node:assert/strict";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import { ProgramReader } from "../../../src/report/sources/program-reader";
import { readSources } from "../../../src/report/sources/read-sources";
import { checkpoint, folder, preview, resource, state } from "../../support/check";

describe("readSources", () => {
    const { write, path } = folder();
    const read = async (paths: readonly string[], stdin = "") => {
        const { stacks, errors, skipped } = await readSources(paths, new ProgramReader(), { stdin: Readable.from([Buffer.from(stdin)]) });
        return { stacks: stacks.map(({ file, resources }) => [file, ...resources.map(({ name }) => name)]), errors, skipped };
    };

    it("returns the resources in each file, sorted by file", async () => {
        const files = [
            write("d.json", state(resource("a"), resource("b"))),
            write("c.json", checkpoint(resource("c"))),
            write("b.json.gz", gzipSync(checkpoint(resource("d")))),
            write("a.json", preview({ op: "create", newState: resource("e") })),
        ] as const;
        const expected = {
            stacks: [["-"], [files[3], "e"], [files[2], "d"], [files[1], "c"], [files[0], "a", "b"]],
            errors: [],
            skipped: 0,
        };
        assert.deepEqual(await read([...files, "-"], state()), expected);
        assert.deepEqual(await read(["-", ...[...files].reverse()], state()), expected);
        assert.deepEqual(await read([path("."), "-"], state()), expected);
    });

    it("skips other JSON in a folder, but not a file that is named", async () => {
        const stack = write("mixed/dev.json", state(resource("web")));
        const other = write("mixed/package.json", '{"name": "shop"}');
        write("mixed/list.json", "[]");
        assert.deepEqual(await read([path("mixed")]), { stacks: [[stack, "web"]], errors: [], skipped: 2 });
        const error = "neither a state nor a preview; expected the output of `pulumi stack export` or `pulumi preview --json`.";
        assert.deepEqual(await read([path("mixed"), other]), { stacks: [[stack, "web"]], errors: [`${other}: ${error}`], skipped: 1 });
    });

    it("reports resources that cannot be read and reads the others", async () => {
        const file = write("damaged.json", state(resource("old", {}, { urn: "old" }), resource("web")));
        const error = "deployment.resources[0].urn must be a URN, so the resource is not checked; export the stack again.";
        assert.deepEqual(await read([file]), { stacks: [[file, "web"]], errors: [`${file}: ${error}`], skipped: 0 });
    });

    it("reports files that cannot be read and reads the others", async () => {
        const [good, cut, empty, wrong] = [
            write("bad/good.json", state(resource("web"))),
            write("bad/cut.json", state(resource("web")).slice(0, 40)),
            write("bad/empty.json", ""),
            write("bad/wrong.json", '{"deployment": []}'),
        ];
        const gzip = write("bad/zip.json.gz", gzipSync(state()).subarray(0, 20));
        assert.deepEqual(await read([path("bad"), path("missing")]), {
            stacks: [[good, "web"]],
            errors: [
                `${cut}: unexpected end of JSON at line 1, column 41 (truncated file?)`,
                `${empty}: empty; expected the output of \`pulumi stack export\` or \`pulumi preview --json\`.`,
                `${wrong}: deployment must be an object.`,
                `could not read ${gzip}: the compressed data is truncated or damaged (unexpected end of file).`,
                `could not read ${path("missing")}: no such file or directory.`,
            ],
            skipped: 0,
        });
    });
});
