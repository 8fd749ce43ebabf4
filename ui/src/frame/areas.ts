//! F6: from one area of the window to the next.

/** Moves the focus to the next area that is on the screen, or the one before. */
export function nextArea(step: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>("[data-area]")].filter(isShown);
  if (areas.length === 0) return;
  // The innermost area counts: a list stands inside the main area.
  const inside = areas.filter((it) => it.contains(document.activeElement));
  const now = areas.indexOf(inside.at(-1) ?? (areas[0] as HTMLElement));
  const next = areas[(now + step + areas.length) % areas.length];
  (firstStop(next) ?? next)?.focus();
}

/** Where the focus lands in an area: what is chosen there, else the first that can be used. */
function firstStop(area: HTMLElement | undefined): HTMLElement | undefined {
  const chosen = area?.querySelector<HTMLElement>('a[aria-current="page"], tr[tabindex="0"]');
  if (chosen) return chosen;
  return [...(area?.querySelectorAll<HTMLElement>('[tabindex="0"], input, textarea, select, a[href], button:not(:disabled)') ?? [])].find(isShown);
}

function isShown(it: HTMLElement): boolean {
  return it.getClientRects().length > 0;
}
