// Prints how hard the texts are that claimants read: `node ui/test/figures.mjs`. The table stands in docs/registration.md.

import { grade, long, profile, shared, texts, together } from "./reading.mjs";

const sets = {
  "the pages of a registration": texts("registration"),
  "what is said of dates and of the invitation": [...shared(), ...texts("packet", "invitation-")],
  "how to save an email": texts("howto"),
  "consents and the statement of truth": profile("consents", "title", "text"),
  "choices and their hints": [...profile("categories", "label", "hint"), ...profile("consequences", "label")],
};

for (const [name, all] of Object.entries(sets)) {
  const grades = long(all).map(([key, text]) => [key, grade(text)]);
  grades.sort(([, one], [, other]) => other - one);
  const hardest = grades.slice(0, 3).map(([key, found]) => `${key} ${found.toFixed(1)}`);
  console.log(
    `| ${name} | ${all.length} | ${long(all).length} | ${together(long(all)).toFixed(1)} | ${hardest.join(", ")} |`,
  );
}
