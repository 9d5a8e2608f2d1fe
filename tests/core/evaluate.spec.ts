import * as assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { computeFix, evaluate, evaluatorFor } from "../../src/core/evaluate";
import { UnknownValueError } from "../../src/core/properties";
import { defineRule, type Rule } from "../../src/core/rule";
import { quoted } from "../../src/core/values";
import { METADATA } from "../support/metadata";

const URN = "urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::web";
const TODAY = "2026-06-15";

/** Requires a name of at most `max` characters and no callback URLs. */
const rule = defineRule({
    ...METADATA,
    name: "limit-name-length",
    options: { max: { type: "integer", description: "Maximum length of a name.", default: 3 } },
    checks: [
        ({ name }, { options: { max }, report }) => {
            if (name !== undefined && name.length > max) report("name", `is ${name}.`);
        },
        ({ callbackUrls }, { report }) => {
            if (callbackUrls) report("callbackUrls", "is set.");
        },
    ],
    fix: ({ name = "" }, { max }) => ({ name: name.slice(0, max) }),
});

const resource = (props: object) => ({ name: "web", urn: URN, props });
const TOO_LONG = { property: "name", problem: "name is long." };
const CALLBACK = { property: "callbackUrls", problem: "callbackUrls is set." };

type RuleCheck = (typeof rule.checks)[number];

/** The rule with other checks in front of its own. */
function withChecks(...checks: RuleCheck[]): Rule {
    return { ...rule, checks: [...checks, ...rule.checks] };
}

function fail(error: unknown): () => never {
    return () => {
        throw error;
    };
}

describe("evaluate", () => {
    it("reports the property and the problem", () => {
        assert.deepEqual(evaluate(rule, resource({ name: "long", callbackUrls: ["a:/"] }), {}), {
            violations: [TOO_LONG, CALLBACK],
            unknown: [],
        });
    });

    it("reports a violation of several checks once", () => {
        assert.deepEqual(evaluate(withChecks(...rule.checks), resource({ name: "long" }), {}).violations, [TOO_LONG]);
    });

    it("applies the default of an unset option, and the configured value of a set one", () => {
        assert.deepEqual(evaluate(rule, resource({ name: "abc" }), {}).violations, []);
        assert.deepEqual(evaluate(rule, resource({ name: "long" }), { max: 4 }).violations, []);
        assert.deepEqual(evaluate(rule, resource({ name: "long" }), { max: 3 }).violations, [TOO_LONG]);
        assert.deepEqual(evaluate(rule, resource({ name: "long" }), { exempt: [] }).violations, [TOO_LONG]);
    });

    it("runs the other checks if one reads an unknown value", () => {
        assert.deepEqual(evaluate(rule, resource({ name: unknown, callbackUrls: ["a:/"] }), {}), {
            violations: [CALLBACK],
            unknown: ["name"],
        });
    });

    it("keeps what a check reports before it reads an unknown value", () => {
        const reportsFirst = withChecks((client, { report }) => {
            report("region", "is set.");
            assert.ok(client.region);
        });
        assert.deepEqual(evaluate(reportsFirst, resource({ region: unknown }), {}), {
            violations: [{ property: "region", problem: "region is set." }],
            unknown: ["region"],
        });
    });

    it("records the unknown elements that filter() skips, each once", () => {
        const check: RuleCheck = ({ logoutUrls }, { filter, report }) =>
            report("logoutUrls", `has ${filter(logoutUrls, url => url !== "a:/")}.`);
        const lists = withChecks(check, check);
        assert.deepEqual(evaluate(lists, resource({ logoutUrls: [unknown, "a:/", "b:/"] }), {}), {
            violations: [{ property: "logoutUrls", problem: "logoutUrls has b:/." }],
            unknown: ["logoutUrls[0]"],
        });
    });

    describe("hides the values in problems", () => {
        const HIDE_VALUES = "PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES";
        const marking = withChecks(({ region }, { report }) => report("region", `is ${quoted(String(region))}, not eu-west-1.`));
        const problemOf = (more: object = {}) =>
            evaluate(marking, { ...resource({ region: "us-east-1" }), ...more }, {}).violations[0]?.problem;
        afterEach(() => {
            delete process.env[HIDE_VALUES];
        });

        it("of a client with secrets", () => {
            assert.equal(problemOf(), 'region is "us-east-1", not eu-west-1.');
            assert.equal(problemOf({ hasSecrets: true }), "region is …, not eu-west-1.");
            assert.equal(problemOf({ hasSecrets: false }), 'region is "us-east-1", not eu-west-1.');
        });

        it("of every client if the environment variable is 1", () => {
            process.env[HIDE_VALUES] = "1";
            assert.equal(problemOf(), "region is …, not eu-west-1.");
            process.env[HIDE_VALUES] = "0";
            assert.equal(problemOf(), 'region is "us-east-1", not eu-west-1.');
        });
    });

    it("reports a property of the wrong type once, and runs the other checks", () => {
        const twice = withChecks(...rule.checks);
        assert.deepEqual(evaluate(twice, resource({ name: {}, callbackUrls: ["a:/"] }), {}), {
            violations: [{ property: "name", problem: "name must be a string, not an object.", isError: true }, CALLBACK],
            unknown: [],
        });
    });

    describe("a check that throws", () => {
        const DEBUG = "PULUMI_POLICY_AWS_COGNITO_DEBUG";
        const error = new Error("no such thing");
        const broken = withChecks(fail(error));
        const messageOf = (rule: Rule) => evaluate(rule, resource({}), {}).violations[0]?.problem;
        afterEach(() => {
            delete process.env[DEBUG];
        });

        it("is reported as a bug in the rule, and the other checks run", () => {
            assert.deepEqual(evaluate({ ...broken, bugs: "https://acme.dev/issues" }, resource({ name: "long" }), {}), {
                violations: [
                    {
                        problem:
                            "Rule limit-name-length failed: no such thing. This is a bug in the rule; please report it at https://acme.dev/issues (PULUMI_POLICY_AWS_COGNITO_DEBUG=1 prints the stack trace).",
                        isError: true,
                    },
                    TOO_LONG,
                ],
                unknown: [],
            });
        });

        it("is reported to the author of a rule without an address for bugs", () => {
            assert.equal(
                messageOf(broken),
                "Rule limit-name-length failed: no such thing. This is a bug in the rule; please report it to the author of the rule (PULUMI_POLICY_AWS_COGNITO_DEBUG=1 prints the stack trace).",
            );
        });

        it("is reported with its stack trace for debugging", () => {
            process.env[DEBUG] = "1";
            assert.match(messageOf(broken) ?? "", /^Rule limit-name-length failed: Error: no such thing at .*evaluate\.spec\.ts:\d+/);
        });

        it("is reported without its message and stack trace if values are hidden", () => {
            process.env[DEBUG] = "1";
            const [violation] = evaluate(broken, { ...resource({}), hasSecrets: true }, {}).violations;
            assert.equal(
                violation?.problem,
                "Rule limit-name-length failed. This is a bug in the rule; please report it to the author of the rule (PULUMI_POLICY_AWS_COGNITO_DEBUG=1 prints the stack trace).",
            );
        });

        it("can throw something that is not an error", () => {
            assert.match(messageOf(withChecks(fail("gone"))) ?? "", /^Rule limit-name-length failed: gone\. This is a bug/);
        });

        it("is not the user's error if it is a TypeError of JavaScript", () => {
            const message = messageOf(withChecks(() => (undefined as never as string[]).length));
            assert.match(message ?? "", /^Rule limit-name-length failed: Cannot read properties of undefined/);
        });

        it("does not hide an unknown value that another rule's helper throws", () => {
            assert.deepEqual(evaluate(withChecks(fail(new UnknownValueError("users.schemas"))), resource({}), {}), {
                violations: [],
                unknown: ["users.schemas"],
            });
        });
    });

    it("reports the errors in the options, and applies the valid ones", () => {
        assert.deepEqual(evaluate(rule, resource({ name: "longer" }), { min: 1, max: 5, exempt: {} }).violations, [
            { problem: 'limit-name-length: unknown option "min"; allowed: enforcementLevel, max and exempt.', isError: true },
            { problem: "limit-name-length.exempt: must be an array, got an object.", isError: true },
            { property: "name", problem: "name is longer." },
        ]);
    });

    describe("with an exemption", () => {
        const evaluateWith = (...exempt: object[]) => evaluate(rule, resource({ name: "long", callbackUrls: unknown }), { exempt }, TODAY);

        it("skips a client by its name", () => {
            assert.deepEqual(evaluateWith({ resource: "web", reason: "moves soon" }), {
                violations: [],
                exemption: "exempt: moves soon",
                unknown: [],
            });
        });

        it("skips a client by its URN", () => {
            assert.equal(evaluateWith({ resource: URN, reason: "moves soon" }).exemption, "exempt: moves soon");
        });

        it("skips a client by a pattern", () => {
            assert.equal(evaluateWith({ resource: "w*", reason: "moves soon" }).exemption, "exempt: moves soon");
            assert.equal(evaluateWith({ resource: "urn:pulumi:dev::*::web", reason: "moves soon" }).exemption, "exempt: moves soon");
        });

        it("does not skip other clients", () => {
            const result = evaluateWith({ resource: "we", reason: "moves soon" }, { resource: "WEB", reason: "moves soon" });
            assert.deepEqual(result, { violations: [TOO_LONG], unknown: ["callbackUrls"] });
        });

        it("skips a client on the last day of the exemption", () => {
            const result = evaluateWith({ resource: "web", reason: "moves soon", until: TODAY });
            assert.equal(result.exemption, "exempt until 2026-06-15: moves soon");
        });

        it("compares with the current day in UTC by default", () => {
            const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
            const exempt = (until: string) => [{ resource: "web", reason: "moves soon", until }];
            assert.equal(
                evaluate(rule, resource({ name: "long" }), { exempt: exempt(day(0)) }).exemption,
                `exempt until ${day(0)}: moves soon`,
            );
            assert.equal(evaluate(rule, resource({ name: "long" }), { exempt: exempt(day(-1)) }).exemption, undefined);
        });

        it("mentions an expired exemption in the violation", () => {
            assert.deepEqual(evaluateWith({ resource: "web", reason: "moves soon", until: "2026-06-14" }).violations, [
                { property: "name", problem: `${TOO_LONG.problem} The exemption expired on 2026-06-14: moves soon` },
            ]);
        });

        it("prefers an active exemption to an expired one", () => {
            const expired = { resource: "web", reason: "moved", until: "2026-01-01" };
            assert.equal(evaluateWith(expired, { resource: "web", reason: "moves soon" }).exemption, "exempt: moves soon");
        });

        it("reports an unknown option all the same", () => {
            const exempt = [{ resource: "web", reason: "moves soon" }];
            assert.deepEqual(evaluate(rule, resource({}), { exempt, max_: 3 }, TODAY), {
                violations: [{ problem: 'limit-name-length: unknown option "max_"; did you mean max?', isError: true }],
                exemption: "exempt: moves soon",
                unknown: [],
            });
        });
    });
});

describe("evaluatorFor", () => {
    it("evaluates one client after the other with the same options", () => {
        const exempt = [
            { resource: "exempt", reason: "old" },
            { resource: "expired", reason: "older", until: "2026-06-14" },
        ];
        const config = { max: 1, exempt, other: 1 };
        const evaluateNext = evaluatorFor(rule, config, TODAY);
        const clients = [
            resource({ name: "long", callbackUrls: ["a"] }),
            resource({ name: unknown }),
            { ...resource({ name: "long" }), name: "expired" },
            { ...resource({ name: "long" }), name: "exempt" },
            resource({ name: "a" }),
        ];
        const results = clients.map(client => evaluateNext(client));
        assert.deepEqual(
            results,
            clients.map(client => evaluate(rule, client, config, TODAY)),
        );
        assert.deepEqual(
            results.map(({ violations }) => violations.length),
            [3, 1, 2, 1, 1],
        );
        assert.match(results[2]?.violations[1]?.problem ?? "", / The exemption expired on 2026-06-14: older$/);
        assert.doesNotMatch(results[0]?.violations[1]?.problem ?? "", /expired/);
    });
});

describe("computeFix", () => {
    const fixOf = (props: object, config = {}) => computeFix(rule, resource(props), config, TODAY);

    it("returns the fix of a violated rule", () => assert.deepEqual(fixOf({ name: "long" }), { name: "lon" }));
    it("applies the options", () => assert.deepEqual(fixOf({ name: "long" }, { max: 2 }), { name: "lo" }));
    it("returns nothing for a rule that is not violated", () => assert.equal(fixOf({ name: "abc" }), undefined));
    it("returns nothing for a rule without a fix", () => {
        assert.equal(computeFix({ ...rule, fix: undefined }, resource({ name: "long" }), {}), undefined);
    });

    it("returns nothing for an exempt client, until the exemption expires", () => {
        const until = (day: string) => ({ exempt: [{ resource: "web", reason: "moves soon", until: day }] });
        assert.equal(fixOf({ name: "long" }, until(TODAY)), undefined);
        assert.deepEqual(fixOf({ name: "long" }, until("2026-06-14")), { name: "lon" });
    });

    it("returns nothing if the fix reads an unknown value", () => {
        assert.equal(fixOf({ name: unknown, callbackUrls: ["a:/"] }), undefined);
    });

    it("returns nothing if the fix contains an unknown element that it does not read itself", () => {
        const copying = { ...rule, fix: ({ callbackUrls }: { callbackUrls?: string[] }) => ({ logoutUrls: callbackUrls }) };
        assert.equal(computeFix(copying, resource({ name: "long", callbackUrls: [unknown] }), {}), undefined);
        assert.deepEqual(computeFix(copying, resource({ name: "long", callbackUrls: ["a:/"] }), {}), { logoutUrls: ["a:/"] });
    });

    it("returns the fix of a violation that one check reports while another fails", () => {
        const broken = withChecks(fail(new Error("no such thing")), fail(new UnknownValueError("region")));
        assert.deepEqual(computeFix(broken, resource({ name: "long" }), {}), { name: "lon" });
        assert.equal(computeFix(broken, resource({ name: "abc" }), {}), undefined);
    });

    it("applies the defaults of options that it rejects", () => {
        for (const config of [{ max: "2" }, { exempt: 5 }, { exempt: [null] }, { exempt: [{ resource: "web" }] }, { mix: 2 }]) {
            assert.deepEqual(fixOf({ name: "long" }, config), { name: "lon" }, JSON.stringify(config));
        }
    });

    it("returns nothing for a property of the wrong type", () => assert.equal(fixOf({ name: {} }), undefined));

    it("returns nothing if the client cannot be read", () => {
        const unreadable = new Proxy({}, { get: fail(new Error("no such property")) });
        assert.equal(fixOf(unreadable), undefined);
    });

    it("returns nothing if the fix has a bug", () => {
        for (const fix of [fail(new Error("no such thing")), () => ({ name: () => "web" }) as never]) {
            assert.equal(computeFix({ ...rule, fix }, resource({ name: "long" }), {}), undefined);
        }
    });
});
