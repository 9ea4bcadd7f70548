//! The command line.
fn main() {
    let _ =
        std::io::Write::write_all(&mut std::io::stdout(), orderbot::config::table::env_example().as_bytes());
}
