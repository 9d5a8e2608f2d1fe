/** What is between two URLs, or before the first one: a separator, and quotes and brackets if the text is a list in JSON. */
const SEPARATOR = /((?:^|[\s,;|])["'[]{0,3})(?=[a-z][a-z\d+.-]*:\/\/|[a-z][a-z\d+-]*\.[a-z\d+.-]*:\/)/i;

/** Splits a text at the separators before each URL in it: URLs at even indexes, separators between them. */
export function splitUrls(text: string): string[] {
    return text.split(SEPARATOR);
}

/** Returns what a message prints of a URL: enough to find it, without user info, query and fragment, which may be secret. */
export function printableUrl(url: string): string {
    const parts = splitUrls(url);
    const isSplit = parts.every((part, index) => index % 2 === 1 || startsWithHost(part));
    if (!isSplit) return withoutSecrets(url); // a password may have a separator
    return parts.map((part, index) => (index % 2 === 0 ? withoutSecrets(part) : part)).join("");
}

function withoutSecrets(url: string): string {
    return withoutQuery(withoutUserInfo(url));
}

/**
 * Replaces the user info with `***`. In a malformed URL, that is everything before the last `@`; if a path or query may have an `@`
 * as well, so that nothing shows where the user info ends, the rest is left out.
 */
function withoutUserInfo(url: string): string {
    const start = startOfAuthority(url);
    const end = url.lastIndexOf("@");
    if (end < start || startsWithHost(url)) return url;
    const isCertain = url.indexOf("@", start) === end || !/[/?#\\]/.test(url.slice(start, end));
    return `${url.slice(0, start)}***@${isCertain ? url.slice(end + 1) : "…"}`;
}

function startOfAuthority(url: string): number {
    return /^(?:[^:/]*:)?\/\//.exec(url)?.[0].length ?? 0;
}

/** Whether a URL certainly has no user info: a word before a colon is a host only if it is written like one. */
function startsWithHost(url: string): boolean {
    const rest = url.slice(startOfAuthority(url));
    const authority = rest.slice(0, indexOf(rest, /[/?#\\]/));
    if (authority.includes("@")) return false;
    if (authority.startsWith("[")) return /^\[[\da-f:.]*\](?::\d*)?$/i.test(authority);
    const [host = "", port, ...others] = authority.split(":", 3);
    return port === undefined || (others.length === 0 && /^\d*$/.test(port) && (host.includes(".") || host === "localhost"));
}

/** Replaces what follows `?` and `#` with `…`. `#{domain}` is a template and no fragment. */
function withoutQuery(url: string): string {
    const hash = indexOf(url, /#(?!\{[\w. ]*\})/);
    const query = indexOf(url.slice(0, hash), /\?/);
    return url.slice(0, query) + mark(url.slice(query, hash)) + mark(url.slice(hash));
}

/** Returns the index of the first match, or the length of the text. */
function indexOf(text: string, pattern: RegExp): number {
    const index = text.search(pattern);
    return index < 0 ? text.length : index;
}

function mark(part: string): string {
    return part.length > 1 ? `${part.charAt(0)}…` : part;
}
