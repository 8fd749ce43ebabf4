// LIST: the screens that are pictured: name, how the desk stands, address, and what is done first.
//
// A screen of one's own: add a line. `act` gets Playwright's page.

const place = (name) => ({ name, address: `#/${name}` });

export const screens = [
  ...["idag", "rekrytering", "hem", "matchning", "placeringar", "leverantorer", "uppfoljning", "installningar", "importera", "handbok"].map(place),
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
  ...["list", "split", "fields", "lines", "match", "paper", "error"].map((part) => ({ name: `delar-${part}`, desk: `parts&part=${part}`, act: { fields: writeFields, paper: (page) => page.waitForSelector(".words span") }[part] })),
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
