//! What a reply quotes, told from its own words.

/// Lines of a text in which a quote is looked for.
const LINES: usize = 20_000;

/// A reply and what it quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyQuote {
    /// The words of the reply itself: those before the quote and those after it.
    pub own: String,
    /// The quoted words, one level of quotation marks taken away.
    pub quoted: String,
}

/// How mail programs end the line above what a reply quotes.
const WROTE: &[&str] =
    &["wrote:", "writes:", "a écrit :", "a écrit:", "schrieb:", "escribió:", "ha scritto:", "napisał(a):"];

/// The first quote under a line such as `On 3 November 2021, Pat wrote:`; `None` where there is none.
///
/// A text that is quoted as a whole, without such a line, is not a reply: some programs quote what they forward.
pub fn reply_quote(text: &str) -> Option<ReplyQuote> {
    let lines: Vec<&str> = text.lines().take(LINES).collect();
    let wrote = |line: &str| {
        let line = line.trim_end();
        if line.starts_with('>') || !line.ends_with(':') {
            return false;
        }
        let line = line.to_lowercase();
        WROTE.iter().any(|end| line.ends_with(end))
    };
    let quotes = |at: usize| {
        let next = lines.iter().enumerate().skip(at + 1).find(|(_, line)| !line.trim().is_empty());
        next.filter(|(_, line)| line.starts_with('>')).map(|(start, _)| start)
    };
    let (at, start) = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| wrote(line))
        .find_map(|(at, _)| Some((at, quotes(at)?)))?;
    let quoted = |line: &&&str| line.starts_with('>') || line.trim().is_empty();
    let length = lines.iter().skip(start).take_while(quoted).count();
    let strip =
        |line: &&str| line.strip_prefix("> ").or_else(|| line.strip_prefix('>')).unwrap_or(line).to_owned();
    let quote: Vec<String> = lines.iter().skip(start).take(length).map(strip).collect();
    let own: Vec<&str> = lines.iter().take(at).chain(lines.iter().skip(start + length)).copied().collect();
    Some(ReplyQuote { own: own.join("\n").trim().to_owned(), quoted: quote.join("\n").trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::reply_quote;

    #[test]
    fn a_reply_and_what_it_quotes_are_told_apart() {
        let text = "Is this real?\n\nOn Wed, 3 Nov 2021 at 15:00, The Party <n@party.example> wrote:\n\n> Dear Sir / Madam\n>\n> > older\n> Bye\n\n-- \nPat\n";
        let found = reply_quote(text).map(|quote| (quote.own, quote.quoted));
        assert_eq!(
            found,
            Some(("Is this real?\n\n-- \nPat".to_owned(), "Dear Sir / Madam\n\n> older\nBye".to_owned()))
        );
        assert_eq!(reply_quote("> Dear Sir / Madam\n> Bye\n"), None);
        assert_eq!(reply_quote("He wrote:\nnothing.\n"), None);
    }
}
