import { hostOf, parseRedirectUrl, REDIRECT_PROPERTIES, type RedirectProperty, type RedirectUrl } from "../../cognito/redirect-urls";
import type { Client } from "../../core/client";
import type { Context } from "../../core/rule";
import { enumerate, quote } from "../../util/wording";

/** The longest URL that a message prints in full, in characters; a longer one loses its middle. */
const MAX_PRINTED = 120;

/** Returns the known redirect URLs of a property. */
export function redirectUrls(client: Client, property: RedirectProperty, filter: Context<unknown>["filter"]): RedirectUrl[] {
    return filter(textsOf(client, property)).map(parseRedirectUrl);
}

function textsOf(client: Client, property: RedirectProperty): readonly string[] | undefined {
    const value = client[property];
    return typeof value === "string" ? [value] : value;
}

/** Returns one check per property, which reports all its defective URLs in one message. */
export function checkRedirectUrls<O = unknown>(
    isDefective: (url: RedirectUrl, options: O) => boolean,
    message: (urls: readonly RedirectUrl[], options: O) => string,
    properties: readonly RedirectProperty[] = REDIRECT_PROPERTIES,
): ((client: Client, context: Context<O>) => void)[] {
    return properties.map(property => (client, { options, report, filter }) => {
        const defective = filter(textsOf(client, property), text => isDefective(parseRedirectUrl(text), options));
        if (defective.length > 0) report(property, message(defective.map(parseRedirectUrl), options));
    });
}

/** The schema of an option that lists hosts. */
export const HOSTS_SCHEMA = {
    type: "array",
    items: { type: "string", pattern: "^(\\*\\.)?[^*/@\\s]+$" },
    default: [] as string[],
} as const;

/** Returns a test for hosts that are in a list, in which `*.` at the start of an entry matches one or more labels. */
export function hostMatcher(listed: readonly string[]): (host: string) => boolean {
    const hosts = listed.map(authority => hostOf({ authority }));
    return host => hosts.some(entry => (entry?.startsWith("*.") ? host.endsWith(entry.slice(1)) : host === entry));
}

/** Quotes URLs for a message: "a", "b" and "c". */
export function quoteUrls(urls: readonly RedirectUrl[]): string {
    return enumerate(urls.map(({ text }) => quoteUrl(text)));
}

/** Quotes a URL for a message: without a password, with invisible characters escaped, and shortened if it is long. */
export function quoteUrl(url: string): string {
    const masked = maskPassword(url);
    if (masked.length <= MAX_PRINTED) return quote(masked);
    const characters = [...masked];
    const end = MAX_PRINTED / 3;
    const short =
        characters.length > MAX_PRINTED ? [...characters.slice(0, MAX_PRINTED - end - 1), "…", ...characters.slice(-end)] : characters;
    return quote(short.join(""));
}

/** Masks everything that may be a password, also in a URL that is too malformed to have one. */
function maskPassword(url: string): string {
    const authority = /^[^:]*:\/\//.exec(url)?.[0].length ?? 0;
    const start = url.indexOf(":", authority) + 1;
    const end = url.lastIndexOf("@");
    return start > 0 && start < end ? `${url.slice(0, start)}***${url.slice(end)}` : url;
}
