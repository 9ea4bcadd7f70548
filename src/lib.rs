//! A shop in a Telegram chat. ARCHITECTURE.md is the map of the rooms.

pub mod app;
pub mod cli;
pub mod config;
pub mod delivery;
pub mod dialogue;
pub mod domain;
pub mod embedded;
pub mod http;
pub mod memory;
pub mod paper;
pub mod postgres;
pub mod redis;
pub mod repository;
pub mod services;
pub mod telegram;
pub mod telemetry;
