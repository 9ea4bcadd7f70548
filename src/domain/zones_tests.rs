use super::*;
use crate::domain::{Address, Bounded};
use proptest::prelude::*;

const ALEXANDERPLATZ: Point = (52_521_918, 13_413_215);
const POTSDAM: Point = (52_390_569, 13_064_473);

fn euro() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn zones(typed: &str, shop: &str) -> Zones {
    let mut zones = Zones::default();
    zones.set(typed, euro()).unwrap();
    zones.set_shop(shop).unwrap();
    zones
}

fn to(point: Option<Point>) -> Destination {
    Destination { address: Address::parse("1 Elm Street").unwrap(), point }
}

const BERLIN: &str = "52.52, 13.40";

#[test]
fn zones_are_told_in_one_form() {
    let zones = zones(" Old  Town = 3,90 / 2,5 KM \n\nПригород=5.00\n", BERLIN);
    assert_eq!(zones.text(), "Old Town = 3.9 / 2.5 km\nПригород = 5");
    assert_eq!(zones.shop(), "52.520000, 13.400000");
}

#[test]
fn what_is_no_zone_changes_nothing() {
    let long = format!("{} = 3", "x".repeat(41));
    let many = (0..21).map(|n| format!("z{n} = 1")).collect::<Vec<_>>().join("\n");
    for typed in [
        "Centre",
        "= 3",
        "Centre = free",
        "Centre = 3 / far",
        "Centre = 3 / 0 km",
        "A = 1\na = 2",
        &long,
        &many,
    ] {
        let mut changed = zones("Centre = 3", BERLIN);
        assert_eq!(changed.set(typed, euro()), Err(NotAValue), "{typed}");
        assert_eq!(changed, zones("Centre = 3", BERLIN));
    }
    for typed in ["here", "52.52", "91, 0", "0, 181", "NaN, 0"] {
        assert_eq!(zones("", "").set_shop(typed), Err(NotAValue), "{typed}");
    }
}

#[test]
fn without_zones_everywhere_is_the_same() {
    assert_eq!(zones("", BERLIN).locate(&to(Some(POTSDAM))), Located::Everywhere);
    assert_eq!(zones("", "").find(Zoned::Everywhere, None), Ok(None));
}

#[test]
fn the_map_finds_the_narrowest_zone_that_reaches_so_far() {
    let zones = zones("City = 6 / 50 km\nCentre = 3 / 2 km", BERLIN);
    let named = |zoned| match zoned {
        Located::In(id) => zones.find(Zoned::In(id), None).unwrap().unwrap().name.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(named(zones.locate(&to(Some(ALEXANDERPLATZ)))), "Centre");
    assert_eq!(named(zones.locate(&to(Some(POTSDAM)))), "City");
    assert_eq!(zones.locate(&to(Some((48_137_154, 11_576_124)))), Located::Outside, "Munich");
    assert_eq!(zones.locate(&to(None)), Located::Choose, "an address is not measured");
}

#[test]
fn what_the_map_cannot_tell_the_customer_says() {
    let zones = zones("Centre = 3 / 2 km\nIsland = 9", BERLIN);
    assert_eq!(zones.locate(&to(Some(POTSDAM))), Located::Choose);
    let offered: Vec<_> = zones.offered(Some(POTSDAM)).map(|zone| zone.name.as_str()).collect();
    assert_eq!(offered, ["Island"], "that it is not in the centre is known");
    assert_eq!(zones.offered(None).count(), 2);
}

#[test]
fn a_zone_that_is_gone_or_became_narrower_holds_no_more() {
    let before = zones("Centre = 3 / 30 km\nIsland = 9", BERLIN);
    let Located::In(centre) = before.locate(&to(Some(POTSDAM))) else { panic!() };
    let after = zones("Centre = 3 / 5 km", BERLIN);
    assert_eq!(after.find(Zoned::In(centre), Some(POTSDAM)), Err(NotAValue));
    assert!(after.find(Zoned::In(centre), None).is_ok());
    assert_eq!(after.find(Zoned::In(ZoneId::of("Island")), None), Err(NotAValue));
    assert_eq!(after.find(Zoned::Everywhere, None), Err(NotAValue), "zones were introduced meanwhile");
}

#[test]
fn a_way_over_the_earth_is_as_long_as_the_map_says() {
    let metres = distance(ALEXANDERPLATZ, POTSDAM);
    assert!((27_500.0..28_500.0).contains(&metres), "{metres}");
}

proptest! {
    #[test]
    fn a_way_is_never_nonsense(
        a in (-90_000_000..=90_000_000_i32, -180_000_000..=180_000_000_i32),
        b in (-90_000_000..=90_000_000_i32, -180_000_000..=180_000_000_i32),
    ) {
        let metres = distance(a, b);
        prop_assert!((0.0..20_100_000.0).contains(&metres), "{metres}");
        prop_assert!((metres - distance(b, a)).abs() < 1.0);
    }

    #[test]
    fn what_is_read_is_read_again_as_the_same(typed in "([A-Za-zж ]{1,9} = [0-9]{1,3}( / [0-9]{1,2}(.[0-9]{1,3})? km)?\n){0,5}") {
        let mut once = Zones::default();
        if once.set(&typed, euro()).is_ok() {
            prop_assert_eq!(&zones(&once.text(), ""), &once);
        }
    }
}
