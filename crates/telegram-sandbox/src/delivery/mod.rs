//! How updates reach a bot: it polls, or the sandbox calls its webhook.

pub(crate) mod lanes;
pub(crate) mod polling;
pub(crate) mod webhook;
