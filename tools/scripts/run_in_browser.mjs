// Runs a folder made by `portalis build --target browser` in a headless Chromium: its output is printed here, its input comes
// from here, its exit status is this script's.
//     node run_in_browser.mjs PACKAGES PORTALIS FOLDER [argument...]
import { launch, serve } from './chromium.mjs';
import { writeSync } from 'node:fs';

const [packages, portalis, folder, ...args] = process.argv.slice(2);

function writeAll(descriptor, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

let browser, server, status = 2;
try {
  server = await serve(portalis, folder);
  browser = await launch(packages);
  const page = await browser.newPage();
  await page.exposeFunction('portalisPrint', (descriptor, text) => writeAll(descriptor, Buffer.from(text, 'base64')));
  await page.route('**/run.html', (route) => route.fulfill({
    contentType: 'text/html', body: '<!doctype html><title>portalis run</title>',
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  }));
  await page.goto(server.address + 'run.html');
  const finished = page.evaluate(async ({ args, env }) => {
    const { load } = await import('/portalis.js');
    const base64 = (bytes) => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text); };
    const app = await load('/');
    globalThis.run = app.start({
      args, env, stdin: null,
      onStdout: (text, bytes) => portalisPrint(1, base64(bytes)),
      onStderr: (text, bytes) => portalisPrint(2, base64(bytes ?? new TextEncoder().encode(text))),
    });
    return globalThis.run.exit;
  }, { args, env: Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(PYTHON|PORTALIS_|LC_|LANG$|TZ$)/.test(name))) });
  process.on('SIGINT', () => page.evaluate(() => globalThis.run?.interrupt()).catch(() => {}));
  const started = page.waitForFunction(() => globalThis.run, null, { timeout: 0 });
  let input = started;
  const feed = (data) => { input = input.then(() => page.evaluate((text) => {
    if (text === null) globalThis.run.closeStdin();
    else globalThis.run.write(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  }, data)).catch(() => {}); };
  process.stdin.on('data', (data) => feed(data.toString('base64')));
  process.stdin.on('end', () => feed(null));
  status = await finished;
} catch (error) {
  console.error(`portalis run: ${error.message.split('\n')[0]}`);
} finally {
  await browser?.close();
  server?.end();
}
process.exit(status);
