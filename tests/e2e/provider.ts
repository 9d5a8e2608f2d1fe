import { createHash } from "node:crypto";
import { isDeepStrictEqual, promisify } from "node:util";
import {
    type handleUnaryCall,
    Server,
    ServerCredentials,
    type ServerUnaryCall,
    type sendUnaryData,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { version } from "@pulumi/aws/package.json";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { type IResourceProviderServer, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
    CheckResponse,
    ConfigureResponse,
    CreateResponse,
    DiffResponse,
    InvokeResponse,
    ReadResponse,
    UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** The engine's sentinel for an unknown string. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

type Properties = Record<string, JavaScriptValue>;

/** How AWS creates a type of resource. */
interface ResourceType {
    readonly id?: (seed: string, inputs: Properties) => string;
    /** Outputs besides the inputs and the ID. */
    readonly outputs?: (seed: string, inputs: Properties) => Properties;
    /** Whether Pulumi generates a name if the program sets none. */
    readonly autonamed?: true;
}

const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
    "aws:cognito/userPool:UserPool": {
        autonamed: true,
        id: seed => `eu-west-1_${seed.slice(0, 9)}`,
        outputs: seed => ({ arn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_${seed.slice(0, 9)}` }),
    },
    "aws:cognito/userPoolClient:UserPoolClient": {
        autonamed: true,
        id: seed => seed.slice(0, 26),
        outputs: (seed, { generateSecret }) => ({ clientSecret: generateSecret === true ? seed : "" }),
    },
    "aws:cognito/resourceServer:ResourceServer": {
        id: (_seed, { identifier }) => String(identifier),
        outputs: (_seed, { identifier, scopes }) => ({
            scopeIdentifiers: ((scopes ?? []) as Properties[]).map(({ scopeName }) => `${identifier}/${scopeName}`),
        }),
    },
    "aws:cloudfront/distribution:Distribution": { outputs: seed => ({ domainName: `${seed.slice(0, 13)}.cloudfront.net` }) },
};

/** Replaces Pulumi's AWS provider and needs no account. It stores nothing: outputs are computed from the inputs and the URN. */
const PROVIDER: Partial<IResourceProviderServer> = {
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    checkConfig: unary(request => new CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(() => new DiffResponse()),
    configure: unary(() => new ConfigureResponse().setAcceptsecrets(true).setAcceptoutputs(true).setSupportspreview(true)),
    check: unary(request => {
        const inputs = properties(request.getNews());
        const old = properties(request.getOlds());
        const urn = request.getUrn();
        const name = old.name ?? `${urn.split("::").at(-1)}-${seedOf(urn).slice(0, 7)}`;
        const defaults: Properties =
            resourceType(urn).autonamed && inputs.name === undefined ? { name, __defaults: ["name"] } : { __defaults: [] };
        return new CheckResponse().setInputs(struct({ ...inputs, ...defaults }));
    }),
    diff: unary(request => {
        const olds = properties(request.getOldInputs());
        const { __defaults, ...news } = properties(request.getNews());
        const changed = Object.keys({ ...olds, ...news }).filter(
            name => name !== "__defaults" && !isDeepStrictEqual(olds[name], news[name]),
        );
        return new DiffResponse()
            .setChanges(changed.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE)
            .setDiffsList(changed)
            .setReplacesList(changed.filter(name => name === "userPoolId"));
    }),
    create: unary(request => {
        const urn = request.getUrn();
        const outputs = outputsOf(urn, properties(request.getProperties()), request.getPreview());
        const id = request.getPreview() ? "" : String(outputs.id);
        return new CreateResponse().setId(id).setProperties(struct(outputs));
    }),
    read: unary(request => new ReadResponse().setId(request.getId()).setProperties(request.getProperties()).setInputs(request.getInputs())),
    update: unary(request => {
        const outputs = outputsOf(request.getUrn(), properties(request.getNews()), false);
        return new UpdateResponse().setProperties(struct({ ...outputs, id: request.getId() }));
    }),
    delete: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    invoke: unary(() => new InvokeResponse().setReturn(struct({}))),
};

/** Serves the provider on a free port and prints the port, as Pulumi expects of a plugin. */
export async function serve(): Promise<void> {
    const server = new Server();
    server.addService(ResourceProviderService, PROVIDER as UntypedServiceImplementation);
    const bind = promisify<string, ServerCredentials, number>(server.bindAsync.bind(server));
    console.log(String(await bind("127.0.0.1:0", ServerCredentials.createInsecure())));
}

function unary<Request, Response>(respond: (request: Request) => Response): handleUnaryCall<Request, Response> {
    return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => callback(null, respond(call.request));
}

/** Returns the outputs after a create or an update; in a preview, those that AWS adds are unknown. */
function outputsOf(urn: string, { __defaults, ...inputs }: Properties, preview: boolean): Properties {
    const seed = seedOf(urn);
    const { id = () => seed.slice(0, 12), outputs = () => ({}) } = resourceType(urn);
    const added = { ...outputs(seed, inputs), id: id(seed, inputs) };
    if (!preview) return { ...inputs, ...added };
    return { ...inputs, ...Object.fromEntries(Object.keys(added).map(name => [name, UNKNOWN])) };
}

function resourceType(urn: string): ResourceType {
    return RESOURCE_TYPES[urn.split("::")[2]?.split("$").at(-1) ?? ""] ?? {};
}

/** Returns the same text for the same resource, which makes generated values predictable. */
function seedOf(urn: string): string {
    return createHash("sha256").update(urn).digest("hex");
}

function properties(value: Struct | undefined): Properties {
    return (value?.toJavaScript() ?? {}) as Properties;
}

function struct(value: Properties): Struct {
    return Struct.fromJavaScript(value);
}
