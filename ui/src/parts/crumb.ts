//! The name of what is opened, for the last step of the breadcrumb.
import { onActivated, onDeactivated, onScopeDispose, readonly, ref, watchEffect, type DeepReadonly, type Ref } from "vue";
import { whenForgetting } from "./forget";

const crumb = ref("");
whenForgetting(() => (crumb.value = ""));

/** Names what is opened for as long as the component is on the screen. */
export function nameCrumb(name: () => string | null | undefined): void {
  let shown = true;
  watchEffect(() => {
    const said = name() ?? "";
    if (shown) crumb.value = said;
  });
  onActivated(() => {
    shown = true;
    crumb.value = name() ?? "";
  });
  onDeactivated(() => {
    shown = false;
    crumb.value = "";
  });
  onScopeDispose(() => (crumb.value = ""));
}

export function useCrumb(): DeepReadonly<Ref<string>> {
  return readonly(crumb);
}
