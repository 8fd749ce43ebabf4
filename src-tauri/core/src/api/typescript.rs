//! The TypeScript side of the door, written from [`super::CALLS`].
//!
//! `ui/src/api/types.ts` is this text, committed; a test fails when it is stale.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

fn config() -> Config {
    Config::new().with_large_int("number")
}

/// A type's name in TypeScript.
pub(super) fn name<T: TS + ?Sized>() -> String {
    T::name(&config())
}

/// Every named type that the calls use, in alphabetical order.
#[derive(Default)]
pub(crate) struct Types {
    seen: HashSet<TypeId>,
    found: BTreeMap<String, String>,
}

impl Types {
    /// A type and all that it is made of.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let written = format!("{docs}export {}\n", T::decl(&config()));
            if let Some(other) = self.found.insert(T::ident(&config()), written) {
                let same = other.ends_with(&format!("export {}\n", T::decl(&config())));
                assert!(
                    same,
                    "two types are called {} in TypeScript",
                    T::ident(&config())
                );
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The whole of `ui/src/api/types.ts`.
#[must_use]
pub fn typescript() -> String {
    let mut types = Types::default();
    types.add::<crate::Error>();
    for call in super::CALLS {
        (call.types)(&mut types);
    }
    let mut text = String::from(
        "// Written from src-tauri/core/src/api.rs. Do not edit: `cargo xtask types` writes it again.\n\n",
    );
    for declaration in types.found.values() {
        text.push_str(declaration);
        text.push('\n');
    }
    text.push_str(
        "/** Everything that can be asked, with its input and answer. */\nexport type Calls = {\n",
    );
    for call in super::CALLS {
        text.push_str(&format!(
            "  {}: {{ input: {}; answer: {} }};\n",
            call.name,
            (call.input)(),
            (call.answer)()
        ));
    }
    text.push_str("};\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_types_are_fresh() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/types.ts");
        if std::env::var_os("HEMVIST_WRITE_TYPES").is_some() {
            std::fs::write(path, typescript()).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        assert!(
            committed == typescript(),
            "ui/src/api/types.ts is stale: run `cargo xtask types`"
        );
    }
}
