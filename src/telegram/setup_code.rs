//! The code that makes a group the staff's.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;
use subtle::ConstantTimeEq as _;
use teloxide::Bot;

/// Digits that nobody mistakes for each other (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Fifty bits: at five tries an hour nobody guesses them.
const LENGTH: usize = 10;

/// The code for the next staff group. It comes from the bot's token and the number of groups there were: every instance knows
/// it, it is stored nowhere, and once it was used it is another one.
#[derive(Clone, PartialEq, Eq)]
pub struct SetupCode([u8; LENGTH]);

impl SetupCode {
    /// The code of this bot after so many groups.
    #[must_use]
    pub fn of(bot: &Bot, generation: i32) -> Self {
        let mut code = [DIGITS[0]; LENGTH];
        // HMAC takes a key of any length.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(bot.token().as_bytes()) {
            mac.update(format!("orderbot staff group {generation}").as_bytes());
            for (digit, byte) in code.iter_mut().zip(mac.finalize().into_bytes()) {
                *digit = DIGITS[usize::from(byte) % DIGITS.len()];
            }
        }
        Self(code)
    }

    /// Is it this one? In lower case or without the dash, it is.
    pub(super) fn is(&self, typed: &str) -> bool {
        let typed: Vec<u8> =
            typed.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase()).collect();
        self.0.as_slice().ct_eq(&typed).into()
    }
}

impl fmt::Display for SetupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at(LENGTH / 2);
        write!(f, "{}-{}", String::from_utf8_lossy(first), String::from_utf8_lossy(second))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_of_one_bot_and_good_once() {
        let (bot, other) = (Bot::new("1:one"), Bot::new("1:two"));
        let code = SetupCode::of(&bot, 0);
        assert_eq!(code.to_string().len(), 11);
        assert!(code == SetupCode::of(&bot, 0), "every instance knows it");
        assert!(code != SetupCode::of(&bot, 1) && code != SetupCode::of(&other, 0));
        assert!(code.is(&code.to_string()) && code.is(&code.to_string().to_lowercase().replace('-', " ")));
        for wrong in ["", "-", &code.to_string()[1..], &SetupCode::of(&bot, 1).to_string()] {
            assert!(!code.is(wrong), "{wrong}");
        }
    }
}
