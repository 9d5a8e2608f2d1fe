import { readFileSync } from "node:fs";
import * as path from "node:path";
import { CLIENT_TYPE } from "../src/stack";
import { unknown } from "../tests/harness";
import { type PackResource, ROOT } from "../tests/pack";

interface State {
    readonly urn: string;
    readonly type: string;
    readonly inputs?: object;
    readonly propertyDependencies?: PackResource["propertyDependencies"];
}

const webshop = JSON.parse(readFileSync(path.join(ROOT, "examples/webshop/state.json"), "utf8"));
const resources: readonly State[] = webshop.deployment.resources;
const [clients, others] = [true, false].map(are => resources.filter(({ type }) => (type === CLIENT_TYPE) === are)) as [State[], State[]];

/** So many clients, good and bad: those of the webshop over and over, each with a name of its own, behind the webshop's other resources. */
function resourcesWith(count: number): State[] {
    const copies = Array.from({ length: count }, (_, index) => {
        const client = clients[index % clients.length] as State;
        return { ...client, urn: `${client.urn}-${index}` };
    });
    return [...others, ...copies];
}

/** What `pulumi stack export` prints of a stack with so many clients. */
export function stateWith(count: number): string {
    return JSON.stringify({ ...webshop, deployment: { ...webshop.deployment, resources: resourcesWith(count) } }, undefined, 4);
}

/** A stack with so many clients as the engine hands it to a policy pack; what the state holds encrypted is not known there. */
export function stackWith(count: number): PackResource[] {
    return resourcesWith(count).map(({ urn, type, inputs = {}, propertyDependencies }) => {
        const props = JSON.parse(JSON.stringify(inputs), (_name, value) => (value?.ciphertext ? unknown : value));
        return { urn, type, name: urn.split("::").at(-1), props, propertyDependencies };
    });
}

/** A resource that is no client. */
export const FOREIGN = {
    type: "aws:s3/bucket:Bucket",
    props: {
        acl: "private",
        bucket: "webshop-orders-3f1c",
        forceDestroy: false,
        lifecycleRules: [{ enabled: true, expiration: { days: 90 }, id: "expire", prefix: "logs/" }],
        serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } } },
        tags: { team: "shop", stage: "dev", costCentre: "4711" },
        versioning: { enabled: true },
    },
};
