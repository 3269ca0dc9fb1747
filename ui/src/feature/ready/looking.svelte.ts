// What is missing for everybody. The list stays when one goes to another page and back.

import { Job } from "../../backend/job.svelte";

export const looking = new Job("ready.list");
