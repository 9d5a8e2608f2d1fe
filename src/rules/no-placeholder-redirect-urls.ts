import { hostOf, isWebUrl, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";

/** The names that are reserved for examples and tests, and all names below them. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test)$/;

/** Domains that look like placeholders and have owners, and all names below them. */
const REGISTERED = /(?:^|\.)(?:domain|localhost|test)\.com$/;

/** A label before the last that stands for a name of the app's owner: `your-react-app.com`, but not `yoursurprise.com`. */
const LABEL = /(?:^|\.)(?:your-[^.]*|your(?:app|company|domain|site|website)|my-?domain)\./;

const messages = {
    placeholder: (urls: readonly RedirectUrl[]) => `has a placeholder host in ${quoteUrls(urls)}.`,
};

function isPlaceholder(host: string): boolean {
    return [RESERVED, REGISTERED, LABEL].some(pattern => pattern.test(host));
}

export default defineRule({
    name: "no-placeholder-redirect-urls",
    title: "No placeholder hosts in redirect URLs",
    category: "security",
    level: "advisory",
    severity: "medium",
    description:
        "Redirect URLs must use the app's own hosts: a placeholder never leads back to the app, and its owner receives the codes and tokens.",
    remediation: "Use a host of the app, or remove the URL.",
    standards: [],
    docs: {
        details:
            "The rule reports http and https URLs with the hosts example.com, example.net and example.org, names below them, and names that end in .example, .invalid or .test. " +
            "They are reserved, so sign-in through such a URL does not return to the app. " +
            "It also reports placeholders that are domains of other people, who receive the authorization codes: domain.com, localhost.com, test.com and names below them, " +
            "and names with a label before the last that is mydomain, my-domain, yourapp, yourcompany, yourdomain, yoursite or yourwebsite, or that starts with your-, such as your-app.com.",
        whenNotToUse:
            "Turn it off for stacks whose private network has hosts with the ending .test, and exempt clients of a domain that only looks like a placeholder.",
        sources: ["https://www.rfc-editor.org/rfc/rfc2606.html"],
    },
    examples: {
        incorrect: [
            { client: { callbackUrls: ["https://example.com/callback"] } },
            { client: { logoutUrls: ["https://app.yourdomain.com/"] } },
        ],
        correct: [{ client: { callbackUrls: ["https://shop.acme.dev/callback"] } }],
    },
    checks: checkRedirectUrls(url => isWebUrl(url) && isPlaceholder(hostOf(url) ?? ""), messages.placeholder),
});
