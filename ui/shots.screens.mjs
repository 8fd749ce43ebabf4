// LIST: the screens that are pictured: name, how the desk stands, address, and what is done first.
//
// A screen of one's own: add a line. `act` gets Playwright's page.

const place = (name) => ({ name, address: `#/${name}` });

export const screens = [
  ...["leverantorer", "uppfoljning", "handbok"].map(place),
  ...today(),
  ...recruitment(),
  ...homes(),
  ...sheets(),
  ...matching(),
  ...papers(),
  ...settings(),
  { name: "storre-text", desk: "real", address: "#/hem/h1", act: async (page) => { for (let n = 0; n < 5; n += 1) await page.keyboard.press("Control++"); } },
  { name: "kolumner", desk: "real", address: "#/hem", act: (page) => page.getByRole("button", { name: "Kolumner" }).click() },
  { name: "sok", act: async (page) => { await page.keyboard.press("Control+k"); await page.keyboard.type("ek"); await page.waitForTimeout(300); await page.keyboard.press("ArrowDown"); } },
  { name: "tangenter", act: (page) => page.keyboard.press("?") },
  { name: "last", desk: "locked" },
  { name: "last-fel", desk: "locked", act: async (page) => { await page.getByLabel("Namn").fill("Maja Modig"); await page.getByLabel("Lösenord").fill("fel"); await page.keyboard.press("Enter"); } },
  { name: "nyckel", desk: "locked", act: (page) => page.getByText("glömt lösenordet").click() },
  { name: "forsta", desk: "new" },
  { name: "forsta-enhet", desk: "new", act: firstUnit },
  { name: "forsta-fel", desk: "new", act: async (page) => { await page.getByText("Skapa en ny enhet").click(); await page.getByText("Fortsätt").click(); } },
  { name: "forsta-konto", desk: "new", act: firstAccount },
  { name: "forsta-nyckel", desk: "new", act: firstKey },
  { name: "forsta-sedan", desk: "new", act: async (page) => { await firstKey(page); await page.getByLabel("Skriv den sista gruppen").fill("e2sa"); await page.getByLabel("Jag har nyckeln").check(); await page.getByText("Fortsätt").click(); } },
  { name: "ovning", desk: "new", act: (page) => page.getByText("Öva i en påhittad enhet").click() },
  ...["list", "split", "fields", "lines", "match", "paper", "error"].map((part) => ({ name: `delar-${part}`, desk: `parts&part=${part}`, act: { fields: writeFields, paper: (page) => page.waitForSelector(".sheet .words span") }[part] })),
];

async function firstUnit(page) {
  await page.getByText("Skapa en ny enhet").click();
  await page.getByLabel("Kommun").fill("Exempelkommun");
  await page.getByText("Välj plats").click();
}

async function firstAccount(page) {
  await firstUnit(page);
  await page.getByText("Fortsätt").click();
  await page.getByLabel("Ditt namn").fill("Maja Modig");
  await page.getByLabel("Lösenord", { exact: false }).first().fill("lampa korg saltsten moln");
  await page.getByLabel("en gång till").fill("lampa korg saltsten moln");
}

async function firstKey(page) {
  await firstAccount(page);
  await page.getByText("Skapa enheten").click();
}

async function writeFields(page) {
  await page.getByLabel("Namn som inte går att spara").fill("Ett namn som är för långt");
  await page.getByLabel("Hembesök").fill("31/2");
  await page.getByLabel("Namn", { exact: false }).first().fill("Asta Ekdal");
  await page.keyboard.press("Tab");
  await page.waitForTimeout(600);
}

/** The register of homes: empty, ordinary, crowded and in error. */
function homes() {
  const at = (name, how, address, act) => ({ name: `hem-${name}`, desk: `real&homes=${how}`, address, act });
  return [
    at("lista-tom", "empty", "#/hem"),
    at("lista", "ordinary", "#/hem"),
    at("lista-trang", "crowded", "#/hem"),
    at("lista-fel", "error", "#/hem"),
    at("fraga", "ordinary", "#/hem", async (page) => { await page.keyboard.press("Escape"); await page.locator("main").focus(); await page.keyboard.press("f"); await page.keyboard.type("9"); await page.keyboard.press("Tab"); await page.keyboard.type("fre"); await page.keyboard.press("Enter"); }),
    at("urval-tomt", "ordinary", "#/hem", (page) => page.locator("main").getByLabel("Sök", { exact: true }).fill("finns inte")),
    at("kort", "ordinary", "#/hem/h1"),
    at("kort-nere", "ordinary", "#/hem/h1", (page) => page.keyboard.press("Alt+4")),
    at("kort-sist", "ordinary", "#/hem/h1", (page) => page.keyboard.press("Alt+5")),
    at("kort-uppgifter", "ordinary", "#/hem/h1", (page) => page.keyboard.press("Alt+8")),
    at("kort-tomt", "ordinary", "#/hem/h12"),
    at("kort-trang", "crowded", "#/hem/h1"),
    at("kort-fel", "error", "#/hem/h1"),
    at("kort-borta", "ordinary", "#/hem/finns-inte"),
    at("kort-anteckning", "ordinary", "#/hem/h1", async (page) => { await page.keyboard.press("a"); await page.keyboard.type("Bo ringde om handledningen."); }),
    at("kort-person", "ordinary", "#/hem/h1", (page) => page.getByLabel("Ändra Bo Ekdal Påhittad").click()),
    at("kort-kontroll", "ordinary", "#/hem/h1", (page) => page.getByLabel("Ändra Kronofogden, Bo").click()),
    at("kort-faltfel", "ordinary", "#/hem/h1", async (page) => { await change(page, "details"); await page.getByLabel("E-post").fill("ekdal.exempel"); await page.getByLabel("Gatuadress").focus(); await page.waitForTimeout(600); }),
    at("kort-samtidigt", "stale", "#/hem/h1", async (page) => { await change(page, "details"); await page.getByLabel("Om hemmet").fill("Hus med trädgård och eget rum åt barnet."); await page.waitForTimeout(900); await showUp(page, ".two[role=alert]"); }),
    at("kort-versioner", "ordinary", "#/hem/h1", async (page) => { await change(page, "details"); await showUp(page, ".row-form .saved:last-child"); await page.getByRole("button", { name: "Tidigare versioner" }).click(); }),
    at("kontroller", "ordinary", "#/hem/registerkontroller"),
    at("kontroller-tom", "empty", "#/hem/registerkontroller"),
    at("kontroller-fel", "error", "#/hem/registerkontroller"),
    at("kontroller-samtycke", "ordinary", "#/hem/registerkontroller", async (page) => { await page.locator("[data-at='0']").focus(); await page.keyboard.press("v"); await page.keyboard.press("b"); await page.waitForTimeout(300); }),
    at("nytt", "ordinary", "#/hem/ny"),
    at("nytt-liknar", "ordinary", "#/hem/ny", (page) => page.locator("form").getByLabel("Namn").fill("Familjen Ek")),
    at("nytt-fel", "ordinary", "#/hem/ny", async (page) => { await page.locator("form").getByLabel("Telefon").fill("12"); await page.keyboard.press("Control+Enter"); }),
  ];
}

async function change(page, section) {
  await page.locator(`#kort-${section}`).getByText("Ändra", { exact: true }).click();
}

/** The old spreadsheet: nothing chosen, seen, mended, refused. */
function sheets() {
  const open = async (page) => { await page.getByText("Välj kalkylark", { exact: true }).click(); await page.waitForTimeout(300); };
  return [
    { name: "importera", address: "#/importera", desk: "real" },
    { name: "importera-granska", address: "#/importera", desk: "real", act: open },
    { name: "importera-rad", address: "#/importera", desk: "real", act: async (page) => { await open(page); await page.getByText("Familjen Lindö Påhittad").first().click(); } },
    { name: "importera-kolumner", address: "#/importera", desk: "real", act: async (page) => { await open(page); await page.getByRole("tab", { name: "Kolumner" }).click(); } },
    { name: "importera-fel", address: "#/importera", desk: "real&sheet=error", act: open },
  ];
}

/** Children and match: empty, ordinary, crowded and in error, and what is special to a match. */
function matching() {
  const at = (name, how, address, act) => ({ name: `matchning-${name}`, desk: `real&match=${how}`, address, act });
  const match = "#/matchning/c1/match";
  const names = async (page) => { await page.waitForSelector("[data-home]"); };
  return [
    at("barn-tom", "empty", "#/matchning"),
    at("barn", "ordinary", "#/matchning"),
    at("barn-trang", "crowded", "#/matchning"),
    at("barn-fel", "error", "#/matchning"),
    at("nytt", "ordinary", "#/matchning/ny"),
    at("sida", "ordinary", "#/matchning/c1"),
    at("sida-tom", "ordinary", "#/matchning/c2"),
    at("sida-behov", "ordinary", "#/matchning/c1", async (page) => { await page.locator("[data-edit=n6]").click(); }),
    at("las", "unlocked", "#/matchning/c1", async (page) => { await page.getByText("Lås underlaget").click(); }),
    at("band", "ordinary", match, names),
    at("band-oppet", "ordinary", match, async (page) => { await names(page); await page.locator("[data-home=m3]").click(); }),
    at("band-hinder", "ordinary", match, async (page) => { await names(page); await page.locator("[data-home=m7]").click(); await page.locator("[data-home=m7]").scrollIntoViewIfNeeded(); }),
    at("band-dolt", "ordinary", match, async (page) => { await names(page); await page.keyboard.press("n"); }),
    at("band-olast", "unlocked", match, names),
    at("band-trang", "crowded", match, names),
    at("band-fel", "error", match),
    at("band-inga-hem", "nohomes", match),
    at("band-inga-behov", "noneeds", match, names),
    at("band-ingen", "nobody", match, names),
    at("jamfor", "ordinary", match, async (page) => { await names(page); for (const it of ["m1", "m2", "m3", "m6"]) await page.locator(`[data-home=${it}]`).press(" "); await page.keyboard.press("j"); }),
    at("skriv", "ordinary", match, async (page) => { await names(page); await page.locator("[data-home=m1]").focus(); await page.keyboard.press("u"); }),
  ];
}

/** The board's papers: empty, ordinary, crowded and in error; draft, issued. */
function papers() {
  const at = (name, how, address, act) => ({ name: `papper-${name}`, desk: `real&papers=${how}`, address, act });
  const drawn = (page) => page.waitForSelector(".sheet .words span");
  return [
    at("lista-tom", "empty", "#/placeringar"),
    at("lista", "ordinary", "#/placeringar"),
    at("lista-trang", "crowded", "#/placeringar"),
    at("lista-fel", "error", "#/placeringar"),
    at("utkast", "ordinary", "#/placeringar/k1", drawn),
    at("utkast-rader", "ordinary", "#/placeringar/k1", async (page) => { await drawn(page); await page.getByRole("button", { name: "Lägg till rad" }).last().scrollIntoViewIfNeeded(); }),
    at("tomt", "bare", "#/placeringar/k1", drawn),
    at("fel", "error", "#/placeringar/k1"),
    at("utfarda", "released", "#/placeringar/k1", async (page) => { await drawn(page); await page.getByRole("button", { name: "Utfärda" }).click(); }),
    at("utfardat", "issued", "#/placeringar/k1", drawn),
  ];
}

/** Scrolls the card so that a thing is seen whole and no field is cut by the line of parts. */
/** The settings' parts, each as one meets it and when something is wrong. */
function settings() {
  const at = (name, part, act, how = "ordinary") => ({ name: `installningar-${name}`, desk: `real&settings=${how}`, address: `#/installningar/${part}`, act });
  return [
    at("papper", "papper"),
    at("papper-for-langt", "papper", async (page) => { await page.getByLabel("Sidfot").fill("Lång rad. ".repeat(60)); await page.keyboard.press("Tab"); await page.waitForTimeout(300); }),
    at("papper-fel", "papper", undefined, "error"),
    at("personer", "personer"),
    at("personer-fel", "personer", async (page) => { await page.getByLabel("Namn", { exact: false }).first().fill("karl kunnig"); await page.getByLabel("Första lösenord").fill("sommar123"); await page.getByRole("button", { name: "Lägg till" }).click(); }),
    at("data", "data"),
    at("data-klart", "data", async (page) => { await page.getByText("Välj mapp").click(); await page.getByText("Välj fil").click(); await page.getByRole("button", { name: "Kontrollera" }).click(); await page.waitForTimeout(200); }),
    at("data-skada", "data", (page) => page.getByRole("button", { name: "Kontrollera" }).click(), "broken"),
    at("data-olika", "data", (page) => page.getByText("Välj fil").click(), "differs"),
    at("instrument", "instrument"),
    at("instrument-granser", "instrument", async (page) => { await page.getByRole("button", { name: "Anpassa BRA-fam" }).click(); for (let n = 1; n <= 9; n += 1) await page.getByLabel(`Sista frågan i del ${n}`).fill(String(n === 9 ? 58 : n * 6)); await page.getByRole("button", { name: "Spara egen utgåva" }).click(); await page.waitForTimeout(300); }),
    at("instrument-namn", "instrument", async (page) => { await page.getByRole("button", { name: "Anpassa Hemvists" }).click(); await page.getByText("Egna korta namn på frågorna").click(); await page.locator(".edition details").evaluate((it) => it.scrollIntoView({ block: "start" })); }),
    at("regler", "regler"),
    at("om", "om"),
    ...["start", "installningar", "tangenter"].map((page) => ({ name: `handbok-${page}`, address: `#/handbok/${page}` })),
  ];
}

/** Scrolls the card so that a thing is seen whole and no field is cut by the edge of its pane. */
async function showUp(page, what) {
  await page.locator(what).last().evaluate((it) => {
    const pane = it.closest(".right");
    pane.scrollTop += it.getBoundingClientRect().bottom - pane.getBoundingClientRect().bottom + 8;
    const edge = pane.getBoundingClientRect().top;
    const cut = [...pane.querySelectorAll(".saved")].map((one) => one.getBoundingClientRect()).find((one) => one.top < edge && one.bottom > edge);
    if (cut) pane.scrollTop += cut.bottom - edge;
  });
}

/** The day: empty, ordinary, crowded and in error. */
function today() {
  const at = (name, how, act) => ({ name: `idag${name}`, desk: `real&families=${how}`, address: "#/idag", act });
  return [at("-tom", "empty"), at("", "ordinary"), at("-trang", "crowded"), at("-fel", "error"), at("-rad", "ordinary", async (page) => { await page.locator("a.what").first().focus(); await page.keyboard.press("ArrowRight"); await page.keyboard.press("ArrowDown"); })];
}

/** Recruitment: board, table, new enquiry and one family's page. */
function recruitment() {
  const at = (name, how, address, act) => ({ name: `rekrytering${name}`, desk: `real&families=${how}`, address, act });
  const down = (what) => (page) => page.locator(what).evaluate((it) => it.scrollIntoView({ block: "start" }));
  const choose = async (page, name) => { await page.getByRole("button", { name, exact: true }).click(); await page.waitForTimeout(250); };
  return [
    at("-tom", "empty", "#/rekrytering"),
    at("", "ordinary", "#/rekrytering"),
    at("-trang", "crowded", "#/rekrytering"),
    at("-fel", "error", "#/rekrytering"),
    at("-flytta", "ordinary", "#/rekrytering", async (page) => { await page.locator(".card").first().focus(); await page.keyboard.press("ArrowRight"); await page.keyboard.press("ArrowRight"); }),
    at("-tabell", "ordinary", "#/rekrytering", (page) => page.getByRole("button", { name: "Tabell" }).click()),
    at("-ny", "ordinary", "#/rekrytering/ny"),
    at("-ny-liknar", "ordinary", "#/rekrytering/ny", async (page) => { await page.keyboard.type("Familjen Ekdal"); await page.keyboard.press("Tab"); await page.keyboard.type("0701740605"); await page.waitForTimeout(500); }),
    at("-ny-fel", "ordinary", "#/rekrytering/ny", (page) => page.keyboard.press("Control+Enter")),
    at("-anteckna", "ordinary", "#/rekrytering", async (page) => { await page.locator(".card").first().focus(); await page.keyboard.press("a"); await page.waitForTimeout(300); }),
    at("-ny-mejl", "ordinary", "#/rekrytering/ny", async (page) => { await page.getByRole("button", { name: "Klistra in ett mejl" }).click(); await page.getByLabel("Texten").fill("Hej"); await page.keyboard.press("Control+Enter"); await page.waitForTimeout(300); }),
    at("-traffar", "ordinary", "#/rekrytering/traffar/m1"),
    at("-traffar-tom", "empty", "#/rekrytering/traffar"),
    at("-tratt", "ordinary", "#/rekrytering/tratt"),
    at("-tratt-tom", "empty", "#/rekrytering/tratt"),
    at("-familj", "ordinary", "#/rekrytering/r3"),
    at("-familj-ny", "ordinary", "#/rekrytering/r1"),
    at("-familj-skriv-ut", "ordinary", "#/rekrytering/r9", (page) => page.keyboard.press("Control+p")),
    at("-familj-klar", "ordinary", "#/rekrytering/r9"),
    at("-familj-fel", "error", "#/rekrytering/r3"),
    at("-familj-borta", "ordinary", "#/rekrytering/finns-inte"),
    at("-familj-steg", "ordinary", "#/rekrytering/r3", down("#kort-steps")),
    at("-familj-kontroller", "ordinary", "#/rekrytering/r3", down("#kort-checks")),
    at("-familj-kontroll", "ordinary", "#/rekrytering/r3/kontroll/r3a/kronofogden"),
    at("-familj-begar", "ordinary", "#/rekrytering/r3/kontroll/r3b/misstankeregistret"),
    at("-familj-bedomning", "ordinary", "#/rekrytering/r3/bedomning/r3b/c"),
    at("-familj-svar", "ordinary", "#/rekrytering/r3", async (page) => { await page.locator("[data-part=a] summary").click(); await down("#kort-screening")(page); }),
    at("-familj-utfall", "ordinary", "#/rekrytering/r4/utfall"),
    at("-familj-hushall", "ordinary", "#/rekrytering/r6", async (page) => { await page.getByRole("tab", { name: /Hushållet/ }).click(); await down("#kort-screening")(page); }),
    at("-familj-metod", "ordinary", "#/rekrytering/r8", down("#kort-methods")),
    at("-familj-metod-oppen", "ordinary", "#/rekrytering/r8/metod/r8b"),
    at("-familj-samtal", "ordinary", "#/rekrytering/r8", async (page) => { await page.locator("#kort-forms summary").first().click(); await down("#kort-forms")(page); }),
    at("-familj-utbildning", "ordinary", "#/rekrytering/r8", async (page) => { await page.locator("[data-cell$='/4']").first().click(); await down("#kort-training")(page); }),
    at("-familj-nummer", "ordinary", "#/rekrytering/r3/person/r3b"),
    at("-familj-nekat", "refuse", "#/rekrytering/r3", async (page) => { await page.getByLabel("Nästa steg").fill("Ring igen om utdraget"); await page.keyboard.press("Tab"); await page.waitForTimeout(600); }),
    at("-avsluta", "ordinary", "#/rekrytering/r3", (page) => choose(page, "Godkänn hemmet")),
    at("-avsluta-klar", "ordinary", "#/rekrytering/r9", (page) => choose(page, "Godkänn hemmet")),
    at("-stang", "ordinary", "#/rekrytering/r3", (page) => choose(page, "Stäng utan att godkänna")),
    at("-utredning", "ordinary", "#/rekrytering/r9", down("#kort-investigation")),
    at("-utredning-forslag", "ordinary", "#/rekrytering/r9", down(".proposal")),
    at("-utredning-beslut", "ordinary", "#/rekrytering/r9", down("#kort-communication")),
    at("-utredning-tom", "ordinary", "#/rekrytering/r8/utredning/assessment"),
    at("-stangd", "ordinary", "#/rekrytering/r9", async (page) => { await choose(page, "Stäng utan att godkänna"); await page.getByLabel("Skäl", { exact: true }).selectOption("family_withdraws"); await page.keyboard.press("Control+Enter"); await page.waitForTimeout(300); await page.evaluate(() => (location.hash = "#/rekrytering/r9")); await page.waitForTimeout(300); }),
    at("-tidigare", "ordinary", "#/rekrytering/r9", (page) => choose(page, "Läs akten")),
    { name: "installningar-delegation", desk: "real&settings=ordinary", address: "#/installningar/delegation" },
    { name: "hem-kort-utredning", desk: "real&homes=ordinary", address: "#/hem/h1", act: async (page) => { await page.getByRole("button", { name: "Läs utredningen" }).click(); await page.locator("#kort-study-rubrik").evaluate((it) => { const pane = it.closest("article").parentElement; pane.scrollTop += it.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8; }); } },
  ];
}
