import type { Client } from "../client";
import { parseArn } from "../cognito/arns";
import { regionOfPool } from "../cognito/user-pools";
import { type Check, defineRule } from "../rule";

/** The region that Cognito sends to where Pinpoint is not. */
const FALLBACK_REGION = "us-east-1";

/** The service's own role, which Cognito fills in beside an applicationArn and a refresh writes into the state. */
const SERVICE_LINKED = ":role/aws-service-role/";

const messages = {
    noApplication: () => "analyticsConfiguration has neither applicationArn nor applicationId.",
    twoApplications: () => "analyticsConfiguration has both applicationArn and applicationId.",
    superfluous: (member: string) => `analyticsConfiguration.${member} is set beside applicationArn, which Cognito takes alone.`,
    missing: (member: string) => `analyticsConfiguration.${member} is not set, and applicationId needs it.`,
    notHexadecimal: (id: string) => `analyticsConfiguration.applicationId is "${id}"; Cognito takes hexadecimal digits.`,
    notAnArn: (member: string, value: string) => `analyticsConfiguration.${member} is "${value}", which is no ARN.`,
    otherService: (member: string, found: string, wanted: string) =>
        `analyticsConfiguration.${member} is an ARN of ${found}; Cognito takes one of ${wanted}.`,
    otherRegion: (region: string, pool: string) =>
        `analyticsConfiguration.applicationArn is in ${region}; Cognito takes the user pool's region, ${pool}, or ${FALLBACK_REGION}.`,
};

const memberBesideArn = (member: "externalId" | "roleArn"): Check =>
    function* ({ analyticsConfiguration: analytics }) {
        if (analytics?.applicationArn === undefined || analytics.applicationId !== undefined) return;
        const value = analytics[member];
        if (value !== undefined && !value.includes(SERVICE_LINKED)) yield messages.superfluous(member);
    };

const memberBesideId = (member: "externalId" | "roleArn"): Check =>
    function* ({ analyticsConfiguration: analytics }) {
        if (analytics?.applicationId === undefined || analytics.applicationArn !== undefined) return;
        if (analytics[member] === undefined) yield messages.missing(member);
    };

const arnOf = (member: "applicationArn" | "roleArn", service: string): Check =>
    function* ({ analyticsConfiguration: analytics }) {
        const value = analytics?.[member];
        if (value === undefined) return;
        const arn = parseArn(value);
        if (!arn) yield messages.notAnArn(member, value);
        else if (arn.service !== service) yield messages.otherService(member, arn.service, service);
    };

/** Where the client's user pool is, whose ID is only read where the client's own region is not set; undefined where neither says. */
function regionOf(client: Client): string | undefined {
    return client.region ?? regionOfPool(client.userPoolId ?? "");
}

export default defineRule({
    name: "valid-analytics-configuration",
    level: "mandatory",
    severity: "high",
    description:
        "Analytics must name one Amazon Pinpoint application in one of the two ways that Cognito accepts, or the deployment fails.",
    remediation: "Set either applicationArn alone, or applicationId with externalId and roleArn.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html",
    messages,
    checks: [
        function* ({ analyticsConfiguration: analytics }) {
            if (!analytics) return;
            if (analytics.applicationArn === undefined && analytics.applicationId === undefined) yield messages.noApplication();
            if (analytics.applicationArn !== undefined && analytics.applicationId !== undefined) yield messages.twoApplications();
        },
        memberBesideArn("externalId"),
        memberBesideArn("roleArn"),
        memberBesideId("externalId"),
        memberBesideId("roleArn"),
        function* ({ analyticsConfiguration: analytics }) {
            const id = analytics?.applicationId;
            if (id !== undefined && !/^[0-9a-fA-F]+$/.test(id)) yield messages.notHexadecimal(id);
        },
        arnOf("applicationArn", "mobiletargeting"),
        arnOf("roleArn", "iam"),
        function* (client) {
            const arn = client.analyticsConfiguration?.applicationArn;
            const region = arn === undefined ? undefined : parseArn(arn)?.region;
            if (!region || region === FALLBACK_REGION) return;
            const pool = regionOf(client);
            if (pool !== undefined && region !== pool) yield messages.otherRegion(region, pool);
        },
    ],
});
