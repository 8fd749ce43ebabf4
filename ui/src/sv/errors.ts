//! Why a value cannot be taken, in words that say what to do.
//!
//! Each code of the program is a case here: one without words does not pass the type check.
import type { Reason } from "../api/types";
import { number } from "./format";
import { fieldNames } from "./fields";

/** One or two sentences, for the place under the field. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case "required":
      return "Fyll i fältet.";
    case "too_long":
      return `Texten är för lång. Skriv högst ${number(reason.max)} tecken.`;
    case "too_short":
      return `Texten är för kort. Skriv minst ${number(reason.min)} tecken.`;
    case "not_a_date":
      return "Det finns inget sådant datum. Skriv till exempel 2026-11-23, 23/11 eller i dag.";
    case "in_future":
      return "Datumet har inte varit än. Skriv i dag eller en tidigare dag.";
    case "before":
      return `Dagarna står i fel ordning. Jämför med ”${fieldNames[reason.field] ?? "det andra fältet"}”.`;
    case "same_as":
      return `Samma person står i ”${fieldNames[reason.field] ?? "det andra fältet"}”. Skriv någon annan.`;
    case "not_a_number":
      if (reason.min === reason.max) return `Här ska stå ${number(reason.min)}.`;
      return `Skriv ett helt tal från ${number(reason.min)} till ${number(reason.max)}.`;
    case "not_a_choice":
      return "Välj något av det som finns i listan.";
    case "wrong_length":
      return "Numret har fel antal siffror. Skriv tio eller tolv.";
    case "wrong_check_digit":
      return "Sista siffran stämmer inte med de andra. Kontrollera numret.";
    case "not_a_phone":
      return "Skriv telefonnumret med riktnummer och siffror, till exempel 070-174 06 05.";
    case "not_an_email":
      return "Skriv hela e-postadressen, till exempel namn@exempel.se.";
    case "not_a_postcode":
      return "Skriv postnumret med fem siffror.";
    case "already_there":
      return "Det finns redan. Öppna det som finns eller skriv något annat.";
    case "same_as_writer":
      return "Den som har skrivit eller har ärendet kan inte vara andra läsare. Be en kollega logga in och läsa.";
    case "unknown":
      return "Det går inte att ändra här. Läs om sidan och försök igen.";
    case "malformed":
      return "Uppgifterna kunde inte läsas. Kontrollera dem och försök igen.";
    case "wrong_password":
      return "Namnet eller lösenordet stämmer inte. Försök igen.";
    case "wrong_recovery_key":
      return "Nyckeln stämmer inte. Kontrollera varje grupp.";
    case "not_a_unit":
      return "Filen är ingen Hemvist-enhet. Välj en annan fil.";
    case "key_file_missing":
      return "Nyckelfilen som hör till enheten saknas. Lägg tillbaka den bredvid filen.";
    case "from_the_future":
      return "Filen är sparad av en nyare version av Hemvist. Uppdatera programmet och öppna den igen.";
    case "in_use":
      return "Filen är öppen i ett annat fönster. Stäng det och försök igen.";
    case "file_exists":
      return "Det finns redan en fil där. Välj ett annat namn.";
    case "file_trouble":
      return "Filen går inte att läsa eller spara där. Välj en annan mapp.";
    case "shared_folder":
      return "Mappen delas eller synkroniseras, och då kan registret gå förlorat. Välj en mapp på den här datorn.";
    case "not_practice":
      return "Det går bara i en övningsenhet.";
    case "damaged":
      return `Filen är skadad från rad ${number(reason.line)}. Öppna den senaste säkerhetskopian.`;
  }
}
