import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { printableUrl } from "../../src/util/url-text";
import { forAll } from "../support/clients";

describe("printableUrl", () => {
    for (const [url, printed] of [
        ["", ""],
        ["https://acme.io/cb", "https://acme.io/cb"],
        ["http://localhost:3000/cb", "http://localhost:3000/cb"],
        ["http://[::1]:3000/@user", "http://[::1]:3000/@user"],
        // user info
        ["https://user@acme.io", "https://***@acme.io"],
        ["https://user:@acme.io", "https://***@acme.io"],
        ["https://user:word@acme.io/cb", "https://***@acme.io/cb"],
        ["https://user:w@rd@acme.io", "https://***@acme.io"],
        ["https://user:w/rd@acme.io/cb", "https://***@acme.io/cb"],
        ["https://user:w?rd@acme.io/cb?a", "https://***@acme.io/cb?…"],
        ["https://user:w#rd@acme.io", "https://***@acme.io"],
        ["https://user:w\\rd@acme.io", "https://***@acme.io"],
        ["https://user:8443/@acme.io", "https://***@acme.io"],
        ["https://[user:word@acme.io", "https://***@acme.io"],
        ["https://[::1]:word@acme.io", "https://***@acme.io"],
        ["https://a.b:1:c/@acme.io", "https://***@acme.io"],
        ["myapp://user:word@cb", "myapp://***@cb"],
        ["user:word@acme.io", "***@acme.io"],
        ["//user:word@acme.io", "//***@acme.io"],
        ["https:/user:word@acme.io", "***@acme.io"],
        ["a:b://user:word@acme.io", "***@acme.io"],
        ["  <https://user:word@acme.io>", "  <https://***@acme.io>"],
        // an @ that may be the end of the user info or not
        ["https://user:word@acme.io/@me", "https://***@…"],
        ["https://user:w@/rd@acme.io", "https://***@…"],
        ["https://user:word@acme.io/cb?mail=me@acme.dev", "https://***@…"],
        // an @ that is not
        ["https://acme.io/@user", "https://acme.io/@user"],
        ["https://auth.expo.io/@user/app", "https://auth.expo.io/@user/app"],
        ["https://acme.io:8443/@user", "https://acme.io:8443/@user"],
        ["exp://localhost:8081/@user", "exp://localhost:8081/@user"],
        ["com.acme.app:/@user", "com.acme.app:/@user"],
        ["https://acme.io/cb?mail=me@acme.dev", "https://acme.io/cb?…"],
        // query and fragment
        ["https://acme.io/cb?a=b", "https://acme.io/cb?…"],
        ["https://acme.io?", "https://acme.io?"],
        ["https://acme.io/cb#token", "https://acme.io/cb#…"],
        ["https://acme.io/cb#", "https://acme.io/cb#"],
        ["https://acme.io/cb?a#b", "https://acme.io/cb?…#…"],
        ["https://acme.io/#/cb?a", "https://acme.io/#…"],
        ["shop.acme.io/cb?a", "shop.acme.io/cb?…"],
        ["https://shop-#{stage}.acme.io/#{ path }?a#b", "https://shop-#{stage}.acme.io/#{ path }?…#…"],
        ["https://acme.io/#{a&b}", "https://acme.io/#…"],
        // several URLs
        ["https://acme.io?a, https://acme.io?b", "https://acme.io?… https://acme.io?…"],
        ['["https://acme.io","https://acme.io/cb"]', '["https://acme.io","https://acme.io/cb"]'],
        ["https://user:w,https://ord@acme.io", "https://***@acme.io"],
        ["https://user:word@a.io,https://user:word@b.io", "https://***@…"],
        ["http://web:3000,https://acme.io/cb", "http://web:3000,https://acme.io/cb"],
        ["localhost:3000;https://acme.io/cb", "localhost:3000;https://acme.io/cb"],
        [`https://user:${"word".repeat(100)}@acme.io/cb`, "https://***@acme.io/cb"],
    ] as const) {
        it(`prints ${printed.slice(0, 60)} for ${url.slice(0, 60)}`, () => assert.equal(printableUrl(url), printed));
    }

    /** Passwords of any characters, and of those that end a part of a URL. */
    const passwords = fc.oneof(
        fc.string({ minLength: 1, unit: "binary" }),
        fc.string({ minLength: 1, unit: fc.constantFrom("@", ":", "/", "?", "#", "\\", "[", ".", ",", " ", "1", "a") }),
    );

    it("never prints user info", () => {
        forAll(passwords, password => {
            const printed = printableUrl(`https://user:${password}@acme.io`);
            assert.ok(["https://***@acme.io", "https://***@…"].includes(printed), printed);
        });
    });

    it("never prints a query or a fragment", () => {
        forAll(fc.tuple(fc.constantFrom("?", "#"), fc.string({ minLength: 1 })), ([start, secret]) => {
            const printed = printableUrl(`https://acme.io/cb${start}${secret}`);
            assert.match(printed, /^https:\/\/acme\.io\/cb(?:\?…|\?…?#…?|#…)$/);
        });
    });

    it("prints different texts for different hosts and paths", () => {
        forAll(fc.tuple(fc.webUrl(), fc.webUrl()), ([one, other]) => {
            assert.equal(printableUrl(one) === printableUrl(other), one === other);
        });
    });

    const run = (text: string) => text.repeat(500_000);
    for (const [name, text, printed] of [
        ["spaces", `${run(" ")}x`, `${run(" ")}x`],
        ["colons and an @", `${run(":")}@acme.io`, "***@acme.io"],
        ["@", `https://${run("@")}acme.io`, "https://***@acme.io"],
        ["@ and slashes", `https://${run("@/")}acme.io`, "https://***@…"],
        ["labels before an @", `https://${run("a.")}:x@acme.io`, "https://***@acme.io"],
        ["brackets", `https://${run("[")}@acme.io`, "https://***@acme.io"],
        ["unclosed templates", `https://acme.io/${run("#{a")}`, "https://acme.io/#…"],
        ["commas", `https://acme.io/${run(",a:/")}`, `https://acme.io/${run(",a:/")}`],
        ["URLs", `x?${run(",https://a.io?b")}`, `x?${run(",https://a.io?…")}`],
    ] as const) {
        it(`prints a long run of ${name}`, () => assert.ok(printableUrl(text) === printed));
    }
});
