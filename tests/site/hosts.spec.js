// The site at the hosts that the guides name: every address answers, unknown ones honestly, the headers are those that
// were promised, packed files are used, and the app runs. nginx and Caddy are the real ones of Debian.
const { execFileSync } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');
const http = require('node:http');
const { join } = require('node:path');
const { runInNewContext } = require('node:vm');
const { brotliDecompressSync, gunzipSync } = require('node:zlib');
const { test, expect, listen, ready } = require('./support/reader.js');
const hosts = require('./support/hosts.js');
const { ROOT, Site, triRiverBase } = require('./support/sites.js');

/** Built with --compress. */
const packed = new Site('packed', '/');
/** A page over several coalitions, with their sites below it: as `scripts/sites` builds it. */
const region = Object.assign(new Site('region', '/'), { below: ['tri-river', 'millbrook', 'again'] });
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

/** Asks a host as a browser would; the body stays packed. */
function get(url, headers = {}, method = 'GET') {
  return new Promise((answered, failed) => {
    const asked = http.request(url, { agent, headers, method }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    // A host closes a connection that was not used for a while, maybe in the moment in which it is used again.
    asked.once('error', (error) => {
      if (asked.reusedSocket && error.code === 'ECONNRESET') answered(get(url, headers, method));
      else failed(error);
    });
    asked.end();
  });
}

function unpacked({ headers, body }) {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[headers['content-encoding']];
  return unpack ? unpack(body) : body;
}

/** Everything in a site that a reader may ask for: its address below the base, and the file. */
function addresses(site) {
  const files = readdirSync(site.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.folder.length + 1));
  const forReaders = files.filter((file) => !/^[._]|\.(gz|br)$/.test(file));
  return forReaders.map((file) => ({ file, path: file.replace(/(^|\/)index\.html$/, '$1') }));
}

/** What `_headers` of the site promises for a path: all names that it knows, undefined where nothing is to be sent. */
function promised(site, path, text = site.read('_headers')) {
  const headers = {};
  let fits = false;
  for (const line of text.split('\n')) {
    const [, name, value] = line.match(/^ {2}([\w-]+): (.*)$/) ?? [];
    if (line.startsWith('/')) {
      const at = site.base + path;
      fits = line.endsWith('*') ? at.startsWith(line.slice(0, -1)) : at === line;
    } else if (name && fits) {
      headers[name.toLowerCase()] = value;
    } else if (name && !(name.toLowerCase() in headers)) {
      headers[name.toLowerCase()] = undefined;
    }
  }
  return headers;
}

/** What of the promised headers a host has not sent as promised. */
function broken(site, path, answer) {
  const wanted = Object.entries(promised(site, path)).filter(([name, value]) => name !== 'content-type' || value);
  return wanted
    .filter(([name, value]) => answer.headers[name] !== value)
    .map(([name, value]) => `/${path} ${name}: ${answer.headers[name]} and not ${value}`);
}

/** Runs a check for each address, some at a time, and gives what was wrong. */
async function each(site, check) {
  const wrong = [];
  const rest = addresses(site);
  expect(rest.length).toBeGreaterThan(100);
  const worker = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) wrong.push(...(await check(next)));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return wrong;
}

const UNKNOWN = ['nothing-here', 'nothing-here/', 'goals/nothing-here/', 'assets/nothing-here.js', 'data/nothing-here.json', 'assets/'];
const SERVERS = [
  { start: hosts.nginx, site: packed, packs: true },
  { start: hosts.nginx, site: triRiverBase },
  { start: hosts.caddy, site: packed, packs: true },
  { start: hosts.caddy, site: triRiverBase },
  { start: hosts.githubPages, site: triRiverBase, headless: true },
];

for (const { start, site, packs, headless } of SERVERS) {
  test.describe(`${start.name} at ${site.base}`, () => {
    // One server for all of them.
    test.describe.configure({ mode: 'default' });
    let host;
    test.beforeAll(async () => {
      host = await start(site);
    });
    test.afterAll(async () => {
      agent.destroy();
      await host?.close();
    });

    test('every address answers, with what was built', async () => {
      const wrong = await each(site, async ({ path, file }) => {
        const answer = await get(host.origin + encodeURI(path), { 'accept-encoding': 'br, gzip' });
        const same = answer.status === 200 && unpacked(answer).equals(readFileSync(join(site.folder, file)));
        return same ? [] : [`/${path}: ${answer.status}`];
      });
      expect(wrong).toEqual([]);
    });

    test('every page of the sitemap answers', async () => {
      expect(site.pages.length).toBeGreaterThan(50);
      const known = new Set(addresses(site).map(({ path }) => path));
      expect(site.pages.filter((path) => !known.has(path))).toEqual([]);
    });

    test('an unknown address is answered with the page for it', async () => {
      for (const path of UNKNOWN) {
        const answer = await get(host.origin + path, { 'accept-encoding': 'gzip' });
        expect(answer.status, path).toBe(404);
        expect(unpacked(answer).equals(readFileSync(join(site.folder, '404.html'))), path).toBe(true);
        expect(answer.headers['content-type'], path).toBe('text/html; charset=utf-8');
        // What is missing today may be there tomorrow.
        expect(answer.headers['cache-control'], path).toBe(headless ? 'max-age=600' : 'no-cache');
      }
    });

    test('a missing slash is added', async () => {
      for (const path of ['indicators', site.languages[1], site.base === '/' ? 'partners' : '']) {
        const asked = path === '' ? host.origin.slice(0, -1) : host.origin + path;
        const { status, headers } = await get(asked);
        expect([301, 302, 307, 308], path).toContain(status);
        expect(new URL(headers.location, asked).href, path).toBe(`${asked}/`);
      }
    });

    test('no address leads to another host', async () => {
      const { origin } = new URL(host.origin);
      for (const path of ['//evil.example/x', '//evil.example/x/', `/${site.base}indicators`, `//${site.base}indicators`]) {
        const { headers } = await get(origin + path);
        expect(new URL(headers.location ?? '', origin + path).origin, path).toBe(origin);
      }
    });

    test('what has not changed is not sent again', async () => {
      const url = `${host.origin}data/feed.json`;
      const { headers } = await get(url);
      expect(headers.etag).toBeTruthy();
      const again = await get(url, { 'if-none-match': headers.etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      if (!headless) expect(again.headers['cache-control']).toBe('no-cache');
    });

    test('files have their types', async () => {
      const types = {
        '': 'text/html; charset=utf-8',
        'data/feed.json': 'application/json; charset=utf-8',
        [addresses(site).find(({ path }) => path.endsWith('.wasm')).path]: 'application/wasm',
      };
      for (const [path, type] of Object.entries(types)) {
        expect((await get(host.origin + path)).headers['content-type'], path).toBe(type);
      }
      for (const { path } of addresses(site).filter(({ path }) => /\.(js|css)$/.test(path))) {
        expect((await get(host.origin + path)).headers['content-type'], path).toMatch(/^(text|application)\/(javascript|css); charset=utf-8$/);
      }
    });

    if (!headless) {
      test('every header is sent as promised', async () => {
        const wrong = await each(site, async ({ path }) => broken(site, path, await get(host.origin + encodeURI(path), {}, 'HEAD')));
        expect(wrong).toEqual([]);
        expect(promised(site, 'assets/a.js')['cache-control']).toContain('immutable');
      });
    }

    if (packs) {
      test('packed files are sent as they lie there', async () => {
        let seen = 0;
        const wrong = await each(site, async ({ path, file }) => {
          const faults = [];
          for (const [accepts, encoding, ending] of [['br, gzip', 'br', 'br'], ['gzip', 'gzip', 'gz']]) {
            if (!site.has(`${file}.${ending}`)) continue;
            seen += 1;
            const { headers, body } = await get(host.origin + encodeURI(path), { 'accept-encoding': accepts });
            const asItLies = body.equals(readFileSync(join(site.folder, `${file}.${ending}`)));
            if (headers['content-encoding'] !== encoding || !asItLies) faults.push(`/${path}: ${headers['content-encoding']}`);
            if (!/accept-encoding/i.test(headers.vary ?? '')) faults.push(`/${path}: vary ${headers.vary}`);
          }
          return faults;
        });
        expect(wrong).toEqual([]);
        expect(seen).toBeGreaterThan(200);
      });
    } else {
      test('what is not packed yet is packed on the way', async () => {
        for (const path of ['', 'data/feed.json', addresses(site).find(({ path }) => path.endsWith('.css')).path]) {
          const { headers } = await get(host.origin + path, { 'accept-encoding': 'gzip' });
          expect(headers['content-encoding'], path).toBe('gzip');
        }
      });
    }

    test('the app starts, also behind a deep link and after a reload', async ({ page }) => {
      const heard = listen(page, host.origin);
      const deep = `indicators/${site.feed.indicators[0].id}/`;
      await page.goto(host.origin);
      await ready(page);
      await page.goto(host.origin + deep);
      await ready(page);
      expect(await page.title()).toBe(site.title(deep));
      await page.reload();
      await ready(page);
      expect(await page.title()).toBe(site.title(deep));
      expect(heard).toEqual([]);
      expect(await page.evaluate(() => window.seenByTest.violations)).toEqual([]);
    });

    test('an unknown address leads home', async ({ page }) => {
      expect((await page.goto(`${host.origin}nothing-here/at-all/`)).status()).toBe(404);
      await page.locator(`main a[href="${site.base}"]`).first().click();
      await expect(page).toHaveURL(host.origin);
      await expect(page.locator('h1')).toBeVisible();
    });
  });
}

// What a page over several sites promises below itself, and at its own address. Its other files are the same on every host.
const belowRegion = (path) => path === '' || region.below.some((name) => path.startsWith(`${name}/`));

for (const start of [hosts.nginx, hosts.caddy]) {
  test(`${start.name} sends every header of the sites below a page over several`, async () => {
    const host = await start(region);
    try {
      const wrong = await each(region, async ({ path }) =>
        belowRegion(path) ? broken(region, path, await get(host.origin + encodeURI(path), {}, 'HEAD')) : [],
      );
      expect(wrong).toEqual([]);
      expect(promised(region, 'millbrook/embed/goals/a/')['x-frame-options']).toBe('ALLOWALL');
    } finally {
      agent.destroy();
      await host.close();
    }
  });
}

for (const named of ['/our-town/', 'our-town', '/']) {
  test(`what the Dockerfile starts builds a feed and serves it at ${named}`, async () => {
    const base = named === '/' ? '/' : '/our-town/';
    const host = await hosts.container(join(ROOT, 'tests/fixtures/small.json'), { base }, named);
    try {
      const home = await get(host.origin, { 'accept-encoding': 'br' });
      expect([home.status, home.headers['content-encoding']]).toEqual([200, 'br']);
      expect(String(unpacked(home))).toContain(`data-base="${base}"`);
      expect(home.headers['cache-control']).toBe('no-cache');
      expect((await get(`${host.origin}nothing-here/`)).status).toBe(404);
      const asked = hosts.asked(named, new URL(host.origin).port);
      const { status, headers } = await get(asked);
      // It follows one that adds the slash at the end.
      expect(status === 200 ? asked : new URL(headers.location, asked).href).toBe(host.origin);
      expect(await host.close('SIGQUIT')).toBe(0);
    } finally {
      await host.close();
    }
  });
}

test('CloudFront and a file of headers know the sites below a page over several', async () => {
  const told = (name) => execFileSync(hosts.program, ['hosting', name, ...region.below.flatMap((site) => ['--with', site])], { encoding: 'utf8' });
  const handler = runInNewContext(`${told('cloudfront')}; handler`);
  const file = told('headers');
  const wrong = await each(region, async ({ path }) => {
    if (!belowRegion(path)) return [];
    const event = { context: { eventType: 'viewer-response' }, request: { uri: region.base + path }, response: { headers: {} } };
    const sent = Object.entries(handler(event).headers).map(([name, { value }]) => [name, value]);
    const answers = [Object.fromEntries(sent), promised(region, path, file)];
    return answers.flatMap((headers) => broken(region, path, { headers }));
  });
  expect(wrong).toEqual([]);
});

test('the function for CloudFront sends what was promised and finds the pages of folders', async () => {
  const text = execFileSync(hosts.program, ['hosting', 'cloudfront', '--base', triRiverBase.base], { encoding: 'utf8' });
  const handler = runInNewContext(`${text}; handler`);
  const call = (eventType, uri) => handler({ context: { eventType }, request: { uri }, response: { headers: {} } });
  for (const path of ['', 'goals/', 'assets/a.js', 'data/feed.json', 'data/changes.json']) {
    const sent = call('viewer-response', triRiverBase.base + path).headers;
    const headers = Object.fromEntries(Object.entries(sent).map(([name, { value }]) => [name, value]));
    expect(broken(triRiverBase, path, { headers }), path).toEqual([]);
  }
  expect(call('viewer-request', '/some/base/goals/').uri).toBe('/some/base/goals/index.html');
  expect(call('viewer-request', '/some/base/assets/a.js').uri).toBe('/some/base/assets/a.js');
  const redirect = (uri, querystring) => {
    const { statusCode, headers } = handler({ context: { eventType: 'viewer-request' }, request: { uri, querystring } });
    return [statusCode, headers.location.value];
  };
  expect(redirect('/some/base/goals')).toEqual([301, '/some/base/goals/']);
  expect(redirect('/some/base/goals', {})).toEqual([301, '/some/base/goals/']);
  // As CloudFront hands it over: a value that is there twice has all of them in `multiValue`.
  const twice = { value: 'a', multiValue: [{ value: 'a' }, { value: 'b%26c' }] };
  expect(redirect('/some/base/indicators', { q: { value: 'niño%20y' }, goal: twice })).toEqual([
    301,
    '/some/base/indicators/?q=niño%20y&goal=a&goal=b%26c',
  ]);
  for (const uri of ['//evil.example/x', '///evil.example/x', '/\\evil.example/x', '\\/evil.example/x', '/\t/evil.example/x']) {
    expect(redirect(uri), uri).toEqual([301, '/evil.example/x/']);
  }
});
