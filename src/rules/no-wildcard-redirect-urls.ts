import type { RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";
import { asvs, rfc9700 } from "./shared/standards";

const messages = {
    wildcard: (urls: readonly RedirectUrl[]) => `has a wildcard in ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-wildcard-redirect-urls",
    title: "No wildcards in redirect URLs",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Redirect URLs must not have a wildcard: Cognito compares them exactly.",
    remediation: "List each URL in full.",
    standards: [rfc9700("2.1"), rfc9700("4.1.3"), asvs("10", "4.1")],
    docs: {
        details:
            "Cognito accepts `*` in callbackUrls, logoutUrls and defaultRedirectUri, but compares URLs exactly, so sign-in with such a URL fails. " +
            "Authorization servers that expand wildcards let attackers redirect codes and tokens to hosts that match by accident.",
        whenNotToUse: "Turn it off only if a URL of your app contains a literal asterisk.",
        sources: ["https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1"],
    },
    examples: {
        incorrect: [{ client: { callbackUrls: ["https://*.acme.dev/callback"] } }],
        correct: [{ client: { callbackUrls: ["https://shop.acme.dev/callback", "https://admin.acme.dev/callback"] } }],
    },
    checks: checkRedirectUrls(({ text }) => text.includes("*"), messages.wildcard),
});
