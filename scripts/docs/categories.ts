import type { Category } from "../../src/core/rule";

/** The headings of the categories, in the order of the index. */
export const CATEGORIES: Readonly<Record<Category, string>> = {
    deployability: "Deployability (`valid-*`): values that AWS or the provider rejects",
    security: "Security (`no-*`, `require-*`): insecure or ineffective settings",
    limits: "Organization limits (`limit-*`): limits that an organization sets",
    consistency: "Stack consistency (`match-*`): conflicts with other resources of the stack",
};
