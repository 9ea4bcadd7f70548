//! The instances of the bot.

use crate::support::shop::{Serving, Shop, until};
use std::net::{SocketAddr, TcpListener};

pub(crate) struct Fleet<'a> {
    shop: &'a Shop,
    addresses: Vec<SocketAddr>,
    instances: Vec<Serving>,
    /// Logs of those that are gone.
    logs: Vec<String>,
}

/// Addresses on which nothing listens.
pub(crate) fn free_addresses(count: usize) -> Vec<SocketAddr> {
    let held: Vec<TcpListener> = (0..count).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
    held.iter().map(|listener| listener.local_addr().unwrap()).collect()
}

impl<'a> Fleet<'a> {
    pub(crate) fn launch(shop: &'a Shop, addresses: Vec<SocketAddr>) -> Self {
        let instances = addresses.iter().map(|address| shop.serve_at(&address.to_string())).collect();
        Self { shop, addresses, instances, logs: Vec::new() }
    }

    pub(crate) fn size(&self) -> usize {
        self.instances.len()
    }

    /// kill -9, and a new one in its place.
    pub(crate) async fn kill(&mut self, number: usize) {
        let new = self.addresses[number].to_string();
        let old = &mut self.instances[number];
        old.kill().await;
        self.logs.push(old.log());
        *old = self.shop.serve_at(&new);
    }

    /// A stop in peace, and a new one in its place. Ends when the new one answers.
    pub(crate) async fn replace(&mut self, number: usize) {
        let address = self.addresses[number].to_string();
        self.is_up(number).await;
        let old = &mut self.instances[number];
        old.ask_to_stop();
        assert!(old.ended().await.success(), "a stop in peace is no failure");
        self.logs.push(old.log());
        *old = self.shop.serve_at(&address);
        self.is_up(number).await;
    }

    /// Waits until this instance takes updates.
    pub(crate) async fn is_up(&mut self, number: usize) {
        let ready = format!("http://{}/health/ready", self.addresses[number]);
        until("an instance is ready", async || {
            reqwest::get(&ready).await.is_ok_and(|answer| answer.status().is_success())
        })
        .await;
    }

    /// Whoever ended by themselves: none may.
    pub(crate) fn ended_early(&mut self) -> usize {
        self.instances.iter_mut().filter_map(|instance| (!instance.is_running()).then_some(())).count()
    }

    /// Stops all of them, and gives the logs of everybody who ever served.
    pub(crate) async fn land(mut self) -> Vec<String> {
        for mut instance in self.instances {
            instance.ask_to_stop();
            assert!(instance.ended().await.success(), "a stop in peace is no failure");
            self.logs.push(instance.log());
        }
        self.logs
    }
}
