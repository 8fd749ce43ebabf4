//! Every paper as a PDF before an outside judge: veraPDF for PDF/A-2a and PDF/UA-1.
//!
//! The tests leave every kind of paper in every template in `out/papers`.

use std::path::PathBuf;

use super::stages::counted;
use super::{Count, Outcome};
use crate::setup::judge;
use crate::step::Step;
use crate::tree::{Tree, files};

const PROFILES: &str = "2a,ua1";
/// The judge's verdicts, one line each.
const PASS: &str = "PASS ";
const FAIL: &str = "FAIL ";

fn folder(tree: &Tree) -> Result<PathBuf, String> {
    Ok(tree.out()?.join("papers"))
}

/// Takes away yesterday's papers, so that only today's are judged.
pub fn clear(tree: &Tree) -> Result<(), String> {
    let folder = folder(tree)?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .map_err(|e| format!("papers: {}: {e}", folder.display()))?;
    }
    Ok(())
}

/// Judges every PDF that is there by every profile.
pub fn papers(tree: &Tree) -> Result<Outcome, String> {
    let folder = folder(tree)?;
    let papers = files(&folder, "pdf");
    if papers.is_empty() {
        return Err(format!("papers: no PDF in {}", folder.display()));
    }
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::NotHere(
            "the judge is put together from Debian's packages".to_owned(),
        ));
    }
    let step = Step::new(tree, "papers", "java")
        .args(&[
            "-cp",
            &judge::class_path(tree)?,
            "tests/judge/Vera.java",
            PROFILES,
        ])
        .args(&papers);
    let (well, output) = step.tee()?;
    let said = |verdict: &str| {
        output
            .lines()
            .filter(|line| line.starts_with(verdict))
            .count() as u32
    };
    let count = Count {
        passed: said(PASS),
        failed: said(FAIL),
    };
    let expected = (papers.len() * PROFILES.split(',').count()) as u32;
    if count.passed + count.failed != expected {
        return Err(format!(
            "papers: {expected} verdicts were due, {} came",
            count.passed + count.failed
        ));
    }
    counted(
        "papers",
        well,
        vec![(format!("{} papers × {PROFILES}", papers.len()), count)],
    )
}
