// Bundles being made. The report stays when one goes to another page and back.

import { Job } from "../../backend/job.svelte";

class Making {
  readonly job = new Job("bundle.make");
  folder = $state("");
}

export const making = new Making();
