import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { screenOf, wrap } from "../../src/util/terminal";

describe("wrap", () => {
    it("breaks lines between words at the width", () => {
        assert.deepEqual(wrap("1234 678 10 end", 12, "    "), ["    1234 678", "    10 end"]);
    });

    it("fills a line up to the width", () => {
        assert.deepEqual(wrap("1234 678", 12, "    "), ["    1234 678"]);
        assert.deepEqual(wrap("1234 678", 11, "    "), ["    1234", "    678"]);
        assert.deepEqual(wrap("", 11, "    "), ["    "]);
    });

    it("puts a word longer than the width on a line of its own", () => {
        const long = "x".repeat(20);
        assert.deepEqual(wrap(`one ${long} end`, 12, "    "), ["    one", `    ${long}`, "    end"]);
        assert.deepEqual(wrap(`one ${long}`, 12, "    "), ["    one", `    ${long}`]);
    });

    it("starts with a word longer than the width in the first line", () => {
        const long = "x".repeat(20);
        assert.deepEqual(wrap(`${long} end`, 12, "  "), [`  ${long}`, "  end"]);
    });
});

describe("screenOf", () => {
    const columnsOf = (columns?: number) => screenOf({ columns } as NodeJS.WriteStream).columns;

    it("returns the width of a terminal, at most 120 columns", () => {
        assert.deepEqual([40, 120, 121, 500].map(columnsOf), [40, 120, 120, 120]);
    });

    it("returns 100 columns if the width is unknown", () => {
        assert.deepEqual([columnsOf(0), columnsOf(undefined), screenOf().columns], [100, 100, 100]);
    });

    it("returns whether the stream has colors", () => {
        assert.deepEqual(screenOf(), { columns: 100, colors: false });
        assert.equal(screenOf({ hasColors: () => true } as NodeJS.WriteStream).colors, true);
    });
});
