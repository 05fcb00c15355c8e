// A server in front of the real one that spoils what it is told to spoil: what a bad network, a host or a proxy does.
const http = require('node:http');

/**
 * Starts one. `faults` holds pairs of a pattern and what happens to an address that fits: a function of the answer and
 * the real body, or null for the real answer. It can be changed while the server runs.
 */
async function faulty(site, faults = []) {
  const real = new URL(site.origin);
  const state = { faults, asked: [] };

  const server = http.createServer((request, response) => {
    state.asked.push(request.url);
    const fault = state.faults.find(([pattern]) => pattern.test(request.url))?.[1];
    // Spoilt bodies are made from plain ones.
    const headers = fault ? { ...request.headers, 'accept-encoding': 'identity', 'if-none-match': '' } : request.headers;
    const asked = http.request({ host: real.hostname, port: real.port, path: request.url, method: request.method, headers }, (answer) => {
      if (!fault) {
        response.writeHead(answer.statusCode, answer.rawHeaders);
        answer.pipe(response);
        return;
      }
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const kept = { ...answer.headers };
        for (const name of ['content-length', 'transfer-encoding', 'connection', 'etag', 'cache-control']) delete kept[name];
        fault(response, Buffer.concat(parts), { ...kept, 'cache-control': 'no-store' });
      });
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));

  return {
    site,
    origin: `http://127.0.0.1:${server.address().port}${site.base}`,
    url(path) {
      return this.origin + path;
    },
    asked: state.asked,
    spoil(...pairs) {
      state.faults = pairs;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The usual faults: functions of the answer, the real body and the real headers. */
const fault = {
  status: (code) => (response, _, headers) => {
    response.writeHead(code, { ...headers, 'content-type': 'text/plain' });
    response.end('no');
  },
  body: (make, type) => (response, body, headers) => {
    const made = Buffer.from(make(body));
    response.writeHead(200, { ...headers, ...(type && { 'content-type': type }), 'content-length': made.length });
    response.end(made);
  },
  /** A body that browsers may keep without asking, as GitHub Pages and others let them for ten minutes. */
  fresh: (make) => (response, body, headers) => {
    const made = Buffer.from(make(body));
    response.writeHead(200, { ...headers, 'cache-control': 'max-age=600', 'content-length': made.length });
    response.end(made);
  },
  /** Says how long the body is, sends a part of it, and hangs up. */
  cut: (share) => (response, body, headers) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.write(body.subarray(0, Math.floor(body.length * share)), () => setTimeout(() => response.destroy(), 50));
  },
  /** One byte four times a second. */
  drip: () => (response, body, headers) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    let sent = 0;
    const timer = setInterval(() => response.write(body.subarray(sent, ++sent)), 250);
    response.on('close', () => clearInterval(timer));
  },
  /** Takes the question and never answers. */
  silence: () => () => {},
  hangUp: () => (response) => response.destroy(),
};

module.exports = { faulty, fault };
