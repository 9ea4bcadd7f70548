use super::*;

#[tokio::test]
async fn an_error_of_telegrams_servers_is_told_at_once() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let bad =
        (axum::http::StatusCode::BAD_GATEWAY, r#"{"ok":false,"error_code":502,"description":"Bad Gateway"}"#);
    let router = axum::Router::new().fallback(async move || bad);
    tokio::spawn(async move { axum::serve(listener, router).await });
    let bot = connect(&"1:token-of-a-test".into(), &url).unwrap();
    let calling = async {
        let uploading = bot.send_photo(ChatId(1), attached());
        [
            tell(&bot, bot.send_message(ChatId(1), "hello")).await.unwrap_err(),
            upload::<IgnoredAny>(&bot, uploading, "a.jpg", vec![1]).await.unwrap_err(),
        ]
    };
    for error in tokio::time::timeout(CALL_LIMIT / 2, calling).await.expect("no rest") {
        assert!(matches!(Trouble::from(error), Trouble::Dependency(_)));
    }
}

#[test]
fn a_sent_message_with_parts_nobody_knows_was_sent() {
    let body = br#"{"ok":true,"result":{"message_id":7,"chat":{"id":-5,"type":"hyperchat"},"date":1,
        "text":"x","entities":[{"type":"hologram","offset":0,"length":1}]}}"#;
    let sent: Sent = read(body).unwrap();
    assert_eq!((sent.message_id, sent.chat.id), (7, -5));
}

#[test]
fn refusals_keep_their_meaning() {
    let refused = |body: &str| read::<IgnoredAny>(body.as_bytes()).unwrap_err();
    let too_fast =
        r#"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}"#;
    assert!(matches!(refused(too_fast), RequestError::RetryAfter(wait) if wait.seconds() == 3));
    let moved = r#"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-100}}"#;
    assert!(matches!(refused(moved), RequestError::MigrateToChatId(chat) if chat.0 == -100));
    let blocked = r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#;
    assert!(matches!(refused(blocked), RequestError::Api(ApiError::BotBlocked)));
    let strange = r#"{"ok":false,"error_code":400,"description":"Bad Request: the moon is full"}"#;
    assert!(
        matches!(refused(strange), RequestError::Api(ApiError::Unknown(words)) if words.contains("moon"))
    );
    assert!(matches!(refused("<html>502 Bad Gateway</html>"), RequestError::InvalidJson { .. }));
}
