//! Voting.

use serde_json::{Value, json};

use super::Unable;
use crate::world::World;
use crate::world::chat::ChatKey;
use crate::world::message::Content;
use crate::world::updates::Lane;

/// Votes in a poll, again with other options, or with none to take the vote back. Bots learn the new counts, and in a
/// public poll who voted.
pub(crate) fn vote(
    world: &mut World,
    user: i64,
    key: ChatKey,
    id: i64,
    options: &[usize],
) -> Result<(), Unable> {
    let message =
        world.message(key, id).ok_or_else(|| Unable::missing(format!("there is no message {id}")))?;
    let (sender, Content::Plain("poll", poll)) = (message.sender, &message.content) else {
        return Err(Unable::because("this is not a poll"));
    };
    if poll["is_closed"] == true {
        return Err(Unable::forbidden("the poll is closed"));
    }
    let known = poll["options"].as_array().map_or(0, Vec::len);
    if options.iter().any(|option| *option >= known) {
        return Err(Unable::missing("there is no such option"));
    }
    if options.len() > 1 && poll["allows_multiple_answers"] != true {
        return Err(Unable::because("this poll takes one answer"));
    }
    let name = poll["id"].as_str().unwrap_or_default().to_owned();
    let before = world.votes.get(&name).and_then(|votes| votes.get(&user)).cloned().unwrap_or_default();
    if before == options {
        return Err(Unable::because("this vote was given before"));
    }
    remember(world, &name, user, options);
    if let Some(Content::Plain("poll", poll)) = world.message_mut(key, id).map(|message| &mut message.content)
    {
        count(poll, &before, -1);
        count(poll, options, 1);
    }
    world.touch(key, id, "edited");
    if world.bots.contains_key(&sender) {
        tell(world, sender, user, key, id, options);
    }
    Ok(())
}

/// What a person has voted for in the poll of this name.
pub(crate) fn votes_of(world: &World, poll: &str, user: i64) -> Vec<usize> {
    world.votes.get(poll).and_then(|votes| votes.get(&user)).cloned().unwrap_or_default()
}

fn remember(world: &mut World, poll: &str, user: i64, options: &[usize]) {
    if world.votes.get(poll).is_none() {
        world.votes.insert(poll.to_owned(), Default::default());
    }
    if let Some(votes) = world.votes.get_mut(poll) {
        votes.insert(user, options.to_vec());
    }
}

fn count(poll: &mut Value, options: &[usize], change: i64) {
    if options.is_empty() {
        return;
    }
    for option in options {
        poll["options"][*option]["voter_count"] =
            (poll["options"][*option]["voter_count"].as_i64().unwrap_or(0) + change).into();
    }
    poll["total_voter_count"] = (poll["total_voter_count"].as_i64().unwrap_or(0) + change).into();
}

fn tell(world: &mut World, bot: i64, user: i64, key: ChatKey, id: i64, options: &[usize]) {
    let voter = world.account(user);
    let Some(Content::Plain("poll", poll)) = world.message(key, id).map(|message| message.content.clone())
    else {
        return;
    };
    if poll["is_anonymous"] == false {
        let persistent: Vec<String> = options.iter().map(ToString::to_string).collect();
        let answer = json!({
            "poll_id": poll["id"],
            "user": voter,
            "option_ids": options,
            "option_persistent_ids": persistent,
        });
        world.emit(bot, "poll_answer", Lane::Chat(key), answer, None);
    }
    world.emit(bot, "poll", Lane::Chat(key), poll, None);
}
