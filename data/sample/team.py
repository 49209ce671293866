# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the sample plan: its roles, stages, personas, playbooks and transitions."""

PAYROLL = {"kind": "measured", "source": "Payroll, October", "year": 2026}
WORKSHOP = {"kind": "assumed", "source": "Team workshop", "year": 2026}
TIME_STUDY = {"kind": "measured", "source": "Two-week time study of the CSM team", "year": 2026}

ROLES = [
    {
        "id": "csm", "name": "CSM", "internal_hours": 627, "realisation": 0.85, "annual_cost": 182_000, "tool_cost": 6_400, "headcount": 9, "ramp_months": 5,
        "tags": {
            "annual_hours": PAYROLL, "leave_hours": PAYROLL, "internal_hours": TIME_STUDY, "realisation": TIME_STUDY,
            "annual_cost": PAYROLL, "tool_cost": PAYROLL, "headcount": PAYROLL, "ramp_months": WORKSHOP,
        },
    },
    {
        "id": "support", "name": "Support", "leave_hours": 212, "annual_cost": 118_000, "tool_cost": 4_800, "headcount": 2, "ramp_months": 3,
        "tags": {"annual_hours": PAYROLL, "leave_hours": PAYROLL, "annual_cost": PAYROLL, "headcount": PAYROLL},
    },
    {
        "id": "onboarding", "name": "Onboarding", "internal_share": 0.24, "annual_cost": 146_000, "tool_cost": 5_200, "headcount": 1, "ramp_months": 4,
        "tags": {"annual_hours": PAYROLL, "internal_share": WORKSHOP, "annual_cost": PAYROLL, "headcount": PAYROLL},
    },
    {
        "id": "solutions", "name": "Solutions", "annual_cost": 195_000, "tool_cost": 5_200, "headcount": 1, "ramp_months": 6,
        "tags": {"annual_hours": PAYROLL, "annual_cost": PAYROLL, "headcount": PAYROLL},
    },
]

# id, name, owner, goal, metric, target, entry criteria
STAGES = [
    ("discovery", "Discovery", "solutions", "The customer knows which of its order processes costs it most.", "Workshops that lead to a qualified case", "60 %", "A sponsor has agreed to look at one process."),
    ("qualification", "Qualification", "solutions", "Both sides know that ERP, data and security allow it.", "Checks finished within ten working days", "90 %", "The process and its owner are named."),
    ("selection", "Selection", "solutions", "The customer has seen the value on its own orders.", "Proofs of value that are won", "55 %", "The integration check is passed."),
    ("implementation", "Implementation", "onboarding", "The first site works with it every day.", "Days from signature to go-live", "75 for Enterprise, 40 for Mid-market", "The order is signed and the handover is done."),
    ("adoption", "Adoption", "csm", "The people who should use it do, and the sponsor sees what it brings.", "Active users as a share of licensed ones", "70 %", "The first site is live."),
    ("maintenance", "Maintenance", "csm", "It works, questions are answered, and nobody is surprised.", "Cases closed at the first answer", "65 %", "Active users have reached their target for two months."),
    ("change", "Change", "csm", "New releases, units and needs find their way into daily work.", "Units live of those planned", "80 %", "A change is planned by the customer or by a release."),
    ("renewal", "Renewal", "csm", "The customer renews without haste, and knows why.", "ARR renewed of ARR due", "94 %", "The renewal date is 120 days away."),
]

# id, name, kind, goals, by stage: need, engagement, role
PERSONAS = [
    ("decision-maker", "Head of finance or operations", "decision-maker", "Fewer days from order to cash, fewer people who type orders in, no surprise in an audit.", {
        "discovery": ("A picture of what late and wrong orders cost today", "Workshop, one page of figures", "solutions"),
        "selection": ("Proof on own orders, and a price that holds", "Proof of value, reference call", "solutions"),
        "implementation": ("To know whether go-live is on time without asking", "Steering meeting, a traffic light each week", "onboarding"),
        "adoption": ("Evidence that the value arrives", "Executive business review, value report", "csm"),
        "change": ("To know which releases matter to the business", "Roadmap session twice a year", "csm"),
        "renewal": ("Time to decide, and a case for the board", "Renewal plan 120 days ahead", "csm"),
    }),
    ("process-owner", "Order process owner", "influencing-user", "Orders run through without touch; the team trusts the system.", {
        "discovery": ("Somebody who understands how orders really run", "Workshop at the desk", "solutions"),
        "qualification": ("Certainty that special cases can be handled", "Integration check with examples", "solutions"),
        "selection": ("To try it with the awkward orders", "Proof of value", "solutions"),
        "implementation": ("A plan that leaves room for daily business", "Success plan, weekly call", "onboarding"),
        "adoption": ("Ideas what to automate next", "Working session, comparison with similar customers", "csm"),
        "maintenance": ("One place to ask", "E-mail, a named person", "csm"),
        "change": ("To scope a change without a project", "Scoping call, fixed price", "solutions"),
        "renewal": ("To show what has become better", "Figures for the sponsor", "csm"),
    }),
    ("day-to-day-user", "Order desk and accounts payable", "day-to-day-user", "Get through the day's orders without being stopped.", {
        "implementation": ("Training with own orders, close to go-live", "Training on site or as webinar", "onboarding"),
        "adoption": ("Short help at the moment of doubt", "Guidance in the product, group sessions", "csm"),
        "maintenance": ("A quick answer when an order hangs", "Portal, chat", "support"),
        "change": ("To know what looks different on Monday", "Release note with a recorded tour", "csm"),
    }),
    ("integration-owner", "ERP and integration owner", "custom", "Interfaces that stay up, and no night shifts for upgrades.", {
        "qualification": ("Answers to security and data questions at once", "Security pack, review call", "solutions"),
        "implementation": ("Test data and a rollback plan", "Technical call each week", "onboarding"),
        "maintenance": ("A warning before something breaks", "Status page, architecture review", "solutions"),
        "change": ("Releases announced six weeks ahead", "Release readiness check", "solutions"),
    }),
    ("account", "The customer as a company", "account", "Pays on time, renews, grows.", {
        "maintenance": ("Open cases and invoices without loose ends", "Quarterly health review", "csm"),
        "renewal": ("One contract, one date", "Renewal plan", "csm"),
    }),
]

# id, name, kind, trigger, owner, steps: what, who, after how many days
PLAYBOOKS = [
    ("sales-handover", "Handover from sales", "transition", "An order is signed", "csm", [
        ("Read the handover form and list what was promised", "csm", 0), ("Call with the seller: people, promises, dates", "csm", 2),
        ("Introduce yourself to sponsor and process owner", "csm", 3), ("Invite to the kick-off with an agenda and a draft plan", "csm", 5)]),
    ("go-live", "From go-live to daily use", "transition", "The first site is live", "onboarding", [
        ("Check that yesterday's orders went through", "onboarding", 1), ("Hand open points over to CSM and Support in one list", "onboarding", 5),
        ("Welcome the users and say where help is", "csm", 5), ("Compare active users with the plan", "csm", 21), ("Close the project with the sponsor", "csm", 30)]),
    ("steady-state", "Into steady operation", "transition", "Active users at target for two months", "csm", [
        ("Agree on the rhythm of meetings for the next year", "csm", 0), ("Write the first value report", "csm", 14)]),
    ("change-request", "A change is planned", "transition", "The customer plans a new unit, interface or process", "csm", [
        ("Scope it with the process owner", "csm", 3), ("Estimate effort and name risks", "solutions", 8), ("Agree on date, owner and success figure", "csm", 12), ("Review thirty days after go-live", "csm", 60)]),
    ("renewal-run-up", "Renewal, from 120 days ahead", "transition", "The renewal date is 120 days away", "csm", [
        ("Check health, use and open points; name the risk", "csm", 0), ("Agree the goal with sales: same, more, less", "csm", 7), ("Meet the sponsor with the value report", "csm", 21),
        ("Send the offer", "csm", 45), ("Decide on escalation if there is no answer", "csm", 75), ("Signature", "csm", 100)]),
    ("find-sponsor", "We do not know when we last met the sponsor", "scarce-data", "No meeting with a decision maker on record", "csm", [
        ("Ask the process owner who signs the renewal", "csm", 2), ("Write to that person with one figure from the value report", "csm", 5), ("Record the meeting in the CRM", "csm", 20)]),
    ("ask-for-answers", "No survey answers", "scarce-data", "No answer to the survey for half a year", "csm", [
        ("Put the two questions at the end of the next call", "csm", 10), ("Show what became of the last answers", "csm", 30)]),
    ("connect-usage", "Usage data does not arrive", "scarce-data", "The on-premises gateway sends no usage data", "support", [
        ("Check the gateway's version and firewall", "support", 1), ("Agree with the integration owner on what is sent", "solutions", 7), ("Check that figures arrive", "support", 14)]),
    ("use-falls", "Use falls", "risk", "Active users fall by a fifth within a month", "csm", [
        ("Look which team stopped, and since when", "csm", 1), ("Call the process owner", "csm", 3), ("Offer training or a fix with a date", "csm", 7), ("Look again", "csm", 30)]),
    ("sponsor-leaves", "The sponsor leaves", "risk", "The decision maker changes role or company", "csm", [
        ("Ask for an introduction to the successor", "csm", 2), ("Send the value report and the promises made", "csm", 7), ("Meet the successor", "csm", 30)]),
    ("critical-cases", "Critical cases pile up", "risk", "Two critical cases open, or one for ten days", "support", [
        ("One owner for all open cases", "support", 0), ("A daily note to the integration owner", "support", 1), ("A word from us to the sponsor", "csm", 2), ("Review of causes", "solutions", 21)]),
]

# from, to, owner before and after, readiness, barriers, incentive, playbook
TRANSITIONS = [
    ("discovery", "qualification", "solutions", "solutions", "Process, owner and rough value are written down.", "The process owner was not in the room.", "A comparison with three similar companies.", None),
    ("qualification", "selection", "solutions", "solutions", "ERP version, data and security questions are answered.", "Security questionnaires take weeks.", "The answers are handed over as one pack.", None),
    ("selection", "implementation", "solutions", "csm", "Order signed, handover form complete, kick-off date set.", "Promises live in the seller's mailbox.", "Kick-off within ten working days of signature.", "sales-handover"),
    ("implementation", "adoption", "onboarding", "csm", "First site live, open points in one list, users trained.", "Open points keep the project team busy for months.", "The review with the sponsor shows the first figures.", "go-live"),
    ("adoption", "maintenance", "csm", "csm", "Active users at target for two months.", "Nobody measured before, so nobody sees the difference.", "Fewer meetings once the target is met.", "steady-state"),
    ("maintenance", "change", "csm", "csm", "A change is planned, and somebody owns it.", "Changes start as support cases.", "Early access to the next release.", "change-request"),
    ("change", "renewal", "csm", "csm", "The renewal date is 120 days away.", "The sponsor hears from us only now.", "A longer term fixes the price.", "renewal-run-up"),
]


def make_roles():
    return ROLES


def make_stages():
    keys = ("id", "name", "owner_role", "goal", "metric", "target", "entry_criteria")
    return [dict(zip(keys, row)) for row in STAGES]


def make_personas():
    personas = []
    for persona_id, name, kind, goals, needs in PERSONAS:
        rows = [
            {"id": f"{persona_id}-{stage}", "stage": stage, "need": need, "engagement": engagement, "role": role}
            for stage, (need, engagement, role) in needs.items()
        ]
        personas.append({"id": persona_id, "name": name, "kind": kind, "goals": goals, "needs": rows})
    return personas


def make_playbooks():
    playbooks = []
    for playbook_id, name, kind, trigger, owner, steps in PLAYBOOKS:
        rows = [{"id": f"{playbook_id}-{n}", "name": step, "owner": who, "days": days} for n, (step, who, days) in enumerate(steps, 1)]
        playbooks.append({"id": playbook_id, "name": name, "kind": kind, "trigger": trigger, "owner": owner, "steps": rows})
    return playbooks


def make_transitions():
    keys = ("from_stage", "to_stage", "owner_before", "owner_after", "readiness", "barriers", "incentive", "playbook")
    return [{"id": f"{row[0]}-to-{row[1]}", **dict(zip(keys, row))} for row in TRANSITIONS]
