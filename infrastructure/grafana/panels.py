"""What the dashboards are made of: panels, rows, variables, a page."""

SOURCE = {"type": "prometheus", "uid": "${datasource}"}


def targets(series):
    return [
        {"refId": chr(ord("A") + i), "datasource": SOURCE, "expr": expression, "legendFormat": legend}
        for i, (legend, expression) in enumerate(series)
    ]


def panel(title, unit, *series, description="", stacked=False, width=8, floor=0, looks=()):
    """Lines over time. series: (legend, expression). looks: (legend, colour, drawn downwards?)."""
    defaults = {
        "unit": unit,
        "custom": {
            "fillOpacity": 20 if stacked else 0,
            "stacking": {"mode": "normal" if stacked else "none"},
            # Absence is absence: no line is drawn over a gap.
            "spanNulls": False,
        },
    }
    if floor is not None:
        defaults["min"] = floor
    return {
        "title": title,
        "description": description,
        "type": "timeseries",
        "datasource": SOURCE,
        "gridPos": {"w": width, "h": 8},
        "fieldConfig": {"defaults": defaults, "overrides": [look(*one) for one in looks]},
        "options": {
            "legend": {"displayMode": "table", "placement": "bottom", "calcs": ["lastNotNull", "mean", "max"]},
            "tooltip": {"mode": "multi", "sort": "desc"},
        },
        "targets": targets(series),
    }


def look(legend, colour, downwards):
    properties = [{"id": "color", "value": {"mode": "fixed", "fixedColor": colour}}]
    if downwards:
        properties.append({"id": "custom.transform", "value": "negative-Y"})
    return {"matcher": {"id": "byName", "options": legend}, "properties": properties}


def last(title, unit, *series, description="", width=4, steps=()):
    """The newest value as a figure. steps: (from, colour)."""
    colours = [{"value": None, "color": "text"}, *({"value": value, "color": colour} for value, colour in steps)]
    return {
        "title": title,
        "description": description,
        "type": "stat",
        "datasource": SOURCE,
        "gridPos": {"w": width, "h": 8},
        "fieldConfig": {"defaults": {"unit": unit, "thresholds": {"mode": "absolute", "steps": colours}}, "overrides": []},
        "options": {
            "colorMode": "value",
            "graphMode": "none",
            "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
        },
        "targets": targets(series),
    }


def row(title, repeat=None):
    """A heading; with the name of a variable, it and the panels after it once for each value."""
    return {
        "title": title,
        "type": "row",
        "collapsed": False,
        "panels": [],
        "gridPos": {"w": 24, "h": 1},
        **({"repeat": repeat} if repeat else {}),
    }


def placed(panels):
    """Left to right, a new line when 24 columns are full."""
    x = y = height = 0
    out = []
    for number, one in enumerate(panels, 1):
        width = one["gridPos"]["w"]
        if x + width > 24:
            x, y = 0, y + height
        height = one["gridPos"]["h"]
        out.append(dict(one, id=number, gridPos={"x": x, "y": y, "w": width, "h": height}))
        x += width
    return out


def variable(name, query, regex="", multi=False, value=None, all_value="[^.]+", hide=0):
    return {
        "name": name,
        "type": "query",
        "datasource": SOURCE,
        "query": {"query": query, "refId": name},
        "regex": regex,
        "multi": multi,
        "includeAll": multi,
        "allValue": all_value if multi else None,
        "refresh": 2,
        "sort": 1,
        "hide": hide,
        "current": value or ({"text": ["All"], "value": ["$__all"]} if multi else {}),
    }


def choice(name, *values):
    """One of these, the first unless somebody chooses."""
    return {
        "name": name,
        "type": "custom",
        "query": ",".join(values),
        "multi": False,
        "includeAll": False,
        "options": [{"text": one, "value": one, "selected": one == values[0]} for one in values],
        "current": {"text": values[0], "value": values[0]},
    }


DATASOURCE = {"name": "datasource", "type": "datasource", "query": "prometheus", "current": {}, "refresh": 1}


def dashboard(uid, title, panels, variables, shown):
    return {
        "uid": f"edgewatt-{uid}",
        "title": title,
        "tags": ["edgewatt"],
        "schemaVersion": 39,
        "editable": True,
        "refresh": "5s",
        "time": {"from": f"now-{shown}", "to": "now"},
        "timezone": "browser",
        "graphTooltip": 1,
        "links": [
            {
                "type": "dashboards",
                "tags": ["edgewatt"],
                "title": "Edgewatt",
                "asDropdown": False,
                "keepTime": True,
                "includeVars": True,
            }
        ],
        "annotations": {
            "list": [
                {
                    "name": f"Runs: {name}",
                    "datasource": {"type": "grafana", "uid": "-- Grafana --"},
                    "enable": True,
                    "iconColor": colour,
                    "target": {"type": "tags", "tags": ["edgewatt", tag], "matchAny": False, "limit": 1000},
                }
                # What annotate.py posts, coloured by verdict.
                for name, tag, colour in (
                    ("valid", "valid", "green"),
                    ("overload only", "overload-only", "orange"),
                    ("invalid", "invalid", "red"),
                    ("sessions and notes", "session", "blue"),
                )
            ]
        },
        "templating": {"list": [DATASOURCE, *variables]},
        "panels": placed(panels),
    }
