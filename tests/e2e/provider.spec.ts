import * as assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
    CheckRequest,
    type CheckResponse,
    ConfigureRequest,
    type ConfigureResponse,
    CreateRequest,
    type CreateResponse,
    DiffRequest,
    DiffResponse,
    ReadRequest,
    type ReadResponse,
    UpdateRequest,
    type UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { after, before, describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { secret, urnOf } from "../support/pack";

const URN = urnOf("web");
const OUTPUTS = ["clientSecret", "id"];

describe("the fake AWS provider", () => {
    let plugin: ChildProcess;
    let provider: ResourceProviderClient;
    before(async () => {
        plugin = spawn(path.join(__dirname, "bin/pulumi-resource-aws"), { stdio: ["ignore", "pipe", "inherit"] });
        assert.ok(plugin.stdout);
        const port = String(await once(plugin.stdout, "data")).trim();
        provider = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    });
    after(async () => {
        provider?.close();
        const exit = once(plugin, "exit");
        plugin.kill();
        await exit;
    });

    it("supports secrets and previews", async () => {
        const response = await promisify<ConfigureRequest, ConfigureResponse>(provider.configure.bind(provider))(new ConfigureRequest());
        assert.deepEqual([response.getAcceptsecrets(), response.getSupportspreview()], [true, true]);
    });

    async function check(news: object, olds: object = {}): Promise<object> {
        const request = new CheckRequest().setUrn(URN).setNews(struct(news)).setOlds(struct(olds));
        const response = await promisify<CheckRequest, CheckResponse>(provider.check.bind(provider))(request);
        return javaScript(response.getInputs());
    }

    it("generates a name for a client without one, and keeps it", async () => {
        const first = await check({ userPoolId: unknown, preventUserExistenceErrors: secret("LEGACY") });
        const { name } = first as { name: string };
        assert.match(name, /^web-[0-9a-f]{7}$/);
        assert.deepEqual(first, { userPoolId: unknown, preventUserExistenceErrors: secret("LEGACY"), name, __defaults: ["name"] });
        assert.deepEqual(await check({}, { name: "web-0000000" }), { name: "web-0000000", __defaults: ["name"] });
        assert.deepEqual(await check({ name: "web" }), { name: "web", __defaults: [] });
    });

    async function create(preview: boolean): Promise<{ id: string; outputs: Record<string, unknown> }> {
        const request = new CreateRequest()
            .setUrn(URN)
            .setPreview(preview)
            .setProperties(struct({ name: "web", generateSecret: true }));
        const response = await promisify<CreateRequest, CreateResponse>(provider.create.bind(provider))(request);
        return { id: response.getId(), outputs: javaScript(response.getProperties()) };
    }

    it("returns unknown outputs in a preview", async () => {
        const { id, outputs } = await create(true);
        assert.equal(id, "");
        assert.deepEqual(outputs, { name: "web", generateSecret: true, clientSecret: unknown, id: unknown });
    });

    it("generates the same outputs in every update", async () => {
        const { id, outputs } = await create(false);
        assert.match(id, /^[0-9a-f]{26}$/);
        assert.deepEqual(Object.keys(outputs).sort(), ["generateSecret", "name", ...OUTPUTS].sort());
        assert.deepEqual(await create(false), { id, outputs });

        const request = new UpdateRequest()
            .setId(id)
            .setUrn(URN)
            .setNews(struct({ name: "web2", generateSecret: true }));
        const response = await promisify<UpdateRequest, UpdateResponse>(provider.update.bind(provider))(request);
        assert.deepEqual(javaScript(response.getProperties()), { ...outputs, name: "web2" });
    });

    it("replaces a client if its pool changes", async () => {
        const diff = async (olds: object, news: object) => {
            const request = new DiffRequest().setUrn(URN).setOldInputs(struct(olds)).setNews(struct(news));
            const response = await promisify<DiffRequest, DiffResponse>(provider.diff.bind(provider))(request);
            return [response.getChanges(), response.getDiffsList(), response.getReplacesList()];
        };
        const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
        assert.deepEqual(await diff({ name: "web", __defaults: ["name"] }, { name: "web", __defaults: [] }), [DIFF_NONE, [], []]);
        assert.deepEqual(await diff({ name: "web", userPoolId: "a" }, { userPoolId: "b" }), [
            DIFF_SOME,
            ["name", "userPoolId"],
            ["userPoolId"],
        ]);
    });

    it("returns the properties of a read request", async () => {
        const request = new ReadRequest()
            .setId("1")
            .setUrn(URN)
            .setProperties(struct({ name: "web" }));
        const response = await promisify<ReadRequest, ReadResponse>(provider.read.bind(provider))(request);
        assert.deepEqual([response.getId(), javaScript(response.getProperties())], ["1", { name: "web" }]);
    });
});

function struct(value: object): Struct {
    return Struct.fromJavaScript(value as { [key: string]: JavaScriptValue });
}

function javaScript(value: Struct | undefined): Record<string, unknown> {
    assert.ok(value);
    return value.toJavaScript();
}
