import assert from "node:assert/strict";
import { IdentityProvider, ManagedLoginBranding, ResourceServer, UserPool, UserPoolClient, UserPoolDomain } from "@pulumi/aws/cognito";
import { Listener, ListenerRule } from "@pulumi/aws/lb";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { classNameOf, findNotCoveredType, findResourceType, POOL_TYPE, propertiesOf } from "../../src/programs/resource-types";

/** Returns the names of the arguments of a resource class. */
function argumentsOf(resource: object): string[] {
    const code = String(resource);
    const inputs = code.slice(code.indexOf("const args = argsOrState")).matchAll(/resourceInputs\["(\w+)"\] = (?!undefined)/g);
    return [...inputs].map(([, name]) => name ?? "").sort();
}

function tokenOf(resource: object): unknown {
    return (resource as { __pulumiType?: string }).__pulumiType;
}

describe("types of resources", () => {
    for (const Resource of [IdentityProvider, ManagedLoginBranding, ResourceServer, UserPool, UserPoolClient, UserPoolDomain]) {
        it(`have the token and the properties of ${Resource.name}`, () => {
            const type = findResourceType("cognito", Resource.name) ?? "";
            assert.equal(type, tokenOf(Resource));
            assert.deepEqual([...propertiesOf(type)].sort(), argumentsOf(Resource));
        });
    }

    for (const Resource of [Listener, ListenerRule]) {
        it(`have the token and some properties of ${Resource.name}`, () => {
            const type = findResourceType("lb", Resource.name) ?? "";
            assert.equal(type, tokenOf(Resource));
            const all = argumentsOf(Resource);
            assert.deepEqual(
                propertiesOf(type).filter(property => !all.includes(property)),
                [],
            );
        });
    }

    it("are found in any case", () => {
        assert.equal(findResourceType("Cognito", "userpoolclient"), CLIENT_TYPE);
        assert.equal(findResourceType("cognito", "UserPool"), POOL_TYPE);
        assert.equal(findResourceType("cognito", "UserGroup"), undefined);
        assert.equal(findNotCoveredType("cognito", "ManagedUserPoolClient"), "aws:cognito/managedUserPoolClient:ManagedUserPoolClient");
        assert.equal(findNotCoveredType("lb", "ManagedUserPoolClient"), undefined);
        assert.deepEqual(propertiesOf("aws:s3/bucket:Bucket"), []);
        assert.equal(classNameOf(CLIENT_TYPE), "UserPoolClient");
    });
});
