// Every third-party file in wwwroot/lib is listed in vendored.json with its origin, licence and hash. A file that
// nobody listed, or that differs from the list, is code of unknown origin running in our visitors' browsers.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const lib = join(import.meta.dirname, "../wwwroot/lib");
const list = "vendored.json";
const required = ["file", "version", "source", "licence", "sha256", "made"];

const listed = JSON.parse(await readFile(join(lib, list), "utf8"));
const faults = [];

for (const entry of listed) {
    for (const name of required.filter((name) => !entry[name])) faults.push(`${entry.file}: ${name} is not given`);
}
for (const { file } of listed.filter(({ file }, i) => listed.findIndex((other) => other.file === file) !== i)) {
    faults.push(`${file}: listed twice`);
}

const present = (await readdir(lib, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
        join(entry.parentPath, entry.name)
            .slice(lib.length + 1)
            .replaceAll("\\", "/"),
    )
    .filter((file) => file !== list);

for (const file of present.filter((file) => !listed.some((entry) => entry.file === file))) {
    faults.push(`${file}: not listed in wwwroot/lib/${list}`);
}
for (const { file, sha256 } of listed) {
    if (!present.includes(file)) {
        faults.push(`${file}: missing`);
        continue;
    }
    const actual = createHash("sha256")
        .update(await readFile(join(lib, file)))
        .digest("hex");
    if (actual !== sha256) faults.push(`${file}: sha256 is ${actual}, listed as ${sha256}`);
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`wwwroot/lib: ${listed.length} files as listed`);
