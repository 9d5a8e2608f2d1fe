import { isJoined } from "../cognito/joined-urls";
import { canConnect, hasValidCharacters, isWebUrl, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { hasPlaceholderHost, hasTemplate } from "./shared/placeholders";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";

const messages = {
    template: (urls: readonly RedirectUrl[]) => `has an unfilled template in ${quoteUrls(urls)}.`,
    invalid: (urls: readonly RedirectUrl[]) => `has an invalid host or port in ${quoteUrls(urls)}.`,
    placeholder: (urls: readonly RedirectUrl[]) => `has a placeholder host in ${quoteUrls(urls)}.`,
};

/** Whether a URL has a template after its scheme. Without a scheme, valid-redirect-urls reports it. */
function isTemplate(url: RedirectUrl): boolean {
    return url.scheme !== undefined && url.text.includes(":/") && hasTemplate(url);
}

/** Whether no browser can connect to a host for a reason that no other rule reports, such as a wildcard. */
function hasInvalidHost(url: RedirectUrl): boolean {
    return isWebUrl(url) && !canConnect(url) && hasValidCharacters(url) && !url.authority?.includes("*") && !isJoined(url.text);
}

export default defineRule({
    name: "no-placeholder-redirect-urls",
    title: "No placeholders in redirect URLs",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Redirect URLs must have the app's host: a placeholder leads nowhere, or to a stranger.",
    remediation: "Use a host of the app, or remove the URL.",
    standards: [],
    docs: {
        details:
            "Cognito accepts any text as a host. The rule reports:\n\n" +
            "- unfilled templates in any part of a URL, such as `{domain}`, `{{ domain }}`, `<your-domain>`, `%DOMAIN%` and `[object Object]`;\n" +
            "- hosts and ports of https and http URLs to which no browser connects: characters or empty labels that no host name has, labels of more than 63 characters, ports above 65535, and a second scheme as in `https://https://shop.acme.dev`;\n" +
            "- hosts that are reserved (example.com, example.net, example.org, .example, .invalid and .test) and words for a missing value, such as undefined, null, todo, xxx and YOUR_DOMAIN;\n" +
            "- domains of other people: domain.com, localhost.com, test.com, and names with a label before the last that is mydomain, my-domain, yourapp, yourcompany, yourdomain, yoursite or yourwebsite or starts with your-;\n" +
            "- hosts from examples: google.com, www.google.com, and d84l1y8p4kdic.cloudfront.net, which the Amazon Cognito console suggests.",
        whenNotToUse:
            "Turn it off for stacks whose private network has hosts with the ending .test, and exempt clients of a domain that only looks like a placeholder.",
        sources: ["https://www.rfc-editor.org/rfc/rfc2606.html"],
    },
    examples: {
        incorrect: [
            { client: { callbackUrls: ["https://example.com/callback"] } },
            { client: { callbackUrls: ["https://{domain}/callback"], logoutUrls: ["https://app.yourdomain.com/"] } },
        ],
        correct: [{ client: { callbackUrls: ["https://shop.acme.dev/callback"] } }],
    },
    checks: [
        ...checkRedirectUrls(isTemplate, messages.template),
        ...checkRedirectUrls(url => hasPlaceholderHost(url) && !isTemplate(url), messages.placeholder),
        ...checkRedirectUrls(url => hasInvalidHost(url) && !isTemplate(url) && !hasPlaceholderHost(url), messages.invalid),
    ],
});
