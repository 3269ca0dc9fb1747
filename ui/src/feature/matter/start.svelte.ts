// Where one is before a matter is open.

export type Step =
  | { name: "choose" }
  | { name: "create" }
  | { name: "invited" }
  | { name: "unlock"; folder: string }
  | { name: "recover"; folder: string }
  | { name: "key"; recovery_key: string };

class Start {
  step: Step = $state.raw({ name: "choose" });
}

export const start = new Start();
