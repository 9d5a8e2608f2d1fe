import * as assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, win32 } from "node:path";
import { before, describe, it } from "mocha";
import { type Folders, formatLocation, locate, relativeFile, toPlace } from "../../../src/stacks/positions/location";
import { folder } from "../../support/check";

const ROOT: Folders = { cwd: "/repo", project: "/repo" };
const MONOREPO: Folders = { cwd: "/repo", project: "/repo/infra" };

/** Returns the location of a frame as text. */
function locationOf(frame: string, folders: Folders = { ...ROOT }): string | undefined {
    const { location } = locate([frame], folders);
    return location && formatLocation(location);
}

describe("locate", () => {
    it("returns the innermost position in the user's own code, and the others as callers", () => {
        const frames = [
            "project:///node_modules/@acme/auth/index.js#6,9",
            "project:///src/sign-in.ts#7,9",
            "project:///node_modules/@acme/retry/index.js#3,1",
            "project:///src/apps.ts#2,5",
            "project:///src/index.ts#6,1",
            "project:///node_modules/@pulumi/pulumi/vendor/ts-node@7.0.1/index.js#3009,23",
        ];
        assert.deepEqual(locate(frames, { ...ROOT }), {
            location: { file: "src/sign-in.ts", line: 7, column: 9 },
            callers: [
                { file: "src/apps.ts", line: 2, column: 5 },
                { file: "src/index.ts", line: 6, column: 1 },
            ],
        });
    });

    it("returns no callers if there are none", () => {
        assert.deepEqual(locate(["project:///src/index.ts#6,1"], { ...ROOT }), { location: { file: "src/index.ts", line: 6, column: 1 } });
    });

    it("returns nothing if no frame is in the user's own code", () => {
        assert.deepEqual(locate([], { ...ROOT }), {});
        assert.deepEqual(locate(["project:///node_modules/@acme/auth/index.js#6,9", "project:///../shared/auth.ts#1"], { ...ROOT }), {});
    });

    it("returns each position once", () => {
        const frames = ["project:///a.ts#1,1", "project:///b.ts#1,1", "project:///a.ts#1,1", "project:///b.ts#1,2", "project:///b.ts#1,1"];
        const { location, callers = [] } = locate(frames, { ...ROOT });
        assert.deepEqual(
            [location, ...callers].map(position => position && formatLocation(position)),
            ["a.ts:1:1", "b.ts:1:1", "b.ts:1:2"],
        );
    });

    it("returns no column if the position has none", () => {
        assert.deepEqual(locate(["project:///__main__.py#10"], { ...ROOT }).location, { file: "__main__.py", line: 10 });
        assert.deepEqual(locate(["project:///__main__.py#10,0"], { ...ROOT }).location, { file: "__main__.py", line: 10 });
    });

    it("reads frames of 8,192 characters, and no longer ones", () => {
        const frame = (length: number) => `project:///${"a".repeat(length - "project:///#1".length)}#1`;
        assert.ok(locationOf(frame(8192)));
        assert.equal(locationOf(frame(8193)), undefined);
    });

    it("reads each frame once", () => {
        const folders = { ...ROOT };
        const [first, second] = [0, 1].map(() => locate(["project:///a.ts#1"], folders).location);
        assert.equal(first, second);
    });

    describe("resolves a position relative to the project", () => {
        for (const [frame, root, monorepo] of [
            ["project:///src/index.ts#9,5", "src/index.ts:9:5", "infra/src/index.ts:9:5"],
            ["project:///../shared/auth.ts#3,1", undefined, "shared/auth.ts:3:1"],
            ["project:///../../elsewhere/auth.ts#3,1", undefined, undefined],
            ["project:///../infra/../shared/./auth.ts#3", undefined, "shared/auth.ts:3"],
            ["project:///..auth/..index.ts#1", "..auth/..index.ts:1", "infra/..auth/..index.ts:1"],
            ["project:///my%20app/caf%C3%A9%231%25.ts#2,3", "my app/café#1%.ts:2:3", "infra/my app/café#1%.ts:2:3"],
            ["project:///my app/a,b.ts#2,3", "my app/a,b.ts:2:3", "infra/my app/a,b.ts:2:3"],
            ["project:///100%/index.ts#1", "100%/index.ts:1", "infra/100%/index.ts:1"],
            ["project:///%2E%2E/shared/auth.ts#3", undefined, "shared/auth.ts:3"],
            ["project:///file:/repo/my%2520app/index.mjs#5,19", "my app/index.mjs:5:19", "my app/index.mjs:5:19"],
            ["project:///src/file:/repo/infra/index.mjs#5,19", "infra/index.mjs:5:19", "infra/index.mjs:5:19"],
            ["project:///file:/elsewhere/index.mjs#5,19", undefined, undefined],
        ] as const) {
            it(frame, () => {
                assert.deepEqual([locationOf(frame), locationOf(frame, { ...MONOREPO })], [root, monorepo]);
            });
        }

        it("in a project beside the current folder", () => {
            const folders = { cwd: "/repo/app", project: "/repo/infra" };
            assert.equal(locationOf("project:///src/index.ts#1", folders), undefined);
            assert.equal(locationOf("project:///../app/auth.ts#1", folders), "auth.ts:1");
        });

        it("on Windows", () => {
            const folders = { cwd: "C:\\repo", project: "C:\\repo\\infra", path: win32 };
            assert.equal(locationOf("project:///src/index.ts#9,5", folders), "infra/src/index.ts:9:5");
            assert.equal(locationOf("project:///../my%20lib/auth.ts#9,5", folders), "my lib/auth.ts:9:5");
            assert.equal(locationOf("project:///src%5Cindex.ts#9,5", folders), "infra/src/index.ts:9:5");
            assert.equal(locationOf("project:///../../elsewhere/auth.ts#9,5", folders), undefined);
            assert.equal(locationOf("project:///D:/elsewhere/auth.ts#9,5", folders), undefined);
            assert.equal(locationOf("project:///node_modules/a/index.js#9,5", folders), undefined);
            assert.equal(locationOf("project:///src/index.ts#9,5", { ...folders, project: "D:\\infra" }), undefined);
        });
    });

    describe("ignores", () => {
        for (const [name, ...frames] of [
            [
                "packages of Node.js",
                "node_modules/@acme/auth/index.js#6,9",
                "src/node_modules/a/b.js#1",
                "../node_modules/.pnpm/a@1/a.js#1",
            ],
            [
                "packages of Python",
                "lib/site-packages/acme/auth.py#3",
                "dist-packages/acme.py#3",
                "../usr/lib/python3/dist-packages/acme.py#3",
                "__pypackages__/3.12/a.py#1",
            ],
            ["virtual environments", "venv/lib/python3.11/acme.py#3", ".venv/lib/python3.12/src/a.py#3", "env/lib/python3/a.py#1"],
            ["the standard library of Python", "../usr/lib/python3.11/asyncio/events.py#80"],
            ["modules of Go", "vendor/github.com/acme/auth/auth.go#3", "../home/ci/go/pkg/mod/github.com/acme/auth@v1.2.3/auth.go#3"],
            ["the runtime of Go", "../usr/local/go/src/runtime/proc.go#283", "../go/1.26/x64/src/runtime/asm_amd64.s#1771"],
            ["the platform of SST", ".sst/platform/src/components/aws/cognito.ts#3"],
            ["plugins of Pulumi", "../root/.pulumi/plugins/resource-auth-v1.0.0/index.js#3"],
            ["language hosts", "../usr/local/bin/pulumi-language-python-exec#188", "../home/ci/pulumi-yaml/pkg/pulumiyaml/run.go#1026"],
        ] as const) {
            for (const frame of frames) {
                it(`${name}: ${frame}`, () => assert.equal(locationOf(`project:///${frame}`, { ...MONOREPO }), undefined));
            }
        }

        for (const frame of [
            "project:///src/index.ts",
            "project:///src/index.ts#",
            "project:///src/index.ts#0",
            "project:///src/index.ts#-1",
            "project:///src/index.ts#1.5",
            "project:///src/index.ts#1,x",
            "project:///src/index.ts#1234567890",
            "project:///#1",
            "project:///..#1",
            "file:///repo/src/index.ts#1",
            "src/index.ts#1",
            "",
        ]) {
            it(`what is not a position in a file: ${frame}`, () => assert.equal(locationOf(frame, { ...MONOREPO }), undefined));
        }
    });

    describe("does not ignore", () => {
        for (const file of [
            "node_modules.ts",
            "my-node_modules/index.ts",
            "vendors/index.ts",
            "vendor.go",
            "src/lib/python/index.py",
            "lib/pythonic/index.py",
            "pkg/mod/main.go",
            "cmd@v2/main.go",
            "src/runtime/main.go",
            "env/main.py",
            "venv.py",
            "pulumi-language/index.ts",
            "pulumi-yaml/index.ts",
            ".ssti/index.ts",
        ]) {
            it(file, () => assert.equal(locationOf(`project:///${file}#1`), `${file}:1`));
        }

        it("the project itself in a folder with the name of a dependency folder", () => {
            const folders = { cwd: "/vendor/repo", project: "/vendor/repo/vendor/infra" };
            assert.equal(locationOf("project:///index.ts#1", folders), "vendor/infra/index.ts:1");
        });
    });

    describe("in a folder with pyvenv.cfg", () => {
        const { path, write } = folder();
        before(() => {
            for (const name of ["pyenv/src/acme/auth.py", "infra/tools/auth.py"]) mkdirSync(dirname(path(name)), { recursive: true });
            write("pyenv/pyvenv.cfg", "home = /usr/bin\n");
        });

        it("ignores the virtual environment", () => {
            const folders = { cwd: path("."), project: path("infra") };
            assert.equal(locationOf("project:///../pyenv/src/acme/auth.py#1", folders), undefined);
            assert.equal(locationOf("project:///../pyenv/auth.py#1", folders), undefined);
            assert.equal(locationOf("project:///tools/auth.py#1", folders), "infra/tools/auth.py:1");
        });

        it("looks for it once for each position", () => {
            const folders = { cwd: path("."), project: path("infra") };
            const frame = "project:///tools/new/auth.py#1";
            mkdirSync(path("infra/tools/new"));
            assert.equal(locationOf(frame, folders), "infra/tools/new/auth.py:1");
            write("infra/tools/new/pyvenv.cfg", "");
            assert.equal(locationOf(frame, folders), "infra/tools/new/auth.py:1");
            assert.equal(locationOf(frame, { ...folders }), undefined);
        });

        it("looks for it once for each folder", () => {
            const folders = { cwd: path("."), project: path("infra") };
            mkdirSync(path("lib/auth/src"), { recursive: true });
            assert.equal(locationOf("project:///../lib/auth/src/a.py#1", folders), "lib/auth/src/a.py:1");
            write("lib/auth/pyvenv.cfg", "");
            for (const file of ["lib/auth/src/b.py", "lib/auth/c.py", "lib/d.py"]) {
                assert.equal(locationOf(`project:///../${file}#1`, folders), `${file}:1`);
            }
            assert.equal(locationOf("project:///../lib/auth/c.py#1", { ...folders }), undefined);
        });

        it("does not ignore the current folder and the project", () => {
            const pyenv = path("pyenv");
            assert.equal(locationOf("project:///src/acme/auth.py#1", { cwd: pyenv, project: pyenv }), "src/acme/auth.py:1");
            assert.equal(
                locationOf("project:///acme/auth.py#1", { cwd: path("."), project: path("pyenv/src") }),
                "pyenv/src/acme/auth.py:1",
            );
            assert.equal(locationOf("project:///../auth.py#1", { cwd: path("."), project: path("pyenv/src") }), "pyenv/auth.py:1");
            assert.equal(locationOf("project:///../pyenv/auth.py#1", { cwd: pyenv, project: path("infra") }), "auth.py:1");
        });
    });
});

describe("toPlace", () => {
    it("separates the location from its callers", () => {
        const [a, b] = [
            { file: "a.ts", line: 1 },
            { file: "b.ts", line: 1, column: 1 },
        ] as const;
        assert.deepEqual(toPlace([]), {});
        assert.deepEqual(toPlace([a]), { location: a });
        assert.deepEqual(toPlace([a, b, a, b]), { location: a, callers: [b] });
    });
});

describe("formatLocation", () => {
    it("joins file, line and column", () => {
        assert.equal(formatLocation({ file: "src/a b.ts", line: 7, column: 9 }), "src/a b.ts:7:9");
        assert.equal(formatLocation({ file: "__main__.py", line: 10 }), "__main__.py:10");
    });
});

describe("relativeFile", () => {
    it("returns undefined for the current folder and files outside of it", () => {
        assert.equal(relativeFile("/repo/infra/index.ts", { ...ROOT }), "infra/index.ts");
        assert.equal(relativeFile("/repo", { ...ROOT }), undefined);
        assert.equal(relativeFile("/", { ...ROOT }), undefined);
        assert.equal(relativeFile("/repository/index.ts", { ...ROOT }), undefined);
    });
});
