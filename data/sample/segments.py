# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the sample plan groups its customers, and how it tells how they are doing."""

BOARD = {"kind": "benchmark", "source": "Planning ratio of the board", "year": 2026}
SURVEY = {"kind": "benchmark", "source": "Survey of business software vendors of our size", "year": 2026}
CRM = {"kind": "measured", "source": "New customers from November 2025 to October 2026, CRM", "year": 2026}
PAYROLL = {"kind": "measured", "source": "Payroll, October", "year": 2026}
CHURN = {"kind": "measured", "source": "One over the yearly loss of customers, 2023 to 2026", "year": 2026}
WORKSHOP = {"kind": "assumed", "source": "Team workshop", "year": 2026}


def condition(field, op, value):
    return {"field": field, "op": op, "value": value}


SEGMENTS = [
    {
        "id": "enterprise", "name": "Enterprise", "colour": "#1c71d8", "engagement_model": "high-touch",
        "description": "Large customers, and large groups that start small. A named CSM, on site at least once a quarter.",
        "new_customers_per_year": 8, "lifetime_years": 11, "complexity": 1.3, "headcount": 5, "dedicated": True,
        "limits": {"arr_per_fte": 5_000_000, "customers_per_fte": 12},
        "rule": {"any": [condition("arr", ">=", 250_000), {"all": [condition("employees", ">=", 5_000), condition("arr", ">=", 120_000)]}]},
        "tags": {"new_customers_per_year": CRM, "lifetime_years": CHURN, "complexity": WORKSHOP, "headcount": PAYROLL, "limits.arr_per_fte": BOARD, "limits.customers_per_fte": SURVEY},
    },
    {
        "id": "mid-market", "name": "Mid-market", "colour": "#e66100", "engagement_model": "mid-touch",
        "description": "A named CSM, meetings by video. Was promised the Enterprise rhythm when it was a third of its size.",
        "new_customers_per_year": 26, "lifetime_years": 7, "complexity": 1.1, "headcount": 2, "dedicated": False,
        "limits": {"arr_per_fte": 5_000_000},
        "rule": {"all": [condition("arr", ">=", 75_000)]},
        "tags": {"new_customers_per_year": CRM, "lifetime_years": CHURN, "complexity": WORKSHOP, "headcount": PAYROLL, "limits.arr_per_fte": BOARD},
    },
    {
        "id": "scale", "name": "Scale", "colour": "#2ec27e", "engagement_model": "pooled",
        "description": "A desk that all share. Calls twice a year, and when use falls.",
        "new_customers_per_year": 58, "lifetime_years": 5, "headcount": 1, "dedicated": False,
        "limits": {"arr_per_fte": 5_000_000},
        "rule": {"any": [condition("arr", ">=", 20_000), condition("edition", "in", ["Business", "Enterprise"])]},
        "tags": {"new_customers_per_year": CRM, "lifetime_years": CHURN, "headcount": PAYROLL, "limits.arr_per_fte": BOARD},
    },
    {
        "id": "digital", "name": "Digital", "colour": "#9141ac", "engagement_model": "digital",
        "description": "Everybody else: messages in the product, webinars, a chat.",
        "new_customers_per_year": 60, "lifetime_years": 3.5, "headcount": 1, "dedicated": False,
        "limits": {"arr_per_fte": 5_000_000},
        "rule": {"all": []},
        "tags": {"new_customers_per_year": CRM, "lifetime_years": CHURN, "headcount": PAYROLL, "limits.arr_per_fte": BOARD},
    },
]

# name, field, weight, worst, best, stale after days, playbook, owner
SPONSOR = ("Last meeting with the sponsor", "days_since_sponsor_meeting", 0.6, 270, 30, None, "find-sponsor", "csm")
NPS = ("Would recommend us", "nps", 0.4, -50, 60, 180, "ask-for-answers", "csm")
BREADTH = ("Features in use", "features_used", 0.6, 2, 11, 45, "connect-usage", "support")
SATISFACTION = ("Satisfaction after cases", "satisfaction", 0.4, 2.5, 4.8, 180, "ask-for-answers", "support")
ACTIVE = ("Active users", "active_users_percent", 0.5, 35, 90, 45, "connect-usage", "support")
LOGINS = ("Logins per user and week", "logins_per_user_and_week", 0.5, 1, 9, 45, "connect-usage", "support")
CASES = ("Critical cases open", "critical_cases_open", 0.5, 3, 0, 30, "critical-cases", "support")
INVOICES = ("Invoices overdue", "invoices_overdue", 0.5, 25_000, 0, 30, None, "csm")

SCORECARDS = [
    ("assisted", "Customers with a person", ["enterprise", "mid-market", "scale"], {}, [
        ("decision-maker", 30, [SPONSOR, NPS]), ("process-owner", 25, [BREADTH, SATISFACTION]),
        ("day-to-day-user", 30, [ACTIVE, LOGINS]), ("account", 15, [CASES, INVOICES])]),
    ("unassisted", "Digital customers", ["digital"], {"minimum_coverage": 0.6, "bands": {"green": 70, "yellow": 45}}, [
        ("process-owner", 25, [BREADTH, SATISFACTION]), ("day-to-day-user", 60, [ACTIVE, LOGINS]), ("account", 15, [CASES])]),
]


def make_segments():
    return [{**segment, "source": "accounts", "book_role": "csm"} for segment in SEGMENTS]


def make_metric(metric_id, row):
    keys = ("name", "field", "weight", "worst", "best", "stale_after_days", "playbook", "owner")
    return {"id": metric_id, **dict(zip(keys, row))}


def make_scorecards():
    scorecards = []
    for card_id, name, segments, more, dimensions in SCORECARDS:
        rows = []
        for persona, weight, metrics in dimensions:
            made = [make_metric(f"{card_id}-{metric[1].replace('_', '-')}", metric) for metric in metrics]
            rows.append({"id": f"{card_id}-{persona}", "persona": persona, "weight": weight, "metrics": made})
        scorecards.append({"id": card_id, "name": name, "segments": segments, **more, "dimensions": rows})
    return scorecards
