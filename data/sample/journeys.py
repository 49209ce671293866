# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the customers of each segment get, touchpoint by touchpoint.

A line: stage, name, kind, times, per, minutes of preparation, delivery and follow-up, role, personas,
channel, value 1…5, sentiment −2…2, friction 0…3, and what else differs from the defaults.
"""

DM, PO, USER, IT = "decision-maker", "process-owner", "day-to-day-user", "integration-owner"

ENTERPRISE = [
    ("discovery", "Workshop with the process owners", "one-time", 1, "year", 120, 180, 90, "solutions", [DM, PO], "on site", 4, 1, 1),
    ("qualification", "Integration and security review", "one-time", 1, "year", 90, 150, 120, "solutions", [IT], "video", 4, 0, 2),
    ("selection", "Proof of value on the customer's own orders", "one-time", 1, "year", 300, 480, 180, "solutions", [DM, PO, IT], "on site", 5, 2, 2, {"reach": 0.6}),
    ("selection", "Handover from sales", "one-time", 1, "year", 60, 60, 60, "csm", [], "internal", 4, 0, 3, {"notes": "Promises made in the sale are written into the success plan before the kick-off."}),
    ("implementation", "Kick-off and success plan", "one-time", 1, "year", 240, 240, 120, "csm", [DM, PO], "on site", 5, 2, 1),
    ("implementation", "Configuration and ERP connection", "one-time", 1, "year", 120, 2040, 360, "onboarding", [PO, IT], "video", 5, 0, 2, {"staff": 2}),
    ("implementation", "Data migration", "one-time", 1, "year", 120, 840, 180, "onboarding", [IT], "video", 4, -1, 2),
    ("implementation", "Administrator training", "one-time", 2, "year", 90, 240, 60, "onboarding", [PO, USER], "on site", 4, 1, 0),
    ("implementation", "Steering meeting during roll-out", "one-time", 6, "year", 30, 60, 60, "csm", [DM, PO], "video", 4, 0, 1),
    ("implementation", "Go-live at the first site", "one-time", 1, "year", 60, 540, 120, "csm", [PO, USER, IT], "on site", 5, 1, 2),
    ("adoption", "Executive business review", "recurring", 1, "quarter", 180, 240, 60, "csm", [DM], "on site", 5, 1, 2, {"notes": "Half of the preparation is collecting figures by hand."}),
    ("adoption", "Working session with the process owners", "recurring", 8, "year", 15, 45, 15, "csm", [PO], "video", 4, 1, 0),
    ("adoption", "Success plan update", "recurring", 1, "quarter", 30, 60, 30, "csm", [DM, PO], "video", 4, 1, 1),
    ("adoption", "Training on new features", "recurring", 2, "year", 30, 60, 0, "csm", [USER], "video", 3, 1, 0),
    ("maintenance", "Questions between meetings", "inbound", 1, "month", 0, 60, 0, "csm", [PO, USER], "e-mail", 3, 0, 1),
    ("maintenance", "Health review", "recurring", 1, "quarter", 0, 30, 0, "csm", [], "internal", 4, 0, 1),
    ("maintenance", "Support cases", "inbound", 2.6, "month", 0, 25, 10, "support", [USER, IT], "portal", 3, -1, 1),
    ("maintenance", "Architecture review", "recurring", 1, "year", 60, 120, 60, "solutions", [IT], "video", 4, 1, 1),
    ("change", "Roadmap session", "recurring", 2, "year", 15, 45, 15, "csm", [DM, PO], "video", 4, 2, 0),
    ("change", "Release readiness check", "recurring", 2, "year", 60, 60, 30, "solutions", [PO, IT], "video", 3, 0, 1),
    ("change", "Roll-out to a further unit", "recurring", 1, "year", 240, 600, 120, "solutions", [PO, IT], "on site", 5, 1, 2, {"reach": 0.35}),
    ("renewal", "Renewal preparation and negotiation", "recurring", 1, "year", 120, 150, 60, "csm", [DM], "video", 5, 0, 2),
]

MID_MARKET = [
    ("discovery", "Process walk-through", "one-time", 1, "year", 30, 90, 30, "solutions", [PO], "video", 3, 1, 0),
    ("qualification", "Integration check", "one-time", 1, "year", 30, 60, 30, "solutions", [IT], "video", 4, 0, 1),
    ("selection", "Proof of value", "one-time", 1, "year", 120, 180, 60, "solutions", [DM, PO], "video", 4, 1, 1, {"reach": 0.4}),
    ("selection", "Handover from sales", "one-time", 1, "year", 30, 45, 15, "csm", [], "internal", 4, 0, 3),
    ("implementation", "Kick-off and success plan", "one-time", 1, "year", 60, 90, 60, "csm", [DM, PO], "video", 5, 2, 1),
    ("implementation", "Configuration and ERP connection", "one-time", 1, "year", 60, 1200, 240, "onboarding", [PO, IT], "video", 5, 0, 2),
    ("implementation", "Data migration", "one-time", 1, "year", 60, 420, 60, "onboarding", [IT], "video", 4, -1, 2, {"reach": 0.8}),
    ("implementation", "Administrator training", "one-time", 1, "year", 60, 180, 30, "onboarding", [PO, USER], "video", 4, 1, 0),
    ("implementation", "Go-live check", "one-time", 1, "year", 15, 60, 15, "csm", [PO], "video", 4, 1, 1),
    ("adoption", "Check-in in the first ninety days", "one-time", 6, "year", 10, 30, 15, "csm", [PO], "video", 4, 1, 0),
    ("adoption", "Quarterly business review", "recurring", 1, "quarter", 120, 75, 45, "csm", [DM], "video", 3, 0, 3, {"notes": "Two thirds of the sponsors send somebody else. Figures are collected by hand from three systems."}),
    ("adoption", "Monthly check-in", "recurring", 1, "month", 10, 25, 10, "csm", [PO], "video", 2, 0, 1),
    ("adoption", "Success plan update", "recurring", 2, "year", 30, 45, 15, "csm", [PO], "video", 4, 1, 1),
    ("maintenance", "Questions between meetings", "inbound", 1.5, "month", 0, 20, 0, "csm", [PO, USER], "e-mail", 3, 0, 1, {"notes": "About half of these would be cases for Support."}),
    ("maintenance", "Health and risk review", "recurring", 1, "month", 0, 10, 0, "csm", [], "internal", 4, 0, 1),
    ("maintenance", "Support cases", "inbound", 1.3, "month", 0, 22, 8, "support", [USER, IT], "portal", 3, -1, 1),
    ("maintenance", "Solution review", "recurring", 1, "year", 45, 90, 45, "solutions", [IT], "video", 3, 0, 1, {"reach": 0.4}),
    ("change", "Follow-up to a release", "recurring", 1, "quarter", 5, 5, 5, "csm", [PO], "e-mail", 2, 0, 0),
    ("change", "Scoping of a change", "recurring", 2, "year", 45, 60, 45, "csm", [PO, IT], "video", 4, 1, 2, {"reach": 0.5}),
    ("renewal", "Renewal preparation and negotiation", "recurring", 1, "year", 60, 75, 60, "csm", [DM], "video", 5, 0, 2),
]

# The same promise with half of the meetings: prepared figures, a review when there is something to
# review, cases where cases belong.
MID_MARKET_REDESIGNED = [
    ("discovery", "Process walk-through", "one-time", 1, "year", 30, 90, 30, "solutions", [PO], "video", 3, 1, 0),
    ("qualification", "Integration check", "one-time", 1, "year", 30, 60, 30, "solutions", [IT], "video", 4, 0, 1),
    ("selection", "Proof of value", "one-time", 1, "year", 120, 180, 60, "solutions", [DM, PO], "video", 4, 1, 1, {"reach": 0.4}),
    ("selection", "Handover from sales", "one-time", 1, "year", 15, 30, 15, "csm", [], "internal", 4, 0, 1, {"notes": "From one form that sales fills in."}),
    ("implementation", "Kick-off and success plan", "one-time", 1, "year", 30, 90, 30, "csm", [DM, PO], "video", 5, 2, 1),
    ("implementation", "Configuration and ERP connection", "one-time", 1, "year", 60, 1200, 240, "onboarding", [PO, IT], "video", 5, 0, 2),
    ("implementation", "Data migration", "one-time", 1, "year", 60, 420, 60, "onboarding", [IT], "video", 4, -1, 2, {"reach": 0.8}),
    ("implementation", "Administrator training", "one-time", 1, "year", 60, 180, 30, "onboarding", [PO, USER], "video", 4, 1, 0),
    ("implementation", "Go-live check", "one-time", 1, "year", 15, 60, 15, "csm", [PO], "video", 4, 1, 1),
    ("adoption", "Check-in in the first ninety days", "one-time", 6, "year", 5, 30, 10, "csm", [PO], "video", 4, 1, 0),
    ("adoption", "Business review with prepared figures", "recurring", 2, "year", 45, 75, 30, "csm", [DM], "video", 4, 1, 1),
    ("adoption", "Value report", "recurring", 2, "year", 5, 0, 5, "csm", [DM], "e-mail", 4, 1, 0),
    ("adoption", "Check-in when a signal calls for it", "recurring", 5, "year", 10, 25, 10, "csm", [PO], "video", 4, 1, 0),
    ("adoption", "Success plan update", "recurring", 2, "year", 20, 40, 10, "csm", [PO], "video", 4, 1, 1),
    ("adoption", "Group session on new features", "recurring", 1, "quarter", 5, 60, 5, "csm", [PO, USER], "webinar", 3, 1, 0, {"reach": 0.06, "notes": "One session for about sixteen customers at a time."}),
    ("maintenance", "Questions between meetings", "inbound", 0.7, "month", 0, 20, 0, "csm", [PO, USER], "e-mail", 3, 0, 0),
    ("maintenance", "Health and risk review", "recurring", 1, "month", 0, 8, 0, "csm", [], "internal", 4, 0, 0),
    ("maintenance", "Support cases", "inbound", 2, "month", 0, 22, 8, "support", [USER, IT], "portal", 3, 0, 1),
    ("maintenance", "Solution review", "recurring", 1, "year", 45, 90, 45, "solutions", [IT], "video", 3, 0, 1, {"reach": 0.4}),
    ("change", "Scoping of a change", "recurring", 2, "year", 30, 60, 30, "csm", [PO, IT], "video", 4, 1, 1, {"reach": 0.5}),
    ("renewal", "Renewal preparation and negotiation", "recurring", 1, "year", 45, 75, 45, "csm", [DM], "video", 5, 0, 1),
]

SCALE = [
    ("discovery", "Recorded demonstration and questions", "one-time", 1, "year", 5, 20, 5, "solutions", [PO], "video", 3, 1, 0),
    ("qualification", "Fit call", "one-time", 1, "year", 10, 30, 10, "solutions", [PO, IT], "video", 3, 0, 1),
    ("selection", "Hand-over note from sales", "one-time", 1, "year", 0, 10, 0, "csm", [], "internal", 3, 0, 2),
    ("implementation", "Welcome call", "one-time", 1, "year", 10, 30, 10, "csm", [PO], "video", 4, 1, 0),
    ("implementation", "Set-up with a standard connector", "one-time", 1, "year", 30, 250, 60, "onboarding", [PO, IT], "video", 5, 0, 1),
    ("implementation", "Group training for administrators", "one-time", 1, "year", 0, 20, 5, "onboarding", [PO], "webinar", 4, 1, 0, {"notes": "The minutes of one session, shared by those who come."}),
    ("adoption", "Call after thirty days", "one-time", 1, "year", 5, 20, 5, "csm", [PO], "telephone", 4, 1, 0),
    ("adoption", "Half-yearly success call", "recurring", 2, "year", 20, 40, 15, "csm", [PO], "video", 4, 1, 1),
    ("adoption", "Office hours", "recurring", 1, "month", 5, 20, 5, "csm", [PO, USER], "webinar", 4, 1, 0, {"reach": 0.15}),
    ("maintenance", "Questions to the desk", "inbound", 0.6, "month", 0, 20, 0, "csm", [PO, USER], "e-mail", 3, 0, 1),
    ("maintenance", "Health triage", "recurring", 1, "month", 0, 5, 0, "csm", [], "internal", 3, 0, 1),
    ("maintenance", "Call when use falls", "recurring", 1, "year", 30, 45, 30, "csm", [PO], "telephone", 5, 0, 1, {"reach": 0.25}),
    ("maintenance", "Support cases", "inbound", 0.5, "month", 0, 22, 6, "support", [USER, IT], "portal", 3, -1, 1),
    ("change", "Release note with a recorded tour", "recurring", 1, "quarter", 2, 0, 3, "csm", [PO, USER], "e-mail", 2, 0, 0),
    ("renewal", "Renewal notice and call", "recurring", 1, "year", 20, 40, 30, "csm", [DM], "telephone", 4, 0, 1),
]

DIGITAL = [
    ("discovery", "Trial with guided tour", "one-time", 1, "year", 0, 5, 0, "solutions", [USER], "in the product", 4, 1, 0),
    ("qualification", "Answer to a question about the trial", "one-time", 1, "year", 0, 12, 0, "solutions", [PO], "chat", 3, 0, 0, {"reach": 0.4}),
    ("selection", "Order by card or purchase order", "one-time", 1, "year", 0, 6, 0, "csm", [DM], "in the product", 3, 0, 1, {"reach": 0.3}),
    ("implementation", "Set-up clinic", "one-time", 1, "year", 5, 30, 5, "onboarding", [PO], "webinar", 4, 1, 0, {"reach": 0.5}),
    ("adoption", "Onboarding messages", "recurring", 1, "month", 1, 0, 1, "csm", [USER], "in the product", 4, 1, 0),
    ("adoption", "Webinar on good practice", "recurring", 1, "quarter", 10, 40, 10, "csm", [PO, USER], "webinar", 3, 1, 0, {"reach": 0.1}),
    ("maintenance", "Chat with the team", "inbound", 0.4, "month", 0, 12, 0, "csm", [PO, USER], "chat", 3, 0, 1),
    ("maintenance", "Health triage", "recurring", 1, "month", 0, 1, 0, "csm", [], "internal", 3, 0, 0),
    ("maintenance", "Message when use falls", "recurring", 1, "year", 10, 25, 10, "csm", [PO], "e-mail", 4, 0, 1, {"reach": 0.15}),
    ("maintenance", "Support cases", "inbound", 0.3, "month", 0, 18, 4, "support", [USER], "portal", 3, -1, 1),
    ("change", "Product tour of a release", "recurring", 1, "quarter", 2, 0, 3, "csm", [USER], "in the product", 3, 1, 0),
    ("renewal", "Renewal reminder and exceptions", "recurring", 1, "year", 10, 20, 10, "csm", [DM], "e-mail", 4, 0, 1, {"reach": 0.3}),
]

JOURNEYS = [
    ("enterprise", "current", ENTERPRISE),
    ("mid-market", "current", MID_MARKET),
    ("mid-market", "redesigned", MID_MARKET_REDESIGNED),
    ("scale", "current", SCALE),
    ("digital", "current", DIGITAL),
]

MEASURED = {"kind": "measured", "source": "Calendar and case export, August to October", "year": 2026}
ASSUMED = {"kind": "assumed", "source": "Team workshop", "year": 2026}


def make_tags(touchpoint, version):
    """Inbound work was counted, most current work was measured; a redesign is an assumption."""
    if version == "redesigned":
        return {"delivery_minutes": ASSUMED}
    tags = {"delivery_minutes": MEASURED}
    if touchpoint["kind"] == "inbound":
        tags["times"] = MEASURED
    if touchpoint.get("reach", 1) != 1:
        tags["reach"] = ASSUMED
    return tags


def make_touchpoint(line, item_id, version):
    stage, name, kind, times, per, prep, delivery, follow_up, role, personas, channel, value, sentiment, friction = line[:14]
    touchpoint = {
        "id": item_id, "name": name, "stage": stage, "kind": kind, "times": times, "per": per,
        "prep_minutes": prep, "delivery_minutes": delivery, "follow_up_minutes": follow_up, "role": role,
        "personas": personas, "channel": channel, "value": value, "sentiment": sentiment, "friction": friction,
    }
    if len(line) > 14:
        touchpoint.update(line[14])
    touchpoint["tags"] = make_tags(touchpoint, version)
    return touchpoint


def make_journeys():
    journeys = []
    for segment, version, lines in JOURNEYS:
        journey_id = f"{segment}-{version}"
        touchpoints = [make_touchpoint(line, f"{journey_id}-{n:02}", version) for n, line in enumerate(lines, 1)]
        journeys.append({"id": journey_id, "segment": segment, "version": version, "touchpoints": touchpoints})
    return journeys
