import { hostOf, isWebUrl, type RedirectUrl, writtenHost } from "../../cognito/redirect-urls";

/** Templates of any part of a URL: `${domain}`, `{{ domain }}`, `#{domain}`, `%{domain}`, `$(domain)`, `{domain}`, `<domain>`. */
const TEMPLATE = /\$\{|\{\{|[#%]\{ *\w|\$\(\w|\{[a-z_][\w.+]*\}|<[a-z_][\w .-]*>/i;

/** Characters of templates that no host has, and `__DOMAIN__`. */
const TEMPLATE_HOST = /[${}<>]|__\w+__/;

/** The part of a URL that is searched, in UTF-16 units. */
const MAX_SEARCHED = 1024;

/** Whether a URL has a template that was not filled in, in any part, or is one: `$CALLBACK_URL`. */
export function hasTemplate({ text, authority }: RedirectUrl): boolean {
    const start = text.slice(0, MAX_SEARCHED);
    const host = writtenHost({ authority: authority ?? start.replace(/[/?#].*/s, "") }).slice(0, MAX_SEARCHED);
    if (TEMPLATE.test(start) || TEMPLATE_HOST.test(host)) return true;
    return /%|\[.*[g-z]/i.test(host) && hostOf({ authority: host }) === undefined;
}

/** The names that are reserved for examples and tests, and all names below them. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test)$/;

/** Domains that look like placeholders and have owners, and all names below them. */
const REGISTERED = /(?:^|\.)(?:domain|localhost|test)\.com$/;

/** Hosts of examples: Google, and the page that Cognito's console suggests. */
const EXAMPLES = /^(?:(?:www\.)?google\.com|d84l1y8p4kdic\.cloudfront\.net)$/;

/** A label before the last that stands for a name of the app's owner: `your-react-app.com`, but not `yoursurprise.com`. */
const LABEL = /(?:^|\.)(?:your[-_][^.]*|your(?:app|company|domain|site|website)|my[-_]?domain|x{3,})\./;

/** Words for a value that is missing: the whole host, or a part of it that a program filled in. */
const WORD = /^(?:change-?me|domain|fixme|hostname|nan|nil|none|null|placeholder|replace-?me|tbd|todo|x{3,}|your_.*)$/;
const UNDEFINED = /(?:^|[.-])undefined(?:[.-]|$)|^(?:nan|none|null)(?:\.[^.]+){2,}$/;

/** The name of an environment variable, as it is written. A domain has no underscore. */
const VARIABLE = /(?:^|[.-])[A-Z][A-Z\d]*_[A-Z\d_]+(?:[.:-]|$)/;

/** Whether the host of a web URL stands for another one. */
export function hasPlaceholderHost(url: RedirectUrl): boolean {
    const host = isWebUrl(url) ? hostOf(url) : undefined;
    if (host === undefined) return false;
    return [RESERVED, REGISTERED, EXAMPLES, LABEL, WORD, UNDEFINED].some(pattern => pattern.test(host)) || VARIABLE.test(writtenHost(url));
}
