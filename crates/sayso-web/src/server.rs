//! The server: listens, answers, ends.

use std::{
    future::Future,
    net::{SocketAddr, TcpListener},
    path::Path,
    sync::Arc,
    time::Duration,
};

use tokio::{
    runtime,
    sync::{Semaphore, oneshot, watch},
    time::timeout,
};

use crate::{
    access::{Access, Door},
    desk::Desk,
    error::WebError,
    events::{self, watch_case},
    router::{App, router},
};

/// How long answers that are under way may take to end: browsers hold connections open that carry nothing.
const GRACE: Duration = Duration::from_secs(2);

/// Threads that read the case. One works at a time on most pages, the others wait for it; each keeps some memory to itself.
const READING_THREADS: usize = 8;

/// A case that is about to be served: the address is taken, and nobody is answered yet.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    desk: Arc<Desk>,
    door: Door,
}

impl Server {
    /// Opens the case and begins to listen. Port 0 takes any free one: [`Server::address`] tells which.
    ///
    /// # Errors
    /// When the case cannot be opened, the address is taken, or other machines can reach it and visitors are not known.
    pub fn bind(case: impl AsRef<Path>, address: SocketAddr, access: Access) -> Result<Self, WebError> {
        if matches!(access, Access::Open { .. }) && !address.ip().is_loopback() {
            return Err(WebError::NotLoopback { given: address.ip().to_string() });
        }
        let door = Door::new(access)?;
        let desk = Arc::new(Desk::open(case.as_ref())?);
        // A large case takes seconds to read: nobody should wait for them at the first page.
        desk.look()?;
        let listen = |source| WebError::Listen { address, source };
        let listener = TcpListener::bind(address).map_err(listen)?;
        listener.set_nonblocking(true).map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        Ok(Self { listener, address, desk, door })
    }

    /// The address, with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers requests until `stop` is done, then lets answers under way end, for two seconds at most.
    ///
    /// # Errors
    /// When the threads that answer cannot be started.
    pub fn run(self, stop: impl Future<Output = ()>) -> Result<(), WebError> {
        let runtime = runtime::Builder::new_multi_thread()
            .enable_all()
            .max_blocking_threads(READING_THREADS)
            .build()
            .map_err(WebError::Start)?;
        let outcome = runtime.block_on(self.answer(stop));
        // A comparison that still runs is given up; it only reads.
        runtime.shutdown_background();
        outcome
    }

    async fn answer(self, stop: impl Future<Output = ()>) -> Result<(), WebError> {
        let listener = tokio::net::TcpListener::from_std(self.listener).map_err(WebError::Start)?;
        let (end, ended) = oneshot::channel::<()>();
        let until = async move {
            let _ = ended.await;
        };
        let (tell, changed) = watch::channel(0);
        let watching = tokio::spawn(watch_case(self.desk.clone(), tell));
        let listeners = Arc::new(Semaphore::new(events::MOST));
        let (desk, door, address) = (self.desk, self.door, self.address);
        let router = router(Arc::new(App { desk, door, address, changed, listeners }));
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let serving =
            tokio::spawn(async move { axum::serve(listener, service).with_graceful_shutdown(until).await });
        stop.await;
        let _ = end.send(());
        watching.abort();
        // Serving has no error of its own, and who is not done in time is cut off.
        let _ = timeout(GRACE, serving).await;
        Ok(())
    }
}

/// Is done when the person at the terminal presses Ctrl-C.
pub async fn interrupted() {
    // Where the signal cannot be listened for, it ends the program by itself.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
