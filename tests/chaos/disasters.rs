//! What happens to a shop.

use crate::fleet::Fleet;
use crate::support::servers::{OwnPostgres, OwnRedis};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::sleep;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Disaster {
    InstanceKilled,
    InstanceReplaced,
    DatabaseStopped,
    DatabaseKilled,
    RedisEmptied,
    RedisAway,
}

const ALL: [Disaster; 6] = [
    Disaster::InstanceKilled,
    Disaster::InstanceReplaced,
    Disaster::DatabaseStopped,
    Disaster::DatabaseKilled,
    Disaster::RedisEmptied,
    Disaster::RedisAway,
];

pub(crate) struct Disasters<'a> {
    pub(crate) fleet: Fleet<'a>,
    pub(crate) postgres: &'a mut OwnPostgres,
    pub(crate) redis: &'a mut OwnRedis,
    pub(crate) random: StdRng,
    /// Milliseconds between two.
    pub(crate) pause: std::ops::Range<u64>,
    pub(crate) counts: BTreeMap<Disaster, usize>,
}

impl Disasters<'_> {
    /// Every kind once, in any order, with pauses in between.
    pub(crate) async fn strike_all(&mut self) {
        let mut all = ALL;
        all.shuffle(&mut self.random);
        for disaster in all {
            let pause = self.random.random_range(self.pause.clone());
            sleep(Duration::from_millis(pause)).await;
            *self.counts.entry(disaster).or_default() += 1;
            self.strike(disaster).await;
        }
    }

    async fn strike(&mut self, disaster: Disaster) {
        let instance = self.random.random_range(0..self.fleet.size());
        let away = Duration::from_millis(self.random.random_range(100..1500));
        match disaster {
            Disaster::InstanceKilled => self.fleet.kill(instance).await,
            Disaster::InstanceReplaced => self.fleet.replace(instance).await,
            Disaster::DatabaseStopped => {
                self.postgres.stop().await;
                sleep(away).await;
                self.postgres.start_again().await;
            }
            Disaster::DatabaseKilled => {
                self.postgres.kill().await;
                self.postgres.start_again().await;
            }
            Disaster::RedisEmptied | Disaster::RedisAway => {
                self.redis.stop().await;
                if disaster == Disaster::RedisAway {
                    sleep(away).await;
                }
                self.redis.start_empty().await;
            }
        }
    }
}
