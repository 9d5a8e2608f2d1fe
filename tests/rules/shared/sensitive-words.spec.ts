import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import noDefaultSensitiveAttributes from "../../../src/rules/no-default-sensitive-attributes";
import noSensitiveWriteAttributes from "../../../src/rules/no-sensitive-write-attributes";
import { hasSensitiveWord, sensitiveWordsOption } from "../../../src/rules/shared/sensitive-words";

describe("sensitiveWordsOption", () => {
    it("is the option of both rules about sensitive attributes", () => {
        for (const { options } of [noDefaultSensitiveAttributes, noSensitiveWriteAttributes])
            assert.equal(options?.sensitiveWords, sensitiveWordsOption);
    });
});

describe("hasSensitiveWord", () => {
    const finds = (words: readonly string[], attributes: readonly string[]) => {
        for (const attribute of attributes) {
            it(`finds one of ${words.join()} in ${attribute}`, () => assert.equal(hasSensitiveWord(attribute, words), true));
        }
    };
    const findsNot = (words: readonly string[], attributes: readonly string[]) => {
        for (const attribute of attributes) {
            it(`finds none of ${words.join()} in ${attribute}`, () => assert.equal(hasSensitiveWord(attribute, words), false));
        }
    };

    describe("words of a name", () => {
        finds(["admin", "Role"], ["custom:role", "custom:user_role", "custom:userRole", "custom:ROLE", "custom:role2", "dev:custom:role"]);
        finds(["role"], ["custom:HTTPRole", "custom:userROLE", "custom:role.id", "custom:2role", "custom:-role-"]);
        findsNot(["role"], ["role", "custom:parole", "custom:parOle", "custom:roleplay", "custom:rôle", "email", "custom:", "custom:2"]);
        findsNot([], ["custom:role"]);
    });

    describe("plurals", () => {
        finds(["role"], ["custom:roles", "custom:userRoles", "custom:ROLES", "custom:user_roles2"]);
        finds(["access", "status", "tax"], ["custom:accesses", "custom:statuses", "custom:taxes"]);
        finds(["branch", "wish"], ["custom:branches", "custom:wishes"]);
        finds(["Policy", "key"], ["custom:policies", "custom:keys"]);
        findsNot(["plan", "policy", "key", "access"], ["custom:planes", "custom:policys", "custom:kies", "custom:accesss"]);
        findsNot(["roles"], ["custom:role"]);
    });

    describe("words that are written as two", () => {
        finds(["superuser"], ["custom:superUser", "custom:super_user", "custom:isSuperUser", "custom:superUsers", "custom:Super-User"]);
        finds(["workspace"], ["custom:workSpaceId", "custom:work__space"]);
        findsNot(["superuser"], ["custom:userSuper", "custom:super-admin-user", "custom:super"]);
    });

    describe("words that are written together with common ones", () => {
        finds(["admin", "role", "tenant"], ["custom:isadmin", "custom:ISADMIN", "custom:userrole", "custom:userroles", "custom:tenantid"]);
        finds(["role", "access"], ["custom:roleids", "custom:rolename", "custom:roletype", "custom:accesslevel", "custom:userroleid"]);
        findsNot(
            ["admin", "role"],
            ["custom:badmin", "custom:adminton", "custom:idrole", "custom:roleuser", "custom:username", "custom:userid"],
        );
    });

    describe("default words", () => {
        const words = sensitiveWordsOption.default;
        finds(words, [
            "custom:accessLevel",
            "custom:is_staff",
            "custom:ownerId",
            "custom:orgId",
            "custom:organization_id",
            "custom:organisations",
            "custom:subscriptionLevel",
            "custom:workspaces",
            "custom:tenants",
            "custom:privileges",
            "custom:entitlements",
            "custom:accounts",
            "custom:isAdmin",
        ]);
        findsNot(words, [
            "custom:language",
            "custom:shoe-size",
            "custom:planet",
            "custom:explanation",
            "custom:frontier",
            "custom:accessory",
            "custom:organic",
            "custom:accountant",
            "custom:tenancy",
            "custom:ownership",
        ]);
    });
});
