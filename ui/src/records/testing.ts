//! For the tests beside the components: a desk round a component, and the door answered.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { defineComponent, h, nextTick, type Component } from "vue";
import { provideDesk, useMock, type CallName, type DeskStatus, type HomeCard, type Role } from "@/api";

export const TODAY = "2026-11-23";

/** A home that nothing is known about but its name. */
export const bare: HomeCard = {
  id: "h1", rev: 1, name: "Familjen Ekdal Påhittad", kind: "familjehem", street: null, postcode: null, locality: "Gränna", municipality: null, phone: null, email: null,
  protected: false, investigated_on: null, investigated_by: null, ended_on: null, ended_reason: null, description: null, standing: "not_approved", approved: 0, taken: 0,
  free: 0, checks_state: "nobody", check_blockers: [], recruitment: null, people: [], scopes: [], wishes: [], pauses: [], taken_places: [], facts: [], capabilities: [],
  checks: [], placements: [], timeline: [], history: [],
  training: {
    programme: { key: "p", title: "Grundutbildning", source: "", from: "2013-01-01", sure: "P", meetings: 8, hours: 24, meeting_label: "Träff {n}" },
    required_before: null, due_on: null, people: [], mentors: [], supervision: [],
  },
};

export type Door = Partial<Record<CallName, (input: never) => unknown>>;

/** Answers the calls in `door`, keeps a note of every call that was made. */
export function answer(door: Door): { name: string; input: unknown }[] {
  const calls: { name: string; input: unknown }[] = [];
  useMock((name, input) => {
    calls.push({ name, input });
    const own = door[name];
    if (own) return own(input as never);
    if (name === "drafts" || name === "text_versions") return [];
    if (name === "vocabulary") return { registers: [], home_facts: [], needs: [], limits: [] };
    return null;
  });
  return calls;
}

/** Shows a component as the frame would, for one with `role`. */
export function show(component: Component, props: Record<string, unknown>, role: Role = "supervisor"): VueWrapper {
  const status: DeskStatus = {
    state: "open", file: "Exempel.hemvist", recent: [], practice: true, unit: { municipality: "Exempelkommun", committee: "Socialnämnden" },
    user: { id: "u1", name: "Maja Modig", role }, today: TODAY, version: "0.1.0", idle_minutes: 10, last_backup: null,
  };
  const Desk = defineComponent({
    setup: () => {
      provideDesk(() => status);
      return () => h(component, props);
    },
  });
  return mount(Desk, { attachTo: document.body });
}

/** Lets everything that waits be done. */
export async function settle(): Promise<void> {
  for (let n = 0; n < 6; n += 1) {
    await flushPromises();
    await nextTick();
  }
}
