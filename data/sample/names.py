# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of invented companies, as a customer list has them."""

# country: (region, weight, what a company is called there, its legal form)
COUNTRIES = {
    "United States": (
        "North America", 32, "Inc.",
        "Ashgrove Barlowe Bramwell Calloway Cedarhurst Coldbrook Cutler Dunmore Eastlake Farrow Granger "
        "Halloran Harrowgate Kingsbury Lakemont Larkin Mayfield Millbrae Northgate Okafor Pendleton Prescott "
        "Quarry Redfern Ridgeway Sandoval Stillwater Tallis Thornbury Underhill Vantner Westerfield Whitlow "
        "Winslow Yarrow",
    ),
    "Canada": ("North America", 7, "Ltd.", "Abernethy Boulanger Chinook Fairbairn Kenora Laurentide MacTavish Pelletier Saltcoats Wapiti"),
    "United Kingdom": (
        "UK & Ireland", 14, "Ltd",
        "Aldermoor Blackthorne Cranleigh Dunster Ellerby Fenwick Garside Haverhill Inglewood Kettering Langdale "
        "Marsden Netherby Oakhanger Penrose Rawcliffe Selwood Tarrant Ulverston Wexcombe",
    ),
    "Ireland": ("UK & Ireland", 3, "Ltd", "Ardmore Ballintoy Carrigan Dunleer Kilmeaden Rathfarn"),
    "Germany": (
        "DACH", 12, "GmbH",
        "Altmühl Brenner Dorfner Eichwald Falkenrath Grünwald Hagedorn Isenbeck Kaltenbach Lindhorst Mühlhausen "
        "Nordhoff Osterkamp Rautenberg Steinfurt Tiefenbach Wendland Zollinger",
    ),
    "Austria": ("DACH", 3, "GmbH", "Achleitner Hollersbach Kirchdorf Neusiedl Traunfels"),
    "Switzerland": ("DACH", 4, "AG", "Aarhof Bernegg Engadiner Kübler Rorschacher Wyss"),
    "Netherlands": ("Benelux & France", 5, "B.V.", "De Graaf Hoekstra Nieuwland Ter Haar Van Dalen Zuiderwijk"),
    "Belgium": ("Benelux & France", 3, "NV", "Claessens Dendermeer Leuvenaar Van Acker"),
    "France": ("Benelux & France", 7, "SAS", "Beaumarchais Castellane Delorme Fontbrune Marchand Perrigny Rochefontaine Sauvigny Vaugirard"),
    "Sweden": ("Nordics", 4, "AB", "Bergslund Dalström Hällefors Lindqvist Norrvik Östbergs Sörmland"),
    "Denmark": ("Nordics", 3, "A/S", "Brøndholm Fjordvang Kjærsgaard Skovlunde"),
    "Norway": ("Nordics", 2, "AS", "Fosnes Haugland Nordmøre Stavdal"),
    "Finland": ("Nordics", 2, "Oy", "Järvelä Kallio Pohjanmaa Virtala"),
    "Spain": ("Southern Europe", 4, "S.L.", "Alcobendas Belmonte Carrasco Montseny Valdivia"),
    "Italy": ("Southern Europe", 4, "S.r.l.", "Bassanelli Campolongo Ferrante Montebruno Valdarno"),
    "Poland": ("Central Europe", 3, "Sp. z o.o.", "Borkowski Mazurek Podlaski Wiślany"),
    "Australia": ("Asia-Pacific", 4, "Pty Ltd", "Brindabella Coolamon Gundarra Kingsford Mallee Warrego"),
    "New Zealand": ("Asia-Pacific", 2, "Ltd", "Aotea Hurunui Kaimai Rakaia"),
    "Singapore": ("Asia-Pacific", 2, "Pte. Ltd.", "Bukit Merlion Sembawang Tanjong"),
    "Japan": ("Asia-Pacific", 2, "K.K.", "Asahigawa Hoshino Minamoto Shirakawa"),
    "India": ("Asia-Pacific", 2, "Pvt. Ltd.", "Ashoka Deccan Kaveri Malabar"),
}

# industry: (weight, what the companies do)
INDUSTRIES = {
    "Manufacturing": (20, ["Castings", "Components", "Controls", "Engineering", "Fasteners", "Hydraulics", "Instruments", "Machine Works", "Plastics", "Precision", "Tooling"]),
    "Wholesale": (15, ["Distribution", "Electrical Supply", "Industrial Supply", "Paper & Packaging", "Supply", "Trading", "Wholesale"]),
    "Logistics": (11, ["Cold Chain", "Forwarding", "Freight", "Logistics", "Shipping", "Transport"]),
    "Food and beverage": (11, ["Bakeries", "Beverages", "Dairy", "Foods", "Mills", "Seafood"]),
    "Retail": (10, ["Garden Centres", "Home", "Markets", "Outfitters", "Sports", "Stores"]),
    "Healthcare supply": (9, ["Dental Supply", "Diagnostics", "Health", "Medical", "Pharma Services"]),
    "Construction": (9, ["Building Materials", "Construction", "Contracting", "Facades", "Timber"]),
    "Energy services": (6, ["Energy", "Grid Services", "Heat & Power", "Renewables"]),
    "Business services": (9, ["Consulting", "Facilities", "Group", "Holdings", "Partners", "Services"]),
}


class Names:
    def __init__(self, dice):
        self.dice = dice
        self.taken = set()

    def new(self):
        """A company: its name, country, region and industry."""
        while True:
            country = self.dice.weighted([(name, row[1]) for name, row in COUNTRIES.items()])
            industry = self.dice.weighted([(name, row[0]) for name, row in INDUSTRIES.items()])
            region, _, form, words = COUNTRIES[country]
            name = self.compose(split_words(words), INDUSTRIES[industry][1], form)
            if name.casefold() not in self.taken:
                self.taken.add(name.casefold())
                return name, country, region, industry

    def compose(self, words, trades, form):
        first, trade = self.dice.one_of(words), self.dice.one_of(trades)
        shape = self.dice.weighted([("trade", 62), ("form", 22), ("two", 12), ("bare", 4)])
        if shape == "form":
            return f"{first} {trade} {form}"
        if shape == "two":
            second = self.dice.one_of([word for word in words if word != first])
            return f"{first} & {second} {trade}"
        if shape == "bare":
            return f"{first} {form}"
        return f"{first} {trade}"


def split_words(words):
    """Some Dutch names have two parts."""
    for part in ("De ", "Ter ", "Van "):
        words = words.replace(part, part[:-1] + "\u00a0")
    return [word.replace("\u00a0", " ") for word in words.split(" ")]
