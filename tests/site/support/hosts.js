// Hosts as coalitions use them: the real nginx and Caddy of Debian, told by `commonweal hosting` as in the guides, and a
// server that behaves as GitHub Pages does. All unprivileged, on loopback, with every file they write in a folder of
// their own; each is ended by whoever started it.
const { execFileSync, spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { dirname, extname, join } = require('node:path');
const { gzipSync } = require('node:zlib');
const { ROOT } = require('./sites.js');

// A container builds and packs a site before it listens.
const SECONDS_TO_START = 120;
const program = process.env.COMMONWEAL ?? join(ROOT, 'target/release/commonweal');
const MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** A port that nobody uses: the system names one. */
function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** A folder for a server, with the site in it at its base, as `--root` wants it. */
function place(site) {
  const folder = mkdtempSync(join(tmpdir(), 'commonweal-host-'));
  const at = join(folder, 'www', site.base);
  mkdirSync(dirname(at.replace(/\/$/, '')), { recursive: true });
  symlinkSync(site.folder, at.replace(/\/$/, ''));
  return { folder, root: join(folder, 'www') };
}

function told(server, site, root, listen) {
  const below = (site.below ?? []).flatMap((name) => ['--with', name]);
  const where = ['--base', site.base, '--root', root, '--listen', listen];
  return execFileSync(program, ['hosting', server, ...where, ...below], { encoding: 'utf8' });
}

/** Waits until somebody listens there, or the process has ended. */
async function listening(child, port, said) {
  const until = Date.now() + SECONDS_TO_START * 1000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}: ${said()}`);
    const there = await new Promise((answer) => {
      const asked = http.get({ host: '127.0.0.1', port, path: '/' }, (response) => (response.resume(), answer(true)));
      asked.once('error', () => answer(false));
    });
    if (there) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The server does not listen: ${said()}`);
}

/** A process that serves a site on a port, and how it is ended. */
async function run(name, site, port, folder, command, arguments_, env = process.env) {
  // nginx is where only root's PATH leads.
  const child = spawn(command, arguments_, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, PATH: `${env.PATH}:/usr/sbin` }, cwd: folder });
  let said = '';
  child.on('error', (error) => (said += error));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise((done) => child.once('exit', done));
  // Gives the code with which it ended.
  const close = async (signal = 'SIGTERM') => {
    if (child.exitCode === null && child.pid) {
      child.kill(signal);
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
    return child.exitCode;
  };
  try {
    await listening(child, port, () => said);
  } catch (error) {
    await close();
    throw error;
  }
  return { name, site, origin: `http://127.0.0.1:${port}${site.base}`, close };
}

async function nginx(site) {
  const { folder, root } = place(site);
  const port = await freePort();
  writeFileSync(join(folder, 'site.conf'), told('nginx', site, root, `127.0.0.1:${port}`));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `load_module ${MODULE};
${process.getuid() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log stderr;
worker_processes 1;
events {}
http {
  access_log off;
  ${temporary.join('\n  ')}
  include ${folder}/site.conf;
}
`,
  );
  return run('nginx', site, port, folder, 'nginx', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr', '-g', 'daemon off;']);
}

async function caddy(site) {
  const { folder, root } = place(site);
  const port = await freePort();
  const globals = `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}/storage\n}\n\n`;
  writeFileSync(join(folder, 'Caddyfile'), globals + told('caddy', site, root, `127.0.0.1:${port}`));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return run('Caddy', site, port, folder, 'caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], env);
}

/** What the Dockerfile starts, without the container around it; `named` is the base path as somebody types it. */
async function container(feed, site, named = site.base) {
  const folder = mkdtempSync(join(tmpdir(), 'commonweal-host-'));
  const port = await freePort();
  const bin = dirname(program);
  const env = { PATH: `${bin}:${process.env.PATH}`, FEED: feed, BASE: named, LISTEN: `127.0.0.1:${port}`, WORK: join(folder, 'work') };
  const start = join(ROOT, 'hosting/start');
  return run('the container', site, port, folder, 'sh', [start], env);
}

/** The address that the Dockerfile asks whether the site is there, for a container with this base path. */
function asked(named, port) {
  const [, address] = readFileSync(join(ROOT, 'hosting/Dockerfile'), 'utf8').match(/HEALTHCHECK [^"]*"(http:[^"]*)"/);
  const url = execFileSync('sh', ['-c', `printf %s "${address}"`], { encoding: 'utf8', env: { ...process.env, BASE: named } });
  return url.replace(':8080/', `:${port}/`);
}

const PAGES_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
};

/**
 * As GitHub Pages: no headers of ours, ten minutes of caching for everything, gzip and nothing better, 404.html with the
 * status 404, a redirect for a missing slash, and a repository's site below its name.
 */
async function githubPages(site) {
  const isFile = (path) => existsSync(path) && statSync(path).isFile();
  const server = http.createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://host');
    const ours = `${pathname}/`.startsWith(site.base);
    const at = (name) => join(site.folder, decodeURIComponent(pathname.slice(site.base.length)), name);
    const isPage = ours && isFile(at('index.html'));
    if (isPage && !pathname.endsWith('/')) {
      response.writeHead(301, { location: `http://${request.headers.host}${pathname}/${search}` });
      response.end();
      return;
    }
    const found = isPage ? at('index.html') : [at(''), `${at('')}.html`].find((path) => ours && !pathname.endsWith('/') && isFile(path));
    const [status, file] = found ? [200, found] : [404, join(site.folder, '404.html')];
    const body = readFileSync(file);
    const type = PAGES_TYPES[extname(file)] ?? 'application/octet-stream';
    const etag = `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;
    const headers = {
      'content-type': type,
      'cache-control': 'max-age=600',
      'access-control-allow-origin': '*',
      etag,
      vary: 'Accept-Encoding',
    };
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers);
      response.end();
      return;
    }
    const packs = /^(text|application)\//.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (packs) headers['content-encoding'] = 'gzip';
    const sent = packs ? gzipSync(body, { level: 1 }) : body;
    response.writeHead(status, { ...headers, 'content-length': sent.length });
    response.end(request.method === 'HEAD' ? undefined : sent);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    name: 'a host like GitHub Pages',
    site,
    origin: `http://127.0.0.1:${server.address().port}${site.base}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

module.exports = { nginx, caddy, container, asked, githubPages, program };
