//! The order of a lane that does not fit into memory.

use super::*;
use crate::repository::WaitingUpdate;

const LANE: Lane = Lane(7);
const LEASE: Lease = Lease { lane: LANE, fence: 1 };

/// A board with room for four updates of a lane, which it holds.
fn board() -> Board {
    let mut board = Board::new(8, 4, Duration::ZERO);
    let now = Instant::now();
    let reading = Reading { lane: LANE, arrivals: 0, waiting: Vec::new() };
    assert!(board.claimed(LEASE, reading, now + Duration::from_secs(60), now).is_none());
    board
}

/// A batch with these updates was stored.
fn come(board: &mut Board, ids: impl IntoIterator<Item = i64>) {
    let now = Instant::now();
    let batch: Vec<Arrival> = ids.into_iter().map(arrival).collect();
    let plan = board.plan(&batch, now);
    board.stored(plan, batch, Vec::new(), now, now);
}

fn arrival(id: i64) -> Arrival {
    Arrival { id: UpdateId(id), lane: Some(LANE), kind: String::new(), raw: String::new(), answered: None }
}

/// What the database answers when the lane is read while these wait in it.
fn reading(ids: impl IntoIterator<Item = i64>) -> Vec<Reading> {
    let waiting = |id| WaitingUpdate {
        id: UpdateId(id),
        kind: String::new(),
        raw: String::new(),
        attempts: 0,
        age: Duration::ZERO,
    };
    vec![Reading { lane: LANE, arrivals: 0, waiting: ids.into_iter().map(waiting).take(4).collect() }]
}

/// Works on the next update to the end.
fn work(board: &mut Board) -> Option<i64> {
    let Next::Work(ready) = board.next(LEASE, Instant::now()) else { return None };
    board.settled(LEASE, ready.id, true);
    Some(ready.id.0)
}

fn work_all(board: &mut Board) -> Vec<i64> {
    std::iter::from_fn(|| work(board)).collect()
}

#[test]
fn what_comes_later_does_not_overtake_what_waits_in_the_database() {
    let mut board = board();
    come(&mut board, 1..=6);
    assert_eq!([work(&mut board), work(&mut board)], [Some(1), Some(2)]);
    come(&mut board, [7]);
    assert_eq!(work_all(&mut board), [3, 4], "5 and 6 are in the database alone, and 7 with them");
    assert_eq!(board.take_unread().0, [LANE]);
    board.were_read(reading(5..=7), Instant::now());
    assert_eq!(work_all(&mut board), [5, 6, 7]);
    assert!(!board.has_unread());
}

#[test]
fn what_comes_during_a_reading_waits_for_the_next() {
    let mut board = board();
    come(&mut board, 1..=5);
    assert_eq!(work_all(&mut board), [1, 2, 3, 4]);
    assert_eq!(board.take_unread().0, [LANE]);
    come(&mut board, [6]);
    assert_eq!(work(&mut board), None);
    board.were_read(reading([5]), Instant::now());
    assert_eq!(work_all(&mut board), [5]);
    assert_eq!(board.take_unread().0, [LANE]);
    board.were_read(reading([6]), Instant::now());
    assert_eq!(work_all(&mut board), [6]);
}

#[test]
fn a_batch_out_of_order_keeps_its_first_updates_in_memory() {
    let mut board = board();
    come(&mut board, (1..=10).rev());
    assert_eq!(work_all(&mut board), [1, 2, 3, 4]);
    assert!(board.has_unread());
}

#[test]
fn a_lane_that_could_not_be_read_is_read_again() {
    let mut board = board();
    come(&mut board, 1..=5);
    assert_eq!(work_all(&mut board), [1, 2, 3, 4]);
    let (lanes, _) = board.take_unread();
    board.not_read(&lanes);
    come(&mut board, [6]);
    assert_eq!(work(&mut board), None);
    assert_eq!(board.take_unread().0, [LANE]);
}

#[test]
fn a_lane_that_was_read_to_its_end_takes_updates_without_another_reading() {
    let mut board = board();
    come(&mut board, 1..=5);
    assert_eq!(work_all(&mut board), [1, 2, 3, 4]);
    board.take_unread();
    board.were_read(reading([5]), Instant::now());
    come(&mut board, [6]);
    assert_eq!(work_all(&mut board), [5, 6]);
    assert!(!board.has_unread());
}

#[test]
fn what_comes_here_does_not_overtake_what_came_to_another_instance() {
    let mut board = board();
    board.announced(&[LANE]);
    come(&mut board, [3]);
    assert_eq!(work_all(&mut board), [0; 0], "1 and 2 are in the database alone, and 3 with them");
    assert_eq!(board.take_unread().0, [LANE]);
    board.were_read(reading(1..=3), Instant::now());
    assert_eq!(work_all(&mut board), [1, 2, 3]);
}

#[test]
fn a_lane_whose_lease_may_end_before_a_batch_is_stored_is_announced() {
    let mut board = board();
    let plan = board.plan(&[arrival(1)], Instant::now() + Duration::from_secs(61));
    assert_eq!((plan.touch.announce, plan.touch.held.len()), (vec![LANE], 0));
}

#[test]
fn what_may_have_been_stored_after_all_is_not_overtaken() {
    let mut board = board();
    let now = Instant::now();
    let plan = board.plan(&[arrival(1)], now);
    board.not_stored(plan, now);
    come(&mut board, [2]);
    assert_eq!(work_all(&mut board), [0; 0], "1 may be in the database, and 2 is behind it");
    assert_eq!(board.take_unread().0, [LANE]);
    board.were_read(reading(1..=2), Instant::now());
    assert_eq!(work_all(&mut board), [1, 2]);
}

#[test]
fn what_was_stored_by_an_attempt_that_seemed_to_fail_is_read_when_it_comes_again() {
    let mut board = board();
    board.repeated([&arrival(1)]);
    come(&mut board, [2]);
    assert_eq!(work_all(&mut board), [0; 0]);
    board.take_unread();
    board.were_read(reading(1..=2), Instant::now());
    assert_eq!(work_all(&mut board), [1, 2]);
    board.repeated([&arrival(1), &arrival(2)]);
    assert!(!board.has_unread(), "both were done here");
}

#[test]
fn a_lease_that_was_lost_takes_no_newer_one_with_it() {
    let mut board = board();
    let now = Instant::now();
    let newer = Lease { fence: 2, ..LEASE };
    board.claimed(newer, Reading { lane: LANE, arrivals: 0, waiting: Vec::new() }, now, now);
    assert!(board.renewed(&[LEASE], &[LANE], now).is_empty());
    assert_eq!(board.leases(), [newer]);
}
