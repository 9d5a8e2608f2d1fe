import assert from "node:assert/strict";
import * as aws from "@pulumi/aws/cognito";
import * as lb from "@pulumi/aws/lb";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { classNameOf, findNotCoveredType, findResourceType, POOL_TYPE, propertiesOf } from "../../src/programs/resource-types";

/** Returns the names of the arguments of a resource class. */
function argumentsOf(resource: unknown): string[] {
    const code = String(resource);
    const inputs = code.slice(code.indexOf("const args = argsOrState")).matchAll(/resourceInputs\["(\w+)"\] = (?!undefined)/g);
    return [...inputs].map(([, name]) => name ?? "").sort();
}

describe("types of resources", () => {
    for (const name of [
        "UserPoolClient",
        "UserPool",
        "IdentityProvider",
        "ResourceServer",
        "UserPoolDomain",
        "ManagedLoginBranding",
    ] as const) {
        it(`have the token and the properties of ${name}`, () => {
            const type = findResourceType("cognito", name);
            assert.equal(type, (aws[name] as unknown as { __pulumiType: string }).__pulumiType);
            assert.deepEqual([...propertiesOf(type ?? "")].sort(), argumentsOf(aws[name]));
        });
    }

    for (const name of ["Listener", "ListenerRule"] as const) {
        it(`have the token and some properties of ${name}`, () => {
            const type = findResourceType("lb", name) ?? "";
            assert.equal(type, (lb[name] as unknown as { __pulumiType: string }).__pulumiType);
            const all = argumentsOf(lb[name]);
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
