import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../../src/api/testing";
import { parseRedirectUrl } from "../../../src/cognito/redirect-urls";
import { type Client, readClient } from "../../../src/core/client";
import { filterKnown } from "../../../src/core/properties";
import { printValues } from "../../../src/core/values";
import { checkRedirectUrls, hostMatcher, quoteUrl, quoteUrls, redirectUrls } from "../../../src/rules/shared/redirect-urls";

/** Runs checks on a client and returns what they report, and the paths of the unknown elements. */
function run(checks: ReturnType<typeof checkRedirectUrls>, props: Client): { reported: string[]; unknown: string[] } {
    const reported: string[] = [];
    const unknown: string[] = [];
    for (const check of checks) {
        check(readClient(props), {
            options: {},
            report: (property, problem) => reported.push(`${property} ${printValues(problem, false)}`),
            filter: (list, test) => filterKnown(list, test, ({ property }) => unknown.push(property)),
        });
    }
    return { reported, unknown };
}

describe("redirectUrls", () => {
    const client: Client = { callbackUrls: ["https://shop.acme.dev", "myapp://callback"], defaultRedirectUri: "myapp://callback" };

    it("parses the URLs of a list", () => {
        assert.deepEqual(redirectUrls(client, "callbackUrls", filterKnown), [
            { text: "https://shop.acme.dev", scheme: "https", authority: "shop.acme.dev" },
            { text: "myapp://callback", scheme: "myapp", authority: "callback" },
        ]);
    });
    it("parses a single URL", () => {
        assert.deepEqual(redirectUrls(client, "defaultRedirectUri", filterKnown), [
            { text: "myapp://callback", scheme: "myapp", authority: "callback" },
        ]);
    });
    it("returns nothing for an unset property", () => assert.deepEqual(redirectUrls(client, "logoutUrls", filterKnown), []));
});

describe("checkRedirectUrls", () => {
    const urls = ["http://shop.acme.dev", "https://shop.acme.dev", "http://admin.acme.dev"];
    const client: Client = { callbackUrls: urls, logoutUrls: [unknown, ...urls.slice(1)], defaultRedirectUri: "http://shop.acme.dev" };
    const isHttp = ({ scheme }: { scheme?: string }) => scheme === "http";

    it("reports all defective URLs of a property in one message", () => {
        assert.deepEqual(
            run(
                checkRedirectUrls(isHttp, defective => `has ${quoteUrls(defective)}.`),
                client,
            ),
            {
                reported: [
                    'callbackUrls has "http://shop.acme.dev" and "http://admin.acme.dev".',
                    'logoutUrls has "http://admin.acme.dev".',
                    'defaultRedirectUri has "http://shop.acme.dev".',
                ],
                unknown: ["logoutUrls[0]"],
            },
        );
    });

    it("reports nothing without defective URLs", () => {
        const checks = checkRedirectUrls(isHttp, defective => `has ${quoteUrls(defective)}.`);
        assert.deepEqual(run(checks, { callbackUrls: ["https://shop.acme.dev"] }), { reported: [], unknown: [] });
    });

    it("checks only the properties that it is told to", () => {
        const checks = checkRedirectUrls(isHttp, defective => `has ${quoteUrls(defective)}.`, ["defaultRedirectUri"]);
        assert.deepEqual(run(checks, client), { reported: ['defaultRedirectUri has "http://shop.acme.dev".'], unknown: [] });
    });

    it("passes the options to both functions", () => {
        const [check] = checkRedirectUrls<{ scheme: string }>(
            ({ scheme }, options) => scheme === options.scheme,
            (_urls, options) => `has ${options.scheme}.`,
        );
        const reported: string[] = [];
        check?.(readClient(client), {
            options: { scheme: "https" },
            report: (property, problem) => reported.push(`${property} ${printValues(problem, false)}`),
            filter: filterKnown,
        });
        assert.deepEqual(reported, ["callbackUrls has https."]);
    });
});

describe("hostMatcher", () => {
    const matches = (listed: string, host: string) => hostMatcher(["other.dev", listed])(host);

    it("matches a listed host, but none below or above it", () => {
        assert.equal(matches("acme.dev", "acme.dev"), true);
        assert.equal(matches("acme.dev", "shop.acme.dev"), false);
        assert.equal(matches("shop.acme.dev", "acme.dev"), false);
    });
    it("matches one or more labels with a wildcard, but not none", () => {
        assert.equal(matches("*.acme.dev", "shop.acme.dev"), true);
        assert.equal(matches("*.acme.dev", "a.b.acme.dev"), true);
        assert.equal(matches("*.acme.dev", "acme.dev"), false);
        assert.equal(matches("*.acme.dev", "notacme.dev"), false);
    });
    it("reads listed hosts as a browser does", () => {
        assert.equal(matches("ACME.dev", "acme.dev"), true);
        assert.equal(matches("*.Bücher.dev", "shop.xn--bcher-kva.dev"), true);
    });
    it("matches nothing with an empty list or a malformed entry", () => {
        assert.equal(hostMatcher([])("acme.dev"), false);
        assert.equal(matches("[x", "acme.dev"), false);
    });
});

describe("quoteUrls", () => {
    const quote = (...args: Parameters<typeof quoteUrls>) => printValues(quoteUrls(...args), false);

    it("quotes and joins URLs", () => {
        const urls = ["https://acme.io", "https://user:word@acme.io"].map(parseRedirectUrl);
        assert.equal(quote(urls), '"https://acme.io" and "https://***@acme.io"');
        assert.equal(quote([]), "");
    });

    it("adds notes", () => {
        const urls = ["https://acme.io", "http://acme.io"].map(parseRedirectUrl);
        const note = ({ scheme }: { scheme?: string }) => (scheme === "http" ? " (http)" : "");
        assert.equal(quote(urls, note), '"https://acme.io" and "http://acme.io" (http)');
    });

    it("counts URLs that look the same without their secret parts", () => {
        const urls = ["https://acme.io/#/a", "https://acme.io/", "https://acme.io/#/b"].map(parseRedirectUrl);
        assert.equal(quote(urls), '"https://acme.io/#…" (2 URLs) and "https://acme.io/"');
    });

    it("marks URLs and counts as values of the client", () => {
        const urls = ["https://acme.io/#/a", "https://acme.io/#/b", "https://acme.io"].map(parseRedirectUrl);
        assert.equal(printValues(quoteUrls(urls), true), "… (… URLs) and …");
    });
});

describe("quoteUrl", () => {
    for (const [url, quoted] of [
        ["", '""'],
        ["https://acme.io/a b", '"https://acme.io/a b"'],
        ["https://acme.io\n/\u200b\ud800", String.raw`"https://acme.io\u{a}/\u{200b}\u{d800}"`],
        ["https://user:word@acme.io/cb?a=b", '"https://***@acme.io/cb?…"'],
        [`https://acme.io/${"a".repeat(100)}${"b".repeat(40)}?c`, `"https://acme.io/${"a".repeat(63)}…${"b".repeat(38)}?…"`],
    ] as const) {
        it(`prints ${quoted}`, () => assert.equal(printValues(quoteUrl(url), false), quoted));
    }
});
