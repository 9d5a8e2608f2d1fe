import { canConnect, isWebUrl, parseRedirectUrl, REDIRECT_PROPERTIES, type RedirectUrl, withLowerCaseHost } from "../cognito/redirect-urls";
import type { Client } from "../core/client";
import { defineRule, type Patch } from "../core/rule";
import { hasPlaceholderHost, hasTemplate } from "./shared/placeholders";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";

const messages = {
    uppercase: (urls: readonly RedirectUrl[]) => `has upper-case letters in the host of ${quoteUrls(urls)}.`,
};

/** Whether a host that exists has upper case. A placeholder needs another host. */
function hasUppercaseHost(url: RedirectUrl): boolean {
    return isWebUrl(url) && withLowerCaseHost(url) !== url.text && canConnect(url) && !hasTemplate(url) && !hasPlaceholderHost(url);
}

function lowerCase(text: string): string {
    const url = parseRedirectUrl(text);
    return hasUppercaseHost(url) ? withLowerCaseHost(url) : text;
}

/** Returns the properties that change. Reads all of them: defaultRedirectUri must be in callbackUrls after the fix as well. */
function fix(client: Client): Patch {
    const properties = REDIRECT_PROPERTIES.map(property => [property, client[property]] as const);
    const changed = properties.filter(([, urls = []]) => [urls].flat().some(text => lowerCase(text) !== text));
    return Object.fromEntries(
        changed.map(([property, urls]) => [property, typeof urls === "string" ? lowerCase(urls) : lowerCaseAll(urls)]),
    );
}

/** Returns the list without URLs that become equal to another one. */
function lowerCaseAll(urls: readonly string[] = []): string[] {
    return [...new Set(urls.map(lowerCase))];
}

export default defineRule({
    name: "no-uppercase-redirect-hosts",
    title: "No upper case in redirect hosts",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Hosts must be in lower case, as browsers send them: Cognito compares URLs exactly.",
    remediation: "Write the host in lower case.",
    standards: [],
    docs: {
        details:
            "The rule checks the hosts of https and http URLs in callbackUrls, logoutUrls and defaultRedirectUri. " +
            "With an upper-case letter in the host, sign-in fails with redirect_mismatch. " +
            "The DNS names of load balancers have such letters: https://Shop-123.eu-west-1.elb.amazonaws.com/oauth2/idpresponse never matches.",
        fix: "Writes the hosts in lower case and changes nothing else of a URL. It changes nothing if a redirect URL is unknown.",
        whenNotToUse: "Turn it off if every app that uses the client sends the host exactly as it is listed.",
        sources: [
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
            "https://github.com/aws/aws-cdk/issues/11171",
            "https://url.spec.whatwg.org/#host-parsing",
        ],
    },
    examples: {
        incorrect: [{ client: { callbackUrls: ["https://Shop-123.eu-west-1.elb.amazonaws.com/oauth2/idpresponse"] } }],
        correct: [{ client: { callbackUrls: ["https://shop-123.eu-west-1.elb.amazonaws.com/oauth2/idpresponse"] } }],
    },
    checks: checkRedirectUrls(hasUppercaseHost, messages.uppercase),
    fix,
});
