import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProgram } from "../../src/programs";
import { listFiles, readSource } from "../../src/programs/files";
import { Ignore } from "../../src/programs/ignore";
import { withFiles } from "./temporary-folder";

const isSource = (file: string) => file.endsWith(".ts");

/** Lists the files of a folder that has these files. */
function list(files: Readonly<Record<string, string>>, prepare: (folder: string) => void = () => {}) {
    return withFiles(files, folder => {
        prepare(folder);
        return listFiles(folder, isSource);
    });
}

describe("the files of a program", () => {
    it("are those of a kind in all folders, in the order of their names", () => {
        assert.deepEqual(list({ "b.ts": "", "a/c.ts": "", "a/b/d.ts": "", "e.js": "" }).files, ["b.ts", "a/c.ts", "a/b/d.ts"]);
    });

    it("are in the order of the names of files and folders", () => {
        const names = [..."dbhfagce"].flatMap(name => [`${name}.ts`, `${name}/a.ts`]);
        const sorted = [..."abcdefgh"];
        assert.deepEqual(list(Object.fromEntries(names.map(name => [name, ""]))).files, [
            ...sorted.map(name => `${name}.ts`),
            ...sorted.map(name => `${name}/a.ts`),
        ]);
    });

    it("are those in 40 nested folders", () => {
        const nested = (depth: number) => list({ [`${"a/".repeat(depth)}a.ts`]: "" });
        assert.deepEqual([nested(40).files.length, nested(40).isComplete], [1, true]);
        assert.deepEqual(nested(41), { files: [], isComplete: false });
    });

    it("are not those of dependencies, builds, tests and hidden folders", () => {
        const folders = ["node_modules/x", "venv", "vendor", "bin", "obj", "target", "dist", "__pycache__", ".pulumi", "__tests__"];
        const files = Object.fromEntries(folders.map(folder => [`${folder}/a.ts`, ""]));
        assert.deepEqual(list({ ...files, "a.spec.ts": "", "a.test.ts": "", "a.ts": "" }).files, ["a.ts"]);
    });

    it("are not those in a virtual environment of any name", () => {
        assert.deepEqual(list({ "my-env/pyvenv.cfg": "", "my-env/a.ts": "", "env/a.ts": "" }).files, ["env/a.ts"]);
    });

    it("are not those in the outDir of a tsconfig.json", () => {
        assert.deepEqual(
            list({ "a/tsconfig.json": '{ "compilerOptions": { /* x */ "outDir": "./out/" } }', "a/out/a.ts": "", "out/a.ts": "" }).files,
            ["out/a.ts"],
        );
    });

    for (const [output, isFound] of [
        ['"outDir": "out"', true],
        ['"outDir":"out"', true],
        ['"outDir" :  "./out"', true],
        ['"outDir": "out/"', true],
        ['"outDir": "build/out"', false],
        ['"outDir": "."', false],
        ['"rootDir": "out"', false],
    ] as const) {
        it(`are ${isFound ? "not those" : "those"} in a folder "out" with ${output}`, () => {
            const { files } = list({ "a/tsconfig.json": `{ "compilerOptions": { ${output} } }`, "a/out/a.ts": "" });
            assert.deepEqual(files, isFound ? [] : ["a/out/a.ts"]);
        });
    }

    it("are decided by the innermost .gitignore file that names them", () => {
        const files = {
            ".gitignore": "a.ts\nb.ts\n",
            "sub/.gitignore": "c.ts\n!b.ts\n",
            "sub/a.ts": "",
            "sub/b.ts": "",
            "sub/c.ts": "",
            "c.ts": "",
        };
        assert.deepEqual(list(files).files, ["c.ts", "sub/b.ts"]);
    });

    it("are not decided by .gitignore files above without a repository, or above that", () => {
        withFiles({ ".gitignore": "a.ts\n", "infra/a.ts": "" }, folder => {
            assert.deepEqual(listFiles(join(folder, "infra"), isSource).files, ["a.ts"]);
        });
        withFiles(
            { ".gitignore": "a.ts\n", "repo/.git/HEAD": "", "repo/infra/a.ts": "", "repo/a/b/c.ts": "", "repo/.gitignore": "b/c.ts\n" },
            folder => {
                assert.deepEqual(listFiles(join(folder, "repo/infra"), isSource).files, ["a.ts"]);
                assert.deepEqual(listFiles(join(folder, "repo/a/b"), isSource).files, ["c.ts"]);
                assert.deepEqual(listFiles(join(folder, "repo"), isSource).files, ["a/b/c.ts", "infra/a.ts"]);
            },
        );
    });

    it("are not those that .gitignore files name, in the folder, below it and above it", () => {
        const files = { ".gitignore": "/generated\n*.gen.ts\n!keep.gen.ts\n", "generated/a.ts": "", "a.gen.ts": "", "keep.gen.ts": "" };
        const below = { "sub/.gitignore": "b.ts\n", "sub/b.ts": "", "sub/generated/a.ts": "", "b.ts": "" };
        assert.deepEqual(list({ ...files, ...below }).files, ["b.ts", "keep.gen.ts", "sub/generated/a.ts"]);
        withFiles({ "repo/.git/HEAD": "", "repo/.gitignore": "infra/a.ts\n", "repo/infra/a.ts": "", "repo/infra/b.ts": "" }, folder => {
            assert.deepEqual(listFiles(join(folder, "repo/infra"), isSource).files, ["b.ts"]);
        });
    });

    it("are regular files: links are not followed, pipes and devices not opened", () => {
        const { files } = list({ "a.ts": "" }, folder => {
            symlinkSync(folder, join(folder, "circle"));
            symlinkSync("/dev/zero", join(folder, "zero.ts"));
            symlinkSync("a.ts", join(folder, "link.ts"));
            execFileSync("mkfifo", [join(folder, "pipe.ts")]);
            mkdirSync(join(folder, "folder.ts"));
        });
        assert.deepEqual(files, ["a.ts"]);
    });

    it("are not opened if they are pipes, links or folders", () => {
        withFiles({ "a.ts": "text" }, folder => {
            execFileSync("mkfifo", [join(folder, "pipe.ts")]);
            symlinkSync("a.ts", join(folder, "link.ts"));
            assert.equal(readSource(join(folder, "a.ts")), "text");
            assert.deepEqual(readSource(join(folder, "pipe.ts")), { reason: "it is not a regular file" });
            for (const name of ["link.ts", "missing.ts", "."]) assert.equal(typeof readSource(join(folder, name)), "object", name);
            assert.match(JSON.stringify(readSource(join(folder, "missing.ts"))), /"reason":".*no such file/);
        });
    });

    it("are reported if they are too large", () => {
        withFiles({ "Pulumi.yaml": "runtime: nodejs\n", "a.ts": "" }, folder => {
            writeFileSync(join(folder, "a.ts"), Buffer.alloc(2 * 1024 * 1024 + 1, " "));
            const program = readProgram(folder);
            assert.deepEqual(program.errors, [{ file: "a.ts", reason: "it is larger than 2 MB" }]);
            assert.equal(program.isComplete, false);
        });
    });

    it("keep their offsets behind a byte order mark", () => {
        withFiles({ "a.ts": "\uFEFFx" }, folder => {
            assert.equal(readSource(join(folder, "a.ts")), " x");
        });
        withFiles({ "a.ts": "x\uFEFF" }, folder => assert.equal(readSource(join(folder, "a.ts")), "x\uFEFF"));
    });

    it("are closed after they are read", () => {
        withFiles({ "a.ts": "" }, folder => {
            const nextDescriptor = () => {
                const descriptor = openSync(join(folder, "a.ts"), "r");
                closeSync(descriptor);
                return descriptor;
            };
            const before = nextDescriptor();
            readSource(join(folder, "a.ts"));
            assert.equal(nextDescriptor(), before);
        });
    });

    it("can have 2 MB", () => {
        withFiles({ "a.ts": " ".repeat(2 * 1024 * 1024) }, folder => assert.equal(typeof readSource(join(folder, "a.ts")), "string"));
    });

    it("of a folder that does not exist are none, and not complete", () => {
        assert.deepEqual(listFiles("/does/not/exist", isSource), { files: [], isComplete: false });
    });
});

describe("patterns of .gitignore", () => {
    for (const [pattern, path, isIgnored] of [
        ["a.ts", "a.ts", true],
        ["a.ts", "b/a.ts", true],
        ["a.ts", "aXts", undefined],
        ["/a.ts", "a.ts", true],
        ["/a.ts", "b/a.ts", undefined],
        ["b/a.ts", "b/a.ts", true],
        ["b/a.ts", "c/b/a.ts", undefined],
        ["b/a.ts", "b", undefined],
        ["b/", "b", undefined],
        ["b/", "b/", true],
        ["b/", "c/b/", true],
        ["/b/", "c/b/", undefined],
        ["*.ts", "b/a.ts", true],
        ["*.ts", ".ts", true],
        ["*", "a", true],
        ["a*", "a", true],
        ["b*", "a", undefined],
        ["a*c*e", "abcde", true],
        ["a*c*e", "acdce", true],
        ["a*c*e", "abcdef", undefined],
        ["*ab", "aab", true],
        ["a?c", "abc", true],
        ["a?c", "ac", undefined],
        ["\u{1f512}", "\u{1f512}", true],
        ["[a-c]x", "bx", true],
        ["[a-c]x", "cx", true],
        ["[a-c]x", "dx", undefined],
        ["[a-c]x", "Ax", undefined],
        ["[a-cz]x", "zx", true],
        ["[Bb]in", "Bin", true],
        ["[Bb]in", "in", undefined],
        ["[!a-c]x", "bx", undefined],
        ["[!a-c]x", "dx", true],
        ["[^a-c]x", "dx", true],
        ["[a!]x", "!x", true],
        ["a]", "a]", true],
        ["**/a", "b/c/a", true],
        ["**/a", "a", true],
        ["**/a", "ba", undefined],
        ["**", "b/a", true],
        ["b/**", "b/c", true],
        ["b/**", "b", undefined],
        ["b/**", "c/b", undefined],
        ["b/**/a", "b/a", true],
        ["b/**/a", "b/c/d/a", true],
        ["b/**/a", "b/ca", undefined],
        ["b/**/c/a", "b/c/b/c/a", true],
        ["b/*/a", "b/c/a", true],
        ["b/*/a", "b/c/d/a", undefined],
        ["!a", "a", false],
        ["!a", "!a", undefined],
        ["a!", "a!", true],
        ["a\n!a", "a", false],
        ["!a\na", "a", true],
        ["# a", "# a", undefined],
        ["a#", "a#", true],
        ["\\*", "a", undefined],
        ["a  ", "a", true],
        ["  a", "a", undefined],
        ["", "a", undefined],
        ["/", "a/", undefined],
        ["b\r\na\r\n", "a", true],
        ["b\r\na\r\n", "b", true],
    ] as const) {
        it(`${JSON.stringify(pattern)} ${isIgnored === undefined ? "does not match" : "matches"} ${JSON.stringify(path)}`, () => {
            const isFolder = path.endsWith("/");
            assert.equal(new Ignore(pattern).ignores(path.replace(/\/$/, "").split("/"), isFolder), isIgnored);
        });
    }

    it("are matched as by Git", () => {
        const patterns = ["*.log", "/x", "y/", "a/**/b", "[a-b]?", "!keep.log", "c/*.ts", "**/d"];
        const paths = ["1.log", "q/keep.log", "x", "q/x", "y/z", "a/b", "a/q/r/b", "ab", "zz", "c/1.ts", "c/q/1.ts", "q/d", "d"];
        withFiles(Object.fromEntries(paths.filter(path => path !== "x" && path !== "d").map(path => [path, ""])), folder => {
            writeFileSync(join(folder, "x"), "");
            writeFileSync(join(folder, "d"), "");
            writeFileSync(join(folder, ".gitignore"), patterns.join("\n"));
            execFileSync("git", ["init", "--quiet", folder]);
            const untracked = execFileSync("git", ["-C", folder, "ls-files", "--others", "--exclude-standard"], { encoding: "utf8" });
            const found = listFiles(folder, file => file !== ".gitignore").files;
            assert.deepEqual(
                [...found].sort(),
                untracked
                    .split("\n")
                    .filter(path => path !== "" && path !== ".gitignore")
                    .sort(),
            );
        });
    });

    it("with many stars take no long time", () => {
        assert.equal(new Ignore(`${"*a".repeat(1000)}b`).ignores(["a".repeat(10_000)], false), undefined);
    });
});
