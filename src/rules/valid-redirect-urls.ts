import { isJoined } from "../cognito/joined-urls";
import { hasValidCharacters, isLoopback, REDIRECT_PROPERTIES, type RedirectProperty, type RedirectUrl } from "../cognito/redirect-urls";
import { type Check, defineRule } from "../core/rule";
import { value } from "../core/values";
import { hasTemplate } from "./shared/placeholders";
import { checkRedirectUrls, quoteUrls, redirectUrls } from "./shared/redirect-urls";
import { cwe, rfc9700 } from "./shared/standards";

const MAX_URLS = 100;
const MAX_CHARACTERS = 1024;

const messages = {
    emptyElement: () => `has ""; remove the empty element.`,
    empty: () => "is empty; remove it.",
    notAbsolute: (urls: readonly RedirectUrl[]) =>
        `has ${quoteUrls(urls, noteTemplate)}, which ${urls.length === 1 ? "is not an absolute URL" : "are not absolute URLs"}.`,
    plainHttp: (urls: readonly RedirectUrl[]) =>
        `has http in ${quoteUrls(urls, noteTemplate)}; only localhost, 127.0.0.1 and [::1] may use http.`,
    fragment: (urls: readonly RedirectUrl[]) => `has a fragment in ${quoteUrls(urls, noteTemplate)}.`,
    invisible: (urls: readonly RedirectUrl[]) => `has white space or invisible characters in ${quoteUrls(urls, noteTemplate)}.`,
    tooLong: (urls: readonly RedirectUrl[]) => `has more than ${MAX_CHARACTERS} characters in ${quoteUrls(urls)}.`,
    tooMany: (count: number) => `has ${value(count)} URLs; it must have at most ${MAX_URLS}.`,
};

/** A template is the cause of most other defects of its URL. */
function noteTemplate(url: RedirectUrl): string {
    return hasTemplate(url) ? " (unfilled template)" : "";
}

function isEmpty({ text }: RedirectUrl): boolean {
    return text.trim() === "";
}

function isTooLong({ text }: RedirectUrl): boolean {
    return text.length > MAX_CHARACTERS && [...text.slice(0, 2 * MAX_CHARACTERS + 1)].length > MAX_CHARACTERS;
}

function isAbsolute({ scheme }: RedirectUrl): boolean {
    return scheme !== undefined;
}

/** Returns one check per property. no-joined-values reports a text with several URLs. */
const checkUrls: typeof checkRedirectUrls = (isDefective, message, properties) =>
    checkRedirectUrls((url, options) => isDefective(url, options) && !isJoined(url.text), message, properties);

function withinMaxUrls(property: RedirectProperty): Check {
    return (client, { report, filter }) => {
        const { length } = redirectUrls(client, property, filter);
        if (length > MAX_URLS) report(property, messages.tooMany(length));
    };
}

export default defineRule({
    name: "valid-redirect-urls",
    title: "Valid redirect URLs",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "Redirect URLs must be absolute https URLs without a fragment; only localhost may use http, and apps their own schemes.",
    remediation: "Write the URL that the app sends.",
    standards: [rfc9700("2.6"), cwe(319)],
    docs: {
        details:
            `callbackUrls, logoutUrls and defaultRedirectUri accept absolute URLs of 1 to ${MAX_CHARACTERS} characters without white space and invisible characters, at most ${MAX_URLS} in a list. ` +
            "http would send codes and tokens unencrypted, so only the hosts localhost, 127.0.0.1 and [::1] may use it; an app may have a scheme of its own. " +
            "A fragment is not allowed in callbackUrls and defaultRedirectUri. " +
            "The message says where a URL has an unfilled template such as `{domain}`, which is usually the cause. The rule no-joined-values reports several URLs in one string.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            { client: { callbackUrls: ["http://shop.acme.dev/callback"] } },
            { client: { callbackUrls: ["https://shop.acme.dev/#/callback"], logoutUrls: ["shop.acme.dev"] } },
        ],
        correct: [
            { client: { callbackUrls: ["https://shop.acme.dev/callback", "http://localhost:3000/callback", "dev.acme.shop:/callback"] } },
        ],
    },
    checks: [
        ...checkUrls(isEmpty, messages.emptyElement, ["callbackUrls", "logoutUrls"]),
        ...checkUrls(isEmpty, messages.empty, ["defaultRedirectUri"]),
        ...checkUrls(url => !isAbsolute(url) && !isEmpty(url), messages.notAbsolute),
        ...checkUrls(url => url.scheme === "http" && !isLoopback(url), messages.plainHttp),
        ...checkUrls(url => isAbsolute(url) && url.text.includes("#"), messages.fragment, ["callbackUrls", "defaultRedirectUri"]),
        ...checkUrls(url => isAbsolute(url) && !hasValidCharacters(url), messages.invisible),
        ...checkUrls(isTooLong, messages.tooLong),
        ...REDIRECT_PROPERTIES.map(withinMaxUrls),
    ],
});
