// A site of Commonweal at CloudFront, written by `commonweal hosting cloudfront`. Where it goes: docs/hosting/s3.md.
// Beginning of a path, or a whole one, and headers. Where two fit, the later one wins.
var rules = [
  {
    path: "/",
    goesOn: true,
    headers: {
      "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; upgrade-insecure-requests",
      "strict-transport-security": "max-age=63072000",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()",
      "x-frame-options": "DENY",
      "cache-control": "no-cache",
    },
  },
  {
    path: "/assets/",
    goesOn: true,
    headers: {
      "cache-control": "public, max-age=31536000, immutable, no-transform",
    },
  },
  {
    path: "/data/",
    goesOn: true,
    headers: {
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  },
  {
    path: "/data/parts/",
    goesOn: true,
    headers: {
      "cache-control": "public, max-age=31536000, immutable, no-transform",
    },
  },
  {
    path: "/data.json",
    goesOn: false,
    headers: {
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  },
  {
    path: "/pictures/",
    goesOn: true,
    headers: {
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  },
  {
    path: "/embed/",
    goesOn: true,
    headers: {
      "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *; upgrade-insecure-requests",
      "cross-origin-resource-policy": "cross-origin",
      "x-frame-options": "ALLOWALL",
    },
  },
  {
    path: "/data/cids.jsonld",
    goesOn: false,
    headers: {
      "content-type": "application/ld+json",
    },
  },
  {
    path: "/data/places.geojson",
    goesOn: false,
    headers: {
      "content-type": "application/geo+json",
    },
  },
  {
    path: "/data/feed.json",
    goesOn: false,
    headers: {
      "content-type": "application/json; charset=utf-8",
    },
  },
];
// The site, and those below its page. They have the same rules.
var base = "/";
var below = [];

function query(asked) {
  var pairs = [];
  Object.keys(asked || {}).forEach(function (name) {
    (asked[name].multiValue || [asked[name]]).forEach(function (one) {
      pairs.push(name + '=' + one.value);
    });
  });
  return pairs.length ? '?' + pairs.join('&') : '';
}

function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (event.context.eventType === 'viewer-request') {
    if (uri.endsWith('/')) {
      request.uri = uri + 'index.html';
    } else if (!uri.slice(uri.lastIndexOf('/')).includes('.')) {
      // Behind two slashes a browser reads the name of another host; it takes a backslash for a slash.
      var location = '/' + uri.replace(/^[\/\\\s]+/, '') + '/' + query(request.querystring);
      return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: location } } };
    }
    return request;
  }
  var headers = event.response.headers;
  var path = uri;
  below.forEach(function (site) {
    if (uri.startsWith(site)) path = base + uri.slice(site.length);
  });
  rules.forEach(function (rule) {
    if (rule.goesOn ? path.startsWith(rule.path) : path === rule.path) {
      Object.keys(rule.headers).forEach(function (name) {
        headers[name] = { value: rule.headers[name] };
      });
    }
  });
  return event.response;
}
