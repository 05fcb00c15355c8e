//! The app inside this program, which the build script has put there: see `build/app.rs`. Empty in a program that was
//! compiled without one.

include!(concat!(env!("OUT_DIR"), "/carried.rs"));
