// Written from src-tauri/core/src/api.rs. Do not edit: `cargo xtask types` writes it again.

/**
 * Animals that a child may be allergic to and a home may keep.
 */
export type Animal = "cat" | "dog" | "horse" | "rodent" | "bird" | "other";

/**
 * An answer to one item by one adult.
 */
export type Answer = { person: PersonId, item: string, answer: string | null, follow_up: string | null, };

/**
 * How old an answer is.
 */
export type AnswerAge = { "kind": "ageless" } | { "kind": "fresh" } | { "kind": "amber", 
/**
 * Since when.
 */
since: string, } | { "kind": "aged", 
/**
 * Since when.
 */
since: string, };

/**
 * How an item is answered.
 */
export type AnswerType = "text" | "yes_no" | "number";

/**
 * The paper that leads to the decision.
 */
export type ApprovalPaper = { 
/**
 * Key.
 */
id: string, 
/**
 * Whether a supervisor has let it through.
 */
released: boolean, 
/**
 * Whether it is issued.
 */
issued: boolean, 
/**
 * When it was decided.
 */
decided_on: string | null, 
/**
 * Code of the decision.
 */
decision: string | null, 
/**
 * Paragraph.
 */
paragraph: string | null, 
/**
 * The body it is written to, when it is another than the committee.
 */
body: string | null, };

/**
 * A check to begin.
 */
export type AskCheck = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Register key.
 */
register: string, 
/**
 * When it was asked for; nothing when the answer is already here.
 */
asked_on: string | null, 
/**
 * When the person agreed, where that is the basis; nothing when it is noted already.
 */
consent_on?: string | null, };

/**
 * Many checks at once: all are begun, or none.
 */
export type AskChecks = { 
/**
 * Each check; a fault is told at `checks.N.field`.
 */
checks: Array<AskCheck>, };

/**
 * A judgement of one part for one adult.
 */
export type Assessment = { person: PersonId, part: string, level: string | null, reason: string | null, };

/**
 * The four bands, best first.
 */
export type Band = "possible" | "possible_more_to_learn" | "only_if" | "hindered";

/**
 * Why a home without a standing hinder is not in the first band.
 */
export type BandReason = { "kind": "no_needs" } | { "kind": "essential_unknown", 
/**
 * The need.
 */
need: Key, } | { "kind": "essential_lacks_measure", 
/**
 * The need.
 */
need: Key, } | { "kind": "essential_no_overridden", 
/**
 * The need.
 */
need: Key, } | { "kind": "coverage_low", 
/**
 * Coverage in hundredths, rounded; the exact number is below the limit.
 */
hundredths: number, 
/**
 * The limit in hundredths.
 */
limit: number, };

/**
 * One thing that stands in the way, or is worth a warning.
 */
export type Blocker = { "kind": "recruitment_closed", 
/**
 * When.
 */
on: string, } | { "kind": "step_missing", 
/**
 * Key of the step in `assets/rules/stages.toml`.
 */
step: string, } | { "kind": "person_step_missing", 
/**
 * Key of the step.
 */
step: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "no_adult" } | { "kind": "person_number_missing", 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "check_missing", 
/**
 * Register key.
 */
register: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "check_too_old", 
/**
 * Register key.
 */
register: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, 
/**
 * When it was received.
 */
received_on: string, 
/**
 * Last day it counts.
 */
valid_to: string, 
/**
 * Rule key.
 */
rule: string, } | { "kind": "check_unread", 
/**
 * Register key.
 */
register: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "check_used_before", 
/**
 * Register key.
 */
register: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, 
/**
 * When it was received.
 */
received_on: string, 
/**
 * When the latest placement began.
 */
placed_on: string, } | { "kind": "remark_undecided", 
/**
 * Register key.
 */
register: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "remark_not_accepted", 
/**
 * Register key.
 */
register: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "references_missing", 
/**
 * How many there are.
 */
have: number, 
/**
 * How many are needed.
 */
need: number, } | { "kind": "assessment_missing", 
/**
 * Instrument key.
 */
instrument: string, 
/**
 * How many parts are left.
 */
parts: number, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "assessment_reason_missing", 
/**
 * Instrument key.
 */
instrument: string, 
/**
 * Part key.
 */
part: string, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "field_missing", 
/**
 * Key of the field in the paper's outline.
 */
field: string, } | { "kind": "network_not_weighed" } | { "kind": "child_not_heard" } | { "kind": "not_investigated" } | { "kind": "scope_does_not_cover" } | { "kind": "no_free_place", 
/**
 * Places approved.
 */
approved: number, 
/**
 * Places taken.
 */
taken: number, } | { "kind": "paused", 
/**
 * To, when known.
 */
until: string | null, } | { "kind": "notice_to_ivo", 
/**
 * How many there would be.
 */
children: number, } | { "kind": "other_municipality", 
/**
 * Which.
 */
municipality: string, } | { "kind": "not_released" } | { "kind": "paper_issued" } | { "kind": "paper_not_issued" } | { "kind": "sheet_not_locked" } | { "kind": "already_placed", 
/**
 * Since.
 */
since: string, } | { "kind": "changed_since_import", 
/**
 * How many.
 */
rows: number, } | { "kind": "rows_differ", 
/**
 * Which kind of row.
 */
table: string, 
/**
 * How many.
 */
rows: number, } | { "kind": "rows_with_errors", 
/**
 * How many.
 */
rows: number, } | { "kind": "screening_not_decided", 
/**
 * What was decided instead.
 */
outcome: string | null, } | { "kind": "household_reason_missing", 
/**
 * Instrument key.
 */
instrument: string, 
/**
 * Part key.
 */
part: string, } | { "kind": "interpreter_interviewed", 
/**
 * Whose interview.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, } | { "kind": "training_missing", 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, 
/**
 * How many.
 */
left: number, } | { "kind": "investigation_part_missing", 
/**
 * Key in `assets/rules/investigation.toml`.
 */
part: string, } | { "kind": "family_not_told" } | { "kind": "family_answer_missing", 
/**
 * When the answer is due.
 */
due: string | null, } | { "kind": "second_reader_missing" } | { "kind": "delegation_not_set", 
/**
 * Code of the care.
 */
care: string, } | { "kind": "approval_paper_not_issued" } | { "kind": "board_decision_missing" } | { "kind": "protected_in_text", 
/**
 * Key of the part.
 */
part: string, };

/**
 * An adult who takes the assignment.
 */
export type BoardAdult = { 
/**
 * Key.
 */
id: PersonId, 
/**
 * Shown name.
 */
name: string, };

/**
 * Which families.
 */
export type BoardQuery = { 
/**
 * Only one worker's.
 */
owner: string | null, 
/**
 * Only those of whom this is said.
 */
state: SideState | null, 
/**
 * Also those that are closed or concluded.
 */
ended: boolean, };

/**
 * One family on the board.
 */
export type BoardRow = { 
/**
 * Recruitment.
 */
id: RecruitmentId, 
/**
 * Home.
 */
home: HomeId, 
/**
 * The family's name.
 */
name: string, 
/**
 * Locality; nothing for a protected home.
 */
locality: string | null, 
/**
 * Key of the stage; for a closed family the one it ended in.
 */
stage: string, 
/**
 * When it was opened.
 */
opened_on: string, 
/**
 * The day the family came to the stage, from the days on what was done.
 */
since: string, 
/**
 * The day of the latest thing that happened.
 */
latest_on: string, 
/**
 * Days in the stage; until the end for a family that has ended.
 */
days: number, 
/**
 * Days it should at most stand there.
 */
limit_days: number | null, 
/**
 * Whether it has stood there longer.
 */
late: boolean, 
/**
 * What is said of it beside the stage.
 */
states: Array<SideState>, 
/**
 * By when the family is to be contacted, until it has been.
 */
reply: ReplyClock | null, 
/**
 * Key of who has it.
 */
owner_id: string | null, 
/**
 * Who has it.
 */
owner: string | null, 
/**
 * What is next.
 */
next_action: string | null, 
/**
 * When.
 */
next_on: string | null, 
/**
 * What is left before the study may be concluded; nothing for one that has ended.
 */
missing: Array<Blocker>, 
/**
 * The adults of the household, for steps per adult.
 */
adults: Array<BoardAdult>, 
/**
 * Resting until then.
 */
dormant_until: string | null, 
/**
 * When it was closed without approval.
 */
closed_on: string | null, 
/**
 * When it was concluded.
 */
concluded_on: string | null, };

/**
 * Who decides.
 */
export type Body = "board" | "section" | "delegate";

/**
 * What an export left.
 */
export type BundleExported = { 
/**
 * The bundle's path.
 */
path: string, 
/**
 * Rows in it.
 */
rows: number, 
/**
 * SHA-256 of the file, in hexadecimal; also in the file beside it.
 */
sha256: string, };

/**
 * What an import did or would do.
 */
export type BundleReport = { 
/**
 * Rows put in, by table.
 */
added: { [key in string]: number }, 
/**
 * Rows that stood there already, the same.
 */
same: number, };

/**
 * Which work to stop.
 */
export type CancelWork = { 
/**
 * As [`Running::work`] said.
 */
work: number, };

/**
 * What the home can do for a need.
 */
export type Capability = { id: string, need_key: string, level: Level, evidence: Evidence, measure: string | null, text: string | null, source: string | null, said_on: string, };

/**
 * The care a scope covers.
 */
export type Care = "familjehem" | "jourhem" | "natverk" | "kontaktfamilj";

/**
 * The kind of care that is asked for and that an approval covers.
 */
export type CareKind = "familjehem" | "jourhem" | "network_home" | "contact_family";

/**
 * One carer.
 */
export type CarerDraft = { 
/**
 * Given name first; empty when only a personal number was given.
 */
name: string, 
/**
 * Twelve figures, checked.
 */
personal_number: string | null, };

/**
 * A cell that could not be read, or only with an assumption.
 */
export type CellProblem = { 
/**
 * The column's letters; none for the user's own correction.
 */
column: string | null, 
/**
 * What was looked for.
 */
field: SheetField, 
/**
 * What is wrong.
 */
code: ProblemCode, 
/**
 * What stands there.
 */
text: string, 
/**
 * What was taken instead; none when nothing was.
 */
used: string | null, };

/**
 * A change the home expects.
 */
export type ChangeKind = "baby" | "move" | "retirement" | "other";

/**
 * A change of one's own password.
 */
export type ChangePassword = { 
/**
 * As it is.
 */
password: string, 
/**
 * As it shall be.
 */
new_password: string, };

/**
 * One check of one person in one register.
 */
export type CheckId = string;

/**
 * How a register extract was assessed. The content is never kept here.
 */
export type CheckRemark = "none" | "accepted" | "not_accepted" | "not_assessed";

/**
 * Whether a check says nothing or something.
 */
export type CheckResult = "no_remark" | "remark";

/**
 * What holds in this unit on a day.
 */
export type CheckSettings = { 
/**
 * From this age everybody in the household is checked.
 */
check_household_from_age: number, 
/**
 * Years back that social registers are asked about.
 */
social_register_years: number, 
/**
 * Years back that Försäkringskassan is asked about.
 */
insurance_look_back_years: number, 
/**
 * Months an answer counts.
 */
register_check_max_age: number, 
/**
 * Months after which a home in use is checked again.
 */
register_check_renewal: number, 
/**
 * The registers in order, and which must be asked.
 */
registers: Array<RegisterChoice>, };

/**
 * How a home's register checks stand, in one word.
 */
export type Checks = "valid" | "soon" | "too_old" | "missing" | "nobody";

/**
 * A child's page.
 */
export type ChildCard = { id: ChildId, rev: number, given_name: string, family_name: string, personal_number: string | null, birth_date: string | null, age: number | null, case_number: string | null, protected: boolean, legal_ground: LegalGround | null, care: Care, start_on: string | null, municipality: string | null, school: string | null, only_child: boolean, pet_allergy: boolean, sibling_group: string | null, own_words: string | null, own_words_on: string | null, not_asked_reason: string | null, background: string | null, social_worker: string | null, sheet_locked_at: string | null, needs: Array<NeedRow>, network: Array<NetworkLine>, conflicts: Array<ConflictLine>, placements: Array<ChildPlacement>, papers: Array<ChildPaper>, };

/**
 * A child.
 */
export type ChildId = string;

/**
 * The children.
 */
export type ChildList = { 
/**
 * Those who wait for a home first, then the placed.
 */
rows: Array<ChildRow>, };

/**
 * A paper about the child.
 */
export type ChildPaper = { id: string, kind: string, meeting_on: string | null, issued: boolean, };

/**
 * Where the child has lived.
 */
export type ChildPlacement = { id: string, home: HomeId, home_name: string, kind: string, started_on: string, ended_on: string | null, };

/**
 * Which child.
 */
export type ChildRef = { 
/**
 * Key.
 */
id: ChildId, };

/**
 * A child in the list: no needs, no words (lag 2001:454, 7 a §).
 */
export type ChildRow = { id: ChildId, 
/**
 * Nothing for a protected child: the case number is shown instead.
 */
name: string | null, case_number: string | null, age: number | null, care: Care, start_on: string | null, protected: boolean, 
/**
 * Whether the need sheet is locked.
 */
sheet_locked: boolean, 
/**
 * The home the child lives in today.
 */
home: HomeId | null, home_name: string | null, placed_on: string | null, };

/**
 * Which form the unit uses for the first assessment of new families.
 */
export type ChooseScreening = { 
/**
 * Key of the instrument.
 */
instrument: string, };

/**
 * How a recruitment ends without approval.
 */
export type CloseRecruitment = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Coded reason.
 */
code: string, 
/**
 * In short.
 */
text: string | null, 
/**
 * When to ask again, if ever.
 */
return_on: string | null, 
/**
 * When the family was told.
 */
told_on: string | null, 
/**
 * How.
 */
told_how: ToldHow | null, 
/**
 * What they were told.
 */
told_text: string | null, };

/**
 * Why a recruitment is closed.
 */
export type Closing = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish words.
 */
label: string, 
/**
 * `family` or `unit`.
 */
by: string, };

/**
 * What one column is taken to be.
 */
export type ColumnMapping = { 
/**
 * From 0.
 */
column: number, 
/**
 * Its letters.
 */
letters: string, 
/**
 * What stands above it; lines joined by a space.
 */
heading: string, 
/**
 * What it holds; none when unknown: its cells then go to the notes.
 */
field: SheetField | null, 
/**
 * Where the guess comes from.
 */
sureness: Sureness, 
/**
 * Its first few different texts.
 */
examples: Array<string>, };

/**
 * Approves the home for what the investigation proposes.
 */
export type ConcludeStudy = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Care, when it was decided otherwise than proposed.
 */
care: Care | null, 
/**
 * Youngest age, likewise.
 */
age_from: number | null, 
/**
 * Oldest age, likewise.
 */
age_to: number | null, 
/**
 * Places, likewise.
 */
places: number | null, 
/**
 * Who decided, when it was entered by another.
 */
decided_by: string | null, 
/**
 * When; today when absent.
 */
decided_on: string | null, 
/**
 * Point in the rules of delegation, or paragraph.
 */
point: string | null, 
/**
 * A supervisor's reason for concluding although something is missing.
 */
override_reason: string | null, };

/**
 * A home that can never take the child.
 */
export type ConflictLine = { id: string, home: HomeId, home_name: string, kind: SafetyKind, noted_on: string, };

/**
 * How much a preview holds.
 */
export type Counts = { 
/**
 * Homes.
 */
homes: number, 
/**
 * Carers in them.
 */
carers: number, 
/**
 * Cells that could not be read.
 */
unread: number, 
/**
 * Cells read with an assumption.
 */
assumed: number, };

/**
 * coverage = Σ w over known needs / Σ w over all needs, exactly.
 */
export type Coverage = { 
/**
 * Σ w over known needs.
 */
known: number, 
/**
 * Σ w over all needs, above 0.
 */
total: number, 
/**
 * Rounded half up to hundredths.
 */
hundredths: number, 
/**
 * Rounded half up to tenths: orders the homes.
 */
tenths: number, };

/**
 * A practice unit to make.
 */
export type CreatePractice = { 
/**
 * Where the file will lie.
 */
path: string, 
/**
 * The password to open it with; a known one when absent.
 */
password: string | null, };

/**
 * A new unit.
 */
export type CreateUnit = { 
/**
 * Where the file will lie.
 */
path: string, 
/**
 * Municipality.
 */
municipality: string, 
/**
 * Name of the committee.
 */
committee: string, 
/**
 * The first user, a supervisor.
 */
user_name: string, 
/**
 * At least fifteen characters.
 */
password: string, };

/**
 * How a hinder or warning can be lifted.
 */
export type Cure = { "kind": "investigate" } | { "kind": "change_approval" } | { "kind": "register_adults" } | { "kind": "request_check", 
/**
 * The adult.
 */
person: string, 
/**
 * The register.
 */
register: Key, } | { "kind": "assess_remark", 
/**
 * The adult.
 */
person: string, 
/**
 * The register.
 */
register: Key, } | { "kind": "start_after", 
/**
 * First possible day.
 */
day: string, } | { "kind": "call_home" } | { "kind": "release_reservation", 
/**
 * How many.
 */
places: number, } | { "kind": "approve_places", 
/**
 * How many more.
 */
places: number, } | { "kind": "notify_ivo" } | { "kind": "ask_about_animals" } | { "kind": "agree_measure", 
/**
 * The need.
 */
need: Key, } | { "kind": "assess_for_child" };

/**
 * A dated rule: key, unit, and a value per period.
 */
export type DatedLimit = { 
/**
 * Name in code and papers.
 */
key: string, 
/**
 * `months`, `days`, `children`, `years`, `count`.
 */
unit: string, 
/**
 * What it says, in Swedish.
 */
description: string, 
/**
 * What it leaves out, in Swedish.
 */
not_modelled: string | null, 
/**
 * Whether the unit may set its own value.
 */
local: boolean, 
/**
 * How sure the fact is: C, P or N (see domain.md).
 */
sure: string, 
/**
 * The values, oldest first.
 */
values: Array<Period>, };

/**
 * How the first assessment ends.
 */
export type DecideScreening = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Key of the outcome; nothing takes it back.
 */
outcome: string | null, 
/**
 * When it was decided; today when absent.
 */
on: string | null, 
/**
 * Why; needed unless the study simply goes on.
 */
reason: string | null, };

/**
 * What the board decided.
 */
export type Decision = "as_proposed" | "otherwise" | "sent_back";

/**
 * Who approves homes for one kind of care.
 */
export type Delegation = { 
/**
 * Care.
 */
care: Care, 
/**
 * Who; nothing when the unit has not said.
 */
body: Body | null, 
/**
 * What the body or the officer is called, such as "sociala utskottet".
 */
title: string, 
/**
 * Point in the rules of delegation.
 */
point: string, 
/**
 * Key of the officer, when the officer uses the program.
 */
user: string | null, };

/**
 * How the door stands.
 */
export type DeskState = "no_file" | "locked" | "open";

/**
 * Everything the frame of the window shows.
 */
export type DeskStatus = { 
/**
 * How the door stands.
 */
state: DeskState, 
/**
 * The chosen file's name, without its folder.
 */
file: string | null, 
/**
 * Whether the unit is made up.
 */
practice: boolean, 
/**
 * Which unit; nothing while locked.
 */
unit: Unit | null, 
/**
 * Who works; nothing while locked.
 */
user: SignedIn | null, 
/**
 * The unit's calendar day.
 */
today: string, 
/**
 * The program's version.
 */
version: string, 
/**
 * Minutes without a key before the desk locks itself.
 */
idle_minutes: number, };

/**
 * What long work is busy with.
 */
export type Doing = "reading_sheet" | "comparing_rows" | "taking_in" | "trying" | "checking_history" | "writing_out";

/**
 * A row that seems to be in the register already.
 */
export type Double = { 
/**
 * Which row.
 */
key: RowKey, 
/**
 * The homes it resembles.
 */
homes: Array<Similar>, };

/**
 * Something typed that has not been saved: half a number, a form not sent.
 */
export type Draft = { 
/**
 * `entity/id/field`, or a form's name.
 */
key: string, 
/**
 * What was typed; empty drops the draft.
 */
text: string, };

/**
 * Which drafts.
 */
export type DraftQuery = { 
/**
 * Their keys begin so.
 */
prefix: string, };

/**
 * Everything that falls due.
 */
export type Due = { 
/**
 * The day it was reckoned on.
 */
as_of: string, 
/**
 * Lines, the earliest first.
 */
items: Array<DueItem>, };

/**
 * A line: what, when, why.
 */
export type DueItem = { 
/**
 * What, as a code.
 */
what: string, 
/**
 * When; nothing when it should have been there already.
 */
on: string | null, 
/**
 * The sentence's facts.
 */
why: Why, 
/**
 * Law or routine, as it is written on the day.
 */
rule: string | null, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * Whether the day has passed.
 */
late: boolean, };

/**
 * As of which day.
 */
export type DueQuery = { 
/**
 * Today when absent.
 */
as_of: string | null, };

/**
 * What an earlier file says.
 */
export type EarlierContent = { 
/**
 * When it was opened and how it ended.
 */
file: EarlierFile, 
/**
 * What was said at first.
 */
enquiry: string | null, 
/**
 * What is recorded and prints by itself.
 */
facts: Array<Recorded>, 
/**
 * Texts of the investigation, with their labels.
 */
texts: Array<[string, string]>, 
/**
 * Key of the closing reason.
 */
closing_code: string | null, 
/**
 * In short.
 */
closing_text: string | null, 
/**
 * When the family was told.
 */
told_on: string | null, 
/**
 * What.
 */
told_text: string | null, };

/**
 * A family that looks like the one being typed, with what became of it.
 */
export type EarlierFamily = { 
/**
 * Home, and what agrees.
 */
home: Similar, 
/**
 * Its recruitments, the latest first. The reason for an end stands on the
 * family's own page only.
 */
runs: Array<EarlierRun>, };

/**
 * A file of the same home from before.
 */
export type EarlierFile = { 
/**
 * Recruitment.
 */
id: RecruitmentId, 
/**
 * When it was opened.
 */
opened_on: string, 
/**
 * When it was concluded.
 */
concluded_on: string | null, 
/**
 * When it was closed without approval.
 */
closed_on: string | null, };

/**
 * An earlier recruitment.
 */
export type EarlierRun = { 
/**
 * Recruitment.
 */
id: RecruitmentId, 
/**
 * When it was opened.
 */
opened_on: string, 
/**
 * What became of it.
 */
outcome: RunOutcome, 
/**
 * When it ended.
 */
ended_on: string | null, 
/**
 * When to ask again.
 */
return_on: string | null, 
/**
 * Whose it was.
 */
owner: string | null, };

/**
 * Everything the user has changed in the preview.
 */
export type Edits = { 
/**
 * Corrected cells; of two for the same cell the later holds.
 */
cells: Array<RowEdit>, 
/**
 * Drafts that shall not be imported.
 */
left_out: Array<RowKey>, 
/**
 * Rows that seem to hold several homes and hold one. `part` is not looked at.
 */
keep_together: Array<RowKey>, };

/**
 * How a placement ended.
 */
export type EndCause = "planned" | "moved_home" | "moved_on" | "breakdown" | "of_age";

/**
 * The end of a placement.
 */
export type EndPlacement = { 
/**
 * Placement.
 */
id: PlacementId, 
/**
 * Last day.
 */
ended_on: string, 
/**
 * How.
 */
cause: EndCause, };

/**
 * An adult of the family.
 */
export type EnquiryAdult = { 
/**
 * Given name.
 */
given_name: string, 
/**
 * Family name.
 */
family_name: string, 
/**
 * Personal or co-ordination number, as written.
 */
personal_number: string | null, };

/**
 * How an enquiry came and what was said, as the family's page shows it.
 */
export type EnquiryFacts = { 
/**
 * How it came.
 */
received_how: ReceivedHow | null, 
/**
 * More about the source.
 */
source_detail: string | null, 
/**
 * The information meeting.
 */
meeting: MeetingId | null, 
/**
 * The home that told them of it.
 */
ambassador: HomeId | null, 
/**
 * Children at home.
 */
children_home: string | null, 
/**
 * What they wonder, and what they think of taking.
 */
thoughts: string | null, 
/**
 * Telephone as given with the enquiry; the home's own may differ.
 */
said_phone: string | null, 
/**
 * E-mail as given.
 */
said_email: string | null, 
/**
 * Address as given, on one line.
 */
said_address: string | null, };

/**
 * The text that was pasted.
 */
export type EnquiryText = { 
/**
 * The whole text.
 */
text: string, };

/**
 * What the board decided.
 */
export type EnterDecision = { 
/**
 * Paper.
 */
id: PaperId, 
/**
 * Paragraph of the minutes.
 */
paragraph: string, 
/**
 * Day.
 */
decided_on: string, 
/**
 * As proposed or not.
 */
decision: Decision, 
/**
 * What was decided instead.
 */
text: string | null, };

/**
 * Everything a call may answer instead of its answer. Nobody matches on text.
 */
export type Error = { "kind": "invalid", 
/**
 * The input's field, or a path such as `rows.3.phone`.
 */
field: string, 
/**
 * Why, as a code.
 */
reason: Reason, } | { "kind": "blocked", 
/**
 * All of it.
 */
blockers: Array<Blocker>, } | { "kind": "not_found", 
/**
 * What was looked for, as the glossary's word.
 */
what: string, } | { "kind": "stale", 
/**
 * What the caller wanted to write.
 */
mine: string | null, 
/**
 * What stands there now.
 */
theirs: string | null, 
/**
 * Who wrote that, when it is known for certain.
 */
by: string | null, } | { "kind": "forbidden", 
/**
 * The role that may.
 */
needs: Role, } | { "kind": "sheet", 
/**
 * What, and where.
 */
error: SheetError, } | { "kind": "cancelled" } | { "kind": "locked" } | { "kind": "internal", 
/**
 * Short code that the user can read out and the log repeats.
 */
reference: string, };

/**
 * The essential needs, counted.
 */
export type Essentials = { 
/**
 * Yes.
 */
met: number, 
/**
 * With support, and the measure is written.
 */
with_measure: number, 
/**
 * With support without a measure, or no.
 */
open: number, 
/**
 * Not known.
 */
unknown: number, };

/**
 * What an answer rests on.
 */
export type Evidence = "seen" | "assessed" | "stated";

/**
 * Where everything shall go.
 */
export type ExportBundle = { 
/**
 * A folder; made when it is not there.
 */
folder: string, };

/**
 * What became of the extract.
 */
export type Extract = "returned" | "destroyed" | "kept";

/**
 * One family's page.
 */
export type Family = { 
/**
 * Key.
 */
id: RecruitmentId, 
/**
 * When it was opened.
 */
opened_on: string, 
/**
 * Where it came from.
 */
source: string | null, 
/**
 * Whose it is.
 */
owner_id: string | null, 
/**
 * What was said at first.
 */
enquiry: string | null, 
/**
 * What is to be done next.
 */
next_action: string | null, 
/**
 * When.
 */
next_on: string | null, 
/**
 * Resting until then.
 */
dormant_until: string | null, 
/**
 * When it was concluded.
 */
concluded_on: string | null, 
/**
 * Why it was concluded although something was missing.
 */
override_reason: string | null, 
/**
 * When it was closed.
 */
closed_on: string | null, 
/**
 * Why.
 */
closing_code: string | null, 
/**
 * In short.
 */
closing_text: string | null, 
/**
 * When to ask again.
 */
return_on: string | null, 
/**
 * How the enquiry came and what was said.
 */
enquiry_facts: EnquiryFacts, 
/**
 * Key of the stage, derived; for a closed family the one it ended in.
 */
stage: string, 
/**
 * Where the family has stood, oldest first.
 */
way: Array<StageStay>, 
/**
 * All that is left before it may be concluded.
 */
blockers: Array<Blocker>, 
/**
 * What was done and is planned.
 */
steps: Array<Step>, 
/**
 * References.
 */
references: Array<Reference>, 
/**
 * Assessments.
 */
assessments: Array<Assessment>, 
/**
 * Answers by number.
 */
answers: Array<Answer>, 
/**
 * The home with its household and register checks.
 */
home: HomeCard, 
/**
 * The instrument in use.
 */
instrument: Instrument, 
/**
 * How the first assessment stands.
 */
screening: Screening, 
/**
 * Interviews by a method, and notes of talks and visits.
 */
methods: Methods, 
/**
 * Stages, to show the way.
 */
stages: Array<Stage>, 
/**
 * Their phases.
 */
phases: Array<Phase>, 
/**
 * Steps that can be noted.
 */
step_kinds: Array<StepKind>, 
/**
 * Reasons to close.
 */
closings: Array<Closing>, 
/**
 * Sources to choose from.
 */
sources: Array<Source>, 
/**
 * Who can own it.
 */
users: Array<User>, 
/**
 * The investigation: texts, second reader, communication, proposal, decision.
 */
investigation: Investigation, };

/**
 * What the family did with its right to comment.
 */
export type FamilyAnswer = "comments" | "no_comments" | "declined";

/**
 * Which family.
 */
export type FamilyRef = { 
/**
 * Recruitment.
 */
id: RecruitmentId, };

/**
 * fit = Σ w·f over known needs / Σ w over known needs, exactly.
 */
export type Fit = { 
/**
 * Σ w·f in hundredths.
 */
points: number, 
/**
 * Σ w over known needs.
 */
weight: number, 
/**
 * points / weight, rounded half up: 58 is 0.58.
 */
hundredths: number, 
/**
 * The same rounded half up to tenths, from the exact number: orders the homes.
 */
tenths: number, };

/**
 * A note by a short form.
 */
export type FormAnswer = { 
/**
 * The step, or
 */
step: string | null, 
/**
 * the reference that it is about.
 */
reference: string | null, 
/**
 * Key of the form.
 */
form: string, 
/**
 * Key of the item.
 */
item: string, 
/**
 * What was noted.
 */
answer: string | null, };

/**
 * What was found: never more than who and where to open it.
 */
export type Found = { 
/**
 * Homes by name or locality.
 */
homes: Array<FoundHome>, 
/**
 * People in homes.
 */
people: Array<FoundPerson>, 
/**
 * Children.
 */
children: Array<FoundChild>, };

/**
 * What a field was known by.
 */
export type FoundBy = "label" | "sender" | "signature" | "shape";

/**
 * A child. A protected one is found by number or case number only, and shown
 * without a name.
 */
export type FoundChild = { id: string, name: string | null, case_number: string | null, };

/**
 * A field and its place in the text.
 */
export type FoundField = { 
/**
 * `name`, `name_2`, `phone`, `email`, `street`, `postcode`, `locality`,
 * `personal_number`, `personal_number_2`, `children_home`, `thoughts`,
 * `source_detail` or `received_on`.
 */
field: string, 
/**
 * The value, tidied where it could be.
 */
value: string, 
/**
 * Line in the text, from 1.
 */
line: number, 
/**
 * What it was known by.
 */
by: FoundBy, 
/**
 * Whether the value has the shape the field asks for.
 */
well_formed: boolean, };

/**
 * A home.
 */
export type FoundHome = { id: HomeId, name: string, locality: string | null, };

/**
 * Somebody in a home.
 */
export type FoundPerson = { id: PersonId, home: HomeId, name: string, home_name: string, };

/**
 * The funnel.
 */
export type Funnel = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Fewer cases than this are too few to draw conclusions from.
 */
caution_below: number, 
/**
 * Keys and names of the columns of `sources`: the phases, in order.
 */
phases: Array<FunnelColumn>, 
/**
 * One row for each source that occurs, and for none told.
 */
sources: Array<SourceRow>, 
/**
 * All sources together.
 */
total: SourceRow, 
/**
 * Each stage.
 */
stages: Array<StageRow>, 
/**
 * Why families stopped, in the order of the list.
 */
reasons: Array<ReasonRow>, 
/**
 * Median days from enquiry to conclusion.
 */
days_to_approval: number | null, 
/**
 * The families behind the numbers; empty for a reader.
 */
families: Array<FunnelFamily>, };

/**
 * A number, and the keys of the families behind it (none for a reader).
 */
export type FunnelCell = { 
/**
 * The number.
 */
count: number, 
/**
 * Keys among `families`.
 */
behind: Array<RecruitmentId>, };

/**
 * A key with its Swedish words.
 */
export type FunnelColumn = { key: string, label: string, };

/**
 * A family behind a number. Why it ended is not told here.
 */
export type FunnelFamily = { 
/**
 * Recruitment.
 */
id: RecruitmentId, 
/**
 * Name.
 */
name: string, 
/**
 * When the enquiry came.
 */
opened_on: string, 
/**
 * The stage where it stands or ended.
 */
stage: string, 
/**
 * When it ended, in any way.
 */
ended_on: string | null, };

/**
 * Over which time: enquiries that came from a day to a day.
 */
export type FunnelQuery = { 
/**
 * First day; the year of today when absent.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

/**
 * The facts for a gate's sentence.
 */
export type GateFact = { "kind": "clear" } | { "kind": "not_investigated" } | { "kind": "no_approval" } | { "kind": "care_kind_not_covered", 
/**
 * What is asked for.
 */
care_kind: CareKind, } | { "kind": "named_for_another_child" } | { "kind": "age_not_covered", 
/**
 * Whole years on the start day.
 */
age: number, 
/**
 * Lowest age approved.
 */
age_from: number | null, 
/**
 * Highest age approved.
 */
age_to: number | null, } | { "kind": "no_adults" } | { "kind": "check_missing", 
/**
 * The adult.
 */
person: string, 
/**
 * The register.
 */
register: Key, } | { "kind": "check_too_old", 
/**
 * The adult.
 */
person: string, 
/**
 * The register.
 */
register: Key, 
/**
 * Day of the result.
 */
result_on: string, 
/**
 * Last day it counted.
 */
valid_to: string, } | { "kind": "check_remark", 
/**
 * The adult.
 */
person: string, 
/**
 * The register.
 */
register: Key, 
/**
 * The assessment.
 */
remark: CheckRemark, } | { "kind": "paused", 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, } | { "kind": "no_room", 
/**
 * Places approved.
 */
approved: number, 
/**
 * Placed children, all municipalities.
 */
placed: number, 
/**
 * Reserved places.
 */
reserved: number, 
/**
 * Places needed.
 */
needed: number, } | { "kind": "ivo_notice", 
/**
 * Placed children with this placement.
 */
children: number, 
/**
 * More than this is notified.
 */
limit: number, } | { "kind": "safety_conflict", 
/**
 * The kind.
 */
conflict: SafetyKind, } | { "kind": "allergy", 
/**
 * The animal.
 */
animal: Animal, } | { "kind": "animals_not_known" } | { "kind": "essential_no", 
/**
 * The need.
 */
need: Key, 
/**
 * Day of the answer.
 */
on: string, 
/**
 * What it rests on.
 */
evidence: Evidence, } | { "kind": "child_not_assessed" };

/**
 * The seven gates G1–G7.
 */
export type GateKey = "scope" | "checks" | "pause" | "room" | "safety" | "essential_need" | "child_assessment";

/**
 * One finding of one gate. A gate with nothing to say is one line that passes.
 */
export type GateResult = { 
/**
 * The gate.
 */
gate: GateKey, 
/**
 * How it came out, whether or not somebody has looked past it.
 */
outcome: Outcome, 
/**
 * What it is about.
 */
subject: GateSubject, 
/**
 * The facts.
 */
fact: GateFact, 
/**
 * How it can be lifted; `None`: it cannot.
 */
cure: Cure | null, 
/**
 * Lowest role that may look past it; `None`: nobody.
 */
overridable_by: OverrideRole | null, 
/**
 * Who looked past it.
 */
overridden: Override | null, };

/**
 * What within a gate a finding or an override is about.
 */
export type GateSubject = { "kind": "home" } | { "kind": "need", 
/**
 * The need.
 */
need: Key, } | { "kind": "check", 
/**
 * The adult.
 */
person: string, 
/**
 * The register.
 */
register: Key, };

/**
 * One line as the window shows it.
 */
export type HistoryLine = { 
/**
 * Running number in this unit's chain.
 */
seq: number, 
/**
 * UTC instant, RFC 3339.
 */
at: string, 
/**
 * Calendar day in Sweden.
 */
today: string, 
/**
 * Who.
 */
user_name: string, 
/**
 * What, as a code with facts.
 */
event: { kind: string } & Record<string, unknown>, };

/**
 * Why a file is kept although its time is out.
 */
export type Hold = { 
/**
 * Swedish words.
 */
label: string, 
/**
 * Law or routine.
 */
source: string, };

/**
 * One home.
 */
export type HomeCard = { 
/**
 * Key.
 */
id: HomeId, 
/**
 * Counts its changes.
 */
rev: number, 
/**
 * Name.
 */
name: string, 
/**
 * Kind.
 */
kind: HomeKind, 
/**
 * Street; shown only to those who open the card, masked on papers.
 */
street: string | null, 
/**
 * Postcode.
 */
postcode: string | null, 
/**
 * Locality.
 */
locality: string | null, 
/**
 * Municipality.
 */
municipality: string | null, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Protected identity.
 */
protected: boolean, 
/**
 * When a socialnämnd had investigated it.
 */
investigated_on: string | null, 
/**
 * Which.
 */
investigated_by: string | null, 
/**
 * When the assignment ended.
 */
ended_on: string | null, 
/**
 * Why.
 */
ended_reason: string | null, 
/**
 * In short.
 */
description: string | null, 
/**
 * How it stands today.
 */
standing: Standing, 
/**
 * Places approved today.
 */
approved: number, 
/**
 * Children placed today, of all municipalities.
 */
taken: number, 
/**
 * Free places today.
 */
free: number, 
/**
 * Register checks in a word.
 */
checks_state: Checks, 
/**
 * What is wrong with them today.
 */
check_blockers: Array<Blocker>, 
/**
 * A recruitment that is open, or the latest.
 */
recruitment: string | null, 
/**
 * The household.
 */
people: Array<Person>, 
/**
 * Approved scope.
 */
scopes: Array<Scope>, 
/**
 * Wishes, apart from scope.
 */
wishes: Array<Wish>, 
/**
 * Pauses.
 */
pauses: Array<Pause>, 
/**
 * Places used by others.
 */
taken_places: Array<TakenPlace>, 
/**
 * Facts about the house, every one that the unit asks about.
 */
facts: Array<HomeFact>, 
/**
 * What the home can do.
 */
capabilities: Array<Capability>, 
/**
 * Register checks.
 */
checks: Array<RegisterCheck>, 
/**
 * Placements here, with initials and dates only: the child's file is elsewhere.
 */
placements: Array<PlacementLine>, 
/**
 * Notes and dated facts, newest first.
 */
timeline: Array<TimelineItem>, 
/**
 * Latest changes.
 */
history: Array<HistoryLine>, 
/**
 * Basic training, mentor home and supervision.
 */
training: Training, };

/**
 * A fact about the house: a value, or why there is none.
 */
export type HomeFact = { 
/**
 * Key in `assets/rules/home_facts.toml`.
 */
key: string, 
/**
 * Value.
 */
value: string | null, 
/**
 * `unknown`, `not_asked` or `not_relevant`.
 */
gap: string | null, };

/**
 * A fact the unit asks about a house.
 */
export type HomeFactKind = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * `choice`, `number` or `text`.
 */
kind: string, 
/**
 * What can be chosen.
 */
choices: Array<string>, };

/**
 * A home's facts. What is absent was not said.
 */
export type HomeFields = { 
/**
 * What the home is called.
 */
name: string, 
/**
 * Its carers, in the file's order.
 */
carers: Array<CarerDraft>, 
/**
 * All telephone numbers.
 */
phones: Array<PhoneDraft>, 
/**
 * All e-mail addresses.
 */
emails: Array<string>, 
/**
 * Street and number.
 */
street: string | null, 
/**
 * `331 30`
 */
postcode: string | null, 
/**
 * Locality.
 */
locality: string | null, 
/**
 * Municipality, without the word.
 */
municipality: string | null, 
/**
 * Kind of home.
 */
kind: SheetKind | null, 
/**
 * Number of places.
 */
places: number | null, 
/**
 * Lowest age, whole years.
 */
age_from: number | null, 
/**
 * Highest age, whole years, inclusive.
 */
age_to: number | null, 
/**
 * When it was approved.
 */
approved_on: SheetDate | null, 
/**
 * When the registers were last checked.
 */
register_checked_on: SheetDate | null, 
/**
 * Animals.
 */
pets: SheetAnswer | null, 
/**
 * Smoking.
 */
smoking: SheetAnswer | null, 
/**
 * Number of rooms.
 */
rooms: number | null, 
/**
 * Car.
 */
car: SheetAnswer | null, 
/**
 * Languages, lower case.
 */
languages: Array<string>, 
/**
 * A pause, as written.
 */
pause: string | null, 
/**
 * Children placed now.
 */
placed_now: number | null, 
/**
 * Notes, as written.
 */
notes: Array<string>, };

/**
 * A home.
 */
export type HomeId = string;

/**
 * What kind of home it is (product.md; jourhem in Huddinge's three categories).
 */
export type HomeKind = "familjehem" | "jourhem_kontrakterat" | "jourhem_avtal" | "jourhem_fritt" | "natverkshem" | "slaktinghem" | "konsulentstott" | "annat_enskilt" | "kontaktfamilj";

/**
 * A page of the list.
 */
export type HomeList = { 
/**
 * The rows.
 */
rows: Array<HomeRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The day it was computed on.
 */
on: string, 
/**
 * Free places in all the homes that were asked for.
 */
free_in_all: number, };

/**
 * What to list.
 */
export type HomeQuery = { 
/**
 * Part of a name, locality or a person's name.
 */
text: string | null, 
/**
 * Kinds of home; empty for all.
 */
kinds: Array<HomeKind>, 
/**
 * Only homes with a free place.
 */
free_only: boolean, 
/**
 * Only homes approved for this care.
 */
care: Care | null, 
/**
 * Only homes approved for a child of this age.
 */
age: number | null, 
/**
 * Only homes in this municipality.
 */
municipality: string | null, 
/**
 * How the home stands; empty for all but ended ones.
 */
standings: Array<StandingFilter>, 
/**
 * On which day; today when absent.
 */
on: string | null, 
/**
 * Order.
 */
sort: HomeSort, 
/**
 * Backwards.
 */
descending: boolean, 
/**
 * First row, from 0.
 */
offset: number, 
/**
 * Rows a page, at most 200; 100 when 0.
 */
limit: number, };

/**
 * Which home.
 */
export type HomeRef = { 
/**
 * Key.
 */
id: HomeId, };

/**
 * One home, placed in its band with everything that put it there.
 */
export type HomeResult = { 
/**
 * The home.
 */
home: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its band.
 */
band: Band, 
/**
 * Every finding of every gate, in the order of the gates.
 */
gates: Array<GateResult>, 
/**
 * Why not the first band, beside the hinders.
 */
reasons: Array<BandReason>, 
/**
 * One per relevant need, in the order of the sheet.
 */
needs: Array<NeedResult>, 
/**
 * `None`: no need is known.
 */
fit: Fit | null, 
/**
 * `None`: there is no need to weigh.
 */
coverage: Coverage | null, 
/**
 * Counts of essential needs.
 */
essentials: Essentials, 
/**
 * The child keeps its school, as far as is known.
 */
keeps_school: boolean, 
/**
 * Household warnings.
 */
warnings: Array<HouseholdWarning>, 
/**
 * Last request, which gives the turn order among equals.
 */
last_request_on: string | null, 
/**
 * Requests in the last twelve months.
 */
requests_last_year: number, };

/**
 * A review.
 */
export type HomeReview = { id: string, done_on: string | null, done_by: string | null, text: string | null, next_on: string | null, };

/**
 * One home in the list: only capacity, dates and states (lag 2001:454, 7 a §).
 */
export type HomeRow = { 
/**
 * Key.
 */
id: HomeId, 
/**
 * Name.
 */
name: string, 
/**
 * Kind.
 */
kind: HomeKind, 
/**
 * Locality; nothing for a protected home.
 */
locality: string | null, 
/**
 * Municipality; nothing for a protected home.
 */
municipality: string | null, 
/**
 * How it stands.
 */
standing: Standing, 
/**
 * Approved places.
 */
approved: number, 
/**
 * Children placed, of all municipalities.
 */
taken: number, 
/**
 * Free places.
 */
free: number, 
/**
 * Youngest age.
 */
age_from: number | null, 
/**
 * Oldest age.
 */
age_to: number | null, 
/**
 * Register checks.
 */
checks: Checks, 
/**
 * When the pause ends, if it has an end.
 */
paused_to: string | null, 
/**
 * Day of the latest answer about what the home wants or can.
 */
asked_on: string | null, 
/**
 * Protected identity.
 */
protected: boolean, };

/**
 * Order of the list.
 */
export type HomeSort = "name" | "locality" | "free" | "kind";

/**
 * The home's studies and reviews.
 */
export type HomeStudies = { 
/**
 * Studies that led to an approval, the latest first.
 */
studies: Array<HomeStudy>, 
/**
 * A recruitment that is open.
 */
open: RecruitmentId | null, 
/**
 * Reviews, the latest first.
 */
reviews: Array<HomeReview>, 
/**
 * When the next review is, if it is set.
 */
next_on: string | null, };

/**
 * A study that led to an approval.
 */
export type HomeStudy = { 
/**
 * Recruitment.
 */
id: RecruitmentId, 
/**
 * When the family first called.
 */
opened_on: string, 
/**
 * When it was concluded.
 */
concluded_on: string, 
/**
 * When the home was approved.
 */
decided_on: string | null, 
/**
 * By whom.
 */
decided_by: string | null, 
/**
 * What kind of body.
 */
decided_body: Body | null, 
/**
 * Paragraph or point of the delegation.
 */
decided_point: string | null, 
/**
 * Why it was concluded although something was missing.
 */
override_reason: string | null, 
/**
 * Care that was proposed.
 */
care: Care | null, 
/**
 * Conditions.
 */
conditions: string | null, 
/**
 * Texts, with their labels.
 */
texts: Array<[string, string]>, 
/**
 * Steps, references and methods: what is recorded.
 */
facts: Array<Recorded>, 
/**
 * The paper, when there is one.
 */
paper: string | null, };

/**
 * A judgement of one part for the household.
 */
export type HouseholdAssessment = { part: string, level: string | null, reason: string | null, };

/**
 * Somebody's place in the household.
 */
export type HouseholdRole = "carer" | "adult" | "own_child" | "lodger";

/**
 * A warning of the household check. Never moves a home to another band.
 */
export type HouseholdWarning = { 
/**
 * The kind.
 */
warning: WarningKey, 
/**
 * The child in the household it is about.
 */
person: string | null, 
/**
 * The facts.
 */
fact: WarningFact, 
/**
 * What is done about it, when written.
 */
measure: Measure | null, };

/**
 * An import in the list.
 */
export type Import = { 
/**
 * Key.
 */
id: string, 
/**
 * The file's name.
 */
file: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * By whom.
 */
user_name: string, 
/**
 * How many homes.
 */
homes: number, 
/**
 * When it was taken back.
 */
undone_on: string | null, };

/**
 * What shall come in.
 */
export type ImportBundle = { 
/**
 * The bundle's path.
 */
path: string, 
/**
 * Only tell what would happen.
 */
dry_run: boolean, };

/**
 * Which import.
 */
export type ImportRef = { 
/**
 * Key.
 */
id: string, };

/**
 * How much a need weighs for this child.
 */
export type Importance = "essential" | "important" | "wish" | "not_relevant";

/**
 * An import that was made.
 */
export type Imported = { 
/**
 * Key, to take it back with.
 */
id: string, 
/**
 * How many homes.
 */
homes: number, };

/**
 * One form or method, as shipped or with the unit's own boundaries and labels.
 */
export type Instrument = { 
/**
 * Key, also the file's name.
 */
key: string, 
/**
 * Swedish title.
 */
title: string, 
/**
 * Edition; the unit's own says so at the end.
 */
edition: string, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * First day it may be used.
 */
valid_from: string, 
/**
 * Last day, when it has ended.
 */
valid_to: string | null, 
/**
 * What it is.
 */
kind: InstrumentKind, 
/**
 * What the user should know, in Swedish.
 */
about: string | null, 
/**
 * Whether the questions are somebody else's, so that the unit sets what is in which part.
 */
shell: boolean, 
/**
 * Levels of assessment; the first needs no reason.
 */
levels: Array<InstrumentLevel>, 
/**
 * What the whole can end in.
 */
outcomes: Array<InstrumentOutcome>, 
/**
 * Parts.
 */
parts: Array<InstrumentPart>, 
/**
 * A shell's items while the parts have no boundaries.
 */
loose: Array<InstrumentItem>, 
/**
 * A method's result areas.
 */
categories: Array<InstrumentCategory>, 
/**
 * Whether somebody who did not interview reads the interview.
 */
interpreted: boolean, 
/**
 * How many questions the method has, as a fact.
 */
questions: number | null, 
/**
 * How many sets can be exchanged for each other; 0 when there are none.
 */
sets: number, 
/**
 * Number of the unit's own edition; nothing for the shipped one.
 */
own_version: number | null, };

/**
 * A method's result area.
 */
export type InstrumentCategory = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name; nothing when it is not known.
 */
label: string | null, };

/**
 * What the unit has changed in a shipped form. Empty means as shipped.
 */
export type InstrumentChanges = { 
/**
 * A shell's parts in order: which items each holds.
 */
ranges: Array<ItemRange>, 
/**
 * Labels by part.
 */
part_labels: { [key in string]: string }, 
/**
 * Changes by item.
 */
items: { [key in string]: ItemChange }, 
/**
 * Labels by a method's result area.
 */
category_labels: { [key in string]: string }, };

/**
 * Something that is asked.
 */
export type InstrumentItem = { 
/**
 * Key of its answers: `a.3`, or the number alone in a shell.
 */
key: string, 
/**
 * Number within the part, or in the whole for a shell.
 */
number: number, 
/**
 * Swedish label, never somebody else's question.
 */
label: string, 
/**
 * How it is answered.
 */
answer: AnswerType, 
/**
 * Whether risks are looked for here. It reckons nothing.
 */
risk: boolean, };

/**
 * What an instrument is.
 */
export type InstrumentKind = "screening" | "method" | "form";

/**
 * A level of assessment.
 */
export type InstrumentLevel = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, };

/**
 * What a screening can end in: a person's decision.
 */
export type InstrumentOutcome = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * Whether the study goes on with it.
 */
goes_on: boolean, };

/**
 * A part of an instrument.
 */
export type InstrumentPart = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * Its items in order.
 */
items: Array<InstrumentItem>, };

/**
 * The shelf: what ships, what the unit has made of it and what it uses.
 */
export type InstrumentShelf = { 
/**
 * Every form and method in the edition that the unit uses.
 */
instruments: Array<Instrument>, 
/**
 * The shipped ones.
 */
shipped: Array<Instrument>, 
/**
 * The unit's own editions, the newest first.
 */
editions: Array<OwnEdition>, 
/**
 * Which edition is used, by instrument; the shipped one when it is not here.
 */
used: { [key in string]: string }, 
/**
 * Key of the form for the first assessment.
 */
screening: string, };

/**
 * The investigation, with everything that stands beside it.
 */
export type Investigation = { 
/**
 * Whether there is something to write in.
 */
begun: boolean, 
/**
 * The texts with the recorded facts beside each.
 */
parts: Array<Part>, 
/**
 * The fields of the proposal, as data.
 */
proposal: Array<ProposalKind>, 
/**
 * Who wrote last.
 */
written_by: string | null, 
/**
 * When.
 */
written_on: string | null, 
/**
 * Who read it.
 */
read_by: string | null, 
/**
 * When.
 */
read_on: string | null, 
/**
 * What the reader said.
 */
read_comment: string | null, 
/**
 * Whether the one who asks may be the second reader.
 */
may_read: boolean, 
/**
 * Whether a text was changed after the reading.
 */
changed_since_read: boolean, 
/**
 * Whether a text was changed after the family was sent it.
 */
changed_since_sent: boolean, 
/**
 * When the family was sent it.
 */
sent_on: string | null, 
/**
 * How.
 */
sent_how: SentHow | null, 
/**
 * When their answer is due.
 */
answer_due: string | null, 
/**
 * When they answered.
 */
answered_on: string | null, 
/**
 * What they did.
 */
answer: FamilyAnswer | null, 
/**
 * What they said.
 */
comments: string | null, 
/**
 * Care that is proposed.
 */
care: Care | null, 
/**
 * Youngest age.
 */
age_from: number | null, 
/**
 * Oldest age.
 */
age_to: number | null, 
/**
 * Places.
 */
places: number | null, 
/**
 * On what conditions.
 */
conditions: string | null, 
/**
 * When the approval is looked at again.
 */
review_on: string | null, 
/**
 * Who approves such a home by the unit's table.
 */
delegation: Delegation | null, 
/**
 * Whether the one who asks may approve it in the program.
 */
may_approve: boolean, 
/**
 * The paper to the body that decides, the latest.
 */
paper: ApprovalPaper | null, 
/**
 * Who let it through although something was missing.
 */
override_by: string | null, 
/**
 * Title.
 */
override_title: string | null, 
/**
 * When.
 */
override_on: string | null, 
/**
 * When it was decided.
 */
decided_on: string | null, 
/**
 * By whom.
 */
decided_by: string | null, 
/**
 * What kind of body.
 */
decided_body: Body | null, 
/**
 * Paragraph of the minutes, or point of the delegation.
 */
decided_point: string | null, 
/**
 * When a family that was turned down was told.
 */
told_on: string | null, 
/**
 * How.
 */
told_how: string | null, 
/**
 * What.
 */
told_text: string | null, 
/**
 * When a closed file is due to be destroyed.
 */
retention: Retention | null, 
/**
 * Earlier files of the home; told to the one who has the case only.
 */
earlier: Array<EarlierFile>, };

/**
 * Which recruitment.
 */
export type InvestigationRef = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, };

/**
 * An issued paper without its bytes.
 */
export type Issued = { 
/**
 * Key.
 */
id: string, 
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string, 
/**
 * When, RFC 3339.
 */
issued_at: string, 
/**
 * By whom.
 */
issued_by: string, 
/**
 * Template and its version.
 */
template: string, };

/**
 * What is changed in one item.
 */
export type ItemChange = { 
/**
 * A short label of the unit's own.
 */
label: string | null, 
/**
 * Another way to answer.
 */
answer: AnswerType | null, 
/**
 * Another risk mark.
 */
risk: boolean | null, };

/**
 * The items of one part.
 */
export type ItemRange = { 
/**
 * First number.
 */
from: number, 
/**
 * Last number.
 */
to: number, };

/**
 * A key such as `adhd` or `belastningsregistret`. Cheap to clone.
 *
 * Invariant: `hash` is the FNV-1a hash of `text`.
 */
export type Key = string;

/**
 * Text that has no field.
 */
export type Leftover = { 
/**
 * The heading above it; empty when there was none.
 */
heading: string, 
/**
 * What stood there.
 */
text: string, };

/**
 * On what ground the child is cared for.
 */
export type LegalGround = "sol" | "lvu2" | "lvu3" | "lvu6" | "medgivande";

/**
 * What stands on every paper of the unit.
 */
export type LetterheadSettings = { 
/**
 * Lines under the municipality.
 */
unit_lines: string, 
/**
 * Address lines at the foot.
 */
footer: string, 
/**
 * First who signs: name.
 */
sign1_name: string, 
/**
 * Title.
 */
sign1_title: string, 
/**
 * Second who signs: name.
 */
sign2_name: string, 
/**
 * Title.
 */
sign2_title: string, 
/**
 * To whom decisions are sent, a line each.
 */
distribution: string, 
/**
 * Key of the template.
 */
template: string, };

/**
 * How well the home can meet a need.
 */
export type Level = "yes" | "with_support" | "no";

/**
 * A number as the unit has it.
 */
export type LimitSetting = { 
/**
 * Key.
 */
key: string, 
/**
 * What it says, in Swedish.
 */
description: string, 
/**
 * As it is used.
 */
value: number, 
/**
 * As it is shipped.
 */
shipped: number, 
/**
 * Where the shipped one comes from.
 */
source: string, };

/**
 * What the import understands of a whole workbook.
 */
export type Mapping = { 
/**
 * One for each sheet, in order.
 */
sheets: Array<SheetMapping>, };

/**
 * The answer a need was weighed on, as the home's card has it.
 */
export type MatchAnswer = { 
/**
 * The capability line.
 */
capability: string, 
/**
 * Level as recorded.
 */
level: MatchLevel, 
/**
 * Evidence as recorded.
 */
evidence: Evidence, 
/**
 * When.
 */
on: string, 
/**
 * How old it is.
 */
age: AnswerAge, 
/**
 * The home has another answer that says otherwise.
 */
contradicted: boolean, };

/**
 * One band, as far as it is shown.
 */
export type MatchBand = { 
/**
 * The band.
 */
band: Band, 
/**
 * Number of homes in it, shown or not.
 */
count: number, 
/**
 * Groups of equal homes, most suitable first, until as many homes as were asked for.
 */
groups: Array<MatchGroup>, };

/**
 * Homes that are equal in the material (likvärdiga i underlaget).
 */
export type MatchGroup = { 
/**
 * Number of homes in it, shown or not.
 */
count: number, 
/**
 * In turn order, which is not a merit. Never empty.
 */
homes: Array<MatchRow>, };

/**
 * What leads among a home's reasons.
 */
export type MatchLead = { "kind": "hinder", 
/**
 * The facts.
 */
fact: GateFact, 
/**
 * How it can be lifted; `None`: it cannot.
 */
cure: Cure | null, 
/**
 * Further hinders.
 */
more: number, } | { "kind": "reason", 
/**
 * Why.
 */
reason: BandReason, 
/**
 * Further reasons.
 */
more: number, } | { "kind": "clear" };

/**
 * Can the home meet the need?
 */
export type MatchLevel = "yes" | "with_support" | "no" | "unknown";

/**
 * All homes of the unit for one child, as a list.
 */
export type MatchList = { 
/**
 * The version of the rules that counted.
 */
rule_version: number, 
/**
 * The day answers were aged to.
 */
as_of: string, 
/**
 * The day the gates were tried on.
 */
start_day: string, 
/**
 * The search in the network.
 */
network: NetworkState, 
/**
 * The four bands, always all four, best first.
 */
bands: Array<MatchBand>, 
/**
 * Overrides without effect.
 */
refused_overrides: Array<RefusedOverride>, };

/**
 * Which child, and how much of the list.
 */
export type MatchQuery = { 
/**
 * The child.
 */
id: ChildId, 
/**
 * How many homes of a band at most, where it is not the first hundred.
 */
show?: { [key in Band]?: number }, };

/**
 * Everything that put some homes where they stand.
 */
export type MatchReasons = { 
/**
 * The homes, as they were asked for.
 */
homes: Array<HomeResult>, 
/**
 * Names of the people that gates speak of, by key.
 */
people: { [key in string]: string }, 
/**
 * Measures that the homes' answers rest on, by the answer's key.
 */
measures: { [key in string]: Measure }, };

/**
 * One home in the list.
 */
export type MatchRow = { 
/**
 * The home.
 */
home: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Where it lies; nothing for a protected one.
 */
locality: string | null, 
/**
 * Its place among the keys of all homes, from 0: for a letter in the
 * name's stead that says nothing of the home's place in the list.
 */
letter: number, 
/**
 * Its band.
 */
band: Band, 
/**
 * Why it stands there.
 */
lead: MatchLead, 
/**
 * `None`: no need is known.
 */
fit: Fit | null, 
/**
 * `None`: there is no need to weigh.
 */
coverage: Coverage | null, 
/**
 * Counts of essential needs.
 */
essentials: Essentials, 
/**
 * Warnings of the gates and of the household that tell this home from
 * others; that no home is assessed for the child yet is said of every one.
 */
warnings: number, };

/**
 * A match as the window lists it.
 */
export type Matched = { 
/**
 * The child, with the own words and the need sheet.
 */
child: ChildCard, 
/**
 * Every home in one of four bands, a line each.
 */
result: MatchList, 
/**
 * Names of the people that the lines speak of, by key.
 */
people: { [key in string]: string }, 
/**
 * Warnings about the sheet itself: not locked, the child not heard, the network not weighed.
 */
warnings: Array<Blocker>, };

/**
 * Something that is arranged so that it will do.
 */
export type Measure = { 
/**
 * What is done.
 */
text: string, 
/**
 * Who sees to it.
 */
owner: string, 
/**
 * Before which day.
 */
before: string | null, };

/**
 * A line of those who came.
 */
export type MeetingGuest = { 
/**
 * Key.
 */
id: string, 
/**
 * Who.
 */
name: string, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * How many.
 */
people: number, 
/**
 * Whether they want to go on.
 */
wants_on: WantsOn | null, 
/**
 * In short.
 */
note: string | null, 
/**
 * The enquiry made from the line.
 */
recruitment: RecruitmentId | null, 
/**
 * The family's name there.
 */
family: string | null, };

/**
 * An information meeting.
 */
export type MeetingId = string;

/**
 * A meeting's page.
 */
export type MeetingPage = { 
/**
 * The meeting.
 */
meeting: MeetingRow, 
/**
 * Who came, in the order they were written.
 */
guests: Array<MeetingGuest>, };

/**
 * Which meeting.
 */
export type MeetingRef = { 
/**
 * Meeting.
 */
id: MeetingId, };

/**
 * A meeting in the list.
 */
export type MeetingRow = { 
/**
 * Key.
 */
id: MeetingId, 
/**
 * When.
 */
held_on: string, 
/**
 * Where.
 */
place: string | null, 
/**
 * Note.
 */
note: string | null, 
/**
 * Families that came.
 */
families: number, 
/**
 * People that came.
 */
people: number, 
/**
 * Families that want to go on.
 */
want_on: number, 
/**
 * Enquiries made from the list.
 */
enquiries: number, };

/**
 * A home that stands by another.
 */
export type Mentor = { id: string, 
/**
 * The home that stands by.
 */
mentor: HomeId, 
/**
 * Its name.
 */
name: string, from_day: string, to_day: string | null, text: string | null, };

/**
 * A result area of a record.
 */
export type MethodArea = { 
/**
 * Key of the area.
 */
category: string, 
/**
 * Whether the interview lit it.
 */
lit: boolean, 
/**
 * In short.
 */
note: string | null, };

/**
 * One adult's interview by a method.
 */
export type MethodRecord = { id: string, person: PersonId, 
/**
 * Key of the method.
 */
method: string, 
/**
 * The unit's own edition of it, if any.
 */
edition: string | null, planned_on: string | null, interview_on: string | null, interview_2_on: string | null, interviewer_1: string | null, interviewer_2: string | null, 
/**
 * Which of a method's exchangeable sets.
 */
vignette_set: number | null, interpreter: string | null, interpreted_on: string | null, 
/**
 * Why somebody who interviewed also interpreted.
 */
interpreter_reason: string | null, 
/**
 * Whether the interpreter also interviewed: a warning.
 */
interpreter_interviewed: boolean, feedback_on: string | null, strengths: string | null, vulnerabilities: string | null, support_needs: string | null, suits: string | null, does_not_suit: string | null, 
/**
 * Result areas that have been noted.
 */
areas: Array<MethodArea>, };

/**
 * Everything about methods on a family's page.
 */
export type Methods = { 
/**
 * Methods to choose from.
 */
methods: Array<Instrument>, 
/**
 * Short forms for talks and visits.
 */
forms: Array<Instrument>, 
/**
 * Records, the earliest first.
 */
records: Array<MethodRecord>, 
/**
 * Notes by the short forms.
 */
notes: Array<FormAnswer>, };

/**
 * A need that a sheet can name.
 */
export type NeedKind = { 
/**
 * Key, shared by needs and capabilities.
 */
key: string, 
/**
 * BBIC area, or safety, or practical.
 */
area: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * Whether an answer to it never grows old.
 */
ageless: boolean, };

/**
 * How one need is met by one home.
 */
export type NeedResult = { 
/**
 * The need.
 */
need: Key, 
/**
 * Its importance.
 */
importance: Importance, 
/**
 * Its weight.
 */
weight: number, 
/**
 * The answer used; `None`: the home has none.
 */
answer: MatchAnswer | null, 
/**
 * Level after ageing.
 */
level: MatchLevel, 
/**
 * Counts as said by the home, after ageing.
 */
counts_as_stated: boolean, 
/**
 * A measure is written (only for `with_support`).
 */
measure_written: boolean, 
/**
 * Value in hundredths; `None`: unknown.
 */
value: number | null, 
/**
 * Weight × value, in hundredths; `None`: unknown. Sums to `Fit::points`.
 */
points: number | null, 
/**
 * Its part of the shown fit, in hundredths. Sums to `Fit::hundredths`.
 */
share: number | null, };

/**
 * A line of the need sheet.
 */
export type NeedRow = { id: string, area: string, need_key: string, text: string, importance: Importance, source: string | null, said_on: string | null, own_words: boolean, 
/**
 * Added or changed after the sheet was locked.
 */
after_lock: boolean, };

/**
 * Somebody in the network.
 */
export type NetworkLine = { id: string, name: string, relation: string | null, outcome: NetworkOutcome | null, reason: string | null, weighed_on: string | null, };

/**
 * What came of weighing somebody in the network.
 */
export type NetworkOutcome = "not_yet" | "assessed" | "declined" | "unsuitable" | "none_found";

/**
 * How far the search in the child's network has come (SoL 22:1).
 */
export type NetworkState = { "kind": "not_considered" } | { "kind": "unfinished", 
/**
 * How many.
 */
without_outcome: number, } | { "kind": "none_found" } | { "kind": "considered", 
/**
 * Possible homes.
 */
assessed: number, 
/**
 * Said no.
 */
declined: number, 
/**
 * Not suitable.
 */
unsuitable: number, };

/**
 * A line about what the home can do.
 */
export type NewCapability = { home: HomeId, need_key: string, level: Level, evidence: Evidence, measure: string | null, text: string | null, source: string | null, said_on: string | null, };

/**
 * A child to register.
 */
export type NewChild = { 
/**
 * Given name.
 */
given_name: string, 
/**
 * Family name.
 */
family_name: string | null, 
/**
 * Personal or co-ordination number, as written.
 */
personal_number: string | null, 
/**
 * Day of birth, when there is no number.
 */
birth_date: string | null, 
/**
 * The care that is looked for.
 */
care: Care, 
/**
 * From when.
 */
start_on: string | null, 
/**
 * Case number.
 */
case_number: string | null, 
/**
 * The form's draft to drop.
 */
draft: string | null, };

/**
 * A first call: the home is registered and its recruitment opened in one.
 */
export type NewEnquiry = { 
/**
 * The family's name.
 */
name: string, 
/**
 * The adults, who become persons of the home.
 */
adults: Array<EnquiryAdult>, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Street.
 */
street: string | null, 
/**
 * Postcode.
 */
postcode: string | null, 
/**
 * Locality.
 */
locality: string | null, 
/**
 * Children at home, in short.
 */
children_home: string | null, 
/**
 * What they wonder, and what they think of taking.
 */
thoughts: string | null, 
/**
 * Key of where it came from.
 */
source: string | null, 
/**
 * More about that: a campaign's name, a firm's.
 */
source_detail: string | null, 
/**
 * The information meeting it came from.
 */
meeting: MeetingId | null, 
/**
 * The line of the meeting's list it is made from.
 */
guest: string | null, 
/**
 * The home that told them of it.
 */
ambassador: HomeId | null, 
/**
 * The day it came; today when absent.
 */
received_on: string | null, 
/**
 * How it came.
 */
received_how: ReceivedHow | null, 
/**
 * What was said, or the whole text that came.
 */
text: string | null, 
/**
 * An earlier home to open a recruitment for, instead of a new one.
 */
home: HomeId | null, 
/**
 * The form's draft to drop.
 */
draft: string | null, };

/**
 * A family that came, on one line.
 */
export type NewGuest = { 
/**
 * Meeting.
 */
meeting: MeetingId, 
/**
 * Who.
 */
name: string, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * How many of them came; one when absent.
 */
people: number | null, 
/**
 * Whether they want to go on.
 */
wants_on: WantsOn | null, };

/**
 * A home to register. The rest is filled in on its card.
 */
export type NewHome = { 
/**
 * Name.
 */
name: string, 
/**
 * Kind; familjehem when absent.
 */
kind: HomeKind | null, 
/**
 * Locality.
 */
locality: string | null, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * The form's draft to drop once the home stands in the register.
 */
draft: string | null, };

/**
 * A meeting to note.
 */
export type NewMeeting = { 
/**
 * When; it may lie ahead.
 */
held_on: string, 
/**
 * Where.
 */
place: string | null, };

/**
 * A mentor home to note.
 */
export type NewMentor = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * The home that stands by.
 */
mentor: HomeId, 
/**
 * From when.
 */
from_day: string, };

/**
 * An interview to plan or note.
 */
export type NewMethodRecord = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Which adult.
 */
person: PersonId, 
/**
 * Key of the method.
 */
method: string, 
/**
 * When it is planned.
 */
planned_on: string | null, 
/**
 * When it was made.
 */
interview_on: string | null, };

/**
 * A need to put on the sheet.
 */
export type NewNeed = { 
/**
 * Child.
 */
child: ChildId, 
/**
 * Key in `assets/rules/needs.toml`.
 */
need_key: string, 
/**
 * In own words.
 */
text: string | null, 
/**
 * How much it weighs.
 */
importance: Importance, 
/**
 * Who said it.
 */
source: string | null, 
/**
 * When.
 */
said_on: string | null, 
/**
 * Whether these are the child's own words.
 */
own_words: boolean, };

/**
 * Somebody to weigh.
 */
export type NewNetworkPerson = { 
/**
 * Child.
 */
child: ChildId, 
/**
 * Name; may be empty when nobody was found.
 */
name: string, 
/**
 * Relation to the child.
 */
relation: string | null, 
/**
 * What came of it.
 */
outcome: NetworkOutcome, 
/**
 * Why.
 */
reason: string | null, };

/**
 * A note on the timeline.
 */
export type NewNote = { home: HomeId, on_day: string | null, kind: NoteKind, text: string, };

/**
 * A row to add.
 */
export type NewPaperRow = { 
/**
 * Paper.
 */
paper: PaperId, 
/**
 * Key of the table.
 */
part: string, };

/**
 * A pause to add.
 */
export type NewPause = { home: HomeId, from_day: string, to_day: string | null, reason: string, };

/**
 * A member of the household to add.
 */
export type NewPerson = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * Given name.
 */
given_name: string, 
/**
 * Family name.
 */
family_name: string, 
/**
 * Place in the household.
 */
role: HouseholdRole, 
/**
 * Personal or co-ordination number, as written.
 */
personal_number: string | null, };

/**
 * A reference to note.
 */
export type NewReference = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * From where.
 */
kind: ReferenceKind, 
/**
 * From whom.
 */
given_by: string, 
/**
 * When it was taken.
 */
taken_on: string | null, };

/**
 * A review to note.
 */
export type NewReview = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * When it was made.
 */
done_on: string, 
/**
 * What was seen, in short.
 */
text: string | null, 
/**
 * When the next one is.
 */
next_on: string | null, };

/**
 * A home that can never take this child.
 */
export type NewSafetyConflict = { 
/**
 * Child.
 */
child: ChildId, 
/**
 * Home.
 */
home: HomeId, 
/**
 * Why; the circumstances stay out of both files.
 */
kind: SafetyKind, };

/**
 * A scope to add.
 */
export type NewScope = { home: HomeId, care: Care, age_from: number | null, age_to: number | null, places: number, decided_on: string | null, valid_from: string | null, valid_to: string | null, };

/**
 * Supervision to note.
 */
export type NewSupervision = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * Who supervises.
 */
given_by: string, 
/**
 * How often, in words.
 */
often: string | null, 
/**
 * When next.
 */
next_on: string | null, };

/**
 * Places that another municipality uses.
 */
export type NewTakenPlace = { home: HomeId, municipality: string, places: number, from_day: string, to_day: string | null, };

/**
 * What is told about a new user.
 */
export type NewUser = { 
/**
 * Shown name, also typed at sign-in.
 */
name: string, 
/**
 * What they may do.
 */
role: Role, 
/**
 * Their first password.
 */
password: string, };

/**
 * A wish to add.
 */
export type NewWish = { home: HomeId, strength: WishStrength, text: string, said_by: string | null, said_on: string | null, };

/**
 * Why a sheet was not chosen.
 */
export type NotUsed = "hidden" | "empty" | "no_names";

/**
 * A note.
 */
export type Note = { id: string, on_day: string, kind: NoteKind, text: string, user_name: string, };

/**
 * What a note on the timeline is about.
 */
export type NoteKind = "call" | "visit" | "meeting" | "letter" | "other";

/**
 * A meeting planned or attended, for one adult or for several at once.
 */
export type NoteTraining = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * Who.
 */
people: Array<PersonId>, 
/**
 * Number of the meeting.
 */
meeting: number, 
/**
 * When it is planned; nothing takes it back.
 */
planned_on: string | null, 
/**
 * When they were there; nothing takes it back.
 */
attended_on: string | null, };

/**
 * An input of nothing: `{}`.
 */
export type Nothing = Record<symbol, never>;

/**
 * Which earlier file, and for which case it is read.
 */
export type OpenEarlier = { 
/**
 * The open recruitment of the same home.
 */
recruitment: RecruitmentId, 
/**
 * The earlier one.
 */
earlier: RecruitmentId, };

/**
 * A file to choose.
 */
export type OpenUnit = { 
/**
 * Its path.
 */
path: string, };

/**
 * How a gate came out.
 */
export type Outcome = "pass" | "hinder" | "warn";

/**
 * Somebody has looked past a hinder, and answers for it.
 */
export type Override = { 
/**
 * The home.
 */
home: string, 
/**
 * The gate.
 */
gate: GateKey, 
/**
 * Exactly what was looked past: a later finding is not covered.
 */
subject: GateSubject, 
/**
 * Who.
 */
by: string, 
/**
 * In what role.
 */
role: OverrideRole, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: string, 
/**
 * Plan with date (G1) or measure (G6).
 */
measure: Measure | null, 
/**
 * The day of the logged call (G3).
 */
called_on: string | null, };

/**
 * Who may look past a hinder.
 */
export type OverrideRole = "recruiter" | "supervisor";

/**
 * A supervisor's reason to let the study through although something is missing.
 */
export type OverrideStudy = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Why; nothing takes it back.
 */
reason: string | null, };

/**
 * One edition of the unit's own.
 */
export type OwnEdition = { 
/**
 * Key.
 */
id: string, 
/**
 * Key of the instrument.
 */
instrument: string, 
/**
 * Its number, from 1.
 */
version: number, 
/**
 * When it was made.
 */
made_on: string, 
/**
 * By whom.
 */
made_by: string, 
/**
 * What it changes.
 */
changes: InstrumentChanges, 
/**
 * Whether it has been answered, and so is never changed.
 */
answered: boolean, };

/**
 * A text with its label and what stands there.
 */
export type PaperField = { kind: PaperFieldKind, value: string | null, };

/**
 * A text the writer fills in.
 */
export type PaperFieldKind = { 
/**
 * Column and key.
 */
name: string, 
/**
 * Swedish label.
 */
label: string, 
/**
 * What belongs here.
 */
help: string, 
/**
 * Soft limit in characters.
 */
max: number, 
/**
 * Whether the paper is incomplete without it.
 */
compulsory: boolean, };

/**
 * A paper.
 */
export type PaperId = string;

/**
 * Which paper.
 */
export type PaperRef = { 
/**
 * Key.
 */
id: PaperId, };

/**
 * A paper in the list.
 */
export type PaperRow = { id: PaperId, kind: string, child: ChildId | null, 
/**
 * Nothing for a protected child.
 */
child_name: string | null, case_number: string | null, home_name: string | null, meeting_on: string | null, state: PaperState, 
/**
 * How much is missing as of the meeting day.
 */
missing: number, };

/**
 * How far a paper has come.
 */
export type PaperState = "draft" | "released" | "issued" | "decided";

/**
 * A table with its label and rows.
 */
export type PaperTable = { kind: PaperTableKind, rows: Array<PaperTableRow>, };

/**
 * A table the writer fills in.
 */
export type PaperTableKind = { 
/**
 * Key.
 */
part: string, 
/**
 * Swedish label.
 */
label: string, 
/**
 * What belongs here.
 */
help: string, 
/**
 * Headings of its two to four columns.
 */
columns: Array<string>, 
/**
 * Whether the paper is incomplete without a row.
 */
compulsory: boolean, };

/**
 * A row: as many cells as the table has columns, at most four.
 */
export type PaperTableRow = { id: string, cells: Array<string | null>, };

/**
 * A paper with all that is written in it.
 */
export type PaperView = { id: PaperId, kind: string, state: PaperState, template: string, templates: Array<TemplateChoice>, child: ChildId | null, child_name: string | null, home: HomeId | null, home_name: string | null, 
/**
 * The recruitment that a paper about a home's approval belongs to.
 */
recruitment: RecruitmentId | null, case_number: string | null, meeting_on: string | null, body: string | null, started_on: string | null, fields: Array<PaperField>, tables: Array<PaperTable>, 
/**
 * Everything missing, expired or contradictory as of the meeting day.
 */
blockers: Array<Blocker>, released_by: string | null, issued: Issued | null, paragraph: string | null, decided_on: string | null, decision: Decision | null, decision_text: string | null, };

/**
 * A text and what is recorded about its matter.
 */
export type Part = { 
/**
 * Name, help and length.
 */
kind: PartKind, 
/**
 * What is written.
 */
value: string | null, 
/**
 * Recorded facts: they print by themselves.
 */
facts: Array<Recorded>, };

/**
 * A text of the investigation.
 */
export type PartKind = { 
/**
 * Key, and the column it is kept in.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * What belongs there.
 */
help: string, 
/**
 * Soft length in characters.
 */
max: number, 
/**
 * Whether the study cannot be concluded without it.
 */
compulsory: boolean, 
/**
 * Whether it is asked for only when there are own children.
 */
only_with_own_children: boolean, 
/**
 * Kinds of recorded facts that stand beside it and print by themselves.
 */
facts: Array<string>, };

/**
 * A pause.
 */
export type Pause = { id: string, from_day: string, to_day: string | null, reason: string, };

/**
 * A PDF.
 */
export type Pdf = { 
/**
 * The bytes, base64.
 */
pdf: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Letters that the face lacks; they print as squares.
 */
unknown: Array<string>, };

/**
 * A PDF.
 */
export type PdfBytes = { 
/**
 * The file in base64.
 */
pdf: string, };

/**
 * One value's time.
 */
export type Period = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, if it has ended.
 */
to: string | null, 
/**
 * The number.
 */
value: number, 
/**
 * Where it comes from.
 */
source: string, };

/**
 * A member of the household.
 */
export type Person = { 
/**
 * Key.
 */
id: PersonId, 
/**
 * Given name.
 */
given_name: string, 
/**
 * Family name.
 */
family_name: string, 
/**
 * `ÅÅÅÅMMDD-NNNN`.
 */
personal_number: string | null, 
/**
 * Day of birth.
 */
birth_date: string | null, 
/**
 * Whole years today.
 */
age: number | null, 
/**
 * Place in the household.
 */
role: HouseholdRole, 
/**
 * Whether registers are asked.
 */
to_check: boolean, 
/**
 * Whether the person is checked today: as noted, or by age.
 */
checked: boolean, 
/**
 * Protected identity.
 */
protected: boolean, 
/**
 * Telephone.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Work or studies.
 */
occupation: string | null, 
/**
 * First day in the household.
 */
moved_in_on: string | null, 
/**
 * Last day in the household.
 */
moved_out_on: string | null, };

/**
 * A member of a household.
 */
export type PersonId = string;

/**
 * A stretch of the way: a column of the board.
 */
export type Phase = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, };

/**
 * One number.
 */
export type PhoneDraft = { 
/**
 * Figures only, from the leading zero, or `+` and figures when foreign.
 */
number: string, 
/**
 * What stood beside it: "Eva", "kvällar".
 */
note: string | null, 
/**
 * Whether the leading zero was missing and has been put back.
 */
zero_added: boolean, };

/**
 * A child to place.
 */
export type PlaceChild = { 
/**
 * Child.
 */
child: ChildId, 
/**
 * Home.
 */
home: HomeId, 
/**
 * Own or through a firm.
 */
regime: Regime, 
/**
 * Type.
 */
kind: PlacementKind, 
/**
 * Ground.
 */
legal_ground: LegalGround, 
/**
 * First day.
 */
started_on: string, 
/**
 * Day of the decision.
 */
decided_on: string | null, 
/**
 * The paper it was decided from.
 */
paper: string | null, 
/**
 * A supervisor's reason when something stands in the way.
 */
override_reason: string | null, };

/**
 * A placement as lists show it.
 */
export type Placement = { id: PlacementId, child: ChildId, 
/**
 * Nothing for a protected child: the case number is shown instead.
 */
child_name: string | null, case_number: string | null, home: HomeId, home_name: string, regime: Regime, kind: PlacementKind, legal_ground: LegalGround, started_on: string, ended_on: string | null, investigation_opened_on: string | null, investigation_closed_on: string | null, considered_on: string | null, extended_to: string | null, day_price_ore: number | null, };

/**
 * A placement.
 */
export type PlacementId = string;

/**
 * The ten types that placements are counted by (domain.md 10).
 */
export type PlacementKind = "familjehem" | "familjehem_natverk" | "slaktinghem" | "annat_enskilt" | "tillfallig_natverk" | "jourhem" | "tillfalligt_jourhem" | "konsulentstott_familjehem" | "konsulentstott_jourhem" | "behandlingsfamilj";

/**
 * A child in the home, by initials; no other content crosses between the files.
 */
export type PlacementLine = { id: string, child: string, initials: string, birth_year: number | null, kind: string, started_on: string, ended_on: string | null, };

/**
 * Which placements.
 */
export type PlacementQuery = { 
/**
 * Also those that have ended.
 */
ended: boolean, };

/**
 * A practice unit that was made, and is open.
 */
export type PracticeCreated = { 
/**
 * Name to sign in with next time.
 */
name: string, 
/**
 * Password to sign in with next time. No secret: nobody in it exists.
 */
password: string, 
/**
 * The door, open.
 */
status: DeskStatus, };

/**
 * How much of a date was said.
 */
export type Precision = "day" | "month" | "year";

/**
 * What would be imported.
 */
export type Preview = { 
/**
 * One for each home, in the file's order.
 */
rows: Array<RowDraft>, 
/**
 * Rows below the headings that are no homes.
 */
skipped: Array<SkippedRow>, 
/**
 * Columns whose cells go to the notes.
 */
unmapped: Array<UnmappedColumn>, 
/**
 * How many of each; rows left out are not counted.
 */
counts: Counts, };

/**
 * What can be printed.
 */
export type PrintKind = "consent" | "request" | "visit" | "screening_empty" | "screening" | "refusal" | "checks";

/**
 * The key to print.
 */
export type PrintRecoveryKey = { 
/**
 * As it was shown when the unit was made.
 */
recovery_key: string, };

/**
 * Which print.
 */
export type PrintRef = { 
/**
 * Kind.
 */
kind: PrintKind, 
/**
 * The record it is about, as the kind says.
 */
id: string, 
/**
 * The register of a request.
 */
register?: string, 
/**
 * The letter's free paragraph; its usual words when absent.
 */
text?: string, };

/**
 * What is wrong with a cell.
 */
export type ProblemCode = "broken_cell" | "not_a_date" | "no_such_day" | "date_without_year" | "date_imprecise" | "date_was_number" | "date_in_future" | "not_a_phone" | "leading_zero_added" | "not_an_email" | "identity_wrong_length" | "birth_date_only" | "identity_not_a_date" | "wrong_check_digit" | "born_in_future" | "zeros_added" | "carer_under18" | "carer_without_name" | "not_a_kind" | "not_a_count" | "count_was_span" | "not_ages" | "ages_were_date" | "ages_by_word" | "not_a_postcode" | "unclear_answer" | "second_value" | "capitals_calmed";

/**
 * A field of what is proposed to be approved.
 */
export type ProposalKind = { 
/**
 * Key, and the column it is kept in.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * Whether the study cannot be concluded without it.
 */
compulsory: boolean, };

/**
 * What was found.
 */
export type ReadEnquiry = { 
/**
 * One line for each field, in the order of the form.
 */
fields: Array<FoundField>, 
/**
 * Whether the text looks like a web form rather than a letter.
 */
form: boolean, 
/**
 * Whether there was more text than is read.
 */
cut: boolean, };

/**
 * Why a value cannot be taken.
 */
export type Reason = { "code": "required" } | { "code": "too_long", 
/**
 * Most characters.
 */
max: number, } | { "code": "too_short", 
/**
 * Fewest characters.
 */
min: number, } | { "code": "not_a_date" } | { "code": "in_future" } | { "code": "before", 
/**
 * The other field.
 */
field: string, } | { "code": "same_as", 
/**
 * The other field.
 */
field: string, } | { "code": "not_a_number", 
/**
 * Least.
 */
min: number, 
/**
 * Greatest.
 */
max: number, } | { "code": "not_a_choice" } | { "code": "wrong_length" } | { "code": "wrong_check_digit" } | { "code": "not_a_phone" } | { "code": "not_an_email" } | { "code": "not_a_postcode" } | { "code": "already_there" } | { "code": "same_as_writer" } | { "code": "unknown" } | { "code": "malformed", 
/**
 * The reader's own words about the place, without values.
 */
detail: string, } | { "code": "wrong_password" } | { "code": "wrong_recovery_key" } | { "code": "not_a_unit" } | { "code": "key_file_missing" } | { "code": "from_the_future" } | { "code": "in_use" } | { "code": "file_exists" } | { "code": "file_trouble" } | { "code": "shared_folder" } | { "code": "not_practice" } | { "code": "damaged", 
/**
 * First bad line, from 1.
 */
line: number, };

/**
 * A coded reason: a number only.
 */
export type ReasonRow = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish words.
 */
label: string, 
/**
 * `family` or `unit`.
 */
by: string, 
/**
 * How many.
 */
count: number, };

/**
 * Some homes for one child.
 */
export type ReasonsQuery = { 
/**
 * The child.
 */
child: ChildId, 
/**
 * The homes, one to four.
 */
homes: Array<HomeId>, };

/**
 * How an enquiry reached the unit.
 */
export type ReceivedHow = "phone" | "email" | "web_form" | "in_person" | "letter";

/**
 * A second reading.
 */
export type RecordReading = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * What the reader says.
 */
comment: string | null, 
/**
 * Takes the reading back.
 */
take_back: boolean, };

/**
 * A step to note.
 */
export type RecordStep = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Key of the step.
 */
step: string, 
/**
 * Whose, for steps per adult.
 */
person: PersonId | null, 
/**
 * When it is planned.
 */
planned_on: string | null, 
/**
 * When it was done.
 */
done_on: string | null, };

/**
 * One recorded fact.
 */
export type Recorded = { "kind": "adult", 
/**
 * Key, to tell two of the same name apart.
 */
person: string, 
/**
 * Shown name.
 */
name: string, 
/**
 * Age today.
 */
age: number | null, 
/**
 * Work.
 */
occupation: string | null, 
/**
 * Code of the place in the household.
 */
role: HouseholdRole, } | { "kind": "child", 
/**
 * Age today.
 */
age: number | null, } | { "kind": "done", 
/**
 * `contact`, `visit`, `interview` or `talk`.
 */
group: string, 
/**
 * Key of the step.
 */
step: string, 
/**
 * Its Swedish name.
 */
label: string, 
/**
 * When.
 */
on: string, 
/**
 * By whom.
 */
by: string | null, 
/**
 * With whom, for steps per adult.
 */
with: string | null, } | { "kind": "screened", 
/**
 * Its Swedish name.
 */
title: string, 
/**
 * How many adults have been assessed in some part.
 */
adults: number, } | { "kind": "checked", 
/**
 * Key, to tell two of the same name apart.
 */
person: string, 
/**
 * Shown name.
 */
name: string, 
/**
 * Swedish names of the registers that have answered.
 */
registers: Array<string>, 
/**
 * The oldest of the latest answers.
 */
oldest_on: string, 
/**
 * Whether any had a remark.
 */
remark: boolean, 
/**
 * Whether every remark has been assessed and accepted.
 */
accepted: boolean, } | { "kind": "references", 
/**
 * From where.
 */
from: ReferenceKind, 
/**
 * How many.
 */
count: number, 
/**
 * The latest.
 */
latest_on: string, } | { "kind": "house", 
/**
 * Swedish name of the fact.
 */
label: string, 
/**
 * Value as it is chosen or written.
 */
value: string, } | { "kind": "elsewhere", 
/**
 * Which.
 */
municipality: string, 
/**
 * How many.
 */
places: number, };

/**
 * The board.
 */
export type RecruitmentBoard = { 
/**
 * Columns in order.
 */
phases: Array<Phase>, 
/**
 * Stages in order, as the unit has them.
 */
stages: Array<Stage>, 
/**
 * Steps that can be noted, as the unit has them.
 */
step_kinds: Array<StepKind>, 
/**
 * Families, longest in their stage first.
 */
rows: Array<BoardRow>, };

/**
 * One family's way through recruitment; a family that returns gets another.
 */
export type RecruitmentId = string;

/**
 * What can be set, what is shipped and what the unit has.
 */
export type RecruitmentSettings = { 
/**
 * Stages in order.
 */
stages: Array<StageSetting>, 
/**
 * Steps the unit decides about.
 */
steps: Array<StepSetting>, 
/**
 * Single numbers.
 */
limits: Array<LimitSetting>, };

/**
 * A reference.
 */
export type Reference = { id: string, kind: ReferenceKind, given_by: string, phone: string | null, taken_on: string | null, text: string | null, };

/**
 * Who gave the reference.
 */
export type ReferenceKind = "work" | "network" | "municipality" | "school";

/**
 * Why an override has no effect.
 */
export type RefusedBecause = "not_overridable" | "role" | "no_reason" | "no_plan" | "no_call" | "no_measure";

/**
 * An override that was tried and has no effect.
 */
export type RefusedOverride = { 
/**
 * The override.
 */
tried: Override, 
/**
 * Why it has no effect.
 */
because: RefusedBecause, };

/**
 * Whether the home is the municipality's own.
 */
export type Regime = "own" | "external";

/**
 * A register that is asked about people in a home.
 */
export type Register = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
name: string, 
/**
 * Whether it must be asked before a home is concluded.
 */
compulsory: boolean, 
/**
 * Whether it is one of the police's, which nobody may override.
 */
police: boolean, 
/**
 * Whether the person's consent is the basis.
 */
consent: boolean, 
/**
 * Where that is said.
 */
source: string, };

/**
 * A check as the screens show it.
 */
export type RegisterCheck = { 
/**
 * Key.
 */
id: CheckId, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Register key.
 */
register: string, 
/**
 * When the person agreed, where that is the basis.
 */
consent_on: string | null, 
/**
 * When it was asked for.
 */
asked_on: string | null, 
/**
 * When the answer came.
 */
received_on: string | null, 
/**
 * Who read it.
 */
read_by: string | null, 
/**
 * Without or with remark.
 */
result: CheckResult | null, 
/**
 * Why a remark is, or is not, accepted.
 */
assessment: string | null, 
/**
 * Accepted or not.
 */
decision: RemarkDecision | null, 
/**
 * Who decided.
 */
decided_by: string | null, 
/**
 * When.
 */
decided_on: string | null, 
/**
 * What became of the extract.
 */
extract: Extract | null, 
/**
 * When.
 */
extract_on: string | null, 
/**
 * Last day it counts, by the unit's own limit.
 */
valid_to: string | null, };

/**
 * Whether a register must be asked.
 */
export type RegisterChoice = { 
/**
 * Key.
 */
key: string, 
/**
 * Must be asked.
 */
compulsory: boolean, 
/**
 * Demanded by the ordinance: the unit cannot choose.
 */
fixed: boolean, };

/**
 * What was decided about a remark.
 */
export type RemarkDecision = "accepted" | "not_accepted";

/**
 * One check to be made.
 */
export type Renewal = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * Its name.
 */
home_name: string, 
/**
 * The recruitment that is under way, if it is one.
 */
recruitment: string | null, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, 
/**
 * Register key.
 */
register: string, 
/**
 * How near.
 */
when: RenewalWhen, 
/**
 * The day it is due; nothing when it was never answered.
 */
due_on: string | null, 
/**
 * When the latest answer came.
 */
received_on: string | null, 
/**
 * When it was asked for anew; then an answer is waited for.
 */
asked_on: string | null, };

/**
 * Which checks.
 */
export type RenewalQuery = { 
/**
 * As of this day; today when absent.
 */
as_of: string | null, };

/**
 * How near a check is.
 */
export type RenewalWhen = "never" | "overdue" | "within_30" | "within_60" | "within_90";

/**
 * Every check that is to be made within ninety days.
 */
export type Renewals = { 
/**
 * The day it was reckoned on.
 */
as_of: string, 
/**
 * Months after which a check is made again.
 */
months: number, 
/**
 * The earliest first, then by home.
 */
rows: Array<Renewal>, };

/**
 * By when a family that has made an enquiry is to be contacted.
 */
export type ReplyClock = { 
/**
 * The day the enquiry came.
 */
from: string, 
/**
 * Days given: the unit's own routine.
 */
days: number, 
/**
 * Last day.
 */
on: string, 
/**
 * Whether it has passed.
 */
late: boolean, };

/**
 * A table of figures.
 */
export type Report = { 
/**
 * Which.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Headings of the columns of numbers: years, or one word.
 */
columns: Array<string>, 
/**
 * Rows by regime and type, in their fixed order; only those that occur.
 */
rows: Array<ReportRow>, 
/**
 * Sums of the columns where they mean something.
 */
total: Array<number> | null, };

/**
 * Which report, over which time.
 */
export type ReportQuery = { 
/**
 * `placements` or `day_price`.
 */
name: string, 
/**
 * First day; the year of today when absent.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

/**
 * A row of figures.
 */
export type ReportRow = { 
/**
 * Own or external.
 */
regime: Regime, 
/**
 * Type.
 */
kind: PlacementKind, 
/**
 * One number a column.
 */
values: Array<number>, };

/**
 * When the training must be done, as the unit has chosen.
 */
export type RequiredBefore = "approval" | "first_placement" | "within_n_months";

/**
 * When a file is due to be destroyed, by which rule, and what holds it.
 */
export type Retention = { 
/**
 * Counted from this day.
 */
from: string, 
/**
 * So many months.
 */
months: number, 
/**
 * Due from this day.
 */
on: string, 
/**
 * To be finished by this day: the end of the year after.
 */
latest: string, 
/**
 * The rule's Swedish words.
 */
rule: string, 
/**
 * Law or routine.
 */
source: string, 
/**
 * Whether it is confirmed: C or N.
 */
sure: string, 
/**
 * Why it is kept all the same.
 */
holds: Array<Hold>, };

/**
 * What a person may do. More roles come with the accounts' own issue; the
 * stored code stays.
 */
export type Role = "reader" | "recruiter" | "supervisor";

/**
 * One home, as far as it could be read.
 */
export type RowDraft = { 
/**
 * Which draft.
 */
key: RowKey, 
/**
 * The sheet's name; empty for csv.
 */
sheet_name: string, 
/**
 * Rows below that belong to the same home.
 */
more_rows: Array<number>, 
/**
 * What was read.
 */
fields: HomeFields, 
/**
 * Cells that could not be read, or only with an assumption.
 */
problems: Array<CellProblem>, 
/**
 * What to look at in the row as a whole.
 */
warnings: Array<SheetWarning>, 
/**
 * What has no field: goes to the home's notes.
 */
leftover: Array<Leftover>, 
/**
 * The user's choice.
 */
left_out: boolean, };

/**
 * The user's correction of one cell.
 */
export type RowEdit = { 
/**
 * Which draft.
 */
key: RowKey, 
/**
 * What is corrected; all the row's cells for it are replaced.
 */
field: SheetField, 
/**
 * What should have stood there; empty for nothing.
 */
text: string, };

/**
 * Points at one draft.
 */
export type RowKey = { 
/**
 * The sheet's place in the workbook, from 0.
 */
sheet: number, 
/**
 * The row the user sees, from 1.
 */
row: number, 
/**
 * 0, or 1, 2 … when one row held several homes.
 */
part: number, };

/**
 * A record to take away or put back.
 */
export type RowRef = { 
/**
 * Kind of record.
 */
entity: string, 
/**
 * Its key.
 */
id: string, };

/**
 * What became of a recruitment.
 */
export type RunOutcome = "open" | "approved" | "by_family" | "by_unit";

/**
 * The work that runs, as the window shows it.
 */
export type Running = { 
/**
 * Which work, to say stop to the right one.
 */
work: number, 
/**
 * What it is busy with.
 */
doing: Doing, 
/**
 * Rows done of `total`.
 */
done: number, 
/**
 * Rows in all; 0 when nobody can know.
 */
total: number, 
/**
 * Somebody has said stop; it stops at the next row.
 */
cancelled: boolean, };

/**
 * Why this child may not live in that home, whatever else is true.
 */
export type SafetyKind = "known_threat" | "contact_ban" | "protected_address";

/**
 * An answer to one item by one adult.
 */
export type SaveAnswer = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Key of the item: `a.3`, or the number alone in a shell.
 */
item: string, 
/**
 * The answer: words, `yes` or `no`, or a number; nothing takes it back.
 */
answer: string | null, };

/**
 * An assessment of one part for one adult.
 */
export type SaveAssessment = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Key of the part.
 */
part: string, 
/**
 * Key of the level; nothing takes it back.
 */
level: string | null, 
/**
 * Why; needed above the first level before the study is concluded.
 */
reason: string | null, };

/**
 * One choice.
 */
export type SaveCheckSetting = { 
/**
 * A number's key, or a register's.
 */
key: string, 
/**
 * The number; `1` or `0` for a register. Nothing goes back to the rule.
 */
value: number | null, };

/**
 * Changes to a form, as a new edition or in the latest one while nobody has answered it.
 */
export type SaveEdition = { 
/**
 * Key of the instrument.
 */
instrument: string, 
/**
 * Everything the edition changes.
 */
changes: InstrumentChanges, };

/**
 * One field's new value.
 */
export type SaveField = { 
/**
 * Kind of record.
 */
entity: string, 
/**
 * Its key.
 */
id: string, 
/**
 * Field.
 */
field: string, 
/**
 * New value, `null` for none.
 */
value: string | null, 
/**
 * What stood there when the user began, to tell when somebody was before.
 */
was: string | null, };

/**
 * What came out of asking further.
 */
export type SaveFollowUp = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Key of the item.
 */
item: string, 
/**
 * The note; nothing takes it back.
 */
text: string | null, };

/**
 * A note by a short form, about a step or a reference.
 */
export type SaveFormAnswer = { 
/**
 * The step, or
 */
step: string | null, 
/**
 * the reference that it is about.
 */
reference: string | null, 
/**
 * Key of the form.
 */
form: string, 
/**
 * Key of the item.
 */
item: string, 
/**
 * What is noted; nothing takes it back.
 */
answer: string | null, };

/**
 * A fact about the house, or why there is none.
 */
export type SaveHomeFact = { 
/**
 * Home.
 */
home: HomeId, 
/**
 * Key in `assets/rules/home_facts.toml`.
 */
key: string, 
/**
 * Value.
 */
value: string | null, 
/**
 * `unknown`, `not_asked` or `not_relevant` when there is no value.
 */
gap: string | null, };

/**
 * An assessment of one part for the household.
 */
export type SaveHouseholdAssessment = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Key of the part.
 */
part: string, 
/**
 * Key of the level; nothing takes it back.
 */
level: string | null, 
/**
 * Why; needed above the first level before the study is concluded.
 */
reason: string | null, };

/**
 * What a record says of one result area.
 */
export type SaveMethodArea = { 
/**
 * The record.
 */
record: string, 
/**
 * Key of the area.
 */
category: string, 
/**
 * Whether the interview lit it.
 */
lit: boolean, 
/**
 * In short.
 */
note: string | null, };

/**
 * One thing to set.
 */
export type SaveRecruitmentSetting = { 
/**
 * `stage.<key>.limit_days`, `stage.<key>.label`, `step.<key>.compulsory` or `limit.<key>`.
 */
key: string, 
/**
 * The value (`1` or `0` for compulsory); nothing goes back to what is shipped.
 */
value: string | null, };

/**
 * One of the settings.
 */
export type SaveSetting = { 
/**
 * Name of a field of [`LetterheadSettings`].
 */
key: string, 
/**
 * Its value.
 */
value: string, 
/**
 * What stood there when the user began, to tell when somebody was before.
 */
was: string, };

/**
 * The value as it was kept (telephone numbers and the like are tidied).
 */
export type Saved = { 
/**
 * What stands there now.
 */
value: string | null, 
/**
 * Counts the record's changes.
 */
rev: number, };

/**
 * What the home is approved for.
 */
export type Scope = { id: string, care: Care, age_from: number | null, age_to: number | null, places: number, conditions: string | null, decided_on: string | null, paragraph: string | null, valid_from: string | null, valid_to: string | null, };

/**
 * How the first assessment stands, beside the adults' own answers.
 */
export type Screening = { 
/**
 * Judgements of parts for the household as a whole.
 */
household: Array<HouseholdAssessment>, 
/**
 * Key of the outcome.
 */
outcome: string | null, 
/**
 * When it was decided.
 */
outcome_on: string | null, 
/**
 * By whom.
 */
outcome_by: string | null, 
/**
 * Why; always there when the study does not simply go on.
 */
outcome_reason: string | null, };

/**
 * What was typed in the search box.
 */
export type SearchText = { 
/**
 * Name, telephone, personal number or case number.
 */
text: string, };

/**
 * How the family was given the investigation.
 */
export type SentHow = "meeting" | "letter" | "digital";

/**
 * An answer with the words it was given in.
 */
export type SheetAnswer = { 
/**
 * Yes or no, when that can be told.
 */
yes: boolean | null, 
/**
 * What was said besides, as written: "hund".
 */
text: string | null, };

/**
 * A day, or the month or year it lies in.
 */
export type SheetDate = { 
/**
 * The day; the first of the month or year when that is all that was said.
 */
date: string, 
/**
 * How much of it was said.
 */
precision: Precision, };

/**
 * Why a file, or a place in it, could not be read. Codes and places only:
 * no text from the file goes into an error.
 */
export type SheetError = { 
/**
 * The sheet's name, when known.
 */
sheet: string | null, 
/**
 * The row the user sees, from 1.
 */
row: number | null, 
/**
 * The column's letters.
 */
column: string | null, } & ({ "code": "empty_file" } | { "code": "nothing_in_it" } | { "code": "not_a_spreadsheet" } | { "code": "web_page" } | { "code": "old_excel" } | { "code": "binary_workbook" } | { "code": "password_protected" } | { "code": "damaged" } | { "code": "forbidden_content" } | { "code": "broken_text" } | { "code": "file_too_large", 
/**
 * The limit in bytes.
 */
limit: number, } | { "code": "unpacks_too_large", 
/**
 * The limit in bytes.
 */
limit: number, } | { "code": "too_many_sheets", 
/**
 * The limit.
 */
limit: number, } | { "code": "too_many_rows", 
/**
 * The limit.
 */
limit: number, } | { "code": "too_many_columns", 
/**
 * The limit.
 */
limit: number, } | { "code": "too_many_cells", 
/**
 * The limit.
 */
limit: number, } | { "code": "cell_too_long", 
/**
 * The limit in characters.
 */
limit: number, } | { "code": "too_much_text", 
/**
 * The limit in bytes.
 */
limit: number, } | { "code": "took_too_long", 
/**
 * The limit in seconds.
 */
limit: number, } | { "code": "reader_stopped" } | { "code": "reader_failed" } | { "code": "reader_not_started" });

/**
 * What a column, or the user's correction of a cell, is about.
 */
export type SheetField = "home_name" | "carer1_name" | "carer2_name" | "personal_number" | "carer1_personal_number" | "carer2_personal_number" | "phone" | "email" | "street" | "postcode" | "locality" | "municipality" | "kind" | "places" | "ages" | "age_from" | "age_to" | "approved_on" | "register_checked_on" | "pets" | "smoking" | "rooms" | "car" | "languages" | "pause" | "notes" | "placed_now" | "ignore";

/**
 * The file with the user's changes; without a mapping the guess is used.
 */
export type SheetInput = { 
/**
 * Where the file lies.
 */
path: string, 
/**
 * What each column is.
 */
mapping: Mapping | null, 
/**
 * Mended cells and rows left out.
 */
edits: Edits, };

/**
 * Kinds of home, as far as an old register tells them apart: the register's
 * own and one more. Codes are the same.
 */
export type SheetKind = "familjehem" | "jourhem" | "jourhem_kontrakterat" | "jourhem_avtal" | "jourhem_fritt" | "natverkshem" | "slaktinghem" | "konsulentstott" | "annat_enskilt" | "kontaktfamilj";

/**
 * What the import understands of one sheet.
 */
export type SheetMapping = { 
/**
 * The sheet's name; empty for csv.
 */
name: string, 
/**
 * Whether its rows are read.
 */
used: boolean, 
/**
 * Why it was not chosen, when it was not.
 */
not_used: NotUsed | null, 
/**
 * First row of headings, from 1; none when the sheet has no headings.
 */
first_heading_row: number | null, 
/**
 * Last row of headings, from 1. Homes stand below it.
 */
last_heading_row: number | null, 
/**
 * Kind of all homes in the sheet that do not say their own.
 */
kind: SheetKind | null, 
/**
 * Every column with something in it.
 */
columns: Array<ColumnMapping>, };

/**
 * What would be taken in.
 */
export type SheetPreview = { 
/**
 * The file's name without its folder.
 */
file: string, 
/**
 * What each column is taken for.
 */
mapping: Mapping, 
/**
 * The rows.
 */
preview: Preview, 
/**
 * Rows that seem to be in the register already.
 */
doubles: Array<Double>, };

/**
 * What to look at in a row as a whole.
 */
export type SheetWarning = { "code": "two_homes_in_row" } | { "code": "maybe_two_homes" } | { "code": "name_missing" } | { "code": "continued_below" } | { "code": "kind_from_sheet" } | { "code": "kind_from_section" } | { "code": "same_as", 
/**
 * That row.
 */
key: RowKey, };

/**
 * What is said of a family beside its stage.
 */
export type SideState = "resting" | "awaiting_extracts" | "re_examined" | "ended_by_family" | "ended_by_unit" | "approved";

/**
 * Name and password.
 */
export type SignIn = { 
/**
 * Name as it was given.
 */
name: string, 
/**
 * Password.
 */
password: string, };

/**
 * The only user's password, where nobody is there to say a name.
 */
export type SignInAlone = { 
/**
 * Password.
 */
password: string, };

/**
 * When the password is forgotten.
 */
export type SignInWithRecoveryKey = { 
/**
 * Who one is.
 */
name: string, 
/**
 * The printed key.
 */
recovery_key: string, 
/**
 * What the password shall be from now on.
 */
new_password: string, };

/**
 * Who is signed in.
 */
export type SignedIn = { 
/**
 * Key.
 */
id: UserId, 
/**
 * Shown name.
 */
name: string, 
/**
 * What they may do.
 */
role: Role, };

/**
 * A home that looks like the one being typed.
 */
export type Similar = { 
/**
 * Key.
 */
id: HomeId, 
/**
 * Name.
 */
name: string, 
/**
 * Locality.
 */
locality: string | null, 
/**
 * What agrees: `name`, `phone`, `personal_number`, `email`.
 */
because: Array<string>, };

/**
 * Who might be in the register already.
 */
export type SimilarQuery = { 
/**
 * Name as typed so far.
 */
name: string, 
/**
 * Telephone as typed so far.
 */
phone: string, 
/**
 * Personal number as typed so far.
 */
personal_number: string, 
/**
 * E-mail address as typed so far.
 */
email: string, };

/**
 * Why a row is no home.
 */
export type SkipReason = "sum" | "heading" | "section" | "remark";

/**
 * A row that is no home.
 */
export type SkippedRow = { 
/**
 * The sheet's place, from 0.
 */
sheet: number, 
/**
 * The row the user sees.
 */
row: number, 
/**
 * Why.
 */
reason: SkipReason, 
/**
 * What stood there.
 */
text: string, };

/**
 * Where an enquiry came from.
 */
export type Source = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish words.
 */
label: string, };

/**
 * What became of the enquiries from one source.
 */
export type SourceRow = { 
/**
 * Key; nothing when no source was told, or for the total.
 */
source: string | null, 
/**
 * All of them.
 */
enquiries: FunnelCell, 
/**
 * How many reached each phase.
 */
reached: Array<FunnelCell>, 
/**
 * Concluded and approved.
 */
approved: FunnelCell, 
/**
 * Still going on.
 */
open: FunnelCell, 
/**
 * Broken off by the family.
 */
by_family: FunnelCell, 
/**
 * Ended by the unit.
 */
by_unit: FunnelCell, };

/**
 * A stage on the way.
 */
export type Stage = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * Key of its phase.
 */
phase: string, 
/**
 * Days a family should at most stand here; nothing where it may stay.
 */
limit_days: number | null, };

/**
 * One stage.
 */
export type StageRow = { 
/**
 * Key.
 */
key: string, 
/**
 * Name as the unit has it.
 */
label: string, 
/**
 * Who reached it.
 */
reached: FunnelCell, 
/**
 * Who ended while standing in it.
 */
ended: FunnelCell, 
/**
 * How many have stood in it and left it.
 */
left: number, 
/**
 * Median days of those.
 */
median_days: number | null, 
/**
 * The longest.
 */
longest_days: number | null, 
/**
 * The unit's limit.
 */
limit_days: number | null, };

/**
 * A stage as the unit has it.
 */
export type StageSetting = { 
/**
 * As it is used.
 */
stage: Stage, 
/**
 * As it is shipped.
 */
shipped: Stage, };

/**
 * A stretch of days in one stage.
 */
export type StageStay = { 
/**
 * Key of the stage.
 */
stage: string, 
/**
 * First day.
 */
from: string, };

/**
 * How a home stands, derived each time.
 */
export type Standing = "available" | "full" | "paused" | "in_recruitment" | "not_approved" | "ended";

/**
 * Standings that can be asked for.
 */
export type StandingFilter = "approved" | "paused" | "in_recruitment" | "not_approved" | "ended";

/**
 * A paper about a home's approval, to begin.
 */
export type StartApprovalPaper = { 
/**
 * Recruitment.
 */
recruitment: RecruitmentId, 
/**
 * Key of the template; the unit's own when absent.
 */
template: string | null, };

/**
 * A paper to begin.
 */
export type StartPaper = { 
/**
 * The child it is about.
 */
child: ChildId, 
/**
 * The home that is proposed.
 */
home: HomeId, 
/**
 * Key of the template; the unit's own when absent.
 */
template: string | null, };

/**
 * Something done or planned.
 */
export type Step = { id: string, step: string, person: PersonId | null, planned_on: string | null, done_on: string | null, done_by: string | null, text: string | null, };

/**
 * Something that is done on the way.
 */
export type StepKind = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish name.
 */
label: string, 
/**
 * The stage it belongs to.
 */
stage: string, 
/**
 * Whether the study cannot be concluded without it.
 */
compulsory: boolean, 
/**
 * Whether the unit may say that it is compulsory, or is not.
 */
optional: boolean, 
/**
 * Whether it is done with each adult.
 */
per_adult: boolean, 
/**
 * Whether it is asked for only when there are own children.
 */
only_with_own_children: boolean, 
/**
 * What it follows from, so that nobody notes it twice: `method`.
 */
follows_from: string | null, 
/**
 * Key of the short form that its notes are taken by.
 */
form: string | null, };

/**
 * A step as the unit has it.
 */
export type StepSetting = { 
/**
 * As it is used.
 */
step: StepKind, 
/**
 * Whether it is shipped as compulsory.
 */
shipped: boolean, };

/**
 * What a line is about.
 */
export type Subject = { 
/**
 * `home`, `recruitment`, `child` or `placement`.
 */
kind: string, 
/**
 * Key.
 */
id: string, 
/**
 * Shown name; the case number for a protected child.
 */
name: string, };

/**
 * Supervision.
 */
export type Supervision = { id: string, given_by: string, 
/**
 * How often, in words.
 */
often: string | null, next_on: string | null, ended_on: string | null, text: string | null, };

/**
 * Where the guess of a column comes from.
 */
export type Sureness = "heading" | "part_of_heading" | "content" | "user" | "none";

/**
 * Places another municipality uses.
 */
export type TakenPlace = { id: string, municipality: string, places: number, from_day: string, to_day: string | null, };

/**
 * A template to choose.
 */
export type TemplateChoice = { key: string, title: string, };

/**
 * Which text's versions.
 */
export type TextRef = { 
/**
 * Kind of record.
 */
entity: string, 
/**
 * Its key.
 */
id: string, 
/**
 * Field.
 */
field: string, };

/**
 * A text as it stood once.
 */
export type TextVersion = { 
/**
 * When it was left behind, RFC 3339.
 */
at: string, 
/**
 * By whom it was changed.
 */
user_name: string, 
/**
 * The text.
 */
text: string, };

/**
 * Something dated about the home.
 */
export type TimelineItem = { "kind": "note", on: string, note: Note, } | { "kind": "investigated", on: string, } | { "kind": "scope_decided", on: string, care: Care, places: number, } | { "kind": "pause_began", on: string, to: string | null, } | { "kind": "placement_began", on: string, initials: string, } | { "kind": "placement_ended", on: string, initials: string, } | { "kind": "moved_in", on: string, name: string, } | { "kind": "moved_out", on: string, name: string, } | { "kind": "ended", on: string, };

/**
 * The day.
 */
export type Today = { 
/**
 * Förfaller.
 */
due: Array<DueItem>, 
/**
 * Väntar på svar.
 */
waiting: Array<DueItem>, 
/**
 * Händer.
 */
happening: Array<DueItem>, };

/**
 * How a family that is turned down was told.
 */
export type ToldHow = "meeting" | "phone" | "letter";

/**
 * One adult's training.
 */
export type Trained = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Shown name.
 */
name: string, 
/**
 * Every meeting of the programme, in order.
 */
meetings: Array<TrainingMeeting>, 
/**
 * How many are left.
 */
left: number, };

/**
 * A home's training, mentor and supervision.
 */
export type Training = { 
/**
 * Programme.
 */
programme: TrainingProgramme, 
/**
 * When it must be done, as the unit has chosen.
 */
required_before: RequiredBefore | null, 
/**
 * By what day, for an approved home with meetings left.
 */
due_on: string | null, 
/**
 * Each carer who lives here.
 */
people: Array<Trained>, 
/**
 * Homes that stand by this one, the latest first.
 */
mentors: Array<Mentor>, 
/**
 * Supervision, what runs first.
 */
supervision: Array<Supervision>, };

/**
 * One adult at one meeting.
 */
export type TrainingMeeting = { 
/**
 * Number, from 1.
 */
meeting: number, 
/**
 * When it is planned.
 */
planned_on: string | null, 
/**
 * When the adult was there.
 */
attended_on: string | null, };

/**
 * A programme of basic training.
 */
export type TrainingProgramme = { 
/**
 * Key.
 */
key: string, 
/**
 * Swedish title.
 */
title: string, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * First day.
 */
from: string, 
/**
 * How sure the fact is: C, P or N.
 */
sure: string, 
/**
 * How many meetings.
 */
meetings: number, 
/**
 * Hours in all.
 */
hours: number, 
/**
 * A meeting's name; `{n}` is its number.
 */
meeting_label: string, };

/**
 * A choice of when the training must be done.
 */
export type TrainingRequired = { 
/**
 * Key.
 */
key: RequiredBefore, 
/**
 * Swedish words.
 */
label: string, };

/**
 * What the unit has chosen, and what it can choose.
 */
export type TrainingRules = { 
/**
 * Chosen.
 */
settings: TrainingSettings, 
/**
 * Choices.
 */
choices: Array<TrainingRequired>, 
/**
 * Programme.
 */
programme: TrainingProgramme, 
/**
 * Months when the unit has written none.
 */
months: number, };

/**
 * When the unit asks for the training.
 */
export type TrainingSettings = { 
/**
 * When it must be done; nothing while the unit has not chosen.
 */
required_before: RequiredBefore | null, 
/**
 * Months from the approval; the rule sheet's when absent.
 */
months: number | null, 
/**
 * Homes approved before this day are not asked.
 */
from: string | null, };

/**
 * Which unit this is.
 */
export type Unit = { 
/**
 * Municipality.
 */
municipality: string, 
/**
 * Name of the committee.
 */
committee: string, };

/**
 * Answer to making a unit.
 */
export type UnitCreated = { 
/**
 * Shown once and printed; nobody can make it again.
 */
recovery_key: string, };

/**
 * A column whose cells go to the notes.
 */
export type UnmappedColumn = { 
/**
 * The sheet's place, from 0.
 */
sheet: number, 
/**
 * The column's letters.
 */
column: string, 
/**
 * What stands above it.
 */
heading: string, };

/**
 * Which edition to use from now on.
 */
export type UseEdition = { 
/**
 * Key of the instrument.
 */
instrument: string, 
/**
 * Key of the edition; nothing goes back to the shipped one.
 */
edition: string | null, };

/**
 * A user as others see them.
 */
export type User = { 
/**
 * Key.
 */
id: UserId, 
/**
 * Shown name.
 */
name: string, 
/**
 * What they may do.
 */
role: Role, 
/**
 * Title on papers, such as "familjehemshandläggare".
 */
title: string | null, 
/**
 * Work telephone, for letterheads.
 */
phone: string | null, 
/**
 * Work e-mail, for letterheads.
 */
email: string | null, };

/**
 * Somebody who signs in.
 */
export type UserId = string;

/**
 * Whether a unit is whole.
 */
export type Verified = { 
/**
 * Nothing was found.
 */
whole: boolean, 
/**
 * What the file's own checks say.
 */
file: Array<string>, 
/**
 * Lines of history that were walked.
 */
history_lines: number, 
/**
 * First line of a chain that does not follow from the one before.
 */
history_damaged_at: number | null, 
/**
 * Issued papers that were hashed.
 */
papers: number, 
/**
 * Those whose bytes no longer have the hash they were issued with.
 */
papers_damaged: Array<string>, 
/**
 * SHA-256 over all rows as they would be exported.
 */
digest: string, };

/**
 * Words that are data: what the screens offer to choose from.
 */
export type Vocabulary = { 
/**
 * Registers that are asked.
 */
registers: Array<Register>, 
/**
 * Facts about a house.
 */
home_facts: Array<HomeFactKind>, 
/**
 * Needs a sheet can name.
 */
needs: Array<NeedKind>, 
/**
 * Dated limits, for the rule sheet.
 */
limits: Array<DatedLimit>, };

/**
 * Whether a family that came wants to go on.
 */
export type WantsOn = "yes" | "maybe" | "no";

/**
 * The facts for a household warning.
 */
export type WarningFact = { "kind": "placed_child_close", 
/**
 * Whole years that child is on the start day.
 */
age: number, } | { "kind": "own_child_close", 
/**
 * Whole years that child is on the start day.
 */
age: number, 
/**
 * Younger than the placed child: the case the interviews warn of most.
 */
younger: boolean, } | { "kind": "others_placed", 
/**
 * How many.
 */
placed: number, } | { "kind": "housemate_needs_to_be_only" } | { "kind": "demanding_needs", 
/**
 * How many.
 */
children: number, } | { "kind": "bedrooms_short", 
/**
 * Free.
 */
free: number, 
/**
 * Needed.
 */
needed: number, } | { "kind": "bedrooms_not_known" } | { "kind": "planned_change", 
/**
 * What.
 */
change: ChangeKind, 
/**
 * When.
 */
on: string, };

/**
 * A warning of the household check, by kind.
 */
export type WarningKey = "placed_child_close" | "own_child_close" | "only_placed_child" | "demanding_needs" | "bedroom" | "planned_change";

/**
 * Why a line stands there.
 */
export type Why = { "kind": "counted_from", 
/**
 * The day.
 */
from: string, 
/**
 * How many.
 */
count: number, 
/**
 * `months`, `days` or `years`.
 */
unit: string, } | { "kind": "missing", 
/**
 * What.
 */
blocker: Blocker, } | { "kind": "asked", 
/**
 * When.
 */
on: string, 
/**
 * Of whom or what, as a code or a name.
 */
of: string, } | { "kind": "reference_to_take", 
/**
 * Of whom.
 */
of: string, } | { "kind": "planned", 
/**
 * In own words, or a step's key.
 */
text: string, } | { "kind": "set_on", 
/**
 * When.
 */
on: string, } | { "kind": "pause_ends" } | { "kind": "starts_on" };

/**
 * A wish, with speaker and day.
 */
export type Wish = { id: string, strength: WishStrength, text: string, said_by: string | null, said_on: string | null, };

/**
 * How strong a wish is.
 */
export type WishStrength = "limit" | "could_imagine";

/** Everything that can be asked, with its input and answer. */
export type Calls = {
  desk_status: { input: Nothing; answer: DeskStatus };
  create_unit: { input: CreateUnit; answer: UnitCreated };
  create_practice: { input: CreatePractice; answer: PracticeCreated };
  open_unit: { input: OpenUnit; answer: DeskStatus };
  sign_in: { input: SignIn; answer: DeskStatus };
  sign_in_with_recovery_key: { input: SignInWithRecoveryKey; answer: DeskStatus };
  change_password: { input: ChangePassword; answer: null };
  add_user: { input: NewUser; answer: null };
  sign_in_alone: { input: SignInAlone; answer: DeskStatus };
  recovery_paper: { input: PrintRecoveryKey; answer: PdfBytes };
  lock: { input: Nothing; answer: DeskStatus };
  desk_progress: { input: Nothing; answer: Running | null };
  cancel_work: { input: CancelWork; answer: null };
  users: { input: Nothing; answer: Array<User> };
  vocabulary: { input: Nothing; answer: Vocabulary };
  save_field: { input: SaveField; answer: Saved };
  remove_row: { input: RowRef; answer: null };
  restore_row: { input: RowRef; answer: null };
  text_versions: { input: TextRef; answer: Array<TextVersion> };
  drafts: { input: DraftQuery; answer: Array<Draft> };
  keep_draft: { input: Draft; answer: null };
  search: { input: SearchText; answer: Found };
  home_list: { input: HomeQuery; answer: HomeList };
  home_card: { input: HomeRef; answer: HomeCard };
  similar_homes: { input: SimilarQuery; answer: Array<Similar> };
  create_home: { input: NewHome; answer: HomeId };
  add_person: { input: NewPerson; answer: PersonId };
  add_scope: { input: NewScope; answer: string };
  add_wish: { input: NewWish; answer: string };
  add_pause: { input: NewPause; answer: string };
  add_taken_place: { input: NewTakenPlace; answer: string };
  add_capability: { input: NewCapability; answer: string };
  add_note: { input: NewNote; answer: string };
  save_home_fact: { input: SaveHomeFact; answer: null };
  ask_check: { input: AskCheck; answer: CheckId };
  ask_checks: { input: AskChecks; answer: Array<CheckId> };
  check_settings: { input: Nothing; answer: CheckSettings };
  save_check_setting: { input: SaveCheckSetting; answer: null };
  check_renewals: { input: RenewalQuery; answer: Renewals };
  recruitment_board: { input: BoardQuery; answer: RecruitmentBoard };
  recruitment_family: { input: FamilyRef; answer: Family };
  open_enquiry: { input: NewEnquiry; answer: RecruitmentId };
  record_step: { input: RecordStep; answer: string };
  add_reference: { input: NewReference; answer: string };
  save_assessment: { input: SaveAssessment; answer: null };
  save_answer: { input: SaveAnswer; answer: null };
  conclude_home_study: { input: ConcludeStudy; answer: null };
  close_recruitment: { input: CloseRecruitment; answer: null };
  earlier_families: { input: SimilarQuery; answer: Array<EarlierFamily> };
  read_enquiry_text: { input: EnquiryText; answer: ReadEnquiry };
  information_meetings: { input: Nothing; answer: Array<MeetingRow> };
  information_meeting: { input: MeetingRef; answer: MeetingPage };
  add_information_meeting: { input: NewMeeting; answer: MeetingId };
  add_meeting_guest: { input: NewGuest; answer: string };
  recruitment_settings: { input: Nothing; answer: RecruitmentSettings };
  save_recruitment_setting: { input: SaveRecruitmentSetting; answer: null };
  funnel: { input: FunnelQuery; answer: Funnel };
  begin_investigation: { input: InvestigationRef; answer: null };
  record_reading: { input: RecordReading; answer: null };
  override_study: { input: OverrideStudy; answer: null };
  reopen_recruitment: { input: InvestigationRef; answer: null };
  open_earlier_file: { input: OpenEarlier; answer: EarlierContent };
  home_studies: { input: HomeRef; answer: HomeStudies };
  add_home_review: { input: NewReview; answer: string };
  delegations: { input: Nothing; answer: Array<Delegation> };
  save_delegation: { input: Delegation; answer: null };
  start_approval_paper: { input: StartApprovalPaper; answer: PaperId };
  child_list: { input: Nothing; answer: ChildList };
  open_child: { input: ChildRef; answer: ChildCard };
  create_child: { input: NewChild; answer: ChildId };
  add_need: { input: NewNeed; answer: string };
  add_network_person: { input: NewNetworkPerson; answer: string };
  add_safety_conflict: { input: NewSafetyConflict; answer: string };
  lock_need_sheet: { input: ChildRef; answer: null };
  match_child: { input: MatchQuery; answer: Matched };
  match_reasons: { input: ReasonsQuery; answer: MatchReasons };
  placement_list: { input: PlacementQuery; answer: Array<Placement> };
  place_child: { input: PlaceChild; answer: PlacementId };
  end_placement: { input: EndPlacement; answer: null };
  today: { input: Nothing; answer: Today };
  due: { input: DueQuery; answer: Due };
  report: { input: ReportQuery; answer: Report };
  paper_list: { input: Nothing; answer: Array<PaperRow> };
  paper: { input: PaperRef; answer: PaperView };
  paper_preview: { input: PaperRef; answer: Pdf };
  start_paper: { input: StartPaper; answer: PaperId };
  add_paper_row: { input: NewPaperRow; answer: string };
  release_paper: { input: PaperRef; answer: null };
  issue_paper: { input: PaperRef; answer: Issued };
  paper_pdf: { input: PaperRef; answer: Pdf };
  enter_decision: { input: EnterDecision; answer: null };
  settings: { input: Nothing; answer: LetterheadSettings };
  save_setting: { input: SaveSetting; answer: null };
  print_preview: { input: PrintRef; answer: Pdf };
  print_form: { input: PrintRef; answer: Pdf };
  instrument_shelf: { input: Nothing; answer: InstrumentShelf };
  save_instrument_edition: { input: SaveEdition; answer: string };
  use_instrument_edition: { input: UseEdition; answer: null };
  choose_screening: { input: ChooseScreening; answer: null };
  save_follow_up: { input: SaveFollowUp; answer: null };
  save_household_assessment: { input: SaveHouseholdAssessment; answer: null };
  decide_screening: { input: DecideScreening; answer: null };
  add_method_record: { input: NewMethodRecord; answer: string };
  save_method_area: { input: SaveMethodArea; answer: null };
  save_form_answer: { input: SaveFormAnswer; answer: null };
  training_rules: { input: Nothing; answer: TrainingRules };
  save_training_rules: { input: TrainingSettings; answer: null };
  note_training: { input: NoteTraining; answer: null };
  add_mentor: { input: NewMentor; answer: string };
  add_supervision: { input: NewSupervision; answer: string };
  sheet_preview: { input: SheetInput; answer: SheetPreview };
  sheet_import: { input: SheetInput; answer: Imported };
  undo_import: { input: ImportRef; answer: null };
  imports: { input: Nothing; answer: Array<Import> };
  export_bundle: { input: ExportBundle; answer: BundleExported };
  import_bundle: { input: ImportBundle; answer: BundleReport };
  verify: { input: Nothing; answer: Verified };
};
