//! How fast updates are acknowledged, each on disk before its 200.

use crate::Plan;
use crate::ground::Ground;
use crate::support::shop::{Serving, Shop};
use crate::table::{Table, median, percentile};
use anyhow::{Context as _, ensure};
use sqlx::postgres::PgConnectOptions;
use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// As Telegram's at most (Bot API, "setWebhook": max_connections 1 to 100).
const CONNECTIONS: i64 = 100;
const PEOPLE: i64 = 20_000;

pub(crate) async fn measure(
    shop: &Shop,
    serving: &[Serving],
    ground: &Ground,
    plan: &Plan,
    table: &mut Table,
) -> anyhow::Result<()> {
    let address = serving.first().context("an instance")?.address().await;
    let asked = format!("{}/bot{}/getWebhookInfo", shop.telegram.api_url(), shop.bot.token());
    let info: serde_json::Value = reqwest::get(asked).await?.json().await?;
    let url = url::Url::parse(info["result"]["url"].as_str().context("a webhook is set")?)?;
    let numbers = Arc::new(AtomicI64::new(4_000_000_000));
    let (mut durable, mut bare, mut waits) = (Vec::new(), Vec::new(), [Vec::new(), Vec::new()]);
    for _ in 0..plan.runs {
        let run = load(address, url.path(), &numbers, true, plan.seconds).await?;
        durable.push(run.len() as f64 / plan.seconds.as_secs_f64());
        for (kept, share) in waits.iter_mut().zip([50, 99]) {
            kept.push(percentile(&run, share).as_secs_f64() * 1000.0);
        }
        worked_off(shop).await?;
        let run = load(address, url.path(), &numbers, false, plan.seconds).await?;
        bare.push(run.len() as f64 / plan.seconds.as_secs_f64());
    }
    let bound = pgbench(ground, plan).await?;
    let (durable, bare) = (median(durable), median(bare));
    table.heading("Webhook, 100 connections");
    table.row("durable acknowledgements/s", &format!("{durable:.0}"), ">= 18,000");
    let [half, most] = waits.map(median);
    table.row("   p50 / p99", &format!("{half:.1} / {most:.1} ms"), "");
    table.row("the same server, nothing stored: answers/s", &format!("{bare:.0}"), "");
    let told = bound.map_or("not measured".to_owned(), |bound| format!("{bound:.0}"));
    table.row("pgbench, single inserts into the same table/s", &told, "");
    let share = |of: f64| format!("{:.0} %", durable / of * 100.0);
    let shares = [Some(bare), bound].map(|of| of.map_or("-".to_owned(), share)).join(", ");
    table.row("share of the one, of the other", &shares, ">= 70 % of the better");
    Ok(())
}

/// Waits until nothing of a run is left: the next one starts with a shop at rest.
async fn worked_off(shop: &Shop) -> anyhow::Result<()> {
    let limit = Instant::now() + Duration::from_secs(120);
    while shop.count("SELECT count(*) FROM inbox").await > 0 {
        ensure!(Instant::now() < limit, "the updates are not worked off");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

/// Posts as fast as answers come. Gives how long each acknowledgement took.
async fn load(
    address: SocketAddr,
    path: &str,
    numbers: &Arc<AtomicI64>,
    is_stored: bool,
    time: Duration,
) -> anyhow::Result<Vec<Duration>> {
    let end = Instant::now() + time;
    let mut connections = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (path, numbers) = (path.to_owned(), Arc::clone(numbers));
        connections.spawn(async move {
            let mut stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            let mut waits = Vec::new();
            while Instant::now() < end {
                let request = request(&path, numbers.fetch_add(1, Ordering::Relaxed), is_stored);
                let asked = Instant::now();
                stream.write_all(request.as_bytes()).await?;
                let status = answer(&mut stream).await?;
                let expected = if is_stored { 200 } else { 400 };
                ensure!(status == expected, "the webhook answered {status}");
                waits.push(asked.elapsed());
            }
            Ok(waits)
        });
    }
    let mut all = Vec::new();
    while let Some(waits) = connections.join_next().await {
        all.extend(waits??);
    }
    Ok(all)
}

/// A reaction, which a shop has no answer to: what is measured is the acknowledgement. Without its number at the end it
/// goes all the way but to the disk.
fn request(path: &str, number: i64, is_stored: bool) -> String {
    let person = 6_000_000_000 + number % PEOPLE;
    let update_id = if is_stored { number.to_string() } else { format!("\"{number}\"") };
    let body = format!(
        r#"{{"message_reaction":{{"chat":{{"id":{person},"type":"private","first_name":"Ann"}},"message_id":7,"user":{{"id":{person},"is_bot":false,"first_name":"Ann","language_code":"en"}},"date":1760000000,"old_reaction":[],"new_reaction":[{{"type":"emoji","emoji":"👍"}}]}},"update_id":{update_id}}}"#
    );
    format!(
        "POST {path} HTTP/1.1\r\nhost: shop\r\ncontent-type: application/json\r\n\
         x-telegram-bot-api-secret-token: a-secret-of-the-webhook\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Reads an answer without a body.
async fn answer(stream: &mut TcpStream) -> anyhow::Result<u16> {
    let mut buffer = [0_u8; 1024];
    let mut length = 0;
    while !buffer[..length].ends_with(b"\r\n\r\n") {
        let read = stream.read(&mut buffer[length..]).await?;
        ensure!(read > 0, "the connection was closed");
        length += read;
    }
    let head = std::str::from_utf8(&buffer[..length])?;
    Ok(head.split(' ').nth(1).context("a status")?.parse()?)
}

/// One insert, one commit, from many connections; into the inbox, without the numbers and lanes beside it.
async fn pgbench(ground: &Ground, plan: &Plan) -> anyhow::Result<Option<f64>> {
    let Some(program) = Ground::program("pgbench") else { return Ok(None) };
    let folder = tempfile::tempdir()?;
    let script = folder.path().join("insert.sql");
    let raw = request("/", 1, true);
    // A colon with a figure behind it would be a variable of pgbench.
    let raw = raw.rsplit("\r\n").next().unwrap_or_default().replace(':', ": ");
    let insert = format!(
        "\\set lane random(1, 1000000000)\n\\set id random(1, 1000000000000)\n\
         INSERT INTO inbox (lane, update_id, kind, raw) VALUES (:lane, :id, 'message_reaction', '{raw}') ON CONFLICT DO NOTHING;\n"
    );
    std::fs::write(&script, insert)?;
    let server: PgConnectOptions = ground.database.parse()?;
    let host =
        server.get_socket().map_or_else(|| server.get_host().into(), |socket| socket.as_os_str().to_owned());
    let output = Command::new(program)
        .args(["-n", "-M", "prepared", "-c", "32", "-j", "2", "-T", &plan.seconds.as_secs().to_string()])
        .args(["-U", server.get_username(), "-p", &server.get_port().to_string(), "-h"])
        .arg(host)
        .arg("-f")
        .arg(&script)
        .arg(server.get_database().unwrap_or("postgres"))
        .stdin(Stdio::null())
        .output()
        .await?;
    let told = String::from_utf8_lossy(&output.stdout);
    let rate = told.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    if rate.is_none() {
        eprintln!("bench: pgbench: {}", String::from_utf8_lossy(&output.stderr));
    }
    let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(&ground.database).await?;
    sqlx::raw_sql("TRUNCATE inbox").execute(&mut connection).await?;
    Ok(rate)
}
