//! The one window.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use tauri::{
    AppHandle, LogicalPosition, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, Window, WindowEvent,
};

/// The least size, in logical pixels, in which everything can be reached.
const LEAST: (f64, f64) = (640.0, 480.0);

/// Where the window was and how large, in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    maximised: bool,
}

/// Opens the window: native title bar, files may be dropped on it, and it never leaves its own pages.
///
/// # Errors
/// When the system cannot make one.
pub(crate) fn open(handle: &AppHandle) -> tauri::Result<()> {
    let place = place(handle);
    let (width, height) = place.map_or((1280.0, 860.0), |place| {
        (place.width.clamp(LEAST.0, 10_000.0), place.height.clamp(LEAST.1, 10_000.0))
    });
    let window = WebviewWindowBuilder::new(handle, "main", WebviewUrl::default())
        .title("Joinder")
        .inner_size(width, height)
        .min_inner_size(LEAST.0, LEAST.1)
        .maximized(place.is_some_and(|place| place.maximised))
        .on_navigation(is_own)
        .build()?;
    // A screen that is not there any more would hide it.
    let seen = |place: &Place| {
        window.available_monitors().unwrap_or_default().iter().any(|screen| {
            let (at, size, scale) = (screen.position(), screen.size(), screen.scale_factor());
            let (left, top) = (f64::from(at.x) / scale, f64::from(at.y) / scale);
            let (right, bottom) =
                (left + f64::from(size.width) / scale, top + f64::from(size.height) / scale);
            (left..right - 100.0).contains(&place.x) && (top..bottom - 100.0).contains(&place.y)
        })
    };
    if let Some(place) = place.filter(|place| !place.maximised && seen(place)) {
        window.set_position(LogicalPosition::new(place.x, place.y))?;
    }
    Ok(())
}

/// Keeps where the window is when it closes. Failing to is no reason to keep it open.
pub(crate) fn remember(window: &Window, event: &WindowEvent) {
    if !matches!(event, WindowEvent::CloseRequested { .. } | WindowEvent::Destroyed) {
        return;
    }
    let Some((path, place)) = kept_at(window.app_handle()).zip(now(window)) else { return };
    if let (Some(folder), Ok(json)) = (path.parent(), serde_json::to_vec(&place)) {
        fs::create_dir_all(folder).ok();
        fs::write(&path, json).ok();
    }
}

fn now(window: &Window) -> Option<Place> {
    let scale = window.scale_factor().ok()?;
    let maximised = window.is_maximized().ok()?;
    if let (true, Some(place)) = (maximised, place(window.app_handle())) {
        // The size that it goes back to is the one from before.
        return Some(Place { maximised, ..place });
    }
    let size = window.inner_size().ok()?.to_logical::<f64>(scale);
    // Where a window is, some desktops tell nobody.
    let at = window.outer_position().map(|at| at.to_logical::<f64>(scale)).unwrap_or_default();
    (size.width >= 1.0).then_some(Place {
        x: at.x,
        y: at.y,
        width: size.width,
        height: size.height,
        maximised,
    })
}

fn place(handle: &AppHandle) -> Option<Place> {
    serde_json::from_slice(&fs::read(kept_at(handle)?).ok()?).ok()
}

fn kept_at(handle: &AppHandle) -> Option<PathBuf> {
    Some(handle.path().app_config_dir().ok()?.join("window.json"))
}

/// A link in somebody's email must not be able to replace the program.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        // The frame that shows a message; it comes from the page itself and can run nothing.
        "about" => url.path() == "srcdoc",
        "http" | "https" => matches!(url.host_str(), Some("tauri.localhost")) || is_development(url),
        _ => false,
    }
}

fn is_development(url: &Url) -> bool {
    tauri::is_dev() && url.host_str() == Some("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stays(url: &str) -> bool {
        is_own(&url.parse().unwrap())
    }

    #[test]
    fn the_window_never_leaves_its_own_pages() {
        assert!(stays("tauri://localhost/index.html"));
        assert!(stays("http://tauri.localhost/"));
        assert!(stays("about:srcdoc"));
        assert!(!stays("about:blank"));
        assert!(!stays("https://example.org/"));
        assert!(!stays("file:///etc/passwd"));
        assert!(!stays("data:text/html,hello"));
    }
}
