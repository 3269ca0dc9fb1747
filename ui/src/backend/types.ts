// The types of the core, generated from its command table, under the names that the window uses.

export type * from "./generated";
export type {
  AuditVerdict as AuditReport,
  AxisCount as Count,
  BundlePreview as Preview,
  ClaimantSort as Sort,
  Person as PersonRow,
  Profile as ProfileView,
} from "./generated";

export type Role = "paralegal" | "coordinator" | "authorised-person" | "auditor";
