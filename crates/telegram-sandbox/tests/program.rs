//! The sandbox as a program of its own.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

async fn run(arguments: &[&str]) -> (Child, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_telegram-sandbox"))
        .args(arguments)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the program was built for this test");
    let mut lines = BufReader::new(program.stdout.take().expect("stdout is piped")).lines();
    let announced = async {
        loop {
            let line = lines.next_line().await.expect("a log is text").expect("it speaks before it ends");
            if let Some((_, url)) = line.split_once("chat page and Bot API: ") {
                return url.to_owned();
            }
        }
    };
    let url = tokio::time::timeout(Duration::from_secs(10), announced).await.expect("it listens soon");
    (program, url)
}

#[tokio::test]
async fn it_serves_the_bot_api_and_the_page_until_it_is_told_to_stop() {
    let (mut program, url) = run(&["--port", "0"]).await;
    let http = reqwest::Client::new();
    let me: Value = http.get(format!("{url}/bot5:secret/getMe")).send().await.unwrap().json().await.unwrap();
    assert_eq!((&me["ok"], &me["result"]["is_bot"]), (&json!(true), &json!(true)));
    let page = http.get(&url).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("<title>"), "{page}");
    let id = program.id().expect("it runs").to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().await.unwrap().success());
    let ended = tokio::time::timeout(Duration::from_secs(5), program.wait()).await.expect("it ends soon");
    assert!(ended.unwrap().success());
}

#[tokio::test]
async fn faults_and_limits_can_be_given_as_flags() {
    let (_program, url) =
        run(&["--port", "0", "--limits", "observe", "--faults", r#"{"error_before": 1.0, "seed": 3}"#]).await;
    let http = reqwest::Client::new();
    let faults: Value = http.get(format!("{url}/sandbox/faults")).send().await.unwrap().json().await.unwrap();
    assert_eq!((&faults["limits"], &faults["seed"]), (&json!("observe"), &json!(3)));
    assert_eq!(http.get(format!("{url}/bot5:secret/getMe")).send().await.unwrap().status().as_u16(), 502);
}

#[tokio::test]
async fn fifty_of_them_stand_side_by_side_in_one_process() {
    let start = || telegram_sandbox::Sandbox::start(telegram_sandbox::Config::default());
    let all = futures::future::try_join_all((0..50).map(|_| start())).await.expect("there are free ports");
    let addresses: std::collections::BTreeSet<_> = all.iter().map(|sandbox| sandbox.address()).collect();
    assert_eq!(addresses.len(), 50);
    all[0].user("Ann").create();
    let state = reqwest::get(format!("{}/sandbox/state", all[1].api_url())).await.unwrap();
    assert_eq!(state.json::<Value>().await.unwrap()["users"], json!([]), "they share nothing");
}
