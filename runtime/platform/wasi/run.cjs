// Runs a WASI preview 1 module in Node: run.cjs MODULE [--dir=FOLDER]... -- NAME [arguments...]
const fs = require("node:fs");
const v8 = require("node:v8");
const { WASI } = require("node:wasi");

// Node's WASI functions allocate, which may start a garbage collection; but V8 calls them by its fast way, in which none
// may happen: the collector then frees what is in use, and Node aborts (seen in 20.20, with output to a file).
v8.setFlagsFromString("--no-turbo-fast-api-calls");

const words = process.argv.slice(2), end = words.indexOf("--");
const preopens = {};
for (const word of words.slice(1, end)) preopens[word.slice("--dir=".length)] = word.slice("--dir=".length);
const env = { ...process.env, PWD: process.cwd() };
const wasi = new WASI({ version: "preview1", args: words.slice(end + 1), env, preopens, returnOnExit: true });

function stop(error) {
  const text = error instanceof RangeError ? "the engine's stack is used up (" + error.message + ")" : String((error && error.stack) || error);
  fs.writeSync(2, "portalis: the engine stopped the program: " + text + "\n");
  process.exit(134);
}

try {
  const module = new WebAssembly.Module(fs.readFileSync(words[0]));
  process.exitCode = wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
} catch (error) {
  stop(error);
}
