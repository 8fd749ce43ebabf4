//! Windows, macOS and other Linux: says what is missing and where it comes from; installs nothing.

use crate::step::Step;
use crate::tree::Tree;

/// A tool: what it answers to, why it is needed and how one gets it.
struct Tool {
    ask: &'static [&'static str],
    how: &'static str,
}

const NODE: Tool = Tool {
    ask: &["node", "--version"],
    how: "Node 20 or newer, with npm: builds the screens",
};
const PERL: Tool = Tool {
    ask: &["perl", "-v"],
    how: "perl: SQLCipher's OpenSSL is configured with it",
};
const MAKE: Tool = Tool {
    ask: &["make", "--version"],
    how: "make: SQLCipher's OpenSSL is built with it",
};

#[cfg(windows)]
const TOOLS: &[Tool] = &[
    NODE,
    Tool {
        ask: PERL.ask,
        how: "perl (Strawberry Perl: winget install StrawberryPerl.StrawberryPerl): SQLCipher's OpenSSL is configured with it",
    },
    Tool {
        ask: &["where", "/q", "msbuild"],
        how: "Visual Studio Build Tools, workload \"Desktop development with C++\", and its developer prompt: compiles SQLCipher and OpenSSL",
    },
    Tool {
        ask: &[
            "reg",
            "query",
            r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
        ],
        how: "WebView2 (part of Windows 11; otherwise Microsoft's Evergreen installer): the window is drawn with it",
    },
];

#[cfg(target_os = "macos")]
const TOOLS: &[Tool] = &[
    NODE,
    Tool {
        ask: &["xcode-select", "-p"],
        how: "Xcode command line tools (xcode-select --install): compiler and make",
    },
    PERL,
    MAKE,
];

#[cfg(not(any(windows, target_os = "macos")))]
const TOOLS: &[Tool] = &[
    NODE,
    PERL,
    MAKE,
    Tool {
        ask: &["cc", "--version"],
        how: "a C and C++ compiler",
    },
    Tool {
        ask: &["pkg-config", "--exists", "webkit2gtk-4.1"],
        how: "WebKitGTK 4.1 with its development files, and pkg-config: the window is drawn with it",
    },
];

/// Names everything that is missing, at once.
pub fn check(tree: &Tree) -> Result<(), String> {
    let missing: Vec<&str> = TOOLS
        .iter()
        .filter(|tool| {
            Step::new(tree, "setup", tool.ask[0])
                .args(&tool.ask[1..])
                .answer()
                .is_none()
        })
        .map(|tool| tool.how)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "setup: this machine lacks\n  - {}\nInstall that and run the same command again.",
        missing.join("\n  - ")
    ))
}
