# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The customers of the sample plan, as its CRM and its product know them in November 2026."""

import calendar
import datetime
import math

from names import Names

TODAY = datetime.date(2026, 11, 2)

COLUMNS = [
    ("id", "text"), ("name", "text"), ("arr", "money"), ("currency", "text"), ("renewal_date", "date"), ("csm", "text"),
    ("parent_id", "text"), ("reference_value", "money"), ("industry", "text"), ("country", "text"), ("region", "text"),
    ("employees", "number"), ("edition", "text"), ("customer_since", "date"), ("partner_managed", "flag"),
    ("licensed_users", "number"), ("active_users_percent", "number"), ("logins_per_user_and_week", "number"),
    ("features_used", "number"), ("days_since_sponsor_meeting", "number"), ("nps", "number"), ("satisfaction", "number"),
    ("support_cases_90_days", "number"), ("critical_cases_open", "number"), ("invoices_overdue", "money"),
]
STANDARD = ["id", "name", "arr", "currency", "renewal_date", "csm", "parent_id", "reference_value"]

# segment: how many, of these new in the last year, ARR from, to and of all, who looks after them
SEGMENTS = {
    "enterprise": (48, 8, 250_200, 2_460_000, 32_010_000, ["Priya Raman", "Marcus Oyelaran", "Helen Castellanos", "Tom Vandermeer", "Sofia Lindgren"]),
    "mid-market": (128, 26, 75_600, 249_000, 21_960_000, ["Daniel Achterberg", "Naomi Fitzgerald"]),
    "scale": (232, 58, 20_100, 74_400, 9_360_000, ["Customer desk"]),
    "digital": (192, 60, 6_000, 19_800, 2_460_000, ["Digital programme"]),
}
# Some pay less than their segment's threshold and belong to it for another reason: how many, ARR from, to
EXCEPTIONS = {"enterprise": (6, 123_000, 237_000), "scale": (9, 12_000, 19_500)}
# How often a value is not known, by segment
GAPS = {
    "active_users_percent": {"enterprise": 0.10, "mid-market": 0.06, "scale": 0.05, "digital": 0.02},
    "days_since_sponsor_meeting": {"enterprise": 0.06, "mid-market": 0.22, "scale": 0.72, "digital": 1.0},
    "nps": {"enterprise": 0.25, "mid-market": 0.44, "scale": 0.62, "digital": 0.78},
    "satisfaction": {"enterprise": 0.15, "mid-market": 0.30, "scale": 0.48, "digital": 0.66},
}


def clamp(value, low, high):
    return min(max(value, low), high)


def draw_arr(dice, n, low, high, total):
    """Amounts between two limits, more small ones than large ones, that add up to the total."""
    shares = [dice.share() for _ in range(n)]
    shallow, steep = 0.05, 20.0
    for _ in range(60):
        power = (shallow + steep) / 2
        amounts = [low + (high - low) * share**power for share in shares]
        shallow, steep = (power, steep) if sum(amounts) > total else (shallow, power)
    amounts = [round(amount / 60) * 60 for amount in amounts]
    amounts[sorted(range(n), key=lambda i: amounts[i])[n // 2]] += total - sum(amounts)
    return amounts


def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def draw_since(dice, is_new):
    if is_new:
        return TODAY - datetime.timedelta(days=dice.whole(5, 360))
    return TODAY - datetime.timedelta(days=int(380 + 2600 * dice.share() ** 1.6))


def draw_renewal(dice, segment, since, is_new):
    """A year or two after the start for new customers; most others at the end of a month."""
    if is_new:
        return add_months(since, 24 if segment == "enterprise" and dice.share() < 0.35 else 12)
    months = dice.weighted([(m, 3 if m in (2, 5, 8, 11) else 2) for m in range(1, 13)] + [(m, 0.9) for m in range(13, 19)])
    day = add_months(TODAY.replace(day=1), months)
    last = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=last if dice.share() < 0.6 else dice.whole(1, last))


def draw_edition(dice, segment):
    if segment in ("enterprise", "digital"):
        return "Enterprise" if segment == "enterprise" else "Standard"
    return "Enterprise" if segment == "mid-market" and dice.share() < 0.35 else "Business"


def draw_employees(dice, segment, arr):
    staff = clamp(arr ** 0.82 * math.exp(dice.normal(-2.55, 0.45)), 12, 60_000)
    if segment == "mid-market":
        staff = min(staff, 4_800)
    return int(float(f"{staff:.2g}")) if staff >= 1000 else int(round(staff, -1) if staff > 100 else staff)


def draw_use(dice, account, segment, mood):
    """What the product and the surveys say; mood is what they have in common."""
    users = account["licensed_users"]
    return {
        "active_users_percent": round(clamp(66 + 15 * mood + dice.normal(0, 7), 4, 99)),
        "logins_per_user_and_week": round(clamp(5.4 + 1.9 * mood + dice.normal(0, 1.1), 0.1, 14), 1),
        "features_used": int(clamp(6.5 + 1.8 * mood + dice.normal(0, 1.2) + (1.5 if segment == "enterprise" else 0), 1, 14)),
        "days_since_sponsor_meeting": int(clamp({"enterprise": 62, "mid-market": 105}.get(segment, 150) * math.exp(-0.45 * mood + dice.normal(0, 0.4)), 2, 620)),
        "nps": int(clamp(round((24 + 26 * mood + dice.normal(0, 22)) / 10) * 10, -100, 100)),
        "satisfaction": round(clamp(4.0 + 0.32 * mood + dice.normal(0, 0.25), 1.4, 5), 1),
        "support_cases_90_days": dice.poisson(clamp(0.5 + users / 90 * math.exp(-0.3 * mood), 0.1, 40)),
        "critical_cases_open": dice.poisson(clamp(0.12 * math.exp(-0.8 * mood), 0, 2)),
        "invoices_overdue": 0 if dice.share() < clamp(0.93 + 0.05 * mood, 0.5, 0.99) else round(account["arr"] / 12 * dice.whole(1, 3), 2),
    }


def draw_account(dice, names, segment, arr, csm, is_new):
    name, country, region, industry = names.new()
    since = draw_since(dice, is_new)
    account = {
        "name": name, "arr": arr, "currency": "USD", "renewal_date": draw_renewal(dice, segment, since, is_new),
        "csm": csm, "industry": industry, "country": country, "region": region,
        "employees": draw_employees(dice, segment, arr), "edition": draw_edition(dice, segment), "customer_since": since,
        "partner_managed": dice.share() < (0.12 if segment in ("mid-market", "scale") else 0.03),
        "licensed_users": max(3, int(round(arr / dice.between(900, 1500), 0))),
    }
    mood = dice.normal(-0.15 if is_new else 0, 1)
    use = draw_use(dice, account, segment, mood)
    for column, gaps in GAPS.items():
        if dice.share() < gaps[segment]:
            use[column] = None
    if use["active_users_percent"] is None:  # the same feed brings all three
        use["logins_per_user_and_week"] = use["features_used"] = None
    account.update(use)
    if mood > 0.9 and segment in ("enterprise", "mid-market") and dice.share() < 0.6:
        account["reference_value"] = dice.one_of([15_000, 25_000, 40_000, 60_000])
    return account


def draw_segment(dice, names, segment):
    n, n_new, low, high, total, team = SEGMENTS[segment]
    n_few, few_low, few_high = EXCEPTIONS.get(segment, (0, 0, 0))
    few = [round(dice.between(few_low, few_high) / 60) * 60 for _ in range(n_few)]
    amounts = few + draw_arr(dice, n - n_few, low, high, total - sum(few))
    accounts = [draw_account(dice, names, segment, arr, team[i % len(team)], i < n_new) for i, arr in enumerate(shuffled(dice, amounts))]
    for account in accounts:
        if segment == "enterprise" and account["arr"] < low:
            account["employees"] = dice.whole(52, 240) * 100
    return accounts


def shuffled(dice, things):
    things = list(things)
    dice.shuffle(things)
    return things


def add_quirks(dice, accounts):
    """What is in every CRM: companies that belong to others, a missing amount or date."""
    large = [account for account in accounts if account["arr"] >= 600_000]
    for account in shuffled(dice, [a for a in accounts if a["arr"] < 200_000])[:26]:
        account["parent"] = dice.one_of(large)
    small = [account for account in accounts if account["edition"] == "Standard"]
    for account in shuffled(dice, small)[:2]:
        account["arr"] = None
    for account in shuffled(dice, small)[:3]:
        account["renewal_date"] = None


def make_accounts(dice):
    names = Names(dice)
    accounts = [account for segment in SEGMENTS for account in draw_segment(dice, names, segment)]
    add_quirks(dice, accounts)
    accounts.sort(key=lambda account: account["customer_since"])
    number = 10_000
    for account in accounts:
        number += dice.whole(1, 9)
        account["id"] = f"KB-{number}"
    for account in accounts:
        account["parent_id"] = account.pop("parent", {}).get("id")
    accounts.sort(key=lambda account: account["name"].casefold())
    return [to_json(account) for account in accounts]


def to_json(account):
    values = {name: account.get(name) for name, _ in COLUMNS}
    for name, value in values.items():
        if isinstance(value, datetime.date):
            values[name] = value.isoformat()
    known = {name: value for name, value in values.items() if value is not None}
    row = {name: known[name] for name in STANDARD if name in known}
    row["fields"] = {name: value for name, value in known.items() if name not in STANDARD}
    return row
