import {
    client,
    identityProvider,
    listener,
    managedLoginBranding,
    pool,
    resourceServer,
    type TestStack,
    userPoolDomain,
} from "../../src/api/testing";
import type { Resource } from "../../src/core/evaluate";
import type { Example } from "../../src/core/rule";
import { pairWithPools } from "../../src/core/user-pools";
import { resourcesOf } from "../../src/testing/test-stack-rule";

/** Returns the client of an example, with its pool and the other resources of the example. */
export function exampleResource(example: Omit<Example, "options">): Resource {
    const [web] = pairWithPools(resourcesOf(exampleStack(example), "preview"));
    if (!web) throw new Error("The stack has no client.");
    return { ...web, props: example.client }; // without the ID of the pool, as the example is written
}

function exampleStack(example: Omit<Example, "options">): TestStack {
    return {
        users: pool(example.pool),
        ...(example.identityProvider && { identityProvider: identityProvider("users", example.identityProvider) }),
        ...(example.resourceServer && { resourceServer: resourceServer("users", example.resourceServer) }),
        ...(example.domain && { domain: userPoolDomain("users", example.domain) }),
        web: client("users", {}, { dependsOn: example.dependsOn ?? [] }),
        ...(example.hasBranding && { branding: managedLoginBranding("web") }),
        ...(example.hasListener && { listener: listener("web") }),
    };
}
