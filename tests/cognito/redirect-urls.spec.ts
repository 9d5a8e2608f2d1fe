import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
    canConnect,
    hasCustomScheme,
    hasPassword,
    hasValidCharacters,
    hostOf,
    isLocal,
    isLoopback,
    isWebUrl,
    parseRedirectUrl,
    type RedirectUrl,
    withLowerCaseHost,
    writtenHost,
} from "../../src/cognito/redirect-urls";

describe("parseRedirectUrl", () => {
    it("reads 2048 UTF-16 units, with which the longest URL ends", () => {
        const text = ` https://${"🔑".repeat(1_000_000)}`;
        assert.deepEqual(parseRedirectUrl(text), { text, scheme: "https", authority: "🔑".repeat(1020) });
    });

    for (const [text, scheme, authority] of [
        ["https://app.acme.io/cb?a=b", "https", "app.acme.io"],
        ["HTTPS://App.acme.io", "https", "App.acme.io"],
        ["https://app.acme.io?a=b", "https", "app.acme.io"],
        ["https://app.acme.io#/cb", "https", "app.acme.io"],
        ["https://user:a/b@acme.io", "https", "user:a"],
        ["http://[::1]:5000/cb", "http", "[::1]:5000"],
        ["  https://app.acme.io ", "https", "app.acme.io"],
        ["myapp://example", "myapp", "example"],
        ["onewordadayapp://", "onewordadayapp", ""],
        ["exp://localhost:8081", "exp", "localhost:8081"],
        ["com.example.app:/oauth", "com.example.app", undefined],
        ["web+app-2:cb", "web+app-2", undefined],
        ["urn:ietf:wg:oauth:2.0:oob", "urn", undefined],
        ["myapp:3000th", "myapp", undefined],
        ["https://#{domain}/cb", "https", "#{domain}"],
        ["https://shop-#{stage}.acme.io/cb", "https", "shop-#{stage}.acme.io"],
        ["https://#{a/b}.#{c}?d", "https", "#{a/b}.#{c}"],
        ["https://acme.io#{cb", "https", "acme.io"],
    ] as const) {
        it(`parses ${text}`, () => assert.deepEqual(parseRedirectUrl(text), { text, scheme, authority }));
    }

    for (const text of [
        "",
        " ",
        "example.com",
        "example.com/cb",
        "/callback",
        "//app.acme.io/cb",
        "localhost:3000",
        "localhost:3000/cb",
        "localhost:3000?a=b",
        "localhost:3000#a",
        "127.0.0.1:3000",
        "[::1]:3000",
        "1password://cb",
        "https:",
        "https:app.acme.io",
        "https:/app.acme.io",
        "https://",
        "http:///cb",
        "://app.acme.io",
    ]) {
        it(`finds no scheme in "${text}"`, () => assert.deepEqual(parseRedirectUrl(text), { text }));
    }
});

/** Defines one test per URL. */
function testPredicate(predicate: (url: RedirectUrl) => boolean, accepted: readonly string[], rejected: readonly string[]): void {
    describe(predicate.name, () => {
        for (const text of accepted) it(`accepts ${text}`, () => assert.equal(predicate(parseRedirectUrl(text)), true));
        for (const text of rejected) it(`rejects ${text}`, () => assert.equal(predicate(parseRedirectUrl(text)), false));
    });
}

testPredicate(isWebUrl, ["https://acme.io", "HTTP://acme.io"], ["myapp://cb", "httpsx://cb", "acme.io"]);
testPredicate(
    hasCustomScheme,
    ["myapp://cb", "com.acme.app:/cb", "javascript:alert()"],
    ["https://acme.io", "http://acme.io", "acme.io", "localhost:80"],
);

testPredicate(
    isLoopback,
    [
        "http://localhost",
        "http://localhost/",
        "http://localhost:3000/x",
        "http://localhost?a=b",
        "http://localhost:",
        "http://127.0.0.1:8080",
        "http://[::1]",
        "http://[::1]:5000",
        "https://localhost",
        "HTTP://localhost",
        "http://user@localhost",
        "http://user:word@localhost:3000",
    ],
    [
        "http://localhost.acme.io",
        "http://notlocalhost",
        "http://app.localhost",
        "http://localhost.",
        "http://LOCALHOST",
        "http://%6cocalhost",
        "http://localhost:port",
        "http://localhost:3000@acme.io",
        "http://acme.io\\@localhost",
        "http://localhost\\@acme.io",
        "http://127.0.0.2",
        "http://127.0.0.10",
        "http://127.1",
        "http://127x0.0.1",
        "http://[0:0:0:0:0:0:0:1]",
        "http://::1",
        "http://192.168.0.1",
        "http://acme.io/localhost",
        "com.acme.app:/cb",
        "localhost:3000",
    ],
);

testPredicate(
    isLocal,
    [
        "https://localhost",
        "http://LOCALHOST:3000",
        "http://localhost.",
        "https://app.localhost",
        "https://a.b.localhost",
        "http://127.0.0.1",
        "http://127.255.255.254",
        "http://127.1",
        "http://2130706433",
        "http://%6cocalhost",
        "http://[::1]",
        "http://[0:0:0:0:0:0:0:1]",
        "http://[::]:3000",
        "http://[::ffff:127.0.0.1]",
        "http://[::ffff:7fff:1]",
        "http://0.0.0.0:8080",
        "http://user@localhost",
        "http://localhost\\@acme.io",
        "exp://localhost:8081",
    ],
    [
        "https://localhost.acme.io",
        "https://notlocalhost",
        "https://acme.io/localhost",
        "http://localhost@acme.io",
        "http://acme.io\\@localhost",
        "http://126.0.0.1",
        "http://128.0.0.1",
        "https://127.0.0.1.acme.io",
        "http://10.0.0.0",
        "http://[::2]",
        "http://[::ffff:128.0.0.1]",
        "http://[::ffff:7f0:1]",
        "http://[1::]",
        "http://localhost:port",
        "localhost:3000",
        "com.acme.app:/localhost",
    ],
);

testPredicate(
    hasPassword,
    [
        "https://user:word@acme.io",
        "https://:word@acme.io",
        "https://user:w@rd@acme.io",
        "myapp://user:word@cb",
        "https://user:wo\nrd@acme.io",
    ],
    [
        "https://user@acme.io",
        "https://user:@acme.io",
        "https://acme.io:8443/@user",
        "https://acme.io/a:b@c",
        "https://acme.io?a:b@c",
        "mailto:a:b@acme.io",
    ],
);

describe("hasPassword", () => {
    it("takes linear time with many colons", () => {
        assert.equal(hasPassword(parseRedirectUrl(`https://${":".repeat(1_000_000)}`)), false);
    });
});

testPredicate(
    hasValidCharacters,
    ["https://acme.io/*?a=b&c=%20#d", "https://bücher.acme.io/本/🔑", "https://acme.io/e\u0301", ""],
    [
        "https://acme.io/a b",
        " https://acme.io",
        "https://acme.io\n",
        "https://acme.io\t",
        "https://acme.io\u0000",
        "https://acme.io/\u200b",
        "https://acme.io/\u00a0",
        "https://acme.io/\ud800",
    ],
);

describe("hostOf", () => {
    for (const [authority, host] of [
        ["App.Acme.io:8443", "app.acme.io"],
        ["app.acme.io.", "app.acme.io"],
        ["user:word@acme.io", "acme.io"],
        ["acme.io\\@evil.io", "acme.io"],
        ["bücher.acme.io", "xn--bcher-kva.acme.io"],
        ["%61cme.io", "acme.io"],
        ["*.acme.io", "*.acme.io"],
        ["acme.io:99999", undefined],
        ["a b", undefined],
        ["", undefined],
        [undefined, undefined],
    ] as const) {
        it(`returns ${host} for ${authority}`, () => assert.equal(hostOf({ authority }), host));
    }
});

const label = "a".repeat(63);

testPredicate(
    canConnect,
    [
        "https://acme.io",
        "https://ACME.io.:65535/cb",
        "https://user:word@acme.io:1",
        "https://a_b-c.acme.io",
        "https://-acme.io",
        "https://acme",
        "https://*.acme.io",
        "https://bücher.acme.io",
        "https://%61cme.io",
        "https://192.168.0.7",
        "https://127.1",
        "https://[::1]:3000",
        "https://acme.io:",
        "https://acme.io//cb",
        "https://acme.io?to=https://acme.io",
        "https://https.acme.io",
        `https://${label}.io`,
        `https://${label}.${label}.${label}.${"a".repeat(61)}`,
    ],
    [
        "https://acme.io:65536",
        "https://acme.io:0",
        "https://acme.io:port",
        "https://:3000",
        "https://user@",
        "https://https://acme.io",
        "https://http//acme.io",
        "https://acme.iohttps://acme.io",
        "https://.acme.io",
        "https://acme..io",
        "https://acme.io..",
        "https://acme,io",
        "https://{acme}.io",
        "https://acme.123",
        "https://256.0.0.1",
        "https://[::1",
        "https://a b.io",
        `https://${label}a.io`,
        `https://${label}.${label}.${label}.${"a".repeat(62)}`,
        `https://${"ü".repeat(60)}.io`,
    ],
);

describe("writtenHost", () => {
    for (const [authority, host] of [
        ["App.Acme.io:8443", "App.Acme.io:8443"],
        ["user:word@Acme.io", "Acme.io"],
        ["user:w@rd@acme.io", "acme.io"],
        ["acme.io\\@evil.io", "acme.io"],
        ["user@acme.io\\@evil.io", "acme.io"],
        ["", ""],
        [undefined, ""],
    ] as const) {
        it(`returns ${host} for ${authority}`, () => assert.equal(writtenHost({ authority }), host));
    }
});

describe("withLowerCaseHost", () => {
    for (const [url, lower] of [
        ["https://Shop.ACME.io", "https://shop.acme.io"],
        ["HTTPS://User:Word@Acme.io:8443/CB?A=B#C", "HTTPS://User:Word@acme.io:8443/CB?A=B#C"],
        ["HTTPS://A@A/A", "HTTPS://A@a/A"],
        ["https://Acme.io\\@Evil.io", "https://acme.io\\@Evil.io"],
        [" https://Acme.io ", " https://acme.io "],
        ["https://BÜCHER.İo", "https://bÜcher.İo"],
        ["https://[2001:DB8::1]:80/A", "https://[2001:db8::1]:80/A"],
        ["https://acme.io/CB", "https://acme.io/CB"],
    ] as const) {
        it(`converts ${url}`, () => assert.equal(withLowerCaseHost(parseRedirectUrl(url)), lower));
    }
});
