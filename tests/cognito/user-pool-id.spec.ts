import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { poolIdInArn, poolIdInEndpoint, regionOfPool } from "../../src/cognito/user-pool-id";

const ID = "eu-west-1_AbCdEfGhI";

describe("regionOfPool", () => {
    for (const [id, region] of [
        [ID, "eu-west-1"],
        ["us-gov-west-1_0", "us-gov-west-1"],
        ["a_b_C", "a_b"],
        ["eu-west-1_", undefined],
        ["_AbC", undefined],
        ["eu-west-1", undefined],
        [`${ID}-x`, undefined],
        [`${ID}\n`, undefined],
        [` ${ID}`, undefined],
        ["", undefined],
    ] as const) {
        it(`returns ${region} for ${JSON.stringify(id)}`, () => assert.equal(regionOfPool(id), region));
    }
});

describe("poolIdInArn", () => {
    const arn = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${ID}`;

    it("returns the ID", () => assert.equal(poolIdInArn(arn), ID));
    for (const [name, text] of [
        ["another resource", arn.replace("userpool", "identitypool")],
        ["the ARN of a resource in the pool", `${arn}/client`],
        ["an ARN without a valid ID", arn.replace("_", "-")],
        ["an ID", ID],
        ["an empty text", ""],
    ] as const) {
        it(`returns undefined for ${name}`, () => assert.equal(poolIdInArn(text), undefined));
    }
});

describe("a long text", () => {
    const path = `/${"a/".repeat(300)}`;

    it("is not searched for the ID of a user pool", () => {
        assert.equal(poolIdInEndpoint(`https://cognito-idp.eu-west-1.amazonaws.com/${ID}${path.slice(0, 400)}`), ID);
        assert.equal(poolIdInEndpoint(`https://cognito-idp.eu-west-1.amazonaws.com/${ID}${path}`), undefined);
        assert.equal(poolIdInArn(`arn:aws:cognito-idp:${"e".repeat(500)}:123456789012:userpool/${ID}`), undefined);
    });
});

describe("poolIdInEndpoint", () => {
    for (const url of [
        `cognito-idp.eu-west-1.amazonaws.com/${ID}`,
        `https://cognito-idp.eu-west-1.amazonaws.com/${ID}`,
        `https://cognito-idp-fips.eu-west-1.amazonaws.com/${ID}`,
        `https://cognito-idp.cn-north-1.amazonaws.com.cn/${ID}/.well-known/jwks.json`,
    ]) {
        it(`returns the ID in ${url}`, () => assert.equal(poolIdInEndpoint(url), ID));
    }
    for (const text of ["", ID, "https://cognito-idp.eu-west-1.amazonaws.com/", `https://auth.acme.dev/${ID}`]) {
        it(`returns undefined for "${text}"`, () => assert.equal(poolIdInEndpoint(text), undefined));
    }
});
