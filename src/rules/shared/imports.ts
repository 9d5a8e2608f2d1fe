/** For the pages of rules that require a secret in some clients. */
export const EXEMPT_IMPORTED_CLIENT =
    "Exempt an imported client that has a secret: an import leaves out generateSecret, and setting it replaces the client.";
