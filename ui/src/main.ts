//! Opens the desk: shows the window's first screen, and makes it anew after every lock.
import "@fkui/icon-lib-default/dist/f";
import "@fkui/theme-default/dist/theme-light.css";
import "@fkui/design/lib/fkui.css";
import "./tokens.css";
import "./base.css";
import { startDesk } from "./desk";

async function open(): Promise<void> {
  // A plain browser has no program behind it: development and pictures use made-up answers.
  const place = document.getElementById("desk");
  if (import.meta.env.DEV || import.meta.env.MODE === "mock") {
    const mock = await import("./mock");
    await mock.useMadeUpUnit();
    if (place && mock.asksForParts()) return mock.showParts(place);
  }
  if (place) startDesk(place);
}

void open();
