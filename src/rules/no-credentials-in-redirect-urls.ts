import { hasPassword, inEachProperty, quoteUrls, type RedirectProperty } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

const messages = {
    password: (property: RedirectProperty, urls: readonly string[]) => `${property} has a password in ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-credentials-in-redirect-urls",
    level: "advisory",
    severity: "high",
    description: "Redirect URLs must hold no password, because browsers, logs and everyone who may read the client see them.",
    remediation: "Remove user and password from the URL, and change the password.",
    url: "https://www.rfc-editor.org/rfc/rfc3986.html#section-3.2.1",
    messages,
    checks: inEachProperty(messages.password, hasPassword),
});
