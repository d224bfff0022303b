//! Which requests are let in, and which headers every answer carries.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri,
        header::{
            ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
            X_FRAME_OPTIONS,
        },
    },
    middleware::Next,
    response::Response,
};

use sayso_pages::html::{ACT_ADDRESS, ADD_ADDRESS, FILTERS_ADDRESS, SIGN_IN_ADDRESS, SIGN_OUT_ADDRESS};

use crate::{
    address::is_ours,
    answer::{Answer, Form},
    refusal::Refusal,
    router::App,
    texts,
};

/// What a browser may do with an answer. Pages load nothing but the one script and the style sheet, and no images at all; articles
/// belong to others and may be confidential, so that nothing is kept, told to other pages or shown inside them.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (X_FRAME_OPTIONS, "DENY"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Lets a request through that only reads or sends a form, and was meant for this server; adds the headers to every answer.
pub(crate) async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let form = Form::of(request.uri().path());
    let mut response = match check(&request, &app) {
        Ok(()) => next.run(request).await,
        Err(refusal) => Answer::refused(&refusal, form).into_response(),
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn check(request: &Request, app: &App) -> Result<(), Refusal> {
    let address = app.address;
    // Where visitors are known, another name for the server opens nothing: cookies belong to names.
    if app.door.is_open() && !is_meant_for(request.headers(), request.uri(), address) {
        let error = texts::ANOTHER_SERVER;
        let hint = texts::open_by_address(address);
        return Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, error, &hint));
    }
    if !address.ip().is_loopback() && from(request).is_some_and(|from| !app.door.admits(from)) {
        return Err(Refusal::too_often());
    }
    let sends_form = *request.method() == Method::POST && FORMS.contains(&request.uri().path());
    if !sends_form && !matches!(*request.method(), Method::GET | Method::HEAD) {
        let error = texts::ONLY_PAGES;
        let hint = texts::WHERE_TO_DECIDE;
        return Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, error, hint));
    }
    if sends_form && is_foreign(request.headers()) {
        return Err(Refusal::foreign_form());
    }
    Ok(())
}

/// Where forms may be sent.
const FORMS: [&str; 5] = [ACT_ADDRESS, ADD_ADDRESS, FILTERS_ADDRESS, SIGN_IN_ADDRESS, SIGN_OUT_ADDRESS];

/// Whether a browser says that another page sent this form. Tokens keep such forms out too; this needs no token to leak.
fn is_foreign(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"))
}

/// The address of whoever asks.
pub(crate) fn from(request: &Request) -> Option<IpAddr> {
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip())
}

/// Whether the one `Host`, and the authority of the request line where there is one, name this server.
fn is_meant_for(headers: &HeaderMap, uri: &Uri, address: SocketAddr) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(|h| is_ours(h, address))
        && uri.authority().is_none_or(|a| is_ours(a.as_str(), address))
}
