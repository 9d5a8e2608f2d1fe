import { hostOf, parseRedirectUrl, REDIRECT_PROPERTIES, type RedirectProperty, type RedirectUrl } from "../../cognito/redirect-urls";
import type { Client } from "../../core/client";
import type { Context } from "../../core/rule";
import { quotedUrl, value } from "../../core/values";
import { enumerate } from "../../util/wording";

/** Returns the known redirect URLs of a property. */
export function redirectUrls(client: Client, property: RedirectProperty, filter: Context<unknown>["filter"]): RedirectUrl[] {
    return filter(textsOf(client, property)).map(parseRedirectUrl);
}

function textsOf(client: Client, property: RedirectProperty): readonly string[] | undefined {
    const urls = client[property];
    return typeof urls === "string" ? [urls] : urls;
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

/** Quotes URLs for a message: "a", "b" and "c". URLs that look the same without their secret parts are counted. */
export function quoteUrls(urls: readonly RedirectUrl[], note: (url: RedirectUrl) => string = () => ""): string {
    const counts = new Map<string, number>();
    for (const url of urls) {
        const text = quoteUrl(url.text) + note(url);
        counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return enumerate([...counts].map(([text, count]) => (count === 1 ? text : `${text} (${value(count)} URLs)`)));
}

/** Quotes what a message may print of a URL: "https://***@acme.dev/callback?…". */
export function quoteUrl(url: string): string {
    return quotedUrl(url);
}
