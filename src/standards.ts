/** A requirement of a standard, or a weakness in a list of them. */
interface Reference {
    readonly standard: string;
    /** How one cites it; it is the tag of the rules that answer to it. */
    readonly id: string;
    readonly url: string;
}

/** Where the chapters of ASVS that are cited stand. */
const ASVS_CHAPTERS: Readonly<Record<string, string>> = {
    "6": "0x15-V6-Authentication",
    "7": "0x16-V7-Session-Management",
    "8": "0x17-V8-Authorization",
    "10": "0x19-V10-OAuth-and-OIDC",
    "14": "0x23-V14-Data-Protection",
    "15": "0x24-V15-Secure-Coding-and-Architecture",
};

/** Where the sections of NIST SP 800-63B-4 that are cited stand. */
const NIST_SECTIONS = {
    "2.1.3": "aal/#aal1reauth",
    "2.2.3": "aal/#aal2reauth",
    "3.1.3.2": "authenticators/#out-of-band-verifiers",
} as const;

const rfc =
    (number: number, title: string) =>
    (section: string): Reference => ({
        standard: `RFC ${number}: ${title}`,
        id: `RFC ${number} ${section}`,
        url: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
    });

const rfc8252 = rfc(8252, "OAuth 2.0 for Native Apps");
const rfc9700 = rfc(9700, "Best Current Practice for OAuth 2.0 Security");

/** Cited as ASVS asks for, with the version: the next one may number anew. */
const asvs = (requirement: `${number}.${number}.${number}`): Reference => ({
    standard: "OWASP Application Security Verification Standard 5.0",
    id: `ASVS v5.0.0-${requirement}`,
    url: `https://github.com/OWASP/ASVS/blob/v5.0.0_release/5.0/en/${ASVS_CHAPTERS[requirement.replace(/\..*/, "")]}.md`,
});

const nist = (section: keyof typeof NIST_SECTIONS): Reference => ({
    standard: "NIST SP 800-63B-4: Authentication and Authenticator Management",
    id: `NIST SP 800-63B-4 ${section}`,
    url: `https://pages.nist.gov/800-63-4/sp800-63b/${NIST_SECTIONS[section]}`,
});

const cwe = (number: number): Reference => ({
    standard: "Common Weakness Enumeration",
    id: `CWE-${number}`,
    url: `https://cwe.mitre.org/data/definitions/${number}.html`,
});

/**
 * What each rule answers to in the words of the standard itself; most rules answer to none. Some need a lower option for it:
 * a code that is sent to the user may live 10 minutes, and a session at NIST's second level 24 hours.
 */
const REFERENCES: Readonly<Record<string, readonly Reference[]>> = {
    "limit-access-token-validity": [cwe(613)],
    "limit-auth-session-validity": [asvs("6.5.5"), nist("3.1.3.2")],
    "limit-oauth-scopes": [rfc9700("2.3"), asvs("10.4.11")],
    "limit-redirect-hosts": [cwe(183)],
    "limit-refresh-token-validity": [asvs("7.3.2"), nist("2.1.3"), nist("2.2.3"), cwe(613)],
    "no-credentials-in-redirect-urls": [asvs("14.2.1"), cwe(522)],
    "no-implicit-flow": [rfc9700("2.1.2"), rfc8252("8.2"), asvs("10.4.4"), asvs("10.6.1")],
    "no-localhost-redirect-urls": [rfc9700("2.6")],
    "no-secret-in-public-client": [rfc8252("8.4"), rfc8252("8.5"), cwe(798)],
    "no-sensitive-write-attributes": [asvs("8.2.3"), asvs("15.3.3"), cwe(915)],
    "no-unsafe-redirect-schemes": [rfc8252("7.1"), rfc8252("8.4")],
    "no-user-admin-scope": [rfc9700("2.3"), asvs("10.4.11")],
    "no-wildcard-redirect-urls": [rfc9700("2.1"), rfc9700("4.1.3"), asvs("10.4.1")],
    "require-prevent-user-existence-errors": [asvs("6.3.8"), cwe(204)],
    "require-refresh-token-rotation": [rfc9700("2.2.2"), rfc9700("4.14.2"), asvs("10.4.5")],
    "require-token-revocation": [asvs("10.4.9"), cwe(613)],
    "require-write-attributes": [asvs("8.2.3"), asvs("15.3.3"), cwe(915)],
    "valid-redirect-urls": [rfc9700("2.6"), cwe(319)],
};

/** The tags of a rule: the references it answers to. */
export function tagsOf(rule: string): string[] {
    return (REFERENCES[rule] ?? []).map(({ id }) => id);
}

export interface References {
    readonly standard: string;
    readonly references: readonly { readonly id: string; readonly url: string; readonly rules: readonly string[] }[];
}

/** Each standard with what is cited of it, and the rules that answer to that. */
export function byStandard(): References[] {
    const unique = new Map(
        Object.values(REFERENCES)
            .flat()
            .map(reference => [reference.id, reference]),
    );
    const cited = [...unique.values()].sort((one, other) => one.id.localeCompare(other.id, "en", { numeric: true }));
    return [...new Set(cited.map(({ standard }) => standard))].map(standard => ({
        standard,
        references: cited.filter(reference => reference.standard === standard).map(({ id, url }) => ({ id, url, rules: rulesOf(id) })),
    }));
}

function rulesOf(id: string): string[] {
    return Object.keys(REFERENCES).filter(rule => tagsOf(rule).includes(id));
}
