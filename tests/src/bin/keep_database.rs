//! Makes `tests/databases/schema-N.hemvist`: a small unit as today's schema keeps it.

use std::fs;

use hemvist_core::store::SCHEMA_VERSION;
use hemvist_tests::{Unit, root};
use serde_json::json;

fn main() -> std::io::Result<()> {
    let mut unit = Unit::on("2026-11-23");
    let home = unit.approved_home("Rönnbär", "19121212-1212", 2);
    unit.save("home", &home, "description", None, "Bor vid sjön.");
    unit.save(
        "home",
        &home,
        "description",
        Some("Bor vid sjön."),
        "Bor vid ån.",
    );
    let child = unit.child("Lo");
    unit.ask("match_child", json!({ "id": child }));
    unit.ask("start_paper", json!({ "child": child, "home": home }));
    unit.ask(
        "open_enquiry",
        json!({ "name": "Familjen Ask", "phone": "0701740605", "source": "phone" }),
    );
    unit.ask(
        "keep_draft",
        json!({ "key": "new_home", "text": "Familjen B" }),
    );
    unit.ask("lock", json!({}));
    let folder = root().join("tests/databases");
    fs::create_dir_all(&folder)?;
    for ending in ["", ".keys"] {
        let from = unit.folder().join(format!("unit.hemvist{ending}"));
        fs::copy(
            from,
            folder.join(format!("schema-{SCHEMA_VERSION}.hemvist{ending}")),
        )?;
    }
    Ok(())
}
