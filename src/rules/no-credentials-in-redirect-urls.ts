import { hasPassword, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";
import { asvs, cwe } from "./shared/standards";

const messages = {
    password: (urls: readonly RedirectUrl[]) => `has a password in ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-credentials-in-redirect-urls",
    title: "No passwords in redirect URLs",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Redirect URLs must not have a password, because browsers and logs show it.",
    remediation: "Remove the user name and the password, and change the password.",
    standards: [asvs("14", "2.1"), cwe(522)],
    docs: {
        details:
            "The rule reports URLs with a password before the host in callbackUrls, logoutUrls and defaultRedirectUri, and accepts a user name alone. " +
            "No policy prints the user names and passwords of redirect URLs.",
        whenNotToUse: "Exempt a client only if the password is public, such as that of a demo.",
        sources: ["https://www.rfc-editor.org/rfc/rfc3986.html#section-3.2.1"],
    },
    examples: {
        incorrect: [{ client: { callbackUrls: ["https://preview:letmein@shop.acme.dev/callback"] } }],
        correct: [{ client: { callbackUrls: ["https://shop.acme.dev/callback"] } }],
    },
    checks: checkRedirectUrls(hasPassword, messages.password),
});
