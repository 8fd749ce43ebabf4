//! Papers keep to PDF/A-2a and PDF/UA-1, by an independent validator.
#![allow(clippy::unwrap_used, reason = "a panic is the failed test")]

mod common;

use hemvist_documents::{Paper, render};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

fn check(paper: &Paper) {
    let bytes = render(paper).unwrap().bytes;
    for profile in ["2a", "ua1"] {
        let profile: ValidationProfile = profile.parse().unwrap();
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).unwrap();
        assert!(report.is_compliant, "{profile:?}: {:#?}", report.failures);
    }
}

#[test]
fn a_paper_without_text() {
    check(&common::empty());
}

#[test]
fn a_paper_of_some_pages() {
    check(&common::placement());
}

#[test]
fn a_sheet_with_a_key_is_one_page() {
    assert_eq!(render(&common::recovery_key()).unwrap().pages, 1);
    check(&common::recovery_key());
}
