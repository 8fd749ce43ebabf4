//! Opens the desk: shows the window's first screen, and makes it anew after every lock.
import { startDesk } from "./desk";

startDesk(document.getElementById("desk")!);
