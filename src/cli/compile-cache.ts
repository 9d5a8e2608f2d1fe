import * as nodeModule from "node:module";

/** Lets Node.js 22.8 and newer keep the compiled code of the modules that are loaded from now on, in the folder for temporary files. */
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
