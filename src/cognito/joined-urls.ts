import { splitUrls } from "../util/url-text";

/** What may follow a URL: separators, and quotes and brackets of a list in JSON. A URL may also contain them. */
const TRAILING = /[\s,;|"'[\]]/;

/**
 * Whether a text has several URLs that a program joined: `https://a.acme.dev/cb,https://b.acme.dev/cb`. A URL in the query of another
 * one follows no separator. White space within a URL means that the text is something else.
 */
export function isJoined(text: string): boolean {
    const parts = splitUrls(text).filter((_part, index) => index % 2 === 0);
    const urls = parts.map(withoutTrailing).filter(url => url !== "");
    return urls.length > 1 && urls.every(url => /^[a-z][^:/?#\s]*:\S+$/i.test(url));
}

/** A loop, since an expression would read a long run of separators once for each of them. */
function withoutTrailing(url: string): string {
    let end = url.length;
    while (end > 0 && TRAILING.test(url.charAt(end - 1))) end--;
    return url.slice(0, end);
}
