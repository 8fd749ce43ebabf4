//! Finds things by role and accessible name, as assistive technology does.

use std::thread;
use std::time::Instant;

use fantoccini::elements::{Element, ElementRef};
use serde_json::json;

use super::{LOOK, Window};

/// Answers with every visible element of a role (any when empty) and a name; names that only
/// begin so count when none is equal ("Spara" finds "Spara (Ctrl S)").
const FIND: &str = r"
const [role, name] = arguments;
const plain = (it) => (it || '').replace(/\s+/g, ' ').trim();
axe.teardown();
axe.setup(document.documentElement);
try {
  const typed = ['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'checkbox', 'radio', 'switch'];
  const equal = [];
  const begins = [];
  for (const element of document.body.querySelectorAll('*')) {
    const its = axe.commons.aria.getRole(element);
    const password = element.localName === 'input' && element.type === 'password';
    const file = element.localName === 'input' && ['date', 'file', 'time'].includes(element.type);
    const wanted = role ? its === role : typed.includes(its) || password || file;
    if (!wanted || !axe.commons.dom.isVisibleOnScreen(element)) continue;
    const its_name = plain(axe.commons.text.accessibleText(element));
    if (its_name === name) equal.push(element);
    else if (its_name.startsWith(name)) begins.push(element);
  }
  return equal.length ? equal : begins;
} finally {
  axe.teardown();
}";

/// Answers with role and name of what has the focus.
pub const FOCUS: &str = r"
axe.teardown();
axe.setup(document.documentElement);
try {
  const it = document.activeElement;
  const role = axe.commons.aria.getRole(it) || it.localName;
  return (role + ' ' + axe.commons.text.accessibleText(it)).replace(/\s+/g, ' ').trim();
} finally {
  axe.teardown();
}";

/// How WebDriver marks an element in an answer.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// The one element; two with the same name are a mistake that a person would stumble on too.
    pub(super) fn find(&mut self, role: &str, name: &str) -> Result<Element, String> {
        let mut all = self.all(role, name)?;
        if all.len() > 1 {
            return Err(format!(
                "{} things are called {role} {name:?}; use click_nth",
                all.len()
            ));
        }
        all.pop().ok_or_else(|| format!("no {role} {name:?}"))
    }

    pub(super) fn find_nth(
        &mut self,
        role: &str,
        name: &str,
        nth: usize,
    ) -> Result<Element, String> {
        let all = self.all(role, name)?;
        let count = all.len();
        all.into_iter()
            .nth(nth)
            .ok_or_else(|| format!("only {count} {role} {name:?}"))
    }

    /// How many things have this role and name now.
    pub fn count(&mut self, role: &str, name: &str) -> Result<usize, String> {
        Ok(self.look(role, name)?.len())
    }

    /// Looks until something is there.
    fn all(&mut self, role: &str, name: &str) -> Result<Vec<Element>, String> {
        let start = Instant::now();
        loop {
            let found = self.look(role, name)?;
            if !found.is_empty() {
                return Ok(found);
            }
            if start.elapsed() > self.patience {
                let page: String = self.text()?.chars().take(600).collect();
                return Err(format!(
                    "no {role} {name:?} in {} s; the page says: {page}",
                    self.patience.as_secs()
                ));
            }
            thread::sleep(LOOK);
        }
    }

    fn look(&mut self, role: &str, name: &str) -> Result<Vec<Element>, String> {
        self.with_axe()?;
        let found = self.script(FIND, &[json!(role), json!(name)])?;
        let ids: Vec<String> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it[ELEMENT].as_str().map(str::to_owned))
            .collect();
        self.driver.client("find", async |client| {
            Ok(ids
                .into_iter()
                .map(|id| Element::from_element_id(client.clone(), ElementRef::from(id)))
                .collect())
        })
    }
}
