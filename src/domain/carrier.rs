//! Who brings parcels, and where their way can be followed.

/// The most letters in a carrier's name: it is the label of a button.
const LONGEST_NAME: usize = 20;
/// Where the number goes in the address.
const PLACE: &str = "{}";

/// A carrier of the shop (settings).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier {
    name: String,
    template: String,
}

/// Names a carrier on buttons, which stay in chats for ever: made from the name, and not from its place in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CarrierKey(pub u32);

impl CarrierKey {
    /// Reads what [`Display`](std::fmt::Display) writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_key = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_key.then(|| u32::from_str_radix(text, 16).ok()).flatten().map(Self)
    }
}

impl std::fmt::Display for CarrierKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// What is wrong with a carrier in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCarrier {
    /// Not a name, `=` and an address.
    #[error("a carrier is a name, = and an address")]
    NotAPair,
    /// The name is empty or too long for a button.
    #[error("the name of a carrier has 1 to 20 letters")]
    Name,
    /// The address does not begin with `https://` or `http://`, or holds spaces.
    #[error("the address of a carrier begins with https://")]
    Address,
    /// The address has no place for the number, or several.
    #[error("the address of a carrier has {{}} once, where the number goes")]
    Place,
}

impl Carrier {
    /// Reads `DHL=https://example.com/?piece={}`.
    ///
    /// # Errors
    /// [`InvalidCarrier`].
    pub fn parse(text: &str) -> Result<Self, InvalidCarrier> {
        let (name, template) = text.split_once('=').ok_or(InvalidCarrier::NotAPair)?;
        let (name, template) = (name.trim(), template.trim());
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(InvalidCarrier::Name);
        }
        if link_in(template) != Some(template) {
            return Err(InvalidCarrier::Address);
        }
        if template.matches(PLACE).count() != 1 {
            return Err(InvalidCarrier::Place);
        }
        Ok(Self { name: name.to_owned(), template: template.to_owned() })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its name on buttons: FNV-1a over the letters.
    #[must_use]
    pub fn key(&self) -> CarrierKey {
        let fold = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        CarrierKey(self.name.bytes().fold(0x811c_9dc5, fold))
    }

    /// What the customer reads of a parcel: carrier, number, and the address where it can be followed.
    #[must_use]
    pub fn tracking(&self, number: &TrackingNumber) -> String {
        format!("{} {} {}", self.name, number.0, self.template.replace(PLACE, &number.0))
    }
}

/// A number under which a parcel travels: 4 to 40 letters, digits and dashes, whatever spaces it was typed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackingNumber(String);

impl TrackingNumber {
    /// Reads what somebody typed or scanned; `None` if it cannot be one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let number: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let is_one = (4..=40).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && number.bytes().any(|byte| byte.is_ascii_digit());
        is_one.then_some(Self(number))
    }
}

/// The first address in a text, if there is one.
#[must_use]
pub fn link_in(text: &str) -> Option<&str> {
    let is_link = |word: &&str| {
        let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
        rest.is_some_and(|rest| rest.contains('.') && !rest.starts_with('.'))
    };
    text.split_whitespace().find(is_link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parcel_is_followed_at_its_carrier() {
        let carrier = Carrier::parse("DHL = https://dhl.example/?a=b&piece={}").unwrap();
        let number = TrackingNumber::parse(" 0034 0434 1610 ").unwrap();
        let tracking = carrier.tracking(&number);
        assert_eq!(tracking, "DHL 003404341610 https://dhl.example/?a=b&piece=003404341610");
        assert_eq!(link_in(&tracking), Some("https://dhl.example/?a=b&piece=003404341610"));
    }

    #[test]
    fn what_is_no_carrier_is_refused_with_the_reason() {
        for (text, wrong) in [
            ("DHL", InvalidCarrier::NotAPair),
            ("=https://dhl.example/{}", InvalidCarrier::Name),
            ("A carrier with a very long name=https://dhl.example/{}", InvalidCarrier::Name),
            ("DHL=dhl.example/{}", InvalidCarrier::Address),
            ("DHL=https://dhl.example/ {}", InvalidCarrier::Address),
            ("DHL=https://dhl.example/", InvalidCarrier::Place),
            ("DHL=https://dhl.example/{}/{}", InvalidCarrier::Place),
        ] {
            assert_eq!(Carrier::parse(text), Err(wrong), "{text}");
        }
    }

    #[test]
    fn what_is_no_tracking_number_is_refused() {
        for typed in ["", "123", "no number here", "12/34", "https://dhl.example/1", &"9".repeat(41)] {
            assert_eq!(TrackingNumber::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_key_is_the_same_for_ever() {
        let carrier = |name: &str| Carrier::parse(&format!("{name}=https://c.example/{{}}")).unwrap();
        assert_eq!(carrier("DHL").key(), CarrierKey(0x121b_7377));
        assert_ne!(carrier("DHL").key(), carrier("DPD").key());
        let key = CarrierKey(0x00ab_0001);
        assert_eq!(CarrierKey::parse(&key.to_string()), Some(key));
        assert_eq!(CarrierKey::parse("+0ab0001"), None);
    }

    #[test]
    fn a_link_is_found_among_words() {
        assert_eq!(link_in("DHL, see https://a.example/1 please"), Some("https://a.example/1"));
        assert_eq!(link_in("DHL 00340434"), None);
        assert_eq!(link_in("https:// nothing"), None);
    }
}
