import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { open } from "node:fs/promises";
import * as path from "node:path";
import Ajv from "ajv";
import { after, before, describe, it } from "mocha";
import { exemptViolations } from "../../src/cli/baseline";
import { applyConfig, parseConfig } from "../../src/cli/config/config";
import { configSchema } from "../../src/cli/config/schema";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import type { Report } from "../../src/report/report";
import { rules } from "../../src/rules";
import { isDay } from "../../src/util/json-schema";
import { folder, parseResources, resource, SECRET, state, urnOf } from "../support/check";
import { webshopState } from "../support/estate";
import { asSent, Pack, ROOT } from "../support/pack";
import { run } from "../support/run-cli";

const WEBSHOP = path.join(ROOT, "examples/webshop/state.json");
const ERRORS = "require-prevent-user-existence-errors";
const SESSION = "valid-auth-session-validity";
const BAD = { preventUserExistenceErrors: "LEGACY" };
const REASON = "existed before the policy was enforced";

/** The number of stacks in a large estate. */
const STACKS = 20;

/** Enables two rules, so that the results do not depend on the others. */
const ONLY = { all: "disabled", [ERRORS]: "mandatory", [SESSION]: "advisory" };

describe("baseline", () => {
    const { write, path: inFolder } = folder();

    const baseline = async (...args: string[]): Promise<string> => {
        const { code, stdout, stderr } = await run(["baseline", ...args]);
        assert.deepEqual([code, stderr.replace(/^warning: .* unknown values.*\n/, "")], [0, ""]);
        return stdout;
    };
    const check = async (config: string, ...args: string[]): Promise<Report & { code: number }> => {
        const { code, stdout } = await run(["check", "--format", "json", "--config", write("checked.json", config), ...args]);
        return { code, ...JSON.parse(stdout) };
    };
    const found = ({ violations }: Report) => violations.map(({ name, policy }) => `${name} ${policy}`);
    const unused = ({ unusedExemptions }: Report) =>
        unusedExemptions.map(({ resource, policy, cause }) => `${resource} ${policy} ${cause}`);

    describe("exempts", () => {
        const configuredBy = async (states: readonly string[], config: object = ONLY, ...args: string[]) => {
            const files = states.map((text, index) => write(`states/${index}.json`, text));
            return JSON.parse(await baseline("--config", write("given.json", JSON.stringify(config)), ...args, ...files));
        };
        const session = { authSessionValidity: 20 };

        it("each client from the mandatory policies that it violates", async () => {
            const text = state(
                resource("web", { ...BAD, ...session }),
                resource("app", BAD),
                resource("good", { preventUserExistenceErrors: "ENABLED" }),
            );
            assert.deepEqual(await configuredBy([text]), {
                all: "disabled",
                [ERRORS]: {
                    enforcementLevel: "mandatory",
                    exempt: ["app", "web"].map(name => ({ resource: urnOf(name), reason: REASON })),
                },
                [SESSION]: "advisory",
            });
        });

        it("each client from the advisory policies as well with --all-levels", async () => {
            const { [SESSION]: entry } = await configuredBy([state(resource("web", session))], ONLY, "--all-levels");
            assert.deepEqual(entry, { enforcementLevel: "advisory", exempt: [{ resource: urnOf("web"), reason: REASON }] });
        });

        it("clients with a reason and a last day", async () => {
            const terms = ["--reason", "moves to SAML", "--until", "9998-12-31"];
            const { [ERRORS]: entry } = await configuredBy([state(resource("web", BAD))], ONLY, ...terms);
            assert.deepEqual(entry.exempt, [{ resource: urnOf("web"), reason: "moves to SAML", until: "9998-12-31" }]);
        });

        it("a client once that several files have", async () => {
            const { [ERRORS]: entry } = await configuredBy([state(resource("web", BAD)), state(resource("web", BAD))]);
            assert.equal(entry.exempt.length, 1);
        });

        it("no client that is exempt already, but one whose exemption has expired", async () => {
            const exempt = [
                { resource: "old-*", reason: "moves soon" },
                { resource: "web", reason: "moves soon", until: "2020-01-01" },
            ];
            const config = { all: "disabled", [ERRORS]: { enforcementLevel: "mandatory", exempt } };
            const text = state(resource("old-web", BAD), resource("web", BAD));
            const { [ERRORS]: entry } = await configuredBy([text], config);
            assert.deepEqual(entry.exempt, [exempt[0], { resource: urnOf("web"), reason: REASON }, exempt[1]]);
        });

        it("a client that violates a policy because another one no longer fixes it", async () => {
            // The fix of the first policy, which cannot change a client whose other flows are unknown, keeps the second from being violated.
            const flows = ["ADMIN_NO_SRP_AUTH", "ALLOW_USER_SRP_AUTH", "no such flow"];
            const text = state(resource("web", { explicitAuthFlows: flows }));
            const config = { all: "disabled", "valid-auth-flows": "remediate", "no-legacy-auth-flows": "mandatory" };
            const { "valid-auth-flows": fixed, "no-legacy-auth-flows": other } = await configuredBy([text], config);
            const exempt = [{ resource: urnOf("web"), reason: REASON }];
            assert.deepEqual(
                [fixed, other],
                [
                    { enforcementLevel: "remediate", exempt },
                    { enforcementLevel: "mandatory", exempt },
                ],
            );
        });

        it("a client with wildcards in its name, and no other", async () => {
            const names = ["*.acme.dev", "\\*", "*"];
            const { [ERRORS]: entry } = await configuredBy([state(...names.map(name => resource(name, BAD)))]);
            const exempt = ["\\*", "\\*.acme.dev", "\\\\\\*"].map(name => ({ resource: urnOf(name), reason: REASON }));
            assert.deepEqual(entry.exempt, exempt);
            const others = state(...[...names, "shop.acme.dev", "\\shop", "shop"].map(name => resource(name, BAD)));
            const report = await check(JSON.stringify({ ...ONLY, [ERRORS]: entry }), write("others.json", others));
            assert.deepEqual(found(report).sort(), [`\\shop ${ERRORS}`, `shop ${ERRORS}`, `shop.acme.dev ${ERRORS}`]);
        });

        it("no client whose violation depends on an unknown value, with a warning", async () => {
            const stdin = state(resource("web", { preventUserExistenceErrors: SECRET }));
            const { code, stdout, stderr } = await run(["baseline", "--config", write("given.json", JSON.stringify(ONLY)), "-"], { stdin });
            assert.deepEqual([code, JSON.parse(stdout)], [0, ONLY]);
            assert.equal(stderr, "warning: 1 result depends on unknown values, so a preview may report more; `check` lists them\n");
        });
    });

    it("prints a configuration that Pulumi accepts", async () => {
        const config = await baseline("--until", "9998-12-31", "--all-levels", WEBSHOP);
        const validate = new Ajv({ allowUnionTypes: true, formats: { date: isDay } }).compile(
            JSON.parse(JSON.stringify(configSchema(rules))),
        );
        assert.ok(validate(JSON.parse(config)), JSON.stringify(validate.errors));
    });

    for (const [name, args, mandatory] of [
        ["no mandatory violations", [], 0],
        ["no violations with --all-levels", ["--all-levels"], undefined],
    ] as const) {
        for (const file of ["state.json", "preview.json"]) {
            it(`leaves ${name} in the web shop's ${file}, and is the same the second time`, async () => {
                const input = path.join(ROOT, "examples/webshop", file);
                const config = await baseline(...args, input);
                const report = await check(config, input);
                assert.deepEqual(
                    report.violations.filter(({ level }) => mandatory === undefined || level === "mandatory"),
                    [],
                );
                assert.deepEqual([report.code, unused(report)], [0, []]);
                assert.equal(await baseline(...args, "--config", write("config.json", config), input), config);
            });
        }
    }

    describe("of a large estate (slow)", function () {
        this.timeout(120_000);
        const stacks = Array.from({ length: STACKS }, (_, index) => `team-${index}`);
        let estate: string;
        let config: string;
        before(async () => {
            for (const stack of stacks) write(`estate/${stack}.json`, webshopState(stack));
            estate = inFolder("estate");
            config = await baseline(estate);
        });

        it("leaves no mandatory violations, and is the same the second time", async () => {
            const report = await check(config, "--fail-on-unused-exemptions", "--all-stacks", estate);
            assert.deepEqual([report.code, report.exempt.length, report.clients], [0, STACKS * 12, STACKS * 8]);
            assert.equal(await baseline("--config", write("config.json", config), estate), config);
        });

        it("does not cover new clients and new violations, and reports what it no longer needs", async () => {
            const changed = JSON.parse(webshopState("team-7"));
            const { resources } = changed.deployment;
            const byName = (name: string) => resources.find(({ urn }: { urn: string }) => urn.endsWith(`UserPoolClient::${name}`));
            resources.push({ ...byName("legacy-admin"), urn: byName("legacy-admin").urn.replace("legacy-admin", "new-admin") });
            byName("support").inputs.preventUserExistenceErrors = "LEGACY";
            byName("mobile").inputs.preventUserExistenceErrors = "ENABLED";
            resources.splice(resources.indexOf(byName("preview-site")), 1);
            const file = write("changed.json", JSON.stringify(changed));
            const report = await check(config, "--level", "mandatory", file);
            assert.deepEqual(found(report), [`new-admin no-legacy-auth-flows`, `new-admin ${ERRORS}`, `support ${ERRORS}`]);
            const urn = (name: string) => `urn:pulumi:team-7::webshop::${CLIENT_TYPE}::${name}`;
            assert.deepEqual(unused(report), [
                `${urn("mobile")} ${ERRORS} notViolated`,
                `${urn("preview-site")} valid-redirect-urls noClient`,
            ]);
            const all = await check(config, "--all-stacks", file);
            assert.equal(all.unusedExemptions.length, STACKS * 12 - 10);
        });

        describe("in a preview", () => {
            let pack: Pack;
            before(async () => {
                pack = await Pack.start();
                const entries = parseConfig(rules, config).map(({ rule, level, options }) => [rule.name, { level, options }]);
                await pack.configure(Object.fromEntries(entries));
            });
            after(() => pack.stop());

            const mandatory = async (text: string) => {
                const sent = parseResources(text).map(resource => ({ ...resource, props: asSent(resource.props) as object }));
                const diagnostics = await Promise.all(sent.map(resource => pack.analyze(resource)));
                return [...diagnostics.flat(), ...(await pack.analyzeStack(sent))].filter(({ level }) => level === "mandatory");
            };

            it("leaves no mandatory violations", async () => {
                for (const stack of stacks) assert.deepEqual(await mandatory(webshopState(stack)), [], stack);
            });

            it("does not cover another stack", async () => {
                assert.equal((await mandatory(webshopState("team-x"))).length, applied("team-x"));
            });
        });
    });

    /** Returns the number of mandatory violations without a baseline. */
    function applied(stack: string): number {
        const resources = parseResources(webshopState(stack));
        return evaluateStacks([{ file: "state.json", resources }], applyConfig(rules)).violations.filter(
            ({ level }) => level === "mandatory",
        ).length;
    }

    it("ends if a violation does not depend on the client", () => {
        const stacks = [{ file: "state.json", resources: parseResources(state(resource("web", BAD))) }];
        const options = { terms: { reason: REASON }, allLevels: false, today: "2026-06-15", onProgress: () => {} };
        const { config } = exemptViolations(stacks, { all: "disabled", [ERRORS]: { enforcementLevel: "mandatory", unknown: 1 } }, options);
        assert.deepEqual(config[ERRORS], {
            enforcementLevel: "mandatory",
            unknown: 1,
            exempt: [{ resource: urnOf("web"), reason: REASON }],
        });
    });

    describe("writes", () => {
        it("the configuration that it starts from with --output", async () => {
            const config = write("cognito.json", JSON.stringify(ONLY));
            const file = write("web.json", state(resource("web", BAD)));
            assert.equal(await baseline("--config", config, "--output", config, file), "");
            const { [ERRORS]: entry, [SESSION]: kept } = JSON.parse(readFileSync(config, "utf8"));
            assert.deepEqual([entry.exempt.length, kept], [1, "advisory"]);
        });

        it("no configuration that a person has saved meanwhile", async function () {
            if (process.platform === "win32") this.skip();
            const config = write("saved.json", JSON.stringify(ONLY));
            const pipe = inFolder("state-pipe");
            spawnSync("mkfifo", [pipe]);
            const running = run(["baseline", "--config", config, "--output", config, pipe]);
            const writer = await open(pipe, "w"); // waits until the configuration is read and the state is opened
            write("saved.json", "{}");
            await writer.writeFile(state(resource("web", BAD)));
            await writer.close();
            const stderr = `error: could not write ${realpathSync(config)}: it has changed since it was read.\n`;
            assert.deepEqual(await running, { code: 2, stdout: "", stderr });
            assert.equal(readFileSync(config, "utf8"), "{}");
        });

        it("an empty configuration if there is nothing to exempt", async () => {
            const good = write("good.json", state(resource("web", { preventUserExistenceErrors: "ENABLED" })));
            assert.equal(await baseline(good), "{}\n");
        });

        it("warnings for files without clients", async () => {
            const empty = write("empty-state.json", state());
            assert.deepEqual(await run(["baseline", empty]), {
                code: 0,
                stdout: "{}\n",
                stderr: `warning: ${empty}: no Cognito app clients found\n`,
            });
        });
    });

    describe("rejects", () => {
        const rejects = (name: string, args: () => string[], error: string | (() => string)) => {
            it(name, async () => {
                const outcome = await run(["baseline", ...args()], { stdin: state(resource("web", BAD)) });
                const stderr = `error: ${typeof error === "string" ? error : error()}\n`;
                assert.deepEqual(outcome, { code: 2, stdout: "", stderr });
            });
        };
        rejects("no file", () => [], "no FILE given. Usage: pulumi-policy-aws-cognito baseline [options] FILE...");
        rejects("an empty reason", () => ["--reason", " ", "-"], "--reason must not be empty.");
        for (const day of ["soon", "2027-02-29", "2027-1-1", "2027-13-01", "9999-12-31T00:00", ""])
            rejects(`a last day that is none: "${day}"`, () => ["--until", day, "-"], `--until must be a day, YYYY-MM-DD, got "${day}".`);
        rejects("a last day in the past", () => ["--until", "2020-01-01", "-"], "--until must not be in the past, got 2020-01-01.");
        rejects(
            "an empty configuration, as the shell leaves it before the command starts",
            () => ["--config", write("empty.json", "\n"), "-"],
            () => `${inFolder("empty.json")}: empty; write {} for no configuration. To replace the file, use --output instead of >.`,
        );
        rejects(
            "an invalid configuration",
            () => ["--config", write("wrong.json", '{"valid-auth-flow": {}}'), "-"],
            () => `${inFolder("wrong.json")}: unknown policy "valid-auth-flow"; did you mean valid-auth-flows?`,
        );
        rejects(
            "files if one cannot be read, since the configuration would be incomplete",
            () => [write("good.json", state(resource("web", BAD))), inFolder("missing.json")],
            () => `could not read ${inFolder("missing.json")}: no such file or directory.`,
        );
        rejects(
            "a folder with a file that cannot be read",
            () => {
                write("broken/package.json", "{}");
                write("broken/good.json", state(resource("web", BAD)));
                write("broken/empty.json", "");
                return [inFolder("broken")];
            },
            () => `${inFolder("broken/empty.json")}: empty; expected the output of \`pulumi stack export\` or \`pulumi preview --json\`.`,
        );
        rejects(
            "a folder without a state or a preview",
            () => {
                write("other/package.json", "{}");
                return [inFolder("other")];
            },
            "no state or preview found in 1 file.",
        );
        for (const urn of ["*", "urn:*"]) {
            rejects(
                `a state with the URN ${urn}, which would exempt every client`,
                () => [write("wide.json", state(resource("web", BAD, { urn })))],
                () =>
                    `${inFolder("wide.json")}: deployment.resources[0].urn must be a URN, so the resource is not checked; export the stack again.`,
            );
        }
        rejects(
            "an output in a missing folder",
            () => ["--output", inFolder("no/cognito.json"), "-"],
            () => `could not write ${inFolder("no/cognito.json")}: no such file or directory.`,
        );
    });

    it("accepts today as the last day", async () => {
        const today = new Date().toISOString().slice(0, 10);
        const file = write("web.json", state(resource("web", BAD)));
        const config = JSON.parse(await baseline("--until", today, file));
        assert.equal(config[ERRORS].exempt[0].until, today);
    });
});
