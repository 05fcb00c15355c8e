// Before all tests: one server for each site, started as anybody would start it. Afterwards: exactly these are ended.
const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');
const { join } = require('node:path');
const { all, parts, region, ROOT } = require('./sites.js');

const SECONDS_TO_START = 60;

function start(site) {
  const program = process.env.COMMONWEAL ?? join(ROOT, 'target/release/commonweal');
  const server = spawn(program, ['serve', '--site', site.folder, '--base', site.base, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = new Promise((found, failed) => {
    const tooLate = setTimeout(() => failed(new Error(`${program} serve said nothing`)), SECONDS_TO_START * 1000);
    const settle = (then) => (value) => (clearTimeout(tooLate), then(value));
    server.once('error', settle(failed));
    server.once('exit', settle((code) => failed(new Error(`${program} serve ended with code ${code}`))));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const [url] = line.match(/http:\/\/\S+/) ?? [];
      if (url) settle(found)(url);
    });
  });
  return { server, address };
}

async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill();
  await ended;
}

module.exports = async () => {
  const started = [...all, parts, region].map((site) => ({ site, ...start(site) }));
  const endAll = () => Promise.all(started.map(({ server }) => end(server)));
  try {
    const addresses = await Promise.all(started.map(async ({ site, address }) => [site.name, await address]));
    process.env.SITES = JSON.stringify(Object.fromEntries(addresses));
  } catch (error) {
    await endAll();
    throw error;
  }
  return endAll;
};
