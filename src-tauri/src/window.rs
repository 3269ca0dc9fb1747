//! The one window.

use tauri::{AppHandle, Url, WebviewUrl, WebviewWindowBuilder};

/// Opens the window: native title bar, files may be dropped on it, and it never leaves its own pages.
///
/// # Errors
/// When the system cannot make one.
pub(crate) fn open(handle: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(handle, "main", WebviewUrl::default())
        .title("Joinder")
        .inner_size(1280.0, 860.0)
        .min_inner_size(640.0, 480.0)
        .on_navigation(is_own)
        .build()?;
    Ok(())
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
