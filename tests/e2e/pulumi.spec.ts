import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { afterEach, before, describe, it } from "mocha";
import { settingsOf } from "../../src/check/config";
import { resourcesOf } from "../../src/check/files";
import { run } from "../../src/check/run";
import { rules } from "../../src/rules";
import { type Level, ROOT } from "../pack";
import { analyze, hasPulumi, Stack, type Violation } from "./pulumi";

const ERRORS = "require-prevent-user-existence-errors";

/** A client of which nothing is to be said. */
const good = {
    accessTokenValidity: 15,
    idTokenValidity: 15,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "days" },
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    refreshTokenValidity: 1,
};
const bad = { ...good, preventUserExistenceErrors: "LEGACY" };

describe("under the real CLI", function () {
    this.timeout(180_000);

    before(function () {
        if (hasPulumi()) return;
        console.warn("  There is no pulumi on PATH, so the tests under the real CLI are skipped.");
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

    it("lets a good client pass, and says nothing of a pool that is not there yet", () => {
        const { status, printed, violations } = stackOf({ web: good }).preview();
        assert.equal(status, 0, printed);
        assert.deepEqual(violations, []);
        assert.doesNotMatch(printed, /can't run policy/);
    });

    it("stops a preview in which something mandatory is violated", () => {
        const { status, printed, violations } = stackOf({ web: bad, admin: good }).preview();
        assert.notEqual(status, 0);
        assert.deepEqual(violations.map(brief), [`web ${ERRORS} mandatory`]);
        assert.match(printed, /preventUserExistenceErrors is LEGACY\. Set preventUserExistenceErrors to ENABLED\./);
    });

    it("goes by configured levels", () => {
        const { status, printed, violations } = stackOf({ web: bad }).preview({ [ERRORS]: "advisory" });
        assert.equal(status, 0, printed);
        assert.deepEqual(violations.map(brief), [`web ${ERRORS} advisory`]);
        assert.deepEqual(stack?.preview({ [ERRORS]: "disabled" }).violations, []);
    });

    it("changes what is deployed, at level remediate", () => {
        const { status, printed, violations } = stackOf({ web: bad }).up({ [ERRORS]: "remediate" });
        assert.equal(status, 0, printed);
        assert.deepEqual(violations, []);
        assert.equal(stack?.inputsOf("web").preventUserExistenceErrors, "ENABLED");
    });

    it("says of the web shop in a preview and an update what check says of its state", () => {
        stack = new Stack(path.join(ROOT, "examples/webshop"));
        stack.setSecret("google", "a secret");
        const advisory = { all: "advisory" } as const;
        const preview = stack.preview(advisory);
        assert.equal(preview.status, 0, preview.printed);
        assert.doesNotMatch(preview.printed, /can't run policy/);
        const { status, printed, violations } = stack.up(advisory);
        assert.equal(status, 0, printed);
        // An encrypted value is known in an update alone.
        const decided = violations.filter(({ urn }) => !urn.endsWith("::mixed-flows"));
        const checked = checkedWebshop(advisory).filter(({ urn }) => !urn.endsWith("::mixed-flows"));
        assert.deepEqual(named(decided), named(checked));
    });

    it("prints of a stack that stays as it is what check needs to judge it", () => {
        stack = stackOf({ web: bad, admin: good });
        assert.equal(stack.up({ all: "disabled" }).status, 0);
        const verdicts = [stack.exported(), stack.previewed()].map(text => checked(text).map(brief));
        assert.deepEqual(verdicts, [[`web ${ERRORS} mandatory`], [`web ${ERRORS} mandatory`]]);
    });

    it("analyzes a state with the verdicts of check", () => {
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

/** What check says of a state or a preview, in the terms of the engine. */
function checked(text: string, config: Readonly<Record<string, Level>> = {}): Violation[] {
    const { violations } = run([{ file: "stack", resources: resourcesOf(text) }], settingsOf(rules, config));
    return violations.map(({ policy, level, urn, message }) => ({ policy, level, urn, message }));
}

function brief({ urn, policy, level }: Violation): string {
    return `${urn.split("::").at(-1)} ${policy} ${level}`;
}

function full({ urn, policy, level }: Violation): string {
    return `${urn} ${policy} ${level}`;
}

/** Clients with the policies that they violate, in a stack of any name. */
function named(violations: readonly Violation[]): string[] {
    return violations.map(({ urn, policy }) => `${urn.split("::").at(-1)} ${policy}`).sort();
}
