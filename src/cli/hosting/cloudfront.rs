//! CloudFront in front of a bucket of S3: the bucket knows no pages of folders and no headers, so a function does both.
//! One text for both events, as CloudFront says which one it is.

use std::fmt::Write as _;

use super::{Place, path};
use crate::cli::serve::headers::RULES;

const HEAD: &str = "\
// A site of Commonweal at CloudFront, written by `commonweal hosting cloudfront`. Where it goes: docs/hosting/s3.md.
// Beginning of a path, or a whole one, and headers. Where two fit, the later one wins.
";

const BODY: &str = r#"
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
"#;

/// The text of the function.
pub(super) fn function(place: &Place) -> String {
    let Place { base, below, .. } = place;
    let below: Vec<String> = below.iter().map(|name| format!("{base}{name}/")).collect();
    let mut text = HEAD.to_owned();
    text.push_str("var rules = [\n");
    for rule in RULES {
        let pattern = rule.at(base);
        let (path, goes_on) = path(&pattern);
        let _ = writeln!(text, "  {{\n    path: {path:?},\n    goesOn: {goes_on},\n    headers: {{");
        for (name, value) in rule.headers {
            let _ = writeln!(text, "      {:?}: {value:?},", name.to_lowercase());
        }
        text.push_str("    },\n  },\n");
    }
    text.push_str("];\n");
    // With a rule for each of them the function would soon be larger than CloudFront takes.
    let _ = writeln!(
        text,
        "// The site, and those below its page. They have the same rules.\nvar base = {base:?};\nvar below = {below:?};"
    );
    text.push_str(BODY);
    text
}
