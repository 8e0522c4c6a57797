// A headless Chromium and the development server, for `portalis run --target browser`, the tests and the benchmarks.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** The path of a Chromium, or an Error that says how to get one. */
export function chromiumPath() {
  const named = process.env.PORTALIS_CHROMIUM;
  for (const path of named ? [named] : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']) {
    if (existsSync(path)) return path;
  }
  throw new Error(`no Chromium found${named ? ` at ${named}` : ''}; install one with: apt-get install chromium   (or name one in PORTALIS_CHROMIUM)`);
}

/** A browser; `packages` is the node_modules that holds playwright-core. */
export async function launch(packages) {
  const { chromium } = createRequire(packages + '/')('playwright-core');
  return chromium.launch({ executablePath: chromiumPath(), args: flags });
}

/** `portalis serve` on some free port: {address, end()}. */
export function serve(portalis, folder, ...options) {
  const child = spawn(portalis, ['serve', '--port=0', '--no-open', ...options, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      const found = text.match(/http:\S+/);
      if (found) resolve({ address: found[0], end: () => child.kill() });
    });
    child.on('exit', (status) => reject(new Error(`portalis serve ended with status ${status}`)));
    child.on('error', reject);
  });
}
