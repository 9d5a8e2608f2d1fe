// Mocha 12 gave these files an extension that Stryker's runner does not expect (https://github.com/stryker-mutator/stryker-js/pull/6205).
require.extensions[".cjs"] = require.extensions[".js"];
