// Leaflet's module without its comments: a quarter of its size on a weak line. Its notice and licence stay.
import { build } from "esbuild";
import { copyFile } from "node:fs/promises";

const lib = "../wwwroot/lib/leaflet";
await build({
    entryPoints: ["node_modules/leaflet/dist/leaflet-src.esm.js"],
    outfile: `${lib}/leaflet.js`,
    minify: true,
    format: "esm",
    legalComments: "inline",
    charset: "utf8",
});
await copyFile("node_modules/leaflet/dist/leaflet.css", `${lib}/leaflet.css`);
await copyFile("node_modules/leaflet/LICENSE", `${lib}/LICENSE.txt`);
