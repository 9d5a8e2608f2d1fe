import * as assert from "node:assert/strict";
import { Linter, type SourceCode } from "eslint";
import { describe, it } from "mocha";
import * as yaml from "yaml-eslint-parser";
import cognito from "../../src/api/eslint";
import { toEslintRule } from "../../src/eslint/rule";
import { rules } from "../../src/rules";
import { lint, PREFIX, placesIn, programOf, textsOf } from "./lint";

const IMPLICIT = 'allowedOauthFlows: ["implicit"]';
const IMPLICIT_MESSAGE = 'allowedOauthFlows has "implicit". Use the flow "code" with PKCE.';

const YAML = `name: shop
runtime: yaml
resources:
    web:
        type: aws:cognito:UserPoolClient
        properties:
            allowedOauthFlows: [implicit]
`;

describe("a rule of the ESLint plugin reports", () => {
    interface Case {
        readonly at: string;
        readonly file?: string;
        readonly text: string;
        /** By default no-implicit-flow. */
        readonly rule?: string;
        /** The line and the text at which the violation is reported. */
        readonly place: string;
        readonly message?: string;
    }
    const cases: Case[] = [
        { at: "the key of the property", text: programOf(IMPLICIT), place: "3: allowedOauthFlows", message: IMPLICIT_MESSAGE },
        {
            at: "the key of a member of a block",
            text: programOf('tokenValidityUnits: {\n    accessToken: "weeks",\n},'),
            rule: "valid-token-validity-units",
            place: "4: accessToken",
        },
        {
            at: "the key of a block that lacks a member",
            text: programOf('accessTokenValidity: 5, tokenValidityUnits: { idToken: "hours" }'),
            rule: "valid-token-validity-units",
            place: "3: tokenValidityUnits",
        },
        {
            at: "the start of the construction if the property is not set",
            text: programOf(""),
            rule: "require-prevent-user-existence-errors",
            place: '2: new aws.cognito.UserPoolClient("web"',
            message: "preventUserExistenceErrors is not set; the default is LEGACY. Set preventUserExistenceErrors to ENABLED.",
        },
        {
            at: "the key in a constant that is spread into the arguments",
            text: `import * as aws from "@pulumi/aws";\nconst shared = { ${IMPLICIT} };\nnew aws.cognito.UserPoolClient("web", { ...shared });`,
            place: "2: allowedOauthFlows",
        },
        {
            at: "a key in quotes in JavaScript",
            file: "index.js",
            text: 'const aws = require("@pulumi/aws");\nnew aws.cognito.UserPoolClient("web", { "allowedOauthFlows": ["implicit"] });',
            place: '2: "allowedOauthFlows"',
        },
        {
            at: "the key behind JSX",
            file: "index.tsx",
            text: `export const a = <b>c</b>;\n${programOf(IMPLICIT)}`,
            place: "4: allowedOauthFlows",
        },
        {
            at: "the key behind a byte order mark and CRLF",
            text: `\ufeff${programOf(IMPLICIT).replaceAll("\n", "\r\n")}`,
            place: "3: allowedOauthFlows",
        },
        {
            at: "the key behind a line separator",
            text: `// \u2028\n${programOf(IMPLICIT)}`,
            place: "5: allowedOauthFlows",
        },
        {
            at: "the key in a client of SST",
            file: "sst.config.ts",
            text: `const pool = new sst.aws.CognitoUserPool("Users");\npool.addClient("Web", { transform: { client: { ${IMPLICIT} } } });`,
            place: "2: allowedOauthFlows",
        },
        { at: "the key in YAML", file: "Pulumi.yaml", text: YAML, place: "7: allowedOauthFlows", message: IMPLICIT_MESSAGE },
        {
            at: "the name of the resource in YAML if the property is not set",
            file: "infra/Main.yaml",
            text: YAML,
            rule: "require-prevent-user-existence-errors",
            place: "4: web",
        },
    ];
    for (const { at, file, text, rule = "no-implicit-flow", place, message } of cases) {
        it(at, () => {
            const messages = lint(text, { file, rules: { [rule]: {} } });
            assert.deepEqual(placesIn(text, messages), [`${rule} ${place}`]);
            if (message !== undefined) assert.deepEqual(textsOf(messages), [message]);
        });
    }

    it("each client of a file", () => {
        const messages = lint(programOf(IMPLICIT) + programOf(IMPLICIT).split("\n").slice(1).join("\n"), {
            rules: { "no-implicit-flow": {} },
        });
        assert.deepEqual(
            messages.map(({ line }) => line),
            [3, 6],
        );
    });

    it("a text without a file", () => {
        const linter = new Linter();
        const config: Linter.Config = { plugins: { cognito }, rules: { "cognito/no-implicit-flow": "error" } };
        const text = 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web", { allowedOauthFlows: ["implicit"] });';
        assert.deepEqual(textsOf(linter.verify(text, config)), [IMPLICIT_MESSAGE]);
    });

    it("a value with braces as it is written", () => {
        const [message] = lint(programOf('callbackUrls: ["https://{{ host }}/"]'), { rules: { "no-placeholder-redirect-urls": {} } });
        assert.match(message?.message ?? "", /"https:\/\/\{\{ host \}\}\/"/);
    });

    it("no value of a client with a secret", () => {
        const text = programOf('callbackUrls: [pulumi.secret("http://shop.acme.io/")],').replace(
            "\n",
            '\nimport * as pulumi from "@pulumi/pulumi";',
        );
        const [message, ...others] = textsOf(lint(text, { rules: { "valid-redirect-urls": {} } }));
        assert.match(message ?? "", /^callbackUrls has http in …/);
        assert.deepEqual(others, []);
    });
});

describe("a rule of the ESLint plugin", () => {
    it("compares a client with the pool in the same file", () => {
        const text = `import * as aws from "@pulumi/aws";
            const pool = new aws.cognito.UserPool("customers", { userPoolTier: "LITE" });
            new aws.cognito.UserPoolClient("web", { userPoolId: pool.id, explicitAuthFlows: ["ALLOW_USER_AUTH"] });`;
        assert.deepEqual(placesIn(text, lint(text, { rules: { "match-pool-tier": {} } })), ["match-pool-tier 3: explicitAuthFlows"]);
    });

    it("does not report that a pool lacks a resource, which another file can add", () => {
        const text = `import * as aws from "@pulumi/aws";
            const pool = new aws.cognito.UserPool("customers");
            new aws.cognito.IdentityProvider("okta", { userPoolId: pool.id, providerName: "Okta" });
            new aws.cognito.UserPoolClient("web", { userPoolId: pool.id, supportedIdentityProviders: ["Okta", "Google", "Entra"] });`;
        assert.deepEqual(lint(text, { rules: { "match-identity-providers": {} } }), []);
    });

    it("uses its options", () => {
        const text = programOf("accessTokenValidity: 50, tokenValidityUnits: { accessToken: 'minutes' }");
        const rule = "limit-access-token-validity";
        assert.deepEqual(lint(text, { rules: { [rule]: {} } }), []);
        assert.equal(lint(text, { rules: { [rule]: { maxMinutes: 49 } } }).length, 1);
        assert.deepEqual(lint(text, { rules: { [rule]: { maxMinutes: 50 } } }), []);
    });

    it("exempts clients by the name that is written", () => {
        const exempt = [{ resource: "web-*", reason: "replaced" }];
        const text = programOf(IMPLICIT).replace('"web"', '"web-" + stage');
        assert.deepEqual(lint(text, { rules: { "no-implicit-flow": { exempt } } }), []);
        assert.equal(lint(programOf(IMPLICIT), { rules: { "no-implicit-flow": { exempt } } }).length, 1);
    });

    it("reports an exemption that has expired", () => {
        const exempt = [{ resource: "web", reason: "replaced", until: "2020-01-31" }];
        const messages = lint(programOf(IMPLICIT), { rules: { "no-implicit-flow": { exempt } } });
        assert.match(textsOf(messages).join(), /The exemption expired on 2020-01-31: replaced/);
    });

    for (const [language, comment, file, text] of [
        ["TypeScript", "//", "index.ts", programOf(IMPLICIT)],
        ["YAML", "#", "Pulumi.yaml", YAML],
    ] as const) {
        it(`is disabled by a comment in ${language}`, () => {
            const disabled = text.replace(
                /.*allowedOauthFlows/,
                line => `${comment} eslint-disable-next-line ${PREFIX}no-implicit-flow\n${line}`,
            );
            const options = { file, rules: { "no-implicit-flow": {} }, options: { reportUnusedDisableDirectives: true } };
            assert.equal(lint(text, options).length, 1);
            assert.deepEqual(lint(disabled, options), []);
        });
    }

    it("has the severity of the configuration", () => {
        const severities = lint(programOf(IMPLICIT)).map(({ ruleId, severity }) => [ruleId, severity]);
        assert.ok(severities.some(([rule, severity]) => rule === `${PREFIX}require-prevent-user-existence-errors` && severity === 2));
        assert.ok(severities.some(([rule, severity]) => rule === `${PREFIX}no-implicit-flow` && severity === 1));
    });
});

describe("the ESLint plugin", () => {
    it("checks the code that a processor extracts", () => {
        const processor: Linter.Processor = {
            preprocess: text => [{ text: text.split("```")[1]?.slice(2) ?? "", filename: "0.ts" }],
            postprocess: messages => messages.flat().map(message => ({ ...message, line: message.line + 2 })),
        };
        const files = { files: ["**/*.md"], plugins: { markdown: { processors: { code: processor } } }, processor: "markdown/code" };
        const messages = lint(`# Clients\n\n\`\`\`ts\n${programOf(IMPLICIT)}\`\`\`\n`, {
            file: "README.md",
            rules: { "no-implicit-flow": {} },
            config: [files],
            options: { filterCodeBlock: () => true },
        });
        assert.deepEqual(
            messages.map(({ line, message }) => [line, message]),
            [[6, IMPLICIT_MESSAGE]],
        );
    });

    it("reports its own error once", () => {
        const broken = rules.slice(0, 2).map(rule => [rule.name, toEslintRule({ ...rule, checks: undefined as never })]);
        const config: Linter.Config = {
            plugins: { broken: { rules: Object.fromEntries(broken) } },
            rules: Object.fromEntries(broken.map(([name]) => [`broken/${name}`, 2])),
        };
        const [message, ...others] = textsOf(new Linter().verify(programOf(""), config, "index.js"));
        assert.match(message ?? "", /^pulumi-policy-aws-cognito failed: .+\. This is a bug; please report it at https:.*\.$/);
        assert.deepEqual(others, []);
    });
});

describe("the ESLint plugin reports nothing in", () => {
    for (const [name, file, text] of [
        ["an empty file", "index.ts", ""],
        ["a byte order mark alone", "index.ts", "\ufeff"],
        ["a file without Cognito", "index.ts", "export const a = 1;"],
        ["a file that only names the class", "index.ts", 'export type { UserPoolClient } from "@pulumi/aws/cognito";'],
        [
            "a class of that name that is not Pulumi's",
            "index.ts",
            'import { UserPoolClient } from "aws-cdk-lib/aws-cognito";\nnew UserPoolClient(a, "b", {});',
        ],
        [
            "a frontend that uses Cognito",
            "app.tsx",
            'import { CognitoUserPool } from "amazon-cognito-identity-js";\nexport const a = <b />;',
        ],
        ["YAML that is no program", "values.yaml", "cognito:\n    clientId: a\n"],
        ["the configuration of a stack", "Pulumi.dev.yaml", "config:\n    shop:cognito: UserPoolClient\n"],
        ["an empty YAML file", "Pulumi.yaml", ""],
        ["a client that is computed", "index.ts", 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web", argsOf());'],
    ] as const) {
        it(name, () => assert.deepEqual(lint(text, { file }), []));
    }
});

describe("a file that ESLint reads and the plugin does not", () => {
    const linter = new Linter();
    /** Checks a text with a parser that accepts every text. */
    const verify = (text: string | SourceCode) => {
        const parser = { parseForESLint: (_text: string, options: object) => yaml.parseForESLint("", options) };
        return linter.verify(text, [cognito.configs.recommended, { languageOptions: { parser } }] as Linter.Config[], "index.js");
    };
    const TEXT = 'new aws.cognito.UserPoolClient("web", {\n    name: "a" "b",\n});';
    const found = (messages: readonly Linter.LintMessage[]) => messages.map(({ line, column, message }) => [line, column, message]);
    const EXPECTED = [[2, 1, "The app clients of this file were not checked: unexpected token."]];

    it("is reported once", () => assert.deepEqual(found(verify(TEXT)), EXPECTED));

    it("is reported each time that ESLint checks it", () => {
        verify(TEXT);
        const sourceCode = linter.getSourceCode();
        assert.deepEqual(found(verify(sourceCode)), EXPECTED);
        assert.deepEqual(found(verify(sourceCode)), EXPECTED);
    });

    it("is not reported if it creates no client", () => assert.deepEqual(verify("cognito(("), []));
});
