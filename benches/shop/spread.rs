//! Spreads connections over several instances, in turn.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// Connections and not requests are spread, which costs the least.
pub(crate) struct Spread {
    address: SocketAddr,
    instances: Arc<Mutex<Vec<SocketAddr>>>,
    task: AbortHandle,
}

impl Spread {
    pub(crate) async fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let instances: Arc<Mutex<Vec<SocketAddr>>> = Arc::default();
        let turn = AtomicUsize::new(0);
        let known = Arc::clone(&instances);
        let task = tokio::spawn(async move {
            while let Ok((mut from, _)) = listener.accept().await {
                let next = {
                    let known = known.lock().unwrap_or_else(PoisonError::into_inner);
                    known.get(turn.fetch_add(1, Ordering::Relaxed) % known.len().max(1)).copied()
                };
                let Some(next) = next else { continue };
                tokio::spawn(async move {
                    if let Ok(mut to) = TcpStream::connect(next).await {
                        let _ = (from.set_nodelay(true), to.set_nodelay(true));
                        let _ = tokio::io::copy_bidirectional(&mut from, &mut to).await;
                    }
                });
            }
        });
        Ok(Self { address, instances, task: task.abort_handle() })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn leads_to(&self, instance: SocketAddr) {
        self.instances.lock().unwrap_or_else(PoisonError::into_inner).push(instance);
    }
}

impl Drop for Spread {
    fn drop(&mut self) {
        self.task.abort();
    }
}
