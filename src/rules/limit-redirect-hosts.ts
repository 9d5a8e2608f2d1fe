import { hostOf, isLocal, isWebUrl, REDIRECT_PROPERTIES, type RedirectUrl } from "../cognito/redirect-urls";
import type { Client } from "../core/client";
import { type Context, defineRule } from "../core/rule";
import { enumerate } from "../util/wording";
import { HOSTS_SCHEMA, hostMatcher, quoteUrls, redirectUrls } from "./shared/redirect-urls";
import { cwe } from "./shared/standards";

/** A message does not list more allowed hosts. */
const MAX_PRINTED = 3;

const messages = {
    otherHost: (urls: readonly RedirectUrl[], hosts: readonly string[]) =>
        `has a host other than ${hosts.length > MAX_PRINTED ? "the allowed ones" : enumerate(hosts, "or")} in ${quoteUrls(urls)}.`,
};

/** Whether a URL leads to a host that is not listed. Local hosts and custom schemes pass. */
function hasOtherHost(url: RedirectUrl, isListed: (host: string) => boolean): boolean {
    if (!isWebUrl(url) || isLocal(url)) return false;
    const host = hostOf(url);
    return host === undefined || !isListed(host);
}

export default defineRule({
    name: "limit-redirect-hosts",
    title: "Allowed hosts in redirect URLs",
    category: "limits",
    level: "mandatory",
    severity: "high",
    description: "Redirect URLs must lead to hosts of the organization, which receive the codes and tokens.",
    remediation: "Use an allowed host, or add it to allowedHosts.",
    standards: [cwe(183)],
    options: {
        allowedHosts: {
            ...HOSTS_SCHEMA,
            description: "Hosts that redirect URLs may have; *. at the start matches one or more labels. Empty: any host.",
        },
    },
    docs: {
        details:
            "The rule compares the hosts of https and http URLs in callbackUrls, logoutUrls and defaultRedirectUri with the option allowedHosts; by default it is empty, and the rule accepts every host. " +
            "An entry such as *.acme.dev matches every host below acme.dev, but not acme.dev itself. " +
            "The rule reads hosts as a browser does, so ports and upper case make no difference, and skips custom schemes and local hosts such as localhost.",
        whenNotToUse: "Leave the option empty if the organization does not restrict hosts.",
        sources: ["https://cwe.mitre.org/data/definitions/183.html"],
    },
    examples: {
        incorrect: [
            {
                client: { callbackUrls: ["https://shop.acme.dev/callback", "https://acme-shop.netlify.app/callback"] },
                options: { allowedHosts: ["*.acme.dev"] },
            },
        ],
        correct: [{ client: { callbackUrls: ["https://shop.acme.dev/callback"] }, options: { allowedHosts: ["*.acme.dev"] } }],
    },
    checks: REDIRECT_PROPERTIES.map(
        property =>
            (client: Client, { options: { allowedHosts }, report, filter }: Context<{ readonly allowedHosts: readonly string[] }>) => {
                if (allowedHosts.length === 0) return;
                const isListed = hostMatcher(allowedHosts);
                const others = redirectUrls(client, property, filter).filter(url => hasOtherHost(url, isListed));
                if (others.length > 0) report(property, messages.otherHost(others, allowedHosts));
            },
    ),
});
