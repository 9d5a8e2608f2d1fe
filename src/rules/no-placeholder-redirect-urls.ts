import { hostOf, inEachProperty, isWeb, quoteUrls, type RedirectProperty } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

/** The names that nobody can own, and all below them. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test)$/;

const messages = {
    placeholder: (property: RedirectProperty, urls: readonly string[]) => `${property} has a placeholder for a host in ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-placeholder-redirect-urls",
    level: "advisory",
    severity: "medium",
    description: "Redirect URLs must lead to hosts of the app, not to names that are reserved for examples and tests.",
    remediation: "Put the app's own host in its place, or remove the URL.",
    url: "https://www.rfc-editor.org/rfc/rfc2606.html",
    messages,
    checks: inEachProperty(messages.placeholder, url => isWeb(url) && RESERVED.test(hostOf(url) ?? "")),
});
