import rule from "../../src/rules/valid-user-pool-id";
import { testRule, unknown } from "../harness";

const { arn, endpoint, name } = rule.messages;
const ID = "eu-west-1_AbCdEfGhI";
const ARN = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${ID}`;

testRule(rule, {
    accept: [
        { why: "an ID", client: { userPoolId: ID } },
        { why: "an ID of another partition", client: { userPoolId: "us-gov-west-1_123456789" } },
        { why: "the longest", client: { userPoolId: `eu-west-1_${"a".repeat(45)}` } },
        { why: "none, which Pulumi's provider refuses", client: {} },
    ],
    reject: [
        {
            why: "a character too many",
            client: { userPoolId: `eu-west-1_${"a".repeat(46)}` },
            expect: ["userPoolId has 56 characters; Cognito takes at most 55."],
        },
        {
            why: "the pool's ARN",
            client: { userPoolId: ARN },
            expect: [`userPoolId is "${ARN}", which is an ARN; did you mean ${ID}?`],
        },
        {
            why: "the ARN of something else",
            client: { userPoolId: "arn:aws:iam::123456789012:role/eu-west-1_AbCdEfGhI" },
            expect: ['userPoolId is "arn:aws:iam::123456789012:role/eu-west-1_AbCdEfGhI", which is an ARN.'],
        },
        {
            why: "the ARN of a client",
            client: { userPoolId: `${ARN}/client/1a2b3c` },
            expect: [arn(`${ARN}/client/1a2b3c`)],
        },
        {
            why: "the ARN of something else that ends as a pool's does",
            client: { userPoolId: `arn:aws:cognito-idp:eu-west-1:123456789012:client/userpool/${ID}` },
            expect: [arn(`arn:aws:cognito-idp:eu-west-1:123456789012:client/userpool/${ID}`)],
        },
        {
            why: "the pool's endpoint",
            client: { userPoolId: `cognito-idp.eu-west-1.amazonaws.com/${ID}` },
            expect: [`userPoolId is "cognito-idp.eu-west-1.amazonaws.com/${ID}", which is the pool's endpoint; did you mean ${ID}?`],
        },
        {
            why: "the issuer of the pool's tokens",
            client: { userPoolId: `https://cognito-idp.eu-west-1.amazonaws.com/${ID}` },
            expect: [endpoint(`https://cognito-idp.eu-west-1.amazonaws.com/${ID}`, ID)],
        },
        {
            why: "the address of the pool's keys, in China",
            client: { userPoolId: "https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC/.well-known/jwks.json" },
            expect: [endpoint("https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC/.well-known/jwks.json", "cn-north-1_AbC")],
        },
        {
            why: "a FIPS endpoint",
            client: { userPoolId: "cognito-idp-fips.us-east-1.amazonaws.com/us-east-1_AbC" },
            expect: [endpoint("cognito-idp-fips.us-east-1.amazonaws.com/us-east-1_AbC", "us-east-1_AbC")],
        },
        {
            why: "an endpoint without a pool",
            client: { userPoolId: "https://cognito-idp.eu-west-1.amazonaws.com/" },
            expect: [name("https://cognito-idp.eu-west-1.amazonaws.com/")],
        },
        {
            why: "a name",
            client: { userPoolId: "customers" },
            expect: ['userPoolId is "customers", which is no ID of a user pool, though perhaps its name.'],
        },
        { why: "the empty ID", client: { userPoolId: "" }, expect: [name("")] },
        { why: "an ID with a space", client: { userPoolId: `${ID} ` }, expect: [name(`${ID} `)] },
        { why: "an ID that ends in a hyphen", client: { userPoolId: "eu-west-1_Ab-" }, expect: [name("eu-west-1_Ab-")] },
        { why: "an ID without a region", client: { userPoolId: "_AbCdEfGhI" }, expect: [name("_AbCdEfGhI")] },
    ],
    undecided: [{ why: "the ID of a pool that is yet to be made", client: { userPoolId: unknown }, on: ["userPoolId"] }],
});
