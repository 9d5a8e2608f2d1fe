import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { describe, it } from "mocha";
import type { Log, Result } from "sarif";
import { settingsOf } from "../../src/check/config";
import { resourcesOf } from "../../src/check/files";
import { type Report, run, type Violation } from "../../src/check/run";
import { sarif } from "../../src/check/sarif";
import { rules } from "../../src/rules";
import { ROOT } from "../pack";
import { urnOf } from "./harness";

/** The schema that OASIS publishes. */
const SCHEMA = JSON.parse(readFileSync(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"), "utf8"));

const webshop = path.join("examples", "webshop", "state.json");

function reportOf(file: string): Report {
    return run([{ file, resources: resourcesOf(readFileSync(path.join(ROOT, webshop), "utf8")) }], settingsOf(rules));
}

function logOf(report: Report): Log {
    return JSON.parse(sarif(report));
}

function resultsOf(report: Report): Result[] {
    return logOf(report).runs[0]?.results ?? [];
}

/** A report of violations of two rules, of which one is no weakness. */
function reportWith(...violations: Partial<Violation>[]): Report {
    const violation: Violation = {
        file: "state.json",
        urn: urnOf("web"),
        name: "web",
        policy: "valid-token-validity",
        level: "mandatory",
        severity: "high",
        message: "accessTokenValidity is 60 hours.",
    };
    return {
        files: [],
        clients: 1,
        violations: violations.map(own => ({ ...violation, ...own })),
        exempt: [],
        undecided: [],
        remediated: [],
    };
}

const fingerprints = (report: Report) => resultsOf(report).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);

describe("sarif", () => {
    const report = reportOf(webshop);

    it("is valid by the schema", () => {
        const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }); // a pattern of it is no Unicode one
        assert.ok(ajv.validate(SCHEMA, logOf(report)), ajv.errorsText());
        assert.ok(ajv.validate(SCHEMA, logOf(reportWith())), ajv.errorsText());
        assert.ok(!ajv.validate(SCHEMA, { ...logOf(report), version: "2.0.0" }), "a schema that takes anything");
    });

    it("names its schema, and says that the command could judge", () => {
        const { $schema, runs } = logOf(report);
        assert.equal($schema, "https://json.schemastore.org/sarif-2.1.0.json");
        assert.deepEqual(
            runs.map(({ invocations }) => invocations),
            [[{ executionSuccessful: true }]],
        );
    });

    it("has a result for each violation, which names its file and its client", () => {
        const physicalLocation = { artifactLocation: { uri: "examples/webshop/state.json" }, region: { startLine: 1 } };
        assert.deepEqual(
            resultsOf(report).map(({ ruleId, message, locations }) => [ruleId, message.text, locations]),
            report.violations.map(({ policy, name, urn, message }) => [
                policy,
                `${name}: ${message}`,
                [{ physicalLocation, logicalLocations: [{ name, fullyQualifiedName: urn, kind: "resource" }] }],
            ]),
        );
    });

    it("describes every rule, and points each result to its own", () => {
        const [found] = logOf(report).runs;
        const described = found?.tool.driver.rules ?? [];
        assert.deepEqual(
            described.map(({ id, helpUri }) => [id, helpUri]),
            rules.map(({ name, url }) => [name, url]),
        );
        for (const { ruleId, ruleIndex = -1 } of found?.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
    });

    describe("describes", () => {
        const cases: [why: string, name: string, text: string, remediation: string, url: string, more: object][] = [
            [
                "a severe weakness",
                "no-implicit-flow",
                "Tokens must not reach the app in a URL, where browser history and other software can read them.",
                "Use code instead, with PKCE.",
                "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2",
                {
                    defaultConfiguration: { enabled: true, level: "warning" },
                    properties: {
                        tags: ["security", "RFC 9700 2.1.2", "RFC 8252 8.2", "ASVS v5.0.0-10.4.4", "ASVS v5.0.0-10.6.1"],
                        precision: "high",
                        "security-severity": "8.0",
                    },
                },
            ],
            [
                "a weakness of medium severity that is mandatory",
                "require-prevent-user-existence-errors",
                "Sign-in errors must not tell a stranger which users exist.",
                "Set preventUserExistenceErrors to ENABLED.",
                "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
                {
                    defaultConfiguration: { enabled: true, level: "error" },
                    properties: {
                        tags: ["security", "ASVS v5.0.0-6.3.8", "CWE-204"],
                        precision: "high",
                        "security-severity": "5.5",
                    },
                },
            ],
            [
                "a slight weakness that answers to no standard",
                "require-openid-scope",
                "Cognito grants email, phone and profile only together with openid, and issues no ID token without it.",
                "Add openid.",
                "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
                {
                    defaultConfiguration: { enabled: true, level: "note" },
                    properties: { tags: ["security"], precision: "high", "security-severity": "2.0" },
                },
            ],
            [
                "a weakness that is looked for only if told so",
                "no-localhost-redirect-urls",
                "Redirect URLs must not lead to the user's own machine, because Cognito offers that for tests only.",
                "Give development a client of its own, or set the option allowNative for an app installed on the user's machine.",
                "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
                {
                    defaultConfiguration: { enabled: false, level: "note" },
                    properties: { tags: ["security", "RFC 9700 2.6"], precision: "high", "security-severity": "2.0" },
                },
            ],
            [
                "what AWS would refuse",
                "valid-redirect-urls",
                "Redirect URLs must be absolute, have no fragment, and use https unless they lead to an app or a loopback host, or the deployment fails.",
                "Write each URL in full, exactly as the app sends it, with https or the app's own scheme.",
                "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
                {
                    defaultConfiguration: { enabled: true, level: "error" },
                    properties: { tags: ["correctness", "RFC 9700 2.6", "CWE-319"], precision: "very-high" },
                },
            ],
            [
                "what AWS would refuse for the user pool",
                "match-pool-tier",
                "Choice-based sign-in and refresh token rotation need a user pool in the Essentials tier or above.",
                "Set the user pool's userPoolTier to ESSENTIALS or PLUS, or do without.",
                "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
                {
                    defaultConfiguration: { enabled: true, level: "error" },
                    properties: { tags: ["correctness"], precision: "very-high" },
                },
            ],
        ];
        for (const [why, id, text, remediation, helpUri, more] of cases) {
            it(why, () => {
                const described = logOf(report).runs[0]?.tool.driver.rules?.find(rule => rule.id === id);
                assert.deepEqual(described, {
                    id,
                    shortDescription: { text },
                    fullDescription: { text: `${text} ${remediation}` },
                    help: { text: `${remediation} Source: ${helpUri}`, markdown: `${remediation}\n\n[Source](${helpUri})` },
                    helpUri,
                    ...more,
                });
            });
        }
    });

    it("maps the levels to error, warning and note", () => {
        const levels = resultsOf(
            reportWith({ severity: "low" }, { level: "advisory", severity: "medium" }, { level: "advisory", severity: "low" }),
        ).map(({ level }) => level);
        assert.deepEqual(levels, ["error", "warning", "note"]);
    });

    it("has a fingerprint of its own for each result", () => {
        const found = fingerprints(report);
        assert.equal(new Set(found).size, report.violations.length);
        for (const fingerprint of found) assert.match(fingerprint ?? "", /^[0-9a-f]{32}:\d+$/);
    });

    it("keeps the fingerprint where only a value or the file has changed", () => {
        const before = fingerprints(reportWith({}));
        assert.deepEqual(fingerprints(reportWith({ message: "accessTokenValidity is 61 hours." })), before);
        assert.deepEqual(fingerprints(reportWith({ file: "elsewhere.json", level: "advisory" })), before);
        assert.deepEqual(fingerprints(reportOf("elsewhere.json")), fingerprints(report));
    });

    it("changes the fingerprint with the client, the rule and the property, and counts where these are the same", () => {
        const others = [
            {},
            { urn: urnOf("worker") },
            { policy: "limit-access-token-validity" },
            { message: "idTokenValidity is 60 hours." },
            { message: "allowedOauthFlows is empty." },
            { message: "tokenValidityUnits.accessToken is days." },
            { message: "tokenValidityUnits.idToken is days." },
        ];
        const found = fingerprints(reportWith(...others, {}));
        assert.equal(new Set(found).size, found.length);
        assert.deepEqual(
            found.map(fingerprint => fingerprint?.split(":")[1]),
            [...others.map(() => "1"), "2"],
        );
    });

    it("tells a file from the current folder on, and one outside of it by its whole path", () => {
        const uri = (file: string) => resultsOf(reportWith({ file }))[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
        assert.equal(uri("states/a b.json"), "states/a%20b.json");
        assert.equal(uri(path.resolve("states/dev.json")), "states/dev.json");
        assert.equal(uri("/elsewhere/dev.json"), "file:///elsewhere/dev.json");
        assert.equal(uri("-"), "stdin");
    });
});
