import { readFileSync } from "node:fs";
import * as path from "node:path";
import { unknown } from "../src/api/testing";
import { CLIENT_TYPE } from "../src/core/user-pools";
import { type PackResource, ROOT } from "../tests/support/pack";

interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly inputs?: object;
    readonly propertyDependencies?: PackResource["propertyDependencies"];
}

const webshop = JSON.parse(readFileSync(path.join(ROOT, "examples/webshop/state.json"), "utf8"));
const resources: readonly StateResource[] = webshop.deployment.resources;
const clients = resources.filter(({ type }) => type === CLIENT_TYPE);
const others = resources.filter(({ type }) => type !== CLIENT_TYPE);

/** Returns the webshop's resources, with copies of its clients under new names up to the given number. */
function resourcesWith(clientCount: number): StateResource[] {
    const copies = Array.from({ length: clientCount }, (_, index) => {
        const client = clients[index % clients.length] as StateResource;
        return { ...client, urn: `${client.urn}-${index}` };
    });
    return [...others, ...copies];
}

/** Returns the output of `pulumi stack export` for a stack with this number of clients. */
export function stateWith(clientCount: number): string {
    return JSON.stringify({ ...webshop, deployment: { ...webshop.deployment, resources: resourcesWith(clientCount) } }, undefined, 4);
}

/** Returns the resources of such a stack as the engine sends them to a policy pack. Values that are encrypted in the state are unknown. */
export function stackWith(clientCount: number): PackResource[] {
    return resourcesWith(clientCount).map(({ urn, type, inputs = {}, propertyDependencies }) => {
        const props = JSON.parse(JSON.stringify(inputs), (_name, value) => (value?.ciphertext ? unknown : value));
        return { urn, type, name: urn.split("::").at(-1), props, propertyDependencies };
    });
}

/** A resource that is not an app client. */
export const OTHER_RESOURCE: PackResource = {
    type: "aws:s3/bucket:Bucket",
    props: {
        acl: "private",
        bucket: "webshop-orders-3f1c",
        forceDestroy: false,
        lifecycleRules: [{ enabled: true, expiration: { days: 90 }, id: "expire", prefix: "logs/" }],
        serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } } },
        tags: { team: "shop", stage: "dev", costCenter: "4711" },
        versioning: { enabled: true },
    },
};
