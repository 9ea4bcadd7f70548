use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn parts() -> impl Strategy<Value = Part> {
    prop_oneof![
        Just(Part::Name),
        Just(Part::Phone),
        Just(Part::Delivery),
        Just(Part::Note),
        Just(Part::Promo)
    ]
}

/// Every button, with any ids in it.
fn button(n: u8, a: i64, b: u32, c: i64, order: OrderId, part: Part) -> Option<Button> {
    let buttons = [
        Button::Home,
        Button::Catalog,
        Button::Category(CategoryId(a), b),
        Button::Product(ProductId(a)),
        Button::Sku(SkuId(a)),
        Button::Results(b),
        Button::Picture(ProductId(a), b),
        Button::Pieces(SkuId(a), b, UpdateId(c)),
        Button::Add(SkuId(a), b, UpdateId(c)),
        Button::Cart,
        Button::Line(SkuId(a), b),
        Button::EmptyCart,
        Button::Checkout,
        Button::Keep,
        Button::Delivery,
        Button::Pickup,
        Button::SavedAddress(a),
        Button::Zone(ZoneId(b)),
        Button::NoZone,
        Button::Time(Slot { day: NaiveDate::MAX, span: Span::between(1439, 2879).unwrap() }),
        Button::Skip,
        Button::Back,
        Button::Change(part),
        Button::UseCredit(n.is_multiple_of(2)),
        Button::Confirm(order),
        Button::Orders(b),
        Button::Order(order),
        Button::CancelOrder(order),
        Button::CancelOrderYes(order),
        Button::AnswerChange(AmendmentId(a), n.is_multiple_of(2)),
        Button::Reorder(order),
        Button::Profile,
        Button::EditName,
        Button::EditPhone,
        Button::RemoveAddress(a),
        Button::Languages,
        Button::Language(Lang::ALL[usize::from(n) % 4]),
        Button::TellMe(ProductId(a)),
        Button::Support,
        Button::Help,
        Button::Notifications,
        Button::SetBroadcasts(true),
        Button::SetBroadcasts(false),
        Button::DeleteMe,
        Button::DeleteMeYes,
        Button::Label,
    ];
    let all = buttons.len();
    buttons.into_iter().nth(usize::from(n) % all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_button_comes_back_as_it_was(
        n in any::<u8>(), a in any::<i64>(), b in any::<u32>(), c in any::<i64>(), id in any::<u128>(), part in parts()
    ) {
        let button = button(n, a, b, c, OrderId(Uuid::from_u128(id)), part).unwrap();
        let payload = encode(&button);
        prop_assert!(payload.len() <= MOST_BYTES, "{payload}");
        prop_assert_eq!(decode(&payload), Some(button));
    }

    #[test]
    fn nothing_a_stranger_sends_breaks_it(payload in "(1:)?[a-z0-9:-]{0,70}") {
        let _ = decode(&payload);
    }
}

#[test]
fn payloads_in_old_chats_are_still_read() {
    let order = OrderId(Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef));
    let old = [
        ("1:home", Button::Home),
        ("1:cat", Button::Catalog),
        ("1:cat:7:2", Button::Category(CategoryId(7), 2)),
        ("1:p:12", Button::Product(ProductId(12))),
        ("1:s:34", Button::Sku(SkuId(34))),
        ("1:find:1", Button::Results(1)),
        ("1:pic:12:1", Button::Picture(ProductId(12), 1)),
        ("1:n:34:2:900", Button::Pieces(SkuId(34), 2, UpdateId(900))),
        ("1:add:34:2:900", Button::Add(SkuId(34), 2, UpdateId(900))),
        ("1:cart", Button::Cart),
        ("1:line:34:0", Button::Line(SkuId(34), 0)),
        ("1:empty", Button::EmptyCart),
        ("1:co", Button::Checkout),
        ("1:keep", Button::Keep),
        ("1:del", Button::Delivery),
        ("1:pick", Button::Pickup),
        ("1:adr:5", Button::SavedAddress(5)),
        ("1:skip", Button::Skip),
        ("1:back", Button::Back),
        ("1:chg:name", Button::Change(Part::Name)),
        ("1:chg:phone", Button::Change(Part::Phone)),
        ("1:chg:del", Button::Change(Part::Delivery)),
        ("1:chg:note", Button::Change(Part::Note)),
        ("1:chg:promo", Button::Change(Part::Promo)),
        ("1:cr:1", Button::UseCredit(true)),
        ("1:cr:0", Button::UseCredit(false)),
        ("1:ok:0123456789abcdef0123456789abcdef", Button::Confirm(order)),
        ("1:os:0", Button::Orders(0)),
        ("1:o:0123456789abcdef0123456789abcdef", Button::Order(order)),
        ("1:oc:0123456789abcdef0123456789abcdef", Button::CancelOrder(order)),
        ("1:ocy:0123456789abcdef0123456789abcdef", Button::CancelOrderYes(order)),
        ("1:am:7:1", Button::AnswerChange(AmendmentId(7), true)),
        ("1:am:7:0", Button::AnswerChange(AmendmentId(7), false)),
        ("1:re:0123456789abcdef0123456789abcdef", Button::Reorder(order)),
        ("1:me", Button::Profile),
        ("1:men", Button::EditName),
        ("1:mep", Button::EditPhone),
        ("1:rma:5", Button::RemoveAddress(5)),
        ("1:lang", Button::Languages),
        ("1:lang:ru", Button::Language(Lang::Ru)),
        ("1:sup", Button::Support),
        ("1:help", Button::Help),
        ("1:news", Button::Notifications),
        ("1:news:1", Button::SetBroadcasts(true)),
        ("1:news:0", Button::SetBroadcasts(false)),
        ("1:rm", Button::DeleteMe),
        ("1:rmy", Button::DeleteMeYes),
        ("1:-", Button::Label),
    ];
    for (payload, button) in old {
        assert_eq!(decode(payload), Some(button), "{payload}");
    }
}

#[test]
fn what_cannot_be_read_is_out_of_date() {
    for payload in
        ["", "1", "1:", "2:home", "0:home", "s1:ok:1", "1:cat:x:1", "1:cat:1", "1:home:1", "1:ok:zz"]
    {
        assert_eq!(decode(payload), None, "{payload}");
    }
}
