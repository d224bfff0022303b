//! From HTTP to the functions of `pages`, and back.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
    http::Uri,
    middleware,
    response::Response,
    routing::{MethodRouter, get},
};

use crate::{
    answer::{Answer, Asked, Form},
    desk::Desk,
    guard::guard,
    refusal::Refusal,
    routes::{Forms, ROUTES, Route},
};

type Values = BTreeMap<String, String>;

/// The router of all routes, guarded.
pub(crate) fn router(desk: Arc<Desk>, address: SocketAddr) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        router = match route.forms {
            Forms::Page => router.route(route.path, handler(route, Form::Page)),
            Forms::Json(_) => router.route(route.path, handler(route, Form::Json)),
            Forms::Style => router.route(route.path, handler(route, Form::Style)),
            // The id takes the rest of the path, `.json` included.
            Forms::PageAndJson(_) if route.has_id() => router.route(route.path, handler(route, Form::Page)),
            Forms::PageAndJson(_) => router
                .route(route.path, handler(route, Form::Page))
                .route(&format!("{}.json", route.path), handler(route, Form::Json)),
        };
    }
    router.fallback(no_page).with_state(desk).layer(middleware::from_fn_with_state(address, guard))
}

fn handler(route: &'static Route, form: Form) -> MethodRouter<Arc<Desk>> {
    get(
        async move |State(desk): State<Arc<Desk>>,
                    path: Result<Path<Values>, PathRejection>,
                    query: Result<Query<Values>, QueryRejection>| {
            let (Ok(Path(path)), Ok(Query(query))) = (path, query) else {
                let hint = "Follow the links from the list of claims at /.";
                return refused(&Refusal::bad_value("this address is not well-formed", hint), form);
            };
            answered(route, form, desk, path.into_values().next().unwrap_or_default(), query).await
        },
    )
}

/// Makes the answer on a thread that may wait for the disk.
async fn answered(route: &'static Route, form: Form, desk: Arc<Desk>, id: String, query: Values) -> Response {
    let (id, form) = match id.strip_suffix(".json") {
        Some(bare) => (bare.to_owned(), Form::Json),
        None => (id, form),
    };
    let work = move || (route.answer)(&Asked { desk: &desk, form, id: &id, query: &query });
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(answer)) => answer.into_response(),
        Ok(Err(refusal)) => refused(&refusal, form),
        Err(_) => refused(&Refusal::broken(), form),
    }
}

async fn no_page(uri: Uri) -> Response {
    refused(&Refusal::no_page(), Form::of(uri.path()))
}

fn refused(refusal: &Refusal, form: Form) -> Response {
    Answer::refused(refusal, form).into_response()
}
