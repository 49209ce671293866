#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-sample.py FILE: writes the sample plan in the JSON form, the same bytes each time.

Kestrel Bay Software and its customers are invented. Its product carries orders and invoices between
companies' ERP systems. It is November 2026; the plan is for the budget of the year that begins in
February.
"""

import json
import sys

sys.dont_write_bytecode = True  # the sources may lie where nothing can be written

from accounts import COLUMNS, make_accounts
from dice import Dice
from journeys import make_journeys
from segments import make_scorecards, make_segments
from team import make_personas, make_playbooks, make_roles, make_stages, make_transitions

SEED = 27


def make_plan():
    return {
        "format": "headroom-plan",
        "version": 1,
        "id": "sample",
        "name": "FY27 budget",
        "company": "Kestrel Bay Software",
        "currency": "USD",
        "fiscal_year_start_month": 2,
        "mission": "Every order reaches the right ledger without a hand touching it, and every customer can see what that is worth.",
        "values": "Say what we know and what we only assume. Promise what we can staff. Make the next step easy.",
        "one_time_spread": "new-customers",
        "roles": make_roles(),
        "stages": make_stages(),
        "playbooks": make_playbooks(),
        "transitions": make_transitions(),
        "personas": make_personas(),
        "segments": make_segments(),
        "journeys": make_journeys(),
        "scorecards": make_scorecards(),
        "portfolio": {
            "source": "CRM and product usage, 2 November 2026",
            "imported_at": "2026-11-02T08:15:00Z",
            "columns": [{"name": name, "type": kind} for name, kind in COLUMNS],
        },
        "accounts": make_accounts(Dice(SEED)),
    }


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.split(":", 1)[0].join(("usage: ", "")))
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as file:
        json.dump(make_plan(), file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
