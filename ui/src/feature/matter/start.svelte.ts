// Where one is before a matter is open.

export type Step =
  | { name: "choose" }
  | { name: "create" }
  | { name: "invited"; path: string }
  | { name: "meet"; invitation: string; out: string; wiped: boolean }
  | { name: "unlock"; folder: string; own?: boolean }
  | { name: "recover"; folder: string; own?: boolean }
  | { name: "key"; recovery_key: string; own?: boolean };

class Start {
  step: Step = $state.raw({ name: "choose" });
}

export const start = new Start();
