import { inEachProperty, isCustom, quoteUrls, type RedirectProperty, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

/** What these lead to is neither an app nor a host, and may run as script or read a file. */
const UNSAFE: ReadonlySet<string | undefined> = new Set(["about", "blob", "data", "file", "javascript", "vbscript"]);

const messages = {
    unsafe: (property: RedirectProperty, urls: readonly string[]) => `${property} has an unsafe scheme in ${quoteUrls(urls)}.`,
    notReverseDomain: (property: RedirectProperty, urls: readonly string[]) =>
        `${property} has a scheme that is no reverse domain name in ${quoteUrls(urls)}; any other app may claim it too.`,
};

function isUnsafe({ scheme }: RedirectUrl): boolean {
    return UNSAFE.has(scheme);
}

export default defineRule({
    name: "no-unsafe-redirect-schemes",
    level: "advisory",
    severity: "high",
    description: "Redirect URLs must lead to the app and no other: by https, or by a scheme that is a domain name of its owner in reverse.",
    remediation: "Use https or a scheme such as com.example.app, or list the scheme of an app you trust in the option schemes.",
    url: "https://www.rfc-editor.org/rfc/rfc8252.html#section-7.1",
    options: {
        schemes: {
            type: "array",
            items: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9+.-]*$" },
            default: [] as string[],
            description: "Schemes without a dot that apps may have, such as myapp.",
        },
    },
    messages,
    checks: [
        ...inEachProperty(messages.unsafe, isUnsafe),
        ...inEachProperty<{ schemes: readonly string[] }>(messages.notReverseDomain, (url, { schemes }) => {
            if (!isCustom(url) || isUnsafe(url) || url.scheme?.includes(".")) return false;
            return !schemes.some(scheme => scheme.toLowerCase() === url.scheme);
        }),
    ],
});
