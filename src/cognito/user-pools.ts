import type { PoolProperties } from "../core/resource-types";

/** Whether anyone can sign up for a user pool, as is the default. */
export function letsAnyoneSignUp({ adminCreateUserConfig }: PoolProperties): boolean {
    return adminCreateUserConfig?.allowAdminCreateUserOnly !== true;
}

/** Whether users can change an attribute that the schemas of a user pool declare. The provider's default is false. */
export function isMutable({ mutable }: { readonly mutable?: boolean }): boolean {
    return mutable === true;
}
