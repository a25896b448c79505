"""What is derived from NetBox, rule by rule, on the smallest data that shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from bcp.errors import InputError
from bcp.exchange.foreign.drawn import Drawn
from bcp.exchange.foreign.netbox.draw import draw_netbox
from bcp.exchange.foreign.netbox.parts import Parts

Json = dict[str, Any]


def device(number: int, name: str, role: str, **more: Any) -> Json:
    said = {
        "id": number,
        "name": name,
        "role": {"id": crc32(role.casefold().encode()), "name": role},
    }
    return {**said, "status": {"value": "active"}, "site": {"id": 1, "name": "hall"}, **more}


def cable(number: int, one: int, other: int) -> Json:
    def end(number: int) -> list[Json]:
        held = {"id": number, "device": {"id": number}}
        return [{"object_type": "dcim.interface", "object_id": number, "object": held}]

    return {"id": number, "a_terminations": end(one), "b_terminations": end(other)}


def drawn(folder: Path, held: Any, **asked: Any) -> Drawn:
    path = folder / "netbox.json"
    path.write_text(json.dumps(held), encoding="utf-8")
    return draw_netbox([path], **asked)


def needs(drawing: Drawn, id_: str) -> list[tuple[str, ...]]:
    (thing,) = [thing for thing in drawing.things if thing.id == id_]
    return [need.any_of for need in thing.needs]


def told(drawing: Drawn, key: str) -> tuple[str, ...]:
    return next((entry.names for entry in drawing.entries if entry.what.key == key), ())


def faults(folder: Path, held: Any) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        drawn(folder, held)
    return [(fault.where, fault.key) for fault in caught.value.faults]


def test_cables_run_upwards_by_role(tmp_path: Path) -> None:
    """Whichever end a cable begins at, the lower rank needs the higher; equals need neither."""
    devices = [
        device(1, "srv", "Server"),
        device(2, "acc", "Access Switch"),
        device(3, "core-a", "Core Switch"),
        device(4, "core-b", "Core Switch"),
    ]
    cables = [cable(1, 2, 1), cable(2, 2, 3), cable(3, 4, 2), cable(4, 3, 4)]
    drawing = drawn(tmp_path, {"devices": devices, "cables": cables})

    supply = ("hall-grid-power",)
    assert needs(drawing, "srv") == [supply, ("acc",)]
    assert needs(drawing, "acc") == [supply, ("core-a", "core-b")]
    assert needs(drawing, "core-a") == needs(drawing, "core-b") == [supply]
    assert told(drawing, "link-equal") == ("cables 4",)


def test_up_to_ends_what_is_inside(tmp_path: Path) -> None:
    """With `core` nothing inside needs the router, and that is told."""
    devices = [device(1, "core", "Core Switch"), device(2, "gw", "Router")]
    held = {"devices": devices, "cables": [cable(1, 1, 2)]}

    assert ("gw",) in needs(drawn(tmp_path, held), "core")
    inner = drawn(tmp_path, held, up_to="core")
    assert ("gw",) not in needs(inner, "core")
    assert told(inner, "link-beyond") == ("cables 1",)


def test_traced_ends_of_interfaces_count_as_cables(tmp_path: Path) -> None:
    """Without cables, `connected_endpoints` of interfaces say what is joined."""
    devices = [device(1, "srv", "Server"), device(2, "acc", "Access Switch")]
    far = {"id": 9, "device": {"id": 2}}
    port = {"id": 8, "device": {"id": 1}, "connected_endpoints": [far]}
    port["connected_endpoints_type"] = "dcim.interface"

    assert ("acc",) in needs(drawn(tmp_path, {"devices": devices, "interfaces": [port]}), "srv")


def test_a_line_on_the_way_counts(tmp_path: Path) -> None:
    """A port whose trace ends in a provider's network still needs the line it is plugged into."""
    line = {"id": 5, "circuit": {"id": 1, "cid": "INT-1"}}
    port = {
        "id": 8,
        "device": {"id": 1},
        "link_peers": [line],
        "link_peers_type": "circuits.circuittermination",
        "connected_endpoints": [{"id": 3, "name": "cloud"}],
        "connected_endpoints_type": "circuits.providernetwork",
    }
    circuit = {"id": 1, "cid": "INT-1", "provider": {"id": 1, "name": "carrier"}}
    held = {"devices": [device(1, "gw", "Router")], "interfaces": [port], "circuits": [circuit]}
    drawing = drawn(tmp_path, held)

    assert ("int-1",) in needs(drawing, "gw")
    assert needs(drawing, "int-1") == [("carrier",)]


def test_cables_of_older_releases(tmp_path: Path) -> None:
    """Before NetBox 3.3 a cable had one termination a side, and a device a `device_role`."""
    devices = [
        {"id": 1, "name": "srv", "device_role": {"id": 1, "name": "Server"}},
        {"id": 2, "name": "acc", "device_role": {"id": 2, "name": "Access Switch"}},
    ]
    old: Json = {"id": 1}
    for side, number in (("a", 2), ("b", 1)):
        old[f"termination_{side}_type"] = "dcim.interface"
        old[f"termination_{side}_id"] = number
        old[f"termination_{side}"] = {"id": number, "device": {"id": number}}

    assert needs(drawn(tmp_path, {"devices": devices, "cables": [old]}), "srv") == [("acc",)]


def test_management_links_are_no_needs(tmp_path: Path) -> None:
    """A port that is only for management makes nothing depend on it; told once for both ends."""
    devices = [device(1, "srv", "Server"), device(2, "acc", "Access Switch")]
    ports = [
        {"id": 1, "device": {"id": 1}, "mgmt_only": True},
        {"id": 2, "device": {"id": 2}, "mgmt_only": False},
    ]
    held = {"devices": devices, "interfaces": ports, "cables": [cable(1, 1, 2)]}
    drawing = drawn(tmp_path, held)

    assert ("acc",) not in needs(drawing, "srv")
    assert told(drawing, "link-management") == ("acc – srv",)


def test_two_sources_stand_in_for_each_other(tmp_path: Path) -> None:
    """Outlets of two PDUs make one group; a feed that is redundant stands behind the primary."""
    devices = [device(1, "srv", "Server"), device(2, "pdu-a", "PDU"), device(3, "pdu-b", "PDU")]
    feeds = [
        {"id": 1, "name": "feed-x", "power_panel": {"id": 1}, "type": {"value": "redundant"}},
        {"id": 2, "name": "feed-y", "power_panel": {"id": 1}, "type": {"value": "primary"}},
    ]

    def port(number: int, owner: int, sort: str, end: Json) -> Json:
        far = {"connected_endpoints": [end], "connected_endpoints_type": f"dcim.{sort}"}
        return {"id": number, "device": {"id": owner}, **far}

    ports = [
        port(1, 1, "poweroutlet", {"id": 1, "device": {"id": 2}}),
        port(2, 1, "poweroutlet", {"id": 2, "device": {"id": 3}}),
        port(3, 2, "powerfeed", {"id": 1}),
        port(4, 2, "powerfeed", {"id": 2}),
    ]
    panels = [{"id": 1, "name": "panel", "site": {"id": 1, "name": "hall"}}]
    held = {"devices": devices, "power-ports": ports, "power-feeds": feeds, "power-panels": panels}
    drawing = drawn(tmp_path, held)

    assert needs(drawing, "srv") == [("pdu-a", "pdu-b")]
    assert needs(drawing, "pdu-a") == [("feed-y", "feed-x")]
    assert needs(drawing, "feed-x") == [("panel",)]
    assert needs(drawing, "panel") == [("hall-grid-power",)]
    assert needs(drawing, "pdu-b") == [("hall-grid-power",)]
    assert told(drawing, "power-from-site") == ("pdu-b",)


@pytest.mark.parametrize(("spares", "least"), [(0, 3), (1, 2), (2, 1), (9, 1)])
def test_a_cluster_needs_all_hosts_but_its_spares(tmp_path: Path, spares: int, least: int) -> None:
    """A cluster of three hosts can lose as many as it is said to, but never all."""
    mine = {"cluster": {"id": 1, "name": "cluster"}}
    devices = [device(n, f"esx-{n}", "Hypervisor", **mine) for n in (1, 2, 3)]
    machines = [{"id": 1, "name": "vm", "cluster": {"id": 1}}]
    drawing = drawn(tmp_path, {"devices": devices, "virtual-machines": machines}, spares=spares)

    (cluster,) = [thing for thing in drawing.things if thing.id == "cluster"]
    assert [(need.any_of, need.at_least) for need in cluster.needs] == [
        (("esx-1", "esx-2", "esx-3"), least)
    ]
    assert needs(drawing, "vm") == [("cluster",)]


def test_pages_and_lists_of_one_endpoint_are_joined(tmp_path: Path) -> None:
    """Files by endpoint, of two pages: every object once, and none said to be missing."""
    paths = [tmp_path / "devices.json", tmp_path / "dcim_devices.json"]
    for number, path in enumerate(paths, 1):
        held = {"count": 2, "results": [device(number, f"srv-{number}", "Server")]}
        path.write_text(json.dumps(held), encoding="utf-8")
    drawing = draw_netbox(paths)

    assert {"srv-1", "srv-2"} <= {thing.id for thing in drawing.things}
    assert told(drawing, "page") == ()
    alone = [e.number for e in draw_netbox(paths[:1]).entries if e.what.key == "page"]
    assert alone == [1]


def test_a_map_says_what_roles_mean(tmp_path: Path) -> None:
    """A role of the map is not guessed; `skip` leaves the device out."""
    path = tmp_path / "map.yaml"
    path.write_text("roles:\n  Thing: core\n  Junk: skip\n", encoding="utf-8")
    devices = [device(1, "sw", "thing"), device(2, "junk", "Junk")]
    drawing = drawn(tmp_path, {"devices": devices}, roles=path)

    kinds = {thing.id: thing.kind for thing in drawing.things}
    assert kinds["sw"] == "network"
    assert "junk" not in kinds
    assert told(drawing, "role") == ()


def test_faults_of_a_map_are_told_by_line(tmp_path: Path) -> None:
    """Every part that there is not is a fault, at its line."""
    path = tmp_path / "map.yaml"
    path.write_text("roles:\n  A: core\n  B: brain\n  C: [core]\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        drawn(tmp_path, {"devices": [device(1, "sw", "A")]}, roles=path)

    assert [(f.line, f.key) for f in caught.value.faults] == [
        (3, "foreign-map-part"),
        (4, "foreign-map-part"),
    ]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Core Switch", "core"),
        ("ToR", "access"),
        ("edge-switch", "access"),
        ("Edge Router", "edge"),
        ("フロアスイッチ", "access"),
        ("ファイアウォール", "edge"),
        ("無停電電源装置", "ups"),
        ("Wireless AP", "leaf"),
        ("Patch Panel", "skip"),
        ("Appliance", None),
        ("Chapel", None),
    ],
)
def test_roles_are_guessed_by_their_names(name: str, part: str | None) -> None:
    """The usual names in both languages mean what they say; others mean nothing."""
    assert Parts({}).of(name, "")[0] == part


def test_every_fault_is_told_at_its_place(tmp_path: Path) -> None:
    """Not an object, no number, the same number twice with other content: all at once."""
    held = {
        "devices": [7, {"name": "x"}, device(1, "a", "Server"), device(1, "b", "Server")],
        "sites": {"results": {}},
    }

    assert sorted(faults(tmp_path, held)) == [
        ("devices[0]", "foreign-not-object"),
        ("devices[1].id", "foreign-no-id"),
        ("devices[3].id", "foreign-number-twice"),
        ("sites.results", "foreign-not-list"),
    ]


@pytest.mark.parametrize("held", [[], {}, 3, {"users": [{"id": 1}]}])
def test_what_is_no_netbox_is_refused(tmp_path: Path, held: Any) -> None:
    """A file with none of the lists is a fault, not an empty inventory."""
    assert faults(tmp_path, held)[0][1] in {"foreign-not-netbox", "foreign-not-object"}


def test_values_of_wrong_types_never_break_it(tmp_path: Path) -> None:
    """Where an object, a list or a text was to stand, anything may, and it counts as nothing."""
    odd: list[Any] = [None, True, "x", 3, [], {}, [1], {"id": "no"}, {"id": None}, [[]]]
    for value in odd:
        keys = ("site", "rack", "role", "cluster", "tags", "status", "connected_endpoints")
        held = {
            "devices": [{"id": 1, "name": "d", **dict.fromkeys(keys, value)}],
            "cables": [{"id": 1, "a_terminations": value, "b_terminations": value}],
            "power-ports": [{"id": 1, "device": value, "connected_endpoints": value}],
            "interfaces": [{"id": 1, "device": {"id": 1}, "connected_endpoints": [value]}],
            "circuits": [{"id": 1, "cid": value, "provider": value, "type": value}],
            "circuit-terminations": [{"id": 1, "circuit": {"id": 1}, "termination_type": value}],
            "services": [{"id": 1, "name": value, "parent": value}],
            "locations": [{"id": 1, "name": "l", "parent": value}],
            "front-ports": [{"id": 1, "rear_port": value}],
        }
        assert "d" in {thing.id for thing in drawn(tmp_path, held).things}


def test_places_in_a_circle_are_put_outside(tmp_path: Path) -> None:
    """Two locations inside each other: neither is in the other any more, and it is told."""
    held = {
        "locations": [
            {"id": 1, "name": "a1", "parent": {"id": 2}},
            {"id": 2, "name": "b1", "parent": {"id": 1}},
        ],
        "devices": [device(1, "srv", "Server")],
    }
    drawing = drawn(tmp_path, held)

    places = {thing.id: thing.within for thing in drawing.things}
    assert None in (places["a1"], places["b1"])
