//! axe-core in the page: the accessibility check, and names and roles for finding things.

use serde_json::{Value, json};

use super::{Window, root};

/// As `ui/package.json` pins it.
const SCRIPT: &str = "ui/node_modules/axe-core/axe.min.js";

/// Runs every rule and answers with what is violated, and where.
const RUN: &str = r"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  (it) => done(it.violations.map((rule) =>
    rule.id + ' (' + rule.impact + '): ' + rule.help + ' at ' + rule.nodes.map((node) => node.target.join(' ')).join(', '))),
  (e) => done(['axe broke off: ' + e]),
);";

impl Window {
    /// Everything axe-core finds wrong with the page as it is now, one sentence each.
    pub fn axe(&mut self) -> Result<Vec<String>, String> {
        self.with_axe()?;
        let answer = self.driver.client("axe", async |client| {
            client.execute_async(RUN, Vec::new()).await
        })?;
        let list = answer
            .as_array()
            .ok_or_else(|| format!("axe answered {answer}"))?;
        Ok(list
            .iter()
            .map(|it| it.as_str().unwrap_or_default().to_owned())
            .collect())
    }

    /// Puts axe into the page unless it is there; a new page has lost it.
    pub(super) fn with_axe(&mut self) -> Result<(), String> {
        if self.script("return typeof axe === 'object'", &[])? == Value::Bool(true) {
            return Ok(());
        }
        let path = root().join(SCRIPT);
        let script = std::fs::read_to_string(&path)
            .map_err(|e| format!("{SCRIPT} (run `cargo xtask setup`): {e}"))?;
        // Run as a function's body, its `var` and `this` would stay inside: hand them out.
        self.script(&format!("{script}\nwindow.axe = axe;"), &[json!(null)])?;
        Ok(())
    }
}
