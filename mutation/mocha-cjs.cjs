// Stryker's mocha runner requires files that mocha 12 renamed to .cjs (https://github.com/stryker-mutator/stryker-js/pull/6205).
require.extensions[".cjs"] = require.extensions[".js"];
