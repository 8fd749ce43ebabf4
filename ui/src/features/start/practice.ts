//! A password for a practice unit: four plain words, drawn by chance.
//!
//! It guards made-up facts only and is shown on the screen; it is no model for a real one.
const WORDS = [
  "lampa", "korg", "moln", "ekorre", "sadel", "tröskel", "kanna", "brygga", "nyckel", "gräslök", "fönster", "stig", "tallkotte", "spade",
  "yllesocka", "kompass", "äpple", "segelbåt", "trasmatta", "ljusstake", "bokhylla", "skogsbryn", "grind", "havre", "tunnbröd", "vante",
];

/** Four different words with hyphens between; longer than the least length. */
export function madeUpPassword(): string {
  const left = [...WORDS];
  const pick = () => left.splice((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % left.length, 1)[0];
  return [pick(), pick(), pick(), pick()].join("-");
}
