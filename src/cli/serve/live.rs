//! Telling open pages that the site has changed: an event stream, a script that listens to it, and the tag that
//! brings the script into a page on its way out. Nothing of it is ever in the files of a built site.

use std::sync::{
    Mutex, PoisonError,
    mpsc::{self, Receiver, Sender},
};

/// Where the script and the stream are, below the base.
pub const SCRIPT: &str = "__commonweal/live.js";
pub const CHANGES: &str = "__commonweal/changes";

/// The text of the script.
pub const SCRIPT_TEXT: &str = include_str!("live.js");

/// The open event streams.
#[derive(Default)]
pub struct Listeners {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    senders: Vec<Sender<String>>,
    /// What is wrong with the newest edit, until a site is shown again.
    notice: Option<String>,
}

impl Listeners {
    /// Joins. The notice in force comes first; the stream ends when the server does.
    pub fn join(&self) -> Receiver<String> {
        let (sender, receiver) = mpsc::channel();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(notice) = &state.notice {
            // Cannot fail: the receiver is still in hand.
            let _ = sender.send(event("notice", notice));
        }
        state.senders.push(sender);
        receiver
    }

    /// Tells all that another build is shown, and forgets the notice.
    pub fn site_changed(&self, revision: u64) {
        self.tell(None, &site_event(revision));
    }

    /// Tells all a sentence, and everyone who joins until the next build.
    pub fn say(&self, sentence: &str) {
        self.tell(Some(sentence.to_owned()), &event("notice", sentence));
    }

    /// Ends all streams.
    pub fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).senders.clear();
    }

    fn tell(&self, notice: Option<String>, event: &str) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.notice = notice;
        state.senders.retain(|sender| sender.send(event.to_owned()).is_ok());
    }
}

/// The event that names the build being shown.
pub fn site_event(revision: u64) -> String {
    event("site", &revision.to_string())
}

/// One event in the form of `text/event-stream`. Each line of the data has its own field.
fn event(name: &str, data: &str) -> String {
    let lines: String = data.replace('\r', "").split('\n').map(|line| format!("data: {line}\n")).collect();
    format!("event: {name}\n{lines}\n")
}

/// A page with the script in it, before the last `</body>` or else at the end.
pub fn with_script(page: Vec<u8>, base: &str, revision: u64) -> Vec<u8> {
    let tag = format!("<script src=\"{base}{SCRIPT}?site={revision}\" defer></script>");
    let end = page.windows(7).rposition(|text| text.eq_ignore_ascii_case(b"</body>")).unwrap_or(page.len());
    let mut page = page;
    page.splice(end..end, tag.into_bytes());
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(String::from_utf8(with_script(page.into(), "/b/", 7)).unwrap(), expected);
    }

    #[test]
    fn the_script_comes_last_in_the_page() {
        let tag = r#"<script src="/b/__commonweal/live.js?site=7" defer></script>"#;
        check("<body><p>a</p></body></html>", &format!("<body><p>a</p>{tag}</body></html>"));
        check("<BODY>a</BODY>", &format!("<BODY>a{tag}</BODY>"));
        check("<p>a", &format!("<p>a{tag}"));
        check("", tag);
    }

    #[test]
    fn events_keep_their_lines() {
        assert_eq!(event("notice", "a\nb\r\nc"), "event: notice\ndata: a\ndata: b\ndata: c\n\n");
        assert_eq!(site_event(3), "event: site\ndata: 3\n\n");
    }

    #[test]
    fn everyone_hears_of_a_change() {
        let listeners = Listeners::default();
        let (one, two) = (listeners.join(), listeners.join());
        listeners.site_changed(3);
        assert_eq!(one.try_recv().unwrap(), site_event(3));
        assert_eq!(two.try_recv().unwrap(), site_event(3));
    }

    #[test]
    fn a_notice_stays_until_the_next_build() {
        let listeners = Listeners::default();
        listeners.say("goals/a.json has no title");
        assert_eq!(listeners.join().try_recv().unwrap(), event("notice", "goals/a.json has no title"));
        listeners.site_changed(4);
        assert!(listeners.join().try_recv().is_err());
    }

    #[test]
    fn closing_ends_the_streams() {
        let listeners = Listeners::default();
        let one = listeners.join();
        listeners.close();
        assert_eq!(one.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }

    #[test]
    fn the_script_keeps_to_the_policy() {
        for forbidden in ["innerHTML", "setAttribute(\"style\"", "eval(", "http://", "https://"] {
            assert!(!SCRIPT_TEXT.contains(forbidden), "{forbidden}");
        }
    }
}
