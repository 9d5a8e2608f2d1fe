import type { Standard } from "../../core/rule";

/** The files of the cited chapters of ASVS. */
const ASVS_CHAPTERS = {
    "6": "0x15-V6-Authentication",
    "7": "0x16-V7-Session-Management",
    "8": "0x17-V8-Authorization",
    "10": "0x19-V10-OAuth-and-OIDC",
    "14": "0x23-V14-Data-Protection",
    "15": "0x24-V15-Secure-Coding-and-Architecture",
} as const;

/** The pages of the cited sections of NIST SP 800-63B-4. */
const NIST_SECTIONS = {
    "2.1.3": "aal/#aal1reauth",
    "2.2.3": "aal/#aal2reauth",
    "3.1.3.2": "authenticators/#out-of-band-verifiers",
} as const;

function rfc(number: number, title: string): (section: string) => Standard {
    return section => ({
        title: `RFC ${number}: ${title}`,
        name: `RFC ${number}`,
        reference: section,
        id: `RFC ${number} ${section}`,
        url: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
    });
}

/** Cites a section of RFC 8252, OAuth 2.0 for Native Apps. */
export const rfc8252 = rfc(8252, "OAuth 2.0 for Native Apps");

/** Cites a section of RFC 9700, Best Current Practice for OAuth 2.0 Security. */
export const rfc9700 = rfc(9700, "Best Current Practice for OAuth 2.0 Security");

/** Cites a requirement of OWASP ASVS 5.0 in the form that ASVS asks for, with the version: numbers change between versions. */
export function asvs(chapter: keyof typeof ASVS_CHAPTERS, requirement: `${number}.${number}`): Standard {
    return {
        title: "OWASP Application Security Verification Standard 5.0",
        name: "OWASP ASVS",
        version: "5.0.0",
        reference: `${chapter}.${requirement}`,
        id: `ASVS v5.0.0-${chapter}.${requirement}`,
        url: `https://github.com/OWASP/ASVS/blob/v5.0.0_release/5.0/en/${ASVS_CHAPTERS[chapter]}.md`,
    };
}

/** Cites a section of NIST SP 800-63B-4. */
export function nist(section: keyof typeof NIST_SECTIONS): Standard {
    return {
        title: "NIST SP 800-63B-4: Authentication and Authenticator Management",
        name: "NIST SP 800-63B",
        version: "4",
        reference: section,
        id: `NIST SP 800-63B-4 ${section}`,
        url: `https://pages.nist.gov/800-63-4/sp800-63b/${NIST_SECTIONS[section]}`,
    };
}

/** Cites an entry of the Common Weakness Enumeration. */
export function cwe(number: number): Standard {
    return {
        title: "Common Weakness Enumeration",
        name: "CWE",
        reference: String(number),
        id: `CWE-${number}`,
        url: `https://cwe.mitre.org/data/definitions/${number}.html`,
    };
}
