//! How a call may come: tokens, names of methods, forms of parameters.

mod wire;

use serde_json::{Value, json};
use wire::Wire;

#[tokio::test]
async fn tokens_and_methods_are_checked() {
    let wire = Wire::up().await;
    let get = async |path: &str| {
        let answer = wire.http.get(format!("{}{path}", wire.telegram.api_url())).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let (id, _) = wire.bot.token().split_once(':').unwrap();
    assert_eq!(get(&format!("/bot{id}:another/getMe")).await.0, 401);
    assert_eq!(get("/botnonsense/getMe").await.0, 401);
    let (status, body) = get(&format!("/bot{}/sendNonsense", wire.bot.token())).await;
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (status, body),
        (404, json!({"ok": false, "error_code": 404, "description": "Not Found: method not found"}))
    );
    let (status, body) = get(&format!("/bot{}/GETME", wire.bot.token())).await;
    assert!(status == 200 && body.contains("Parrot"), "{body}");
    assert_eq!(get("/bot99:fresh-token/getMe").await.0, 200, "an unknown token makes its bot");
}

#[tokio::test]
async fn parameters_may_come_in_any_form() {
    let wire = Wire::up().await;
    let ann = wire.telegram.user("Ann").create();
    ann.start();
    let url = wire.url("sendMessage");
    let markup = r#"{"inline_keyboard":[[{"text":"Go","callback_data":"go"}]]}"#;
    let fields = [("chat_id", ann.id().to_string()), ("text", "a b".into()), ("reply_markup", markup.into())];
    let query = wire.http.get(&url).query(&fields).send().await.unwrap();
    let form = wire.http.post(&url).form(&fields).send().await.unwrap();
    let mut parts = reqwest::multipart::Form::new();
    for (name, value) in fields {
        parts = parts.text(name, value);
    }
    let multipart = wire.http.post(&url).multipart(parts).send().await.unwrap();
    for answer in [query, form, multipart] {
        let answer: Value = answer.json().await.unwrap();
        assert_eq!(answer["result"]["text"], "a b", "{answer}");
        assert_eq!(answer["result"]["reply_markup"]["inline_keyboard"][0][0]["text"], "Go");
    }
}

/// A form may have bytes after its last boundary; what is left of them must not spoil the next call.
#[tokio::test]
async fn a_form_is_read_to_its_end_so_that_the_connection_can_be_used_again() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let wire = Wire::up().await;
    let mut connection = tokio::net::TcpStream::connect(wire.telegram.address()).await.unwrap();
    let body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n\r\nepilogue";
    for _ in 0..2 {
        let head = format!(
            "POST /bot{}/getMe HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\n\r\n",
            wire.bot.token(),
            body.len(),
        );
        connection.write_all(head.as_bytes()).await.unwrap();
        let (start, rest) = body.split_at(body.len() - 8);
        connection.write_all(start.as_bytes()).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        connection.write_all(rest.as_bytes()).await.unwrap();
        let mut answer = [0; 4096];
        let length = connection.read(&mut answer).await.unwrap();
        assert!(String::from_utf8_lossy(&answer[..length]).contains("\"ok\":true"));
    }
}
