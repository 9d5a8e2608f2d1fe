import { isVisible } from "../util/characters";
import { memoize } from "../util/memoize";

/** The properties that hold redirect URLs: two lists and a single URL. */
export const REDIRECT_PROPERTIES = ["callbackUrls", "logoutUrls", "defaultRedirectUri"] as const;
export type RedirectProperty = (typeof REDIRECT_PROPERTIES)[number];

/** A redirect URL as written: Cognito compares URLs as text, and may read one differently from a browser. */
export interface RedirectUrl {
    readonly text: string;
    /** In lower case; undefined if the URL is not absolute. */
    readonly scheme?: string;
    /** The part between `//` and the path: user, password, host and port. */
    readonly authority?: string;
}

/** The longest URL that Cognito accepts, in UTF-16 units: 1024 characters of one or two. What follows is not parsed. */
const MAX_PARSED = 2048;

/** The scheme and the authority, in which `#{` starts a template and not a fragment. `localhost:3000` has no scheme. */
const ABSOLUTE = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))(?:\/\/([^/?#]*(?:#\{[^}]*\}[^/?#]*)*))?/i;

/** Parses a redirect URL. http and https need a host. */
export const parseRedirectUrl = memoize((text): RedirectUrl => {
    const [, scheme, authority] = ABSOLUTE.exec(text.trim().slice(0, MAX_PARSED)) ?? [];
    const url = { text, scheme: scheme?.toLowerCase(), authority };
    return scheme === undefined || (isWebUrl(url) && !authority) ? { text } : url;
});

/** Whether a URL has the scheme http or https. */
export function isWebUrl({ scheme }: RedirectUrl): boolean {
    return scheme === "http" || scheme === "https";
}

/** Whether a URL opens an app by a scheme of its own. */
export function hasCustomScheme(url: RedirectUrl): boolean {
    return url.scheme !== undefined && !isWebUrl(url);
}

/** Whether a URL has one of the three hosts that Cognito accepts with http. It compares text: LOCALHOST, 127.1 and a backslash do not count. */
export function isLoopback({ authority = "" }: RedirectUrl): boolean {
    return /^(?:[^@\\]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d*)?$/.test(authority);
}

/** Whether a browser resolves a URL to the user's own machine. */
export function isLocal(url: RedirectUrl): boolean {
    return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::(?:1|ffff:7f[\da-f]{2}:[\da-f]+)?\])$/.test(hostOf(url) ?? "");
}

/** Returns the host that a browser connects to: in lower case, decoded, without a trailing dot. */
export function hostOf({ authority }: Pick<RedirectUrl, "authority">): string | undefined {
    return authority ? parseAuthority(authority)?.host : undefined;
}

const parseAuthority = memoize((authority): { readonly host: string; readonly port: string } | undefined => {
    const text = `https://${authority}`;
    if (!URL.canParse(text)) return undefined;
    const { hostname, port } = new URL(text);
    return { host: hostname.replace(/\.$/, ""), port };
});

/** Labels of 1 to 63 characters. `*` is a wildcard, which Cognito accepts. */
const HOST_NAME = /^(?:[a-z\d_*-]{1,63}\.)*[a-z\d_*-]{1,63}$/;
const MAX_HOST_NAME = 253;

/** Whether a browser can connect to the host and the port of a web URL. */
export function canConnect({ text, authority = "" }: RedirectUrl): boolean {
    const { host = "", port } = parseAuthority(authority) ?? {};
    const isHost = host.startsWith("[") || (host.length <= MAX_HOST_NAME && HOST_NAME.test(host));
    return isHost && port !== "0" && !hasTwoSchemes(text, host);
}

/** Whether a URL starts with two schemes: `https://https://app.acme.dev`. */
function hasTwoSchemes(text: string, host: string): boolean {
    return /^https?$/.test(host) || /^[^/?#]*:\/\/[^/?#]*:\/\//.test(text);
}

/** Returns the host and the port as they are written. */
export function writtenHost({ authority = "" }: Pick<RedirectUrl, "authority">): string {
    return authority.slice(...hostRange(authority));
}

/** Returns where the host and the port start and end. A browser reads a backslash as a slash. */
function hostRange(authority: string): [start: number, end: number] {
    const backslash = authority.indexOf("\\");
    const end = backslash < 0 ? authority.length : backslash;
    return [authority.lastIndexOf("@", end) + 1, end];
}

/** Returns the text of a web URL with the ASCII letters of its host in lower case. */
export function withLowerCaseHost({ text, authority = "" }: RedirectUrl): string {
    const offset = text.indexOf("//") + 2;
    const [start, end] = hostRange(authority).map(index => offset + index) as [number, number];
    return text.slice(0, start) + text.slice(start, end).replace(/[A-Z]+/g, letters => letters.toLowerCase()) + text.slice(end);
}

/** Whether a URL contains a password. */
export function hasPassword({ authority = "" }: RedirectUrl): boolean {
    return /^[^:]*:.+@/s.test(authority); // anchored, so that many colons do not make it slow
}

/** Whether Cognito accepts every character: no white space, nothing invisible. */
export function hasValidCharacters({ text }: RedirectUrl): boolean {
    return isVisible(text);
}
