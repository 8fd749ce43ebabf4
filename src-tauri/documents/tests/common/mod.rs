//! Made-up papers that the tests and the example share.
#![allow(
    clippy::unwrap_used,
    reason = "a helper of tests: a panic is the failed test"
)]
#![allow(dead_code, reason = "each test file uses its part")]

pub mod extract;
pub mod hostile;

use chrono::{TimeZone, Utc};
use hemvist_documents::{
    Block, Column, Fact, Letterhead, Logo, Meta, Paper, Signature, Table, Text,
};

/// A heading.
pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.into(),
    }
}

/// A paragraph.
pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

fn row(cells: &[&str]) -> Vec<Text> {
    cells.iter().map(|it| Text::from(*it)).collect()
}

fn list(ordered: bool, items: &[&str]) -> Block {
    Block::List {
        ordered,
        items: items.iter().map(|it| Text::from(*it)).collect(),
    }
}

/// A paper without text.
pub fn empty() -> Paper {
    Paper {
        meta: Meta {
            title: "Placering i familjehem – ärende 2026-0417".into(),
            author: "Exempelköpings kommun, Familjehemsenheten".into(),
            subject: "Tjänsteskrivelse till socialnämndens utskott".into(),
            created: Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap(),
        },
        letterhead: Letterhead {
            logo: None,
            unit: vec![
                "Exempelköpings kommun".into(),
                "Socialförvaltningen".into(),
                "Familjehemsenheten".into(),
            ],
            kind: "Tjänsteskrivelse".into(),
            facts: vec![
                Fact::new("Datum", "23 november 2026"),
                Fact::new("Ärende", "2026-0417"),
                Fact::new("Handläggare", "Petra Påhittad, socialsekreterare\n0123-45 67 89"),
            ],
            recipient: vec!["Socialnämndens individutskott".into()],
        },
        running: "Ärende 2026-0417 · Placering i familjehem".into(),
        secrecy: Some("Omfattas av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen".into()),
        footer: vec![
            "Exempelköpings kommun · Storgatan 1 · 123 45 Exempelköping".into(),
            "Telefon 0123-45 60 00 · socialnamnden@exempelkoping.example · Organisationsnummer 212000-0000".into(),
        ],
        marks: vec![],
        blocks: vec![],
    }
}

/// A made-up logo: a shield with waves.
pub fn logo() -> Logo {
    let (width, height) = (260_i32, 300_i32);
    let mut samples = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (x - 130, (y - 120).max(0));
            let inside = dx * dx * 180 * 180 + dy * dy * 128 * 128 <= 128 * 128 * 180 * 180;
            let edge = dx * dx * 168 * 168 + dy * dy * 116 * 116 > 116 * 116 * 168 * 168 || y < 12;
            let wave = (y + (x % 52 - 26).abs() / 2) % 60 < 26;
            let ink = if edge || wave { 20 } else { 255 };
            samples.extend([ink, if inside { 255 } else { 0 }]);
        }
    }
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, width as u32, height as u32);
    encoder.set_color(png::ColorType::GrayscaleAlpha);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&samples).unwrap();
    writer.finish().unwrap();
    Logo {
        alternative: "Exempelköpings kommuns vapen".into(),
        png,
        width: 14.0,
    }
}

/// A realistic, wholly made-up paper of about three pages.
pub fn placement() -> Paper {
    let blocks = vec![
        heading(1, "Placering i familjehem enligt 22 kap. 1 § socialtjänstlagen"),
        heading(2, "Förslag till beslut"),
        list(false, &[
            "Alva Exempelsson placeras i familjehemmet Björkbacken från och med den 7 december 2026.",
            "Placeringen sker med vårdnadshavarens samtycke enligt socialtjänstlagen (2025:400).",
            "Ersättning utgår med 1 231 kr per dygn enligt avtal av den 16 november 2026.",
        ]),
        heading(2, "Sammanfattning"),
        paragraph("Alva är åtta år och har sedan den 2 oktober 2026 bott i jourhem hos familjen Tillfällig. Utredningen visar att Alva behöver stadigvarande vård utanför det egna hemmet medan mamman genomgår behandling. Vårdnadshavaren samtycker. Alva har fått information om förslaget vid tre samtal och har själv besökt Björkbacken två gånger."),
        paragraph("Familjehemsutredningen avslutades den 9 november 2026 och beskriver ett hem med god anknytningskompetens, vana vid umgänge med föräldrar och närhet till Alvas nuvarande skola. Hemmet har plats för ett barn och inga andra placerade barn."),
        heading(2, "Beslutsunderlag"),
        list(true, &[
            "Tjänsteskrivelse den 23 november 2026",
            "Barnavårdsutredning enligt 14 kap. 2 § socialtjänstlagen, den 30 oktober 2026",
            "Familjehemsutredning av hemmet Björkbacken, den 9 november 2026",
            "Vårdplan, den 18 november 2026",
            "Vårdnadshavarens skriftliga samtycke, den 19 november 2026",
        ]),
        heading(2, "Barnet och ärendet"),
        Block::Facts(vec![
            Fact::new("Barn", "Alva Exempelsson, född 2018"),
            Fact::new("Vårdnadshavare", "Mimmi Exempelsson"),
            Fact::new("Bor nu", "Jourhemmet Tillfällig, sedan den 2 oktober 2026"),
            Fact::new("Skola", "Påhittsskolan, årskurs 2. Skolgången fortsätter utan byte; resvägen blir 14 minuter med skolskjuts."),
            Fact::new("Registerkontroll", "Kontrollerat den 4 november 2026, utan anmärkning"),
        ]),
        Block::Gap("Uppgift saknas: datum för hälsoundersökning inför placeringen".into()),
        heading(2, "Barnets mening"),
        Block::Paragraph(Text::default().plain("Alva säger att hon vill bo ").bold("”där det finns en hund och där mamma får komma på söndagar”").plain(". Hon har varit orolig för att byta skola och blev lättad när hon fick veta att hon går kvar. Hon vill att kusinen Elis får hälsa på. Samtalen fördes utan vårdnadshavaren närvarande och med stöd av samtalsmattan.")),
        heading(2, "Övervägda alternativ"),
        paragraph("Nätverket har övervägts först. Tre hem har därefter vägts mot Alvas behov. Tabellen visar vad som talade för och emot."),
        Block::Table(Table {
            caption: Some("Hem som har övervägts".into()),
            columns: vec![
                Column::left("Hem", 1.3),
                Column::left("Vad som vägdes", 2.6),
                Column::left("Varför inte", 2.0),
                Column::right("Kr/dygn", 0.8),
            ],
            rows: vec![
                row(&["Mormor, nätverkshem", "Stark anknytning; Alva känner sig trygg. Bostaden är liten och mormor är sjukskriven till och med mars 2027.", "Orkar inte med vardagen nu. Blir umgänges\u{ad}familj varannan helg.", "986"]),
                row(&["Sjöstigen", "Erfaret hem med två placerade barn i tonåren. 62 km till skolan.", "Skolbyte och antalet barn i hemmet.", "1 231"]),
                row(&["Björkbacken", "Vana vid umgänge, hund, 9 km till skolan, inga andra placerade barn. Behöver handledning varannan vecka det första halvåret.", "– Föreslås", "1 231"]),
                row(&["Konsulentstött hem, Exempelvård AB", "Ledig plats omgående. 140 km till skolan.", "Avståndet till mamma och skola; kostnaden.", "2 890"]),
            ],
            row_headers: true,
        }),
        heading(2, "Varför detta hem"),
        paragraph("Björkbacken svarar mot de behov som väger tyngst: att skolan och kontakten med mamma består, och att vuxna i hemmet tål att Alva prövar om de finns kvar. Familjehemsföräldrarna har genomfört grundutbildningen och beskriver i djupintervjun konkret hur de hanterar avsked och återföreningar. Sårbarheten är att hemmet är nytt; därför föreslås tätare handledning."),
        heading(2, "Risker och hur de möts"),
        Block::Table(Table {
            caption: None,
            columns: vec![
                Column::left("Risk", 2.0),
                Column::left("Åtgärd", 2.4),
                Column::left("Ansvarig", 1.2),
                Column::left("När", 1.1),
            ],
            rows: vec![
                row(&["Alva avvisar hemmet efter umgänge", "Samtal dagen efter varje umgänge; handledaren deltar vid behov", "Familjehems\u{ad}sekreterare", "Från den 14 december"]),
                row(&["Mamman uteblir från umgänge", "Påminnelse dagen före; umgänget kan ske digitalt", "Social\u{ad}sekreterare", "Löpande"]),
                row(&["Hemmet blir utmattat", "Avlastning hos mormor varannan helg; handledning", "Familjehems\u{ad}sekreterare", "Varannan vecka till juni 2027"]),
            ],
            row_headers: false,
        }),
        heading(2, "Mål, längd och plan för hemgång"),
        heading(3, "Mål för vården"),
        list(false, &[
            "Alva går i skolan alla dagar utan anpassad studiegång senast den 30 april 2027. Tecken: närvaro över 90 procent.",
            "Alva sover hela nätter i eget rum senast den 31 mars 2027.",
        ]),
        heading(3, "Förväntad längd"),
        paragraph("Vården beräknas pågå i tolv månader. Övervägande sker senast den 7 juni 2027. Mammans behandling avslutas enligt plan i september 2027, varefter hemgång prövas med successivt längre vistelser."),
        Block::Note {
            title: Some("Avsteg från rutin".into()),
            text: "Den andra referensen är muntlig och saknar underskrift. Enhetschef Ulla Uppdiktad har den 20 november 2026 godtagit detta med hänvisning till att referensgivaren är utomlands till den 4 december.".into(),
        },
        heading(2, "Barnets bästa"),
        paragraph("Förslaget innebär så små förändringar i Alvas vardag som möjligt: samma skola, samma fritidshem och samma dag för umgänge. Alternativet att avvakta i jourhemmet har bedömts som sämre, eftersom Alva uttrycker att väntan är det svåraste."),
        heading(2, "Beslutet expedieras till"),
        list(false, &["Vårdnadshavaren", "Familjehemmet Björkbacken", "Akten"]),
        Block::Signatures(vec![
            Signature { name: "Ulla Uppdiktad".into(), title: "Enhetschef".into() },
            Signature { name: "Petra Påhittad".into(), title: "Socialsekreterare".into() },
        ]),
    ];
    let mut paper = Paper {
        marks: vec!["UTKAST".into()],
        blocks,
        ..empty()
    };
    paper.letterhead.logo = Some(logo());
    paper
}

/// A sheet with a recovery key, on one page.
pub fn recovery_key() -> Paper {
    let mut paper = empty();
    paper.meta.title = "Återställningsnyckel".into();
    paper.letterhead.kind = "Återställningsnyckel".into();
    paper.letterhead.recipient.clear();
    paper.secrecy = Some("Förvaras inlåst. Den som har nyckeln kan öppna filen.".into());
    paper.blocks = vec![
        heading(1, "Återställningsnyckel"),
        paragraph("Nyckeln öppnar filen om alla lösenord är glömda. Den finns bara på det här bladet."),
        Block::Code(vec![
            "4R7K-2M9P-XW3T".into(),
            "H6VD-8QJC-5N1F".into(),
            "0OIl-1B8S-Z2G6".into(),
        ]),
        Block::Note {
            title: Some("Så används nyckeln".into()),
            text: "Starta Hemvist, välj Glömt lösenord och skriv in raderna ovan. Bindestreck behöver inte skrivas.".into(),
        },
        Block::Signatures(vec![
            Signature { name: "Ulla Uppdiktad".into(), title: "Har tagit emot nyckeln".into() },
            Signature { name: "Petra Påhittad".into(), title: "Har låst in nyckeln".into() },
        ]),
    ];
    paper
}
