//! The program's two faces: on `wasm32` the app in a page, anywhere else the command line.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    commonweal::cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    commonweal::browser::start();
}
