import * as assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { afterEach, before, describe, it } from "mocha";
import preset from "../../presets/remediate.json";
import { applyConfig } from "../../src/cli/config/config";
import { messageOf } from "../../src/core/message";
import type { Level, Rule } from "../../src/core/rule";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import { rules } from "../../src/rules";
import { formatLocation } from "../../src/stacks/positions/location";
import { createPlaceFinder } from "../../src/stacks/positions/places";
import { openProject } from "../../src/stacks/positions/project";
import { parseResources } from "../support/check";
import { ROOT } from "../support/pack";
import { run } from "../support/run-cli";
import { WEBSHOP_FIXES } from "../support/webshop-fixes";
import { inFolder } from "../support/working-folder";
import { analyze, HIDE_VALUES, hasGo, hasPulumi, hasPython, Stack, type Violation } from "./pulumi";

const ERRORS = "require-prevent-user-existence-errors";

const GO = path.join(__dirname, "go");

/** A client without violations at the default levels. */
const good = {
    accessTokenValidity: 15,
    idTokenValidity: 15,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "days" },
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    refreshTokenValidity: 1,
};
const bad = { ...good, preventUserExistenceErrors: "LEGACY" };

describe("the Pulumi CLI", function () {
    this.timeout(180_000);

    before(function () {
        if (hasPulumi()) return;
        console.warn("  pulumi is not on PATH: the end-to-end tests are skipped.");
        this.skip();
    });

    let stack: Stack | undefined;
    afterEach(() => {
        stack?.remove();
        stack = undefined;
    });

    function stackOf(clients: Readonly<Record<string, object>>): Stack {
        stack = new Stack(path.join(__dirname, "program"), { "clients.json": clients });
        return stack;
    }

    it("accepts a valid client whose pool does not exist yet", () => {
        const { status, printed, violations } = stackOf({ web: good }).preview();
        assert.equal(status, 0, printed);
        assert.deepEqual(violations, []);
        assert.doesNotMatch(printed, /can't run policy/);
    });

    it("fails a preview with a mandatory violation", () => {
        const { status, printed, violations } = stackOf({ web: bad, admin: good }).preview();
        assert.notEqual(status, 0);
        assert.deepEqual(violations.map(brief), [`web ${ERRORS} mandatory`]);
        assert.match(printed, /preventUserExistenceErrors is LEGACY; it must be ENABLED\. Set preventUserExistenceErrors to ENABLED\./);
    });

    it("keeps values out of violations if they must be hidden", () => {
        process.env[HIDE_VALUES] = "1";
        try {
            const { printed, violations } = stackOf({ web: { ...bad, callbackUrls: ["http://zqsecret.acme.dev"] } }).preview();
            assert.deepEqual(violations.map(brief).sort(), [
                "web no-ignored-oauth-settings advisory",
                `web ${ERRORS} mandatory`,
                "web valid-redirect-urls mandatory",
            ]);
            assert.match(printed, /callbackUrls has http in …;/);
            assert.doesNotMatch(printed, /zqsecret|LEGACY/);
        } finally {
            delete process.env[HIDE_VALUES];
        }
    });

    it("evaluates a policy that sees the stack, even if it is the only one", () => {
        const oauth = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] };
        const { violations } = stackOf({ web: { ...oauth, callbackUrls: ["https://acme.dev"] } }).preview({
            all: "disabled",
            "match-managed-login": "mandatory",
        });
        assert.deepEqual(violations.map(brief), ["web match-managed-login mandatory"]);
    });

    it("applies configured levels", () => {
        const { status, printed, violations } = stackOf({ web: bad }).preview({ [ERRORS]: "advisory" });
        assert.equal(status, 0, printed);
        assert.deepEqual(violations.map(brief), [`web ${ERRORS} advisory`]);
        assert.deepEqual(stack?.preview({ [ERRORS]: "disabled" }).violations, []);
    });

    it("accepts a baseline of the deployed clients, and still reports new violations", async () => {
        stack = stackOf({ web: bad, admin: good });
        assert.equal(stack.up({ all: "disabled" }).status, 0);
        const { code, stdout } = await run(["baseline", "--until", "9998-12-31", "-"], { stdin: stack.exported() });
        assert.equal(code, 0);
        const config = JSON.parse(stdout);
        assert.equal(config[ERRORS].exempt.length, 1);
        const { status, printed, violations } = stack.preview(config);
        assert.deepEqual([status, violations], [0, []], printed);
        assert.match(printed, /web: require-prevent-user-existence-errors: exempt until 9998-12-31/);

        writeFileSync(path.join(stack.program, "clients.json"), JSON.stringify({ web: bad, admin: bad, app: bad }));
        const changed = stack.preview(config);
        assert.notEqual(changed.status, 0);
        assert.deepEqual(changed.violations.map(brief).sort(), [`admin ${ERRORS} mandatory`, `app ${ERRORS} mandatory`]);
    });

    it("applies exemptions by pattern, and reports a last day that is none", () => {
        const exempting = (resource: string, more = {}) => ({ [ERRORS]: { exempt: [{ resource, reason: "moves soon", ...more }] } });
        stack = stackOf({ web: bad });
        assert.deepEqual(stack.preview(exempting("urn:pulumi:dev::shop::*::w*")).violations, []);
        assert.deepEqual(stack.preview(exempting("urn:pulumi:prod::*")).violations.map(brief), [`web ${ERRORS} mandatory`]);
        const { status, printed } = stack.preview(exempting("web", { until: "soon" }));
        assert.notEqual(status, 0);
        assert.match(printed, /exempt\S*until/);
    });

    it("deploys the fixed client at level remediate", () => {
        const { status, printed, violations } = stackOf({ web: bad }).up({ [ERRORS]: "remediate" });
        assert.equal(status, 0, printed);
        assert.deepEqual(violations, []);
        assert.equal(stack?.inputsOf("web").preventUserExistenceErrors, "ENABLED");
    });

    it("reports for the web shop in a preview and an update what check reports for its state", () => {
        stack = new Stack(path.join(ROOT, "examples/webshop"));
        stack.setSecret("google", "a secret");
        const advisory = { all: "advisory" } as const;
        const preview = stack.preview(advisory);
        assert.equal(preview.status, 0, preview.printed);
        assert.doesNotMatch(preview.printed, /can't run policy/);
        const { status, printed, violations } = stack.up(advisory);
        assert.equal(status, 0, printed);
        // During the update, a value is known that is encrypted in the state, and so is whether a client has a secret.
        const isComparable = ({ urn, policy }: Violation) => !urn.endsWith("::mixed-flows") && policy !== "require-refresh-token-rotation";
        const comparable = violations.filter(isComparable);
        const checked = checkedWebshop(advisory).filter(isComparable);
        assert.deepEqual(named(comparable), named(checked));
    });

    it("gives check the unchanged clients of a stack", () => {
        stack = stackOf({ web: bad, admin: good });
        assert.equal(stack.up({ all: "disabled" }).status, 0);
        const results = [stack.exported(), stack.previewed()].map(text => checked(text).map(brief));
        assert.deepEqual(results, [[`web ${ERRORS} mandatory`], [`web ${ERRORS} mandatory`]]);
    });

    it("gives check the lines of a TypeScript program", async () => {
        stack = new Stack(path.join(__dirname, "typescript"));
        const preview = stack.previewed();
        assert.equal(stack.up({ all: "disabled" }).status, 0);
        const expected = [
            ["a", "index.ts:8:5"],
            ["b", "index.ts:8:5"],
            ["web-client", "sign-in.ts:7:9", "index.ts:6:1"],
        ];
        for (const text of [preview, stack.exported()]) assert.deepEqual(await locations(text, stack.program), expected);
    });

    it("previews the fixed program of the web shop with the changes and no others", () => {
        stack = new Stack(path.join(ROOT, "examples/webshop"));
        stack.setSecret("google", "a secret");
        const before = stack.previewed();
        assert.equal(stack.fix(), "index.js\n");
        const after = stack.previewed();
        const violated = checked(after, { all: "advisory" }).filter(({ policy }) => policy in preset);
        assert.deepEqual(violated.map(brief), []);
        const inputs = [...inputsIn(before)].map(([name, inputs]) => [name, { ...inputs, ...WEBSHOP_FIXES[name] }] as const);
        assert.deepEqual(inputsIn(after), new Map(inputs));
    });

    for (const [runtime, folder, file, isInstalled, fixes] of [
        [
            "python",
            path.join(ROOT, "examples/fix/python"),
            "__main__.py",
            hasPython,
            { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"], preventUserExistenceErrors: "ENABLED" },
        ],
        ["go", GO, "main.go", () => hasGo(GO), { enableTokenRevocation: true, preventUserExistenceErrors: "ENABLED" }],
    ] as const) {
        it(`previews a fixed program for the runtime ${runtime} with the changes and no others`, function () {
            this.timeout(600_000); // the SDK of Go is compiled
            if (!isInstalled()) this.skip();
            stack = new Stack(folder, {}, runtime);
            const before = inputsIn(stack.previewed());
            assert.equal(stack.fix(), `${file}\n`);
            assert.deepEqual(inputsIn(stack.previewed()), new Map([...before, ["web", { ...before.get("web"), ...fixes }]]));
        });
    }

    it("policy analyze reports the same violations as check", () => {
        const { printed, violations } = analyze(path.join(ROOT, "examples/webshop/state.json"));
        const checked = checkedWebshop();
        assert.deepEqual(violations.map(full).sort(), checked.map(full).sort(), printed);
        for (const violation of checked) {
            const { message } = violation;
            assert.ok(
                violations.some(other => full(other) === full(violation) && other.message.includes(message)),
                message,
            );
        }
    });
});

function checkedWebshop(config?: Readonly<Record<string, Level>>): Violation[] {
    return checked(readFileSync(path.join(ROOT, "examples/webshop/state.json"), "utf8"), config);
}

/** Returns the violations that check reports for a state or a preview. */
function checked(text: string, config: Readonly<Record<string, Level>> = {}): Violation[] {
    const { violations } = evaluateStacks([{ file: "stack", resources: parseResources(text) }], applyConfig(rules, config));
    return violations.map(({ policy, level, urn = "", property, problem }) => {
        const rule = rules.find(({ name }) => name === policy) as Rule;
        return { policy, level, urn, message: messageOf({ property, problem }, rule) };
    });
}

/** Returns the names of the clients that check reports, and where the program in a folder creates each: the location and its callers. */
function locations(text: string, program: string): Promise<string[][]> {
    return inFolder(program, () => {
        const resources = parseResources(text);
        const placeOf = createPlaceFinder(openProject("."))(resources);
        const config = applyConfig(rules, { all: "disabled", [ERRORS]: "advisory" });
        const { violations } = evaluateStacks([{ file: "stack", resources, placeOf }], config);
        return violations.map(({ name, location, callers = [] }) => [name, ...[location ?? [], callers].flat().map(formatLocation)]);
    });
}

/** Returns the inputs of all resources in a preview by name, without the names that the provider makes up in each preview. */
function inputsIn(preview: string): Map<string, Readonly<Record<string, unknown>>> {
    const steps: readonly { urn: string; newState: { inputs?: Record<string, unknown> } }[] = JSON.parse(preview).steps;
    return new Map(
        steps.map(({ urn, newState: { inputs = {} } }) => {
            const { name, __defaults, ...others } = inputs;
            return [urn.split("::").at(-1) ?? "", { ...others, ...(!Array.isArray(__defaults) && { name }) }];
        }),
    );
}

function brief({ urn, policy, level }: Violation): string {
    return `${urn.split("::").at(-1)} ${policy} ${level}`;
}

function full({ urn, policy, level }: Violation): string {
    return `${urn} ${policy} ${level}`;
}

/** Returns the names of clients and policies, without the name of the stack. */
function named(violations: readonly Violation[]): string[] {
    return violations.map(({ urn, policy }) => `${urn.split("::").at(-1)} ${policy}`).sort();
}
