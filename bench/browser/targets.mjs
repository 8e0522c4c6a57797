// The browser's half of bench/targets: prints one JSON object.
//     node targets.mjs PACKAGES PORTALIS FOLDER RUNS KERNEL... [pyodide]
import { writeFileSync } from 'node:fs';
import { launch, serve } from '../../tools/scripts/chromium.mjs';

const [packages, portalis, folder, runs, ...kernels] = process.argv.slice(2);
const withPyodide = kernels.at(-1) === 'pyodide' && kernels.pop();
writeFileSync(`${folder}/index.html`, '<!doctype html><title>targets</title><link rel="icon" href="data:,">');
const server = await serve(portalis, folder);
const browser = await launch(packages);
const result = { kernels: {}, pyodide: {} };

// From the navigation to the first text in onStdout, in a fresh page each time.
const first = [];
for (let i = 0; i < Math.max(3, runs); i++) {
  const page = await browser.newPage();
  await page.goto(server.address);
  first.push(await page.evaluate(async () => {
    const began = performance.now();
    const { load } = await import('/hello/portalis.js');
    const app = await load('/hello/');
    return new Promise((resolve) => app.start({ onStdout: () => resolve((performance.now() - began) / 1000) }));
  }));
  await page.close();
}
result.first = Math.min(...first);

const page = await browser.newPage();
await page.goto(server.address);
const run = (name) => page.evaluate(async (name) => {
  const { load } = await import('/hello/portalis.js');
  const app = await load(`/${name}/`);
  let out = '';
  await app.start({ onStdout: (text) => { out += text; } }).exit;
  return out;
}, name);
result.threads = await run('threads');
for (const name of kernels) {
  const times = [];
  for (let i = 0; i < runs; i++) times.push(Number((await run(name)).match(/SECONDS (.*)/)?.[1] ?? NaN));
  result.kernels[name] = Math.min(...times);
}

if (withPyodide) {
  const other = await browser.newPage();
  await other.goto(server.address);
  result.pyodideFirst = await other.evaluate(async () => {
    const began = performance.now();
    const { loadPyodide } = await import('/pyodide/pyodide.mjs');
    const ended = new Promise((resolve) => {
      loadPyodide({ indexURL: '/pyodide/', stdout: () => resolve((performance.now() - began) / 1000) })
        .then((python) => { globalThis.python = python; python.runPython('print("hello, world")'); });
    });
    return ended;
  });
  for (const name of kernels) {
    const times = [];
    for (let i = 0; i < runs; i++) {
      times.push(await other.evaluate(async (name) => {
        const text = await (await fetch(`/${name}/kernel.py`)).text();
        let seconds = NaN;
        python.setStdout({ batched: (line) => { if (line.startsWith('SECONDS ')) seconds = Number(line.slice(8)); } });
        python.runPython(text, { globals: python.toPy({ __name__: '__main__' }) });
        return seconds;
      }, name));
    }
    result.pyodide[name] = Math.min(...times);
  }
}
console.log(JSON.stringify(result));
await browser.close();
server.end();
