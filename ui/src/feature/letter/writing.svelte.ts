// Letters being written. The report stays when one goes to another page and back.

import { Job } from "../../backend/job.svelte";

class Writing {
  readonly job = new Job("letter.make");
  folder = $state("");
  code: string | null = $state(null);

  forget() {
    Object.assign(this, { folder: "", code: null });
  }
}

export const writing = new Writing();
