import { hasValidCharacters, isLoopback, REDIRECT_PROPERTIES, type RedirectProperty, type RedirectUrl } from "../cognito/redirect-urls";
import { type Check, defineRule } from "../core/rule";
import { checkRedirectUrls, quoteUrls, redirectUrls } from "./shared/redirect-urls";
import { cwe, rfc9700 } from "./shared/standards";

const MAX_URLS = 100;
const MAX_CHARACTERS = 1024;

const messages = {
    notAbsolute: (urls: readonly RedirectUrl[]) => `needs an absolute URL instead of ${quoteUrls(urls)}.`,
    plainHttp: (urls: readonly RedirectUrl[]) =>
        `has http in ${quoteUrls(urls)}; only the hosts localhost, 127.0.0.1 and [::1] may use http.`,
    fragment: (urls: readonly RedirectUrl[]) => `has a fragment in ${quoteUrls(urls)}; fragments are not allowed.`,
    invisible: (urls: readonly RedirectUrl[]) => `has white space or invisible characters in ${quoteUrls(urls)}; they are not allowed.`,
    tooLong: (urls: readonly RedirectUrl[]) => `has more than the maximum of ${MAX_CHARACTERS} characters in ${quoteUrls(urls)}.`,
    tooMany: (count: number) => `has ${count} URLs; it must have at most ${MAX_URLS}.`,
};

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
    description:
        "Redirect URLs must be absolute, without a fragment, and with https unless they open an app or a loopback host, or the deployment fails.",
    remediation: "Write each URL in full, exactly as the app sends it, with https or the app's own scheme.",
    standards: [rfc9700("2.6"), cwe(319)],
    docs: {
        details:
            `callbackUrls, logoutUrls and defaultRedirectUri accept absolute URLs of 1 to ${MAX_CHARACTERS} characters without white space and invisible characters, at most ${MAX_URLS} in a list. ` +
            "They need https or an app's own scheme, since http would send codes and tokens unencrypted; only the hosts localhost, 127.0.0.1 and [::1] may use http. " +
            "A fragment is not allowed in callbackUrls and defaultRedirectUri.",
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
        ...checkRedirectUrls(({ scheme }) => scheme === undefined, messages.notAbsolute),
        ...checkRedirectUrls(url => url.scheme === "http" && !isLoopback(url), messages.plainHttp),
        ...checkRedirectUrls(({ text }) => text.includes("#"), messages.fragment, ["callbackUrls", "defaultRedirectUri"]),
        ...checkRedirectUrls(url => !hasValidCharacters(url), messages.invisible),
        ...checkRedirectUrls(({ text }) => [...text].length > MAX_CHARACTERS, messages.tooLong),
        ...REDIRECT_PROPERTIES.map(withinMaxUrls),
    ],
});
