// Bundles being made. The report stays when one goes to another page and back.

import { Job } from "../../backend/job.svelte";
import type { BundleForm } from "../../backend/types";

class Making {
  readonly job = new Job("bundle.make");
  folder = $state("");
  form: BundleForm = $state("draft");
  public = $state(false);
  seal = $state(false);
  ocr = $state(true);

  forget() {
    Object.assign(this, { folder: "", form: "draft", public: false, seal: false, ocr: true });
  }
}

export const making = new Making();
