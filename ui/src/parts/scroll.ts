//! Scroll that is kept while a place is put aside and comes back.
import { onActivated, onMounted, onUnmounted, type Ref } from "vue";

/** Keeps the scroll of everything under `root`: the web view forgets it when the place leaves the page. */
export function keepScroll(root: Readonly<Ref<HTMLElement | null>>): void {
  const tops = new Map<Element, number>();
  const note = (event: Event) => {
    if (event.target instanceof Element) tops.set(event.target, event.target.scrollTop);
  };
  let watched: HTMLElement | null = null;
  onMounted(() => {
    watched = root.value;
    watched?.addEventListener("scroll", note, { capture: true, passive: true });
  });
  onUnmounted(() => watched?.removeEventListener("scroll", note, { capture: true }));
  onActivated(() => {
    for (const [element, top] of tops) {
      if (element.isConnected) element.scrollTop = top;
      else tops.delete(element);
    }
  });
}
