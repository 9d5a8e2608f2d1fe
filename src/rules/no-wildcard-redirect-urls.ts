import { inEachProperty, quoteUrls, type RedirectProperty } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

const messages = {
    wildcard: (property: RedirectProperty, urls: readonly string[]) => `${property} has a wildcard in ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-wildcard-redirect-urls",
    level: "advisory",
    severity: "high",
    description: "Redirect URLs must have no wildcard, because Cognito compares them character by character: one with * never matches.",
    remediation: "List each URL in full.",
    url: "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1",
    messages,
    checks: inEachProperty(messages.wildcard, ({ text }) => text.includes("*")),
});
