//! Work that is done on all processors at once.

use std::io;
use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Pages are drawn by functions that call themselves for what is inside: as much room as the first thread has.
const STACK_BYTES: usize = 8 * 1024 * 1024;

/// Does all jobs on so many threads; each takes the next one that nobody has begun. The order in which they end is not
/// known, so what comes of them must not depend on it. The first error ends the work.
///
/// # Errors
/// The first one.
pub(super) fn all<J: Send>(
    jobs: Vec<J>,
    threads: NonZero<usize>,
    work: impl Fn(J) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let queue = Mutex::new(jobs.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let end = || *queue.lock().unwrap_or_else(PoisonError::into_inner) = Vec::new().into_iter();
    let worker = || {
        while let Some(job) = next() {
            work(job).inspect_err(|_| end())?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let begin = |_| thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, worker);
        let workers = (0..threads.get()).map(begin).collect::<io::Result<Vec<_>>>()?;
        // A thread that ends early has said why on standard error.
        let ended = |_| Err(io::Error::other("a part of the program ended early"));
        let results: Vec<_> = workers.into_iter().map(|worker| worker.join().unwrap_or_else(ended)).collect();
        results.into_iter().collect()
    })
}

/// As many threads as this machine runs at once.
pub(in crate::cli) fn threads() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// The sum of the numbers that were worked on, or the error.
    #[track_caller]
    fn check(threads: usize, work: impl Fn(usize) -> io::Result<()> + Sync, expected: Result<usize, &str>) {
        let sum = AtomicUsize::new(0);
        let done = all((1..=100).collect(), NonZero::new(threads).unwrap(), |number| {
            work(number)?;
            sum.fetch_add(number, Ordering::Relaxed);
            Ok(())
        });
        let found = done.map(|()| sum.into_inner()).map_err(|why| why.to_string());
        assert_eq!(found, expected.map_err(str::to_owned));
    }

    #[test]
    fn every_job_is_done_once() {
        for threads in [1, 2, 7, 200] {
            check(threads, |_| Ok(()), Ok(5050));
        }
    }

    #[test]
    fn an_error_ends_the_work() {
        let begun = AtomicUsize::new(0);
        let work = |number| {
            begun.fetch_add(1, Ordering::Relaxed);
            if number == 3 { Err(io::Error::other("full")) } else { Ok(()) }
        };
        check(1, work, Err("full"));
        assert_eq!(begun.into_inner(), 3);
    }

    #[test]
    fn a_thread_that_ends_early_is_an_error() {
        check(
            2,
            |number| if number == 9 { panic!("on purpose") } else { Ok(()) },
            Err("a part of the program ended early"),
        );
    }
}
