// Copies what pages of documents need from the package named in package.json to wwwroot/lib/pdfjs:
//   cd .ci && npm ci && node vendor-pdfjs.mjs
// and enters it in wwwroot/lib/vendored.json. Left out: the viewer, the sandbox for scripts, WebAssembly (our policy runs none).
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";

const from = "node_modules/pdfjs-dist";
const lib = "../wwwroot/lib";
const { version } = JSON.parse(await readFile(`${from}/package.json`, "utf8"));
const files = {
    "build/pdf.min.mjs": ["pdf.min.mjs", "Apache-2.0"],
    "build/pdf.worker.min.mjs": ["pdf.worker.min.mjs", "Apache-2.0"],
    "wasm/openjpeg_nowasm_fallback.js": ["wasm/openjpeg_nowasm_fallback.js", "BSD-2-Clause"],
    "wasm/jbig2_nowasm_fallback.js": ["wasm/jbig2_nowasm_fallback.js", "Apache-2.0 AND BSD-3-Clause"],
    "wasm/LICENSE_OPENJPEG": ["wasm/LICENSE_OPENJPEG", "BSD-2-Clause"],
    "wasm/LICENSE_PDFJS_OPENJPEG": ["wasm/LICENSE_PDFJS_OPENJPEG", "Apache-2.0"],
    "wasm/LICENSE_JBIG2": ["wasm/LICENSE_JBIG2", "BSD-3-Clause"],
    "wasm/LICENSE_PDFJS_JBIG2": ["wasm/LICENSE_PDFJS_JBIG2", "Apache-2.0"],
    LICENSE: ["LICENSE", "Apache-2.0"],
};

const list = JSON.parse(await readFile(`${lib}/vendored.json`, "utf8")).filter((e) => !e.file.startsWith("pdfjs/"));
await mkdir(`${lib}/pdfjs/wasm`, { recursive: true });
for (const [source, [name, licence]] of Object.entries(files)) {
    await copyFile(`${from}/${source}`, `${lib}/pdfjs/${name}`);
    list.push({
        file: `pdfjs/${name}`,
        version,
        source: `npm:pdfjs-dist@${version}`,
        licence,
        sha256: createHash("sha256")
            .update(await readFile(`${lib}/pdfjs/${name}`))
            .digest("hex"),
        made: "cd .ci && npm ci && node vendor-pdfjs.mjs",
    });
}
await writeFile(`${lib}/vendored.json`, JSON.stringify(list, null, 2) + "\n");
