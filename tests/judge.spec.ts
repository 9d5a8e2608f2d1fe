import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fixFor, judge, optionsOf } from "../src/judge";
import { defineRule } from "../src/rule";
import { remediate, unknown, validate } from "./harness";

const URN = "urn:pulumi:dev::shop::aws:cognito/userPoolClient:UserPoolClient::web";
const TODAY = "2026-06-15";

const messages = { long: (name: string) => `name is ${name}.`, callback: () => "callbackUrls is set." };

/** Wants a name of at most as many characters as its option says, and no callback URL. */
const rule = defineRule({
    name: "short-name",
    level: "mandatory",
    severity: "low",
    description: "Names must be short.",
    remediation: "Shorten it.",
    url: "https://docs.aws.amazon.com/",
    messages,
    options: { max: { type: "integer", description: "How long a name may be.", default: 3 } },
    checks: [
        function* ({ name }, { max }) {
            if (name !== undefined && name.length > max) yield messages.long(name);
        },
        function* ({ callbackUrls }) {
            if (callbackUrls) yield messages.callback();
        },
    ],
    fix: ({ name = "" }, { max }) => ({ name: name.slice(0, max) }),
});

const resource = (props: object) => ({ name: "web", urn: URN, props });
const LONG = "name is long. Shorten it.";

describe("judge", () => {
    it("closes each message with what to do", () => {
        assert.deepEqual(judge(rule, resource({ name: "long", callbackUrls: ["a:/"] }), {}), {
            violations: [LONG, "callbackUrls is set. Shorten it."],
            undecided: [],
        });
    });

    it("fills in the default of an option that is not set, and takes the one that is", () => {
        assert.deepEqual(judge(rule, resource({ name: "abc" }), {}).violations, []);
        assert.deepEqual(judge(rule, resource({ name: "long" }), { max: 4 }).violations, []);
        assert.deepEqual(judge(rule, resource({ name: "long" }), { max: 3 }).violations, [LONG]);
    });

    it("goes on with the other checks where one meets what is not known", () => {
        assert.deepEqual(judge(rule, resource({ name: unknown, callbackUrls: ["a:/"] }), {}), {
            violations: ["callbackUrls is set. Shorten it."],
            undecided: ["name"],
        });
    });

    it("reports a check that breaks, and goes on with the others", () => {
        const broken = {
            ...rule,
            checks: [
                () => {
                    throw new Error("no such thing");
                },
                ...rule.checks,
            ],
        };
        assert.deepEqual(judge(broken, resource({ name: "long" }), {}).violations, [
            "The client could not be judged: no such thing.",
            LONG,
        ]);
    });

    it("reports a property of the wrong type, once", () => {
        const twice = { ...rule, checks: [...rule.checks, ...rule.checks] };
        assert.deepEqual(judge(twice, resource({ name: {} }), {}).violations, [
            "The client could not be judged: name takes a string, not a block.",
        ]);
    });

    it("reports options that no client could be judged by", () => {
        assert.deepEqual(judge(rule, resource({}), { exempt: 5 }).violations, [
            "The client could not be judged: exempt.filter is not a function.",
        ]);
    });

    describe("an option that the rule does not have", () => {
        it("is reported with the one that was meant", () => {
            assert.deepEqual(judge(rule, resource({}), { maxx: 4 }).violations, ["short-name has no option maxx; did you mean max?"]);
            assert.deepEqual(judge(rule, resource({}), { Exempt: [] }).violations, [
                "short-name has no option Exempt; did you mean exempt?",
            ]);
        });

        it("is reported with those there are where none is near", () => {
            assert.deepEqual(judge(rule, resource({}), { characters: 4 }).violations, [
                "short-name has no option characters; it has max and exempt.",
            ]);
        });
    });

    describe("an exemption", () => {
        const judged = (...exempt: object[]) => judge(rule, resource({ name: "long" }), { exempt }, TODAY);

        it("leaves a client alone by its name", () => {
            assert.deepEqual(judged({ resource: "web", reason: "moves soon" }), {
                violations: [],
                exemption: "exempt: moves soon",
                undecided: [],
            });
        });

        it("leaves a client alone by its URN", () => {
            assert.equal(judged({ resource: URN, reason: "moves soon" }).exemption, "exempt: moves soon");
        });

        it("leaves a client alone by a pattern", () => {
            assert.equal(judged({ resource: "w*", reason: "moves soon" }).exemption, "exempt: moves soon");
            assert.equal(judged({ resource: "urn:pulumi:dev::*::web", reason: "moves soon" }).exemption, "exempt: moves soon");
        });

        it("does not reach other clients", () => {
            assert.deepEqual(judged({ resource: "we", reason: "moves soon" }, { resource: "WEB", reason: "moves soon" }).violations, [
                LONG,
            ]);
        });

        it("holds on its last day", () => {
            assert.equal(judged({ resource: "web", reason: "moves soon", until: TODAY }).exemption, "exempt until 2026-06-15: moves soon");
        });

        it("holds on its last day where that is today, the day unless one is said", () => {
            const until = new Date().toISOString().slice(0, 10);
            const exempt = [{ resource: "web", reason: "moves soon", until }];
            assert.equal(judge(rule, resource({ name: "long" }), { exempt }).exemption, `exempt until ${until}: moves soon`);
        });

        it("ends after its last day, and the violation says so", () => {
            assert.deepEqual(judged({ resource: "web", reason: "moves soon", until: "2026-06-14" }).violations, [
                `${LONG} Its exemption ended on 2026-06-14: moves soon`,
            ]);
        });

        it("that holds counts for more than one that ended", () => {
            const ended = { resource: "web", reason: "moved", until: "2026-01-01" };
            assert.equal(judged(ended, { resource: "web", reason: "moves soon" }).exemption, "exempt: moves soon");
        });

        it("does not hide an option that the rule does not have", () => {
            const exempt = [{ resource: "web", reason: "moves soon" }];
            assert.deepEqual(judge(rule, resource({}), { exempt, max_: 3 }, TODAY).violations, [
                "short-name has no option max_; did you mean max?",
            ]);
        });
    });
});

describe("fixFor", () => {
    const fix = (props: object, config = {}) => fixFor(rule, resource(props), config, TODAY);

    it("gives the change of a rule that is violated", () => assert.deepEqual(fix({ name: "long" }), { name: "lon" }));
    it("goes by the options", () => assert.deepEqual(fix({ name: "long" }, { max: 2 }), { name: "lo" }));
    it("gives none where nothing is wrong", () => assert.equal(fix({ name: "abc" }), undefined));
    it("gives none for a rule without a fix", () => {
        assert.equal(fixFor({ ...rule, fix: undefined }, resource({ name: "long" }), {}), undefined);
    });
    it("gives none for a client that is exempt, and one again when that has ended", () => {
        const until = (day: string) => ({ exempt: [{ resource: "web", reason: "moves soon", until: day }] });
        assert.equal(fix({ name: "long" }, until(TODAY)), undefined);
        assert.deepEqual(fix({ name: "long" }, until("2026-06-14")), { name: "lon" });
    });
    it("gives none that would need what is not known", () => {
        assert.equal(fix({ name: unknown, callbackUrls: ["a:/"] }), undefined);
        const passing = { ...rule, fix: ({ callbackUrls }: { callbackUrls?: string[] }) => ({ logoutUrls: callbackUrls }) };
        assert.equal(fixFor(passing, resource({ name: "long", callbackUrls: [unknown] }), {}), undefined);
    });
    it("gives none where the options are broken", () => assert.equal(fix({ name: "long" }, { exempt: 5 }), undefined));
});

describe("optionsOf", () => {
    it("adds the option that every rule has", () => assert.deepEqual(Object.keys(optionsOf(rule)), ["max", "exempt"]));
});

describe("a policy", () => {
    const exempt = [{ resource: "client", reason: "moves soon" }];

    it("says on standard error what is exempt, since Pulumi does not show it", () => {
        assert.deepEqual(validate(rule, { name: "long" }, { exempt }), {
            violations: [],
            printed: "client: short-name: exempt: moves soon\n",
            notApplicable: "exempt: moves soon",
        });
    });

    it("does not change a client that is exempt", () => assert.deepEqual(remediate(rule, { name: "long" }, { exempt }), { name: "long" }));

    it("prints nothing for what is not known", () => {
        assert.deepEqual(validate(rule, { name: unknown }), { violations: [], printed: "" });
    });
});
