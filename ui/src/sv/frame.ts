//! Words of the frame: rail, top line, search, bottom line.
import { count, instant } from "./format";

export const sv = {
  program: "Hemvist",
  skip: "Hoppa till innehållet",
  places: "Platser",
  main: "Innehåll",
  where: "Var du är",
  practice: "ÖVNINGSENHET – påhittade uppgifter",
  search: "Sök",
  searchHelp: "Namn, telefon, personnummer eller ärendenummer",
  searchNone: "Inget hittades.",
  searchFound: (n: number) => count(n, "träff", "träffar"),
  searchShort: "Skriv minst två tecken.",
  homes: "Hem",
  people: "Personer",
  children: "Barn",
  protectedPerson: "Skyddade uppgifter",
  lock: "Lås",
  lockUnsaved: "Något är inte sparat",
  lockUnsavedText: (n: number) => `${count(n, "fält kunde", "fält kunde")} inte sparas. Låser du nu försvinner det som står där.`,
  lockAnyway: "Lås ändå",
  goBack: "Gå tillbaka och rätta",
  saved: (at: string) => `Sparat ${at}`,
  nothingSaved: "Allt sparas av sig självt",
  backup: (utc: string | null) => (utc ? `Säkerhetskopia ${instant(utc)}` : "Ingen säkerhetskopia än"),
  messages: "Meddelanden",
  undo: "Ångra",
  undone: "Ändringen är ångrad.",
  notUndone: "Det gick inte att ångra.",
  close: "Stäng meddelandet",
  keysHint: "? visar tangenterna",
  keys: {
    search: "Sök",
    lock: "Lås",
    areas: "Flytta mellan områden",
    help: "Visa tangenterna",
    handbook: "Öppna handboken för den här sidan",
    back: "Ett steg tillbaka",
    save: "Spara nu det som väntar",
    print: "Skriv ut det som visas",
  },
  idleSoon: "Hemvist låser sig om en minut. Tryck på en tangent för att fortsätta.",
  starting: "Öppnar Hemvist …",
  handbook: {
    title: "Handbok",
    search: "Sök i handboken",
    none: "Ingen sida handlar om det.",
    print: "Skriv ut sidan",
    pages: "Sidor",
  },
} as const;

/** The places' names, by the first part of their address. */
export const placeNames = {
  idag: "I dag",
  rekrytering: "Rekrytering",
  hem: "Hem",
  matchning: "Matchning",
  placeringar: "Placeringar & nämnd",
  leverantorer: "Leverantörer",
  uppfoljning: "Uppföljning",
  installningar: "Inställningar",
  importera: "Hämta in register",
  handbok: "Handbok",
} as const;

export type PlaceKey = keyof typeof placeNames;
