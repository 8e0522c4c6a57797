// Runs the programs of FOLDER/jobs.json one after the other in one page; prints one line of JSON for each.
//     node programs.mjs PACKAGES PORTALIS FOLDER
import { launch, serve } from '../../tools/scripts/chromium.mjs';
import { readFileSync, writeFileSync } from 'node:fs';

const [packages, portalis, folder] = process.argv.slice(2);
const jobs = JSON.parse(readFileSync(`${folder}/jobs.json`));
writeFileSync(`${folder}/index.html`, '<!doctype html><title>programs</title><link rel="icon" href="data:,">');
const server = await serve(portalis, folder);
const browser = await launch(packages);
let page = await browser.newPage();
await page.goto(server.address);

for (const job of jobs) {
  let result;
  try {
    const running = page.evaluate(async ({ url, args, stdin, files, timeout }) => {
      const { load } = await import('/portalis.js');
      const app = await load(url);
      let stdout = '', stderr = '';      // stdout in hex: it need not be text
      const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
      const hex = (output) => Array.from(output, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const run = app.start({
        args, stdin, env: { PYTHONHASHSEED: '0', LC_ALL: 'C.UTF-8' }, workers: 0,
        files: Object.fromEntries(Object.entries(files).map(([path, hex]) => [path, bytes(hex)])),
        onStdout: (_, output) => { stdout += hex(output); }, onStderr: (text) => { stderr += text; },
      });
      const late = new Promise((resolve) => setTimeout(resolve, timeout * 1000, 'timed out'));
      const status = await Promise.race([run.exit, late]);
      run.terminate();
      return { status, stdout, stderr };
    }, job);
    const dead = new Promise((_, reject) => setTimeout(() => reject(new Error('the page hangs')), (job.timeout + 20) * 1000).unref());
    result = await Promise.race([running, dead]);
  } catch (error) {
    result = { status: 'failed', stdout: '', stderr: error.message };
    await page.close().catch(() => {});
    page = await browser.newPage();
    await page.goto(server.address);
  }
  console.log(JSON.stringify({ url: job.url, ...result }));
}
await browser.close();
server.end();
