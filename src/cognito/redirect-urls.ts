import { type Client, known, type NotKnown } from "../client";
import { enumerate } from "../text";

/** The properties that hold redirect URLs: two lists and a single one. */
export const REDIRECT_PROPERTIES = ["callbackUrls", "logoutUrls", "defaultRedirectUri"] as const;
export type RedirectProperty = (typeof REDIRECT_PROPERTIES)[number];

/** A redirect URL as written, for that is what Cognito looks at and compares; what a browser makes of it may differ. */
export interface RedirectUrl {
    readonly text: string;
    /** In lower case; undefined where the URL is not absolute. */
    readonly scheme?: string;
    /** What stands between `//` and the path: user and password, host and port. */
    readonly authority?: string;
}

/** The characters that Cognito takes: all that leave a mark, in any script. */
const VISIBLE = String.raw`\p{L}\p{M}\p{S}\p{N}\p{P}`;
const ALL_VISIBLE = new RegExp(`^[${VISIBLE}]*$`, "u");
const INVISIBLE = new RegExp(`[^${VISIBLE} ]`, "gu");

/** The longest that a message prints; the rest is left out of the middle. */
const LONGEST = 120;

/** Reads a URL. `localhost:3000` is a host and a port, though its form is that of a scheme; http and https need a host. */
export function parseRedirectUrl(text: string): RedirectUrl {
    const [, scheme, authority] = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))(?:\/\/([^/?#]*))?/i.exec(text.trim()) ?? [];
    const url = { text, scheme: scheme?.toLowerCase(), authority };
    return scheme === undefined || (isWeb(url) && !authority) ? { text } : url;
}

/** The redirect URLs that a property holds; what is not known of them is handed to the caller of the check. */
export function* redirectUrls(client: Client, property: RedirectProperty): Generator<NotKnown, RedirectUrl[]> {
    const value = client[property];
    const urls = yield* known(typeof value === "string" ? [value] : value);
    return urls.map(parseRedirectUrl);
}

/** A check for each property, which reports its wrong URLs in one message: what is not known of one leaves the others to be judged. */
export function inEachProperty<O>(
    message: (property: RedirectProperty, urls: readonly string[]) => string,
    isWrong: (url: RedirectUrl, options: O) => boolean,
    properties: readonly RedirectProperty[] = REDIRECT_PROPERTIES,
) {
    return properties.map(
        property =>
            function* (client: Client, options: O): Generator<string | NotKnown, void> {
                const wrong = (yield* redirectUrls(client, property)).filter(url => isWrong(url, options));
                if (wrong.length > 0) yield message(property, textsOf(wrong));
            },
    );
}

/** The URLs as they were written. */
export function textsOf(urls: readonly RedirectUrl[]): string[] {
    return urls.map(({ text }) => text);
}

/** Whether a URL leads to a host of the web, and not to an app by way of a scheme of its own. */
export function isWeb({ scheme }: RedirectUrl): boolean {
    return scheme === "http" || scheme === "https";
}

/** Whether a URL leads to an app by way of a scheme of its own. */
export function isCustom(url: RedirectUrl): boolean {
    return url.scheme !== undefined && !isWeb(url);
}

/** Whether Cognito sees one of the three hosts that may go without https. It does not see through LOCALHOST, 127.1 or a backslash. */
export function isLoopback({ authority = "" }: RedirectUrl): boolean {
    return /^(?:[^@\\]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d*)?$/.test(authority);
}

/** Whether a browser that follows the URL stays on its own machine. */
export function staysOnMachine(url: RedirectUrl): boolean {
    return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostOf(url) ?? "");
}

/** The host that a browser would go to: in lower case, decoded and without a dot at the end. */
export function hostOf({ authority }: Pick<RedirectUrl, "authority">): string | undefined {
    const url = `https://${authority}`;
    return authority && URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, "") : undefined;
}

export function hasPassword({ authority = "" }: RedirectUrl): boolean {
    return /^[^:]*:.+@/s.test(authority); // from the start, so that many colons take no longer
}

/** Whether each character is one that Cognito takes: no white space, nothing invisible. */
export function isVisible({ text }: RedirectUrl): boolean {
    return ALL_VISIBLE.test(text);
}

/** A URL as a message may print it: no password, nothing invisible and not too long. */
export function quoteUrl(url: string): string {
    const characters = [...withoutPassword(url)];
    const end = LONGEST / 3;
    const short = characters.length > LONGEST ? [...characters.slice(0, LONGEST - end - 1), "…", ...characters.slice(-end)] : characters;
    const visible = short.join("").replace(INVISIBLE, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
    return `"${visible}"`;
}

/** Leaves out all that may be a password, also where the URL is too broken to have one: rather too much than too little. */
function withoutPassword(url: string): string {
    const behindScheme = /^[^:]*:\/\//.exec(url)?.[0].length ?? 0;
    const start = url.indexOf(":", behindScheme) + 1;
    const end = url.lastIndexOf("@");
    return start > 0 && start < end ? `${url.slice(0, start)}***${url.slice(end)}` : url;
}

/** "a", "b" and "c", as a message may print them. */
export function quoteUrls(urls: readonly string[]): string {
    return enumerate(urls.map(quoteUrl));
}
