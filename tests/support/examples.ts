import { client, identityProvider, pool, resourceServer } from "../../src/api/testing";
import type { Resource } from "../../src/core/evaluate";
import type { Example } from "../../src/core/rule";
import { pairWithPools } from "../../src/core/user-pools";
import { resourcesOf } from "../../src/testing/test-stack-rule";

/** Returns the client of an example, with its pool and the other resources of the example. */
export function exampleResource(example: Omit<Example, "options">): Resource {
    const stack = {
        users: pool(example.pool),
        ...(example.identityProvider && { provider: identityProvider("users", example.identityProvider) }),
        ...(example.resourceServer && { server: resourceServer("users", example.resourceServer) }),
        web: client("users", {}),
    };
    const [web] = pairWithPools(resourcesOf(stack, "preview"));
    if (!web) throw new Error("The stack has no client.");
    return { ...web, props: example.client }; // without the ID of the pool, as the example is written
}
