//! F6: from one area of the window to the next.

/** Moves the focus to the next area that is on the screen, or the one before. */
export function nextArea(step: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>("[data-area]")].filter((it) => it.getClientRects().length > 0);
  if (areas.length === 0) return;
  // The innermost area counts: a list stands inside the main area.
  const inside = areas.filter((it) => it.contains(document.activeElement));
  const now = areas.indexOf(inside.at(-1) ?? (areas[0] as HTMLElement));
  const next = areas[(now + step + areas.length) % areas.length];
  const target = next?.querySelector<HTMLElement>('[tabindex="0"], [aria-current="page"], input, a[href], button:not(:disabled)');
  (target ?? next)?.focus();
}
