import type { Client } from "../../src/client";
import rule from "../../src/rules/valid-analytics-configuration";
import { testRule, unknown } from "../harness";

const { missing, noApplication, notAnArn, notHexadecimal, otherRegion, otherService, superfluous, twoApplications } = rule.messages;

const APPLICATION = "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0a1b2c";
const ROLE = "arn:aws:iam::123456789012:role/analytics";
const LINKED = "arn:aws:iam::123456789012:role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp";
const BY_ID = { applicationId: "0a1b2c", externalId: "web", roleArn: ROLE };

const POOL = "eu-west-1_AbCdEfGhI";

/** A client of a pool in Ireland. */
const client = (analyticsConfiguration: Client["analyticsConfiguration"]): Partial<Client> => ({
    userPoolId: POOL,
    analyticsConfiguration,
});

/** An ARN of as many characters as said. */
const arnOfLength = (length: number) => "arn:aws:iam:::".padEnd(length, "r");

testRule(rule, {
    accept: [
        { why: "no analytics", client: {} },
        { why: "an application's ARN alone", client: client({ applicationArn: APPLICATION }) },
        { why: "an application's ID with both that it needs", client: client(BY_ID) },
        { why: "shared user data beside an ARN", client: client({ applicationArn: APPLICATION, userDataShared: true }) },
        { why: "shared user data beside an ID", client: client({ ...BY_ID, userDataShared: true }) },
        { why: "the role that Cognito fills in beside an ARN", client: client({ applicationArn: APPLICATION, roleArn: LINKED }) },
        { why: "an ID in capitals", client: client({ ...BY_ID, applicationId: "0A1B2C" }) },
        {
            why: "an application in us-east-1, for regions without Pinpoint",
            client: client({ applicationArn: APPLICATION.replace("eu-west-1", "us-east-1") }),
        },
        {
            why: "an application in the client's region, whatever the pool",
            client: { userPoolId: unknown, region: "eu-west-1", analyticsConfiguration: { applicationArn: APPLICATION } },
        },
        {
            why: "any region where the pool's is not to be told",
            client: { userPoolId: "my-pool", analyticsConfiguration: { applicationArn: APPLICATION } },
        },
        { why: "any region where no pool is set", client: { analyticsConfiguration: { applicationArn: APPLICATION } } },
        {
            why: "another partition",
            client: {
                userPoolId: "cn-north-1_AbCdEfGhI",
                analyticsConfiguration: { applicationArn: "arn:aws-cn:mobiletargeting:cn-north-1:123456789012:apps/0a1b2c" },
            },
        },
        { why: "the shortest ARN", client: client({ ...BY_ID, roleArn: arnOfLength(20) }) },
        { why: "the longest ARN", client: client({ ...BY_ID, roleArn: arnOfLength(2048) }) },
        { why: "an external ID of any characters", client: client({ ...BY_ID, externalId: "" }) },
    ],
    reject: [
        { why: "an empty block", client: client({}), expect: [noApplication()] },
        { why: "shared user data alone", client: client({ userDataShared: true }), expect: [noApplication()] },
        { why: "a role without an application", client: client({ externalId: "web", roleArn: ROLE }), expect: [noApplication()] },
        {
            why: "an application named twice",
            client: client({ ...BY_ID, applicationArn: APPLICATION }),
            expect: [twoApplications()],
        },
        {
            why: "an application named twice, without asking for what either needs",
            client: client({ applicationId: "0a1b2c", applicationArn: APPLICATION }),
            expect: [twoApplications()],
        },
        {
            why: "an external ID and a role beside an ARN",
            client: client({ applicationArn: APPLICATION, externalId: "web", roleArn: ROLE }),
            expect: [superfluous("externalId"), superfluous("roleArn")],
        },
        {
            why: "an ID without an external ID and a role",
            client: client({ applicationId: "0a1b2c" }),
            expect: [missing("externalId"), missing("roleArn")],
        },
        {
            why: "an ID without a role",
            client: client({ applicationId: "0a1b2c", externalId: "web" }),
            expect: [missing("roleArn")],
        },
        {
            why: "a name in place of an ID",
            client: client({ ...BY_ID, applicationId: "webshop" }),
            expect: ['analyticsConfiguration.applicationId is "webshop"; Cognito takes hexadecimal digits.'],
        },
        {
            why: "an ID with one character too many",
            client: client({ ...BY_ID, applicationId: "0a1b2g" }),
            expect: [notHexadecimal("0a1b2g")],
        },
        {
            why: "an ID whose first character is wrong",
            client: client({ ...BY_ID, applicationId: "g12" }),
            expect: [notHexadecimal("g12")],
        },
        { why: "an ID that ends the line", client: client({ ...BY_ID, applicationId: "0a1b\n" }), expect: [notHexadecimal("0a1b\n")] },
        { why: "the empty ID", client: client({ ...BY_ID, applicationId: "" }), expect: [notHexadecimal("")] },
        {
            why: "an ID in place of an ARN",
            client: client({ applicationArn: "0a1b2c" }),
            expect: [notAnArn("applicationArn", "0a1b2c")],
        },
        {
            why: "an ARN a character too short",
            client: client({ ...BY_ID, roleArn: arnOfLength(19) }),
            expect: [notAnArn("roleArn", arnOfLength(19))],
        },
        {
            why: "an ARN a character too long",
            client: client({ ...BY_ID, roleArn: arnOfLength(2049) }),
            expect: [notAnArn("roleArn", arnOfLength(2049))],
        },
        {
            why: "a pool's ARN as a role",
            client: client({ ...BY_ID, roleArn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${POOL}` }),
            expect: [otherService("roleArn", "cognito-idp", "iam")],
        },
        {
            why: "a role as an application",
            client: client({ applicationArn: ROLE }),
            expect: [otherService("applicationArn", "iam", "mobiletargeting")],
        },
        {
            why: "an application in another region than the pool",
            client: client({ applicationArn: APPLICATION.replace("eu-west-1", "eu-central-1") }),
            expect: [otherRegion("eu-central-1", "eu-west-1")],
        },
        {
            why: "an application in another region than the client's own",
            client: { userPoolId: unknown, region: "us-west-2", analyticsConfiguration: { applicationArn: APPLICATION } },
            expect: [
                "analyticsConfiguration.applicationArn is in eu-west-1; Cognito takes the user pool's region, us-west-2, or us-east-1.",
            ],
        },
        {
            why: "what is known, beside what is not",
            client: client({ applicationId: "webshop", externalId: unknown, roleArn: ROLE }),
            expect: [notHexadecimal("webshop")],
            undecided: ["analyticsConfiguration.externalId"],
        },
    ],
    undecided: [
        { why: "a block not known yet", client: client(unknown), on: ["analyticsConfiguration"] },
        {
            why: "an ARN not known yet, even beside an ID",
            client: client({ applicationArn: unknown, applicationId: "0a1b2c" }),
            on: ["analyticsConfiguration.applicationArn"],
        },
        {
            why: "an ID not known yet",
            client: client({ applicationId: unknown, externalId: "web", roleArn: ROLE }),
            on: ["analyticsConfiguration.applicationId"],
        },
        {
            why: "a role and an external ID not known yet",
            client: client({ applicationId: "0a1b2c", externalId: unknown, roleArn: unknown }),
            on: ["analyticsConfiguration.externalId", "analyticsConfiguration.roleArn"],
        },
        {
            why: "an application whose pool is not known yet",
            client: { userPoolId: unknown, analyticsConfiguration: { applicationArn: APPLICATION } },
            on: ["userPoolId"],
        },
    ],
});
