//! Bookmarks: the headings, nested as they stand.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::pages::Page;
use crate::sheet::HEIGHT;
use crate::tags::text;

struct Entry {
    id: ObjectId,
    parent: Option<usize>,
    title: String,
    page: ObjectId,
    top: f32,
}

/// Adds the bookmarks, if there are headings.
pub fn outline(doc: &mut Document, page_ids: &[ObjectId], pages: &[Page]) -> Option<ObjectId> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (page, &page_id) in pages.iter().zip(page_ids) {
        for (level, words, top) in &page.headings {
            open.retain(|(other, _)| other < level);
            let parent = open.last().map(|&(_, at)| at);
            open.push((*level, entries.len()));
            let (id, title) = (doc.new_object_id(), words.clone());
            entries.push(Entry {
                id,
                parent,
                title,
                page: page_id,
                top: *top,
            });
        }
    }
    if entries.is_empty() {
        return None;
    }
    let root = doc.new_object_id();
    for at in 0..entries.len() {
        let entry = &entries[at];
        let siblings = children(&entries, entry.parent);
        let place = siblings.iter().position(|&it| it == at).unwrap_or(0);
        let mut res = dictionary! {
            "Title" => text(&entry.title),
            "Parent" => entry.parent.map_or(root, |it| entries[it].id),
            "Dest" => vec![
                entry.page.into(),
                "XYZ".into(),
                Object::Null,
                Object::Real((HEIGHT - entry.top + 6.0).round()),
                Object::Null,
            ],
        };
        if let Some(&before) = place.checked_sub(1).and_then(|it| siblings.get(it)) {
            res.set("Prev", entries[before].id);
        }
        if let Some(&after) = siblings.get(place + 1) {
            res.set("Next", entries[after].id);
        }
        inside(&mut res, &entries, Some(at));
        doc.set_object(entry.id, res);
    }
    let mut res = dictionary! { "Type" => "Outlines" };
    inside(&mut res, &entries, None);
    // All branches are open, so all entries count.
    res.set("Count", entries.len() as i64);
    doc.set_object(root, res);
    Some(root)
}

fn children(entries: &[Entry], parent: Option<usize>) -> Vec<usize> {
    (0..entries.len())
        .filter(|&it| entries[it].parent == parent)
        .collect()
}

fn inside(res: &mut Dictionary, entries: &[Entry], parent: Option<usize>) {
    let children = children(entries, parent);
    if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
        res.set("First", entries[first].id);
        res.set("Last", entries[last].id);
        res.set("Count", descendants(entries, parent) as i64);
    }
}

fn descendants(entries: &[Entry], parent: Option<usize>) -> usize {
    children(entries, parent)
        .iter()
        .map(|&it| 1 + descendants(entries, Some(it)))
        .sum()
}
