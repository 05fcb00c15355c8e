//! One file for each page.

pub mod about;
pub mod accessibility;
pub mod activities;
pub mod activity;
pub mod changes;
pub mod data;
pub mod events;
mod facts;
pub mod goal;
pub mod indicator;
pub mod indicators;
mod list;
pub mod method;
pub mod news;
pub mod not_found;
pub mod overview;
pub mod partner;
pub mod partners;
pub mod preview;
pub mod review;
mod stand;
