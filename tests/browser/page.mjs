// The page of a program, driven as a user would: output, input, Stop, exit status, static hosts, workers that die.
//     node page.mjs PACKAGES PORTALIS FOLDER      FOLDER is for what is built, and for the screenshots
// Closes with 'N passed, N failed'.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, serve } from '../../tools/scripts/chromium.mjs';

const [packages, portalis, folder] = process.argv.slice(2);
const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
mkdirSync(folder, { recursive: true });

function build(name, source, ...options) {
  const file = join(folder, `${name}.py`), out = join(folder, name);
  if (source) writeFileSync(file, source);
  execFileSync(portalis, ['build', '--target', 'browser', '--quick', ...options, '-o', out, source ? file : join(top, name)], { stdio: ['ignore', 'inherit', 'inherit'] });
  return out;
}

const browser = await launch(packages);
let passed = 0, failed = 0;
async function test(name, body) {
  const ends = [];
  let timer;
  try {
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('took more than 60 s')), 60000); });
    await Promise.race([body((end) => ends.push(end)), late]);
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.message.split('\n').slice(0, 3).join(' / ')}`);
  } finally {
    clearTimeout(timer);
    for (const end of ends.reverse()) await end();
  }
}
function check(condition, text) {
  if (!condition) throw new Error(text);
}

async function open(out, later, { isolated = true, viewport = { width: 1200, height: 760 }, query = '', ...context } = {}) {
  const server = await serve(portalis, out, ...(isolated ? [] : ['--not-isolated']));
  later(() => server.end());
  const place = await browser.newContext({ viewport, ...context });
  later(() => place.close());
  const page = await place.newPage();
  page.goto(server.address + query).catch(() => {});
  return page;
}
const text = (page) => page.evaluate(() => document.querySelector('.xterm-accessibility')?.innerText.replaceAll('\u00a0', ' ') ?? '');
const shows = (page, wanted) => page.waitForFunction((wanted) =>
  document.querySelector('.xterm-accessibility')?.innerText.replaceAll('\u00a0', ' ').includes(wanted), wanted, { timeout: 30000 });
const says = (page, wanted) => page.waitForFunction((wanted) => document.getElementById('status')?.textContent.includes(wanted), wanted, { timeout: 30000 });

const talk = build('talk', `import threading
name = input("Your name? ")
print("Hello,", name)
threads = [threading.Thread(target=print, args=("thread", n)) for n in range(3)]
for t in threads: t.start(); t.join()
while True:
    try:
        line = input()
    except EOFError:
        break
    print("got", line)
raise ValueError("the end")
`);
const blocked = build('blocked', `import queue
print("waiting", flush=True)
queue.Queue().get()
`);
const stubborn = build('stubborn', `import time
print("waiting", flush=True)
while True:
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        print("no", flush=True)
`);
const dying = build('dying', `import threading, time
def work():
    time.sleep(0.2)
    print("TRAP", flush=True)
threading.Thread(target=work).start()
time.sleep(60)
`);

await test('input, threads, end of input, a traceback and the exit status', async (later) => {
  const page = await open(talk, later);
  await shows(page, 'Your name?');
  await page.keyboard.type('Ada');            // the line for input has the focus
  await page.keyboard.press('Enter');
  await shows(page, 'thread 2');
  await page.fill('#line', 'more');
  await page.click('#send');
  await shows(page, 'got more');
  await page.screenshot({ path: join(folder, 'desktop-running.png') });
  await page.focus('#line');
  await page.keyboard.press('Control+d');
  await says(page, 'exit status 1');
  await shows(page, 'ValueError: the end');
  check((await text(page)).includes('Hello, Ada'), 'the greeting is not there');
  await page.screenshot({ path: join(folder, 'desktop.png') });
  await page.click('#again');
  await says(page, 'Running');
});
await test('a phone', async (later) => {
  const page = await open(talk, later, { viewport: { width: 375, height: 667 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await shows(page, 'Your name?');
  await page.fill('#line', 'Ada');
  await page.tap('#send');
  await shows(page, 'thread 2');
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than the screen');
  await page.tap('#end');
  await says(page, 'exit status 1');
  await page.screenshot({ path: join(folder, 'phone.png') });
});
await test('dark', async (later) => {
  const page = await open(talk, later, { colorScheme: 'dark' });
  await shows(page, 'Your name?');
  await page.screenshot({ path: join(folder, 'desktop-dark.png') });
});
await test('Stop during a blocked Queue.get', async (later) => {
  const page = await open(blocked, later);
  await shows(page, 'waiting');
  await page.click('#stop');
  await says(page, 'exit status 130');
  await shows(page, 'KeyboardInterrupt');
});
await test('a second Stop ends what ignores the first', async (later) => {
  const page = await open(stubborn, later);
  await shows(page, 'waiting');
  await page.click('#stop');
  await shows(page, 'no');
  await page.click('#stop');
  await says(page, 'exit status 137');
});
await test('a worker that traps ends the program', async (later) => {
  const server = await serve(portalis, dying);
  later(() => server.end());
  const context = await browser.newContext({ serviceWorkers: 'block' });
  later(() => context.close());
  // The third word of output is replaced by a trap of the thread that writes it.
  const trap = 'new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11]))).exports.f();';
  await context.route('**/program.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(portalis_page_output\b[^{]*\{)/, `$1 if (size === 5 && HEAPU8[data] === 84) { ${trap} }`);
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-encoding': 'identity' } });
  });
  const page = await context.newPage();
  await page.goto(server.address);
  await says(page, 'exit status 134');
  await shows(page, 'portalis: the program ended because a worker did');
});
await test('a full stack', async (later) => {
  const page = await open(build('recursion', 'class Deeper:\n    def __init__(self, depth, *, more=None):\n        self.more = Deeper(depth + 1, more=self)\n\nDeeper(0)\n'), later);
  await says(page, 'exit status 1');
  await shows(page, 'RecursionError: maximum recursion depth exceeded');
});
await test('runs leave nothing behind', async (later) => {   // a browser has addresses for some 120 memories at once
  const out = build('short', 'print("done")\n', '--page', 'none');
  writeFileSync(join(out, 'index.html'), '<!doctype html><title>runs</title>');
  const page = await open(out, later);
  await page.waitForFunction(() => document.title === 'runs');
  const last = await page.evaluate(async () => {
    const app = await (await import('/portalis.js')).load('/');
    for (let i = 0; i < 140; i++) {
      let printed = '';
      const status = await app.start({ workers: 0, onStdout: (text) => { printed += text; }, onStderr: (text) => { printed += text; } }).exit;
      if (status !== 0) return `${i}: ${status} ${printed}`;
    }
    return 'done';
  });
  check(last === 'done', last);
});
await test('a host that sends no headers', async (later) => {
  const page = await open(talk, later, { isolated: false });
  await shows(page, 'Your name?');
});
await test('a page that cannot be isolated says why', async (later) => {
  const page = await open(talk, later, { isolated: false, serviceWorkers: 'block' });
  await page.waitForSelector('.problem', { timeout: 30000 });
  check((await page.textContent('.problem')).includes('cross-origin isolated'), 'the reason is not told');
});
await test('files that are kept', async (later) => {
  const out = build('kept', `import os
path = "/persist/count"
n = int(open(path).read()) if os.path.exists(path) else 0
os.makedirs("/persist", exist_ok=True)
open(path, "w").write(str(n + 1))
print("count", n)
`);
  const page = await open(out, later, { query: '?persist=test' });
  await shows(page, 'count 0');
  await says(page, 'Finished');
  await page.click('#again');
  await shows(page, 'count 1');
});
await test('embedded files and arguments', async (later) => {
  const data = join(folder, 'words.txt');
  writeFileSync(data, 'from a file');
  const out = build('embedded', 'import sys\nprint(open("/data/words.txt").read(), sys.argv[1:])\n', '--embed', `${data}=/data/words.txt`);
  const page = await open(out, later, { query: '?arg=a&arg=b' });
  await shows(page, "from a file ['a', 'b']");
});
await test('the mandelbrot set on a canvas', async (later) => {
  const out = build('examples/browser/mandelbrot/mandelbrot_tiles.py', null, '--page', 'none');
  cpSync(join(top, 'examples/browser/mandelbrot/index.html'), join(out, 'index.html'));
  const page = await open(out, later);
  await page.waitForFunction(() => document.title === 'Mandelbrot: exit status 0', null, { timeout: 50000 });
  check(await page.evaluate(() => {
    const canvas = document.getElementById('picture');
    const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let drawn = 0;
    for (let i = 3; i < data.length; i += 4) drawn += data[i] === 255;
    return drawn === canvas.width * canvas.height;
  }), 'some of the picture is missing');
  await page.screenshot({ path: join(folder, 'mandelbrot.png') });
});
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
