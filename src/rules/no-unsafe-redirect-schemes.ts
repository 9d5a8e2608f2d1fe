import { hasCustomScheme, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";
import { rfc8252 } from "./shared/standards";

/** Schemes that open neither an app nor a website, and may run a script or read a file. */
const UNSAFE: ReadonlySet<string | undefined> = new Set(["about", "blob", "data", "file", "javascript", "vbscript"]);

const messages = {
    unsafe: (urls: readonly RedirectUrl[]) => `has an unsafe scheme in ${quoteUrls(urls)}.`,
    notReverseDomain: (urls: readonly RedirectUrl[]) => `has a scheme that is not a reverse domain name in ${quoteUrls(urls)}.`,
};

function isUnsafe({ scheme }: RedirectUrl): boolean {
    return UNSAFE.has(scheme);
}

/** Whether the scheme of a URL contains a dot, as every reverse domain name does. */
function isReverseDomain({ scheme }: RedirectUrl): boolean {
    return scheme?.includes(".") === true;
}

function isListed({ scheme }: RedirectUrl, schemes: readonly string[]): boolean {
    return schemes.some(listed => listed.toLowerCase() === scheme);
}

export default defineRule({
    name: "no-unsafe-redirect-schemes",
    title: "No unsafe schemes in redirect URLs",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Redirect URLs must use https or a reverse domain name, or another app may receive codes.",
    remediation: "Use https or a scheme such as dev.acme.shop, or add it to allowedSchemes.",
    standards: [rfc8252("7.1"), rfc8252("8.4")],
    options: {
        allowedSchemes: {
            type: "array",
            items: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9+.-]*$" },
            default: [] as string[],
            description: "Custom schemes to accept although they are not reverse domain names, such as myapp.",
        },
    },
    docs: {
        details:
            "The rule checks callbackUrls, logoutUrls and defaultRedirectUri. " +
            "It always reports the schemes about, blob, data, file, javascript and vbscript, which open neither an app nor a website. " +
            "It also reports custom schemes without a dot, such as myapp: any app can register the same scheme, and may then receive the authorization codes. " +
            "RFC 8252 requires a domain name of the app's owner in reverse order, such as dev.acme.shop.",
        whenNotToUse:
            "Add a scheme to the option allowedSchemes instead of turning the rule off, for example exp during development with Expo Go.",
        sources: ["https://www.rfc-editor.org/rfc/rfc8252.html#section-7.1"],
    },
    examples: {
        incorrect: [{ client: { callbackUrls: ["acmeshop://callback"] } }, { client: { logoutUrls: ["about:blank"] } }],
        correct: [
            { client: { callbackUrls: ["https://shop.acme.dev/callback", "dev.acme.shop:/callback"] } },
            { client: { callbackUrls: ["acmeshop://callback"] }, options: { allowedSchemes: ["acmeshop"] } },
        ],
    },
    checks: [
        ...checkRedirectUrls(isUnsafe, messages.unsafe),
        ...checkRedirectUrls<{ readonly allowedSchemes: readonly string[] }>(
            (url, { allowedSchemes }) => hasCustomScheme(url) && !isUnsafe(url) && !isReverseDomain(url) && !isListed(url, allowedSchemes),
            messages.notReverseDomain,
        ),
    ],
});
