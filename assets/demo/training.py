"""Basic training, mentor homes and supervision in the practice unit.

    attended     home, whose, days attended in the order of the meetings, days planned for those that follow
    mentors      home, the home that stands by, from, to, words
    supervision  home, by whom, how often, next, words

The unit has chosen three months from the approval for homes approved from
1 March 2026: of the homes in use that is Sälg alone (12 November), so the day is
12 February 2027.
"""

EIGHT = ["2025-09-09", "2025-09-23", "2025-10-07", "2025-10-21", "2025-11-04", "2025-11-18", "2025-12-02", "2025-12-16"]

TRAINING = {
    "rule": {"required_before": "within_n_months", "months": 3, "from": "2026-03-01"},
    "attended": [
        ("yxa", "Birgitta", EIGHT, []),
        ("yxa", "Tomas", EIGHT, []),
        ("ronnbar", "Karin", EIGHT, []),
        ("ronnbar", "Anders", EIGHT[:6], []),
        ("salg", "Camilla", ["2026-10-13", "2026-10-27", "2026-11-10"], ["2026-12-01", "2026-12-15"]),
        ("salg", "Erik", ["2026-10-13", "2026-10-27"], ["2026-12-01", "2026-12-08"]),
        ("skruvstad", "Carina", ["2026-10-13", "2026-10-27", "2026-11-10"], ["2026-12-01"]),
        ("skruvstad", "Pontus", ["2026-10-13", "2026-10-27"], ["2026-12-01"]),
    ],
    "mentors": [
        ("salg", "yxa", "2026-11-12", None, "Ses en kväll i månaden det första året."),
        ("yxa", "hammare", "2025-06-01", "2026-05-31", "Gun svarade alltid när det ringde."),
    ],
    "supervision": [
        ("yxa", "Rut Regnmätare", "var tredje vecka", "2026-12-03", "I grupp med två andra hem."),
        ("ronnbar", "Fredrika Fyr, utanför enheten", "en gång i månaden", "2026-12-10", None),
        ("salg", "Ulf Kompass", "varannan vecka det första halvåret", "2026-11-30", None),
    ],
}
