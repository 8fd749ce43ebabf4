//! What makes a file accessible and archivable, added to the back end's document:
//! structure, bookmarks, metadata, colour profile, a number of its own.

use std::sync::OnceLock;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::face::face;
use crate::logo::Picture;
use crate::model::Meta;
use crate::ops::LOGO;
use crate::outline::outline;
use crate::pages::Page;
use crate::tree::{Element, Role, Tree};
use crate::xmp::{PRODUCER, packet};

static SRGB: &[u8] = include_bytes!("../../../assets/documents/srgb.icc");

/// Adds everything; the document is then ready to be saved.
pub fn finish(
    doc: &mut Document,
    meta: &Meta,
    pages: &[Page],
    tree: &Tree,
    logo: Option<Picture>,
) -> lopdf::Result<()> {
    doc.version = "1.7".to_owned();
    let page_ids: Vec<ObjectId> = doc.get_pages().into_values().collect();
    if let Some(logo) = logo {
        picture(doc, page_ids[0], logo)?;
    }
    let structure = structure(doc, &page_ids, tree)?;
    let outline = outline(doc, &page_ids, pages);
    let metadata = metadata(doc, meta);
    let intent = output_intent(doc);

    let catalog = doc.catalog_mut()?;
    catalog.set("Lang", text("sv-SE"));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("PageMode", "UseNone");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    information(doc, meta);
    identify(doc);
    compress(doc)
}

/// The tree of elements, and the way back from content to element.
fn structure(doc: &mut Document, pages: &[ObjectId], tree: &Tree) -> lopdf::Result<ObjectId> {
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = tree.iter().map(|_| doc.new_object_id()).collect();
    let mut owners: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    for (id, element) in tree.iter() {
        for &(page, mark) in &element.content {
            let owners = &mut owners[page];
            owners.resize(owners.len().max(mark + 1), Object::Null);
            owners[mark] = ids[id.0].into();
        }
        let mut res = dictionary! {
            "Type" => "StructElem",
            "S" => element.role.name(),
            "P" => element.parent.map_or(root, |it| ids[it.0]),
            "K" => kids(element, &ids, pages),
        };
        if let Some(attributes) = attributes(element.role) {
            res.set("A", attributes);
        }
        if let Some(words) = &element.alternative {
            res.set("Alt", text(words));
        }
        if let Some([x, y, width, height]) = element.bounds {
            let edges = [x, y, x + width, y + height].map(Object::Real).to_vec();
            let place = dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => edges };
            res.set("A", place);
        }
        if element.role == Role::Note {
            res.set("ID", text(&format!("note-{}", id.0)));
        }
        doc.set_object(ids[id.0], res);
    }
    let mut numbers = Vec::new();
    for (index, owners) in owners.into_iter().enumerate() {
        let owners = doc.add_object(owners);
        numbers.extend([Object::from(index as i64), owners.into()]);
        let page = doc.get_dictionary_mut(pages[index])?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let parents = doc.add_object(dictionary! { "Nums" => numbers });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[Tree::ROOT.0],
        "ParentTree" => parents,
        "ParentTreeNextKey" => pages.len() as i64,
    };
    doc.set_object(root, tree);
    Ok(root)
}

fn kids(element: &Element, ids: &[ObjectId], pages: &[ObjectId]) -> Vec<Object> {
    let content = element.content.iter().map(|&(page, mark)| {
        dictionary! { "Type" => "MCR", "Pg" => pages[page], "MCID" => mark as i64 }.into()
    });
    content
        .chain(element.children.iter().map(|it| ids[it.0].into()))
        .collect()
}

fn attributes(role: Role) -> Option<Dictionary> {
    Some(match role {
        Role::ColumnHeader => dictionary! { "O" => "Table", "Scope" => "Column" },
        Role::RowHeader => dictionary! { "O" => "Table", "Scope" => "Row" },
        Role::L { ordered: true } => dictionary! { "O" => "List", "ListNumbering" => "Decimal" },
        Role::L { ordered: false } => dictionary! { "O" => "List", "ListNumbering" => "Disc" },
        _ => return None,
    })
}

/// Adds the logo where the pages look for it.
fn picture(doc: &mut Document, page: ObjectId, logo: Picture) -> lopdf::Result<()> {
    let space = if logo.coloured {
        "DeviceRGB"
    } else {
        "DeviceGray"
    };
    let kind = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(logo.width),
        "Height" => i64::from(logo.height),
        "ColorSpace" => space,
        "BitsPerComponent" => 8,
    };
    let id = doc.add_object(Stream::new(kind, logo.samples));
    let resources = doc
        .get_dictionary(page)?
        .get(b"Resources")?
        .as_reference()?;
    let pictures = doc
        .get_dictionary(resources)?
        .get(b"XObject")?
        .as_reference()?;
    doc.get_dictionary_mut(pictures)?.set(LOGO, id);
    Ok(())
}

fn metadata(doc: &mut Document, meta: &Meta) -> ObjectId {
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Archives read the packet without unpacking.
    doc.add_object(Stream::new(kind, packet(meta).into_bytes()).with_compression(false))
}

fn output_intent(doc: &mut Document) -> Dictionary {
    let profile = Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec());
    let profile = doc.add_object(profile);
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    }
}

/// The old place for metadata, which many programs still read.
fn information(doc: &mut Document, meta: &Meta) {
    let at = Object::string_literal(meta.created.format("D:%Y%m%d%H%M%SZ").to_string());
    let res = dictionary! {
        "Title" => text(&crate::clean::plain(&meta.title)),
        "Author" => text(&crate::clean::plain(&meta.author)),
        "Subject" => text(&crate::clean::plain(&meta.subject)),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => at.clone(),
        "ModDate" => at,
    };
    let old = doc.trailer.get(b"Info").and_then(Object::as_reference).ok();
    let id = old.unwrap_or_else(|| doc.new_object_id());
    doc.set_object(id, res);
    doc.trailer.set("Info", id);
}

/// A number made from the content: the same paper has the same number.
fn identify(doc: &mut Document) {
    let mut hash = Sha256::new();
    for (id, object) in &doc.objects {
        // All words, places and metadata are in streams; the faces never differ.
        if let Object::Stream(stream) = object
            && !stream.dict.has(b"Length1")
        {
            hash.update(id.0.to_be_bytes());
            hash.update(&stream.content);
        }
    }
    let digest = hash.finalize();
    let number = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![number.clone(), number]);
}

fn compress(doc: &mut Document) -> lopdf::Result<()> {
    for object in doc.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.allows_compression {
            continue;
        }
        if let Some(ready) = packed_face(stream) {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(ready.to_vec());
            continue;
        }
        let raw = stream.content.clone();
        stream.compress()?;
        // A reader may take a carriage return at the end for part of the line
        // end that follows. White space after the last operator changes nothing.
        let mut spaces = 0;
        let padding = !stream.dict.has_type(b"XObject");
        while padding && stream.content.ends_with(b"\r") {
            spaces += 1;
            stream.dict.remove(b"Filter");
            stream.set_content([raw.as_slice(), &vec![b' '; spaces]].concat());
            stream.compress()?;
        }
    }
    Ok(())
}

/// The faces are the same in every paper: packed once.
fn packed_face(stream: &Stream) -> Option<&'static [u8]> {
    static PACKED: OnceLock<Vec<Option<Vec<u8>>>> = OnceLock::new();
    let packed = PACKED.get_or_init(|| {
        [false, true]
            .map(|bold| {
                let raw = face(bold).parsed.original_bytes.clone();
                let mut stream = Stream::new(Dictionary::new(), raw);
                stream.compress().ok()?;
                stream.dict.has(b"Filter").then_some(stream.content)
            })
            .into()
    });
    let same = |bold: &bool| face(*bold).parsed.original_bytes == stream.content;
    let bold = [false, true].into_iter().find(same)?;
    packed[usize::from(bold)].as_deref()
}

/// A text string in the way all readers understand.
pub fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let mut data = vec![0xfe, 0xff];
    data.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(data, StringFormat::Hexadecimal)
}
