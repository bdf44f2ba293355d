// Builds wwwroot/lib/signalr/signalr.js, one ES module, from the package named in package.json:
//   cd .ci && npm ci && node vendor-signalr.mjs
// and then enter its new hash (and version) in wwwroot/lib/vendored.json.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";

const { version, license } = JSON.parse(await readFile("node_modules/@microsoft/signalr/package.json", "utf8"));

// A participant on a weak line pays for each of these and uses none: XMLHttpRequest (every browser has fetch), the
// buffer of stateful reconnect (the live room repairs itself by seq), and server-sent events (a network that blocks
// WebSockets falls back to long polling, which stays). Each stands in as a class that cannot be made, which the
// client takes as "this transport is not supported here".
const leftOut = ["XhrHttpClient", "MessageBuffer", "ServerSentEventsTransport"];

await build({
    stdin: {
        contents: `export { HubConnectionBuilder, HubConnectionState, HttpTransportType, LogLevel } from "@microsoft/signalr";`,
        resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    // Microsoft's own minified build shortens the same private names.
    mangleProps: /^_/,
    define: { process: "undefined", require: "undefined", __webpack_require__: "undefined" },
    legalComments: "none",
    banner: {
        js: `/*! @microsoft/signalr ${version}, ${license}, see LICENSE.txt; built by .ci/vendor-signalr.mjs */`,
    },
    outfile: "../wwwroot/lib/signalr/signalr.js",
    plugins: [
        {
            name: "leave-out",
            setup({ onLoad }) {
                onLoad({ filter: new RegExp(`/signalr/dist/esm/(${leftOut.join("|")})\\.js$`) }, ({ path }) => ({
                    contents: `export class ${path.match(/(\w+)\.js$/)[1]} { constructor() { throw new Error("Left out of this build") } }`,
                }));
            },
        },
    ],
});
