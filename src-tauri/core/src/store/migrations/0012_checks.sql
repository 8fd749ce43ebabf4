-- Who decided about a remark, and when; set by the program when the decision is.
ALTER TABLE register_check ADD COLUMN decided_by TEXT;
ALTER TABLE register_check ADD COLUMN decided_on TEXT CHECK (decided_on IS date(decided_on, '+0 days'));
