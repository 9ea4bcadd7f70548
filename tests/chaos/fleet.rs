//! The instances of the bot.

use crate::support::proxy::Proxy;
use crate::support::shop::{Serving, Shop};

pub(crate) struct Fleet<'a> {
    shop: &'a Shop,
    proxy: &'a Proxy,
    instances: Vec<Serving>,
    /// Logs of those that are gone.
    logs: Vec<String>,
}

impl<'a> Fleet<'a> {
    /// Starts instances behind the proxy.
    pub(crate) async fn launch(shop: &'a Shop, proxy: &'a Proxy, size: usize) -> Self {
        let instances: Vec<Serving> = (0..size).map(|_| shop.serve()).collect();
        for (number, instance) in instances.iter().enumerate() {
            proxy.leads_to(number, instance.address().await);
        }
        Self { shop, proxy, instances, logs: Vec::new() }
    }

    pub(crate) fn size(&self) -> usize {
        self.instances.len()
    }

    /// kill -9, and a new one in its place.
    pub(crate) async fn kill(&mut self, number: usize) {
        self.instances[number].kill().await;
        self.succeed(number).await;
    }

    /// A stop in peace, and a new one in its place.
    pub(crate) async fn replace(&mut self, number: usize) {
        stop(&mut self.instances[number]).await;
        self.succeed(number).await;
    }

    async fn succeed(&mut self, number: usize) {
        let instance = &mut self.instances[number];
        self.logs.push(instance.log());
        *instance = self.shop.serve();
        self.proxy.leads_to(number, instance.address().await);
    }

    /// Whoever ended by themselves: none may.
    pub(crate) fn ended_early(&mut self) -> usize {
        self.instances.iter_mut().filter_map(|instance| (!instance.is_running()).then_some(())).count()
    }

    /// Stops all of them, and gives the logs of everybody who ever served.
    pub(crate) async fn land(mut self) -> Vec<String> {
        for mut instance in self.instances {
            stop(&mut instance).await;
            self.logs.push(instance.log());
        }
        self.logs
    }
}

async fn stop(instance: &mut Serving) {
    instance.ask_to_stop();
    assert!(instance.ended().await.success(), "a stop in peace is no failure");
}
