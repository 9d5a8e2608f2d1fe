import {
    inEachProperty,
    isLoopback,
    isVisible,
    quoteUrls,
    REDIRECT_PROPERTIES,
    type RedirectProperty,
    redirectUrls,
} from "../cognito/redirect-urls";
import { type Check, defineRule } from "../rule";

const MOST_URLS = 100;
const MOST_CHARACTERS = 1024;

const messages = {
    notAbsolute: (property: RedirectProperty, urls: readonly string[]) =>
        `${property} needs an absolute URL in place of ${quoteUrls(urls)}.`,
    plainHttp: (property: RedirectProperty, urls: readonly string[]) =>
        `${property} has plain http in ${quoteUrls(urls)}; only the loopback hosts localhost, 127.0.0.1 and [::1] may use it.`,
    fragment: (property: RedirectProperty, urls: readonly string[]) =>
        `${property} has a fragment in ${quoteUrls(urls)}; Cognito takes none.`,
    invisible: (property: RedirectProperty, urls: readonly string[]) =>
        `${property} has white space or invisible characters in ${quoteUrls(urls)}.`,
    tooLong: (property: RedirectProperty, urls: readonly string[]) =>
        `${property} has more than ${MOST_CHARACTERS} characters in ${quoteUrls(urls)}.`,
    tooMany: (property: RedirectProperty, count: number) => `${property} has ${count} URLs; Cognito takes ${MOST_URLS}.`,
};

const numberOfUrls = (property: RedirectProperty): Check =>
    function* (client) {
        const { length } = yield* redirectUrls(client, property);
        if (length > MOST_URLS) yield messages.tooMany(property, length);
    };

export default defineRule({
    name: "valid-redirect-urls",
    level: "mandatory",
    severity: "high",
    description:
        "Redirect URLs must be absolute, have no fragment, and use https unless they lead to an app or a loopback host, or the deployment fails.",
    remediation: "Write each URL in full, exactly as the app sends it, with https or the app's own scheme.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        ...inEachProperty(messages.notAbsolute, ({ scheme }) => scheme === undefined),
        ...inEachProperty(messages.plainHttp, url => url.scheme === "http" && !isLoopback(url)),
        ...inEachProperty(messages.fragment, ({ text }) => text.includes("#"), ["callbackUrls", "defaultRedirectUri"]),
        ...inEachProperty(messages.invisible, url => !isVisible(url)),
        ...inEachProperty(messages.tooLong, ({ text }) => [...text].length > MOST_CHARACTERS),
        ...REDIRECT_PROPERTIES.map(numberOfUrls),
    ],
});
