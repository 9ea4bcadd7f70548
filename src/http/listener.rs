//! Listening that ends before serving does.
//!
//! A server that is told to end closes connections on which no request has arrived yet, and the system resets those
//! that nobody has accepted. Behind a proxy both are requests that fail. So the port is closed first, and who is in by
//! then is served.

use axum::serve::Listener;
use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// How long a connection that was accepted at the last moment has to bring its request.
const LAST_MOMENT: Duration = Duration::from_millis(100);

/// Listens until it is told to stop.
pub struct Closing {
    listener: Option<TcpListener>,
    address: SocketAddr,
    waiting: VecDeque<(TcpStream, SocketAddr)>,
    stop: CancellationToken,
}

impl Closing {
    /// Closes `listener` at `stop`.
    ///
    /// # Errors
    /// The system does not tell the address.
    pub fn new(listener: TcpListener, stop: CancellationToken) -> io::Result<Self> {
        let address = listener.local_addr()?;
        Ok(Self { listener: Some(listener), address, waiting: VecDeque::new(), stop })
    }

    /// The moment to end serving.
    pub fn served(&self) -> impl Future<Output = ()> + Send + use<> {
        let stop = self.stop.clone();
        async move {
            stop.cancelled().await;
            tokio::time::sleep(LAST_MOMENT).await;
        }
    }

    /// Takes in who stands at the door, and closes it.
    fn close(&mut self, listener: TcpListener) -> io::Result<()> {
        let listener = listener.into_std()?;
        loop {
            match listener.accept() {
                Ok((stream, peer)) => {
                    stream.set_nonblocking(true)?;
                    self.waiting.push_back((TcpStream::from_std(stream)?, peer));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }
}

impl Listener for Closing {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        if let Some(listener) = &mut self.listener {
            tokio::select! {
                biased;
                () = self.stop.cancelled() => {}
                accepted = Listener::accept(listener) => return accepted,
            }
        }
        if let Some(listener) = self.listener.take()
            && let Err(error) = self.close(listener)
        {
            tracing::warn!(%error, "connections at the door were not taken in");
        }
        match self.waiting.pop_front() {
            Some(connection) => connection,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}
