//! Words of the forms and letters that can be printed.
export const sv = {
  title: "Skriv ut",
  choose: "Vad ska skrivas ut?",
  page: "Den här sidan",
  consent: (name: string) => `Samtycke, ${name}`,
  request: (register: string, name: string) => `Begäran till ${register}, ${name}`,
  visit: "Underlag för hembesök",
  screeningEmpty: "Tidig bedömning, tom",
  screening: "Tidig bedömning, ifylld",
  refusal: "Besked om att vi inte går vidare",
  checks: "Lista över registerkontroller",
  own: "Eget stycke i brevet",
  ownHelp: "Skriv kort och vänligt. Lämna tomt för de vanliga orden.",
  save: "Spara som PDF",
  print: "Skriv ut",
  saved: "Sparad som PDF.",
  file: (name: string) => `${name.replace(/[^\p{L}\p{N} -]/gu, "").trim()}.pdf`,
};
