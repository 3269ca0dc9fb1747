//! Checks that the window is built, then lets Tauri read its configuration and capabilities.

use std::path::Path;

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=ui/dist");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    if !Path::new("ui/dist/index.html").is_file() && !tauri_build::is_dev() {
        return Err(
            "the window is not built: run `make app`, or `npm --prefix ui ci && npm --prefix ui run build`"
                .into(),
        );
    }
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        // WebKit has a SQLite of its own: it must not be handed the encrypting one that is linked in here.
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let manifest = AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*.toml");
    let attributes = Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(manifest);
    tauri_build::try_build(attributes).map_err(|error| format!("{error:#}"))
}
