import type { Client } from "../../core/client";
import { findBy } from "../../core/find-by";
import { allOf, filterKnown, has } from "../../core/properties";
import type { IdentityProvider } from "../../core/resource-types";
import type { StackContext } from "../../core/rule";

/** A user pool with more identity providers than this is searched by name, without those whose names are unknown. */
const MAX_SEARCHED = 20;

/** Returns the identity providers of the user pool that a client lists and that pass `test`. */
export function listedProviders(
    client: Client,
    { pool, filter }: Pick<StackContext<unknown>, "pool" | "filter">,
    test: (provider: IdentityProvider) => boolean,
): IdentityProvider[] {
    const { owned, ownerUnknown } = pool.identityProviders;
    const passes = (provider: IdentityProvider) =>
        allOf(
            () => has(client.supportedIdentityProviders, provider.providerName),
            () => test(provider),
        );
    filter(ownerUnknown, ({ resource, error }) => {
        if (passes(resource)) throw error; // recorded as unknown
        return false;
    });
    if (owned.length <= MAX_SEARCHED) return filter(owned, passes);
    const byName = filterKnown(client.supportedIdentityProviders).flatMap(name => findBy(owned, providerName, name).found);
    return filter(byName, passes);
}

/** Returns the name of an identity provider, to find it by. */
export function providerName(provider: IdentityProvider): string | undefined {
    return provider.providerName;
}

/** Returns the names of identity providers. */
export function namesOf(providers: readonly IdentityProvider[]): string[] {
    return providers.map(({ providerName = "" }) => providerName);
}
