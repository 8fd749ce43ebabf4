// Stands between the page and the program: lets only well-shaped requests
// through, so that a script that got into the page has no other way out.
// What it refuses never reaches Rust, which checks everything once more.
"use strict";

const NAME = /^[a-z][a-z0-9_]{0,63}$/;
// A paper of some hundred pages as base64; nothing larger is ever sent.
const LARGEST = 64 * 1024 * 1024;

function plain(it) {
  return it !== null && typeof it === "object" && !Array.isArray(it);
}

window.__TAURI_ISOLATION_HOOK__ = (payload) => {
  const refuse = (why) => {
    throw new Error(`refused: ${why}`);
  };
  if (!plain(payload) || payload.cmd !== "call") refuse("command");
  const sent = payload.payload;
  if (!plain(sent)) refuse("payload");
  for (const key of Object.keys(sent)) {
    if (key !== "name" && key !== "input") refuse("field");
  }
  if (typeof sent.name !== "string" || !NAME.test(sent.name)) refuse("name");
  if (sent.input !== undefined && sent.input !== null && !plain(sent.input)) refuse("input");
  if (JSON.stringify(sent).length > LARGEST) refuse("size");
  return payload;
};
