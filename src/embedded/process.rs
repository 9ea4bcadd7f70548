//! The programs of an installation as child processes, and how the server among them ends with us.

use super::{
    Binaries, PostgresError,
    folder::{Account, Folder},
};
use nix::{sys::signal::Signal, unistd::Pid};
use std::{
    fs::File,
    io,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
};
use tokio::sync::{oneshot, watch};

/// A command that runs as the server's user and not in our process group: Ctrl-C is for us, and we end the
/// server when the last transaction is done.
pub(super) fn command(folder: &Folder, program: &Path) -> Command {
    let mut command = Command::new(program);
    if let Some(Account { uid, gid }) = folder.account {
        command.uid(uid).gid(gid);
    }
    command.current_dir(&folder.home).stdin(Stdio::null()).process_group(0);
    command
}

/// Starts the server. The process tells when it has ended.
pub(super) async fn spawn(
    folder: &Folder,
    binaries: &Binaries,
    durable: bool,
) -> Result<(Pid, watch::Receiver<Option<ExitStatus>>), PostgresError> {
    let log = folder.log();
    let errors = File::create(&log).map_err(|error| PostgresError::folder(&log, error))?;
    let program = binaries.program("postgres");
    let mut server = command(folder, &program);
    server.arg("-D").arg(folder.cluster()).stdout(Stdio::null()).stderr(errors);
    let socket = folder.socket.display();
    let mut settings = vec![
        "listen_addresses=".to_owned(),
        format!("unix_socket_directories={socket}"),
        "port=5432".to_owned(),
        "shared_buffers=64MB".to_owned(),
        "max_connections=100".to_owned(),
    ];
    if !durable {
        settings.extend(["fsync=off", "full_page_writes=off"].map(str::to_owned));
    }
    for setting in settings {
        server.arg("-c").arg(setting);
    }
    end_with_parent(&mut server);
    parent_thread(server).await.map_err(|source| PostgresError::Program { program, source })
}

/// Spawns from a thread that lives as long as the child: the kernel's "my parent died" means the thread that
/// spawned, and the threads of the async runtime come and go.
async fn parent_thread(mut server: Command) -> io::Result<(Pid, watch::Receiver<Option<ExitStatus>>)> {
    let (spawned, started) = oneshot::channel();
    let (ended, exit) = watch::channel(None);
    std::thread::Builder::new().name("postgres".to_owned()).spawn(move || {
        let child: io::Result<Child> = server.spawn();
        let mut child = match child {
            Ok(child) => child,
            Err(error) => return drop(spawned.send(Err(error))),
        };
        let pid = i32::try_from(child.id()).map(Pid::from_raw).map_err(io::Error::other);
        drop(spawned.send(pid));
        ended.send_replace(child.wait().ok());
    })?;
    let pid = started.await.map_err(io::Error::other)??;
    Ok((pid, exit))
}

#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the standard library has no other way to set a parent death signal")]
fn end_with_parent(server: &mut Command) {
    let parent = nix::unistd::getpid();
    // SAFETY: between fork and exec only async-signal-safe calls are allowed; these are two system calls.
    unsafe {
        server.pre_exec(move || {
            nix::sys::prctl::set_pdeathsig(Signal::SIGINT)?;
            // The parent may have died before the line above.
            if nix::unistd::getppid() == parent { Ok(()) } else { Err(io::Error::from_raw_os_error(3)) }
        });
    }
}

/// Elsewhere a server outlives a killed parent, until the next start ends it.
#[cfg(not(target_os = "linux"))]
fn end_with_parent(_server: &mut Command) {}
