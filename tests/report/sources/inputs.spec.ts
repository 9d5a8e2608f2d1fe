import * as assert from "node:assert/strict";
import { Readable } from "node:stream";
import { before, describe, it } from "mocha";
import { readInputs } from "../../../src/report/sources/inputs";
import { UserError } from "../../../src/util/user-error";
import { folder, resource, state } from "../../support/check";
import { inFolder } from "../../support/working-folder";

const KINDS = "a state nor a preview; expected the output of `pulumi stack export` or `pulumi preview --json`";
const CLIENT = 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web");\n';

describe("readInputs", () => {
    const { write, path } = folder();
    before(() => {
        write("shop/Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        write("shop/index.ts", CLIENT);
        write("shop/broken.ts", `${CLIENT}const = ;`);
        write("dev.json", state(resource("api")));
        write("empty.json", state());
        write("list.json", "[]");
    });

    const read = (paths: readonly string[], project = "shop") =>
        inFolder(path("."), () => readInputs(paths, project, { stdin: Readable.from([]) }));

    it("returns programs and states, apart and together, with what is wrong in them", async () => {
        const inputs = await read(["shop", "empty.json", "dev.json", "gone.json"]);
        assert.deepEqual(
            [inputs.programs, inputs.stacks, inputs.all].map(all => all.map(({ file }) => file)),
            [["shop/Pulumi.yaml"], ["dev.json", "empty.json"], ["dev.json", "empty.json", "shop/Pulumi.yaml"]],
        );
        assert.deepEqual(inputs.fileErrors, ["could not read gone.json: no such file or directory."]);
        assert.deepEqual(inputs.programErrors, ["shop/broken.ts:3: unexpected token."]);
        assert.deepEqual(inputs.warnings, ["empty.json: no Cognito app clients found"]);
    });

    it("warns about a project whose settings cannot be read, and throws if its folder cannot", async () => {
        write("folder/Pulumi.yaml/file", "");
        const { warnings } = await read(["dev.json"], "folder");
        assert.deepEqual(warnings, [`could not read ${path("folder/Pulumi.yaml")}: not a file; lines of the program may be missing`]);
        await assert.rejects(
            read(["dev.json"], "gone"),
            new UserError("could not read the project folder gone: no such file or directory."),
        );
    });

    it("throws if nothing can be checked", () => assert.rejects(read(["list.json"]), new UserError(`list.json: neither ${KINDS}.`)));
});
