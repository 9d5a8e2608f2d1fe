/** The attributes that every user pool has. */
export const STANDARD_ATTRIBUTES: readonly string[] = [
    "address",
    "birthdate",
    "email",
    "email_verified",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "phone_number_verified",
    "picture",
    "preferred_username",
    "profile",
    "sub",
    "updated_at",
    "website",
    "zoneinfo",
];

const READ_ONLY: readonly string[] = ["sub", "email_verified", "phone_number_verified"];

/** Whether an attribute is one that Cognito alone writes. */
export function isReadOnly(attribute: string): boolean {
    return READ_ONLY.includes(attribute);
}

/** The name behind the prefix of an attribute that a user pool adds to the standard ones; undefined for any other. */
export function customName(attribute: string): string | undefined {
    return /^(?:dev:)?custom:(.+)$/.exec(attribute)?.[1];
}

/** Whether some user pool may have an attribute of this name. */
export function isAttribute(name: string): boolean {
    return STANDARD_ATTRIBUTES.includes(name) || customName(name) !== undefined;
}
