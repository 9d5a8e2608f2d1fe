import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { UserPoolClient } from "@pulumi/aws/cognito";
import { after, before, describe, it } from "mocha";
import { resourcesOf } from "../src/check/files";
import { judge } from "../src/judge";
import { toPolicy } from "../src/policy";
import { defineStackRule, type Rule } from "../src/rule";
import matchIdentityProviders from "../src/rules/match-identity-providers";
import matchPoolAttributes from "../src/rules/match-pool-attributes";
import matchPoolTier from "../src/rules/match-pool-tier";
import matchResourceServerScopes from "../src/rules/match-resource-server-scopes";
import { clientsOf, holds, type StackResource } from "../src/stack";
import { unknown } from "./harness";
import { Pack, ROOT } from "./pack";
import { client, identityProvider, pool, resourceServer, resourcesOf as resourcesOfTable, validateStack } from "./stack-harness";

const POOL = "aws:cognito/userPool:UserPool";
const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
const IDENTITY_PROVIDER = "aws:cognito/identityProvider:IdentityProvider";

interface Details {
    readonly props?: object;
    readonly id?: string;
    /** The names of the resources that userPoolId depends on. */
    readonly from?: readonly string[];
}

/** In these tests a resource's URN is its name. */
function resource(type: string, name: string, { props = {}, id, from = [] }: Details = {}): StackResource {
    return { type, name, urn: name, props, id, propertyDependencies: { userPoolId: from } };
}

describe("a client's user pool", () => {
    const poolOf = (...resources: StackResource[]) => clientsOf(resources)[0]?.pool?.name;
    const web = (details: Details) => resource(CLIENT, "web", details);
    const users = resource(POOL, "users", { props: { id: "eu-west-1_users" } });
    const partners = resource(POOL, "partners", { id: "eu-west-1_partners" });

    it("is the one whose output became userPoolId", () => {
        assert.equal(poolOf(web({ props: { userPoolId: unknown }, from: ["partners"] }), users, partners), "partners");
    });
    it("is that one among things that are no pool", () => {
        const site = resource("acme:site:Site", "site");
        assert.equal(poolOf(site, users, web({ from: ["site", "users", "users", "gone"] })), "users");
    });
    it("is the one with that ID where no dependency tells", () => {
        assert.equal(poolOf(users, partners, web({ props: { userPoolId: "eu-west-1_users" } })), "users");
        assert.equal(poolOf(users, partners, web({ props: { userPoolId: "eu-west-1_partners" } })), "partners");
    });
    it("is the one with that ID where userPoolId depends on two", () => {
        assert.equal(poolOf(users, partners, web({ props: { userPoolId: "eu-west-1_users" }, from: ["users", "partners"] })), "users");
    });
    it("is the one that is in the stack twice", () => {
        const again = resource(POOL, "again", { id: "eu-west-1_users" });
        assert.equal(poolOf(users, again, web({ from: ["again"] })), "users");
        assert.equal(poolOf(users, again, web({ from: ["again", "users"] })), "users");
        assert.equal(poolOf(users, again, web({ props: { userPoolId: "eu-west-1_users" } })), "users");
    });
    it("is told by an ID that a number may look like", () => {
        assert.equal(poolOf(resource(POOL, "users", { props: { id: 7 } }), web({ props: { userPoolId: "7" } })), "users");
    });

    for (const [why, details] of [
        ["userPoolId depends on two", { props: { userPoolId: unknown }, from: ["users", "partners"] }],
        ["nothing is known", { props: { userPoolId: unknown } }],
        ["it is encrypted", { props: { userPoolId: "[secret]" } }],
        ["it is elsewhere", { props: { userPoolId: "eu-west-1_elsewhere" } }],
        ["it is not set", {}],
        ["it is empty", { props: { userPoolId: "" } }],
        ["it is no text", { props: { userPoolId: ["eu-west-1_users"] } }],
    ] as const) {
        it(`is none where ${why}`, () =>
            assert.equal(poolOf(users, partners, resource(POOL, "new", { props: { id: "" } }), web(details)), undefined));
    }
    it("is none where dependencies were not recorded", () => {
        assert.equal(poolOf(users, { ...web({}), propertyDependencies: {} }), undefined);
        assert.equal(poolOf(users, { ...web({}), propertyDependencies: { userPoolId: null as never } }), undefined);
    });
});

describe("what a pool has", () => {
    const named = (resources: readonly StackResource[], name: string, pool: string) => {
        const found = clientsOf([...resources, resource(CLIENT, "web", { from: [pool] })])[0]?.pool;
        assert.ok(found);
        return holds(found.identityProviders, ({ providerName }) => providerName === name);
    };
    const users = resource(POOL, "users", { id: "eu-west-1_users" });
    const partners = resource(POOL, "partners");
    const provider = (providerName: string, details: Details) =>
        resource(IDENTITY_PROVIDER, `provider-${providerName}`, { ...details, props: { providerName, ...details.props } });

    it("is what depends on it", () => assert.ok(named([provider("Okta", { from: ["users"] }), users, partners], "Okta", "users")));
    it("is what has its ID", () => {
        assert.ok(named([users, provider("Okta", { props: { userPoolId: "eu-west-1_users" } })], "Okta", "users"));
    });
    it("is not what another pool has, here or elsewhere", () => {
        const others = [provider("Okta", { from: ["partners"] }), provider("Entra", { props: { userPoolId: "eu-west-1_elsewhere" } })];
        assert.equal(named([users, partners, ...others], "Okta", "users"), false);
        assert.equal(named([users, partners, ...others], "Entra", "users"), false);
    });
    it("may be what nobody can tell", () => {
        for (const details of [{}, { props: { userPoolId: unknown } }, { props: { userPoolId: 7n } }, { from: ["users", "partners"] }]) {
            assert.throws(() => named([users, partners, provider("Okta", details)], "Okta", "users"), {
                property: "provider-Okta.userPoolId",
            });
            assert.equal(named([users, partners, provider("Okta", details)], "Entra", "users"), false);
        }
    });
    it("is certain beside what may be", () => {
        const [certain, possible] = [provider("Okta", { from: ["users"] }), provider("Okta", {})];
        assert.ok(named([users, possible, certain], "Okta", "users"));
    });
});

describe("a rule that sees the stack", () => {
    const rule = defineStackRule({
        name: "match-names",
        level: "mandatory",
        severity: "low",
        description: "A client must be named as its pool.",
        remediation: "Rename it.",
        url: "https://docs.aws.amazon.com/",
        messages: {},
        options: { suffix: { type: "string", description: "What may follow.", default: "" } },
        checks: [
            function* ({ name, pool }, { suffix }) {
                if (name !== pool.name + suffix) yield `name is ${name}, and the pool's is ${pool.name}.`;
            },
        ],
    });
    const table = {
        users: pool(),
        web: client("users", { name: "web" }),
        app: client("users", { name: "users" }),
        loose: client(undefined, { name: "loose" }),
    };
    const outcome = (options: object) => validateStack(rule, resourcesOfTable(table, "preview"), options);
    const urnOf = (name: string) => `urn:pulumi:dev::shop::${CLIENT}::${name}`;
    const MESSAGE = "name is web, and the pool's is users. Rename it.";

    it("reports on the client, and says nothing where there is no pool", () => {
        assert.deepEqual(outcome({}), { violations: [{ message: MESSAGE, urn: urnOf("web") }], printed: "" });
    });
    it("goes by its options", () => {
        assert.deepEqual(
            outcome({ suffix: "!" }).violations.map(({ urn }) => urn),
            [urnOf("web"), urnOf("app")],
        );
    });
    it("leaves alone who is exempt, judges the others, and says so on standard error", () => {
        assert.deepEqual(outcome({ suffix: "!", exempt: [{ resource: "web", reason: "moves soon" }] }), {
            violations: [{ message: "name is users, and the pool's is users. Rename it.", urn: urnOf("app") }],
            printed: "web: match-names: exempt: moves soon\n",
        });
        assert.equal(outcome({ exempt: [{ resource: urnOf("web"), reason: "moves soon" }] }).violations.length, 0);
    });
    it("says when an exemption has ended", () => {
        assert.deepEqual(outcome({ exempt: [{ resource: "w*", reason: "moves soon", until: "2020-01-31" }] }), {
            violations: [{ message: `${MESSAGE} Its exemption ended on 2020-01-31: moves soon`, urn: urnOf("web") }],
            printed: "",
        });
    });
    it("reports an option that it does not have", () => {
        const [first] = outcome({ sufix: "!" }).violations;
        assert.deepEqual(first, { message: "match-names has no option sufix; did you mean suffix?", urn: urnOf("web") });
    });
    it("reports a check that breaks", () => {
        const resources = resourcesOfTable({ users: pool({ userPoolTier: [] as never }), web: client("users", {}) }, "state");
        const tier: Rule = { ...rule, checks: [({ pool }) => pool.userPoolTier] };
        assert.deepEqual(
            validateStack(tier, resources).violations.map(({ message }) => message),
            ["The client could not be judged: users.userPoolTier takes a string, not a list."],
        );
    });
    it("lets the SDK skip a stack without clients", () => {
        const { validateResource, validateStack } = toPolicy(rule);
        assert.equal(validateResource, undefined);
        assert.equal(
            (validateStack as unknown as { __pulumiType: string }).__pulumiType,
            (UserPoolClient as unknown as { __pulumiType: string }).__pulumiType,
        );
    });
});

const MATCHING: readonly Rule[] = [matchIdentityProviders, matchPoolAttributes, matchPoolTier, matchResourceServerScopes];

const file = (name: string) => readFileSync(path.join(ROOT, "examples/webshop", name), "utf8");

describe("the webshop's clients", () => {
    /** A stack's resources as Pulumi gives them to a policy: with outputs in place of the inputs, once there are some. */
    function outputsOf(state: string): StackResource[] {
        type State = { urn: string; inputs?: object; outputs?: object };
        const states: State[] = JSON.parse(state).deployment.resources;
        const outputs = new Map(states.map(({ urn, outputs }) => [urn, outputs ?? {}]));
        return resourcesOf(state).map(({ id, ...resource }) => ({ ...resource, props: outputs.get(resource.urn) ?? {} }));
    }

    for (const [form, resources] of [
        ["a preview", resourcesOf(file("preview.json"))],
        ["the state's inputs", resourcesOf(file("state.json"))],
        ["the state's outputs", outputsOf(file("state.json"))],
        [
            "the state's outputs without dependencies",
            outputsOf(file("state.json")).map(resource => ({ ...resource, propertyDependencies: {} })),
        ],
    ] as const) {
        it(`do not fit their pools in two places, by ${form}`, () => {
            const found = MATCHING.flatMap(rule =>
                validateStack(rule, resources).violations.map(({ message, urn }) => `${urn?.split("::").at(-1)}: ${rule.name}: ${message}`),
            );
            assert.deepEqual(found, [
                'mobile: match-identity-providers: supportedIdentityProviders has "google" (did you mean Google?), which the user pool customers lacks. Name an identity provider of the user pool, or add it to the stack.',
                "metrics: match-pool-tier: explicitAuthFlows has ALLOW_USER_AUTH, and the user pool partners is in the Lite tier. Set the user pool's userPoolTier to ESSENTIALS or PLUS, or do without.",
            ]);
        });
    }

    it("leave open only what a preview cannot know", () => {
        const open = (text: string) =>
            clientsOf(resourcesOf(text)).flatMap(client =>
                MATCHING.flatMap(rule => judge(rule, client, {}).undecided.map(property => `${client.name}: ${rule.name}: ${property}`)),
            );
        assert.deepEqual(open(file("preview.json")), ["worker: match-resource-server-scopes: allowedOauthScopes"]);
        assert.deepEqual(open(file("state.json")), []);
    });
});

describe("the pack's stack policies, over gRPC", () => {
    let pack: Pack;
    before(async () => {
        pack = await Pack.start();
    });
    after(() => pack.stop());

    const analyze = () => pack.analyzeStack(resourcesOf(file("preview.json")));

    it("report on the clients of a stack, each at its level", async () => {
        const found = await analyze();
        assert.deepEqual(
            found.map(({ policy, level, urn }) => [policy, level, urn.split("::").at(-1)]),
            [
                ["match-identity-providers", "advisory", "mobile"],
                ["match-pool-tier", "mandatory", "metrics"],
            ],
        );
    });

    it("go by configured levels and options", async () => {
        await pack.configure({
            "match-identity-providers": { level: "mandatory" },
            "match-pool-tier": { level: "mandatory", options: { exempt: [{ resource: "metrics", reason: "moves soon" }] } },
        });
        const found = await analyze();
        assert.deepEqual(
            found.map(({ policy, level }) => [policy, level]),
            [["match-identity-providers", "mandatory"]],
        );
    });

    it("have nothing to say of a stack without clients", async () => {
        assert.deepEqual(await pack.analyzeStack([{ type: POOL, name: "users", props: { userPoolTier: "LITE" } }]), []);
    });
});

describe("a large stack", () => {
    /** How often something of a resource is read in judging so many clients, 40 to a pool. */
    function readsFor(count: number): number {
        let reads = 0;
        const counting = <T extends object>(target: T): T =>
            new Proxy(target, {
                get(target, property) {
                    reads++;
                    return target[property as keyof T];
                },
            });
        const pools = Array.from({ length: count / 40 }, (_, index) => `pool-${index}`);
        const entries = Object.fromEntries(
            pools.flatMap(name => [
                [name, pool({ userPoolTier: "LITE", schemas: [{ name: "tenant", attributeDataType: "String" }] })],
                [`google-of-${name}`, identityProvider(name, "Google")],
                [`api-of-${name}`, resourceServer(name, "api", ["read"])],
                ...Array.from({ length: 40 }, (_, index) => {
                    const misfit = {
                        allowedOauthScopes: ["api/write"],
                        explicitAuthFlows: ["ALLOW_USER_AUTH"],
                        readAttributes: ["custom:role"],
                        supportedIdentityProviders: ["Facebook"],
                    };
                    return [`client-${index}-of-${name}`, client(name, misfit)];
                }),
            ]),
        );
        for (const form of ["preview", "state"] as const) {
            const resources = resourcesOfTable(entries, form).map(resource => counting({ ...resource, props: counting(resource.props) }));
            const clients = clientsOf(resources);
            for (const rule of MATCHING)
                assert.equal(clients.flatMap(client => judge(rule, client, {}).violations).length, count, rule.name);
        }
        return reads;
    }

    it("of 2,000 clients and 50 pools takes five times the work of a fifth", () => {
        const [fifth, whole] = [readsFor(400), readsFor(2000)];
        assert.ok(whole <= 5.1 * fifth, `${whole} reads against ${fifth}`);
    });
});
