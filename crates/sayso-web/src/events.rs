//! Tells browsers that the case has changed: server-sent events.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header::CONTENT_TYPE},
    response::Response,
};
use futures_core::Stream;
use tokio::{
    sync::{Semaphore, mpsc, watch},
    time::{interval, timeout},
};

use crate::desk::Desk;

/// How often the case is looked at for changes that other programs made.
const LOOK: Duration = Duration::from_secs(1);
/// How often a silent connection says that it is there: proxies cut off what is silent for a minute.
const ALIVE: Duration = Duration::from_secs(20);
/// Connections that listen at once; each costs a little memory and nothing else.
pub(crate) const MOST: usize = 500;

/// Looks at the case for as long as anybody may listen, and tells when it is another one.
pub(crate) async fn watch_case(desk: Arc<Desk>, told: watch::Sender<u64>) {
    let mut ticks = interval(LOOK);
    loop {
        ticks.tick().await;
        let desk = desk.clone();
        let Ok(Ok(now)) = tokio::task::spawn_blocking(move || desk.state()).await else { continue };
        told.send_if_modified(|last| std::mem::replace(last, now) != now);
    }
}

/// The answer that goes on: a line whenever the case has changed.
pub(crate) fn events(mut changed: watch::Receiver<u64>, listeners: &Arc<Semaphore>) -> Option<Response> {
    let listens = listeners.clone().try_acquire_owned().ok()?;
    let (send, receive) = mpsc::channel::<Result<Bytes, Infallible>>(4);
    tokio::spawn(async move {
        let _listens = listens;
        changed.mark_unchanged();
        let mut line = "retry: 3000\n\n".to_owned();
        while send.send(Ok(Bytes::from(line))).await.is_ok() {
            line = match timeout(ALIVE, changed.changed()).await {
                Ok(Ok(())) => format!("event: changed\ndata: {}\n\n", *changed.borrow_and_update()),
                Ok(Err(_)) => break,
                Err(_) => ":\n\n".to_owned(),
            };
        }
    });
    let mut response = Response::new(Body::from_stream(Lines(receive)));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    Some(response)
}

struct Lines(mpsc::Receiver<Result<Bytes, Infallible>>);

impl Stream for Lines {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx)
    }
}
