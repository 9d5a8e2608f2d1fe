import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-user-pool-id";

const ID = "eu-west-1_AbCdEfGhI";
const ARN = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${ID}`;

const isArn = (arn: string) => `userPoolId is "${arn}", which is an ARN.`;
const isEndpoint = (url: string, id: string) => `userPoolId is "${url}", which is the endpoint of a user pool (did you mean ${id}?).`;
const notAnId = (value: string) => `userPoolId is "${value}", which is not a user pool ID (is it the pool's name?).`;

testRule(rule, {
    accept: [
        { name: "an ID", client: { userPoolId: ID } },
        { name: "an ID of another partition", client: { userPoolId: "us-gov-west-1_123456789" } },
        { name: "the maximum length", client: { userPoolId: `eu-west-1_${"a".repeat(45)}` } },
        { name: "an unset ID, which Pulumi's provider rejects", client: {} },
    ],
    reject: [
        {
            name: "more than the maximum length",
            client: { userPoolId: `eu-west-1_${"a".repeat(46)}` },
            expect: ["userPoolId has 56 characters; it must have at most 55."],
        },
        {
            name: "the ARN of a user pool",
            client: { userPoolId: ARN },
            expect: [`userPoolId is "${ARN}", which is an ARN (did you mean ${ID}?).`],
        },
        {
            name: "the ARN of another resource",
            client: { userPoolId: "arn:aws:iam::123456789012:role/eu-west-1_AbCdEfGhI" },
            expect: [isArn("arn:aws:iam::123456789012:role/eu-west-1_AbCdEfGhI")],
        },
        {
            name: "the ARN of a client",
            client: { userPoolId: `${ARN}/client/1a2b3c` },
            expect: [isArn(`${ARN}/client/1a2b3c`)],
        },
        {
            name: "the ARN of another resource that ends like that of a user pool",
            client: { userPoolId: `arn:aws:cognito-idp:eu-west-1:123456789012:client/userpool/${ID}` },
            expect: [isArn(`arn:aws:cognito-idp:eu-west-1:123456789012:client/userpool/${ID}`)],
        },
        {
            name: "the endpoint of a user pool",
            client: { userPoolId: `cognito-idp.eu-west-1.amazonaws.com/${ID}` },
            expect: [isEndpoint(`cognito-idp.eu-west-1.amazonaws.com/${ID}`, ID)],
        },
        {
            name: "the issuer of the user pool's tokens",
            client: { userPoolId: `https://cognito-idp.eu-west-1.amazonaws.com/${ID}` },
            expect: [isEndpoint(`https://cognito-idp.eu-west-1.amazonaws.com/${ID}`, ID)],
        },
        {
            name: "the URL of the user pool's keys in China",
            client: { userPoolId: "https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC/.well-known/jwks.json" },
            expect: [isEndpoint("https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC/.well-known/jwks.json", "cn-north-1_AbC")],
        },
        {
            name: "a FIPS endpoint",
            client: { userPoolId: "cognito-idp-fips.us-east-1.amazonaws.com/us-east-1_AbC" },
            expect: [isEndpoint("cognito-idp-fips.us-east-1.amazonaws.com/us-east-1_AbC", "us-east-1_AbC")],
        },
        {
            name: "an endpoint without a user pool",
            client: { userPoolId: "https://cognito-idp.eu-west-1.amazonaws.com/" },
            expect: [notAnId("https://cognito-idp.eu-west-1.amazonaws.com/")],
        },
        { name: "a name", client: { userPoolId: "customers" }, expect: [notAnId("customers")] },
        { name: "an empty ID", client: { userPoolId: "" }, expect: [notAnId("")] },
        { name: "an ID with a space", client: { userPoolId: `${ID} ` }, expect: [notAnId(`${ID} `)] },
        { name: "an ID that ends with a hyphen", client: { userPoolId: "eu-west-1_Ab-" }, expect: [notAnId("eu-west-1_Ab-")] },
        { name: "an ID without a region", client: { userPoolId: "_AbCdEfGhI" }, expect: [notAnId("_AbCdEfGhI")] },
    ],
    unknown: [{ name: "the unknown ID of a new user pool", client: { userPoolId: unknown }, unknown: ["userPoolId"] }],
});
