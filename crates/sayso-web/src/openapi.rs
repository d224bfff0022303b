//! The routes as an OpenAPI 3.1 document, made from the table that the router is made from.
//!
//! It says what can be asked, in which form the answer comes and with which HTTP status. What the fields of the JSON mean stands
//! in `docs/CONTRACT.md`; the document does not repeat it.

use serde_json::{Map, Value, json};

use crate::{
    answer::Form,
    routes::{Forms, ROUTES, Route, Shape},
};

/// The document.
pub(crate) fn document() -> Value {
    let mut paths: Map<String, Value> = ROUTES.iter().flat_map(paths).collect();
    paths.insert(sayso_pages::html::ACT_ADDRESS.to_owned(), json!({ "post": decision() }));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "sayso serve",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "One case. The fields of the JSON and the forms that decide are described in docs/CONTRACT.md.",
        },
        "paths": paths,
        "components": { "schemas": { "Refusal": refusal() } },
    })
}

/// The form that decides. Its fields depend on the act; they stand in `docs/CONTRACT.md`.
fn decision() -> Value {
    let fields = json!({
        "type": "object",
        "required": ["token"],
        "properties": {
            "token": { "type": "string", "description": "as the forms of the pages carry it" },
            "act": { "type": "string" },
            "back": { "type": "string", "description": "the page to come back to" },
            "reason": { "type": "string" },
        },
        "additionalProperties": { "type": "string" },
    });
    let refused = |why| answer(why, Form::Page, json!({ "type": "string" }));
    json!({
        "summary": "Takes a decision and leads back to the page that it was made on",
        "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": fields } } },
        "responses": {
            "303": { "description": "It was decided; the address leads to the page" },
            "400": refused("The decision cannot be understood, or would change nothing"),
            "403": refused("The form was not made by this server, or the role does not allow it"),
            "404": refused("The case has nothing with an id that was given"),
            "default": refused("Why nothing was decided"),
        },
    })
}

/// The one or two addresses of a route with their descriptions.
fn paths(route: &Route) -> Vec<(String, Value)> {
    let page = || (route.path.to_owned(), path(route, Form::Page, None));
    match route.forms {
        Forms::Page => vec![page()],
        Forms::PageAndJson(shape) => {
            vec![page(), (format!("{}.json", route.path), path(route, Form::Json, Some(shape)))]
        }
        Forms::Json(shape) => vec![(route.path.to_owned(), path(route, Form::Json, Some(shape)))],
        Forms::Style => vec![(route.path.to_owned(), path(route, Form::Style, None))],
        Forms::Script => vec![(route.path.to_owned(), path(route, Form::Script, None))],
        Forms::Feed => vec![(route.path.to_owned(), path(route, Form::Feed, None))],
    }
}

fn path(route: &Route, form: Form, shape: Option<Shape>) -> Value {
    let mut responses = Map::new();
    responses.insert("200".to_owned(), answer("The answer", form, schema(shape)));
    let refused = |why| answer(why, if form == Form::Json { form } else { Form::Page }, refusal_schema(form));
    if route.has_id() {
        responses.insert("404".to_owned(), refused("The case has nothing with this id"));
    }
    if !route.query.is_empty() {
        responses.insert("400".to_owned(), refused("A part of the query is missing or wrong"));
    }
    responses.insert("default".to_owned(), refused("Why there is no answer"));
    json!({ "get": { "summary": route.summary, "parameters": parameters(route, form), "responses": responses } })
}

fn parameters(route: &Route, form: Form) -> Vec<Value> {
    let id = json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } });
    let query = route.query.iter().map(|p| {
        let required = p.required && form == Form::Json;
        let schema = json!({ "type": "string" });
        json!({ "name": p.name, "in": "query", "description": p.meaning, "required": required, "schema": schema })
    });
    route.has_id().then_some(id).into_iter().chain(query).collect()
}

fn answer(description: &str, form: Form, schema: Value) -> Value {
    json!({ "description": description, "content": { form.media_type(): { "schema": schema } } })
}

fn schema(shape: Option<Shape>) -> Value {
    match shape {
        Some(Shape::Object) => json!({ "type": "object" }),
        Some(Shape::Array) => json!({ "type": "array", "items": { "type": "object" } }),
        None => json!({ "type": "string" }),
    }
}

fn refusal_schema(form: Form) -> Value {
    match form {
        Form::Json => json!({ "$ref": "#/components/schemas/Refusal" }),
        _ => json!({ "type": "string" }),
    }
}

fn refusal() -> Value {
    json!({
        "type": "object",
        "required": ["error", "hint"],
        "properties": {
            "error": { "type": "string", "description": "what is the matter" },
            "hint": { "type": "string", "description": "what to do" },
        },
    })
}
