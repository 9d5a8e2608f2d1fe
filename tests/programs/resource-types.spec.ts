import assert from "node:assert/strict";
import { IdentityProvider, ManagedLoginBranding, ResourceServer, UserPool, UserPoolClient, UserPoolDomain } from "@pulumi/aws/cognito";
import { Listener, ListenerRule } from "@pulumi/aws/lb";
import { POOL_TYPE } from "../../src/core/resource-types";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { classNameOf, findClass, findType, propertiesOf } from "../../src/programs/resource-types";

/** Returns the names of the arguments of a resource class. */
function argumentsOf(resource: object): string[] {
    const code = String(resource);
    const inputs = code.slice(code.indexOf("const args = argsOrState")).matchAll(/resourceInputs\["(\w+)"\] = (?!undefined)/g);
    return [...inputs].map(([, name]) => name ?? "").sort();
}

function tokenOf(resource: object): string {
    return (resource as { __pulumiType?: string }).__pulumiType ?? "";
}

describe("types of resources", () => {
    it("have all properties of a client", () => assert.deepEqual([...propertiesOf(CLIENT_TYPE)].sort(), argumentsOf(UserPoolClient)));

    for (const Resource of [
        IdentityProvider,
        ManagedLoginBranding,
        ResourceServer,
        UserPool,
        UserPoolClient,
        UserPoolDomain,
        Listener,
        ListenerRule,
    ]) {
        it(`have the token and properties of ${Resource.name}`, () => {
            const token = tokenOf(Resource);
            const [, module = ""] = /^aws:(\w+)/.exec(token) ?? [];
            const { type = "" } = findClass(module, Resource.name) ?? {};
            assert.equal(type, token);
            assert.notDeepEqual(propertiesOf(type), []);
            const all = argumentsOf(Resource);
            assert.deepEqual(
                propertiesOf(type).filter(property => !all.includes(property)),
                [],
            );
        });
    }

    it("are found by class, and by token in any case", () => {
        assert.deepEqual(findType("AWS:cognito/x:userPoolClient"), { type: CLIENT_TYPE, isCovered: true });
        assert.deepEqual(findClass("Cognito", "UserPool"), { type: POOL_TYPE, isCovered: true });
        assert.equal(findClass("cognito", "userPool"), undefined);
        assert.equal(findClass("cognito", "UserGroup"), undefined);
        assert.deepEqual(findClass("cognito", "ManagedUserPoolClient"), {
            type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
            isCovered: false,
        });
        assert.deepEqual(findClass("cognito", "UserPoolClient", true), { type: "aws-native:cognito:UserPoolClient", isCovered: false });
        assert.equal(findClass("lb", "ManagedUserPoolClient"), undefined);
        assert.deepEqual(propertiesOf("aws:s3/bucket:Bucket"), []);
        assert.equal(classNameOf(CLIENT_TYPE), "UserPoolClient");
    });
});
