//! Papers at the door: draft, preview, issue, decision.
import type { Blocker } from "./types";

export type PaperState = "draft" | "released" | "issued" | "decided";
export interface PaperListRow { id: string; kind: string; child_name: string; home_name: string; meeting_on: string | null; state: PaperState; missing: number }
export interface PaperField { name: string; label: string; help: string | null; value: string | null; max: number | null; kind: "text" | "line" | "day" }
export interface PaperPart { part: "alternatives" | "risks" | "goals" | "earlier" | "listed"; label: string; help: string | null; columns: string[]; rows: { id: string; cells: (string | null)[] }[] }
export interface PaperTemplate { key: string; title: string }
export interface PaperIssued { id: string; sha256: string; issued_at: string; issued_by: string }
export type DecisionKind = "as_proposed" | "otherwise";
export interface PaperDecision { paragraph: string; decided_on: string; decision: DecisionKind; text: string | null }
export interface PaperCard {
  id: string;
  kind: string;
  child_name: string;
  home_name: string;
  template: string;
  state: PaperState;
  templates: PaperTemplate[];
  fields: PaperField[];
  parts: PaperPart[];
  blockers: Blocker[];
  issued: PaperIssued | null;
  decision: PaperDecision | null;
}
/** `unknown`: characters that the paper's face cannot draw. */
export interface PaperPreviewed { pdf: string; pages: number; unknown: string[] }

type Ref = { id: string };
export interface PaperCalls {
  paper_list: { input: Record<symbol, never>; answer: { rows: PaperListRow[] } };
  start_paper: { input: { child: string; home: string; template: string }; answer: string };
  paper: { input: Ref; answer: PaperCard };
  add_paper_row: { input: { paper: string; part: string }; answer: string };
  paper_preview: { input: Ref; answer: PaperPreviewed };
  release_paper: { input: Ref; answer: null };
  issue_paper: { input: Ref; answer: null };
  issued_pdf: { input: Ref; answer: { pdf: string } };
  enter_decision: { input: Ref & { paragraph: string; decided_on: string; decision: DecisionKind; text: string | null }; answer: null };
}
