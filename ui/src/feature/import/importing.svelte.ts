// A CSV file on its way in: looked at first, then imported.

import { Job } from "../../backend/job.svelte";

class Importing {
  readonly check = new Job("import.check");
  readonly run = new Job("import.claimants");
  path = $state("");

  async look(path: string) {
    this.path = path;
    this.run.clear();
    await this.check.run({ path });
  }

  async start() {
    await this.run.run({ path: this.path, error_file: errorFile(this.path) });
  }
}

/** Bad rows go to a file beside the one that was read. */
function errorFile(path: string): string {
  return path.replace(/(\.csv)?$/i, ".errors.csv");
}

export const importing = new Importing();
