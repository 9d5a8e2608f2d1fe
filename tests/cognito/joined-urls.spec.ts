import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isJoined } from "../../src/cognito/joined-urls";
import { splitUrls } from "../../src/util/url-text";

describe("isJoined", () => {
    for (const text of [
        "https://a.acme.io/cb,https://b.acme.io/cb",
        "https://a.acme.io/cb, https://b.acme.io/cb",
        "https://a.acme.io/cb;https://b.acme.io/cb",
        "https://a.acme.io/cb|https://b.acme.io/cb",
        "https://a.acme.io/cb https://b.acme.io/cb",
        "https://a.acme.io/cb\thttps://b.acme.io/cb",
        "https://a.acme.io/cb\nhttps://b.acme.io/cb\n",
        "https://a.acme.io/cb \r\n, https://b.acme.io/cb,",
        "https://a.acme.io,https://b.acme.io",
        "https://a.acme.io/cb?a=1,2,https://b.acme.io/cb",
        "https://a.acme.io/cb,HTTP://localhost:3000",
        "https://a.acme.io/cb,myapp://cb",
        "https://a.acme.io/cb,com.acme.app:/cb",
        "com.acme.app:/cb;https://a.acme.io/cb",
        '["https://a.acme.io/cb","https://b.acme.io/cb"]',
        '[\n  "https://a.acme.io/cb",\n  "https://b.acme.io/cb"\n]\n',
        "['https://a.acme.io/cb', 'https://b.acme.io/cb']",
        '"https://a.acme.io/cb" "https://b.acme.io/cb"',
        ",https://a.acme.io/cb,https://b.acme.io/cb",
        "localhost:3000,https://b.acme.io/cb",
        Array.from({ length: 100 }, (_, index) => `https://acme.io/${index}`).join(","),
    ]) {
        it(`accepts ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(isJoined(text), true));
    }

    for (const text of [
        "",
        "https://acme.io/cb",
        "https://acme.io/cb?next=https://b.acme.io",
        "https://acme.io/https://b.acme.io",
        "https://acme.io/cb?a=1,2;b=3",
        "https://acme.io/a,b;c|d",
        "https://acme.io/cb?a=x,b:/c",
        "https://acme.io/cb?time=10:00,c:/d",
        "https://acme.io/cb,b.acme.io/cb",
        "a.acme.io/cb,https://b.acme.io/cb",
        "Callback: https://acme.io/cb",
        " https://acme.io/cb ",
        ",https://acme.io/cb,",
        '["https://acme.io/cb"]',
        "https://acme.io/cb or https://b.acme.io/cb",
        "see https://acme.io/cb",
        "https://Calling [toString] on an [Output<T>] is not supported.\n\nSee https://www.pulumi.com/docs/concepts/inputs-outputs",
        " ".repeat(1_000_000),
        `https://acme.io/${",".repeat(1_000_000)}`,
        `https://acme.io/${",a.".repeat(400_000)}`,
    ]) {
        it(`rejects ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(isJoined(text), false));
    }
});

describe("splitUrls", () => {
    it("returns the URLs and the separators between them", () => {
        assert.deepEqual(splitUrls("https://a.io;1,https://b.io"), ["https://a.io;1", ",", "https://b.io"]);
        assert.deepEqual(splitUrls('["https://a.io", "https://b.io"]'), ["", '["', 'https://a.io",', ' "', 'https://b.io"]']);
        assert.deepEqual(splitUrls("https://a.io"), ["https://a.io"]);
    });
});
