import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fence, toMarkdown } from "../../../scripts/docs/rule-markdown";

describe("toMarkdown", () => {
    const cases = [
        ["a URL with * never matches", "a URL with \\* never matches"],
        ["<host> and a\\b", "\\<host> and a\\\\b"],
        ["code such as `*.acme.dev` and *", "code such as `*.acme.dev` and \\*"],
        ["callbackUrls, logoutUrls.", "`callbackUrls`, `logoutUrls`."],
        ["(refreshTokenRotation.feature)", "(`refreshTokenRotation.feature`)"],
        ["ALLOW_USER_AUTH: choice-based sign-in", "`ALLOW_USER_AUTH`: choice-based sign-in"],
        ["client_credentials and email_verified", "`client_credentials` and `email_verified`"],
        ["custom:role, or dev:custom: and a name", "`custom:role`, or `dev:custom:` and a name"],
        ["code or `callbackUrls`", "code or `callbackUrls`"],
        ["COGNITO, OAuth, Google and LoginWithAmazon", "COGNITO, OAuth, Google and LoginWithAmazon"],
        ['["ALLOW_USER_AUTH"]', '["ALLOW_USER_AUTH"]'],
        ["https://acme.dev/redirect_uri/callbackUrls?a", "https://acme.dev/redirect_uri/callbackUrls?a"],
        ["aws.cognito.signin.user.admin of myApp.acme-dev.io", "aws.cognito.signin.user.admin of myApp.acme-dev.io"],
        ["my_scope/read_all", "my_scope/read_all"],
    ] as const;
    for (const [text, markdown] of cases) it(`converts ${text}`, () => assert.equal(toMarkdown(text), markdown));
});

describe("fence", () => {
    it("prints a code block", () => assert.equal(fence("ts", "const a = 1;"), "```ts\nconst a = 1;\n```"));
});
