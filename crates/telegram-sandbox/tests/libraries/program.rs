//! Bots in other languages: their libraries are fetched once into the target folder, then they run as programs.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tokio::io::AsyncReadExt as _;
use tokio::process::{Child, Command as AsyncCommand};

use crate::conversation::{ALLOWED_UPDATES, PICTURE, Settings};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Language {
    Python,
    JavaScript,
}

/// What runs a program, with the library it needs.
pub(crate) struct Interpreter {
    program: PathBuf,
    folder: PathBuf,
}

pub(crate) struct Running(Child);

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/libraries")
}

/// Fetches the library of a language. `None`, said loudly, where the language or the network is missing; in CI
/// (`CI=true`) that is a failure.
pub(crate) async fn ready(language: Language) -> Option<Interpreter> {
    let fetched = tokio::task::spawn_blocking(move || match language {
        Language::Python => python(),
        Language::JavaScript => javascript(),
    });
    match fetched.await.expect("fetching does not panic") {
        Ok(interpreter) => Some(interpreter),
        Err(why) => {
            let words = format!("LEFT OUT: the conversation with a bot in {language:?}: {why}");
            assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{words}");
            // Straight to the terminal: the test harness swallows what a passing test prints.
            writeln!(std::io::stderr(), "\n{words}\n").expect("stderr is open");
            None
        }
    }
}

fn python() -> Result<Interpreter, String> {
    let list = here().join("requirements.txt");
    let (folder, fresh) = folder("python", &list)?;
    let program = folder.join("bin/python");
    if fresh {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        run(Command::new(&program).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&list))?;
        keep(&folder, &list)?;
    }
    Ok(Interpreter { program, folder: here() })
}

fn javascript() -> Result<Interpreter, String> {
    let list = here().join("package.json");
    let (folder, fresh) = folder("javascript", &list)?;
    if fresh {
        run(Command::new("node").arg("--version"))?;
        copy(&list, &folder)?;
        run(Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--silent"])
            .current_dir(&folder))?;
        keep(&folder, &list)?;
    }
    // Node looks for libraries beside the program.
    copy(&here().join("grammy_bot.mjs"), &folder)?;
    Ok(Interpreter { program: "node".into(), folder })
}

/// Where a language keeps its library, and whether it has to be fetched: a folder that holds the same list as ours has it.
fn folder(name: &str, list: &Path) -> Result<(PathBuf, bool), String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("libraries").join(name);
    let held = std::fs::read(folder.join("fetched")).ok();
    let wanted = std::fs::read(list).map_err(|error| error.to_string())?;
    let fresh = held.as_ref() != Some(&wanted);
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok((folder, fresh))
}

fn keep(folder: &Path, list: &Path) -> Result<(), String> {
    std::fs::copy(list, folder.join("fetched")).map(drop).map_err(|error| error.to_string())
}

fn copy(file: &Path, folder: &Path) -> Result<(), String> {
    let name = file.file_name().ok_or("a file has a name")?;
    std::fs::copy(file, folder.join(name)).map(drop).map_err(|error| error.to_string())
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr))),
    }
}

impl Interpreter {
    pub(crate) fn start(&self, file: &str, settings: &Settings) -> Running {
        let child = AsyncCommand::new(&self.program)
            .arg(file)
            .current_dir(&self.folder)
            .env("SANDBOX_URL", &settings.url)
            .env("BOT_TOKEN", &settings.token)
            .env("FORUM", settings.forum.to_string())
            .env("STRANGER", settings.stranger.to_string())
            .env("ALLOWED_UPDATES", ALLOWED_UPDATES)
            .env("PICTURE", PICTURE)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        Running(child.expect("the interpreter was there a moment ago"))
    }
}

impl Running {
    /// Waits for an end that should not come; gives what the program said.
    pub(crate) async fn ended(mut self) -> String {
        let mut words = String::new();
        if let Some(stderr) = self.0.stderr.as_mut() {
            stderr.read_to_string(&mut words).await.expect("a program speaks UTF-8");
        }
        let status = self.0.wait().await.expect("a program ends");
        format!("{status}: {words}")
    }
}
