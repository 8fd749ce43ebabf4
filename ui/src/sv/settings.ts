//! Words of the settings: letterhead, people, data in and out, rules, about.
import type { Problem } from "../api/shell";
import type { DatedLimit, LetterheadSettings, Verified } from "../api/types";
import { count, date, number } from "./format";

export const sv = {
  tabs: { papper: "Papper", personer: "Personer", delegation: "Delegation", instrument: "Bedömningsinstrument", data: "Data in och ut", rekrytering: "Rekrytering", regler: "Regelblad", om: "Om Hemvist" },
  parts: "Delar av inställningarna",
  onlySupervisor: "Bara enhetschefen kan ändra här.",
  letterhead: {
    title: "Brevhuvud",
    lead: "Det här står på varje papper som skrivs från och med nu. Papper som redan är utfärdade ändras inte.",
    signatures: "Underskrifter",
    signaturesHelp: "Står sist i förslag till beslut. Lämna tomt det som inte ska stå där.",
    order: "Ordning och utskick",
  },
  people: {
    title: "De som arbetar här",
    name: "Namn",
    role: "Roll",
    jobTitle: "Titel",
    you: "du",
    contact: "Telefon och e-post",
    edit: (name: string) => `Ändra ${name}`,
    editHelp: "Det här står på papper och brevhuvuden.",
    editShort: "Ändra",
    done: "Klar",
    none: "Ingen mer än du.",
    add: "Lägg till en person",
    addHelp: "Bestäm ett första lösenord tillsammans. Personen byter det själv här efter att ha loggat in.",
    addName: "Namn",
    addNameHelp: "Som kollegorna ser det. Skrivs också vid inloggningen.",
    addPassword: "Första lösenord",
    submit: "Lägg till",
    added: (name: string) => `${name} kan nu logga in.`,
    nameMissing: "Skriv personens namn.",
    roleMissing: "Välj vad personen ska få göra.",
    mayDo: {
      reader: "Ser bara siffror utan personuppgifter.",
      recruiter: "Rekryterar, utreder, matchar och skriver papper.",
      supervisor: "Allt, och dessutom godkänner hem, släpper papper och lägger till personer.",
    },
    own: "Ditt lösenord",
    now: "Lösenordet du har",
    next: "Nytt lösenord",
    nowMissing: "Skriv lösenordet du har.",
    change: "Byt lösenord",
    changed: "Lösenordet är bytt. Det gäller från nästa inloggning.",
  },
  data: {
    sheet: "Ert gamla register",
    sheetText: "Har ni hemmen i Excel, Calc eller csv läser Hemvist dem. Du ser allt innan något sparas, och hela inläsningen går att ångra.",
    sheetGo: "Hämta in register",
    out: "Skriv ut allt till en mapp",
    outText: "Alla uppgifter i ett öppet format (JSON Lines) med beskrivning och kontrollsumma, till arkivet eller ett annat program. Nycklar och lösenord följer inte med.",
    outWarning: "Filen är inte krypterad. Den som kommer åt mappen kan läsa allt, också skyddade uppgifter.",
    outGo: "Välj mapp och skriv ut",
    outBusy: "Skriver alla uppgifter till mappen …",
    outDone: (rows: number) => `Klart. ${count(rows, "rad", "rader")} är skrivna.`,
    file: "Fil",
    sum: "Kontrollsumma (SHA-256)",
    in: "Hämta in en utskriven enhet",
    inText: "En fil som Hemvist har skrivit. Först visas vad som skulle hända; inget sparas förrän du säger ja.",
    inChoose: "Välj fil",
    inBusy: "Läser filen …",
    inWould: "Det här skulle hämtas in",
    inNothing: "Allt i filen finns redan. Det finns inget att hämta in.",
    inSame: (n: number) => `${count(n, "rad finns", "rader finns")} redan och lämnas som de är.`,
    inDiffers: "Inget hämtas in: filen och enheten säger olika om samma sak",
    inGo: (rows: number) => `Hämta in ${count(rows, "rad", "rader")}`,
    inCancel: "Avbryt",
    inDone: (rows: number) => `${count(rows, "rad är hämtad", "rader är hämtade")} in.`,
    rows: "Rader",
    table: "Vad",
    verify: "Är allt helt?",
    verifyText: "Går igenom filen, loggens kedja och varje utfärdat papper. Det kan ta en stund.",
    verifyGo: "Kontrollera",
    verifyBusy: "Kontrollerar filen, loggen och papperen …",
    whole: "Allt är helt",
    broken: "Något är skadat",
    brokenHelp: "Arbeta inte vidare i filen. Öppna den senaste säkerhetskopian och kontrollera den.",
    digest: "Kontrollsumma över alla uppgifter",
    digestHelp: "Samma uppgifter ger samma summa. Jämför den före och efter en flytt till en annan dator.",
  },
  checks: {
    title: "Enhetens val för registerkontroller",
    fixed: "Krävs alltid, enligt förordning",
    labels: { check_household_from_age: "Hushållet kontrolleras från", register_check_max_age: "Ett svar gäller", register_check_renewal: "Kontrollen görs om efter", social_register_years: "Socialtjänst, tillbaka", insurance_look_back_years: "Försäkringskassan, tillbaka" },
    value: (key: string, value: number) => (key.startsWith("register_check") ? `${value} månader` : `${value} år`),
  },
  rules: {
    title: "Regelblad",
    lead: (on: string) => `Så räknar Hemvist. Bladet gäller ${date(on)}.`,
    print: "Skriv ut regelbladet",
    limits: "Tider och gränser",
    rule: "Regel",
    value: "Gräns",
    source: "Källa och giltighet",
    sure: "Hur säkert",
    registers: "Register",
    register: "Register",
    when: "När",
    basis: "Grund",
    compulsory: "Alltid",
    optional: "Vid behov",
    consent: "med samtycke",
    police: "polisens, kan inte förbigås",
    needs: "Behov som ett behovsblad kan nämna",
    needsHelp: "Svar om det kursiva blir inte gamla.",
    before: (until: string, value: string, source: string) => `Till ${date(until)}: ${value}, ${source}`,
    from: (day: string) => `från ${date(day)}`,
    until: (day: string) => `till ${date(day)}`,
    notYet: "gäller inte denna dag",
    local: "Lokal rutin",
    leaves: "Räknas inte:",
  },
  about: {
    program: "Program",
    version: "Version",
    unit: "Enhet",
    file: "Fil",
    practice: "Övningsenhet, alla uppgifter är påhittade",
    lock: "Lås",
    lockAfter: (minutes: number) => `Låser sig efter ${count(minutes, "minut", "minuter")} utan att någon rört tangenter eller mus. Ctrl L låser genast.`,
    backup: "Säkerhetskopia",
    noBackup: "Ingen säkerhetskopia än",
    text: "Textens storlek",
    textHelp: "Ctrl + gör all text större, Ctrl − mindre, Ctrl 0 som vanligt. Det gäller bara den här datorn.",
    network: "Nät",
    networkText: "Hemvist använder inget nät. Allt ligger i filen på den här datorn.",
    licence: "Licens",
    licenceText: "EUPL 1.2, öppen källkod",
    handbook: "Läs i handboken",
  },
} as const;

/** The letterhead's fields: label, help and whether it is a text of lines. */
export const letterheadFields: Record<Exclude<keyof LetterheadSettings, "template">, { label: string; help?: string; long?: boolean }> = {
  unit_lines: { label: "Under kommunens namn", help: "Förvaltning och enhet, en rad för varje.", long: true },
  footer: { label: "Sidfot", help: "Adress, telefon och e-post, en rad för varje.", long: true },
  sign1_name: { label: "Första underskriften: namn" },
  sign1_title: { label: "Första underskriften: titel" },
  sign2_name: { label: "Andra underskriften: namn" },
  sign2_title: { label: "Andra underskriften: titel" },
  distribution: { label: "Beslutet skickas till", help: "En mottagare på varje rad.", long: true },
};

export const template = { label: "Rubrikernas ordning", help: "Ordningen och namnen på rubrikerna i förslag till beslut. Kan ändras på varje papper." };

/** The shipped orders of headings (`assets/documents/`). */
export const templates: Record<string, string> = { neutral: "Neutral", jonkoping: "Jönköpings ordning", huddinge: "Huddinges ordning" };

/** What a bundle's tables hold. */
export const tables: Record<string, string> = {
  user: "Personer som arbetar här", setting: "Inställningar", home: "Hem", person: "Personer i hemmen", scope: "Godkännanden", wish: "Önskemål", pause: "Uppehåll",
  taken_place: "Platser som andra kommuner använder", home_fact: "Uppgifter om bostaden", capability: "Svar om vad hemmen kan", note: "Anteckningar", recruitment: "Rekryteringar",
  step: "Steg i utredningar", register_check: "Registerkontroller", reference: "Referenser", answer: "Svar i bedömningar", assessment: "Bedömningar", investigation: "Utredningar av hem", home_review: "Uppföljningar av hem", child: "Barn", need: "Behov",
  network_person: "Personer i barns nätverk", safety_conflict: "Skyddsfrågor", placement: "Placeringar", paper: "Papper", paper_row: "Rader i papper", issued_paper: "Utfärdade papper",
  text_version: "Tidigare texter", draft: "Utkast", import: "Inläsningar", import_row: "Rader i inläsningar", history: "Loggrader",
  instrument_edition: "Egna utgåvor av formulär", screening: "Utfall av första bedömning", household_assessment: "Bedömningar av hushållet", method_record: "Djupintervjuer", method_area: "Resultatområden i djupintervjuer",
  form_answer: "Anteckningar från samtal och besök", training: "Grundutbildning", mentor: "Mentorhem", supervision: "Handledning",
  information_meeting: "Informationsträffar", meeting_guest: "Besökare på informationsträffar", recruitment_setting: "Inställningar för rekrytering",
};

/** Which row of a bundle was refused, and why, when the program has told: `line 812: home.name`. */
export function refusedRow(problem: Problem | null): string | null {
  if (problem?.kind !== "invalid") return null;
  const [, line, place] = /^line (\d+): (\S+)$/.exec(problem.field) ?? [];
  if (!line || !place) return null;
  const [table = "", column] = place.split(".");
  const where = `Rad ${number(Number(line))} i filen (${tables[table] ?? table})`;
  if (problem.reason.code === "required" && column) return `${where} saknar ett värde som måste finnas: ${column}. Inget är hämtat.`;
  if (problem.reason.code === "unknown" && column) return `${where} har ett fält som Hemvist inte känner: ${column}. Inget är hämtat.`;
  if (problem.reason.code === "malformed") return `${where} följer inte formatet: ${problem.reason.detail}. Inget är hämtat.`;
  return `${where} kunde inte läsas. Inget är hämtat.`;
}

const UNITS: Record<string, [string, string]> = { months: ["månad", "månader"], days: ["dag", "dagar"], years: ["år", "år"], children: ["barn", "barn"], count: ["stycken", "stycken"] };

/** `6 månader`. */
export function limitValue(value: number, unit: string): string {
  const words = UNITS[unit];
  return words ? count(value, ...words) : number(value);
}

/** How sure the program's makers are of a fact, in words. */
export function sureness(it: Pick<DatedLimit, "sure">): { status: "done" | "waiting" | "soon"; text: string } {
  if (it.sure === "C") return { status: "done", text: "Läst i lagtexten" };
  if (it.sure === "P") return { status: "waiting", text: "Trolig, kontrollera" };
  return { status: "soon", text: "Inte bekräftad" };
}

/** What was looked at and what was found, a sentence each. */
export function verified(it: Verified): string[] {
  return [
    it.file.length === 0 ? "Filens egen kontroll hittade inget fel." : `Filens egen kontroll hittade ${count(it.file.length, "fel", "fel")}: ${it.file.join("; ")}.`,
    it.history_damaged_at === null ? `Loggens kedja är hel: ${count(it.history_lines, "rad", "rader")}.` : `Loggens kedja bryts vid rad ${number(it.history_damaged_at)}. Någon eller något har ändrat loggen utanför Hemvist.`,
    it.papers_damaged.length === 0
      ? it.papers === 0 ? "Inget papper är utfärdat än." : `${count(it.papers, "utfärdat papper är oförändrat", "utfärdade papper är oförändrade")}.`
      : `${number(it.papers_damaged.length)} av ${count(it.papers, "utfärdat papper", "utfärdade papper")} är inte längre som när det utfärdades.`,
  ];
}
