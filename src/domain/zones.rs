//! Where the shop delivers to, and for how much: zones with a name, and, around the shop, with a radius.

use super::{Currency, Destination, Money, NotAValue, price_of};
use serde::{Deserialize, Serialize};

/// The most zones: each is a button.
const MOST: usize = 20;
/// The most characters of a name: it stands on a button, beside the fee.
const NAME: usize = 40;
/// The widest radius, in metres.
const RADIUS: u32 = 200_000;
/// The mean radius of the earth, in metres.
const EARTH: f64 = 6_371_000.0;

/// A point on the map: latitude and longitude in millionths of a degree.
pub type Point = (i32, i32);

/// Names a zone on buttons and in open conversations: made from its name, so that another name is another zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ZoneId(pub u32);

impl ZoneId {
    /// FNV-1a of the name in lower case.
    fn of(name: &str) -> Self {
        let byte = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        Self(name.to_lowercase().bytes().fold(0x811c_9dc5, byte))
    }
}

/// A part of the world with a fee of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its name, as customers read it.
    pub name: String,
    /// What one delivery there costs.
    pub fee: Money,
    /// How far around the shop it reaches, in metres. `None`: only its name says where it is.
    pub within: Option<u32>,
}

impl Zone {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> ZoneId {
        ZoneId::of(&self.name)
    }

    /// Reads `Centre = 3.90` or `Centre = 3.90 / 5 km`.
    fn parse(line: &str, currency: Currency) -> Option<Self> {
        let (name, rest) = line.split_once('=')?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let (fee, radius) = rest.split_once('/').map_or((rest, None), |(fee, radius)| (fee, Some(radius)));
        let within = match radius {
            Some(radius) => Some(metres(radius)?),
            None => None,
        };
        let fits = (1..=NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control);
        fits.then_some(Self { name, fee: price_of(fee, currency)?, within })
    }

    fn text(&self) -> String {
        let fee = self.fee.amount().normalize();
        match self.within {
            Some(metres) => {
                let km = rust_decimal::Decimal::new(metres.into(), 3).normalize();
                format!("{} = {fee} / {km} km", self.name)
            }
            None => format!("{} = {fee}", self.name),
        }
    }
}

/// Kilometres, as somebody types them, in metres.
fn metres(typed: &str) -> Option<u32> {
    let number = typed.trim().to_lowercase();
    let number = number.strip_suffix("km").or_else(|| number.strip_suffix("км")).unwrap_or(&number);
    let km: rust_decimal::Decimal = number.trim().replace(',', ".").parse().ok()?;
    let metres: u32 = km.checked_mul(rust_decimal::Decimal::ONE_THOUSAND)?.trunc().try_into().ok()?;
    (1..=RADIUS).contains(&metres).then_some(metres)
}

/// In which zone a delivery goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Zoned {
    /// The shop has none: everywhere costs the same.
    #[default]
    Everywhere,
    /// In this one.
    In(ZoneId),
}

/// How an order would travel, as far as its price depends on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ride {
    /// The customer comes for it.
    Pickup,
    /// The shop brings it, to this point if it is known.
    To(Zoned, Option<Point>),
}

/// Which zone an address is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Located {
    /// The shop has no zones.
    Everywhere,
    /// In this one.
    In(ZoneId),
    /// The customer has to say.
    Choose,
    /// In none: the shop does not deliver there.
    Outside,
}

/// All zones, and where the shop is. Without zones the shop delivers everywhere for one fee.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Zones {
    all: Vec<Zone>,
    shop: Option<Point>,
}

impl Zones {
    /// Sets the zones, one a line; nothing is none.
    ///
    /// # Errors
    /// [`NotAValue`]: then they stay as they are.
    pub fn set(&mut self, typed: &str, currency: Currency) -> Result<(), NotAValue> {
        let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
        let all: Vec<_> =
            lines.map(|line| Zone::parse(line, currency)).collect::<Option<_>>().ok_or(NotAValue)?;
        let is_twice = |(n, zone): (usize, &Zone)| all[..n].iter().any(|other| other.id() == zone.id());
        if all.len() > MOST || all.iter().enumerate().any(is_twice) {
            return Err(NotAValue);
        }
        self.all = all;
        Ok(())
    }

    /// The zones as [`set`](Self::set) reads them.
    #[must_use]
    pub fn text(&self) -> String {
        self.all.iter().map(Zone::text).collect::<Vec<_>>().join("\n")
    }

    /// Sets where the shop is: latitude and longitude in degrees, `52.520008, 13.404954`; nothing is unknown.
    ///
    /// # Errors
    /// [`NotAValue`]: then it stays as it is.
    pub fn set_shop(&mut self, typed: &str) -> Result<(), NotAValue> {
        self.shop = if typed.is_empty() { None } else { Some(point(typed).ok_or(NotAValue)?) };
        Ok(())
    }

    /// Where the shop is, as [`set_shop`](Self::set_shop) reads it.
    #[must_use]
    pub fn shop(&self) -> String {
        let degrees = |millionths: i32| f64::from(millionths) / 1e6;
        self.shop.map_or_else(String::new, |(lat, lon)| format!("{:.6}, {:.6}", degrees(lat), degrees(lon)))
    }

    /// Every zone.
    #[must_use]
    pub fn all(&self) -> &[Zone] {
        &self.all
    }

    /// The zones a customer can choose from for this point. Where the map can tell, only names are left to choose.
    pub fn offered(&self, to: Option<Point>) -> impl Iterator<Item = &Zone> {
        let is_measured = to.is_some() && self.shop.is_some();
        self.all.iter().filter(move |zone| !is_measured || zone.within.is_none())
    }

    /// In which zone this is: by the map the narrowest that reaches so far, else what the customer says.
    #[must_use]
    pub fn locate(&self, to: &Destination) -> Located {
        if self.all.is_empty() {
            return Located::Everywhere;
        }
        let reaching = self
            .all
            .iter()
            .filter(|zone| zone.within.is_some() && self.reaches(zone, to.point) == Some(true));
        if let Some(narrowest) = reaching.min_by_key(|zone| zone.within) {
            return Located::In(narrowest.id());
        }
        if self.offered(to.point).next().is_some() { Located::Choose } else { Located::Outside }
    }

    /// The zone of a delivery; an error if it is none of the shop's (any more).
    ///
    /// # Errors
    /// [`NotAValue`]
    pub fn find(&self, zoned: Zoned, to: Option<Point>) -> Result<Option<&Zone>, NotAValue> {
        match zoned {
            Zoned::Everywhere if self.all.is_empty() => Ok(None),
            Zoned::Everywhere => Err(NotAValue),
            Zoned::In(id) => {
                let zone = self.all.iter().find(|zone| zone.id() == id);
                zone.filter(|zone| self.reaches(zone, to) != Some(false)).map(Some).ok_or(NotAValue)
            }
        }
    }

    /// Whether a zone with a radius reaches so far; `None` where nobody can tell.
    fn reaches(&self, zone: &Zone, to: Option<Point>) -> Option<bool> {
        Some(distance(self.shop?, to?) <= f64::from(zone.within?))
    }
}

fn point(typed: &str) -> Option<Point> {
    let (lat, lon) = typed.split_once([',', ';'])?;
    let millionths = |typed: &str, most: f64| {
        let degrees: f64 = typed.trim().parse().ok().filter(|degrees: &f64| degrees.abs() <= most)?;
        rust_decimal::prelude::ToPrimitive::to_i32(&(degrees * 1e6).round())
    };
    Some((millionths(lat, 90.0)?, millionths(lon, 180.0)?))
}

/// The way over the earth between two points, in metres (haversine).
fn distance(from: Point, to: Point) -> f64 {
    let radians = |millionths: i32| (f64::from(millionths) / 1e6).to_radians();
    let (lat, other_lat) = (radians(from.0), radians(to.0));
    let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
    let chord = half(lat, other_lat) + lat.cos() * other_lat.cos() * half(radians(from.1), radians(to.1));
    2.0 * EARTH * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
#[path = "zones_tests.rs"]
mod tests;
