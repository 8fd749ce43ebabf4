//! A made-up unit that answers the window's calls in a plain browser. Never part of the program.
import { createApp } from "vue";
import { useMock, type CallName } from "../api";
import { desk } from "./desk";

/** Answers of one area: call name → answer. Throw a `Problem` to refuse. */
export type Answers = Partial<Record<CallName, (input: never) => unknown>>;

const found = import.meta.glob<{ answers: Answers }>("./*.answers.ts", { eager: true });
const answers: Answers = Object.assign({}, desk, ...Object.values(found).map((it) => it.answers));

/** Answers every call from made-up facts. A call without an answer is an internal fault. */
export async function useMadeUpUnit(): Promise<void> {
  useMock((name, input) => {
    const answer = answers[name];
    if (!answer) throw { kind: "internal", reference: `no-mock-${name}` };
    return answer(input as never);
  });
}

/** Whether the address asks for the page of all parts. */
export function asksForParts(): boolean {
  return new URLSearchParams(location.search).get("desk") === "parts";
}

/** Shows every part on one page. */
export async function showParts(place: HTMLElement): Promise<void> {
  const [{ default: Gallery }, { setRunningContext }] = await Promise.all([import("./Gallery.vue"), import("@fkui/vue")]);
  const app = createApp(Gallery);
  setRunningContext(app);
  app.mount(place);
}
