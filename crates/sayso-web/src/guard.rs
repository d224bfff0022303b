//! Which requests are let in, and which headers every answer carries.

use std::net::SocketAddr;

use axum::{
    extract::{Request, State},
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

use crate::{
    address::is_ours,
    answer::{Answer, Form},
    refusal::Refusal,
};

/// What a browser may do with an answer. Pages have no scripts and load nothing but the style sheet; articles belong to others
/// and may be confidential, so that nothing is kept, told to other pages or shown inside them.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (X_FRAME_OPTIONS, "DENY"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Lets a request through that only reads and was meant for this server; adds the headers to whatever is answered.
pub(crate) async fn guard(State(address): State<SocketAddr>, request: Request, next: Next) -> Response {
    let form = Form::of(request.uri().path());
    let mut response = match check(&request, address) {
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

fn check(request: &Request, address: SocketAddr) -> Result<(), Refusal> {
    if !is_meant_for(request.headers(), request.uri(), address) {
        let error = "this request was meant for another server";
        let hint = format!("Open http://{address}/ by this very address.");
        return Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, error, &hint));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let error = "a case can only be read here";
        let hint = "Change it with the commands of sayso, for example `sayso add`.";
        return Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, error, hint));
    }
    Ok(())
}

/// Whether the one `Host`, and the authority of the request line where there is one, name this server.
fn is_meant_for(headers: &HeaderMap, uri: &Uri, address: SocketAddr) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(|h| is_ours(h, address))
        && uri.authority().is_none_or(|a| is_ours(a.as_str(), address))
}
