//! The desk's life: opened, locked, made anew.
//!
//! Locking tears down the whole component tree and forgets all that the parts
//! remember outside it, so that nothing personal stays in the page.
import { setRunningContext, TranslationPlugin, ValidationPlugin } from "@fkui/vue";
import { createApp, type App } from "vue";
import { onLocked } from "./api/call";
import { forgetAll } from "./parts/forget";
import Root from "./frame/Root.vue";

/** Shows the desk in `place`. Answers a function that takes it down (tests). */
export function startDesk(place: HTMLElement): () => void {
  let app: App | null = null;

  function show(): void {
    app = createApp(Root, { onTornDown: remake });
    setRunningContext(app);
    app.use(ValidationPlugin).use(TranslationPlugin);
    app.mount(place);
  }

  function takeDown(): void {
    app?.unmount();
    app = null;
    place.replaceChildren();
    forgetAll();
  }

  function remake(): void {
    takeDown();
    show();
  }

  onLocked(remake);
  show();
  return takeDown;
}
