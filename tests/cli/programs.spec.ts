import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { before, describe, it } from "mocha";
import type { Report, Violation } from "../../src/report/report";
import { formatLocation } from "../../src/stacks/positions/location";
import { folder, resource, state, urnOf } from "../support/check";
import { cases } from "../support/clients";
import { MAIN_MODULE, run } from "../support/run-cli";
import { inFolder } from "../support/working-folder";

const SUPPORT = join(__dirname, "../support");

/** Returns the place in the program that the formats print for a violation. */
function placeOf({ location, propertyLocation = location }: Violation): string {
    return propertyLocation ? formatLocation(propertyLocation) : "";
}

async function check(cwd: string, ...args: readonly string[]): Promise<{ code: number; report: Report; stderr: string }> {
    const { code, stdout, stderr } = await inFolder(cwd, () => run(["check", "--format", "json", ...args]));
    return { code, report: JSON.parse(stdout || "{}"), stderr };
}

describe("check of a project", () => {
    const LINES: Readonly<Record<string, readonly [client: string, lifetime: string, flows: string]>> = {
        typescript: ["index.ts:5:1", "index.ts:7:5", "index.ts:8:5"],
        javascript: ["index.js:5:1", "index.js:7:5", "index.js:8:5"],
        python: ["__main__.py:5:7", "__main__.py:8:5", "__main__.py:9:5"],
        go: ["main.go:16:12", "main.go:18:4", "main.go:19:4"],
        java: ["App.java:14:23", "App.java:16:18", "App.java:17:18"],
        csharp: ["Program.cs:8:15", "Program.cs:11:9", "Program.cs:12:9"],
        yaml: ["Pulumi.yaml:8:5", "Pulumi.yaml:12:13", "Pulumi.yaml:13:13"],
    };

    it("is tested in each language", () => assert.deepEqual(readdirSync(join(SUPPORT, "projects")).sort(), Object.keys(LINES).sort()));

    for (const [language, [client, lifetime, flows]] of Object.entries(LINES)) {
        it(`in ${language}, without FILE`, async () => {
            const rules = ["match-pool-tier", "require-prevent-user-existence-errors", "valid-token-validity"];
            const { code, report, stderr } = await check(join(SUPPORT, "projects", language), ...rules.flatMap(name => ["--rule", name]));
            assert.deepEqual([code, stderr, report.files, report.clients], [1, "", ["Pulumi.yaml"], 1]);
            assert.deepEqual(
                report.violations.map(violation => [violation.name, violation.policy, placeOf(violation).split("/").at(-1)]).sort(),
                [flows, client, lifetime].map((line, index) => ["web", rules[index], line]),
            );
            assert.ok(!JSON.stringify(report).includes('"urn"'));
        });
    }

    it("loads neither Pulumi's SDK nor the parsers of other languages", () => {
        const script = `
            process.argv.splice(1, 0, "main");
            require(${JSON.stringify(MAIN_MODULE)});
            process.on("exit", () => console.error(Object.keys(require.cache).filter(file => /node_modules.(@pulumi|yaml|acorn|@sveltejs)/.test(file))));`;
        const args = ["--require", require.resolve("tsx/cjs"), "--eval", script, "--", "check"];
        const { stderr } = spawnSync(process.execPath, args, { cwd: join(SUPPORT, "projects/go"), encoding: "utf8" });
        assert.equal(stderr, "[]\n");
    });
});

describe("check reports the same at the same lines, from the program, the state and the preview,", () => {
    const { path, write } = folder();
    before(() => {
        for (const name of ["mono-ts", "shop-python", "shop-yaml"])
            cpSync(join(SUPPORT, "positions", name), path(name), { recursive: true });
        write("mono-ts/src/index.ts", INDEX);
        write("mono-ts/src/sign-in.ts", SIGN_IN);
        write("shop-python/__main__.py", MAIN);
    });

    /** Returns the policy, property and place of each violation of a client that the program creates itself, once. */
    const violationsIn = ({ violations }: Report, isCompared: (violation: Violation) => boolean) => {
        const compared = violations.filter(isCompared);
        return [...new Set(compared.map(violation => `${placeOf(violation)} ${violation.policy} ${violation.property}`))].sort();
    };

    /** Compares what all sources can know: no policy for which a value is unknown in one of them. */
    const compare = async (cwd: string, program: string, stacks: readonly string[]) => {
        const reports = [(await check(cwd, program)).report];
        for (const file of stacks) reports.push((await check(cwd, file)).report);
        const keyOf = ({ name, policy }: { name: string; policy: string }) => `${name} ${policy}`;
        const unknown = new Set(reports.flatMap(report => report.unknown.map(keyOf)));
        const [expected = [], ...others] = reports.map(report => violationsIn(report, found => !unknown.has(keyOf(found))));
        for (const found of others) assert.deepEqual(found, expected);
        return expected;
    };

    it("of the webshop", async () => {
        const webshop = join(__dirname, "../../examples/webshop");
        const lines = await compare(webshop, "Pulumi.yaml", ["state.json", "preview.json"]);
        assert.ok(lines.length > 20, lines.join("\n"));
        for (const line of lines) assert.match(line, /^index\.js:\d+:[159] /);
    });

    /** Policies on what the programs write as literals or do not set. */
    const LITERALS =
        "valid-token-validity valid-auth-session-validity no-legacy-auth-flows match-pool-tier require-prevent-user-existence-errors";

    for (const [name, expected] of [
        [
            "mono-ts",
            [
                "src/index.ts:11:9 valid-token-validity accessTokenValidity",
                "src/index.ts:9:5 require-prevent-user-existence-errors preventUserExistenceErrors",
                "src/sign-in.ts:7:9 require-prevent-user-existence-errors preventUserExistenceErrors",
            ],
        ],
        [
            "shop-python",
            [
                "__main__.py:10:23 require-prevent-user-existence-errors preventUserExistenceErrors",
                "__main__.py:18:13 valid-token-validity accessTokenValidity",
                "__main__.py:19:13 match-pool-tier explicitAuthFlows",
                "__main__.py:19:13 no-legacy-auth-flows explicitAuthFlows",
                "__main__.py:20:13 valid-auth-session-validity authSessionValidity",
            ],
        ],
        [
            "shop-yaml",
            [
                "Pulumi.yaml:13:3 require-prevent-user-existence-errors preventUserExistenceErrors",
                "Pulumi.yaml:17:7 valid-token-validity accessTokenValidity",
                "Pulumi.yaml:18:7 match-pool-tier explicitAuthFlows",
            ],
        ],
    ] as const) {
        it(`of ${name}`, async () => {
            const [state, preview] = ["state", "preview"].map(kind => join(SUPPORT, `positions/${name}.${kind}.json`));
            const rules = LITERALS.split(" ").flatMap(rule => ["--rule", rule]);
            for (const files of [["."], [String(state)], [String(preview)], [".", String(state), String(preview)]]) {
                const { report } = await check(path(name), ...rules, ...files);
                const inProgram = ({ name }: Violation) => name !== "pkg-client"; // a package creates it
                assert.deepEqual(violationsIn(report, inProgram), expected, files.join(" "));
            }
        });
    }
});

describe("check of programs with states", () => {
    const { path, write } = folder();
    const config = () =>
        write(
            "config.json",
            JSON.stringify({ all: "disabled", "valid-token-validity": "mandatory", "valid-auth-session-validity": "mandatory" }),
        );
    const program = (args: string) => `import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web", { ${args} });\n`;
    const project = (name: string, args: string) => {
        write(`${name}/Pulumi.yaml`, "name: shop\nruntime: nodejs\n");
        write(`${name}/index.ts`, program(args));
        return path(name);
    };
    const problemsIn = ({ violations }: Report) =>
        violations.map(violation => `${violation.name} ${placeOf(violation)} ${violation.problem}`);
    const checkWith = async (args: string, inputs: object) => {
        const cwd = project("merged", args);
        const file = write("stacks/dev.json", state(resource("web", inputs)));
        return check(cwd, "--config", config(), ".", file);
    };

    it("reports a client once", async () => {
        const { report } = await checkWith("accessTokenValidity: 60", { accessTokenValidity: 60 });
        assert.deepEqual(
            [report.clients, report.files.length, problemsIn(report)],
            [1, 2, ["web index.ts:2:41 accessTokenValidity is 60 hours; it must be between 5 minutes and 1 day."]],
        );
        assert.equal(report.violations[0]?.urn, undefined);
    });

    it("adds what the program computes or does not set", async () => {
        const { report } = await checkWith("accessTokenValidity: hours()", { accessTokenValidity: 60, authSessionValidity: 20 });
        assert.deepEqual(problemsIn(report).sort(), [
            "web index.ts:2:1 authSessionValidity is 20 minutes; it must be between 3 and 15 minutes.",
            "web index.ts:2:41 accessTokenValidity is 60 hours; it must be between 5 minutes and 1 day.",
        ]);
        assert.deepEqual(report.unknown, []);
    });

    it("leaves out what the program has changed since", async () => {
        const { report } = await checkWith("accessTokenValidity: 1", { accessTokenValidity: 60 });
        assert.deepEqual([report.clients, problemsIn(report)], [1, []]);
    });

    it("exempts the client of the program by its name, and by its URN in the state", async () => {
        const cwd = project("exempt", "accessTokenValidity: 60");
        const file = write("stacks/dev.json", state(resource("web", { accessTokenValidity: 60 })));
        for (const name of ["web", "w*", urnOf("web")]) {
            const exempt = [{ resource: name, reason: "moves soon" }];
            const exempting = write(
                "exempt.json",
                JSON.stringify({ all: "disabled", "valid-token-validity": { enforcementLevel: "mandatory", exempt } }),
            );
            const { code, report } = await check(cwd, "--config", exempting, ".", file);
            assert.deepEqual([code, report.exempt.map(({ name }) => name), report.violations], [0, ["web"], []], name);
        }
    });

    it("counts a file that is reached twice once", async () => {
        const cwd = project("twice", "accessTokenValidity: 60");
        write("twice/infra/Pulumi.yaml", "name: infra\nruntime: nodejs\n");
        write("twice/infra/index.ts", program("accessTokenValidity: 60"));
        const { report } = await check(cwd, "--config", config(), ".", "index.ts", "infra", "infra/index.ts", "Pulumi.yaml");
        assert.deepEqual([report.files, report.clients], [["Pulumi.yaml", "infra/Pulumi.yaml"], 2]);
    });

    it("writes a baseline that covers the program and the state", async () => {
        const cwd = project("baseline", "accessTokenValidity: 60");
        const file = write("stacks/dev.json", state(resource("web", { accessTokenValidity: 60 })));
        const { stdout } = await inFolder(cwd, () => run(["baseline", "--config", config(), ".", file]));
        const { "valid-token-validity": entry } = JSON.parse(stdout);
        assert.deepEqual(
            entry.exempt.map(({ resource }: { resource: string }) => resource),
            [urnOf("web"), "web"],
        );
        const written = write("baseline.json", stdout);
        for (const paths of [["."], [file], [".", file]]) assert.equal((await check(cwd, "--config", written, ...paths)).code, 0);
    });

    it("does not quote values of a client with secrets", async () => {
        const cwd = project("secret", 'accessTokenValidity: 60, name: pulumi.secret("s")');
        write("secret/index.ts", `import * as pulumi from "@pulumi/pulumi";\n${readFileSync(path("secret/index.ts"), "utf8")}`);
        const { report } = await check(cwd, "--config", config());
        assert.deepEqual(
            report.violations.map(({ problem, hasSecrets }) => [problem, hasSecrets]),
            [["accessTokenValidity is …; it must be between 5 minutes and 1 day.", true]],
        );
    });

    it("says what can be fixed, and by which command", async () => {
        const cwd = project("fixable", 'enableTokenRevocation: false, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"]');
        const lastLine = async (...args: string[]) =>
            (await inFolder(cwd, () => run(["check", ...args]))).stdout.trimEnd().split("\n").at(-1);
        const fixed = "2 of these can be fixed: npx pulumi-policy-aws-cognito fix";
        assert.equal(await lastLine(), fixed);
        const file = write("fixable/my dev's.json", state(resource("web", { enableTokenRevocation: false })));
        assert.ok((await lastLine(file))?.startsWith(fixed));
        assert.equal(await lastLine("--project", ".", "my dev's.json"), `${fixed} 'my dev'\\''s.json'`);
        assert.equal(await lastLine("--config", config()), await lastLine("--config", config(), "--skip", "no-*"));
        write("off.json", JSON.stringify({ "require-token-revocation": "disabled" }));
        assert.equal(
            await lastLine("--config", "../off.json", "index.ts"),
            "1 of these can be fixed: npx pulumi-policy-aws-cognito fix --config ../off.json index.ts",
        );
        const { stdout } = await inFolder(cwd, () => run(["fix"]));
        assert.equal(stdout.match(/^\+/gm)?.length, 2);
    });

    it("shows the change of each fix on the page, and no code if values are hidden", async () => {
        const cwd = project("page", "enableTokenRevocation: false");
        const page = async () => (await inFolder(cwd, () => run(["check", "--format", "html"]))).stdout;
        assert.match(await page(), /<ins>\+.*enableTokenRevocation: true.*<\/ins>/);
        assert.match(await page(), /<mark>enableTokenRevocation<\/mark>/);
        process.env.PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES = "1";
        try {
            assert.doesNotMatch(await page(), /<ins>|<mark>/);
        } finally {
            delete process.env.PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES;
        }
    });

    it("reads a file with its project, and reports only its clients", async () => {
        const cwd = project("files", "accessTokenValidity: hours, supportedIdentityProviders: providers");
        write("files/index.ts", `import { hours } from "./hours";\n${program("accessTokenValidity: hours")}`);
        write("files/hours.ts", `export const hours = 60;\n${program("accessTokenValidity: 61")}`);
        const { report } = await check(cwd, "--config", config(), "index.ts");
        assert.deepEqual(
            [report.files, report.clients, problemsIn(report)],
            [["index.ts"], 1, ["web index.ts:3:41 accessTokenValidity is 60 hours; it must be between 5 minutes and 1 day."]],
        );
        const both = await check(cwd, "--config", config(), "index.ts", "hours.ts");
        assert.deepEqual([both.report.files, both.report.clients], [["hours.ts", "index.ts"], 2]);
    });

    it("says what only a preview knows, and what could not be read", async () => {
        const cwd = project("computed", "accessTokenValidity: hours()");
        write("computed/other.ts", 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("app", args());\n');
        const { stdout } = await inFolder(cwd, () => run(["check", "--config", config(), "."]));
        const lines = stdout.replace(/\s+/g, " ");
        assert.match(
            lines,
            /values in 2 clients are known only in a preview: also check the output of `pulumi preview --json --show-sames`\. /,
        );
        assert.match(lines, /1 resource could not be read in full, because the program computes the arguments: other\.ts:2:1\./);
        const { report } = await check(cwd, "--config", config(), ".");
        assert.deepEqual(report.notSeen?.computed.map(formatLocation), ["other.ts:2:1"]);
    });

    it("reports that a resource is missing only if the whole program was read", async () => {
        const pool = 'const pool = new aws.cognito.UserPool("pool");\n';
        const client = 'new aws.cognito.UserPoolClient("web", { userPoolId: pool.id, supportedIdentityProviders: ["Google"] });\n';
        const policiesOf = async (more: string) => {
            const cwd = project("world", "");
            write("world/index.ts", `import * as aws from "@pulumi/aws";\n${more}${pool}${client}`);
            return (await check(cwd, "--rule", "match-identity-providers")).report.violations.map(({ policy }) => policy);
        };
        assert.deepEqual(await policiesOf(""), ["match-identity-providers"]);
        assert.deepEqual(await policiesOf('import { providers } from "@acme/auth";\nproviders();\n'), []);
    });

    it("warns of a program without clients", async () => {
        project("none", "");
        write("none/index.ts", "export {};\n");
        const { code, stderr } = await check(path("none"));
        assert.deepEqual([code, stderr], [0, "warning: Pulumi.yaml: no Cognito app clients found\n"]);
    });

    for (const [name, file, content, error] of [
        ["of an unknown kind", "notes.txt", "a note", "unknown kind of file; expected a state"],
        ["in YAML that is no program", "values.yaml", "a: 1\n", "not a Pulumi program; expected a state"],
        ["in JSON that is no program", "values.json", "{}", "neither a state nor a preview; expected"],
        ["with a syntax error", "broken.ts", `${program("a: 1")}const = ;\n`, ""],
    ] as const) {
        it(`reports a file ${name}, and the others`, async () => {
            const cwd = project("mixed", "accessTokenValidity: 60");
            write(`mixed/${file}`, content);
            const { code, report, stderr } = await check(cwd, "--config", config(), "index.ts", file);
            assert.deepEqual([code, problemsIn(report).length], [2, 1]);
            assert.ok(stderr.startsWith(error === "" ? `error: ${file}:3: ` : `error: ${file}: ${error}`), stderr);
            assert.equal(stderr.trimEnd().split("\n").length, 1);
        });
    }

    it("reports a file that does not exist", async () => {
        const { code, stderr } = await check(project("lost", ""), "lost.ts");
        assert.deepEqual([code, stderr], [2, "error: could not read lost.ts: no such file or directory.\n"]);
    });

    it("skips JSON in a project that is neither a state nor a preview", async () => {
        const cwd = project("settings", "accessTokenValidity: 60");
        write("settings/tsconfig.json", "{ // comment\n}");
        write("settings/empty.json", "");
        const { code, report, stderr } = await check(cwd, "--config", config());
        assert.deepEqual([code, report.files, stderr], [1, ["Pulumi.yaml"], ""]);
    });

    it("finds projects in folders, but not in dependencies", async () => {
        mkdirSync(path("mono"));
        project("mono/a", "accessTokenValidity: 60");
        project("mono/b", "accessTokenValidity: 60");
        project("mono/node_modules/c", "accessTokenValidity: 60");
        const { report } = await check(path("mono"), "--config", config(), ".");
        assert.deepEqual(report.files, ["a/Pulumi.yaml", "b/Pulumi.yaml"]);
    });

    it("reports the others if a file is broken in any way", async () => {
        const cwd = project("random", "accessTokenValidity: 60");
        const good = readFileSync(join(SUPPORT, "projects/typescript/index.ts"), "utf8");
        const broken = fc.tuple(fc.nat(good.length - 1), fc.constantFrom("", "(", "`", "}", "\0", "\ud800", "/*"));
        await fc.assert(
            fc.asyncProperty(broken, async ([index, text]) => {
                write("random/other.ts", good.slice(0, index) + text + good.slice(index + 1));
                const { code, report } = await check(cwd, "--config", config());
                assert.ok(code === 1 || code === 2);
                assert.ok(
                    problemsIn(report).includes(
                        "web index.ts:2:41 accessTokenValidity is 60 hours; it must be between 5 minutes and 1 day.",
                    ),
                );
            }),
            cases(30),
        );
    });
});

const INDEX = `import * as aws from "@pulumi/aws";
import { Auth } from "@acme/auth";
import { SignIn } from "./sign-in";

const pool = new aws.cognito.UserPool("customers");
new SignIn("web", { userPoolId: pool.id, urls: ["http://shop.io/cb"] });
new Auth("pkg", { userPoolId: pool.id });
for (const app of ["a", "b"]) {
    new aws.cognito.UserPoolClient(app, {
        userPoolId: pool.id,
        accessTokenValidity: 60,
    });
}
`;

const SIGN_IN = `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export class SignIn extends pulumi.ComponentResource {
    constructor(name: string, args: { userPoolId: pulumi.Input<string>; urls: string[] }) {
        super("acme:auth:SignIn", name, {});
        new aws.cognito.UserPoolClient(\`\${name}-client\`, {
            userPoolId: args.userPoolId,
            callbackUrls: args.urls,
        }, { parent: this });
    }
}
`;

const MAIN = readFileSync(join(SUPPORT, "positions/shop-python.main.txt"), "utf8");
