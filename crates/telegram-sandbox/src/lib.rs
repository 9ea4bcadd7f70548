//! A local Telegram: a strict Bot API emulator with a chat page. It knows nothing of shops.
