import * as assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeEach, describe, it } from "mocha";
import { applyConfig, type Config } from "../../../src/cli/config/config";
import { selectRules } from "../../../src/cli/select-fixes";
import { applyEdits, Editor } from "../../../src/programs/edit";
import { EditableFiles } from "../../../src/report/fixes/editable-files";
import { findFixes, planProgramFixes } from "../../../src/report/fixes/plan";
import { TargetPlan } from "../../../src/report/fixes/target-plan";
import { findTargets, type Targets } from "../../../src/report/fixes/targets";
import { linkStacks } from "../../../src/report/sources/link";
import { ProgramReader } from "../../../src/report/sources/program-reader";
import { partKey } from "../../../src/report/sources/program-source";
import { readSources } from "../../../src/report/sources/read-sources";
import { rules } from "../../../src/rules";
import { openProject } from "../../../src/stacks/positions/project";
import { folder, resource, state, urnOf } from "../../support/check";
import { inFolder } from "../../support/working-folder";

const ERRORS = "require-prevent-user-existence-errors";
const REVOCATION = "require-token-revocation";
const SDK = 'import * as aws from "@pulumi/aws";\n';
const FIX = 'preventUserExistenceErrors: "ENABLED"';

function client(name: string, args = ""): string {
    return `new aws.cognito.UserPoolClient("${name}", {${args}});\n`;
}

describe("the fixes of programs", () => {
    const { path, write } = folder();
    beforeEach(() => {
        write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        write("b.ts", SDK + client("web") + client("app"));
        write("a.ts", `\ufeff${SDK}${client("api", "enableTokenRevocation: false")}`);
        write("lib.ts", `${SDK}export const settings = 1;\n`);
    });

    /** Plans the fixes of two rules in the program, and in that of the clients of a state. */
    async function targetsOf(paths: readonly string[], stdin: string): Promise<Targets> {
        const reader = new ProgramReader();
        const sources = await readSources(paths, reader, { stdin: Readable.from([Buffer.from(stdin)]) });
        return findTargets(sources.programs, linkStacks(sources, openProject("."), reader));
    }
    const selected = (config: Config = {}, names: readonly string[] = [ERRORS, REVOCATION]) =>
        selectRules(applyConfig(rules, config), names).rules;
    const planOf = (paths: readonly string[], { stdin = "", change = () => {}, names }: Options = {}) =>
        inFolder(path("."), async () => {
            const targets = await targetsOf(paths, stdin);
            change();
            return planProgramFixes(targets, selected({}, names), new EditableFiles());
        });
    interface Options {
        readonly stdin?: string;
        /** Called after the program was read. */
        readonly change?: () => void;
        readonly names?: readonly string[];
    }

    it("are the edits of all clients in a file, sorted by file, with the byte order mark", async () => {
        const { files, ...counts } = await planOf(["."]);
        assert.deepEqual(counts, { made: 4, present: 0, notFixed: [] });
        assert.deepEqual(
            files.map(({ file, text, edits }) => [file, applyEdits(text, edits)]),
            [
                ["a.ts", `\ufeff${SDK}${client("api", `enableTokenRevocation: true, ${FIX}`)}`],
                ["b.ts", SDK + client("web", ` ${FIX} `) + client("app", ` ${FIX} `)],
            ],
        );
    });

    it("are sorted by file, whatever the order of the clients is", async () => {
        const { files } = await planOf(["-"], { stdin: state(resource("web", {}), resource("api", {})) });
        assert.deepEqual(
            files.map(({ file }) => file),
            ["a.ts", "b.ts"],
        );
    });

    it("leave a file alone whose clients pass", async () => {
        write("b.ts", SDK + client("web", FIX));
        const { files } = await planOf(["."]);
        assert.deepEqual(
            files.map(({ file }) => file),
            ["a.ts"],
        );
    });

    it("are none in a file that is gone", async () => {
        const { notFixed } = await planOf(["b.ts"], { change: () => rmSync(path("b.ts")), names: [ERRORS] });
        const reason = "the file could not be read: no such file or directory";
        assert.equal(notFixed[0], `b.ts:2:1: web: ${ERRORS}: not fixed, because ${reason}. Write \`${FIX}\`.`);
    });

    it("are those of the files that are checked", async () => {
        const { files, made } = await planOf(["b.ts"]);
        assert.deepEqual([files.map(({ file }) => file), made], [["b.ts"], 2]);
    });

    it("are none in a file that has changed since it was read", async () => {
        const { files, made, notFixed } = await planOf(["."], { change: () => writeFileSync(path("a.ts"), SDK) });
        const reason = "the file has changed since it was read";
        assert.deepEqual([files.map(({ file }) => file), made], [["b.ts"], 2]);
        assert.deepEqual(notFixed, [
            `a.ts:2:1: api: ${ERRORS}: not fixed, because ${reason}. Write \`${FIX}\`.`,
            `a.ts:2:1: api: ${REVOCATION}: not fixed, because ${reason}. Write \`enableTokenRevocation: true\`.`,
        ]);
    });

    it("are none in a file whose byte order mark is gone", async () => {
        const { notFixed } = await planOf(["a.ts"], { change: () => write("a.ts", SDK + client("api", "enableTokenRevocation: false")) });
        assert.match(notFixed.join(), /the file has changed since it was read/);
    });

    it("count those that only stacks lack", async () => {
        write("a.ts", SDK + client("api", FIX));
        const { made, present } = await planOf(["-"], { stdin: state(resource("api", {}), resource("web", {})) });
        assert.deepEqual([made, present], [1, 1]);
    });

    it("are made once for clients that the same code creates, at their places in the stacks", async () => {
        write("b.ts", `${SDK}for (const app of apps) new aws.cognito.UserPoolClient(\`web-\${app}\`, {});\n`);
        const at = (line: number) => ({ sourcePosition: `project:///b.ts#${line},1` });
        const clients = [resource("web-a", {}, at(2)), resource("web-b", { preventUserExistenceErrors: "ENABLED" }, at(2))];
        const { made, notFixed } = await planOf(["-"], { stdin: state(...clients), names: [ERRORS] });
        assert.equal(made, 1, notFixed.join("\n"));
    });

    describe("list clients of stacks whose code is not found", () => {
        const reason = "there is no app client web at this position; the program may have changed since";
        const pythonReason = "the file could not be read: no such file or directory";
        const missing = (props: object, more: Record<string, unknown>, names?: readonly string[]) => {
            write("b.ts", SDK);
            return planOf(["-"], { stdin: state(resource("web", props, more)), ...(names && { names }) }).then(({ notFixed }) => notFixed);
        };
        const at = (position: string) => ({ sourcePosition: `project:///${position}` });

        for (const [title, props, more, expected] of [
            [
                "with what to write in the language of the file",
                {},
                at("b.ts#2,1"),
                `b.ts:2:1: web: ${ERRORS}: not fixed, because ${reason}. Write \`${FIX}\`.`,
            ],
            [
                "with what to write in Python",
                {},
                at("__main__.py#2"),
                `__main__.py:2: web: ${ERRORS}: not fixed, because ${pythonReason}. Write \`prevent_user_existence_errors="ENABLED"\`.`,
            ],
            [
                "with the name of the property if the language is unknown",
                {},
                {},
                `standard input: web: ${ERRORS}: not fixed, because the stack does not say where in the current folder it is created. Write \`preventUserExistenceErrors: ENABLED\`.`,
            ],
        ] as const) {
            it(title, async () => assert.deepEqual(await missing(props, more, [ERRORS]), [expected]));
        }

        it("unless they pass", async () => {
            const props = { preventUserExistenceErrors: "ENABLED", enableTokenRevocation: true };
            assert.deepEqual(await missing(props, at("b.ts#2,1")), []);
        });

        it("with violations that have no fix, and unknown values", async () => {
            const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
            const lines = await missing({ preventUserExistenceErrors: secret, writeAttributes: ["sub"] }, at("b.ts#2,1"), [
                ERRORS,
                "valid-attributes",
            ]);
            assert.equal(lines.length, 2);
            assert.equal(lines[0], `b.ts:2:1: web: ${ERRORS}: not evaluated, because of unknown values: preventUserExistenceErrors.`);
            assert.match(
                String(lines[1]),
                /^b\.ts:2:1: web: valid-attributes: not fixed, because no change is certainly right: writeAttributes has "sub"/,
            );
        });

        it("once, sorted by line", async () => {
            write("b.ts", SDK);
            const clients = [10, 9].map(line => resource(`web${line}`, {}, at(`b.ts#${line},1`)));
            const { notFixed } = await planOf(["-"], { stdin: state(...clients, ...clients), names: [ERRORS] });
            assert.deepEqual(
                notFixed.map(line => line.split(": ")[0]),
                ["b.ts:9:1", "b.ts:10:1"],
            );
        });
    });

    it("are taken back if the changed program cannot be verified, and listed for each client", () =>
        inFolder(path("."), async () => {
            const stdin = state(resource("web", {}), resource("api", {}));
            const { found } = await targetsOf(["a.ts", "-"], stdin);
            const plans = found.map(
                target => new TargetPlan(target, selected({}, [ERRORS]), new Editor(target.source.program), new EditableFiles()),
            );
            for (const plan of plans) plan.reject({ reason: "it is unsafe", instructions: "" });
            assert.deepEqual(
                plans.map(plan => [plan.fixed.size, ...plan.lines()]),
                ["a.ts:2:1: api", "b.ts:2:1: web"].map(name => [
                    0,
                    `${name}: ${ERRORS}: not fixed, because it is unsafe. Write \`${FIX}\`.`,
                ]),
            );
        }));

    describe("of a violation in a report", () => {
        const findIn = (change = () => {}) =>
            inFolder(path("."), async () => {
                const targets = await targetsOf(["."], "");
                change();
                const find = findFixes(targets, selected(), new EditableFiles());
                const keyOf = (name: string) => {
                    const target = targets.found.find(({ resource }) => resource.name === name);
                    return target ? partKey(target.source, target.resource) : name;
                };
                return (name: string, policy: string) => inFolder(path("."), () => find(keyOf(name), policy)?.());
            });

        it("are the changed lines alone", async () => {
            const fixOf = await findIn();
            const diff = (file: string, before: string, after: string) => `--- ${file}\n+++ ${file}\n@@ -2,1 +2,1 @@\n-${before}+${after}`;
            const revoked = "enableTokenRevocation: false";
            assert.equal(await fixOf("web", ERRORS), diff("b.ts", client("web"), client("web", ` ${FIX} `)));
            assert.equal(await fixOf("api", ERRORS), diff("a.ts", client("api", revoked), client("api", `${revoked}, ${FIX}`)));
            assert.equal(
                await fixOf("api", REVOCATION),
                diff("a.ts", client("api", revoked), client("api", "enableTokenRevocation: true")),
            );
        });

        it("are none if the policy is not violated, or the client is not in the program", async () => {
            const fixOf = await findIn();
            assert.deepEqual(
                [await fixOf("web", REVOCATION), await fixOf("web", "be-good"), await fixOf("gone", ERRORS)],
                Array(3).fill(undefined),
            );
        });

        it("are none if the file has changed", async () => {
            const fixOf = await findIn(() => writeFileSync(path("b.ts"), SDK));
            assert.deepEqual([await fixOf("web", ERRORS), typeof (await fixOf("api", ERRORS))], [undefined, "string"]);
        });
    });
});

describe("findTargets", () => {
    const { path, write } = folder();

    it("returns each client of programs and stacks once, and those of stacks that no program creates", () => {
        write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        write("index.ts", `${SDK}new aws.cognito.UserPool("pool");\n${client("web")}${client("app")}`);
        const managed = resource("m", {}, { type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient" });
        const pool = resource("pool", {}, { type: "aws:cognito/userPool:UserPool" });
        write("dev.json", state(pool, managed, resource("web", {}), resource("gone", {})));
        write("prod.json", state(resource("web", {})));
        return inFolder(path("."), async () => {
            const reader = new ProgramReader();
            const sources = await readSources(["."], reader, { stdin: Readable.from([]) });
            const { found, missing } = findTargets(sources.programs, linkStacks(sources, openProject("."), reader));
            assert.deepEqual(
                found.map(({ resource, clients }) => [resource.name, ...clients.map(({ file, resource }) => `${file} ${resource.urn}`)]),
                [["web", `dev.json ${urnOf("web")}`, `prod.json ${urnOf("web")}`], ["app"]],
            );
            assert.deepEqual(
                missing.map(({ client, reason }) => [client.resource.name, client.file, reason]),
                [["gone", "dev.json", "the stack does not say where in the current folder it is created"]],
            );
        });
    });
});
