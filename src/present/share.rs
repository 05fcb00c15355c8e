//! How to show a page elsewhere: its address, a frame for a website, and a picture for everything else.

use super::Context;
use crate::routes::Page;
use crate::words::say;

/// What can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub title: String,
    /// Said if the coalition has not written down where its site is: then there is nothing to copy.
    pub missing: Option<String>,
    pub texts: Vec<ShareText>,
}

/// A text to copy, with what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareText {
    pub label: String,
    /// The name of the button.
    pub copy: String,
    pub text: String,
}

/// What stands in a frame, besides its address.
pub(super) struct Framed<'a> {
    /// The name of the frame, for those who hear it.
    pub title: &'a str,
    /// High enough for most pages of this kind, in px. What is higher scrolls.
    pub height: usize,
    /// Id of the indicator and the sentence that its picture shows, if it has one.
    pub picture: Option<(&'a str, &'a str)>,
}

impl Context<'_> {
    /// How to share a page. Not for drafts: nobody else has them.
    pub(super) fn sharing(&self, page: Page, framed: Framed<'_>) -> Option<Share> {
        if self.draft.is_some() {
            return None;
        }
        let (words, site) = (self.words, self.site);
        let address = site.absolute(&self.href(&page));
        // Without scheme and host it leads nowhere from elsewhere.
        let missing = address.starts_with('/').then(|| say!(words, "share-no-site"));
        let (title, height) = (quoted(framed.title), framed.height);
        let frame = site.absolute(&self.href(&Page::Embed(Box::new(page))));
        let frame = format!(
            "<iframe src=\"{frame}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
             style=\"border:0\"></iframe>"
        );
        let mut all = vec![
            (say!(words, "share-address"), say!(words, "share-copy-address"), address.clone()),
            (say!(words, "share-frame"), say!(words, "share-copy-frame"), frame),
        ];
        if let Some((id, says)) = framed.picture {
            let (source, says) = (site.absolute(&site.picture(self.lang(), id, "png")), quoted(says));
            let picture = format!(
                "<a href=\"{address}\"><img src=\"{source}\" alt=\"{says}\" width=\"1080\" \
                 style=\"max-width:100%;height:auto\"></a>"
            );
            all.push((say!(words, "share-picture"), say!(words, "share-copy-picture"), picture));
        }
        let texts = all.into_iter().filter(|_| missing.is_none());
        Some(Share {
            title: say!(words, "share-title"),
            texts: texts.map(|(label, copy, text)| ShareText { label, copy, text }).collect(),
            missing,
        })
    }
}

/// A text as it stands in an attribute of HTML.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;
    use crate::routes::Site;

    const HOME: &str = "https://valley.example/";

    /// The texts to copy of an indicator's page, published at `home` if there is one.
    #[track_caller]
    fn check(home: Option<&str>, expected: &[&str], missing: bool) {
        let small = Small::new(&[]);
        let site = Site::new("/", vec!["en".into(), "es".into()]);
        let site = home.map_or(site.clone(), |home| site.at(home));
        let context = Context { site: &site, ..small.context("es") };
        let framed = Framed { title: "A \"b\" & <c>", height: 500, picture: Some(("ind-a", "5 < 6")) };
        let share = context.sharing(Page::Indicator("ind-a".into()), framed).unwrap();
        let texts: Vec<&str> = share.texts.iter().map(|text| text.text.as_str()).collect();
        assert_eq!((texts.as_slice(), share.missing.is_some()), (expected, missing));
    }

    #[test]
    fn texts_hold_addresses_for_the_world() {
        let expected = [
            "https://valley.example/es/indicators/ind-a/",
            "<iframe src=\"https://valley.example/embed/es/indicators/ind-a/\" title=\"A &quot;b&quot; &amp; &lt;c>\" \
             width=\"100%\" height=\"500\" loading=\"lazy\" style=\"border:0\"></iframe>",
            "<a href=\"https://valley.example/es/indicators/ind-a/\">\
             <img src=\"https://valley.example/pictures/es/indicators/ind-a.png\" alt=\"5 &lt; 6\" width=\"1080\" \
             style=\"max-width:100%;height:auto\"></a>",
        ];
        check(Some(HOME), &expected, false);
    }

    #[test]
    fn without_an_address_of_the_site_there_is_nothing_to_copy() {
        check(None, &[], true);
    }
}
