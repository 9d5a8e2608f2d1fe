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

/** Parses a redirect URL. `localhost:3000` is a host and a port although it looks like a scheme; http and https need a host. */
export const parseRedirectUrl = memoize((text): RedirectUrl => {
    const [, scheme, authority] = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))(?:\/\/([^/?#]*))?/i.exec(text.trim()) ?? [];
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
    return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostOf(url) ?? "");
}

/** Returns the host that a browser connects to: in lower case, decoded, without a trailing dot. */
export function hostOf({ authority }: Pick<RedirectUrl, "authority">): string | undefined {
    return authority ? parseHost(authority) : undefined;
}

const parseHost = memoize((authority): string | undefined => {
    const url = `https://${authority}`;
    return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, "") : undefined;
});

/** Whether a URL contains a password. */
export function hasPassword({ authority = "" }: RedirectUrl): boolean {
    return /^[^:]*:.+@/s.test(authority); // anchored, so that many colons do not make it slow
}

/** Whether Cognito accepts every character: no white space, nothing invisible. */
export function hasValidCharacters({ text }: RedirectUrl): boolean {
    return isVisible(text);
}
