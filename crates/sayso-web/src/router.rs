//! From HTTP to the functions of `pages`, and back.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{
        Path, Query, Request, State,
        rejection::{PathRejection, QueryRejection},
    },
    http::{
        HeaderMap, HeaderValue, StatusCode, Uri,
        header::{LOCATION, SET_COOKIE},
    },
    middleware,
    response::Response,
    routing::{MethodRouter, get, post},
};
use jiff::Timestamp;
use sayso_pages::html::{ACT_ADDRESS, ADD_ADDRESS, FILTERS_ADDRESS, SIGN_IN_ADDRESS, SIGN_OUT_ADDRESS};
use tokio::sync::{Semaphore, watch};

use crate::{
    access::{Door, Known, Refused},
    act::{Fields, act},
    answer::{Answer, Asked, Form},
    back::{after, local, local_query},
    desk::Desk,
    events,
    guard::{from, guard},
    refusal::Refusal,
    routes::{EVENTS, Forms, ROUTES, Route},
    texts,
    visit::Visits,
};

type Values = BTreeMap<String, String>;

/// Bytes of a form: the longest reason, and the ids of all statements of a claim.
const LONGEST_FORM: usize = 1 << 20;

/// Bytes of an article that is pasted, as a form writes it: every byte may become three.
const LONGEST_ARTICLE: usize = 24 << 20;

/// What all answers are made from.
pub(crate) struct App {
    pub(crate) desk: Arc<Desk>,
    pub(crate) door: Door,
    pub(crate) address: SocketAddr,
    pub(crate) changed: watch::Receiver<u64>,
    pub(crate) listeners: Arc<Semaphore>,
}

/// The router of all routes, guarded.
pub(crate) fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        router = match route.forms {
            Forms::Page => router.route(route.path, handler(route, Form::Page)),
            Forms::Json(_) => router.route(route.path, handler(route, Form::Json)),
            Forms::Style => router.route(route.path, handler(route, Form::Style)),
            Forms::Script => router.route(route.path, handler(route, Form::Script)),
            Forms::Feed => router.route(route.path, handler(route, Form::Feed)),
            // The id takes the rest of the path, `.json` included.
            Forms::PageAndJson(_) if route.has_id() => router.route(route.path, handler(route, Form::Page)),
            Forms::PageAndJson(_) => router
                .route(route.path, handler(route, Form::Page))
                .route(&format!("{}.json", route.path), handler(route, Form::Json)),
        };
    }
    router
        .route(EVENTS, get(listen))
        .route(ACT_ADDRESS, post(decide))
        .route(ADD_ADDRESS, post(add))
        .route(FILTERS_ADDRESS, post(filters))
        .route(SIGN_IN_ADDRESS, get(sign_in_page).post(sign_in))
        .route(SIGN_OUT_ADDRESS, post(sign_out))
        .fallback(no_page)
        .with_state(app.clone())
        .layer(middleware::from_fn_with_state(app, guard))
}

fn handler(route: &'static Route, form: Form) -> MethodRouter<Arc<App>> {
    get(
        async move |State(app): State<Arc<App>>,
                    headers: HeaderMap,
                    uri: Uri,
                    path: Result<Path<Values>, PathRejection>,
                    query: Result<Query<Values>, QueryRejection>| {
            let (Ok(Path(path)), Ok(Query(query))) = (path, query) else {
                let hint = texts::FOLLOW_THE_LINKS;
                return refused(&Refusal::bad_value(texts::NOT_WELL_FORMED, hint), form);
            };
            let id = path.into_values().next().unwrap_or_default();
            let known = match (app.door.known(&headers), route.public) {
                (Some(known), _) => known,
                (None, true) => Known::nobody(),
                (None, false) => return stranger(&app, &uri, form),
            };
            let (kept, port) = (Visits::of(&headers, app.address.port()), app.address.port());
            let visits = Visits::with(kept, Timestamp::now());
            let here = Here { address: local(&uri.to_string()), visit: visits.before() };
            let mut response = answered(route, form, app, id, query, known, here).await;
            if form == Form::Page && kept != Some(visits) {
                response.headers_mut().append(SET_COOKIE, header(&visits.cookie(port)));
            }
            response
        },
    )
}

/// Who is not known signs in first, where that is possible.
fn stranger(app: &App, uri: &Uri, form: Form) -> Response {
    if app.door.signs_in() && form == Form::Page {
        let back: String = form_urlencoded::byte_serialize(uri.to_string().as_bytes()).collect();
        return redirect(&format!("{SIGN_IN_ADDRESS}?back={back}"), None);
    }
    refused(&Refusal::unknown_visitor(), form)
}

/// From where a page is asked for.
struct Here {
    /// Its own path and query.
    address: String,
    /// When the browser was here last before this visit.
    visit: Option<Timestamp>,
}

/// Makes the answer on a thread that may wait for the disk.
async fn answered(
    route: &'static Route,
    form: Form,
    app: Arc<App>,
    id: String,
    query: Values,
    known: Known,
    here: Here,
) -> Response {
    let (id, form) = match id.strip_suffix(".json") {
        Some(bare) => (bare.to_owned(), Form::Json),
        None => (id, form),
    };
    let work = move || {
        let (desk, address) = (&app.desk, app.address);
        let asked = Asked {
            desk,
            form,
            id: &id,
            query: &query,
            visitor: &known.visitor,
            here: &here.address,
            address,
            visit: here.visit,
        };
        (route.answer)(&asked)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(answer)) => answer.into_response(),
        Ok(Err(refusal)) => refused(&refusal, form),
        Err(_) => refused(&Refusal::broken(), form),
    }
}

async fn listen(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    if app.door.known(&headers).is_none() {
        return refused(&Refusal::unknown_visitor(), Form::Json);
    }
    events::events(app.changed.clone(), &app.listeners)
        .unwrap_or_else(|| refused(&Refusal::too_often(), Form::Json))
}

/// Takes an article and leads to the page that tells how far its reading has come.
async fn add(State(app): State<Arc<App>>, headers: HeaderMap, request: Request) -> Response {
    let fields = match permitted(&app, &headers, request, LONGEST_ARTICLE).await {
        Ok((_, fields)) => fields,
        Err(refusal) => return refused(&refusal, Form::Page),
    };
    let work = move || match fields.get("addresses") {
        "" => app.desk.add(fields.get("name"), fields.get("text")),
        addresses => app.desk.fetch(addresses),
    };
    led_on(work, |()| ADD_ADDRESS.to_owned()).await
}

/// Keeps a filter of the ledger under a name, or removes one, and leads back to the ledger.
async fn filters(State(app): State<Arc<App>>, headers: HeaderMap, request: Request) -> Response {
    let fields = match permitted(&app, &headers, request, LONGEST_FORM).await {
        Ok((_, fields)) => fields,
        Err(refusal) => return refused(&refusal, Form::Page),
    };
    let back = local(fields.get("back"));
    let work = move || match fields.get("remove") {
        "" => app.desk.keep_filter(fields.get("name"), Some(&local_query(fields.get("query")))),
        name => app.desk.keep_filter(name, None),
    };
    led_on(work, |()| back).await
}

/// Takes a decision and leads back to the page that it was made on.
async fn decide(State(app): State<Arc<App>>, headers: HeaderMap, request: Request) -> Response {
    let (known, fields) = match permitted(&app, &headers, request, LONGEST_FORM).await {
        Ok(found) => found,
        Err(refusal) => return refused(&refusal, Form::Page),
    };
    led_on(move || decided(&app.desk, &known, &fields), |to| to).await
}

/// Who sent a form that changes the case, and what it says; refused where nobody has signed in, the form comes from elsewhere, or
/// the role does not allow it.
async fn permitted(
    app: &App,
    headers: &HeaderMap,
    request: Request,
    longest: usize,
) -> Result<(Known, Fields), Refusal> {
    let known = app.door.known(headers).ok_or_else(Refusal::unknown_visitor)?;
    let fields = read(request, longest).await?;
    if fields.get("token") != known.visitor.token {
        return Err(Refusal::foreign_form());
    }
    if !known.visitor.may_decide {
        return Err(Refusal::not_allowed());
    }
    Ok((known, fields))
}

/// Does the work on a thread that may wait and leads to where its outcome is shown.
async fn led_on<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
    to: impl FnOnce(T) -> String,
) -> Response {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => redirect(&to(done), None),
        Ok(Err(refusal)) => refused(&refusal, Form::Page),
        Err(_) => refused(&Refusal::broken(), Form::Page),
    }
}

/// The address to go on at.
fn decided(desk: &Desk, known: &Known, fields: &Fields) -> Result<String, Refusal> {
    let seen = desk.look()?;
    let act = act(fields, &seen.snapshot)?;
    known.may(&act, &seen.snapshot)?;
    let (now, done) = desk.decide(&known.visitor.name, act, fields.get("reason"))?;
    Ok(after(fields.get("back"), done.review.number, &now.snapshot))
}

async fn sign_in_page(Query(query): Query<Values>) -> Response {
    let back = local(query.get("back").map_or("/", String::as_str));
    Answer::new(Form::Page, sayso_pages::html::sign_in(&back, false).into_string()).into_response()
}

async fn sign_in(State(app): State<Arc<App>>, request: Request) -> Response {
    let from = from(&request).unwrap_or(app.address.ip());
    let fields = match read(request, LONGEST_FORM).await {
        Ok(fields) => fields,
        Err(refusal) => return refused(&refusal, Form::Page),
    };
    let back = local(fields.get("back"));
    let work = move || app.door.sign_in(fields.get("user"), fields.get("password"), from);
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(cookie)) => redirect(&back, Some(&cookie)),
        Ok(Err(Refused::Wrong)) => {
            let page = sayso_pages::html::sign_in(&back, true).into_string();
            let answer = Answer { status: StatusCode::UNAUTHORIZED, form: Form::Page, body: page };
            answer.into_response()
        }
        Ok(Err(Refused::TooOften)) => refused(&Refusal::too_often(), Form::Page),
        Err(_) => refused(&Refusal::broken(), Form::Page),
    }
}

async fn sign_out(State(app): State<Arc<App>>, headers: HeaderMap, request: Request) -> Response {
    let Some(known) = app.door.known(&headers) else { return redirect(SIGN_IN_ADDRESS, None) };
    match read(request, LONGEST_FORM).await {
        Ok(fields) if fields.get("token") == known.visitor.token => {
            redirect(SIGN_IN_ADDRESS, Some(&app.door.sign_out(&headers)))
        }
        Ok(_) => refused(&Refusal::foreign_form(), Form::Page),
        Err(refusal) => refused(&refusal, Form::Page),
    }
}

async fn read(request: Request, longest: usize) -> Result<Fields, Refusal> {
    let body = axum::body::to_bytes(request.into_body(), longest).await;
    let hint = texts::WRITE_LESS;
    body.map(|bytes| Fields::read(&bytes)).map_err(|_| Refusal::bad_value(texts::TOO_LONG, hint))
}

fn redirect(to: &str, cookie: Option<&str>) -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(LOCATION, header(to));
    if let Some(cookie) = cookie {
        response.headers_mut().insert(SET_COOKIE, header(cookie));
    }
    response
}

fn header(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static("/"))
}

async fn no_page(uri: Uri) -> Response {
    refused(&Refusal::no_page(), Form::of(uri.path()))
}

fn refused(refusal: &Refusal, form: Form) -> Response {
    Answer::refused(refusal, form).into_response()
}
