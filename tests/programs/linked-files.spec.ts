import assert from "node:assert/strict";
import type { Program } from "../../src/programs/expression";
import { languageOf, languagesOf } from "../../src/programs/languages";
import { readLinked } from "../../src/programs/linked-files";

/** Returns the files that are read with some of them, in the order in which they are read. */
function linked(files: Readonly<Record<string, string>>, ...seeds: string[]): string[] {
    const texts = new Map(Object.entries(files));
    const read: string[] = [];
    const programs = readLinked(seeds, texts, file => {
        read.push(file);
        return languageOf(file)?.load()(file, texts.get(file) ?? "") as Program;
    });
    assert.deepEqual(read, [...programs.keys()]);
    return read;
}

describe("files that are read with another one", () => {
    for (const [title, files, seed, ...expected] of [
        ["none", { "a.ts": "" }, "index.ts"],
        ["a module", { "a.ts": "" }, 'import { x } from "./a";', "a.ts"],
        ["a module of a module", { "a.ts": 'import x from "./b"; x;', "b.ts": "" }, 'import * as a from "./a";', "a.ts", "b.ts"],
        ["modules that import each other", { "a.ts": 'import x from "./index";' }, 'import * as a from "./a";', "a.ts"],
        ["a module that is exported", { "a.ts": "", "b.ts": "" }, 'export * from "./a"; export { x } from "./b";', "b.ts", "a.ts"],
        ["the index of a folder", { "a/index.ts": "", "a/b.ts": "" }, 'import { x } from "./a";', "a/index.ts"],
        ["a file by its extension", { "a.ts": "" }, 'import { x } from "./a.js";', "a.ts"],
        ["no package", { "a.ts": "" }, 'import { x } from "a-b";'],
        ["a file with dots in its name", { "a.b.ts": "", "a.ts": "" }, 'import { x } from "./a.b";', "a.b.ts"],
        ["no file whose name only starts like that of an index", { "a/indexes.ts": "" }, 'import { x } from "./a";'],
    ] as const) {
        it(`are ${title} of TypeScript`, () =>
            assert.deepEqual(linked({ "index.ts": seed, ...files }, "index.ts"), ["index.ts", ...expected]));
    }

    for (const [title, other, isRead] of [
        ["imports it", 'import { u } from "./config";', true],
        ["imports it from elsewhere", 'import { u } from "../src/config";', true],
        ["imports it with an extension", 'import { u } from "./config.js";', true],
        ["imports it with another extension", "import { u } from './config.mts';", true],
        ["imports a file of a folder of its name", 'import { u } from "./config/urls";', true],
        ["imports a file of a folder in a folder of its name", 'import { u } from "./config/a/b";', false],
        ["requires it", 'const { u } = require("./config");', true],
        ["has its name in the name of another", 'import { u } from "./configs";', false],
        ["has its name in front of another", 'import { u } from "./config.json.b";', false],
        ["does not have its name in quotes", "config();", false],
        ["imports nothing", "", false],
    ] as const) {
        it(`are ${isRead ? "" : "not "}a file that ${title}`, () => {
            assert.deepEqual(linked({ "config.ts": "", "other.ts": other }, "config.ts"), ["config.ts", ...(isRead ? ["other.ts"] : [])]);
        });
    }

    it("are files that import the folder of an index", () => {
        const files = { "config/index.ts": "", "a.ts": 'import { u } from "./config";', "b.ts": 'import { u } from "./index";' };
        assert.deepEqual(linked(files, "config/index.ts"), ["config/index.ts", "a.ts"]);
    });

    for (const [title, files, seed, ...expected] of [
        ["a module", { "a.py": "" }, "import a", "a.py"],
        ["a module with a name in it", { "a.py": "" }, "from a import x", "a.py"],
        [
            "a package, and a module of it",
            { "a/b.py": "", "a/__init__.py": "", "b.py": "" },
            "from a import b",
            "a/__init__.py",
            "a/b.py",
            "b.py",
        ],
        ["a module next to it", { "a.py": "", "b.py": "" }, "from . import a", "a.py"],
    ] as const) {
        it(`are ${title} of Python`, () => {
            assert.deepEqual(linked({ "__main__.py": seed, ...files }, "__main__.py").sort(), ["__main__.py", ...expected].sort());
        });
    }

    for (const [title, other, isRead] of [
        ["import it", "import config", true],
        ["import it among others", "x = 1\n    import config", true],
        ["import of it", "from config import x", true],
        ["import it of a package", "from app.config import x", true],
        ["import it of packages", "from a.b.config import x", true],
        ["import of a folder of its name", "from config.a import x", true],
        ["import behind several spaces", "from  config import x", true],
        ["import another", "import configs", false],
        ["import it behind code", "x = import config", false],
        ["do not import", "config.x", false],
    ] as const) {
        it(`are ${isRead ? "" : "not "}files of Python that ${title}`, () => {
            const read = linked({ "config.py": "", "other.py": other }, "config.py");
            assert.deepEqual(read, ["config.py", ...(isRead ? ["other.py"] : [])]);
        });
    }

    for (const [title, files, ...expected] of [
        ["those of its folder", { "a.go": "", "b/c.go": "" }, "a.go", "main.go"],
        ["files with a name that it has", { "b/names.go": "", "c/other.go": "" }, "b/names.go", "main.go"],
        ["no files of other languages", { "a.ts": 'import x from "./main";', "b.py": "import main" }, "a.ts", "b.py", "main.go"],
    ] as const) {
        it(`of Go are ${title}`, () => {
            const main = "package main\n\nfunc f() { names.Read() }\n";
            assert.deepEqual(linked({ "main.go": main, ...files }, "main.go").sort(), expected);
        });
    }

    it("of Java are those of its folder, and classes that it names", () => {
        const files = {
            "a/App.java": "class App { Config c; }",
            "a/Other.java": "",
            "b/Config.java": "",
            "b/More.java": "",
            "c/App.txt": "",
        };
        assert.deepEqual(linked(files, "a/App.java").sort(), ["a/App.java", "a/Other.java", "b/Config.java", "b/More.java"]);
        assert.deepEqual(linked({ "a/App.java": "", "b/Names.java": 'String s = "App";' }, "a/App.java"), ["a/App.java"]);
    });

    it("are not those that cannot be read", () => {
        const files = new Map([
            ["a.ts", ""],
            ["b.ts", 'import "./a"'],
        ]);
        assert.deepEqual([...readLinked(["a.ts", "b.ts"], files, () => undefined).keys()], []);
        const program = languageOf("a.ts")?.load()("a.ts", "") as Program;
        assert.deepEqual([...readLinked(["a.ts"], files, file => (file === "a.ts" ? program : undefined)).keys()], ["a.ts"]);
    });
});

describe("languages", () => {
    for (const [runtime, ...expected] of [
        ["nodejs", "typescript"],
        ["bun", "typescript"],
        ["yaml", "yaml"],
        ["python", "python"],
        ["go", "go"],
        ["java", "java"],
        ["dotnet", "csharp"],
        ["other", "typescript", "python", "go", "java", "csharp"],
        [undefined, "typescript", "python", "go", "java", "csharp"],
    ] as const) {
        it(`of the runtime ${runtime} are ${expected.join(", ")}`, () => {
            assert.deepEqual(
                languagesOf(runtime).map(({ names }) => names.at(-1)),
                expected,
            );
        });
    }
});
