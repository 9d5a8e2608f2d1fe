import { joinedProviders } from "../cognito/identity-providers";
import { isJoined } from "../cognito/joined-urls";
import type { RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { enumerate } from "../util/wording";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";

/** The longest text that is searched for providers, in UTF-16 units: more than 50 names. */
const MAX_SEARCHED = 2048;

const messages = {
    urls: (urls: readonly RedirectUrl[]) => `has several URLs in one string: ${quoteUrls(urls)}.`,
    providers: (names: readonly string[]) => `has several providers in one string: ${enumerate(names.map(quoted))}.`,
};

export default defineRule({
    name: "no-joined-values",
    title: "No joined values in lists",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Lists must have one value per element, because Cognito does not split them.",
    remediation: "Write each as an element of its own.",
    standards: [],
    docs: {
        details:
            "The rule reports elements of callbackUrls and logoutUrls in which a second URL follows a comma, a semicolon, a vertical bar or white space, " +
            "and elements of supportedIdentityProviders such as `COGNITO,Google`. " +
            "AWS rejects such an element, or stores it and sign-in fails, because no app sends the joined text. " +
            "A URL in the query of another one is accepted. " +
            "The rule valid-redirect-urls does not report the length or the white space of a joined element.",
        whenNotToUse: "Exempt a client whose URL has a list of URLs in its query.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            {
                client: {
                    callbackUrls: ["https://shop.acme.dev/callback,https://admin.acme.dev/callback"],
                    supportedIdentityProviders: ["COGNITO,Google"],
                },
            },
        ],
        correct: [
            {
                client: {
                    callbackUrls: ["https://shop.acme.dev/callback", "https://admin.acme.dev/callback"],
                    supportedIdentityProviders: ["COGNITO", "Google"],
                },
            },
        ],
    },
    checks: [
        ...checkRedirectUrls(({ text }) => isJoined(text), messages.urls, ["callbackUrls", "logoutUrls"]),
        ({ supportedIdentityProviders }, { report, filter }) => {
            const names = filter(supportedIdentityProviders, name => name.length <= MAX_SEARCHED && joinedProviders(name) !== undefined);
            if (names.length > 0) report("supportedIdentityProviders", messages.providers(names));
        },
    ],
});
