"""The columns of the rows that kernels read and write: one row for each thing of the model.

A name says whose row it is: ``N`` node, ``G`` group (need), ``P`` place of a changeover, ``K`` kind
of task, ``O`` option, ``W`` work, ``C`` crew, ``T`` team, ``A`` absence, ``F`` function, ``I``
moment, ``X`` act. Columns without a letter are changed by a run; tables hold what was before it.
While a run is played all rows stand in one array, the memory, and whatever points to a row says
where in the memory it begins: of the node at ``node``, ``m[node + IS_DOWN]`` says whether it is
down. Where a pair ``X``, ``X_END`` stands, it is a piece of a list.
"""

from __future__ import annotations

NEVER = 1 << 62
"""A moment that no run reaches."""

# A node: a component or a function. What goes up and down reads stands in its first line.
IS_DOWN = 0
SHORT_OF = 1
"""How many of its ``requires`` (and staff) are not satisfied."""
HINDERED = 2
"""What else keeps it down: outages, damage, and ``starts_with`` that are not satisfied."""
STARTING = 3
"""Since when it has been allowed to start, or -1."""
N_USERS = 4
"""The needs that name it."""
N_USERS_END = 5
N_STARTUP = 6
N_WATCHED = 7
"""Whether it is a function or holds a reserve."""
IS_DAMAGED = 8
BARRED = 9
"""How many access events bar it."""
UNFINISHED = 10
"""How many tasks it still has to go through."""
OPTION = 11
"""By which option, 0: its tasks were not listed."""
N_FUNCTION = 12
"""Its function, 0: it is a component."""
N_BRIDGED = 13
"""The needs whose reserve it holds."""
N_BRIDGED_END = 14
N_WITHIN = 15
"""The place it stands in, or 0."""
N_OPTION = 16
"""Its procedures."""
N_OPTION_END = 17
SEEN = 18
"""1 it has to be wiped before the next run, 2 its tasks were listed."""
N_NUMBER = 19
N_NEEDS = 20
"""What it requires and starts with, people apart."""
N_NEEDS_END = 21
NODE = 24

# A need. What losses and gains read stands apart from the rest, so that the processor keeps near
# what it needs all the time.
ABSENT = 0
"""How many providers are down."""
FLAGS = 1
"""What it is and which lists it is on: ``TOUCHED`` and so on."""
G_SPARE = 2
"""How many providers may be down; with a changeover -1; of staff less than 0, how many it takes."""
G_OWNER = 3
"""A node; of a task its kind."""
NEED_HEAD = 4
"""How many columns a need has at ``need``; the others are at ``rest_of(m, need)``."""
NEED_RATIO = 3
"""How many times as many the others are."""
LOST_AT = 4
"""When its reserve began to be used, or -1."""
G_HOLDOVER = 5
G_HELD_BY = 6
"""A node, or 0."""
G_PROVIDERS = 7
G_PROVIDERS_END = 8
G_PLACE = 9
"""Of a changeover: its places."""
G_PLACE_END = 10
G_SWITCHOVER = 11
G_LEVELS = 12
"""Of a function: the level with 0, 1, 2 … providers up, or 0."""
G_TEAM = 13
"""Of staff: the team."""
NEED = 16

TOUCHED = 1
"""It changed in this instant."""
RESERVED = 2
"""Its reserve may end."""
REGAINED = 4
"""Tasks may have waited for it."""
WIPED = 8
"""It has to be wiped before the next run."""
SHORT = 16
"""It is not satisfied."""
GRADED = 32
"""It has levels."""
WATCHED = 64
"""It has levels, a reserve or a changeover, so that the end of an instant looks at it."""
ROLE_FROM = 7
"""From which bit on its role stands."""
LASTING = -1 << 5
"""The flags that no run changes."""

REQUIRES = 0
STARTS_WITH = 1
TASK = 2
STAFF = 3

# A place of a changeover.
ENGAGED = 0
"""Who holds it."""
CHOSEN = 1
"""Who is to take it, or 0."""
CHOICE = 2
"""When that one takes it, 0: none is to."""
P_NEED = 3
P_FIRST = 4
"""Who holds it before the incident."""
PLACE = 5

# A kind of task: a task of a procedure, whatever it recovers.
MISSING = 0
"""How many of its own needs are not satisfied."""
HEAD = 1
"""The first listed work of the kind, or 0."""
K_CREW = 2
K_ONSITE = 3
K_OWN = 4
K_AFTER = 5
"""How many tasks it comes after."""
K_FOLLOWERS = 6
"""The tasks that come after it: how far their work is from the first of the option."""
K_FOLLOWERS_END = 7
K_NEEDS = 8
"""What it requires itself."""
K_NEEDS_END = 9
K_TAIL = 10
"""The mean length of the procedure from its start on."""
KIND = 11

# An option: a component and one of its procedures.
O_WORK = 0
"""The works of it, in the order of the procedure."""
O_WORK_END = 1
O_LENGTH = 2
"""The mean length of the procedure."""
OPTIONS = 3

# A work: a component, one of its procedures and a task of it.
LEFT = 0
"""How many tasks before it are not finished; -1: it does not wait."""
QUEUED = 1
KEY = 2
"""Its place in the order, and behind it where it stands: what queues are sorted by."""
LINK = 3
"""The next listed work of the same kind, -1: it is the last of them, 0: it is not listed."""
LASTS = 4
"""How many seconds it takes in this run."""
W_COMPONENT = 5
W_KIND = 6
W_FIRST = 7
"""The first work of its option."""
WORK = 8

KEY_FROM = 32
"""From which bit of a key on the place stands."""
KEY_WORK = (1 << KEY_FROM) - 1
MOST_PLACE = 1 << 31
"""What the places of an order must stay below, so that keys hold them."""

# A crew: the same numbers of the same teams.
IN_QUEUE = 0
"""How many works wait in its queue."""
C_QUEUE = 1
C_TEAMS = 2
"""Pairs of a team and how many of it."""
C_TEAMS_END = 3
LOOKED = 4
"""Whether it is on the list of those that may have become free, or got work."""
CREW = 5

# A team.
BUSY = 0
PRESENT = 1
AT_WORK = 2
STEP = 3
"""The next of its steps in the draw."""
KEPT = 4
"""The pass in which it was last kept for an earlier work."""
T_CALLED = 5
"""0 there from the start, 1 comes from the incident on, 2 from the first damage on."""
T_PERSON = 6
"""What one person counts in the `heads` of a draw."""
T_ABSENCE = 7
T_ABSENCE_END = 8
T_AT_WORK = 9
"""Whether it is within its hours at the incident."""
T_SIZE = 10
T_NUMBER = 11
RECOUNT = 12
"""Whether somebody leaves or comes back at this instant."""
T_CREWS = 13
"""The crews that want some of it."""
T_CREWS_END = 14
TEAM = 15

# An absence.
A_START = 0
A_END = 1
A_HEADS = 2
"""How many are left at most, or -1 where it is a share."""
A_SHARE = 3
A_OF = 4
ABSENCE = 5

# A function.
LEVEL = 0
SINCE = 1
"""From when on it has had that level."""
OUT = 2
"""Since when it is down, or -1."""
MARKED = 3
F_NODE = 4
F_NUMBER = 5
F_AFTER = 6
"""From when of an outage on its workaround helps, or NEVER."""
F_UNTIL = 7
F_LEVEL = 8
"""What the workaround gives, in units."""
F_GRADED = 9
"""Its needs with levels."""
F_GRADED_END = 10
F_RTO = 11
"""In the scenario."""
F_FULL = 12
"""What it gives while everything is up, in units."""
F_COUNTS = 13
"""What a unit of it counts where the levels of all functions are summed up."""
FUNCTION = 14

# A moment fixed beforehand, and what the scenario does, in the order of one moment.
I_AT = 0
I_ACTS = 1
I_ACTS_END = 2
I_MATERIAL = 3
"""The first moment from it on that matters even if nobody waits for people."""
MOMENT = 4

X_ACT = 0
X_WHAT = 1
"""A node, or a team."""
X_STRIKE = 2
"""Of damage: which strike of the draw."""
ACT = 3

RELEASE = 1
UNBAR = 2
DAMAGE = 3
HOLD = 4
BAR = 5
ROSTER = 6
"""Whoever is on hand of a team is counted anew."""
OPEN = 7
CLOSE = 8

# An entry of the agenda and of the works under way.
E_KEY = 0
"""When, and behind it, in ``B_BITS`` bits, a number: equal times keep their order."""
E_WHAT = 1
"""A work; on the agenda four times what it is about, and the sort of it."""
ENTRY = 2

STARTUP = 0
RESERVE = 1
ENGAGEMENT = 2

# The beginning of the memory: how long each list is now …
S_AGENDA = 1
S_RUNNING = 2
S_FALLING = 3
S_HOPEFUL = 4
S_STARTUPS = 5
S_ENGAGEMENTS = 6
S_TOUCHED = 7
S_RESERVES = 8
S_REGAINED = 9
S_MARKED = 10
S_SOILED_NODES = 11
S_SOILED_NEEDS = 12
S_LISTED = 13
S_ORDERED = 14
"""How many works are arranged by their places, where crews are held back."""
# … other single numbers of a run …
S_ENTRIES = 15
"""How many entries the agenda ever had."""
S_STARTED = 16
S_WAITING = 17
"""How many works are listed and not started."""
S_QUEUED = 18
S_BARRED = 20
"""How many access events there are now."""
S_MOMENT = 21
"""The next of the moments fixed beforehand."""
S_ARRIVAL = 22
"""When the next people arrive."""
S_PASS = 23
S_CREWLESS = 24
"""Whether a work may need nobody."""
COUNTS = 25
# … where each list begins …
B_AGENDA = 25
B_RUNNING = 26
B_FALLING = 27
B_HOPEFUL = 28
B_STARTUPS = 29
B_ENGAGEMENTS = 30
B_TOUCHED = 31
B_RESERVES = 32
B_REGAINED = 33
B_MARKED = 34
B_SOILED_NODES = 35
B_SOILED_NEEDS = 36
B_LISTED = 37
B_ORDERED = 38
B_LOOKED = 39
"""The crews that are looked at in the next pass."""
B_EDGES = 40
"""By moment of the grid: by how much the levels rise there."""
B_STAFFED = 41
"""The needs of role STAFF, in the order of the functions."""
B_STAFFED_END = 42
B_GRID = 43
B_GRID_END = 44
B_AGENDA_END = 45
# … and the rows.
B_NODES = 46
B_NODES_END = 47
B_TEAMS = 48
B_TEAMS_END = 49
B_CREWS = 50
B_CREWS_END = 51
B_FUNCTIONS = 52
B_FUNCTIONS_END = 53
B_MOMENTS = 54
B_MOMENTS_END = 55
B_KINDS = 56
B_OPTIONS = 57
B_WORKS = 58
B_NEEDS = 59
B_PLACES = 60
B_UNIT = 61
B_HORIZON = 62
S_LOOKED = 63
B_BITS = 64
B_RESTS = 65
"""Where the rest of a need would begin if needs began with the memory."""
HEADER = 72

# What an order is made from: of each node in turn, a piece of one list, and what each need in it
# is: how many providers count, how many there are, and they.
D_LENGTH = 0
"""How long the piece is, tasks included."""
D_NODE = 1
D_CIRCLE = 2
"""Which circle it may be in, or -1."""
D_STARTUP = 3
D_REQUIRES = 4
"""How many needs under ``requires``, people apart; they come first."""
D_STARTS_WITH = 5
D_TASKS = 6
"""How many of its needs are those of tasks; before each of them stands K_TAIL of the task."""
D_OWN_TAIL = 7
"""The longest K_TAIL of its tasks that want what it requires itself; 0: none does."""
DEMAND = 8

# By node, while an order is made.
WANTED = 0
"""By when it is required, or the best rank that waits for it."""
STRUCK = 1
"""Whether it is damaged in this run."""
EFFORT = 2
"""How long the shortest of its procedures is, NEVER: it has none."""
WAITS = 3
"""Whether it is on the list of what has to be looked at."""
SEARCH = 4

# By node, for what may be in a circle.
EDGES = 0
"""Where what it needs begins; EDGES_END: where it ends, NEXT: what was looked at."""
EDGES_END = 1
NEXT = 2
FOUND = 3
"""In which turn the search came to it, 0: not yet; LOW: the earliest that leads back from it."""
LOW = 4
CLOSED = 5
"""The number of its circle in this run, from 1; 0: not known yet."""
AMONG = 6
"""Which circle it may be in, or -1."""
KNOT = 8
