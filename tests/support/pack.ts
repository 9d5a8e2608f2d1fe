import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import * as path from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzeRequest,
    type AnalyzeResponse,
    type AnalyzerInfo,
    AnalyzerPropertyDependencies,
    AnalyzerResource,
    AnalyzerResourceOptions,
    AnalyzeStackRequest,
    ConfigureAnalyzerRequest,
    PolicyConfig,
    type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { unknown } from "../../src/api/testing";
import { CLIENT_TYPE } from "../../src/core/user-pools";

/** The folder of the repository. */
export const ROOT = path.resolve(__dirname, "../..");

/** A secret as the engine sends it. */
export function secret(value: unknown): object {
    return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** Returns a value of a state as the engine sends it: a value that is encrypted or redacted is unknown. */
export function asSent(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(asSent);
    if (!(value instanceof Object)) return value === "[secret]" ? unknown : value;
    if ("4dabf18193072939515e22adb298388d" in value) return unknown;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asSent(part)]));
}

export interface PackResource {
    readonly type?: string;
    readonly name?: string;
    readonly urn?: string;
    readonly props: object;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
}

/** In the order of their numbers in the protocol. */
const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
export type Level = (typeof LEVELS)[number];

export interface Diagnostic {
    readonly policy: string;
    readonly level: Level;
    readonly message: string;
    readonly urn: string;
}

/** As in Pulumi's engine, responses may be larger than 4 MB, the default limit. */
const CHANNEL_OPTIONS = { "grpc.max_receive_message_length": 400 * 1024 * 1024 };

/** A policy pack that runs as in a preview: started by Pulumi's loader, and called over gRPC. */
export class Pack {
    /** What the pack has written to stderr, and to stdout after the port. */
    printed = "";

    private constructor(
        private readonly child: ChildProcess,
        private readonly client: AnalyzerClient,
    ) {}

    /** Starts the pack in a folder with the loader that is installed there. */
    static async start(folder = ROOT, node = process.execPath): Promise<Pack> {
        const loader = createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
        const child = spawn(node, [loader, "127.0.0.1:0", "."], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
        let errors = "";
        child.stderr.on("data", data => {
            errors += data;
        });
        const port = await Promise.race([once(child.stdout, "data").then(String), once(child, "exit").then(() => undefined)]);
        if (!port) throw new Error(`The pack did not start: ${errors}`);
        const pack = new Pack(child, new AnalyzerClient(`127.0.0.1:${port.trim()}`, credentials.createInsecure(), CHANNEL_OPTIONS));
        pack.printed = errors + port.replace(/^\d+\n/, "");
        for (const stream of [child.stdout, child.stderr]) {
            stream.on("data", data => {
                pack.printed += data;
            });
        }
        return pack;
    }

    async stop(): Promise<void> {
        this.client.close();
        const exit = once(this.child, "exit");
        this.child.kill();
        await exit;
    }

    /** Waits until the pack has printed a text, which may arrive after the response to a call. */
    async waitForOutput(text: string): Promise<void> {
        for (let waited = 0; !this.printed.includes(text); waited += 20) {
            if (waited > 5000) throw new Error(`The pack printed ${JSON.stringify(this.printed)}, not ${JSON.stringify(text)}.`);
            await setTimeout(20);
        }
    }

    async info(): Promise<AnalyzerInfo.AsObject> {
        return (await promisify<Empty, AnalyzerInfo>(this.client.getAnalyzerInfo.bind(this.client))(new Empty())).toObject();
    }

    /** Returns the encoded description of the pack. Decoding it here takes as long as sending it, and the engine decodes it faster. */
    async infoBytes(): Promise<Buffer> {
        return new Promise((resolve, reject) => {
            const decode = (bytes: Buffer) => bytes;
            this.client.makeUnaryRequest(
                "/pulumirpc.Analyzer/GetAnalyzerInfo",
                () => Buffer.alloc(0),
                decode,
                new Empty(),
                (error, bytes) => (bytes ? resolve(bytes) : reject(error)),
            );
        });
    }

    /** Sets the levels and options of policies. A policy that is not in the configuration keeps its default level. */
    async configure(config: Readonly<Record<string, { level: Level; options?: object }>>): Promise<void> {
        const request = new ConfigureAnalyzerRequest();
        for (const [policy, { level, options = {} }] of Object.entries(config)) {
            const entry = new PolicyConfig();
            entry.setEnforcementlevel(LEVELS.indexOf(level));
            entry.setProperties(structOf(options));
            request.getPolicyconfigMap().set(policy, entry);
        }
        await promisify<ConfigureAnalyzerRequest, unknown>(this.client.configure.bind(this.client))(request);
    }

    async analyze(resource: PackResource): Promise<Diagnostic[]> {
        return diagnosticsOf(await promisify<AnalyzeRequest, AnalyzeResponse>(this.client.analyze.bind(this.client))(requestFor(resource)));
    }

    async analyzeStack(resources: readonly PackResource[]): Promise<Diagnostic[]> {
        const request = new AnalyzeStackRequest();
        request.setResourcesList(resources.map(stackResource));
        return diagnosticsOf(await promisify<AnalyzeStackRequest, AnalyzeResponse>(this.client.analyzeStack.bind(this.client))(request));
    }

    /** Returns the properties after each policy that changed them, in order. */
    async remediate(resource: PackResource): Promise<{ policy: string; props: object; diagnostic: string }[]> {
        const response = await promisify<AnalyzeRequest, RemediateResponse>(this.client.remediate.bind(this.client))(requestFor(resource));
        return response.getRemediationsList().map(remediation => ({
            policy: remediation.getPolicyname(),
            props: remediation.getProperties()?.toJavaScript() ?? {},
            diagnostic: remediation.getDiagnostic(),
        }));
    }
}

/** Returns the level that has a number in the protocol. */
export function levelOf(number: number): Level {
    return LEVELS[number] as Level;
}

/** Returns the URN of a resource of a type. */
export function urnOf(name: string, type = CLIENT_TYPE): string {
    return `urn:pulumi:dev::shop::${type}::${name}`;
}

function requestFor(resource: PackResource): AnalyzeRequest {
    return fill(new AnalyzeRequest(), resource);
}

function stackResource(resource: PackResource): AnalyzerResource {
    const filled = fill(new AnalyzerResource(), resource);
    filled.setDependenciesList([...(resource.dependencies ?? [])]);
    for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
        if (!urns || urns.length === 0) continue; // the engine leaves these out
        const dependencies = new AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        filled.getPropertydependenciesMap().set(property, dependencies);
    }
    return filled;
}

function fill<T extends AnalyzeRequest | AnalyzerResource>(message: T, { type = CLIENT_TYPE, name = "web", urn, props }: PackResource): T {
    message.setType(type);
    message.setName(name);
    message.setUrn(urn ?? urnOf(name, type));
    message.setProperties(structOf(props));
    message.setOptions(new AnalyzerResourceOptions()); // the SDK rejects a request without them
    return message;
}

function structOf(value: object): Struct {
    return Struct.fromJavaScript(value as { [key: string]: JavaScriptValue });
}

function diagnosticsOf(response: AnalyzeResponse): Diagnostic[] {
    return response.getDiagnosticsList().map(diagnostic => ({
        policy: diagnostic.getPolicyname(),
        level: levelOf(diagnostic.getEnforcementlevel()),
        message: diagnostic.getMessage(),
        urn: diagnostic.getUrn(),
    }));
}
