// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the URLs have unfilled templates.

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluate } from "../../../src/core/evaluate";
import { rules } from "../../../src/rules";

/** Hosts that the URL parser rejects, and hosts that it accepts although no browser connects to them. */
const HOSTS = [
    "${domain}",
    "{domain}",
    "<your-domain>",
    "%DOMAIN%",
    "YOUR_DOMAIN",
    "undefined",
    "null",
    "NaN",
    "[object Object]",
    "[object Promise]",
    "{{ domain }}",
    "{{domain}}",
    "$DOMAIN",
    "#{domain}",
    "__DOMAIN__",
    "TODO",
    "xxx",
    "example",
    "%s",
    "%24%7Bdomain%7D",
    "@@DOMAIN@@",
    "~DOMAIN~",
    "",
    "@",
    ":3000",
    ":port",
    "...",
    ".acme.dev",
    "acme..dev",
    "acme.dev..",
    "acme,dev",
    "acme;dev",
    "acme dev",
    " acme.dev",
    "acme|dev",
    "acme^dev",
    "acme.dev<",
    '"acme.dev"',
    "acme.dev'",
    "acme.123",
    "256.0.0.1",
    "1.2.3.4.5",
    "[::1",
    "[acme.dev]",
    "acme\u0000.dev",
    "acme.dev:99999",
    "acme.dev:0",
    "acme.dev:-1",
    "acme.dev:80:80",
    "acme.dev:port",
    "acme.dev:*",
    "localhost:99999",
    "https://app.acme.dev",
    "http://app.acme.dev",
    "https//app.acme.dev",
    "acme.devhttps://acme.dev",
    "*",
    `${"a".repeat(64)}.dev`,
    "a.".repeat(200),
    "a".repeat(3000),
    "\ud800",
];

/** Texts that are no URL at all. */
const TEXTS = [
    "",
    " ",
    "\n",
    "://",
    "https",
    "https:",
    "https://",
    "{{ url }}",
    "[object Object]",
    "undefined",
    "a:b",
    "\u0000",
    "http://",
];

const urlRules = rules.filter(({ name, level }) => /redirect|joined/.test(name) && level !== "disabled");

/** Returns the names of the enabled rules on URLs that report a callback URL. */
function reportedBy(url: string): string[] {
    const isReported = (rule: (typeof rules)[number]) =>
        evaluate(rule, { name: "web", urn: "", props: { callbackUrls: [url] } }, {}).violations.length > 0;
    return urlRules.filter(isReported).map(({ name }) => name);
}

describe("a URL that cannot be parsed", () => {
    for (const scheme of ["https", "http"]) {
        for (const host of HOSTS) {
            it(`is reported: ${JSON.stringify(`${scheme}://${host}/cb`).slice(0, 60)}`, () => {
                for (const end of ["/cb", "", "?a", "#a"]) assert.notDeepEqual(reportedBy(`${scheme}://${host}${end}`), []);
            });
        }
    }

    for (const text of TEXTS) it(`is reported: ${JSON.stringify(text)}`, () => assert.notDeepEqual(reportedBy(text), []));

    it("is not reported as a placeholder if another rule says what is wrong", () => {
        for (const url of ["https://*.acme.dev", "https://localhost:*", "https://a b.dev", "https://a.acme.dev,https://b.acme.dev"])
            assert.equal(reportedBy(url).includes("no-placeholder-redirect-urls"), false, url);
    });
});
