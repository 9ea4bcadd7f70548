//! What tests stand on: a database and a corner of a Redis of their own, so that they can run side by side.

pub(crate) mod postgres;
pub(crate) mod proxy;
pub(crate) mod redis;
pub(crate) mod servers;
pub(crate) mod shop;
